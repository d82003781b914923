# German.

## Texts

skip = Zum Text springen
site_navigation = Navigation des Dossiers
trail = Sie sind hier
parts = Teile dieser Liste
briefing = Dossier
sections = Kapitel
actors = Akteure
events = Ereignisse
sources = Quellen
timeline = Chronologie
quotes = Zitate
evidence = Prüfung
corrections = Korrekturen
data = Daten
as_of = Stand:
as_of_note = Hier steht, was an diesem Tag bekannt war; was später bekannt wurde, fehlt.
updated = Aktualisiert:
by = Von
published_by = Herausgegeben von
key_points = Das Wichtigste
who = Wer
when = Wann
who_and_when = Wer und wann
unknowns = Was nicht bekannt ist
about = Über dieses Dossier
all_quotes = Alle Zitate
notes = Quellen
back_to_text = Zurück zum Text
mentions = Erwähnungen
no_mentions = Keine andere Seite erwähnt dies.
also_known_as = Auch bekannt als
roles = Ämter
relations = Beziehungen
relations_note = Wie die Akteure dieses Dossiers zueinander stehen, und wer das sagt.
all_relations = Die Beziehungen aller Akteure
relation_who = Wer
relation_whom = Zu wem
relation_source = Quelle
drawing_timeline = Die Ereignisse, maßstäblich gezeichnet
drawing_marks = Jede Marke ist ein Ereignis der Liste. Gefüllt: Es fand statt. Hohl: Nach dem Stand dieses Dossiers war es geplant, verschoben, abgesagt oder nur von einer Seite berichtet. Eine lange Marke umfasst die Tage, an denen es war oder gewesen sein kann.
drawing_breaks = Wo die Linie unterbrochen ist, ist Zeit ausgelassen, und jeder Abschnitt hat seinen eigenen Maßstab.
drawing_relations = Die Beziehungen, als Bögen gezeichnet
drawing_arcs = Jeder Bogen ist eine Zeile der Tabelle; seine Spitze zeigt, zu wem die Beziehung besteht.
open_page = Seite öffnen
copy_paragraph = Adresse dieses Absatzes und Quellenangabe kopieren
copy_quotation = Adresse dieses Zitats und Quellenangabe kopieren
copied = Kopiert: Wortlaut, Quellenangabe und Adresse
not_copied = Der Browser ließ das Kopieren nicht zu; die Adresse steht in der Adresszeile
changes = Was sich geändert hat
earlier_changes = Frühere Änderungen
changed_since = Geändert seit Ihrem letzten Besuch am {"{date}"}
changed = geändert
versions = Fassungen
versions_note = Jede Fassung bleibt, wie sie veröffentlicht wurde, unter einer Adresse, die man zitieren kann.
version_of = Fassung vom
newest_here = Die neueste steht hier
since_then = Seither
same_since = Die Texte sind unverändert.
withdrawn = Diese Seite wurde aus dieser Fassung zurückgezogen.
looked_at = zuletzt abgerufen am
gone_since = nicht mehr erreichbar seit
archived = Archiviert am
cite_this = Diese Seite zitieren
speaks_for = Spricht für
in_their_words = Im Wortlaut
took_part = Ereignisse
wikidata = Eintrag in Wikidata
time = Wann
place = Wo
status = Status
category = Kategorie
participants = Beteiligte
accounts = Wie jede Seite es darstellt
accounts_note = Jede Darstellung stammt von der genannten Seite; sie stehen nebeneinander und sind nicht vermischt.
claims = Was behauptet wird
claims_note = Jede Behauptung ist die der genannten Seite; darunter steht, was Quellen dazu sagen.
borne_out_by = Gestützt durch
contradicted_by = Widersprochen durch
one_side = Nur eine Seite berichtet dies.
one_source = Alles davon ist durch eine einzige Quelle bekannt.
single_source = Durch eine einzige Quelle bekannt
follows = Folgt auf
followed_by = Danach folgt
part_of = Teil von
parts_of_it = Umfasst
said_by = Wer das angibt
about_event = Das Ereignis
kind = Art
speaker = Sprecher
on_behalf_of = im Namen von:
said_at = Gesagt bei
publisher = Herausgeber
published = Veröffentlicht
address = Adresse
accessed = Zuletzt abgerufen
language = Sprache
known_through = Zitiert nach
fingerprint = SHA-256 des archivierten Textes
not_archived = Der Text dieser Quelle liegt nicht vor, ihre Zitate können hier deshalb nicht geprüft werden.
quoted_from_it = Was daraus zitiert wird
found_here = Worte anderer Quellen, in ihrem Text gefunden
nothing_quoted = Aus dieser Quelle wird nichts wörtlich zitiert.
stands_on = auf der Seite
no_events = Noch keine Ereignisse.
no_quotes = Noch keine Zitate.
no_corrections = Bisher musste nichts korrigiert werden.
for_calendars = Diese Ereignisse für Ihren Kalender
to_print = Alles auf einer Seite, zum Drucken
contents = Inhalt
positions = Positionen
positions_note = Was wer zu welchem Thema gesagt hat, im Wortlaut. „Keine Äußerung gefunden“ bedeutet, dass dieses Dossier keine Äußerung enthält, nicht, dass es keine gibt.
topic = Thema
no_statement = keine Äußerung gefunden
search = Suche
search_note = Durchsuchen Sie alle Kapitel, Akteure, Ereignisse, Quellen und Zitate, oder gehen Sie die Namen durch.
search_label = Name, Ereignis, Quelle oder Wörter
found_none = Nichts gefunden
quotation = Zitat
follow = Änderungen und Korrekturen verfolgen (Feed)
corrections_note = Alle berichtigten Fehler, die neuesten zuerst, mit dem früheren Wortlaut.
was = Vorher hieß es
now = Jetzt heißt es
why = Grund
evidence_note = Alle Zitate in diesem Dossier, und ob ihre Worte im archivierten Text der angegebenen Quelle stehen.
verdict = Ergebnis
count = Zitate
by_source = Nach Quelle
characters = Zeichen
to_look_at = Nicht wörtlich oder nicht geprüft
not_found = Seite nicht gefunden
not_found_note = Unter dieser Adresse ist nichts zu finden. Vielleicht ist sie falsch geschrieben, oder die Seite wurde umbenannt.
moved = Diese Seite ist umgezogen
moved_note = Sie ist jetzt hier:
next = Weiter
previous = Zurück
policy_corrections = Richtlinie für Korrekturen
policy_ethics = Ethische Grundsätze
policy_unnamed_sources = Richtlinie für ungenannte Quellen
policy_verification = Wie Fakten geprüft werden
credit = Bild
original = Original
translated_by = übersetzt von
translated_in = nach der Übersetzung in
translated_there = dort übersetzt
found_in = gefunden im archivierten Text von
to_passage = Die Stelle in der Quelle
live_passage = Die Stelle auf der Seite im Netz
archived_text = Der archivierte Text
separator = ·
comma = ,{ " " }
semicolon = ;{ " " }
quote_open = „
quote_close = “

## Names of what is one of a few

kind_name =
    .section = Kapitel
    .actor = Akteur
    .event = Ereignis
    .source = Quelle
kind_plural =
    .section = Kapitel
    .actor = Akteure
    .event = Ereignisse
    .source = Quellen
actor_kind =
    .person = Person
    .organisation = Organisation
    .state = Staat
    .alliance = Bündnis
    .office = Amt
    .group = Gruppe
actor_kinds =
    .person = Personen
    .organisation = Organisationen
    .state = Staaten
    .alliance = Bündnisse
    .office = Ämter
    .group = Gruppen
source_kind =
    .wire-report = Agenturmeldung
    .article = Artikel
    .readout = Amtliche Zusammenfassung
    .statement = Erklärung
    .press-conference = Pressekonferenz
    .interview = Interview
    .report = Bericht
    .document = Dokument
    .letter = Brief
    .broadcast = Sendung
    .social-post = Beitrag in sozialen Medien
    .dataset = Datensatz
source_kinds =
    .wire-report = Agenturmeldungen
    .article = Artikel
    .readout = Amtliche Zusammenfassungen
    .statement = Erklärungen
    .press-conference = Pressekonferenzen
    .interview = Interviews
    .report = Berichte
    .document = Dokumente
    .letter = Briefe
    .broadcast = Sendungen
    .social-post = Beiträge in sozialen Medien
    .dataset = Datensätze
status_name =
    .scheduled = Geplant, Stand dieses Dossiers
    .occurred = Hat stattgefunden
    .postponed = Verschoben; angegeben ist das ursprünglich vorgesehene Datum
    .cancelled = Abgesagt
    .reported = Nur von einer Seite gemeldet
status_mark =
    .scheduled = geplant
    .occurred = { "" }
    .postponed = verschoben
    .cancelled = abgesagt
    .reported = laut einer Seite
claim_status =
    .stated = Behauptet
    .confirmed = Bestätigt
    .disputed = Umstritten
    .denied = Bestritten
    .unverified = Nicht überprüft
unnamed =
    .named = { "" }
    .unnamed-official = ein namentlich nicht genannter Amtsträger
    .unnamed-source = eine namentlich nicht genannte Quelle
way_heading =
    .took-part = Beteiligt an
    .scheduled = Als Teilnehmer genannt bei
    .said = Kommt zu Wort in
    .cited = Als Quelle genannt in
    .mentioned = Erwähnt in
verdict_name =
    .exact = wörtlich
    .folded = wörtlich bis auf Typografie
    .elided = gekürzt
    .unarchived = nicht geprüft
    .failed = nicht gefunden
verdict_meaning =
    .exact = Die Worte stehen Buchstabe für Buchstabe in der Quelle.
    .folded = Die Worte stehen in der Quelle; nur die Form eines Zeichens, eines Strichs oder eines Leerraums weicht ab.
    .elided = Die Worte stehen in der Quelle, mit einer Auslassung oder einem Einschub, die das Zitat kenntlich macht.
    .unarchived = Der Text der Quelle liegt nicht vor, es gibt also nichts zum Vergleichen.
    .failed = Die Worte stehen nicht im archivierten Text.
fold_name =
    .unicode-form = die Kodierung der Buchstaben
    .white-space = Leerraum
    .soft-hyphens = Trennzeichen
    .quotation-marks = die Form der Anführungszeichen
    .dashes = die Form der Striche
    .apostrophes = die Form der Apostrophe
    .closing-mark = das Komma oder der Punkt am Ende
category_name =
    .AGREE = Einigung
    .CONSULT = Beratungen
    .SUPPORT = Unterstützung
    .CONCEDE = Zugeständnis
    .COOPERATE = Zusammenarbeit
    .AID = Hilfe
    .RETREAT = Rückzug
    .REQUEST = Forderung oder Bitte
    .ACCUSE = Vorwurf
    .REJECT = Ablehnung
    .THREATEN = Drohung
    .PROTEST = Protest
    .SANCTION = Sanktionen
    .MOBILIZE = Mobilisierung
    .COERCE = Zwang
    .ASSAULT = Angriff

## Sentences with a number or a name in them

found =
    { $n ->
        [one] { $shown } Ergebnis
       *[other] { $shown } Ergebnisse
    }
left_out =
    { $n ->
        [one] { $n } Wort ausgelassen
       *[other] { $n } Wörter ausgelassen
    }
mentions_count =
    { $n ->
        [one] { $n } Erwähnung
       *[other] { $n } Erwähnungen
    }
quotes_count =
    { $n ->
        [one] { $n } Zitat
       *[other] { $n } Zitate
    }
kind_count =
    .section = { $n } Kapitel
    .actor =
        { $n ->
            [one] { $n } Akteur
           *[other] { $n } Akteure
        }
    .event =
        { $n ->
            [one] { $n } Ereignis
           *[other] { $n } Ereignisse
        }
    .source =
        { $n ->
            [one] { $n } Quelle
           *[other] { $n } Quellen
        }
all_of =
    .section = Alle Kapitel ({ $n })
    .actor = Alle Akteure ({ $n })
    .event = Alle Ereignisse ({ $n })
    .source = Alle Quellen ({ $n })
whole_timeline =
    { $n ->
        [one] Die ganze Chronologie: { $n } Ereignis
       *[other] Die ganze Chronologie: { $n } Ereignisse
    }
own_timeline =
    { $n ->
        [one] { $n } Ereignis als Chronologie
       *[other] { $n } Ereignisse als Chronologie
    }
drawing_of = { $events }, von { $from } bis { $to }. Die Liste darunter sagt dasselbe.
drawing_relations_of = { $relations }, { $actors }. Die Tabelle sagt dasselbe.
relations_count =
    { $n ->
        [one] { $n } Beziehung
       *[other] { $n } Beziehungen
    }
all_mentions = Alle Erwähnungen ({ $n })
version = Fassung { $n }
pages_added =
    { $n ->
        [one] { $n } Seite hinzugefügt
       *[other] { $n } Seiten hinzugefügt
    }
pages_changed =
    { $n ->
        [one] { $n } Seite geändert
       *[other] { $n } Seiten geändert
    }
pages_removed =
    { $n ->
        [one] { $n } Seite entfernt
       *[other] { $n } Seiten entfernt
    }
quotations_changed =
    { $n ->
        [one] { $n } Zitat hinzugefügt oder geändert
       *[other] { $n } Zitate hinzugefügt oder geändert
    }
front_changed = Die Startseite wurde geändert.
but_for = Abweichungen: { $folds }
part = Seite { $n } von { $of }
correction_of = Korrektur: { $name }
was_now = Vorher: „{ $was }“. Jetzt: „{ $now }“.
mentions_of = Erwähnungen: { $name }
timeline_of = Chronologie: { $name }
description = { $name }: was bekannt ist, wer es wann gesagt hat, mit den Quellen, im Dossier „{ $site }“.
description_with_kind = { $name } ({ $kind }): was bekannt ist, wer es wann gesagt hat, mit den Quellen, im Dossier „{ $site }“.

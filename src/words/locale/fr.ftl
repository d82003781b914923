# French. No line ends before a colon (a no-break space stands there) nor before other high marks and
# inside the quotation marks (a narrow one).

## Texts

skip = Aller au texte
site_navigation = Navigation du dossier
trail = Vous êtes ici
parts = Parties de cette liste
briefing = Dossier
sections = Chapitres
actors = Acteurs
events = Événements
sources = Sources
timeline = Chronologie
quotes = Citations
evidence = Vérification
corrections = Rectificatifs
data = Données
as_of = État au
as_of_note = Ce dossier dit ce qui était connu à cette date ; ce qui a été connu plus tard n’y figure pas.
updated = Mise à jour :
by = Par
published_by = Publié par
key_points = L’essentiel
who = Qui
when = Quand
who_and_when = Qui et quand
unknowns = Ce que l’on ne sait pas
about = À propos de ce dossier
all_quotes = Toutes les citations
notes = Sources
back_to_text = Retour au texte
mentions = Mentions
no_mentions = Aucune autre page n’en fait mention.
also_known_as = Autres noms
roles = Fonctions
relations = Liens
relations_note = Les liens entre les acteurs de ce dossier, et qui les rapporte.
all_relations = Les liens entre tous les acteurs
relation_who = Qui
relation_whom = Avec qui
relation_source = Source
drawing_timeline = Les événements à l’échelle du temps
drawing_marks = Chaque marque est un événement de la liste. Pleine : il a eu lieu. Vide : à la date de ce dossier, il était prévu, reporté, annulé ou seulement rapporté. Une marque longue couvre les jours où il a eu lieu, ou peut avoir eu lieu.
drawing_breaks = Là où la ligne est interrompue, du temps est omis, et chaque segment a sa propre échelle.
drawing_relations = Les liens, dessinés en arcs
drawing_arcs = Chaque arc est une ligne du tableau ; sa pointe indique avec qui est le lien.
open_page = Ouvrir la page
copy_paragraph = Copier l’adresse de ce paragraphe et sa référence
copy_quotation = Copier l’adresse de cette citation et sa référence
copied = Copié : le texte, sa référence et son adresse
not_copied = Le navigateur n’a pas permis la copie ; l’adresse figure dans la barre d’adresse
changes = Ce qui a changé
earlier_changes = Changements antérieurs
changed_since = Ce qui a changé depuis votre dernière visite, le {"{date}"}
changed = modifié
versions = Versions
versions_note = Chaque version reste telle qu’elle a été publiée, à une adresse que l’on peut citer.
version_of = Version du
newest_here = La plus récente est ici
since_then = Depuis
same_since = Les textes sont inchangés.
withdrawn = Cette page a été retirée de cette version.
looked_at = consultée le
gone_since = plus accessible depuis le
archived = Archivé le
cite_this = Citer cette page
speaks_for = Représente
in_their_words = Déclarations
took_part = Événements
wikidata = Fiche Wikidata
time = Quand
place = Où
status = Statut
category = Catégorie
participants = Participants
accounts = La version de chaque partie
accounts_note = Chaque version est celle de la partie citée ; elles sont présentées côte à côte, sans être fondues.
claims = Ce qui est affirmé
claims_note = Chaque affirmation n’engage que son auteur ; ce qu’en disent les sources figure au-dessous.
borne_out_by = Corroboré par
contradicted_by = Contredit par
one_side = Une seule partie fait ce récit.
one_source = Tout cela n’est connu que par une seule source.
single_source = Connu par une seule source
follows = Fait suite à
followed_by = Suivi de
part_of = Fait partie de
parts_of_it = Comprend
said_by = Selon
about_event = L’événement
kind = Type
speaker = Auteur des propos
on_behalf_of = au nom de :
said_at = Circonstances
publisher = Éditeur
published = Date de publication
address = Adresse
accessed = Dernière consultation
language = Langue
known_through = Cité d’après
fingerprint = SHA-256 du texte archivé
not_archived = Le texte de cette source n’est pas conservé ici ; ses citations ne peuvent donc pas être vérifiées.
quoted_from_it = Ce qui en est cité
found_here = Paroles d’autres sources, retrouvées dans son texte
nothing_quoted = Cette source n’est pas citée mot pour mot.
stands_on = à la page
no_events = Aucun événement pour l’instant.
no_quotes = Aucune citation pour l’instant.
no_corrections = Aucun rectificatif n’a été nécessaire.
for_calendars = Ces événements pour votre agenda
to_print = Tout sur une page, à imprimer
contents = Sommaire
positions = Positions
positions_note = Ce que chacun a déclaré sur chaque sujet, dans ses propres termes. « Aucune déclaration trouvée » signifie que ce dossier ne contient aucune déclaration, non qu’il n’en existe pas.
topic = Sujet
no_statement = aucune déclaration trouvée
search = Recherche
search_note = Cherchez dans les chapitres, les acteurs, les événements, les sources et les citations, ou parcourez les noms.
search_label = Nom, événement, source ou mots
found_none = Aucun résultat
quotation = Citation
follow = Suivre les modifications et les rectificatifs (flux)
corrections_note = Toutes les erreurs rectifiées, de la plus récente à la plus ancienne, avec ce qui était écrit auparavant.
was = Texte d’origine
now = Texte rectifié
why = Motif
evidence_note = Toutes les citations de ce dossier, et si leurs mots figurent dans le texte archivé de la source indiquée.
verdict = Résultat
count = Citations
by_source = Par source
characters = caractères
to_look_at = Non identiques ou non vérifiées
not_found = Page introuvable
not_found_note = Il n’y a rien à cette adresse. Elle est peut-être mal orthographiée, ou la page a été renommée.
moved = Cette page a été déplacée
moved_note = Elle se trouve désormais ici :
next = Suivant
previous = Précédent
policy_corrections = Règles de rectification
policy_ethics = Charte de déontologie
policy_unnamed_sources = Règles sur les sources anonymes
policy_verification = Comment les faits sont vérifiés
credit = Image 
original = original 
translated_by = traduction de
translated_in = selon la traduction publiée dans
translated_there = traduit dans cette source
found_in = retrouvé dans le texte archivé de
to_passage = Le passage dans la source
live_passage = Le passage sur la page en ligne
archived_text = Le texte archivé
separator = ·
comma = ,{ " " }
semicolon =  ;{ " " }
quote_open = « 
quote_close =  »

## Names of what is one of a few

kind_name =
    .section = Chapitre
    .actor = Acteur
    .event = Événement
    .source = Source
kind_plural =
    .section = Chapitres
    .actor = Acteurs
    .event = Événements
    .source = Sources
actor_kind =
    .person = Personne
    .organisation = Organisation
    .state = État
    .alliance = Alliance
    .office = Institution
    .group = Groupe
actor_kinds =
    .person = Personnes
    .organisation = Organisations
    .state = États
    .alliance = Alliances
    .office = Institutions
    .group = Groupes
source_kind =
    .wire-report = Dépêche d’agence
    .article = Article
    .readout = Compte rendu officiel
    .statement = Déclaration
    .press-conference = Conférence de presse
    .interview = Entretien
    .report = Rapport
    .document = Document
    .letter = Lettre
    .broadcast = Émission
    .social-post = Publication sur un réseau social
    .dataset = Jeu de données
source_kinds =
    .wire-report = Dépêches d’agence
    .article = Articles
    .readout = Comptes rendus officiels
    .statement = Déclarations
    .press-conference = Conférences de presse
    .interview = Entretiens
    .report = Rapports
    .document = Documents
    .letter = Lettres
    .broadcast = Émissions
    .social-post = Publications sur les réseaux sociaux
    .dataset = Jeux de données
status_name =
    .scheduled = Prévu à la date de ce dossier
    .occurred = A eu lieu
    .postponed = Reporté ; la date indiquée est celle prévue à l’origine
    .cancelled = Annulé
    .reported = Rapporté par une seule partie
status_mark =
    .scheduled = prévu
    .occurred = { "" }
    .postponed = reporté
    .cancelled = annulé
    .reported = selon une partie
claim_status =
    .stated = Affirmé
    .confirmed = Confirmé
    .disputed = Contesté
    .denied = Démenti
    .unverified = Non vérifié
unnamed =
    .named = { "" }
    .unnamed-official = un responsable dont le nom n’a pas été donné
    .unnamed-source = une source dont le nom n’a pas été donné
way_heading =
    .took-part = Participation
    .scheduled = Participation annoncée
    .said = Prises de parole
    .cited = Cité dans
    .mentioned = Mentionné dans
verdict_name =
    .exact = mot pour mot
    .folded = mot pour mot hors typographie
    .elided = avec coupure
    .unarchived = sans vérification
    .failed = sans correspondance
verdict_meaning =
    .exact = Les mots figurent dans la source, à la lettre près.
    .folded = Les mots figurent dans la source ; seule diffère la forme d’un signe, d’un tiret ou d’une espace.
    .elided = Les mots figurent dans la source, avec une omission ou un ajout que la citation signale.
    .unarchived = Le texte de la source n’est pas conservé ; il n’y a donc rien à comparer.
    .failed = Les mots ne figurent pas dans le texte archivé.
fold_name =
    .unicode-form = le codage des lettres
    .white-space = les espaces
    .soft-hyphens = les césures
    .quotation-marks = la forme des guillemets
    .dashes = la forme des tirets
    .apostrophes = la forme des apostrophes
    .closing-mark = la virgule finale ou le point final
category_name =
    .AGREE = accord
    .CONSULT = consultations
    .SUPPORT = soutien
    .CONCEDE = concession
    .COOPERATE = coopération
    .AID = aide
    .RETREAT = retrait
    .REQUEST = demande
    .ACCUSE = accusation
    .REJECT = refus
    .THREATEN = menace
    .PROTEST = protestation
    .SANCTION = sanctions
    .MOBILIZE = mobilisation
    .COERCE = coercition
    .ASSAULT = attaque

## Sentences with a number or a name in them

found =
    { $n ->
        [one] { $shown } résultat
       *[other] { $shown } résultats
    }
left_out =
    { $n ->
        [one] { $n } mot omis
       *[other] { $n } mots omis
    }
mentions_count =
    { $n ->
        [one] { $n } mention
       *[other] { $n } mentions
    }
quotes_count =
    { $n ->
        [one] { $n } citation
       *[other] { $n } citations
    }
kind_count =
    .section =
        { $n ->
            [one] { $n } chapitre
           *[other] { $n } chapitres
        }
    .actor =
        { $n ->
            [one] { $n } acteur
           *[other] { $n } acteurs
        }
    .event =
        { $n ->
            [one] { $n } événement
           *[other] { $n } événements
        }
    .source =
        { $n ->
            [one] { $n } source
           *[other] { $n } sources
        }
all_of =
    .section = Tous les chapitres ({ $n })
    .actor = Tous les acteurs ({ $n })
    .event = Tous les événements ({ $n })
    .source = Toutes les sources ({ $n })
whole_timeline =
    { $n ->
        [one] Toute la chronologie : { $n } événement
       *[other] Toute la chronologie : { $n } événements
    }
own_timeline =
    { $n ->
        [one] { $n } événement sous forme de chronologie
       *[other] { $n } événements sous forme de chronologie
    }
drawing_of = { $events }, de { $from } à { $to }. La liste ci-dessous dit la même chose.
drawing_relations_of = { $relations }, { $actors }. Le tableau dit la même chose.
relations_count =
    { $n ->
        [one] { $n } lien
       *[other] { $n } liens
    }
all_mentions = Toutes les mentions ({ $n })
version = Version { $n }
pages_added =
    { $n ->
        [one] { $n } page ajoutée
       *[other] { $n } pages ajoutées
    }
pages_changed =
    { $n ->
        [one] { $n } page modifiée
       *[other] { $n } pages modifiées
    }
pages_removed =
    { $n ->
        [one] { $n } page supprimée
       *[other] { $n } pages supprimées
    }
quotations_changed =
    { $n ->
        [one] { $n } citation ajoutée ou modifiée
       *[other] { $n } citations ajoutées ou modifiées
    }
front_changed = La page d’accueil a été modifiée.
but_for = différences : { $folds }
part = page { $n } sur { $of }
correction_of = Rectificatif : { $name }
was_now = Avant : « { $was } ». Après : « { $now } ».
mentions_of = Mentions : { $name }
timeline_of = Chronologie : { $name }
description = { $name } : ce que l’on sait, qui l’a dit et quand, avec les sources, dans le dossier « { $site } ».
description_with_kind = { $name } ({ $kind }) : ce que l’on sait, qui l’a dit et quand, avec les sources, dans le dossier « { $site } ».

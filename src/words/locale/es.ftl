# Spanish.

## Texts

skip = Ir al texto
site_navigation = Navegación del dosier
trail = Está usted aquí
parts = Partes de esta lista
briefing = Dosier
sections = Secciones
actors = Actores
events = Hechos
sources = Fuentes
timeline = Cronología
quotes = Citas
evidence = Verificación
corrections = Correcciones
data = Datos
as_of = A fecha de
as_of_note = Recoge lo que se sabía ese día; lo que se supo después no figura aquí.
updated = Actualización:
by = Por
published_by = Publicado por
key_points = Claves
who = Quién
when = Cuándo
who_and_when = Quién y cuándo
unknowns = Lo que no se sabe
about = Acerca de este dosier
all_quotes = Todas las citas
notes = Fuentes
back_to_text = Volver al texto
mentions = Dónde se menciona
no_mentions = Ninguna otra página lo menciona.
also_known_as = Otros nombres
roles = Cargos
relations = Relaciones
relations_note = Cómo se relacionan los actores de este dosier, y quién lo dice.
all_relations = Las relaciones de todos los actores
relation_who = Quién
relation_whom = Con quién
relation_source = Fuente
drawing_timeline = Los hechos a escala temporal
drawing_marks = Cada marca es un hecho de la lista. Rellena: tuvo lugar. Hueca: en la fecha de este dosier estaba previsto, aplazado, cancelado o solo lo contaba una parte. Una marca larga abarca los días en que ocurrió, o pudo ocurrir.
drawing_breaks = Donde la línea se interrumpe se omite tiempo, y cada tramo tiene su propia escala.
drawing_relations = Las relaciones, dibujadas como arcos
drawing_arcs = Cada arco es una fila de la tabla; su punta señala con quién es la relación.
open_page = Abrir la página
copy_paragraph = Copiar la dirección de este párrafo y cómo citarlo
copy_quotation = Copiar la dirección de esta cita y cómo citarla
copied = Copiado: el texto, cómo citarlo y su dirección
not_copied = El navegador no permitió copiar; la dirección está en la barra de direcciones
changes = Qué ha cambiado
earlier_changes = Cambios anteriores
changed_since = Qué ha cambiado desde su última visita, el {"{date}"}
changed = modificado
versions = Versiones
versions_note = Cada versión permanece tal como se publicó, en una dirección que se puede citar.
version_of = Versión del
newest_here = La más reciente está aquí
since_then = Desde entonces
same_since = Los textos siguen igual.
withdrawn = Esta página se retiró de esta versión.
looked_at = consultada el
gone_since = ya no está disponible desde el
archived = Archivado el
cite_this = Citar esta página
speaks_for = Habla en nombre de
in_their_words = Declaraciones
took_part = Hechos
wikidata = Ficha en Wikidata
time = Cuándo
place = Dónde
status = Situación
category = Categoría
participants = Participantes
accounts = La versión de cada parte
accounts_note = Cada versión es la de la parte citada; se presentan una junto a otra, sin mezclarse.
claims = Lo que se afirma
claims_note = Cada afirmación es de quien la hace; debajo consta lo que dicen las fuentes al respecto.
borne_out_by = Lo corrobora
contradicted_by = Lo contradice
one_side = Solo una de las partes lo cuenta.
one_source = Todo ello se conoce por una única fuente.
single_source = Se conoce por una única fuente
follows = Viene después de
followed_by = Le sigue
part_of = Forma parte de
parts_of_it = Incluye
said_by = Quién lo afirma
about_event = El hecho
kind = Tipo
speaker = Autor de las palabras
on_behalf_of = en nombre de
said_at = Dicho en
publisher = Editor
published = Fecha de publicación
address = Dirección
accessed = Última consulta
language = Idioma
known_through = Citado a través de
fingerprint = SHA-256 del texto archivado
not_archived = No se conserva el texto de esta fuente, por lo que sus citas no pueden comprobarse aquí.
quoted_from_it = Lo que se cita de ella
found_here = Palabras de otras fuentes, halladas en su texto
nothing_quoted = No se cita nada literal de esta fuente.
stands_on = en la página
no_events = Todavía no hay hechos.
no_quotes = Todavía no hay citas.
no_corrections = No ha sido necesario corregir nada.
for_calendars = Estos hechos para su calendario
to_print = Todo en una página, para imprimir
contents = Índice
positions = Posturas
positions_note = Lo que cada cual ha dicho sobre cada asunto, con sus propias palabras. «No se ha encontrado ninguna declaración» significa que este dosier no recoge ninguna declaración, no que no exista.
topic = Asunto
no_statement = no se ha encontrado ninguna declaración
search = Buscar
search_note = Busque en todas las secciones, los actores, los hechos, las fuentes y las citas, o recorra los nombres.
search_label = Nombre, hecho, fuente o palabras
found_none = Sin resultados
quotation = Cita
follow = Seguir los cambios y las correcciones (canal web)
corrections_note = Todos los errores corregidos, del más reciente al más antiguo, con lo que se decía antes.
was = Decía
now = Ahora dice
why = Motivo
evidence_note = Todas las citas de este dosier, y si sus palabras figuran en el texto archivado de la fuente que se indica.
verdict = Resultado
count = Citas
by_source = Por fuente
characters = caracteres
to_look_at = No literales o sin comprobar
not_found = Página no encontrada
not_found_note = No hay nada en esta dirección. Puede que esté mal escrita o que la página haya cambiado de nombre.
moved = Esta página se ha trasladado
moved_note = Ahora está aquí:
next = Siguiente
previous = Anterior
policy_corrections = Normas sobre correcciones
policy_ethics = Código ético
policy_unnamed_sources = Normas sobre fuentes anónimas
policy_verification = Cómo se verifican los hechos
credit = Imagen
original = original
translated_by = traducción de
translated_in = según la traducción de
translated_there = traducido en esa fuente
found_in = hallado en el texto archivado de
to_passage = El pasaje en la fuente
live_passage = El pasaje en la página en línea
archived_text = El texto archivado
separator = ·
comma = ,{ " " }
semicolon = ;{ " " }
quote_open = «
quote_close = »

## Names of what is one of a few

kind_name =
    .section = Sección
    .actor = Actor
    .event = Hecho
    .source = Fuente
kind_plural =
    .section = Secciones
    .actor = Actores
    .event = Hechos
    .source = Fuentes
actor_kind =
    .person = Persona
    .organisation = Organización
    .state = Estado
    .alliance = Alianza
    .office = Institución
    .group = Grupo
actor_kinds =
    .person = Personas
    .organisation = Organizaciones
    .state = Estados
    .alliance = Alianzas
    .office = Instituciones
    .group = Grupos
source_kind =
    .wire-report = Despacho de agencia
    .article = Artículo
    .readout = Resumen oficial
    .statement = Declaración
    .press-conference = Conferencia de prensa
    .interview = Entrevista
    .report = Informe
    .document = Documento
    .letter = Carta
    .broadcast = Emisión
    .social-post = Publicación en redes sociales
    .dataset = Conjunto de datos
source_kinds =
    .wire-report = Despachos de agencia
    .article = Artículos
    .readout = Resúmenes oficiales
    .statement = Declaraciones
    .press-conference = Conferencias de prensa
    .interview = Entrevistas
    .report = Informes
    .document = Documentos
    .letter = Cartas
    .broadcast = Emisiones
    .social-post = Publicaciones en redes sociales
    .dataset = Conjuntos de datos
status_name =
    .scheduled = Previsto, a la fecha de este dosier
    .occurred = Tuvo lugar
    .postponed = Aplazado; esta es la fecha fijada inicialmente
    .cancelled = Cancelado
    .reported = Comunicado por una sola parte
status_mark =
    .scheduled = previsto
    .occurred = { "" }
    .postponed = aplazado
    .cancelled = cancelado
    .reported = según una parte
claim_status =
    .stated = Declarado
    .confirmed = Confirmado
    .disputed = En disputa
    .denied = Desmentido
    .unverified = Sin verificar
unnamed =
    .named = { "" }
    .unnamed-official = un funcionario no identificado
    .unnamed-source = una fuente no identificada
way_heading =
    .took-part = Participó en
    .scheduled = Participación anunciada en
    .said = Habla en
    .cited = Se cita en
    .mentioned = Se menciona en
verdict_name =
    .exact = palabra por palabra
    .folded = palabra por palabra salvo tipografía
    .elided = con omisiones
    .unarchived = sin comprobar
    .failed = sin correspondencia
verdict_meaning =
    .exact = Las palabras figuran en la fuente, letra por letra.
    .folded = Las palabras figuran en la fuente; solo difiere la forma de un signo, una raya o un espacio.
    .elided = Las palabras figuran en la fuente, con una omisión o un añadido que la cita señala.
    .unarchived = No se conserva el texto de la fuente, por lo que no hay con qué comparar.
    .failed = Las palabras no figuran en el texto archivado.
fold_name =
    .unicode-form = la codificación de las letras
    .white-space = los espacios
    .soft-hyphens = los guiones de corte
    .quotation-marks = la forma de las comillas
    .dashes = la forma de las rayas
    .apostrophes = la forma de los apóstrofos
    .closing-mark = la coma o el punto final
category_name =
    .AGREE = acuerdo
    .CONSULT = consultas
    .SUPPORT = apoyo
    .CONCEDE = concesión
    .COOPERATE = cooperación
    .AID = ayuda
    .RETREAT = retirada
    .REQUEST = petición
    .ACCUSE = acusación
    .REJECT = rechazo
    .THREATEN = amenaza
    .PROTEST = protesta
    .SANCTION = sanciones
    .MOBILIZE = movilización
    .COERCE = coacción
    .ASSAULT = ataque

## Sentences with a number or a name in them

found =
    { $n ->
        [one] { $shown } resultado
       *[other] { $shown } resultados
    }
left_out =
    { $n ->
        [one] { $n } palabra omitida
       *[other] { $n } palabras omitidas
    }
mentions_count =
    { $n ->
        [one] { $n } mención
       *[other] { $n } menciones
    }
quotes_count =
    { $n ->
        [one] { $n } cita
       *[other] { $n } citas
    }
kind_count =
    .section =
        { $n ->
            [one] { $n } sección
           *[other] { $n } secciones
        }
    .actor =
        { $n ->
            [one] { $n } actor
           *[other] { $n } actores
        }
    .event =
        { $n ->
            [one] { $n } hecho
           *[other] { $n } hechos
        }
    .source =
        { $n ->
            [one] { $n } fuente
           *[other] { $n } fuentes
        }
all_of =
    .section = Todas las secciones ({ $n })
    .actor = Todos los actores ({ $n })
    .event = Todos los hechos ({ $n })
    .source = Todas las fuentes ({ $n })
whole_timeline =
    { $n ->
        [one] Toda la cronología: { $n } hecho
       *[other] Toda la cronología: { $n } hechos
    }
own_timeline =
    { $n ->
        [one] { $n } hecho en forma de cronología
       *[other] { $n } hechos en forma de cronología
    }
drawing_of = { $events }, de { $from } a { $to }. La lista de abajo dice lo mismo.
drawing_relations_of = { $relations }, { $actors }. La tabla dice lo mismo.
relations_count =
    { $n ->
        [one] { $n } relación
       *[other] { $n } relaciones
    }
all_mentions = Todas las menciones ({ $n })
version = Versión { $n }
pages_added =
    { $n ->
        [one] { $n } página añadida
       *[other] { $n } páginas añadidas
    }
pages_changed =
    { $n ->
        [one] { $n } página modificada
       *[other] { $n } páginas modificadas
    }
pages_removed =
    { $n ->
        [one] { $n } página retirada
       *[other] { $n } páginas retiradas
    }
quotations_changed =
    { $n ->
        [one] { $n } cita añadida o modificada
       *[other] { $n } citas añadidas o modificadas
    }
front_changed = Ha cambiado la portada.
but_for = diferencias: { $folds }
part = página { $n } de { $of }
correction_of = Corrección: { $name }
was_now = Decía: «{ $was }». Ahora dice: «{ $now }».
mentions_of = Dónde se menciona: { $name }
timeline_of = Cronología: { $name }
description = { $name }: qué se sabe, quién lo dijo y cuándo, con sus fuentes, en el dosier «{ $site }».
description_with_kind = { $name } ({ $kind }): qué se sabe, quién lo dijo y cuándo, con sus fuentes, en el dosier «{ $site }».

# Ukrainian. Names are put in as they are written, in the nominative: so they stand after a colon, or
# after a noun that takes the case.

## Texts

skip = Перейти до тексту
site_navigation = Навігація оглядом
trail = Ви тут
parts = Частини цього списку
briefing = Огляд
sections = Розділи
actors = Дійові особи
events = Події
sources = Джерела
timeline = Хронологія
quotes = Цитати
evidence = Перевірка
corrections = Виправлення
data = Дані
as_of = Станом на
as_of_note = Тут сказано те, що було відомо на цей день; того, що стало відомо пізніше, тут немає.
updated = Оновлено:
by = Текст:
published_by = Видавець:
key_points = Головне
who = Хто
when = Коли
who_and_when = Хто і коли
unknowns = Що невідомо
about = Про цей огляд
all_quotes = Усі цитати
notes = Джерела
back_to_text = Назад до тексту
mentions = Де згадується
no_mentions = На інших сторінках не згадується.
also_known_as = Інші назви
roles = Посади
relations = Зв’язки
relations_note = Як пов’язані між собою дійові особи цього досьє і хто про це повідомляє.
all_relations = Зв’язки всіх дійових осіб
relation_who = Хто
relation_whom = З ким
relation_source = Джерело
drawing_timeline = Події в масштабі часу
drawing_marks = Кожна позначка — подія зі списку. Зафарбована: вона відбулася. Порожня: на дату цього досьє вона була запланована, перенесена, скасована або про неї повідомляла лише одна сторона. Довга позначка охоплює дні, коли вона була або могла бути.
drawing_breaks = Там, де лінію перервано, час пропущено, і кожен відрізок має свій масштаб.
drawing_relations = Зв’язки у вигляді дуг
drawing_arcs = Кожна дуга — рядок таблиці; стрілка вказує, з ким цей зв’язок.
open_page = Відкрити сторінку
copy_paragraph = Скопіювати адресу цього абзацу та посилання на нього
copy_quotation = Скопіювати адресу цієї цитати та посилання на неї
copied = Скопійовано текст, посилання й адресу
not_copied = Браузер не дозволив скопіювати; адреса стоїть в адресному рядку
changes = Що змінилося
earlier_changes = Попередні зміни
changed_since = Що змінилося після вашого останнього відвідування {"{date}"}
changed = змінено
versions = Версії
versions_note = Кожна версія лишається такою, якою її опубліковано, за адресою, на яку можна послатися.
version_of = Версія від
newest_here = Найновіша версія тут
since_then = Відтоді
same_since = Тексти лишилися такими самими.
withdrawn = Цю сторінку вилучено з цієї версії.
looked_at = дата звернення:
gone_since = недоступно з
archived = В архіві:
cite_this = Як послатися на цю сторінку
speaks_for = Представляє
in_their_words = Пряма мова
took_part = Події
wikidata = Запис у Вікіданих
time = Коли
place = Де
status = Статус
category = Категорія
participants = Учасники
accounts = Версії сторін
accounts_note = Кожна версія належить самій стороні; версії наведено поруч і не зведено в одну.
claims = Що стверджується
claims_note = Кожне твердження належить тому, хто його висловив; під ним зазначено, що про нього кажуть джерела.
borne_out_by = Підтверджують джерела
contradicted_by = Суперечать джерела
one_side = Про це розповідає лише одна сторона.
one_source = Усе це відомо з єдиного джерела.
single_source = Відомо з єдиного джерела
follows = Попередня подія
followed_by = Подальші події
part_of = Частина події
parts_of_it = Охоплює події
said_by = Хто про це повідомляє
about_event = Подія
kind = Тип
speaker = Чиї слова
on_behalf_of = від імені:
said_at = Подія, на якій це сказано
publisher = Видавець
published = Опубліковано
address = Адреса
accessed = Дата звернення
language = Мова
known_through = Наведено за джерелом
fingerprint = SHA-256 архівного тексту
not_archived = Тексту цього джерела тут немає, тому цитати з нього перевірити неможливо.
quoted_from_it = Що з нього цитовано
found_here = Слова з інших джерел, знайдені в його тексті
nothing_quoted = Із цього джерела нічого не цитовано.
stands_on = на сторінці
no_events = Подій поки немає.
no_quotes = Цитат поки немає.
no_corrections = Виправляти нічого не довелося.
for_calendars = Ці події для вашого календаря
to_print = Усе на одній сторінці, для друку
contents = Зміст
positions = Позиції
positions_note = Що кожен сказав із кожної теми, власними словами. «Висловлювань не знайдено» означає, що висловлювання немає в цьому огляді, а не що його не було.
topic = Тема
no_statement = висловлювань не знайдено
search = Пошук
search_note = Шукайте в усіх розділах, серед дійових осіб, подій, джерел і цитат або перегляньте імена та назви.
search_label = Ім’я, подія, джерело або слова
found_none = Нічого не знайдено
quotation = Цитата
follow = Стежити за змінами та виправленнями (стрічка)
corrections_note = Усі виправлені помилки, починаючи з останніх, із попереднім текстом.
was = Було
now = Стало
why = Чому
evidence_note = Усі цитати цього огляду й відомості про те, чи є ці слова в архівному тексті зазначеного джерела.
verdict = Результат
count = Цитати
by_source = За джерелами
characters = знаки
to_look_at = Не дослівно або не перевірено
not_found = Сторінку не знайдено
not_found_note = За цією адресою нічого немає. Можливо, її написано з помилкою або сторінку перейменовано.
moved = Сторінку переміщено
moved_note = Тепер вона тут:
next = Далі
previous = Назад
policy_corrections = Правила виправлення помилок
policy_ethics = Етичні засади
policy_unnamed_sources = Правила роботи з неназваними джерелами
policy_verification = Як перевіряють факти
credit = Зображення
original = оригінал
translated_by = переклад:
translated_in = у перекладі джерела
translated_there = у перекладі цього джерела
found_in = знайдено в архівному тексті джерела
to_passage = Це місце в джерелі
live_passage = Це місце на сторінці в мережі
archived_text = Архівний текст
separator = ·
comma = ,{ " " }
semicolon = ;{ " " }
quote_open = «
quote_close = »

## Names of what is one of a few

kind_name =
    .section = Розділ
    .actor = Дійова особа
    .event = Подія
    .source = Джерело
kind_plural =
    .section = Розділи
    .actor = Дійові особи
    .event = Події
    .source = Джерела
actor_kind =
    .person = Людина
    .organisation = Організація
    .state = Держава
    .alliance = Союз
    .office = Відомство
    .group = Група
actor_kinds =
    .person = Люди
    .organisation = Організації
    .state = Держави
    .alliance = Союзи
    .office = Відомства
    .group = Групи
source_kind =
    .wire-report = Повідомлення агентства
    .article = Стаття
    .readout = Офіційне повідомлення про розмову
    .statement = Заява
    .press-conference = Пресконференція
    .interview = Інтерв’ю
    .report = Доповідь
    .document = Документ
    .letter = Лист
    .broadcast = Передача
    .social-post = Допис у соцмережі
    .dataset = Набір даних
source_kinds =
    .wire-report = Повідомлення агентств
    .article = Статті
    .readout = Офіційні повідомлення про розмови
    .statement = Заяви
    .press-conference = Пресконференції
    .interview = Інтерв’ю
    .report = Доповіді
    .document = Документи
    .letter = Листи
    .broadcast = Передачі
    .social-post = Дописи в соцмережах
    .dataset = Набори даних
status_name =
    .scheduled = Заплановано (станом на дату огляду)
    .occurred = Відбулося
    .postponed = Відкладено; зазначено дату, призначену спочатку
    .cancelled = Скасовано
    .reported = Повідомляє лише одна сторона
status_mark =
    .scheduled = заплановано
    .occurred = { "" }
    .postponed = відкладено
    .cancelled = скасовано
    .reported = за даними однієї сторони
claim_status =
    .stated = Заявлено
    .confirmed = Підтверджено
    .disputed = Оскаржується
    .denied = Заперечується
    .unverified = Не перевірено
unnamed =
    .named = { "" }
    .unnamed-official = неназвана офіційна особа
    .unnamed-source = неназване джерело
way_heading =
    .took-part = Участь у подіях
    .scheduled = Заявлена участь
    .said = Висловлювання
    .cited = Посилання на джерело
    .mentioned = Згадки
verdict_name =
    .exact = дослівно
    .folded = дослівно з точністю до оформлення
    .elided = зі скороченнями
    .unarchived = не перевірено
    .failed = не знайдено
verdict_meaning =
    .exact = Слова є в джерелі, літера в літеру.
    .folded = Слова є в джерелі; відрізняється лише вигляд знака, тире чи пробілу.
    .elided = Слова є в джерелі; пропуск або вставку позначено в цитаті.
    .unarchived = Тексту джерела тут немає, тому звіряти немає з чим.
    .failed = Цих слів в архівному тексті немає.
fold_name =
    .unicode-form = запис літер
    .white-space = пробіли
    .soft-hyphens = м’які переноси
    .quotation-marks = вигляд лапок
    .dashes = вигляд тире
    .apostrophes = вигляд апострофів
    .closing-mark = кома або крапка наприкінці
category_name =
    .AGREE = домовленість
    .CONSULT = консультації
    .SUPPORT = підтримка
    .CONCEDE = поступка
    .COOPERATE = співпраця
    .AID = допомога
    .RETREAT = відведення сил
    .REQUEST = прохання або вимога
    .ACCUSE = звинувачення
    .REJECT = відмова
    .THREATEN = погроза
    .PROTEST = протест
    .SANCTION = санкції
    .MOBILIZE = мобілізація
    .COERCE = примус
    .ASSAULT = напад

## Sentences with a number or a name in them

found =
    { $n ->
        [one] { $shown } результат
        [few] { $shown } результати
       *[many] { $shown } результатів
    }
left_out =
    { $n ->
        [one] пропущено { $n } слово
        [few] пропущено { $n } слова
       *[many] пропущено { $n } слів
    }
mentions_count =
    { $n ->
        [one] { $n } згадка
        [few] { $n } згадки
       *[many] { $n } згадок
    }
quotes_count =
    { $n ->
        [one] { $n } цитата
        [few] { $n } цитати
       *[many] { $n } цитат
    }
kind_count =
    .section =
        { $n ->
            [one] { $n } розділ
            [few] { $n } розділи
           *[many] { $n } розділів
        }
    .actor =
        { $n ->
            [one] { $n } дійова особа
            [few] { $n } дійові особи
           *[many] { $n } дійових осіб
        }
    .event =
        { $n ->
            [one] { $n } подія
            [few] { $n } події
           *[many] { $n } подій
        }
    .source =
        { $n ->
            [one] { $n } джерело
            [few] { $n } джерела
           *[many] { $n } джерел
        }
all_of =
    .section = Усі розділи ({ $n })
    .actor = Усі дійові особи ({ $n })
    .event = Усі події ({ $n })
    .source = Усі джерела ({ $n })
whole_timeline =
    { $n ->
        [one] Уся хронологія: { $n } подія
        [few] Уся хронологія: { $n } події
       *[many] Уся хронологія: { $n } подій
    }
own_timeline =
    { $n ->
        [one] { $n } подія в хронології
        [few] { $n } події в хронології
       *[many] { $n } подій у хронології
    }
drawing_of = { $events }, { $from } — { $to }. Список нижче каже те саме.
drawing_relations_of = { $relations }, { $actors }. Таблиця каже те саме.
relations_count =
    { $n ->
        [one] { $n } зв’язок
        [few] { $n } зв’язки
       *[many] { $n } зв’язків
    }
all_mentions = Усі згадки ({ $n })
version = Версія { $n }
pages_added =
    { $n ->
        [one] { $n } сторінку додано
        [few] { $n } сторінки додано
       *[many] { $n } сторінок додано
    }
pages_changed =
    { $n ->
        [one] { $n } сторінку змінено
        [few] { $n } сторінки змінено
       *[many] { $n } сторінок змінено
    }
pages_removed =
    { $n ->
        [one] { $n } сторінку вилучено
        [few] { $n } сторінки вилучено
       *[many] { $n } сторінок вилучено
    }
quotations_changed =
    { $n ->
        [one] { $n } цитату додано або змінено
        [few] { $n } цитати додано або змінено
       *[many] { $n } цитат додано або змінено
    }
front_changed = Змінено головну сторінку.
but_for = відмінності: { $folds }
part = сторінка { $n } із { $of }
correction_of = Виправлення: { $name }
was_now = Було: «{ $was }». Стало: «{ $now }».
mentions_of = Згадки: { $name }
timeline_of = Хронологія: { $name }
description = { $name }: що відомо, хто й коли про це сказав, із джерелами, в огляді «{ $site }».
description_with_kind = { $name } ({ $kind }): що відомо, хто й коли про це сказав, із джерелами, в огляді «{ $site }».

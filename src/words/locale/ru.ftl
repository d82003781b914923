# Russian. Names are put in as they are written, in the nominative: so they stand after a colon, or
# after a noun that takes the case.

## Texts

skip = Перейти к тексту
site_navigation = Навигация по обзору
trail = Вы здесь
parts = Части этого списка
briefing = Обзор
sections = Разделы
actors = Действующие лица
events = События
sources = Источники
timeline = Хронология
quotes = Цитаты
evidence = Проверка
corrections = Исправления
data = Данные
as_of = По состоянию на
as_of_note = Здесь сказано то, что было известно на этот день; того, что стало известно позже, здесь нет.
updated = Обновлено:
by = Текст:
published_by = Издатель:
key_points = Главное
who = Кто
when = Когда
who_and_when = Кто и когда
unknowns = Что неизвестно
about = Об этом обзоре
all_quotes = Все цитаты
notes = Источники
back_to_text = Назад к тексту
mentions = Где упоминается
no_mentions = На других страницах не упоминается.
also_known_as = Другие названия
roles = Должности
relations = Связи
relations_note = Как связаны между собой действующие лица этого досье и кто об этом сообщает.
all_relations = Связи всех действующих лиц
relation_who = Кто
relation_whom = С кем
relation_source = Источник
drawing_timeline = События в масштабе времени
drawing_marks = Каждая отметка — событие из списка. Закрашенная: оно состоялось. Пустая: на дату этого досье оно было назначено, перенесено, отменено или о нём сообщала только одна сторона. Длинная отметка охватывает дни, когда оно было или могло быть.
drawing_breaks = Там, где линия прервана, время пропущено, и у каждого отрезка свой масштаб.
drawing_relations = Связи в виде дуг
drawing_arcs = Каждая дуга — строка таблицы; стрелка указывает, с кем эта связь.
open_page = Открыть страницу
copy_paragraph = Скопировать адрес этого абзаца и ссылку на него
copy_quotation = Скопировать адрес этой цитаты и ссылку на неё
copied = Скопированы текст, ссылка и адрес
not_copied = Браузер не позволил скопировать; адрес стоит в адресной строке
changes = Что изменилось
earlier_changes = Более ранние изменения
changed_since = Что изменилось после вашего последнего посещения {"{date}"}
changed = изменено
versions = Версии
versions_note = Каждая версия остаётся такой, какой была опубликована, по адресу, на который можно сослаться.
version_of = Версия от
newest_here = Новейшая версия здесь
since_then = С тех пор
same_since = Тексты остались прежними.
withdrawn = Эта страница изъята из этой версии.
looked_at = дата обращения:
gone_since = недоступно с
archived = В архиве:
cite_this = Как сослаться на эту страницу
speaks_for = Представляет
in_their_words = Прямая речь
took_part = События
wikidata = Запись в Викиданных
time = Когда
place = Где
status = Статус
category = Категория
participants = Участники
accounts = Версии сторон
accounts_note = Каждая версия принадлежит самой стороне; версии приводятся рядом и не сводятся в одну.
claims = Что утверждается
claims_note = Каждое утверждение принадлежит тому, кто его высказал; под ним указано, что о нём говорят источники.
borne_out_by = Подтверждается источниками
contradicted_by = Противоречат источники
one_side = Об этом рассказывает только одна сторона.
one_source = Всё это известно из единственного источника.
single_source = Известно из единственного источника
follows = Предыдущее событие
followed_by = Последующие события
part_of = Входит в событие
parts_of_it = Включает события
said_by = Кто об этом сообщает
about_event = Событие
kind = Тип
speaker = Чьи слова
on_behalf_of = от имени:
said_at = Событие, на котором это сказано
publisher = Издатель
published = Опубликовано
address = Адрес
accessed = Дата обращения
language = Язык
known_through = Приводится по источнику
fingerprint = SHA-256 архивного текста
not_archived = Текста этого источника здесь нет, поэтому цитаты из него проверить нельзя.
quoted_from_it = Что из него цитируется
found_here = Слова из других источников, найденные в его тексте
nothing_quoted = Из этого источника ничего не цитируется.
stands_on = на странице
no_events = Событий пока нет.
no_quotes = Цитат пока нет.
no_corrections = Исправлять ничего не потребовалось.
for_calendars = Эти события для вашего календаря
to_print = Всё на одной странице, для печати
contents = Содержание
positions = Позиции
positions_note = Что каждый сказал по каждой теме, собственными словами. «Высказываний не найдено» означает, что высказывания нет в этом обзоре, а не что его не было.
topic = Тема
no_statement = высказываний не найдено
search = Поиск
search_note = Ищите по всем разделам, действующим лицам, событиям, источникам и цитатам или просмотрите имена и названия.
search_label = Имя, событие, источник или слова
found_none = Ничего не найдено
quotation = Цитата
follow = Следить за изменениями и исправлениями (лента)
corrections_note = Все исправленные ошибки, начиная с последних, с прежним текстом.
was = Было
now = Стало
why = Почему
evidence_note = Все цитаты этого обзора и сведения о том, есть ли эти слова в архивном тексте указанного источника.
verdict = Результат
count = Цитаты
by_source = По источникам
characters = знаки
to_look_at = Не дословно или не проверено
not_found = Страница не найдена
not_found_note = По этому адресу ничего нет. Возможно, он написан с ошибкой или страница переименована.
moved = Страница переехала
moved_note = Теперь она здесь:
next = Далее
previous = Назад
policy_corrections = Правила исправления ошибок
policy_ethics = Этические принципы
policy_unnamed_sources = Правила работы с неназванными источниками
policy_verification = Как проверяются факты
credit = Изображение
original = оригинал
translated_by = перевод:
translated_in = в переводе источника
translated_there = в переводе этого источника
found_in = найдено в архивном тексте источника
to_passage = Это место в источнике
live_passage = Это место на странице в сети
archived_text = Архивный текст
separator = ·
comma = ,{ " " }
semicolon = ;{ " " }
quote_open = «
quote_close = »

## Names of what is one of a few

kind_name =
    .section = Раздел
    .actor = Действующее лицо
    .event = Событие
    .source = Источник
kind_plural =
    .section = Разделы
    .actor = Действующие лица
    .event = События
    .source = Источники
actor_kind =
    .person = Человек
    .organisation = Организация
    .state = Государство
    .alliance = Союз
    .office = Ведомство
    .group = Группа
actor_kinds =
    .person = Люди
    .organisation = Организации
    .state = Государства
    .alliance = Союзы
    .office = Ведомства
    .group = Группы
source_kind =
    .wire-report = Сообщение агентства
    .article = Статья
    .readout = Официальное сообщение о беседе
    .statement = Заявление
    .press-conference = Пресс-конференция
    .interview = Интервью
    .report = Доклад
    .document = Документ
    .letter = Письмо
    .broadcast = Передача
    .social-post = Публикация в соцсети
    .dataset = Набор данных
source_kinds =
    .wire-report = Сообщения агентств
    .article = Статьи
    .readout = Официальные сообщения о беседах
    .statement = Заявления
    .press-conference = Пресс-конференции
    .interview = Интервью
    .report = Доклады
    .document = Документы
    .letter = Письма
    .broadcast = Передачи
    .social-post = Публикации в соцсетях
    .dataset = Наборы данных
status_name =
    .scheduled = Запланировано (по состоянию на дату обзора)
    .occurred = Состоялось
    .postponed = Отложено; указана дата, назначенная первоначально
    .cancelled = Отменено
    .reported = Сообщает только одна сторона
status_mark =
    .scheduled = запланировано
    .occurred = { "" }
    .postponed = отложено
    .cancelled = отменено
    .reported = по данным одной стороны
claim_status =
    .stated = Заявлено
    .confirmed = Подтверждено
    .disputed = Оспаривается
    .denied = Отрицается
    .unverified = Не проверено
unnamed =
    .named = { "" }
    .unnamed-official = неназванное официальное лицо
    .unnamed-source = неназванный источник
way_heading =
    .took-part = Участие в событиях
    .scheduled = Заявленное участие
    .said = Высказывания
    .cited = Ссылки на источник
    .mentioned = Упоминания
verdict_name =
    .exact = дословно
    .folded = дословно с точностью до оформления
    .elided = с сокращениями
    .unarchived = не проверено
    .failed = не найдено
verdict_meaning =
    .exact = Слова есть в источнике, буква в букву.
    .folded = Слова есть в источнике; отличается только вид знака, тире или пробела.
    .elided = Слова есть в источнике; пропуск или вставка обозначены в цитате.
    .unarchived = Текста источника здесь нет, поэтому сверять не с чем.
    .failed = Этих слов в архивном тексте нет.
fold_name =
    .unicode-form = запись букв
    .white-space = пробелы
    .soft-hyphens = мягкие переносы
    .quotation-marks = вид кавычек
    .dashes = вид тире
    .apostrophes = вид апострофов
    .closing-mark = запятая или точка в конце
category_name =
    .AGREE = договорённость
    .CONSULT = консультации
    .SUPPORT = поддержка
    .CONCEDE = уступка
    .COOPERATE = сотрудничество
    .AID = помощь
    .RETREAT = отвод сил
    .REQUEST = просьба или требование
    .ACCUSE = обвинение
    .REJECT = отказ
    .THREATEN = угроза
    .PROTEST = протест
    .SANCTION = санкции
    .MOBILIZE = мобилизация
    .COERCE = принуждение
    .ASSAULT = нападение

## Sentences with a number or a name in them

found =
    { $n ->
        [one] { $shown } результат
        [few] { $shown } результата
       *[many] { $shown } результатов
    }
left_out =
    { $n ->
        [one] пропущено { $n } слово
        [few] пропущено { $n } слова
       *[many] пропущено { $n } слов
    }
mentions_count =
    { $n ->
        [one] { $n } упоминание
        [few] { $n } упоминания
       *[many] { $n } упоминаний
    }
quotes_count =
    { $n ->
        [one] { $n } цитата
        [few] { $n } цитаты
       *[many] { $n } цитат
    }
kind_count =
    .section =
        { $n ->
            [one] { $n } раздел
            [few] { $n } раздела
           *[many] { $n } разделов
        }
    .actor =
        { $n ->
            [one] { $n } действующее лицо
            [few] { $n } действующих лица
           *[many] { $n } действующих лиц
        }
    .event =
        { $n ->
            [one] { $n } событие
            [few] { $n } события
           *[many] { $n } событий
        }
    .source =
        { $n ->
            [one] { $n } источник
            [few] { $n } источника
           *[many] { $n } источников
        }
all_of =
    .section = Все разделы ({ $n })
    .actor = Все действующие лица ({ $n })
    .event = Все события ({ $n })
    .source = Все источники ({ $n })
whole_timeline =
    { $n ->
        [one] Вся хронология: { $n } событие
        [few] Вся хронология: { $n } события
       *[many] Вся хронология: { $n } событий
    }
own_timeline =
    { $n ->
        [one] { $n } событие в хронологии
        [few] { $n } события в хронологии
       *[many] { $n } событий в хронологии
    }
drawing_of = { $events }, { $from } — { $to }. Список ниже говорит то же самое.
drawing_relations_of = { $relations }, { $actors }. Таблица говорит то же самое.
relations_count =
    { $n ->
        [one] { $n } связь
        [few] { $n } связи
       *[many] { $n } связей
    }
all_mentions = Все упоминания ({ $n })
version = Версия { $n }
pages_added =
    { $n ->
        [one] { $n } страница добавлена
        [few] { $n } страницы добавлены
       *[many] { $n } страниц добавлено
    }
pages_changed =
    { $n ->
        [one] { $n } страница изменена
        [few] { $n } страницы изменены
       *[many] { $n } страниц изменено
    }
pages_removed =
    { $n ->
        [one] { $n } страница удалена
        [few] { $n } страницы удалены
       *[many] { $n } страниц удалено
    }
quotations_changed =
    { $n ->
        [one] { $n } цитата добавлена или изменена
        [few] { $n } цитаты добавлены или изменены
       *[many] { $n } цитат добавлено или изменено
    }
front_changed = Изменена главная страница.
but_for = отличия: { $folds }
part = страница { $n } из { $of }
correction_of = Исправление: { $name }
was_now = Было: «{ $was }». Стало: «{ $now }».
mentions_of = Упоминания: { $name }
timeline_of = Хронология: { $name }
description = { $name }: что известно, кто и когда об этом сказал, с источниками, в обзоре «{ $site }».
description_with_kind = { $name } ({ $kind }): что известно, кто и когда об этом сказал, с источниками, в обзоре «{ $site }».

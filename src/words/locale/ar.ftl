# Arabic. The figures are 0 to 9, as in its dates.

## Texts

skip = الانتقال إلى النص
site_navigation = أقسام الملف
trail = أنت هنا
parts = أجزاء هذه القائمة
briefing = الملف
sections = الأقسام
actors = الأطراف
events = الأحداث
sources = المصادر
timeline = التسلسل الزمني
quotes = الاقتباسات
evidence = التحقق
corrections = التصويبات
data = البيانات
as_of = حتى تاريخ
as_of_note = يعرض هذا الملف ما كان معروفاً في ذلك اليوم، ولا يشمل ما عُرف بعده.
updated = آخر تحديث:
by = إعداد:
published_by = الناشر:
key_points = أبرز النقاط
who = من
when = متى
who_and_when = من ومتى
unknowns = ما ليس معروفاً
about = حول هذا الملف
all_quotes = جميع الاقتباسات
notes = المصادر
back_to_text = العودة إلى النص
mentions = مواضع الذكر
no_mentions = لا ذكر له في صفحة أخرى.
also_known_as = أسماء أخرى
roles = المناصب
relations = العلاقات
relations_note = كيف ترتبط الأطراف في هذا الملف بعضها ببعض، ومن يقول ذلك.
all_relations = علاقات جميع الأطراف
relation_who = من
relation_whom = مع من
relation_source = المصدر
drawing_timeline = الأحداث مرسومة بمقياس الزمن
drawing_marks = كل علامة حدث من القائمة. الممتلئة: وقع. الفارغة: كان بحسب تاريخ هذا الملف مقررا أو مؤجلا أو ملغى أو رواه طرف واحد فقط. والعلامة الطويلة تشمل الأيام التي وقع فيها أو ربما وقع فيها.
drawing_breaks = حيث ينقطع الخط حُذف زمن، ولكل جزء مقياسه الخاص.
drawing_relations = العلاقات مرسومة على شكل أقواس
drawing_arcs = كل قوس صف من الجدول، ورأسه يشير إلى الطرف الآخر في العلاقة.
open_page = افتح الصفحة
copy_paragraph = انسخ عنوان هذه الفقرة وطريقة الاستشهاد بها
copy_quotation = انسخ عنوان هذا الاقتباس وطريقة الاستشهاد به
copied = نُسخ النص وطريقة الاستشهاد به وعنوانه
not_copied = لم يسمح المتصفح بالنسخ؛ العنوان في شريط العنوان
changes = ما الذي تغيّر
earlier_changes = تغييرات سابقة
changed_since = ما تغيّر منذ زيارتك الأخيرة في {"{date}"}
changed = تغيّر
versions = الإصدارات
versions_note = يبقى كل إصدار كما نُشر، على عنوان يمكن الاستشهاد به.
version_of = إصدار
newest_here = الأحدث هنا
since_then = منذ ذلك الحين
same_since = النصوص كما كانت.
withdrawn = سُحبت هذه الصفحة من هذا الإصدار.
looked_at = آخر اطلاع:
gone_since = لم يعد متاحا منذ
archived = نسخة محفوظة:
cite_this = الاستشهاد بهذه الصفحة
speaks_for = يتحدث باسم
in_their_words = نص التصريحات
took_part = الأحداث
wikidata = المدخل في ويكي بيانات
time = متى
place = أين
status = الحالة
category = التصنيف
participants = المشاركون
accounts = رواية كل طرف
accounts_note = كل رواية منسوبة إلى صاحبها، وقد وُضعت الروايات جنباً إلى جنب من دون دمج.
claims = ما يُدّعى
claims_note = كل ادعاء منسوب إلى صاحبه، وتحته ما تقوله المصادر عنه.
borne_out_by = تؤيده المصادر
contradicted_by = تنفيه المصادر
one_side = يروي هذا طرف واحد فقط.
one_source = كل ذلك معروف من مصدر واحد فقط.
single_source = معروف من مصدر واحد فقط
follows = يأتي بعد
followed_by = يليه
part_of = جزء من
parts_of_it = يشمل
said_by = من يقول ذلك
about_event = الحدث
kind = النوع
speaker = المتحدث
on_behalf_of = باسم
said_at = قيل خلال
publisher = الناشر
published = تاريخ النشر
address = الرابط
accessed = آخر اطلاع
language = اللغة
known_through = نقلاً عن
fingerprint = بصمة SHA-256 للنص المؤرشف
not_archived = نص هذا المصدر غير محفوظ هنا، ولذلك لا يمكن التحقق من اقتباساته.
quoted_from_it = ما اقتُبس منه
found_here = كلمات من مصادر أخرى وُجدت في نصه
nothing_quoted = لم يُقتبس شيء من هذا المصدر.
stands_on = في صفحة
no_events = لا أحداث حتى الآن.
no_quotes = لا اقتباسات حتى الآن.
no_corrections = لم يستدعِ شيء التصويب.
for_calendars = هذه الأحداث لتقويمك
to_print = الكل في صفحة واحدة للطباعة
contents = المحتويات
positions = المواقف
positions_note = ما قاله كل متحدث في كل موضوع، بنص كلامه. «لم يُعثر على تصريح» تعني أن هذا الملف لا يتضمن تصريحاً، لا أنه لا يوجد تصريح.
topic = الموضوع
no_statement = لم يُعثر على تصريح
search = البحث
search_note = ابحث في جميع الأقسام والأطراف والأحداث والمصادر والاقتباسات، أو تصفح الأسماء.
search_label = اسم أو حدث أو مصدر أو كلمات
found_none = لا نتائج
quotation = اقتباس
follow = متابعة التغييرات والتصويبات (خلاصة)
corrections_note = جميع الأخطاء التي صُوّبت، الأحدث أولاً، مع النص السابق.
was = النص السابق
now = النص الحالي
why = السبب
evidence_note = جميع الاقتباسات في هذا الملف، وهل ترد ألفاظها في النص المؤرشف للمصدر المذكور.
verdict = النتيجة
count = الاقتباسات
by_source = بحسب المصدر
characters = الأحرف
to_look_at = غير حرفية أو لم يُتحقق منها
not_found = الصفحة غير موجودة
not_found_note = لا شيء في هذا العنوان. ربما كُتب خطأً أو تغيّر اسم الصفحة.
moved = انتقلت هذه الصفحة
moved_note = هي الآن هنا:
next = التالي
previous = السابق
policy_corrections = سياسة التصويب
policy_ethics = المبادئ الأخلاقية
policy_unnamed_sources = سياسة المصادر غير المسماة
policy_verification = كيف يجري التحقق من الوقائع
credit = الصورة
original = الأصل
translated_by = ترجمة
translated_in = بحسب الترجمة الواردة في
translated_there = بترجمة ذلك المصدر
found_in = وُجد في النص المؤرشف للمصدر
to_passage = الموضع في المصدر
live_passage = الموضع في الصفحة على الإنترنت
archived_text = النص المؤرشف
separator = ·
comma = ،{ " " }
semicolon = ؛{ " " }
quote_open = «
quote_close = »

## Names of what is one of a few

kind_name =
    .section = قسم
    .actor = طرف
    .event = حدث
    .source = مصدر
kind_plural =
    .section = الأقسام
    .actor = الأطراف
    .event = الأحداث
    .source = المصادر
actor_kind =
    .person = شخص
    .organisation = منظمة
    .state = دولة
    .alliance = تحالف
    .office = جهة رسمية
    .group = مجموعة
actor_kinds =
    .person = الأشخاص
    .organisation = المنظمات
    .state = الدول
    .alliance = التحالفات
    .office = الجهات الرسمية
    .group = المجموعات
source_kind =
    .wire-report = خبر وكالة
    .article = مقال
    .readout = ملخص رسمي
    .statement = بيان
    .press-conference = مؤتمر صحفي
    .interview = مقابلة
    .report = تقرير
    .document = وثيقة
    .letter = رسالة
    .broadcast = بث
    .social-post = منشور على وسائل التواصل
    .dataset = مجموعة بيانات
source_kinds =
    .wire-report = أخبار الوكالات
    .article = المقالات
    .readout = الملخصات الرسمية
    .statement = البيانات
    .press-conference = المؤتمرات الصحفية
    .interview = المقابلات
    .report = التقارير
    .document = الوثائق
    .letter = الرسائل
    .broadcast = مواد البث
    .social-post = منشورات وسائل التواصل
    .dataset = مجموعات البيانات
status_name =
    .scheduled = مقرر، حتى تاريخ هذا الملف
    .occurred = جرى
    .postponed = مؤجل؛ وهذا هو الموعد المحدد أصلاً
    .cancelled = ملغى
    .reported = أفاد به طرف واحد فقط
status_mark =
    .scheduled = مقرر
    .occurred = { "" }
    .postponed = مؤجل
    .cancelled = ملغى
    .reported = بحسب طرف واحد
claim_status =
    .stated = مُعلن
    .confirmed = مؤكد
    .disputed = متنازع عليه
    .denied = منفي
    .unverified = غير متحقق منه
unnamed =
    .named = { "" }
    .unnamed-official = مسؤول لم يُذكر اسمه
    .unnamed-source = مصدر لم يُذكر اسمه
way_heading =
    .took-part = المشاركة في
    .scheduled = مشاركة معلنة في
    .said = تصريحات في
    .cited = مذكور مصدراً في
    .mentioned = ذكر في
verdict_name =
    .exact = حرفياً
    .folded = حرفياً عدا علامات الكتابة
    .elided = مع حذف
    .unarchived = من دون تحقق
    .failed = من دون تطابق
verdict_meaning =
    .exact = الألفاظ واردة في المصدر حرفاً بحرف.
    .folded = الألفاظ واردة في المصدر، ولا يختلف إلا شكل علامة أو شرطة أو مسافة.
    .elided = الألفاظ واردة في المصدر، مع حذف أو إضافة مشار إليهما في الاقتباس.
    .unarchived = نص المصدر غير محفوظ، فلا شيء يُقارن به.
    .failed = الألفاظ غير واردة في النص المؤرشف.
fold_name =
    .unicode-form = ترميز الحروف
    .white-space = المسافات
    .soft-hyphens = علامات تقطيع الكلمات
    .quotation-marks = شكل علامات الاقتباس
    .dashes = شكل الشرطات
    .apostrophes = شكل الفواصل العليا
    .closing-mark = الفاصلة أو النقطة الختامية
category_name =
    .AGREE = اتفاق
    .CONSULT = مشاورات
    .SUPPORT = تأييد
    .CONCEDE = تنازل
    .COOPERATE = تعاون
    .AID = مساعدة
    .RETREAT = انسحاب
    .REQUEST = طلب
    .ACCUSE = اتهام
    .REJECT = رفض
    .THREATEN = تهديد
    .PROTEST = احتجاج
    .SANCTION = عقوبات
    .MOBILIZE = تعبئة
    .COERCE = إكراه
    .ASSAULT = هجوم

## Sentences with a number or a name in them

found =
    { $n ->
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $shown } نتائج
       *[other] { $shown } نتيجة
    }
left_out =
    { $n ->
        [one] حُذفت كلمة واحدة
        [two] حُذفت كلمتان
        [few] حُذفت { $n } كلمات
       *[other] حُذفت { $n } كلمة
    }
mentions_count =
    { $n ->
        [zero] لا إشارات
        [one] إشارة واحدة
        [two] إشارتان
        [few] { $n } إشارات
       *[other] { $n } إشارة
    }
quotes_count =
    { $n ->
        [zero] لا اقتباسات
        [one] اقتباس واحد
        [two] اقتباسان
        [few] { $n } اقتباسات
        [many] { $n } اقتباساً
       *[other] { $n } اقتباس
    }
kind_count =
    .section =
        { $n ->
            [zero] لا أقسام
            [one] قسم واحد
            [two] قسمان
            [few] { $n } أقسام
            [many] { $n } قسماً
           *[other] { $n } قسم
        }
    .actor =
        { $n ->
            [zero] لا أطراف
            [one] طرف واحد
            [two] طرفان
            [few] { $n } أطراف
            [many] { $n } طرفاً
           *[other] { $n } طرف
        }
    .event =
        { $n ->
            [zero] لا أحداث
            [one] حدث واحد
            [two] حدثان
            [few] { $n } أحداث
            [many] { $n } حدثاً
           *[other] { $n } حدث
        }
    .source =
        { $n ->
            [zero] لا مصادر
            [one] مصدر واحد
            [two] مصدران
            [few] { $n } مصادر
            [many] { $n } مصدراً
           *[other] { $n } مصدر
        }
all_of =
    .section = جميع الأقسام ({ $n })
    .actor = جميع الأطراف ({ $n })
    .event = جميع الأحداث ({ $n })
    .source = جميع المصادر ({ $n })
whole_timeline = التسلسل الزمني كاملاً ({ $n })
own_timeline = الأحداث في تسلسل زمني ({ $n })
drawing_of = { $events }، من { $from } إلى { $to }. والقائمة أدناه تقول الشيء نفسه.
drawing_relations_of = { $relations }، { $actors }. والجدول يقول الشيء نفسه.
relations_count =
    { $n ->
        [one] علاقة واحدة
        [two] علاقتان
        [few] { $n } علاقات
       *[other] { $n } علاقة
    }
all_mentions = جميع الإشارات ({ $n })
version = الإصدار { $n }
pages_added =
    { $n ->
        [one] أُضيفت صفحة واحدة
        [two] أُضيفت صفحتان
        [few] أُضيفت { $n } صفحات
       *[other] أُضيفت { $n } صفحة
    }
pages_changed =
    { $n ->
        [one] عُدّلت صفحة واحدة
        [two] عُدّلت صفحتان
        [few] عُدّلت { $n } صفحات
       *[other] عُدّلت { $n } صفحة
    }
pages_removed =
    { $n ->
        [one] أُزيلت صفحة واحدة
        [two] أُزيلت صفحتان
        [few] أُزيلت { $n } صفحات
       *[other] أُزيلت { $n } صفحة
    }
quotations_changed =
    { $n ->
        [one] أُضيف أو عُدّل اقتباس واحد
        [two] أُضيف أو عُدّل اقتباسان
        [few] أُضيفت أو عُدّلت { $n } اقتباسات
        [many] أُضيف أو عُدّل { $n } اقتباساً
       *[other] أُضيف أو عُدّل { $n } اقتباس
    }
front_changed = تغيّرت الصفحة الرئيسية.
but_for = الاختلافات: { $folds }
part = صفحة { $n } من { $of }
correction_of = تصويب: { $name }
was_now = السابق: «{ $was }». الحالي: «{ $now }».
mentions_of = مواضع ذكر { $name }
timeline_of = التسلسل الزمني: { $name }
description = { $name }: ما هو معروف، ومن قاله ومتى، مع مصادره، في ملف «{ $site }».
description_with_kind = { $name } ({ $kind }): ما هو معروف، ومن قاله ومتى، مع مصادره، في ملف «{ $site }».

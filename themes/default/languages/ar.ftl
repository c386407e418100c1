# كلمات الواجهة بالعربية. كل سطر: `اسم = كلمات`، وما بين { $الأقواس } يُملأ تلقائيًا.
# الخطاب بصيغة المصدر أو الجمع كي يشمل الجميع. يمكن للموقع تغيير بعضها في themes/default/languages/ar.ftl.

# التواريخ والأعداد

date = { $day } { $month } { $year }
month_1 = يناير
month_2 = فبراير
month_3 = مارس
month_4 = أبريل
month_5 = مايو
month_6 = يونيو
month_7 = يوليو
month_8 = أغسطس
month_9 = سبتمبر
month_10 = أكتوبر
month_11 = نوفمبر
month_12 = ديسمبر
# الأرقام العشرة بدءًا من الصفر، وما يفصل بين عناصر القائمة.
digits = ٠١٢٣٤٥٦٧٨٩
# اسم هذه الأرقام في أوراق الأنماط، وبها تُرقَّم القوائم.
counters = arabic-indic
list_comma = { "، " }
# فاصل الآلاف، ومن كم رقمًا يبدأ، والفاصلة العشرية.
group = ٬
group_from = 4
decimal = ٫
minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
entries = { $count ->
    [zero] لا مواد بعد
    [one] مادة واحدة
    [two] مادتان
    [few] { $count } مواد
    [many] { $count } مادة
   *[other] { $count } مادة
}
grades = { $count ->
    [one] الصف { $list }
    [two] الصفان { $list }
    [zero] الصفوف { $list }
    [few] الصفوف { $list }
    [many] الصفوف { $list }
   *[other] الصفوف { $list }
}
# بعد الصفوف التي لها اسم، مثل الروضة.
grades_too = { $count ->
    [one] الصف { $list }
    [two] الصفان { $list }
    [zero] الصفوف { $list }
    [few] الصفوف { $list }
    [many] الصفوف { $list }
   *[other] الصفوف { $list }
}
# صفان متتاليان، ثم ثلاثة فأكثر.
grade_pair = { $first } و{ $last }
grade_range = من { $first } إلى { $last }
week = الأسبوع { $number }
numbered = { $title } ({ $number })
numbered_of = { $title } ({ $number } من { $total })
part_of = { $title }: { $part }

# ما يحيط بكل صفحة

home = الرئيسية
skip = الانتقال إلى المحتوى
main_menu = القائمة الرئيسية
language = اللغة
you_are_here = موقعكم الحالي
turn = السابق والتالي
previous = السابق
next = التالي
edit_page = تعديل هذه الصفحة
print_page = طباعة هذه الصفحة
send_by_mail = إرسال بالبريد الإلكتروني
report_problem = الإبلاغ عن مشكلة
scheme_dark = ألوان داكنة
scheme_light = ألوان فاتحة
copy_text = نسخ النص
copied = تم النسخ.
not_copied = تعذّر النسخ. يمكن تحديد النص ونسخه يدويًا.
on_this_page = في هذه الصفحة
more_in = المزيد في { $title }
all_of = كل ما في { $title }
in_language = باللغة { $language }
draft = مسودة
not_found = الصفحة غير موجودة
not_found_lead = لا توجد صفحة على هذا العنوان. ربما نُقلت الصفحة، أو وقع خطأ في كتابة العنوان.
not_found_check = يُرجى التأكد من عدم وجود حرف ناقص أو زائد في العنوان.
not_found_begin = يمكن البدء من جديد من
not_found_first = الصفحة الأولى في { $title }
not_found_tab = ، أو اختيار أحد الأقسام أعلاه.
not_found_up = يمكن حذف الجزء الأخير من العنوان، حتى الشرطة المائلة التي قبله، ثم المحاولة من جديد.
has_moved = نُقلت صفحة «{ $title }»
moved = نُقلت هذه الصفحة
go_to = الانتقال إلى

# Search

search = بحث
search_field = ابحثوا في هذا الموقع
search_close = إغلاق
search_none = لم نجد شيئًا. جرّبوا كلمات أقل أو كلمات أخرى.
search_missing = لا صفحة فيها
search_instead = النتائج عن
search_found = النتائج
search_more = إظهار نتائج أكثر
search_narrow = تضييق النتائج
search_clear = إزالة كل ذلك
search_failed = تعذّر تحميل البحث.
search_loading = جارٍ البحث …
search_again = المحاولة مرة أخرى
search_kind = النوع
search_grades = الصفوف
search_themes = المواضيع
search_minutes = المدة
search_minutes_2 = حتى دقيقتين
search_minutes_5 = من ٣ إلى ٥ دقائق
search_minutes_10 = من ٦ إلى ١٠ دقائق
search_minutes_20 = من ١١ إلى ٢٠ دقيقة
search_minutes_more = أكثر من ٢٠ دقيقة
search_depth = العمق
search_groups = مع من
search_formats = طريقة الجواب
search_competencies = المهارات
search_sensitive = قد يمسّ
search_language = اللغة
kinds_scenario = حالات من السياسة
library = ابحثوا عن السؤال المناسب
library_order = الترتيب
library_listed = كما في القائمة
library_minutes = الأقصر أولًا
library_depth = الأخف أولًا
library_title = أبجديًا
library_surprise = فاجئوني
library_choose = اختيار
library_chosen = المختار
library_all = اختيار كل الظاهر
library_none = إلغاء الاختيار
library_link = نسخ رابط لهذه الأسئلة
library_deck = نسخ كملف بطاقات
library_cards = بطاقاتي

# القوائم

straight_to = مباشرةً إلى
everything_here = كل ما هنا
all_parts = جميع أجزاء هذه القائمة
more = المزيد
folders = المجلدات
look_by = التصفح حسب
nothing_sorted = لم يُصنَّف شيء هنا بعد.
this_week = هذا الأسبوع
week_prompt = سؤال لهذا الأسبوع
week_thought = خاطرة لهذا الأسبوع
pages_of_list = صفحات هذه القائمة
previous_page = الصفحة السابقة
next_page = الصفحة التالية
page_of = الصفحة { $number } من { $total }
policy_number = رقم { $number }

# أنواع المواد

kind_guide = دليل عملي
kind_prompt = سؤال للحوار
kind_policy = سياسة
kind_playbook = خطة العمل
kind_deck = للطباعة
kind_brief = من البحوث
kind_story = قصة
kind_thought = خاطرة
kind_message = رسالة
kind_page = صفحة
kinds_guide = أدلة عملية
kinds_prompt = أسئلة للحوار
kinds_policy = سياسات
kinds_playbook = أقسام خطة العمل
kinds_deck = بطاقات وأوراق
kinds_brief = ملخصات بحثية
kinds_story = قصص
kinds_thought = خواطر
kinds_message = رسائل
kinds_page = صفحات
section_guides = الأدلة العملية
section_prompts = أسئلة الحوار
section_policies = السياسات
section_playbook = خطة العمل
section_cards = البطاقات
section_briefs = البحوث
section_stories = القصص
section_thoughts = الخواطر
section_messages = الرسائل

# الصلات

related_guide = أدلة عملية ذات صلة
related_prompt = أسئلة ذات صلة
related_policy = ما تنص عليه سياستنا
related_playbook = في خطة العمل
related_deck = بطاقات ذات صلة
related_brief = الأساس البحثي
related_story = قصص ذات صلة
related_thought = خواطر ذات صلة
related_message = رسائل ذات صلة
related_page = للاطلاع أيضًا
used_guide = أدلة عملية تستخدم هذه المادة
used_prompt = أسئلة تشير إلى هذه المادة
used_policy = سياسات تشير إلى هذه المادة
used_playbook = أقسام من الخطة تشير إلى هذه المادة
used_deck = بطاقات وأوراق للطباعة
used_brief = بحوث في هذا الموضوع
used_story = قصص في هذا الموضوع
used_thought = خواطر تشير إلى هذه المادة
used_message = رسائل ذات صلة
used_page = صفحات تشير إلى هذه المادة
refers_here = ما يشير إلى هذه الصفحة
where_lines_are = أين تقف الحدود

# في ذيل المادة

find_more = مواد مشابهة
foot_tags = الوسوم
foot_themes = الموضوعات
foot_competencies = المهارات
foot_grades = الصفوف
last_changed = آخر تعديل:
first_published = تاريخ النشر:

# الأدلة العملية

at_a_glance = لمحة سريعة
for = لمن
each_time = المدة كل مرة
to_set_up = وقت التحضير
how_often = كم مرة
reach = النطاق
skills = المهارات
kept_by = بإشراف
checked = آخر مراجعة
you_need = ما يلزم
evidence = السند العلمي
steps = الخطوات
say = ما يُقال
why = لماذا
look_fors = ما ينبغي أن تلاحظوه
variations = في ظروف أخرى
pitfalls = أخطاء شائعة
everyone = كي يشارك الجميع
reflection = وقفة تأمل
before = قبل
after = بعد
sources = المصادر
tier_universal = لجميع الطلبة
tier_targeted = لبعض الطلبة
tier_intensive = دعم فردي
evidence_strong = سند قوي (المستوى ١ وفق ESSA)
evidence_moderate = سند متوسط (المستوى ٢ وفق ESSA)
evidence_promising = سند واعد (المستوى ٣ وفق ESSA)
evidence_rationale = مبني على البحوث (المستوى ٤ وفق ESSA)
evidence_practice-wisdom = ما أثبتت خبرة التدريس جدواه

# أسئلة الحوار

time = المدة
depth = العمق
depth_1 = خفيف
depth_2 = شخصي
depth_3 = حسّاس
with = مع من
answer_by = طرق الإجابة
when = متى
pass_words = يمكنك تجاوز السؤال، ولا بأس في ذلك.
before_you_ask = قبل طرح السؤال
duty = قد تكشف إجابةٌ ما عن أذى أو خطر. الإبلاغ واجب عليكم قانونًا (mandated reporter): لا يمكنكم الوعد بكتمان السر، وعليكم الإبلاغ بأنفسكم في اليوم نفسه.
not_now = الأفضل تأجيل السؤال إذا
take_care = بلطف وعناية
may_touch = قد يمسّ هذه الموضوعات:
go_first = أبدأ أنا
follow_ups = لمتابعة الحوار
way_to_pass = لمن يفضّل عدم الإجابة
copy_message = نسخ كرسالة
copy_to = إلى من
copy_words = الكلمات وحدها
copy_student = إلى طالب أو طالبة
copy_group = إلى مجموعة
copy_family = إلى أسرة
copied_length = عدد الأحرف
greet_student = مرحبًا [الاسم]،
greet_group = مرحبًا بكم جميعًا،
greet_family = إلى أسرة [الاسم] الكريمة،
in_other_languages = بلغات أخرى
listen_for = ما يجدر الانتباه إليه
prompt_question = سؤال
prompt_praise = كلمات تقدير
prompt_sentence-starter = بداية جملة
prompt_scale = مقياس
prompt_draw = فكرة للرسم
disclosure_low = نادرًا ما تستوجب الإجابات الإبلاغ
disclosure_medium = قد تستوجب إجابةٌ ما الإبلاغ
disclosure_high = للاستعداد مسبقًا: قد تستوجب إجابةٌ ما الإبلاغ

# السياسات

replaced = سياسة مستبدَلة.
replaced_lead = لم تعد هذه السياسة سارية، ونحتفظ بها للتوثيق.
overdue = المراجعة متأخرة.
overdue_since = كان موعد مراجعة هذه السياسة في
overdue_plain = فات موعد مراجعة هذه السياسة
overdue_applies = . وهي سارية إلى أن تُعدَّل.
on_its_face = بيانات السياسة
number = الرقم
status = الحالة
status_draft = مسودة
status_adopted = معتمدة
status_superseded = مستبدَلة
version = الإصدار
in_effect = تاريخ السريان
revised = آخر تعديل
reviewed = آخر مراجعة
next_review = المراجعة القادمة
owner = الجهة المسؤولة
applies_to = تنطبق على
definitions = معاني المصطلحات
channels = قنوات التواصل
channel = القناة
two_way = تتيح الرد
on_record = تُحفظ في السجل
who_sees = من يطّلع عليها
family_included = تشمل الأسرة
hours = الأوقات
approval = الموافقة
yes = نعم
no = لا
school_days = أيام الدراسة
weekends = نهاية الأسبوع والعطلات
emergencies = الحالات الطارئة
conduct = قواعد السلوك
level_never = ممنوع
level_with-permission = بإذن فقط
level_caution = بحذر
level_good-practice = ممارسة جيدة
scenarios = مواقف ملتبسة
scenarios_hint = اقرؤوا الموقف، وقرّروا ما ستفعلون، ثم افتحوا الإجابة.
what_to_do = ما العمل، ولماذا
do_this = ما العمل:
why_this = لماذا:
reporting = الإبلاغ
exceptions = الاستثناءات
training = التدريب
legal = القوانين
changes = التعديلات
day = التاريخ
what_changed = ما الذي تغيّر
approved_by = جهة الاعتماد
sign_off = نموذج التوقيع
sign_off_of = { $title }، الإصدار { $version }
sign_name = الاسم
sign_role = المدرسة والوظيفة
sign_signature = التوقيع
sign_date = التاريخ
return_to = يُسلَّم إلى:
# ما يُسمّى به الرابط إلى جزء من سياسة.
part_changes = التعديلات
part_definitions = معاني المصطلحات
part_channels = قنوات التواصل
part_hours = الأوقات
part_conduct = قواعد السلوك
part_scenarios = مواقف ملتبسة
part_reporting = الإبلاغ
part_exceptions = الاستثناءات
part_training = التدريب
part_legal = القوانين واللوائح
part_sign-off = التوقيع

# خطة العمل

where_we_are = أين وصلنا
chapters = الأقسام
all_on_one_page = كل الأقسام في صفحة واحدة للطباعة
whole_of = { $title }: كل الأقسام
phase = المرحلة
begins = البداية
ends = النهاية
goal = الهدف
roles = من يفعل ماذا
checklist = قائمة المهام
by_day = في موعد أقصاه
shown_by = ما يثبت الإنجاز:
clear_ticks = مسح علاماتي
milestones = محطات رئيسية
indicators = كيف سنعرف
measure = المؤشر
at_the_start = في البداية
target = المستهدف
source = المصدر
small_groups = لا تُعرض المجموعات التي يقل عددها عن { $count }
risks = ما قد يتعثّر
numbers = الأرقام
what = الوصف
value = القيمة
source_of = المصدر:
as_of = . البيانات حتى

# البطاقات والأوراق

prints_on = يُطبع على
printed_on = { $stock }، { $count ->
    [zero] بلا بطاقات
    [one] واحدة في كل ورقة
    [two] اثنتان في كل ورقة
    [few] { $count } في كل ورقة
    [many] { $count } في كل ورقة
   *[other] { $count } في كل ورقة
}
backs = على الوجه الخلفي
back_none = لا شيء
back_lines = سطور للكتابة
back_follow-ups = أسئلة للمتابعة
back_translation = اللغة الأخرى
back_code = رمز يفتح صفحة السؤال
copies = عدد النسخ
languages = اللغات
on_these_cards = على هذه البطاقات
layout_cards = بطاقات الأسئلة
layout_check-in-strip = شريط «كيف حالك اليوم؟»
layout_exit-ticket = بطاقات الخروج
layout_greeting-poster = ملصق التحية
layout_relationship-map = خريطة العلاقات
layout_two-by-ten-log = سجل «دقيقتان لعشرة أيام»
layout_hours-poster = ملصق أوقات التواصل
layout_do-dont-sheet = ورقة ما يجوز وما لا يجوز
layout_scenario-cards = بطاقات المواقف
layout_sign-off-sheet = نموذج التوقيع
layout_channel-sheet = صفحة القنوات
layout_lanyard-cards = بطاقات تُعلَّق
layout_blank-cards = بطاقات فارغة

# ما يُطبع على البطاقات وبجانبها
card_number = { $number } من { $total }
card_print = اطبعوا بنسبة ١٠٠٪ وبلا هوامش
card_front = الوجه
card_back = الظهر
card_code = أسئلة تالية والمزيد عن هذا السؤال:
card_duty = إذا دلّت الإجابة على أذى أو خطر، فأنا أبلغ عنه بنفسي في اليوم نفسه.
card_test = صفحة اختبار
card_test_measure = اطبعوا هذه الصفحة بنسبة ١٠٠٪ وبلا هوامش على ورق عادي. طول المسطرتين ٤ بوصات و١٠٠ مليمتر، وتبعد الزوايا ١٠ مليمترات عن حواف الورقة.
card_test_hold = ضعوها مع ورقة بطاقات على زجاج نافذة: يجب أن تقع الإطارات على البطاقات.
card_test_offset = إن لم تقع عليها فقيسوا مقدار الفرق واكتبوه في site.yaml بالمليمتر، إلى اليمين ثم إلى الأسفل: print ثم offset، وللظهر وحده: back_offset.
mood_title = كيف حالك اليوم؟
mood_sun = شمس
mood_cloud = غيوم
mood_rain = مطر
mood_storm = عاصفة
mood_private = ليس اليوم
mood_alone = أرجو أن تأتي إليّ لاحقًا. أودّ أن نتحدّث على انفراد.
ticket_title = قبل الانصراف
ticket_day = التاريخ ______________
ticket_open = ماذا ستأخذ معك من هذا اليوم؟
greet_title = كيف تحبّ أن تلقي التحية؟
greet_wave = تلويح باليد
greet_thumb = إبهام مرفوع
greet_nod = إيماءة بالرأس
greet_smile = ابتسامة
greet_heart = يد على القلب
greet_air = كفّ بكفّ في الهواء
greet_words = بالكلام، بأي لغة
greet_quiet = دخول هادئ
greet_foot = أشر إلى واحدة. لا أحد مضطرّ إلى اللمس، ولا أحد مضطرّ إلى الكلام.
map_title = من يعرف من
map_student = الطالب
map_adult = شخص بالغ يعرفه
map_peer = زميل يرتاح إليه
map_next = من يبدأ
map_foot = تبقى هذه الورقة في الغرفة. لا أحد يصوّرها، وتُمزَّق بعد ذلك.
log_title = عشرة أيام، دقيقتان
log_hope = ما آمله
log_day = اليوم { $number }
log_insight = ما أعرفه الآن
log_foot = لا أسماء على هذه الورقة. اقرؤوها في اليوم العاشر ثم مزّقوها.
blank_title = سؤالي أنا
hours_title = متى نردّ
conduct_title = ما نفعله وما لا نفعله
channels_title = كيف نكتب ونتحدّث

# صفحة مجموعة البطاقات
print_it = الطباعة
sheets_count = { $count ->
    [one] ورقة واحدة
    [two] ورقتان
    [few] { $count } ورقات
   *[other] { $count } ورقة
}
cards_count = { $count ->
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $count } بطاقات
   *[other] { $count } بطاقة
}
sheets_pdf = تنزيل ملف PDF
sheets_all = عرض كل الأوراق وطباعتها
sheets_test = صفحة اختبار لطابعتكم
sheets_fold = البطاقات نفسها للطيّ، لطابعة تطبع على وجه واحد (PDF)
sheets_of = { $title }: كل الأوراق
sheets_print = طباعة هذه الأوراق
sheets_first = الورقة الأولى من { $title }
print_scale = في نافذة الطباعة اختاروا ١٠٠٪ («الحجم الفعلي») وبلا هوامش.
print_long = اطبعوا على الوجهين واختاروا «القلب على الحافة الطويلة». اطبعوا ورقة واحدة أولًا وانظروا إليها في الضوء.
print_short = اطبعوا على الوجهين واختاروا «القلب على الحافة القصيرة». اطبعوا ورقة واحدة أولًا وانظروا إليها في الضوء.
print_fold = اطبعوا على وجه واحد، وقصّوا على الخطوط، واطووا على الخط المتقطع، وألصقوا الحافة المفتوحة.
print_cut = قصّوا على الخطوط الرفيعة.
cards_print = طباعة هذه البطاقات
cards_stock = الورق
cards_backs = على الظهر
cards_turn = الوجهان
cards_turn_long = القلب على الحافة الطويلة
cards_turn_short = القلب على الحافة القصيرة
cards_turn_fold = الطيّ
cards_turn_none = وجه واحد فقط
cards_too_long = أطول من أن تسعها هذه الورقة، فتُركت:
cards_failed = تعذّر تحميل البطاقات. يُرجى الضغط على الزر مرة أخرى.

# البحوث

claim = في جملة واحدة
study = الدراسة
who = من شملتهم الدراسة
where = أين
how_many = العدد
method = كيف أُجريت
finding = ما توصّلت إليه الدراسة
mechanism = ما قد يفسّر ذلك
limits = ما لا تثبته الدراسة
for_leaders = للقيادات المدرسية
for_teachers = للمعلمين والمعلمات
published_in = بيانات النشر

# القصص والخواطر والرسائل

told_by = على لسان
try_this = للتجربة
to = إلى
to_family = أسرة
to_student = طالب أو طالبة
to_group = مجموعة
to_colleague = زميل أو زميلة
subject = الموضوع
by_channel = تُرسل عبر
fill_in = قبل الإرسال، أكملوا ما بين القوسين المعقوفين [ ].

# المفردات

vocabulary_tags = الوسوم
vocabulary_grades = الصفوف
vocabulary_themes = الموضوعات
vocabulary_competencies = الكفايات
vocabulary_formats = طرق الإجابة
vocabulary_groups = شكل المجموعة
vocabulary_sensitive = موضوعات حسّاسة
term_grades_PreK = ما قبل الروضة
term_grades_K = الروضة
term_grades_1 = الصف الأول
term_grades_2 = الصف الثاني
term_grades_3 = الصف الثالث
term_grades_4 = الصف الرابع
term_grades_5 = الصف الخامس
term_grades_6 = الصف السادس
term_grades_7 = الصف السابع
term_grades_8 = الصف الثامن
term_grades_9 = الصف التاسع
term_grades_10 = الصف العاشر
term_grades_11 = الصف الحادي عشر
term_grades_12 = الصف الثاني عشر
term_themes_identity = الهوية
term_themes_interests = الاهتمامات
term_themes_family = الأسرة
term_themes_belonging = الانتماء
term_themes_strengths = مواطن القوة
term_themes_goals = الأهداف
term_themes_challenge = التحديات
term_themes_gratitude = الامتنان
term_themes_learning = التعلّم
term_themes_feedback = التغذية الراجعة
term_themes_community = المجتمع
term_themes_transitions = التغيّر والانتقال
term_competencies_self-awareness = الوعي بالذات
term_competencies_self-management = إدارة الذات
term_competencies_social-awareness = الوعي الاجتماعي
term_competencies_relationship-skills = مهارات بناء العلاقات
term_competencies_responsible-decision-making = اتخاذ القرار المسؤول
term_formats_talk = التحدّث
term_formats_write = الكتابة
term_formats_draw = الرسم
term_formats_audio = تسجيل صوتي
term_formats_video = تسجيل مصوّر
term_formats_aac = التواصل المعزّز والبديل (AAC)
term_formats_choose = الاختيار
term_groups_one-to-one = فردي
term_groups_pair = ثنائيات
term_groups_circle = حلقة
term_groups_class = الصف كله
term_groups_family = مع الأسرة
term_sensitive_grief = الفقد والحزن
term_sensitive_family = الأسرة
term_sensitive_money = المال
term_sensitive_body = الجسد
term_sensitive_migration = الهجرة
term_sensitive_religion = الدين

# ما يرد في النصوص

alert_note = ملاحظة
alert_tip = نصيحة
alert_important = مهم
alert_warning = تحذير
alert_caution = انتباه
footnotes = الحواشي
footnote = الحاشية { $number }
back_to_reference = العودة إلى موضع الإشارة { $number }
link_to_section = رابط إلى هذا القسم: { $title }
table = الجدول { $number }
table_caption = جدول:
details = التفاصيل

# لبرامج أخرى: مواعيد التقويم، وما يُقال لمحركات البحث والفهارس

calendar = تقويم المراجعات والمواعيد (.ics)
event_review = موعد مراجعة: { $text }
event_chapter = { $text }
event_start = بداية: { $text }
event_end = نهاية: { $text }
event_task = الموعد النهائي: { $text }
event_milestone = محطة رئيسية: { $text }
resource_guide = دليل عملي
resource_prompt = سؤال للحوار

# المكوّنات

minus = { "\u061C" }-
percent = { $number }٪
measured = { $number } { $unit }
no_data = لا بيانات
chart_bar = رسم بالأعمدة
chart_dot = رسم بالنقاط
chart_line = رسم خطي
chart_slope = رسم بالخطوط المائلة
chart_shows = { $count ->
    [one] { $kind } فيه عدد واحد. الأدنى { $low }، والأعلى { $high }.
    [two] { $kind } فيه عددان. الأدنى { $low }، والأعلى { $high }.
    [few] { $kind } فيه { $count } أعداد. الأدنى { $low }، والأعلى { $high }.
    [many] { $kind } فيه { $count } عددًا. الأدنى { $low }، والأعلى { $high }.
   *[other] { $kind } فيه { $count } عدد. الأدنى { $low }، والأعلى { $high }.
}
chart_missing = { $count ->
    [one] ينقص عدد واحد.
    [two] ينقص عددان.
    [few] تنقص { $count } أعداد.
    [many] ينقص { $count } عددًا.
   *[other] ينقص { $count } عدد.
}
chart_value_at = { $value } ({ $label })
chart_numbers = عرض الأعداد
chart_label = البند
chart_source = المصدر: { $source }
chart_as_of = كما في { $day }
chart_not_drawn = الأعداد أكثر من أن تُرسم؛ والجدول يضمّها كلها.
size_bytes = { $size } بايت
size_kilobytes = { $size } كيلوبايت
size_megabytes = { $size } ميغابايت
transcript = التفريغ النصي
with_captions = مع نص مكتوب على الشاشة
on_another_site = في موقع آخر

# بيانات سهولة الوصول والخصوصية

statement_standard = ما نسعى إليه
statement_standard_is = إرشادات النفاذ إلى محتوى الويب (WCAG) الإصدار 2.1، المستوى AA. والباب الثاني من قانون الأمريكيين ذوي الإعاقة يطلب الأمر نفسه من المدارس العامة.
statement_checked = آخر فحص
statement_checked_on = { $day }، بالبرنامج الذي يبني هذا الموقع. ولا يجد البرنامج إلا بعض ما قد يكون خطأ.
statement_pages = الصفحات
statement_languages = اللغات
statement_pictures = الصور
pictures_described = { $count ->
    [one] صورة واحدة معها نص يقول ما تُظهره.
    [two] صورتان معهما نص يقول ما تُظهرانه.
    [few] { $count } صور معها نص يقول ما تُظهره.
    [many] { $count } صورة معها نص يقول ما تُظهره.
   *[other] { $count } صورة معها نص يقول ما تُظهره.
}
pictures_decorative = { $count ->
    [one] صورة واحدة بجانب كلمات تقول الشيء نفسه.
    [two] صورتان بجانب كلمات تقول الشيء نفسه.
    [few] { $count } صور بجانب كلمات تقول الشيء نفسه.
    [many] { $count } صورة بجانب كلمات تقول الشيء نفسه.
   *[other] { $count } صورة بجانب كلمات تقول الشيء نفسه.
}
pictures_undescribed = { $count ->
    [one] صورة واحدة بلا نص.
    [two] صورتان بلا نص.
    [few] { $count } صور بلا نص.
    [many] { $count } صورة بلا نص.
   *[other] { $count } صورة بلا نص.
}
statement_videos = مقاطع الفيديو
videos_transcribed = { $count ->
    [one] مقطع واحد معه نص الكلام.
    [two] مقطعان معهما نص الكلام.
    [few] { $count } مقاطع معها نص الكلام.
    [many] { $count } مقطعًا معها نص الكلام.
   *[other] { $count } مقطع معها نص الكلام.
}
videos_captioned = { $count ->
    [one] مقطع واحد معه ترجمة مكتوبة فقط.
    [two] مقطعان معهما ترجمة مكتوبة فقط.
    [few] { $count } مقاطع معها ترجمة مكتوبة فقط.
    [many] { $count } مقطعًا معها ترجمة مكتوبة فقط.
   *[other] { $count } مقطع معها ترجمة مكتوبة فقط.
}
videos_silent = { $count ->
    [one] مقطع واحد بلا نص ولا ترجمة مكتوبة.
    [two] مقطعان بلا نص ولا ترجمة مكتوبة.
    [few] { $count } مقاطع بلا نص ولا ترجمة مكتوبة.
    [many] { $count } مقطعًا بلا نص ولا ترجمة مكتوبة.
   *[other] { $count } مقطع بلا نص ولا ترجمة مكتوبة.
}
statement_charts = الرسوم البيانية
charts_with_tables = { $count ->
    [one] رسم واحد، وأعداده في جدول.
    [two] رسمان، وأعداد كل منهما في جدول.
    [few] { $count } رسوم، وأعداد كل منها في جدول.
    [many] { $count } رسمًا، وأعداد كل منها في جدول.
   *[other] { $count } رسم، وأعداد كل منها في جدول.
}
statement_problems = مشكلات معروفة
statement_no_problems = لم يجد الفحص أي مشكلة.
statement_excused = وُجد وتُرك كما هو
statement_unchecked = ما لا يُفحص
statement_everywhere = كل الصفحات
statement_and_more = { $count ->
    [one] وصفحة أخرى
    [two] وصفحتان أخريان
    [few] و{ $count } صفحات أخرى
    [many] و{ $count } صفحة أخرى
   *[other] و{ $count } صفحة أخرى
}
statement_contact = للكتابة إلينا
finding_empty-link = روابط بلا كلمات
finding_empty-heading = عناوين بلا كلمات
finding_heading-skip = عناوين تتخطى مستوى
finding_low-contrast = ألوان تصعب قراءتها
finding_missing-alt-text = صور بلا نص يقول ما تُظهره
finding_second-h1 = عنوان رئيسي ثانٍ
finding_table-without-header = جداول بلا صف عناوين
finding_vague-alt-text = صور لا يقول نصها ما تُظهره
finding_vague-link-text = روابط لا تقول إلى أين تؤدي
finding_video-without-transcript = مقاطع فيديو بلا نص ولا ترجمة مكتوبة
privacy_requests = المواقع الأخرى
privacy_no_requests = لا تحمّل أي صفحة شيئًا من موقع آخر: لا خطوطًا ولا صورًا ولا عدّادات. وكل صفحة تطلب من المتصفح أن يرفض ذلك.
privacy_cookies = ملفات تعريف الارتباط
privacy_no_cookies = لا شيء.
privacy_kept = ما يحفظه المتصفح
privacy_nothing_kept = لا شيء.
privacy_kept_here = لا شيء، إلى أن يحدث أحد هذه الأمور. ويبقى على هذا الجهاز ولا يُرسل إلى أحد.
kept_scheme = اختيار ألوان فاتحة أو داكنة. نقرة أخرى على الزر نفسه تحذفه. اسمه في المتصفح:
kept_ticks = وضع علامة في قائمة مهام. الزر أسفل القائمة يحذف علامات تلك الصفحة بنقرة واحدة. اسمها في المتصفح:
privacy_links = روابط إلى خارج الموقع
privacy_links_lead = { $count ->
    [0] لا توجد.
    [one] تؤدي إلى موقع واحد، ولا يُخبَر بالصفحة التي جاء منها القارئ.
    [two] تؤدي إلى موقعين، ولا يُخبَران بالصفحة التي جاء منها القارئ.
    [few] تؤدي إلى { $count } مواقع، ولا تُخبَر بالصفحة التي جاء منها القارئ.
    [many] تؤدي إلى { $count } موقعًا، ولا تُخبَر بالصفحة التي جاء منها القارئ.
   *[other] تؤدي إلى { $count } موقع، ولا تُخبَر بالصفحة التي جاء منها القارئ.
}
privacy_hosts = عرضها كلها
privacy_own = أجزاء خاصة بنا
privacy_own_parts = في مظهر هذا الموقع أجزاء لم تأتِ مع البرنامج، ولا يُذكر هنا ما تحمّله وما تحفظه: { $list }

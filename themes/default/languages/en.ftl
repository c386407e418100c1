# The words of the interface. A line is `name = words`; what stands in { $braces } is filled in.
# A site changes a few of them, or adds a language, in themes/default/languages/CODE.ftl.

# Dates and numbers

date = { $day } { $month } { $year }
month_1 = January
month_2 = February
month_3 = March
month_4 = April
month_5 = May
month_6 = June
month_7 = July
month_8 = August
month_9 = September
month_10 = October
month_11 = November
month_12 = December
# The ten digits from nought on, and what stands between the items of a list.
digits = 0123456789
# The name that style sheets have for them, which numbered lists take: decimal, arabic-indic, persian, devanagari …
counters = decimal
list_comma = { ", " }
# What parts thousands, from how many digits on, and what parts the decimals.
group = ,
group_from = 4
decimal = .
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
grades = { $count ->
    [one] Grade { $list }
   *[other] Grades { $list }
}
# The same after grades that have a name of their own, such as kindergarten in other languages.
grades_too = { $count ->
    [one] grade { $list }
   *[other] grades { $list }
}
# Two grades in a row, and three or more.
grade_pair = { $first }–{ $last }
grade_range = { $first }–{ $last }
week = Week { $number }
numbered = { $title } ({ $number })
numbered_of = { $title } ({ $number } of { $total })
part_of = { $title }: { $part }

# Around every page

home = Home
skip = Skip to the content
main_menu = Main
language = Language
you_are_here = You are here
turn = Previous and next
previous = Previous
next = Next
edit_page = Edit this page
print_page = Print this page
send_by_mail = Send by e-mail
report_problem = Report a problem
scheme_dark = Dark colors
scheme_light = Light colors
copy_text = Copy the text
copied = Copied.
not_copied = That did not work. Select the text and copy it by hand.
on_this_page = On this page
more_in = More in { $title }
all_of = All of { $title }
in_language = In { $language }
draft = Draft
not_found = Page not found
not_found_lead = There is no page at this address. It may have moved, or the address may have a slip in it.
not_found_check = Check the address for a missing or extra letter.
not_found_begin = Begin again at
not_found_first = the first page of { $title }
not_found_tab = , or pick a tab above.
not_found_up = Take off the last part of the address, up to the slash before it, and try again.
has_moved = { $title } has moved
moved = This page has moved
go_to = Go to

# Search

search = Search
search_field = Search this site
search_close = Close
search_none = Nothing found. Try fewer words, or other ones.
search_missing = No page has
search_instead = Showing results for
search_found = Results
search_more = Show more results
search_narrow = Narrow down
search_clear = Take all of these off
search_failed = Search could not be loaded.
search_loading = Searching …
search_again = Try again
search_kind = Kind
search_grades = Grades
search_themes = Themes
search_minutes = Time
search_minutes_2 = Up to 2 minutes
search_minutes_5 = 3 to 5 minutes
search_minutes_10 = 6 to 10 minutes
search_minutes_20 = 11 to 20 minutes
search_minutes_more = More than 20 minutes
search_depth = Depth
search_groups = With whom
search_formats = Answer by
search_competencies = Skills
search_sensitive = May touch
search_language = Language
kinds_scenario = Policy cases
library = Find the one you need
library_order = Order
library_listed = As listed
library_minutes = Shortest first
library_depth = Lightest first
library_title = A to Z
library_surprise = Surprise me
library_choose = Choose
library_chosen = Chosen
library_all = Choose all that are shown
library_none = Choose none
library_link = Copy a link to these
library_deck = Copy as a deck file
library_cards = My cards

# Lists

straight_to = Straight to
everything_here = Everything here
all_parts = All parts of this list
more = More
folders = Folders
look_by = Look by
nothing_sorted = Nothing is sorted by this yet.
this_week = This week
week_prompt = A question for this week
week_thought = A thought for this week
pages_of_list = Pages of this list
previous_page = Previous page
next_page = Next page
page_of = Page { $number } of { $total }
policy_number = No. { $number }

# Kinds of entries

kind_guide = Guide
kind_prompt = Prompt
kind_policy = Policy
kind_playbook = Playbook
kind_deck = To print
kind_brief = Research
kind_story = Story
kind_thought = Thought
kind_message = Message
kind_page = Page
kinds_guide = Guides
kinds_prompt = Prompts
kinds_policy = Policies
kinds_playbook = Playbook chapters
kinds_deck = Cards and sheets
kinds_brief = Research briefs
kinds_story = Stories
kinds_thought = Thoughts
kinds_message = Messages
kinds_page = Pages
section_guides = Guides
section_prompts = Prompts
section_policies = Policies
section_playbook = Playbook
section_cards = Cards
section_briefs = Briefs
section_stories = Stories
section_thoughts = Thoughts
section_messages = Messages

# Relations

related_guide = Guides that go with this
related_prompt = Prompts that go with this
related_policy = What our policy says
related_playbook = In the playbook
related_deck = Cards that go with this
related_brief = The research behind this
related_story = Stories that go with this
related_thought = Thoughts that go with this
related_message = Messages that go with this
related_page = See also
used_guide = Guides that use this
used_prompt = Prompts that refer to this
used_policy = Policies that refer to this
used_playbook = Chapters that refer to this
used_deck = Cards and sheets to print
used_brief = Research that speaks to this
used_story = Stories about this
used_thought = Thoughts that refer to this
used_message = Messages that go with this
used_page = Pages that refer to this
refers_here = What refers to this
where_lines_are = Where the lines are

# The foot of an entry

find_more = Find more like this
foot_tags = Tags
foot_themes = Themes
foot_competencies = Skills
foot_grades = Grades
last_changed = Last changed on
first_published = First published on

# Guides

at_a_glance = At a glance
for = For
each_time = Each time
to_set_up = To set up
how_often = How often
reach = Reach
skills = Skills
kept_by = Kept by
checked = Checked
you_need = You need
evidence = Evidence
steps = Steps
say = Say
why = Why
look_fors = What you should see
variations = Other settings
pitfalls = What goes wrong
everyone = So that everyone can join
reflection = Think it over
before = Before
after = After
sources = Sources
tier_universal = For every student
tier_targeted = For some students
tier_intensive = For one student at a time
evidence_strong = Strong evidence (ESSA tier 1)
evidence_moderate = Moderate evidence (ESSA tier 2)
evidence_promising = Promising evidence (ESSA tier 3)
evidence_rationale = Built on research (ESSA tier 4)
evidence_practice-wisdom = What teachers have found to work

# Prompts

time = Time
depth = Depth
depth_1 = light
depth_2 = personal
depth_3 = vulnerable
with = With
answer_by = Answer by
when = When
pass_words = You can pass, and that is fine.
before_you_ask = Before you ask
duty = An answer may tell you of harm or danger. You are a mandated reporter: you cannot promise to keep it secret, and you report it yourself, the same day.
not_now = Not now, if
take_care = Take care
may_touch = It may touch on:
go_first = I’ll go first
follow_ups = To follow up
way_to_pass = A way to pass
copy_message = Copy as a message
copy_to = To whom
copy_words = The words alone
copy_student = To one student
copy_group = To a group
copy_family = To a family
copied_length = Characters
greet_student = Hi [name],
greet_group = Hi everyone,
greet_family = Dear family of [name],
in_other_languages = In other languages
listen_for = Listen for
prompt_question = Question
prompt_praise = Words of praise
prompt_sentence-starter = Sentence starter
prompt_scale = Scale
prompt_draw = Something to draw
disclosure_low = Answers rarely call for a report
disclosure_medium = An answer may call for a report
disclosure_high = Be ready: an answer may have to be reported

# Policies

replaced = Replaced.
replaced_lead = This policy is no longer in force. It is kept for the record.
overdue = Review overdue.
overdue_since = This policy was due for review on
overdue_plain = This policy was due for review
overdue_applies = . It applies until it is changed.
on_its_face = On its face
number = Number
status = Status
status_draft = Draft
status_adopted = Adopted
status_superseded = Superseded
version = Version
in_effect = In effect
revised = Revised
reviewed = Reviewed
next_review = Next review
owner = Owner
applies_to = Applies to
definitions = What words mean
channels = Channels
channel = Channel
two_way = Two-way
on_record = Kept on record
who_sees = Who sees it
family_included = Family included
hours = Hours
approval = Approval
yes = Yes
no = No
school_days = School days
weekends = Weekends and holidays
emergencies = Emergencies
conduct = Conduct
level_never = Never
level_with-permission = Only with permission
level_caution = With care
level_good-practice = Good practice
scenarios = Gray cases
scenarios_hint = Read the case, decide for yourself, then open the answer.
what_to_do = What to do, and why
do_this = Do:
why_this = Why:
reporting = Reporting
exceptions = Exceptions
training = Training
legal = Laws
changes = Changes
day = Date
what_changed = What changed
approved_by = Approved by
sign_off = Sign-off sheet
sign_off_of = { $title }, version { $version }
sign_name = Name
sign_role = School and role
sign_signature = Signature
sign_date = Date
return_to = Return to:
# What a link to a part of a policy is called.
part_changes = Changes
part_definitions = What words mean
part_channels = Channels
part_hours = Hours
part_conduct = Conduct
part_scenarios = Scenarios
part_reporting = Reporting
part_exceptions = Exceptions
part_training = Training
part_legal = Laws and rules
part_sign-off = Sign-off

# The playbook

where_we_are = Where we are
chapters = Chapters
all_on_one_page = All chapters on one page, to print
whole_of = { $title }: all chapters
phase = Phase
begins = Begins
ends = Ends
goal = Goal
roles = Who does what
checklist = To do
by_day = by
shown_by = Shown by:
clear_ticks = Clear my ticks
milestones = Milestones
indicators = How we will know
measure = Measure
at_the_start = At the start
target = Target
source = Source
small_groups = Groups under { $count } are not shown
risks = What can go wrong
numbers = The numbers
what = What
value = Value
source_of = Source:
as_of = . As of

# Cards and sheets

prints_on = Prints on
printed_on = { $stock }, { $count ->
    [one] one to a sheet
   *[other] { $count } to a sheet
}
backs = Backs
back_none = None
back_lines = Lines to write on
back_follow-ups = What to ask next
back_translation = The other language
back_code = A code that leads to the prompt
copies = Copies
languages = Languages
on_these_cards = On these cards
layout_cards = Prompt cards
layout_check-in-strip = Check-in strip
layout_exit-ticket = Exit tickets
layout_greeting-poster = Greeting poster
layout_relationship-map = Relationship map
layout_two-by-ten-log = Two-by-ten log
layout_hours-poster = Hours poster
layout_do-dont-sheet = Do and don’t sheet
layout_scenario-cards = Scenario cards
layout_sign-off-sheet = Sign-off sheet
layout_channel-sheet = Channel sheet
layout_lanyard-cards = Cards for a lanyard
layout_blank-cards = Blank cards

# What is printed on cards and beside them
card_number = { $number } of { $total }
card_print = Print at 100 %, with no margins
card_front = Front
card_back = Back
card_code = Follow-ups and more to this question:
card_duty = If an answer tells of harm or danger, I report it myself, the same day.
card_test = Test sheet
card_test_measure = Print this page at 100 % and with no margins, on plain paper. The rulers are 4 inches and 100 millimeters long, and the corners stand 10 millimeters from the edges of the paper.
card_test_hold = Hold it with a sheet of cards against a window: the frames should lie on the cards.
card_test_offset = If they do not, measure how far they are off and write that into site.yaml, in millimeters to the right and down: print, offset; for backs alone: back_offset.
mood_title = How are you today?
mood_sun = Sun
mood_cloud = Clouds
mood_rain = Rain
mood_storm = Storm
mood_private = Not today
mood_alone = Please find me later. I would like to talk alone.
ticket_title = Before you go
ticket_day = Date ______________
ticket_open = What will you take with you from today?
greet_title = How would you like to say hello?
greet_wave = Wave
greet_thumb = Thumbs up
greet_nod = Nod
greet_smile = Smile
greet_heart = Hand on heart
greet_air = High five in the air
greet_words = Say it, in any language
greet_quiet = Walk in quietly
greet_foot = Point to one. Nobody has to touch, and nobody has to speak.
map_title = Who knows whom
map_student = Student
map_adult = An adult who knows them
map_peer = A classmate they are at ease with
map_next = Who begins
map_foot = This sheet stays in the room. Nobody photographs it, and it is shredded afterward.
log_title = Ten days, two minutes
log_hope = What I hope for
log_day = Day { $number }
log_insight = What I know now
log_foot = No name on this sheet. Read it on day ten, then shred it.
blank_title = My own question
hours_title = When we answer
conduct_title = What we do, and what we do not
channels_title = How we write and speak

# The page of a deck
print_it = Print it
sheets_count = { $count ->
    [one] One sheet
   *[other] { $count } sheets
}
cards_count = { $count ->
    [one] one card
   *[other] { $count } cards
}
sheets_pdf = Download the PDF
sheets_all = See and print all sheets
sheets_test = Test sheet for your printer
sheets_fold = The same cards to fold, for a printer that prints one side (PDF)
sheets_of = { $title }: all sheets
sheets_print = Print these sheets
sheets_first = The first sheet of { $title }
print_scale = In the print window choose 100 % (“actual size”) and no margins.
print_long = Print on both sides and choose “flip on long edge”. Print one sheet first and hold it to the light.
print_short = Print on both sides and choose “flip on short edge”. Print one sheet first and hold it to the light.
print_fold = Print on one side, cut along the lines, fold along the dashes, and tape the open edge.
print_cut = Cut along the thin lines.
cards_print = Print these cards
cards_stock = Paper
cards_backs = On the back
cards_turn = Both sides
cards_turn_long = Flip on long edge
cards_turn_short = Flip on short edge
cards_turn_fold = Fold
cards_turn_none = One side only
cards_too_long = Too long for this paper, and left out:
cards_failed = The cards could not be loaded. Press the button again.

# Research

claim = In one sentence
study = The study
who = Who
where = Where
how_many = How many
method = How
finding = What was found
mechanism = Why it may be so
limits = What it does not show
for_leaders = For leaders
for_teachers = For teachers
published_in = Published

# Stories, thoughts, messages

told_by = Told by
try_this = Try this
to = To
to_family = A family
to_student = A student
to_group = A group
to_colleague = A colleague
subject = Subject
by_channel = Send by
fill_in = Fill in what stands in brackets before you send it.

# Vocabularies

vocabulary_tags = Tags
vocabulary_grades = Grades
vocabulary_themes = Themes
vocabulary_competencies = Competencies
vocabulary_formats = Formats
vocabulary_groups = Groups
vocabulary_sensitive = Sensitive topics

# What stands in bodies

alert_note = Note
alert_tip = Tip
alert_important = Important
alert_warning = Warning
alert_caution = Caution
footnotes = Footnotes
footnote = Footnote { $number }
back_to_reference = Back to reference { $number }
link_to_section = Link to this section: { $title }
table = Table { $number }
table_caption = Table:
details = Details

# For other programs: the calendar's events, and what search engines and catalogues are told

calendar = Calendar of reviews and dates (.ics)
event_review = Review due: { $text }
event_chapter = { $text }
event_start = Begins: { $text }
event_end = Ends: { $text }
event_task = Due: { $text }
event_milestone = Milestone: { $text }
resource_guide = strategy guide
resource_prompt = discussion prompt

# Components

minus = −
percent = { $number }%
measured = { $number } { $unit }
no_data = no data
chart_bar = Bar chart
chart_dot = Dot chart
chart_line = Line chart
chart_slope = Slope chart
chart_shows = { $count ->
    [one] { $kind } of { $count } number. The lowest is { $low }, the highest { $high }.
   *[other] { $kind } of { $count } numbers. The lowest is { $low }, the highest { $high }.
}
chart_missing = { $count ->
    [one] One number is missing.
   *[other] { $count } numbers are missing.
}
chart_value_at = { $value } ({ $label })
chart_numbers = Show the numbers
chart_label = Label
chart_source = Source: { $source }
chart_as_of = As of { $day }
chart_not_drawn = There are too many numbers to draw; the table holds them all.
size_bytes = { $size } bytes
size_kilobytes = { $size } KB
size_megabytes = { $size } MB
transcript = Transcript
with_captions = with captions
on_another_site = on another site

# Statements on accessibility and privacy

statement_standard = What we aim for
statement_standard_is = The Web Content Accessibility Guidelines (WCAG) 2.1, level AA. Title II of the Americans with Disabilities Act asks the same of public schools.
statement_checked = Last check
statement_checked_on = { $day }, by the program that builds this site. A program finds only part of what can be wrong.
statement_pages = Pages
statement_languages = Languages
statement_pictures = Pictures
pictures_described = { $count ->
    [one] One has words that say what it shows.
   *[other] { $count } have words that say what they show.
}
pictures_decorative = { $count ->
    [one] One stands beside words that say the same.
   *[other] { $count } stand beside words that say the same.
}
pictures_undescribed = { $count ->
    [one] One has no words.
   *[other] { $count } have no words.
}
statement_videos = Videos
videos_transcribed = { $count ->
    [one] One has a transcript.
   *[other] { $count } have a transcript.
}
videos_captioned = { $count ->
    [one] One has captions only.
   *[other] { $count } have captions only.
}
videos_silent = { $count ->
    [one] One has neither a transcript nor captions.
   *[other] { $count } have neither a transcript nor captions.
}
statement_charts = Charts
charts_with_tables = { $count ->
    [one] One, with its numbers in a table.
   *[other] { $count }, each with its numbers in a table.
}
statement_problems = Known problems
statement_no_problems = The check found none.
statement_excused = Found and left as it is
statement_unchecked = Not looked for
statement_everywhere = every page
statement_and_more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
statement_contact = Write to us
finding_empty-link = Links without words
finding_empty-heading = Headings without words
finding_heading-skip = Headings that skip a level
finding_low-contrast = Colors that are hard to read
finding_missing-alt-text = Pictures without words that say what they show
finding_second-h1 = A second main heading
finding_table-without-header = Tables without a header
finding_vague-alt-text = Pictures whose words do not say what they show
finding_vague-link-text = Links that do not say where they lead
finding_video-without-transcript = Videos without a transcript or captions
privacy_requests = Other sites
privacy_no_requests = No page loads anything from another site: no font, no picture, no counter. Each page tells the browser to refuse it.
privacy_cookies = Cookies
privacy_no_cookies = None.
privacy_kept = Kept in your browser
privacy_nothing_kept = Nothing.
privacy_kept_here = Nothing, until you do one of these. It stays on this device and is sent to nobody.
kept_scheme = You choose light or dark colors. One more click on that button deletes it. Its name in the browser:
kept_ticks = You tick something on a checklist. The button below the list deletes the ticks of that page in one click. Their name in the browser:
privacy_links = Links that lead away
privacy_links_lead = { $count ->
    [0] There are none.
    [one] They lead to one other site, which is not told what page you came from.
   *[other] They lead to { $count } other sites, which are not told what page you came from.
}
privacy_hosts = Show them all
privacy_own = Parts of our own
privacy_own_parts = The look of this site has parts that did not come with the program. What they load and keep is not told here: { $list }

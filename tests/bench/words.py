"""The words that the corpus is made of, and sentences of them."""

from random import Random

TAGS = """
advisory attendance belonging bilingual calendar circle closing conference family feedback greeting grouping
hallway homework journal kindness listening mathematics mentor morning music noticing outdoors praise reading
repair science seating transition writing
""".split()

# Letters and single spaces only: every generator makes the same heading ids of them.
WORDS = """
able about account across action active adult afternoon again agree ahead alone along always among answer anyone
apart around arrive aside asking attempt aware back balance basket because become before begin behind believe below
bench beside best better between beyond board book border both bottle bright bring broad brother build bus busy
button call calm card care careful carry chair chalk chance change chart check child choice choose class classroom
clean clear climb clock close cloud coat colleague colour comfort common corner count courage course crayon curious
daily day decide deep delight desk detail different direct discover door doorway draft draw dream early earn easel
easy edge effort eight either else empty enough enter equal evening every example expect explain fair familiar far
feel fence few field find finish first five flag floor flower follow forward four free friendly front full garden
gather gentle gesture give glad glass goal good grade grandmother great green ground group grow guess habit half
hand handle happen hear heart heavy help hold home honest hope hour house idea important inside instead invite join
keep kind kitchen knock know label ladder language large last late laugh lead learn leave left lesson letter level
library light line list listen little long look loud lunch make many map mark matter maybe measure meeting message
middle minute mirror mistake moment month mostly move name narrow near need neighbour never next nine nobody note
notebook nothing notice number nurse offer office often once only open order other ought outside over own page paint
pair paper parent partner patient pattern pause pencil people perhaps phone picture piece place plain plan plant
play please plenty pocket point poster prepare present promise proud question quick quiet quite rain raise rather
reach ready reason recess record remember repeat report request respect rest return rhythm ribbon right ring river
room rope round routine rule safe same scissors screen season second seed seldom sentence seven share shelf short
shoulder show sign silence simple since sister six skill slow small smile soft some song soon sound space speak
spring square stage stand star start stay steady step still stone story street strong student study summer sure
table talk tall teach teacher team tell ten thank their there thing think third thought three through ticket time
today together tomorrow tone toward town tray tree trust try turn twenty twice two under understand until upon useful
usual value various vegetable very visit voice wait walk wall warm water weather week welcome when where which while
whole wide window winter with within wonder wood word work world worry write yard year yellow yesterday young
""".split()

_LENGTHS = (7, 12, 9, 15, 6, 11, 18, 8, 13, 10)
_SHAPES = (
    "{0} {1}.",
    "{0}, {1}.",
    "{0} {1}?",
    "{0} — {1}.",
    "{0} *{1}*.",
    "{0} {1}.",
    '{0}, "{1}".',
    "{0} **{1}**.",
    "{0}; {1}.",
    "{0} {1}…",
    "{0} `{1}`.",
    "{0} isn't {1}.",
)


def phrase(random: Random, length: int) -> str:
    """So many words, the first with a capital letter."""
    return " ".join(random.choices(WORDS, k=length)).capitalize()


def prose(random: Random, length: int) -> str:
    """About so many words (at most nine more) in sentences of several lengths, punctuation and emphasis among them."""
    words = random.choices(WORDS, k=length + 18)
    turn = random.randrange(60)
    sentences, at = [], 0
    while at < length:
        size = min(_LENGTHS[turn % len(_LENGTHS)], max(4, length - at))
        head, tail = words[at : at + size - 3], words[at + size - 3 : at + size]
        shape = _SHAPES[turn % len(_SHAPES)]
        sentences.append(shape.format(" ".join(head).capitalize(), " ".join(tail)))
        at, turn = at + size, turn + 7
    return " ".join(sentences)

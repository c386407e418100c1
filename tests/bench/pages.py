"""The pages of a hub that does not exist: their outlines first, then the text of each."""

from dataclasses import dataclass
from random import Random

from snippets import snippet
from words import TAGS, phrase, prose

# Half of all pages lie in the first section, the rest in equal parts in the others.
SECTIONS = ("handbook", "lessons", "routines", "families", "meetings", "projects")
# The editions of pages, and how rarely a page of each has a code block.
CODE_IN_ONE_OF = {"prose": 50, "code": 5, "languages": 50}


@dataclass(frozen=True)
class Outline:
    """What other pages may refer to, and a seed for the rest."""

    number: int
    section: str
    title: str
    headings: tuple[str, ...]
    seed: int

    @property
    def name(self) -> str:
        """The file's name without `.md`, which no other page of the corpus has."""
        return f"{_slug(self.title)}-{self.number:05}"


def outlines(count: int, seed: int) -> list[Outline]:
    """The outlines of all pages, the same ones for the same seed."""
    random = Random(seed)
    return [_outline(random, number) for number in range(count)]


def _outline(random: Random, number: int) -> Outline:
    section = SECTIONS[0] if number % 2 == 0 else SECTIONS[1 + number // 2 % (len(SECTIONS) - 1)]
    # Headings that differ within a page keep ids free of the numbers that each generator appends in its own way.
    headings = dict.fromkeys(phrase(random, random.randrange(3, 6)) for _ in range(random.randrange(5, 8)))
    return Outline(number, section, phrase(random, 4), tuple(headings), random.getrandbits(32))


def front_matter(page: Outline) -> str:
    """The page's front matter, which homeroom and Hugo read alike."""
    random = Random(page.seed)
    tags = ", ".join(random.sample(TAGS, random.randrange(2, 5)))
    date = f"20{random.randrange(19, 25)}-{random.randrange(1, 13):02}-{random.randrange(1, 29):02}"
    summary = phrase(random, 14)
    return f"---\ntitle: {page.title}\nsummary: {summary}.\ntags: [{tags}]\ndate: {date}\n---\n"


def body(page: Outline, pages: list[Outline], edition: str) -> str:
    """The page's Markdown, 600 to 900 words of it."""
    random = Random(page.seed + 1)
    words = random.randrange(340, 520)
    parts = [prose(random, 60)]
    for at, heading in enumerate(page.headings):
        parts.append(f"{'###' if at % 3 == 2 else '##'} {heading}")
        parts.append(prose(random, words // len(page.headings)))
        parts.append(_extra(random, at))
        parts.append(f"See {_link(random, pages)} for {phrase(random, 4).lower()}.")
    group, place = divmod(page.number, CODE_IN_ONE_OF[edition])
    # The place moves on from group to group, so that every section gets its share.
    if place == group % CODE_IN_ONE_OF[edition]:
        parts.insert(4, snippet(random, group))
    return "\n\n".join(filter(None, parts)) + "\n"


def _extra(random: Random, at: int) -> str:
    match at:
        case 0:
            return "\n".join(f"- {phrase(random, 7)}" for _ in range(4))
        case 1:
            return _table(random)
        case 2:
            return "\n".join(f"{step}. {phrase(random, 8)}." for step in range(1, 5))
        case 3:
            return f"> {phrase(random, 12)}."
        case 4:
            return "\n".join(f"- [{random.choice(' x')}] {phrase(random, 5)}" for _ in range(3))
        case _:
            return ""


def _table(random: Random) -> str:
    rows = [f"| {phrase(random, 2)} | {phrase(random, 3)} | {random.randrange(100)} |" for _ in range(5)]
    return "\n".join(["| Step | Who and what | Minutes |", "| --- | --- | ---: |", *rows])


def _link(random: Random, pages: list[Outline]) -> str:
    page = random.choice(pages)
    anchor = "#" + _slug(random.choice(page.headings)) if random.random() < 0.35 else ""
    return f"[{page.title.lower()}](../{page.section}/{page.name}.md{anchor})"


def _slug(words: str) -> str:
    return words.lower().replace(" ", "-")

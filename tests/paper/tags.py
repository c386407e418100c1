"""The structure of a PDF: its elements in reading order, with the words in them."""

import functools
import re
import unicodedata
from typing import NamedTuple

import pikepdf

from content import pieces

FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
"""The forms that Arabic letters take beside others, which some files name in place of the letters."""


class Tag(NamedTuple):
    """An element of the structure: its type, its attributes, what is below it, and its words."""

    kind: str
    language: str
    alt: str
    scope: str
    below: tuple
    words: str

    def all(self):
        """It and everything below it, in reading order."""
        yield self
        for tag in self.below:
            yield from tag.all()


@functools.cache
def structure(file):
    """The structure of a PDF from its document downward."""
    with pikepdf.open(file) as pdf:
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages)}
        (top,) = listed(pdf.Root.StructTreeRoot.K)
        return tag(top, numbers, [by_mark(page) for page in pieces(file)], str(pdf.Root.Lang))


def by_mark(page):
    """The text of a page by the marks it stands in."""
    found = {}
    for piece in page:
        found[piece.mark] = found.get(piece.mark, "") + piece.text
    return found


def listed(value):
    """The children of an element, of which one may stand for itself."""
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def tag(element, numbers, texts, language, page=None):
    """An element and what is below it; language and page are those of its parent where it names none."""
    language = str(element.get("/Lang", language))
    page = numbers[element.Pg.objgen] if "/Pg" in element else page
    below, own = [], []
    for child in listed(element.get("/K", pikepdf.Array())):
        if isinstance(child, pikepdf.Dictionary) and "/MCID" not in child:
            below.append(tag(child, numbers, texts, language, page))
            continue
        is_named = isinstance(child, pikepdf.Dictionary)
        here = numbers[child.Pg.objgen] if is_named and "/Pg" in child else page
        own.append(texts[here].get(int(child.MCID if is_named else child), ""))
    scope = next((str(one.Scope)[1:] for one in listed(element.get("/A", pikepdf.Array())) if "/Scope" in one), "")
    words = str(element["/ActualText"]) if "/ActualText" in element else "".join(own)
    words = " ".join(FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), words).split())
    return Tag(str(element.S)[1:], language, str(element.get("/Alt", "")), scope, tuple(below), words)

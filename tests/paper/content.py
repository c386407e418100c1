"""The text in the content of a page, mark by mark, as a reader without eyes meets it."""

import functools
import re
from typing import NamedTuple

import pikepdf

SHOWS = {"Tj", "TJ", "'", '"'}
DRAWS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "INLINE IMAGE"}


class Piece(NamedTuple):
    """Something shown or drawn: the mark it stands in, a number or `Artifact` or nothing, and its text."""

    mark: object
    text: str


@functools.cache
def pieces(file):
    """What each page shows, in the order of its content."""
    with pikepdf.open(file) as pdf:
        return [list(shown(page)) for page in pdf.pages]


def shown(page):
    """What a page shows: text that stands for other text is taken in its place, once."""
    fonts = {name: unicode_of(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
    marks, font = [], {}
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        if operator in ("BDC", "BMC"):
            facts = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
            if "/ActualText" in facts:
                yield Piece(inner(marks), str(facts["/ActualText"]))
            mark = "Artifact" if str(operands[0]) == "/Artifact" else facts.get("/MCID")
            marks.append((mark, "/ActualText" in facts))
        elif operator == "EMC":
            marks.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in SHOWS:
            is_replaced = any(replaced for _, replaced in marks)
            yield Piece(inner(marks), "" if is_replaced else decoded(operands, font))
        elif operator in DRAWS:
            yield Piece(inner(marks), "")


def inner(marks):
    """The innermost mark that is a number or an artifact; `None` outside of all."""
    return next((mark for mark, _ in reversed(marks) if mark is not None), None)


def decoded(operands, font):
    """The text of shown strings."""
    parts = operands[-1] if isinstance(operands[-1], pikepdf.Array) else operands[-1:]
    codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
    return "".join(font.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))


def unicode_of(font):
    """The characters of a font's codes, as its `ToUnicode` table gives them."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            start = bytes.fromhex(text).decode("utf-16-be")
            for at in range(int(first, 16), int(last, 16) + 1):
                letter = chr(ord(start[-1]) + at - int(first, 16))
                found[at.to_bytes(2, "big")] = start[:-1] + letter
    return found

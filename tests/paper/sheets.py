"""What lies on the pages of a PDF, in millimetres from their top left."""

import atexit
import functools

import pdfplumber

from stocks import POINT, Rect


@functools.cache
def pages(file):
    """The pages of a PDF."""
    pdf = pdfplumber.open(file)
    atexit.register(pdf.close)
    return pdf.pages


def size(page):
    """Width and height of a page."""
    return float(page.width) * POINT, float(page.height) * POINT


def rect(thing):
    """The rectangle of a character, a line or a curve."""
    return Rect(*(thing[edge] * POINT for edge in ("x0", "top", "x1", "bottom")))


def outlines(page):
    """The outlines of cards on a test sheet, as they were drawn."""
    return [rect(thing) for thing in [*page.rects, *page.curves]]


def words_of_cards(page):
    """The characters that stand on cards: captions beside them are artifacts."""
    return [char for char in page.chars if char["tag"] != "Artifact" and char["text"].strip()]


def lines_across(page):
    """The lengths of the lines that run across."""
    flat = [rect(line) for line in page.lines if abs(line["top"] - line["bottom"]) < 0.01]
    return [line for line in flat if line.right > line.x]


def words_within(page, place):
    """The words whose characters lie in a rectangle, line by line."""
    points = [length / POINT for length in place]
    found = page.crop(points, strict=False).filter(lambda thing: thing.get("tag") != "Artifact").extract_text()
    return " ".join(found.split())


def overlap(one, other):
    """Whether two rectangles have more than their edges in common."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def ticks(page, line):
    """How far from the left the upright lines stand that end at `line`, above and below it."""
    upright = [rect(one) for one in page.lines if abs(one["x0"] - one["x1"]) < 0.01]
    here = [one for one in upright if line.x - 0.01 <= one.x <= line.right + 0.01 and one.bottom - one.y < 3]
    return {
        "above": sorted(one.x for one in here if abs(one.bottom - line.y) < 0.01),
        "below": sorted(one.x for one in here if abs(one.y - line.y) < 0.01),
    }

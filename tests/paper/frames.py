"""What stands in a PDF, as JSON: for each page its size, the rectangles drawn on it, and the size and box of its letters.

Lengths are millimetres from the top left; sizes of letters are points.

    python3 frames.py FILE
"""

import json
import logging
import sys

import pdfplumber

MM = 25.4 / 72
# What is smaller is no card: a ruler's line, a corner, a drawing.
LEAST = 20.0


def box(thing):
    """Left, top, right, bottom of something on a page."""
    return [round(float(thing[edge]) * MM, 3) for edge in ("x0", "top", "x1", "bottom")]


def is_frame(edges):
    """Whether a box is as large as a card."""
    left, top, right, bottom = edges
    return right - left > LEAST and bottom - top > LEAST


def described(page):
    """A page of a PDF."""
    frames = {tuple(edges) for thing in page.rects + page.curves if is_frame(edges := box(thing))}
    letters = [[round(char["size"], 2), *box(char)] for char in page.chars if char["text"].strip()]
    return {
        "width": round(float(page.width) * MM, 2),
        "height": round(float(page.height) * MM, 2),
        "frames": sorted(frames),
        "letters": letters,
    }


def main():
    """Writes what stands in the PDF that is named."""
    # Faces that a browser draws itself have no measures, which is said of each.
    logging.disable(logging.WARNING)
    with pdfplumber.open(sys.argv[1]) as pdf:
        json.dump([described(page) for page in pdf.pages], sys.stdout)


if __name__ == "__main__":
    main()

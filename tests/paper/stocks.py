"""Card stock as its makers describe it, and how a sheet is turned: the tests' own table, in millimetres."""

from typing import NamedTuple

INCH = 25.4
POINT = INCH / 72
LETTER, A4 = (215.9, 279.4), (210.0, 297.0)


class Rect(NamedTuple):
    """A rectangle on a sheet, from its top left."""

    x: float
    y: float
    right: float
    bottom: float

    def moved(self, x, y):
        """The same, further to the right and down."""
        return Rect(self.x + x, self.y + y, self.right + x, self.bottom + y)

    def within(self, rim):
        """What is left inside a rim."""
        return Rect(self.x + rim, self.y + rim, self.right - rim, self.bottom - rim)

    def holds(self, other, slack=0.0):
        """Whether `other` lies in it."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Stock(NamedTuple):
    """A sheet of cards."""

    sheet: tuple
    card: tuple
    grid: tuple
    first: tuple
    pitch: tuple
    is_plain: bool

    def cards(self):
        """Its cards along the rows."""
        (width, height), (x, y) = self.card, self.first
        corners = [
            (x + column * self.pitch[0], y + row * self.pitch[1])
            for row in range(self.grid[1])
            for column in range(self.grid[0])
        ]
        return [Rect(x, y, x + width, y + height) for x, y in corners]


def turned(rect, sheet, edge):
    """Where a card lies that is right behind `rect`, seen from the back of a sheet turned about `edge`."""
    width, height = sheet
    is_upright_edge = (edge == "long-edge") == (height >= width)
    if is_upright_edge:
        return Rect(width - rect.right, rect.y, width - rect.x, rect.bottom)
    return Rect(rect.x, height - rect.bottom, rect.right, height - rect.y)


def _inches(sheet, card, grid, first, pitch=None):
    long = [tuple(round(length * INCH, 6) for length in pair) for pair in (card, first, pitch or card)]
    return sheet, long[0], grid, long[1], long[2]


def _mm(sheet, card, grid, first, pitch=None):
    return sheet, card, grid, first, pitch or card


_SOLD = {
    "5371 8371 8871 28371": _inches(LETTER, (3.5, 2), (2, 5), (0.75, 0.5)),
    "8373 8869": _inches(LETTER, (3.5, 2), (2, 4), (0.5, 0.75), (4, 2.5)),
    "5388 8388 5386": _inches(LETTER, (5, 3), (1, 3), (1.75, 1)),
    "5389": _inches(LETTER, (6, 4), (1, 2), (1.25, 1.5)),
    "5392 5384 74541": _inches(LETTER, (4, 3), (2, 3), (0.25, 1)),
    "5395": _inches(LETTER, (3.375, 2.3333), (2, 4), (0.6875, 0.58333), (3.75, 2.5)),
    "5164 8164": _inches(LETTER, (4, 3.3333), (2, 3), (0.15625, 0.5), (4.1875, 3.3333)),
    "5163 8163": _inches(LETTER, (4, 2), (2, 5), (0.15625, 0.5), (4.1875, 2)),
    "5168": _inches(LETTER, (3.5, 5), (2, 2), (0.5, 0.5), (4, 5)),
    "8387": _inches(LETTER[::-1], (5.5, 4.25), (2, 2), (0, 0)),
    "C32011-10": _mm(A4, (85, 54), (2, 5), (15, 13.5), (95, 54)),
    "C32015": _mm(A4, (85, 54), (2, 4), (17, 31.5), (91, 60)),
    "L7414": _mm(A4, (90, 52), (2, 5), (15, 18.5)),
    "L7413": _mm(A4, (90, 50.8), (2, 5), (15, 21.5)),
    "L7418": _mm(A4, (86, 55), (2, 4), (19, 38.5)),
    "L4785": _mm(A4, (80, 50), (2, 5), (18, 13), (95, 55)),
    "L7421": _mm(A4[::-1], (139.37, 97.29), (2, 2), (9.13, 7.71)),
}
_PLAIN = {
    "letter": _mm(LETTER, LETTER, (1, 1), (0, 0)),
    "letter-halves": _inches(LETTER, (8.5, 5.5), (1, 2), (0, 0)),
    "letter-quarters": _inches(LETTER, (4.25, 5.5), (2, 2), (0, 0)),
    "letter-3x5": _inches(LETTER[::-1], (5, 3), (2, 2), (0.5, 1.25)),
    "a4": _mm(A4, A4, (1, 1), (0, 0)),
    "a4-a6": _mm(A4, (105, 148.5), (2, 2), (0, 0)),
    "a4-a7": _mm(A4, (105, 74), (2, 4), (0, 0.5)),
}

NAMES = [*_SOLD, *_PLAIN]
"""The names of every stock: those that mean the same in one text."""

STOCKS = {
    name: Stock(*row, is_plain)
    for rows, is_plain in ((_SOLD, False), (_PLAIN, True))
    for names, row in rows.items()
    for name in names.split()
}
"""Every stock by each of its names."""

"""Codes are read by a camera, lead somewhere, and stand beside what they say."""

import unittest

import zxingcpp

import built
import fixture
import sheets
from pictures import count, drawn
from stocks import INCH, POINT

DPI = 300
STOCKS = ("5371", "5388", "L4785", "C32015", "letter-quarters", "a4-a7", "letter")


class Codes(unittest.TestCase):
    """The codes on the backs of cards."""

    @classmethod
    def setUpClass(cls):
        decks = {
            f"on-{stock.lower()}": fixture.deck(
                stock=stock, cards=["helper", *fixture.NUMBERED[:2]], languages=["en", "es"], back="code"
            )
            for stock in STOCKS
        }
        cls.site = built.site("codes", fixture.files(decks))

    def backs(self):
        """Each back as a picture, with what its codes say."""
        for name in self.site.decks():
            file = self.site.deck(name)
            pages = sheets.pages(file)
            for at in range(1, count(file), 2):
                with self.subTest(name, page=at):
                    picture = drawn(file, DPI, at)
                    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
                    self.assertTrue(found)
                    yield picture, pages[at], found

    def test_every_card_has_a_code_that_leads_to_its_own_page(self):
        found = []
        for _, _, codes in self.backs():
            for code in codes:
                self.assertTrue(self.site.has(code.text), code.text)
                found.append(code.text.rstrip("/").rsplit("/", 1)[1])
        wanted = ["helper", "question-01", "question-02"] * len(STOCKS)
        self.assertEqual(sorted(found), sorted(wanted))

    def test_every_code_is_two_centimetres_wide_and_has_four_blank_modules_around_it(self):
        for picture, _, codes in self.backs():
            for code in codes:
                left, top, right, bottom = ends(code)
                self.assertGreaterEqual((right - left) / DPI * INCH, 19.8)
                self.assertAlmostEqual(right - left, bottom - top, delta=4)
                quiet = quiet_modules(picture, (left, top, right, bottom))
                self.assertGreaterEqual(quiet, 3.8)

    def test_the_address_stands_beside_each_code(self):
        for _, page, codes in self.backs():
            for code in codes:
                left, top, right, bottom = [length / DPI * 72 for length in ends(code)]
                beside = page.crop((right, top - 10, min(page.width, right + 110 / POINT), bottom + 10), strict=False)
                said = "".join(char["text"] for char in beside.chars if char["tag"] != "Artifact")
                self.assertIn(code.text, said.replace(" ", ""))


def ends(code):
    """The left, top, right and bottom end of a code in pixels."""
    at = code.position
    corners = (at.top_left, at.top_right, at.bottom_left, at.bottom_right)
    across, down = [corner.x for corner in corners], [corner.y for corner in corners]
    return min(across), min(down), max(across) + 1, max(down) + 1


def quiet_modules(picture, place):
    """How many of its modules are blank around a code, on the side where there are the fewest."""
    left, top, right, bottom = place
    module = run(picture, left, top) / 7
    for rim in range(1, int(8 * module)):
        around = picture.crop((left - rim, top - rim, right + rim, bottom + rim))
        edges = [(0, 0, around.width, 1), (0, 0, 1, around.height)]
        edges += [(0, around.height - 1, around.width, around.height), (around.width - 1, 0, around.width, around.height)]
        if rim > 2 and min(around.crop(edge).getextrema()[0] for edge in edges) < 128:
            return rim / module
    return 8


def run(picture, left, top):
    """How many pixels wide the finder at the top left of a code is."""
    row = top + 3
    wide = 0
    while picture.getpixel((left + 2 + wide, row)) < 128:
        wide += 1
    return wide + 2


if __name__ == "__main__":
    unittest.main()

"""Sheets look as they looked: a few of them are compared with pictures.

`UPDATE=1` in the environment draws the pictures anew; look at them before you keep them.
"""

import os
import unittest
from pathlib import Path

from PIL import Image, ImageChops

import built
import fixture
from pictures import drawn

REFERENCES = Path(__file__).parent / "references"
DPI = 60
MEAN, SHARE, DIFFERENT = 1.0, 0.01, 64
"""How far a picture may be off: shades on average, and the share of pixels that are off by more than 64 shades."""

LANGUAGES = ["en", "es", "ar"]
DECKS = {
    "question-front": ("cards", "5388", 0, {"cards": ["helper"], "languages": ["en", "es"], "back": "follow-ups"}),
    "question-back": ("cards", "5388", 1, {"cards": ["helper"], "languages": ["en", "ar"], "back": "follow-ups"}),
    "strip": ("check-in-strip", "a4-a6", 0, {"cards": ["helper"], "languages": ["en", "ar"]}),
    "greeting": ("greeting-poster", "letter", 0, {"languages": ["en", "es"]}),
    "channels": ("channel-sheet", "a4", 0, {"policy": ["bounds"]}),
    "folded": ("scenario-cards", "letter-halves", 0, {"policy": ["bounds"], "languages": LANGUAGES, "duplex": "fold"}),
}


class Pictures(unittest.TestCase):
    """A page of each kind."""

    def test_each_page_looks_as_it_did(self):
        decks = {name: fixture.deck(layout, stock, **fields) for name, (layout, stock, _, fields) in DECKS.items()}
        site = built.site("pictures", fixture.files(decks))
        for name, (_, _, page, _) in DECKS.items():
            with self.subTest(name):
                picture, reference = drawn(site.deck(name), DPI, page), REFERENCES / f"{name}.png"
                if os.environ.get("UPDATE"):
                    REFERENCES.mkdir(exist_ok=True)
                    picture.quantize(16).save(reference, optimize=True)
                self.assert_alike(picture, Image.open(reference).convert("L"))

    def test_a_picture_in_which_a_line_is_moved_is_told_apart(self):
        reference = Image.open(REFERENCES / "question-front.png").convert("L")
        moved = ImageChops.offset(reference, 0, 3)
        with self.assertRaises(AssertionError):
            self.assert_alike(moved, reference)

    def assert_alike(self, one, other):
        """Two pictures are of one size, and off by little."""
        self.assertEqual(one.size, other.size)
        counts = ImageChops.difference(one, other).histogram()
        pixels = sum(counts)
        self.assertLess(sum(shade * count for shade, count in enumerate(counts)) / pixels, MEAN)
        self.assertLess(sum(counts[DIFFERENT:]) / pixels, SHARE)


if __name__ == "__main__":
    unittest.main()

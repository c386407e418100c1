"""The drawing of a deck's first sheet needs nothing but itself."""

import unittest
import xml.etree.ElementTree as ET

import built
import sheets
from stocks import POINT
from test_tags import layouts

SVG = "{http://www.w3.org/2000/svg}"
PARTS = {"svg", "defs", "path", "g", "use"}


class Drawings(unittest.TestCase):
    """Every first sheet of the hub and of every layout."""

    def each(self):
        """The drawings, parsed, with the first page of the same deck."""
        for site in (layouts(), built.hub()):
            for name in site.decks():
                with self.subTest(name):
                    yield ET.parse(site.first_sheet(name)).getroot(), sheets.pages(site.deck(name))[0]

    def test_it_is_as_large_as_its_sheet(self):
        for drawing, page in self.each():
            for side, wanted in zip(("width", "height"), sheets.size(page), strict=True):
                self.assertAlmostEqual(float(drawing.get(side).removesuffix("mm")), wanted, delta=0.1)
            box = [float(number) * POINT for number in drawing.get("viewBox").split()]
            for found, wanted in zip(box, (0, 0, *sheets.size(page)), strict=True):
                self.assertAlmostEqual(found, wanted, delta=0.1)

    def test_it_is_made_of_outlines_and_has_no_text_no_script_and_no_address(self):
        for drawing, _ in self.each():
            for part in drawing.iter():
                self.assertIn(part.tag.removeprefix(SVG), PARTS)
                self.assertFalse((part.text or "").strip())
                for name, value in part.attrib.items():
                    self.assertFalse(name.startswith("on") or name == "style")
                    self.assertTrue(not name.endswith("href") or value.startswith("#"))
                    self.assertNotIn("url(", value)

    def test_every_glyph_that_is_used_is_there_once(self):
        for drawing, _ in self.each():
            there = [path.get("id") for path in drawing.iter(f"{SVG}path") if path.get("id")]
            used = {use.get("href")[1:] for use in drawing.iter(f"{SVG}use")}
            self.assertEqual(sorted(there), sorted(used))
            self.assertTrue(used)


if __name__ == "__main__":
    unittest.main()

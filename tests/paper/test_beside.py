"""What stands beside cards keeps clear of them and of the lines to cut along."""

import unittest

import built
import decks
import fixture
import sheets
from decks import name_of
from stocks import STOCKS

LONG_FOOT = """stocks:
  - {name: long-foot, sheet: letter, card: [100, 50], columns: 1, rows: 4, first: [50, 5]}
"""


class Beside(unittest.TestCase):
    """Rulers and captions."""

    def test_no_line_to_cut_along_runs_through_a_caption(self):
        site = decks.on_all_stocks()
        for name in (name for name, stock in STOCKS.items() if stock.is_plain):
            with self.subTest(name):
                page = sheets.pages(site.deck(name_of(name, "none")))[0]
                captions = [sheets.rect(char) for char in page.chars if char["tag"] == "Artifact"]
                self.assertTrue(captions)
                through = [
                    line
                    for line in sheets.lines_across(page)
                    for caption in captions
                    if line.x < caption.x and caption.right < line.right and caption.y < line.y < caption.bottom
                ]
                self.assertEqual(through, [])

    def test_the_ruler_of_a_back_keeps_clear_of_its_cards_where_margins_are_unequal(self):
        decks_on_it = {"uneven": fixture.deck(
            stock="long-foot", cards=fixture.NUMBERED[:4], back="follow-ups", duplex="short-edge"
        )}
        site = built.site("uneven", fixture.files(decks_on_it, LONG_FOOT))
        for page in sheets.pages(site.deck("uneven")):
            beside = [sheets.rect(line) for line in page.lines]
            beside += [sheets.rect(char) for char in page.chars if char["tag"] == "Artifact"]
            with self.subTest(page=page.page_number):
                words = [(char["text"], sheets.rect(char)) for char in sheets.words_of_cards(page)]
                run_over = {(text, place) for text, place in words for thing in beside if sheets.overlap(thing, place)}
                self.assertEqual(sorted(run_over), [])


if __name__ == "__main__":
    unittest.main()

"""Where cards lie: measured on test sheets and compared with a table of the stocks."""

import unittest

import decks
import sheets
from decks import EDGES, name_of
from stocks import STOCKS, NAMES, turned

SLACK = 0.1


class Positions(unittest.TestCase):
    """Every card of every stock, on both sides of its sheet."""

    def assert_same(self, found, wanted):
        """Each of the rectangles `found` is within a tenth of a millimetre of the one `wanted` in its place."""
        self.assertEqual(len(found), len(wanted))
        for one, other in zip(found, wanted, strict=True):
            off = max(abs(a - b) for a, b in zip(one, other, strict=True))
            self.assertLess(off, SLACK, f"{one} is not {other}")

    def each_stock(self):
        """The usual name of every stock, and the stock."""
        for names in NAMES:
            yield names.split()[0], STOCKS[names.split()[0]]

    def test_the_front_of_every_card_lies_where_its_stock_is_cut(self):
        site = decks.on_all_stocks()
        for name, stock in self.each_stock():
            for edge in EDGES:
                with self.subTest(name, edge=edge):
                    front, _ = sheets.pages(site.test_sheet(name_of(name, edge)))
                    self.assert_same(sheets.outlines(front), stock.cards())

    def test_every_back_lies_right_behind_its_front_when_the_sheet_is_turned(self):
        site = decks.on_all_stocks()
        for name, stock in self.each_stock():
            for edge in EDGES:
                with self.subTest(name, edge=edge):
                    front, back = sheets.pages(site.test_sheet(name_of(name, edge)))
                    behind = [turned(card, stock.sheet, edge) for card in sheets.outlines(front)]
                    self.assert_same(sheets.outlines(back), behind)

    def test_each_name_of_a_stock_means_the_same_sheet(self):
        site = decks.under_all_names()
        for name, stock in STOCKS.items():
            with self.subTest(name):
                front = sheets.pages(site.test_sheet(f"under-{name.lower()}"))[0]
                self.assert_same(sheets.outlines(front), stock.cards())

    def test_every_page_is_as_large_as_its_sheet(self):
        site = decks.on_all_stocks()
        for name, stock in self.each_stock():
            for way in [*EDGES, "fold", "none"]:
                for file in (site.deck(name_of(name, way)), site.test_sheet(name_of(name, way))):
                    with self.subTest(file.name):
                        for page in sheets.pages(file):
                            for found, wanted in zip(sheets.size(page), stock.sheet, strict=True):
                                self.assertAlmostEqual(found, wanted, delta=SLACK)

    def test_a_sheet_that_is_not_turned_has_one_side(self):
        site = decks.on_all_stocks()
        for name, _ in self.each_stock():
            for way in ("fold", "none"):
                with self.subTest(name, way=way):
                    self.assertEqual(len(sheets.pages(site.test_sheet(name_of(name, way)))), 1)

    def test_an_offset_moves_both_sides_the_same_way_and_a_back_offset_only_backs(self):
        site = decks.moved()
        for name in ("5371", "L4785", "L7421"):
            stock = STOCKS[name]
            for edge in EDGES:
                with self.subTest(name, edge=edge):
                    front, back = sheets.pages(site.test_sheet(name_of(name, edge)))
                    self.assert_same(sheets.outlines(front), [card.moved(1.5, -2) for card in stock.cards()])
                    behind = [turned(card, stock.sheet, edge).moved(2, -1) for card in stock.cards()]
                    self.assert_same(sheets.outlines(back), behind)

    def test_the_corners_of_a_test_sheet_stand_ten_millimetres_from_its_edges(self):
        for page in sheets.pages(decks.on_all_stocks().test_sheet("l4785-long-edge")):
            width, height = sheets.size(page)
            corners = {(round(line.x), round(line.right), round(line.y)) for line in sheets.lines_across(page)}
            for y in (10, round(height - 10)):
                self.assertIn((10, 18, y), corners)
                self.assertIn((round(width - 18), round(width - 10), y), corners)


class Folds(unittest.TestCase):
    """Cards that are folded, since no printer turns the sheet."""

    def test_cards_that_touch_are_folded_in_pairs(self):
        site = decks.on_all_stocks()
        for name, numbers in {"letter-quarters": [1, 2], "5371": [1, 2, 3, 4, 5]}.items():
            with self.subTest(name):
                page = sheets.pages(site.deck(name_of(name, "fold")))[0]
                cards = STOCKS[name].cards()
                for number, front, back in zip(numbers, cards[::2], cards[1::2], strict=True):
                    self.assertIn(f"What is your number {number}?", sheets.words_within(page, front))
                    self.assertIn(f"Why is it number {number}?", sheets.words_within(page, back))

    def test_a_card_that_stands_alone_is_folded_in_its_middle(self):
        site = decks.on_all_stocks()
        page = sheets.pages(site.deck(name_of("5388", "fold")))[0]
        for number, card in enumerate(STOCKS["5388"].cards(), start=1):
            middle = (card.x + card.right) / 2
            self.assertIn(f"What is your number {number}?", sheets.words_within(page, card._replace(right=middle)))
            self.assertIn(f"Why is it number {number}?", sheets.words_within(page, card._replace(x=middle)))


if __name__ == "__main__":
    unittest.main()

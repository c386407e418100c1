"""What stands on cards stays on them, is large enough to read, and has a ruler beside it."""

import unittest

import built
import decks
import fixture
import sheets
from decks import EDGES, name_of
from stocks import INCH, NAMES, STOCKS, Rect, turned

NO_INK = 3.0
UNPRINTED = 6.0


class Room(unittest.TestCase):
    """The words of cards, on every stock and on both sides."""

    def sides(self):
        """Each page of the sheets of every stock for every way they are turned, and where its cards lie."""
        site = decks.on_all_stocks()
        for name in (names.split()[0] for names in NAMES):
            stock = STOCKS[name]
            for way in [*EDGES, "none"]:
                places = [stock.cards(), [turned(card, stock.sheet, way) for card in stock.cards()]]
                pages = sheets.pages(site.deck(name_of(name, way)))
                self.assertEqual(len(pages), 1 if way == "none" else 2)
                for page, cards in zip(pages, places, strict=False):
                    yield f"{name} {way} {page.page_number}", stock, page, cards

    def test_no_letter_comes_nearer_than_three_millimetres_to_the_edge_of_its_card(self):
        for name, _, page, cards in self.sides():
            with self.subTest(name):
                safe = [card.within(NO_INK) for card in cards]
                filled = set()
                for char in sheets.words_of_cards(page):
                    place = sheets.rect(char)
                    at = [at for at, card in enumerate(safe) if card.holds(place)]
                    self.assertTrue(at, f"{char['text']!r} at {place}")
                    filled.update(at)
                self.assertEqual(filled, set(range(len(cards))))

    def test_no_letter_comes_nearer_than_six_millimetres_to_the_edge_of_a_sheet(self):
        for name, stock, page, _ in self.sides():
            with self.subTest(name):
                printed = Rect(0, 0, *stock.sheet).within(UNPRINTED)
                outside = [char["text"] for char in page.chars if not printed.holds(sheets.rect(char))]
                self.assertEqual(outside, [])

    def test_the_back_of_each_card_is_its_own(self):
        site = decks.on_all_stocks()
        for name in (names.split()[0] for names in NAMES):
            stock = STOCKS[name]
            for edge in EDGES:
                front, back = sheets.pages(site.deck(name_of(name, edge)))
                for number, card in enumerate(stock.cards(), start=1):
                    with self.subTest(name, edge=edge, card=number):
                        behind = turned(card, stock.sheet, edge)
                        self.assertIn(f"What is your number {number}?", sheets.words_within(front, card))
                        self.assertIn(f"Why is it number {number}?", sheets.words_within(back, behind))

    def test_no_caption_runs_over_the_words_of_a_card(self):
        for name, _, page, _ in self.sides():
            with self.subTest(name):
                captions = [sheets.rect(char) for char in page.chars if char["tag"] == "Artifact"]
                for char in sheets.words_of_cards(page):
                    self.assertFalse([caption for caption in captions if sheets.overlap(caption, sheets.rect(char))])

    def test_every_sheet_has_a_ruler_of_four_inches_and_a_hundred_millimetres(self):
        for name, stock, page, _ in self.sides():
            with self.subTest(name):
                rulers = [
                    ticks
                    for line in sheets.lines_across(page)
                    if abs(line.right - line.x - 4 * INCH) < 0.1
                    for ticks in [sheets.ticks(page, line)]
                    if len(ticks["above"]) == 17 and len(ticks["below"]) == 21
                ]
                self.assertEqual(len(rulers), 1)
                for ticks, step in ((rulers[0]["above"], INCH / 4), (rulers[0]["below"], 5)):
                    for at, tick in enumerate(ticks):
                        self.assertAlmostEqual(tick - ticks[0], at * step, delta=0.1)
                self.assertTrue(0 <= rulers[0]["above"][0] and rulers[0]["above"][-1] <= stock.sheet[0])

    def test_no_letter_on_a_card_is_smaller_than_nine_points(self):
        for name, _, page, _ in self.sides():
            with self.subTest(name):
                self.assertGreaterEqual(min(char["size"] for char in sheets.words_of_cards(page)), 8.99)
                self.assertGreaterEqual(min(char["size"] for char in page.chars), 6.49)

    def test_the_hub_keeps_to_nine_points_and_to_eighteen_in_large_print(self):
        hub = built.hub()
        for name in hub.decks():
            facts = built.front_matter(hub.source / "content/cards" / f"{name}.md")
            least = 18 if facts.get("text_size") == "large" else 9
            with self.subTest(name, least=least):
                sizes = [char["size"] for page in sheets.pages(hub.deck(name)) for char in sheets.words_of_cards(page)]
                self.assertGreaterEqual(min(sizes), least - 0.01)


class Copies(unittest.TestCase):
    """How often cards are printed, and where the first one lies."""

    @classmethod
    def setUpClass(cls):
        three = fixture.NUMBERED[:3]
        cls.site = built.site("copies", fixture.files({
            "skipped": fixture.deck(stock="5371", cards=three, back="follow-ups", skip=8),
            "twice": fixture.deck(stock="5371", cards=three, duplex="none", copies=2),
            "folded": fixture.deck(stock="5371", cards=three, back="follow-ups", duplex="fold", skip=4),
            "full": fixture.deck("exit-ticket", "letter-quarters", cards=three),
            "large": fixture.deck(stock="letter-halves", cards=three, back="follow-ups", text_size="large"),
        }))

    def numbers(self, name, cards=None):
        """The numbers on the cards of each page of a deck: place on the sheet to number."""
        cards = cards or STOCKS["5371"].cards()
        words = [[sheets.words_within(page, card) for card in cards] for page in sheets.pages(self.site.deck(name))]
        said = [{at: text.split("number ")[1] for at, text in enumerate(page) if "number " in text} for page in words]
        return [{at: int(text.split("?")[0]) for at, text in page.items()} for page in said]

    def test_places_that_are_used_up_stay_free_on_the_first_sheet_only(self):
        self.assertEqual(self.numbers("skipped"), [{8: 1, 9: 2}, {8: 2, 9: 1}, {0: 3}, {1: 3}])

    def test_a_fold_skips_as_many_places_and_keeps_front_beside_back(self):
        self.assertEqual(self.numbers("folded"), [{4: 1, 5: 1, 6: 2, 7: 2, 8: 3, 9: 3}])

    def test_copies_of_a_card_follow_one_another(self):
        self.assertEqual(self.numbers("twice"), [{0: 1, 1: 1, 2: 2, 3: 2, 4: 3, 5: 3}])

    def test_a_slip_fills_its_sheet(self):
        found = self.numbers("full", STOCKS["letter-quarters"].cards())
        self.assertEqual(found, [{0: 1, 1: 1, 2: 1, 3: 1}])

    def test_large_print_is_eighteen_points_on_fronts_and_backs(self):
        for page in sheets.pages(self.site.deck("large")):
            self.assertGreaterEqual(min(char["size"] for char in sheets.words_of_cards(page)), 17.99)


if __name__ == "__main__":
    unittest.main()

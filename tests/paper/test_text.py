"""What is read out of the PDFs is what was written, card by card and in order."""

import unittest

import built
import fixture
import pdfplumber
from tags import structure

WRITTEN = {"en": fixture.ENGLISH, "es": fixture.SPANISH, "ar": fixture.ARABIC}


def cards(file):
    """The elements of each card that have words, its front before its back: language and words."""
    return [
        [(tag.language, tag.words) for tag in card.all() if tag.words]
        for card in structure(file).below
    ]


class Fixture(unittest.TestCase):
    """Prompts of the tests' own."""

    @classmethod
    def setUpClass(cls):
        languages = ["en", "es", "ar"]
        cls.site = built.site("text", fixture.files({
            "three": fixture.deck(stock="5389", cards=["helper"], languages=languages, back="follow-ups"),
            "two": fixture.deck(stock="a4-a6", cards=["helper"], languages=["en", "es"], back="translation"),
            "many": fixture.deck(stock="5371", cards=fixture.NUMBERED, back="follow-ups"),
            "pairs": fixture.deck(stock="5371", cards=fixture.NUMBERED, back="follow-ups", duplex="fold"),
            "twice": fixture.deck(
                stock="5371", cards=fixture.NUMBERED[:2], back="follow-ups", duplex="fold", copies=2
            ),
        }))

    def assert_read(self, code):
        """The title and the follow-ups in a language are read, in order."""
        (card,) = cards(self.site.deck("three"))
        title, follow_ups = WRITTEN[code]
        wanted = [title, *follow_ups]
        self.assertEqual([words for language, words in card if language == code and words in wanted], wanted)

    def test_english_is_read_as_it_was_written(self):
        self.assert_read("en")

    def test_spanish_is_read_as_it_was_written(self):
        self.assert_read("es")

    def test_arabic_is_read_as_it_was_written_from_its_first_word_to_its_last(self):
        self.assert_read("ar")

    def test_a_translation_stands_on_the_back_and_nowhere_else(self):
        (english, _), (spanish, _) = WRITTEN["en"], WRITTEN["es"]
        with pdfplumber.open(self.site.deck("two")) as pdf:
            front, back = (" ".join(page.extract_text().split()) for page in pdf.pages)
        self.assertIn(english, front)
        self.assertNotIn(spanish, front)
        self.assertIn(spanish, back)
        self.assertNotIn(english, back)

    def numbers(self, name):
        """Which side of which card is read one after the other."""
        order = []
        for card in cards(self.site.deck(name)):
            for _, words in card:
                if words.startswith(("What is your number ", "Why is it number ")):
                    order.append((words.split()[0], int(words.rstrip("?").split()[-1])))
        return order

    def test_cards_are_read_in_their_order_each_front_with_its_back(self):
        wanted = [(word, number) for number in range(1, 13) for word in ("What", "Why")]
        self.assertEqual(self.numbers("many"), wanted)

    def test_a_folded_card_is_read_front_then_back(self):
        wanted = [(word, number) for number in range(1, 13) for word in ("What", "Why")]
        self.assertEqual(self.numbers("pairs"), wanted)

    def test_every_copy_of_a_folded_card_is_read_front_then_back(self):
        wanted = [(word, number) for number in (1, 1, 2, 2) for word in ("What", "Why")]
        self.assertEqual(self.numbers("twice"), wanted)


class Hub(unittest.TestCase):
    """Prompts as the hub's files say them."""

    DECKS = {
        "two-by-ten-starters": ["en"],
        "coming-back": ["en"],
        "check-in-strips": ["en", "es"],
        "exit-tickets-thanks": ["en", "es"],
    }

    def test_every_title_is_read_in_the_order_of_the_deck(self):
        for name, languages in self.DECKS.items():
            with self.subTest(name):
                self.assert_titles(name, languages)

    def test_arabic_titles_are_read_from_their_first_word_to_their_last(self):
        self.assert_titles("check-in-strips-en-ar", ["en", "ar"])

    def assert_titles(self, name, languages):
        """The titles of a deck's prompts are read in its order, in all its languages."""
        hub = built.hub()
        deck = built.front_matter(hub.source / "content/cards" / f"{name}.md")
        wanted = [(code, self.facts(prompt, code)["title"]) for prompt in listed(deck) for code in languages]
        said = [tag for card in cards(hub.deck(name)) for tag in card]
        found = [tag for tag in said if tag in wanted]
        self.assertEqual(found[: len(wanted)], wanted)

    def test_every_follow_up_is_read_on_the_back_of_its_card(self):
        hub = built.hub()
        for name in ("two-by-ten-starters", "coming-back"):
            deck = built.front_matter(hub.source / "content/cards" / f"{name}.md")
            prompts = listed(deck)
            for prompt, card in zip(prompts, cards(hub.deck(name)), strict=True):
                with self.subTest(name, prompt=prompt):
                    said = [words for _, words in card]
                    for asked in self.facts(prompt, "en")["follow_ups"]:
                        self.assertIn(asked, said)

    def facts(self, prompt, code):
        """The front matter of a prompt in a language."""
        return built.prompt(prompt, "" if code == "en" else f".{code}")


def listed(deck):
    """The prompts that a deck names."""
    return [name.strip() for name in deck["cards"].strip("[]").split(",")]


if __name__ == "__main__":
    unittest.main()

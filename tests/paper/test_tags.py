"""PDFs can be heard as well as seen: structure, languages, names of pictures, and what PDF/UA-1 asks for."""

import unittest

import pikepdf

import built
import fixture
from content import pieces
from tags import structure


def layouts():
    """A site with a deck of every layout in three languages."""
    languages = ["en", "es", "ar"]
    prompts = {"cards": ["helper"], "lanyard-cards": ["helper"], "check-in-strip": ["helper"], "exit-ticket": ["helper"]}
    decks = {name: fixture.deck(name, "letter", cards=cards, languages=languages) for name, cards in prompts.items()}
    for name in ("greeting-poster", "relationship-map", "two-by-ten-log", "blank-cards"):
        decks[name] = fixture.deck(name, "letter", languages=languages)
    for name in ("hours-poster", "do-dont-sheet", "channel-sheet", "scenario-cards", "sign-off-sheet"):
        decks[name] = fixture.deck(name, "letter", languages=languages, policy=["bounds"])
    decks["code"] = fixture.deck(stock="5389", cards=["helper"], languages=languages, back="code")
    return built.site("layouts", fixture.files(decks))


class Files(unittest.TestCase):
    """Every PDF of the hub and of every layout."""

    def each(self):
        """The PDFs, open one after the other."""
        for site in (layouts(), built.hub()):
            files = site.pdfs()
            self.assertGreater(len(files), 20)
            for file in files:
                with self.subTest(file.name), pikepdf.open(file) as pdf:
                    yield file, pdf

    def test_each_says_its_title_its_language_and_that_it_is_tagged(self):
        for _, pdf in self.each():
            self.assertTrue(str(pdf.docinfo["/Title"]))
            self.assertIn(str(pdf.Root.Lang), ("en", "es", "ar"))
            self.assertTrue(pdf.Root.MarkInfo.Marked)
            self.assertTrue(pdf.Root.ViewerPreferences.DisplayDocTitle)
            with pdf.open_metadata() as metadata:
                self.assertEqual(metadata["pdfuaid:part"], "1")
                self.assertEqual(metadata["dc:title"], str(pdf.docinfo["/Title"]))

    def test_each_page_is_in_the_outline_and_is_tabbed_by_structure(self):
        for _, pdf in self.each():
            with pdf.open_outline() as outline:
                self.assertEqual([item for item in outline.root if not item.title], [])
                self.assertEqual(len(outline.root), len(pdf.pages))
            self.assertEqual({str(page.Tabs) for page in pdf.pages}, {"/S"})

    def test_every_font_is_embedded_and_a_subset(self):
        for _, pdf in self.each():
            fonts = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
            self.assertTrue(fonts)
            for font in fonts:
                (below,) = font.DescendantFonts
                self.assertRegex(str(below.BaseFont), r"^/[A-Z]{6}\+")
                self.assertTrue({"/FontFile2", "/FontFile3"} & set(below.FontDescriptor.keys()))
                self.assertIn("/ToUnicode", font)

    def test_all_that_is_shown_is_tagged_or_an_artifact(self):
        for file, _ in self.each():
            for page in pieces(file):
                self.assertEqual([piece for piece in page if piece.mark is None], [])
                self.assertNotIn("\ufffd", "".join(piece.text for piece in page))

    def test_each_is_a_document_of_sections_and_every_mark_belongs_to_an_element(self):
        for file, pdf in self.each():
            document = structure(file)
            self.assertEqual(document.kind, "Document")
            self.assertEqual({tag.kind for tag in document.below}, {"Sect"})
            marks = sum(len({piece.mark for piece in page} - {"Artifact"}) for page in pieces(file))
            listed = [array for array in numbers(pdf.Root.StructTreeRoot.ParentTree)]
            self.assertEqual(sum(len(array) for array in listed), marks)

    def test_lists_and_tables_are_whole_and_pictures_have_a_name(self):
        wanted = {
            "L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody"}, "TR": {"TH", "TD"},
        }
        for file, _ in self.each():
            for tag in structure(file).all():
                below = {one.kind for one in tag.below}
                self.assertLessEqual(below, wanted.get(tag.kind, below))
                self.assertFalse(below & {"LI", "TR", "TD"} and tag.kind not in wanted, tag.kind)
                self.assertTrue(tag.kind != "Figure" or tag.alt)
                self.assertTrue(tag.kind != "TH" or tag.scope == "Column")

    def test_no_file_names_a_place_on_the_computer_it_was_made_on(self):
        for site in (layouts(), built.hub()):
            for file in site.pdfs():
                said = file.read_bytes()
                for path in (built.ROOT, built.FOLDER):
                    self.assertNotIn(str(path).encode(), said, file.name)

    def test_a_second_build_gives_the_same_bytes(self):
        first, second = built.hub(), built.hub("hub again")
        for one, other in zip(first.pdfs(), second.pdfs(), strict=True):
            self.assertEqual(one.read_bytes(), other.read_bytes(), one.name)


def numbers(tree):
    """The arrays of a number tree."""
    for kid in tree.get("/Kids", []):
        yield from numbers(kid)
    yield from list(tree.get("/Nums", []))[1::2]


class Layouts(unittest.TestCase):
    """What the cards of each layout are made of."""

    def kinds(self, name):
        """The types of the elements of a deck."""
        return {tag.kind for tag in structure(layouts().deck(name)).all()}

    def test_every_language_of_a_card_is_named(self):
        for name in layouts().decks():
            with self.subTest(name):
                languages = {tag.language for tag in structure(layouts().deck(name)).all()}
                self.assertLessEqual({"es"} if name == "channel-sheet" else {"es", "ar"}, languages)

    def test_every_card_with_a_title_has_a_heading(self):
        for name in set(layouts().decks()) - {"blank-cards", "exit-ticket"}:
            with self.subTest(name):
                self.assertIn("H1", [tag.kind for tag in structure(layouts().deck(name)).below[0].all()])

    def test_lists_tables_and_pictures_are_what_they_look_like(self):
        self.assertIn("L", self.kinds("do-dont-sheet"))
        self.assertIn("Table", self.kinds("channel-sheet"))
        self.assertIn("Table", self.kinds("relationship-map"))
        self.assertIn("Figure", self.kinds("code"))

    def test_a_table_has_as_many_cells_in_each_row(self):
        for table in structure(layouts().deck("channel-sheet")).all():
            if table.kind == "Table":
                self.assertEqual({len(row.below) for row in table.below}, {6})
                self.assertEqual({cell.kind for cell in table.below[0].below}, {"TH"})


if __name__ == "__main__":
    unittest.main()

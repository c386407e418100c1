"""The PDFs of the hub's decks, read back by public libraries."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parents[2]
HOMEROOM = os.environ.get("HOMEROOM", str(ROOT / "target/debug/homeroom"))


class Titles(unittest.TestCase):
    """What every PDF says of itself."""

    def test_each_has_a_title_a_language_and_an_outline(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([HOMEROOM, "build", "--quiet", "--root", ROOT, "-o", f"{folder}/site"], check=True)
            files = sorted(Path(folder, "site/cards").glob("*/*.pdf"))
            self.assertGreater(len(files), 60)
            for file in files:
                with pikepdf.open(file) as pdf:
                    self.assertTrue(str(pdf.docinfo["/Title"]), file)
                    self.assertTrue(str(pdf.Root.Lang), file)
                    self.assertTrue(pdf.Root.MarkInfo.Marked, file)


if __name__ == "__main__":
    unittest.main()

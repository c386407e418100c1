"""Sites that are built once for all tests, and what lies in them."""

import atexit
import csv
import functools
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOMEROOM = os.environ.get("HOMEROOM", str(ROOT / "target/debug/homeroom"))
BASE_URL = "https://school.example/hub/"
TODAY = "2026-11-30"

FOLDER = Path(tempfile.mkdtemp())
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)


class Site:
    """A built site: the folder it lies in, and the folder it was made of."""

    def __init__(self, folder, source):
        self.folder, self.source = folder, source

    def deck(self, name):
        """The sheets of a deck as a PDF."""
        return self.folder / "cards" / name / f"{name}.pdf"

    def test_sheet(self, name):
        """The test sheet of a deck."""
        return self.folder / "cards" / name / "test-sheet.pdf"

    def first_sheet(self, name):
        """The drawing of a deck's first sheet."""
        return self.folder / "cards" / name / "first-sheet.svg"

    def decks(self):
        """The names of its decks."""
        return sorted(path.parent.name for path in self.folder.glob("cards/*/first-sheet.svg"))

    def pdfs(self):
        """All its PDFs of cards."""
        return sorted(self.folder.glob("cards/*/*.pdf"))

    def has(self, address):
        """Whether `address`, a full one, leads to a page of it."""
        if not address.startswith(BASE_URL):
            return False
        return (self.folder / address.removeprefix(BASE_URL) / "index.html").is_file()


def build(source, name):
    """Builds the site in the folder `source`."""
    output = FOLDER / name
    command = [HOMEROOM, "build", "--quiet", "--today", TODAY, "--base-url", BASE_URL]
    run = subprocess.run([*command, "--root", source, "-o", output], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise AssertionError(f"{name} is not built:\n{run.stdout}{run.stderr}")
    return Site(output, source)


@functools.cache
def hub(name="hub"):
    """The hub of this repository; another name builds it once more."""
    return build(ROOT, name)


_sites = {}


def site(name, files):
    """The site `name` of `files`, path to text, built when it is first asked for."""
    if name not in _sites:
        source = FOLDER / f"source of {name}"
        for path, text in files.items():
            file = source / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        _sites[name] = build(source, name)
    return _sites[name]


def front_matter(file):
    """The single-line texts and the lists of texts in the front matter of a Markdown file, by key."""
    facts, key = {}, None
    for line in file.read_text(encoding="utf-8").split("\n---", 1)[0].splitlines():
        if entry := re.match(r"([a-z_]+): *(.*)", line):
            key, value = entry.groups()
            facts[key] = bare(value) if value else []
        elif (item := re.match(r"  - (.*)", line)) and isinstance(facts.get(key), list):
            facts[key].append(bare(item.group(1)))
    return facts


def prompt(name, ending=""):
    """What the hub says of a prompt: its own file, or its row in a table."""
    folder = ROOT / "content/prompts"
    if (folder / f"{name}{ending}.md").is_file():
        return front_matter(folder / f"{name}{ending}.md")
    for table in sorted(folder.glob("*.csv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["id"] == name:
                    return {**row, "follow_ups": [words.strip() for words in row["follow_ups"].split(";")]}
    raise KeyError(name)


def bare(value):
    """A value without the quotation marks around it."""
    return value[1:-1] if value[:1] == value[-1:] == '"' else value

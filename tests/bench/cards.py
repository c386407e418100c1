"""How long a deck of cards takes: its PDF alone, its part of a build, and an edit beside it.

    python3 tests/bench/cards.py

The site has 500 prompts in English and Spanish. The deck of all of them has both languages on each card and a code on
each back; another deck has ten of them.
"""

import argparse
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path
from random import Random

from measure import Run, run
from words import phrase

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "target/release/homeroom"
ADDRESS = "https://school.github.io/hub/"
CARDS = 500
DECK = """---
title: "Every question"
layout: cards
stock: "{stock}"
languages: [en, es]
back: code
from: {{limit: {limit}}}
---
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    subprocess.run(["cargo", "build", "--release", "--quiet"], cwd=ROOT, check=True)
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        site = Path(folder, "site")
        write(site)
        pdf = Path(folder, "all.pdf")
        many = [cards(site, "every", pdf) for _ in range(options.rounds)]
        row(f"the PDF of {CARDS} cards, from reading the site to the file", many)
        print(f"  {pdf.stat().st_size / 1000:.0f} kB")
        for name in ("every", "ten"):
            (site / f"content/cards/{name}.md").unlink()
        without = [build(site, Path(folder, f"a{at}")) for at in range(options.rounds)]
        row("a build of the site without a deck", without)
        deck(site, "ten", 10)
        ten = [build(site, Path(folder, f"b{at}")) for at in range(options.rounds)]
        row("a build with a deck of ten", ten)
        more = statistics.median(one.wall for one in ten) - statistics.median(one.wall for one in without)
        print(f"  {more * 1000:.0f} ms more")
        deck(site, "every", CARDS)
        row(f"a build with a deck of {CARDS}, too", [build(site, Path(folder, f"c{at}")) for at in range(options.rounds)])


def write(site: Path) -> None:
    """Writes the prompts, in English and Spanish, and the two decks."""
    random = Random(1)
    (site / "content/prompts").mkdir(parents=True)
    (site / "content/cards").mkdir()
    config = f"title: Hub\nbase_url: {ADDRESS}\nchecks: {{no-contact: off}}\nlanguages: {{es: {{title: Centro}}}}\n"
    (site / "site.yaml").write_text(config, encoding="utf-8")
    for number in range(CARDS):
        name, title = f"prompt-{number:03}", phrase(random, 9)
        fields = "themes: [belonging]\ngrades: [6-8]\ndepth: 1\nminutes: 3\nformats: [talk]\n"
        (site / f"content/prompts/{name}.md").write_text(f'---\ntitle: "{title}?"\n{fields}---\n', encoding="utf-8")
        (site / f"content/prompts/{name}.es.md").write_text(f'---\ntitle: "¿{phrase(random, 10)}?"\n---\n', encoding="utf-8")
    deck(site, "every", CARDS)
    deck(site, "ten", 10)


def deck(site: Path, name: str, limit: int) -> None:
    """Writes a deck of so many cards."""
    (site / f"content/cards/{name}.md").write_text(DECK.format(stock="5371", limit=limit), encoding="utf-8")


def cards(site: Path, name: str, pdf: Path) -> Run:
    """One PDF."""
    return run([str(PROGRAM), "cards", name, "--quiet", "--root", str(site), "-o", str(pdf)])


def build(site: Path, output: Path) -> Run:
    """One cold build; what it wrote is deleted when the clock has stopped."""
    took = run([str(PROGRAM), "build", "--quiet", "--root", str(site), "-o", str(output)])
    shutil.rmtree(output)
    return took


def row(name: str, runs: list[Run]) -> None:
    """The median, the least and the most of the wall seconds, the seconds of all cores, the highest memory."""
    walls = sorted(one.wall for one in runs)
    cpu, peak = statistics.median(one.cpu for one in runs), max(one.peak for one in runs)
    spread = f"{walls[0]:.3f} to {walls[-1]:.3f}"
    print(f"{name}: {statistics.median(walls):.3f} s ({spread}), {cpu:.2f} s of all cores, {peak / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()

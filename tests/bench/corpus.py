#!/usr/bin/env python3
"""Writes a seeded corpus twice: as a homeroom site and as an equal Hugo site, or as two homeroom sites.

1. `pages.outlines`: titles and headings of all pages, so that links and anchors lead somewhere.
2. `pages.front_matter` and `pages.body`: the text of each page, the same bytes in both sites.
3. `write`: the pages, a page for each section, and what each generator needs beside them.

The edition `table` is prompts, in one CSV file of the one site and in a file each of the other.
"""

import argparse
import shutil
from pathlib import Path

import prompts
from pages import CODE_IN_ONE_OF, SECTIONS, body, front_matter, outlines

TABLE = "table"
EDITIONS = (*CODE_IN_ONE_OF, TABLE)
HUGO_SITE = Path(__file__).resolve().parent / "hugo"
# The further languages of the edition `languages`: a third of its pages are in each of three.
LANGUAGES = {"languages": ["es", "ar"]}
SITE_YAML = """\
title: The benchmark's hub
description: Pages that nobody wrote, to measure a generator by
language: en
base_url: https://hub.example.org/
"""
HOME = "---\ntitle: Home\nsummary: All sections of the hub.\n---\n\nWelcome to the hub.\n"


def write(folder: Path, count: int, edition: str, seed: int) -> None:
    """Writes two sites below the folder, which must not hold them yet: `homeroom`, and `hugo` or `files`."""
    if edition == TABLE:
        _write_prompts(folder, count, seed)
        return
    homeroom, hugo = folder / "homeroom", folder / "hugo"
    shutil.copytree(HUGO_SITE, hugo)
    homeroom.mkdir(parents=True)
    further = LANGUAGES.get(edition, [])
    settings = "".join(f"  {code}: {{}}\n" for code in further)
    (homeroom / "site.yaml").write_text(SITE_YAML + (f"languages:\n{settings}" if further else ""), encoding="utf-8")
    if further:
        everyone = "".join(f"  {code}: {{weight: {at}}}\n" for at, code in enumerate(["en", *further], 1))
        with open(hugo / "hugo.yaml", "a", encoding="utf-8") as file:
            file.write(f"languages:\n{everyone}")
    contents = [homeroom / "content", hugo / "content"]
    for content in contents:
        _write_sections(content)
    pages = outlines(count // (1 + len(further)), seed)
    for page in pages:
        text = (front_matter(page) + "\n" + body(page, pages, edition)).encode()
        for content in contents:
            for ending in ["md", *(f"{code}.md" for code in further)]:
                with open(f"{content}/{page.section}/{page.name}.{ending}", "xb") as file:
                    file.write(text)


def _write_prompts(folder: Path, count: int, seed: int) -> None:
    for site in (folder / "homeroom", folder / "files"):
        (site / "content" / "prompts").mkdir(parents=True)
        (site / "site.yaml").write_text(SITE_YAML, encoding="utf-8")
        (site / "content" / "_index.md").write_text(HOME, encoding="utf-8")
    prompts.write(table(folder), folder / "files" / "content" / "prompts", count, seed)


def table(folder: Path) -> Path:
    """The table of the edition `table`."""
    return folder / "homeroom" / "content" / "prompts" / "all.csv"


def _write_sections(content: Path) -> None:
    content.mkdir()
    (content / "_index.md").write_text(HOME, encoding="utf-8")
    for section in SECTIONS:
        (content / section).mkdir()
        index = f"---\ntitle: {section.capitalize()}\nsummary: All pages of this section.\n---\n\nWhat we do, page by page.\n"
        (content / section / "_index.md").write_text(index, encoding="utf-8")


def main() -> None:
    """Reads the command line and writes the corpus."""
    parser = argparse.ArgumentParser(description="write the benchmark's corpus")
    parser.add_argument("folder", type=Path, help="the new folder to write the sites to")
    parser.add_argument("--pages", type=int, default=1000, help="how many (default 1000)")
    parser.add_argument("--edition", choices=sorted(EDITIONS), default="prose")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.pages, arguments.edition, arguments.seed)


if __name__ == "__main__":
    main()

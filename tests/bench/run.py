#!/usr/bin/env python3
"""Measures homeroom beside Hugo and the bare floor.

1. Make each program ready; one that cannot be is named and left out.
2. For every edition and size: write the corpus, then let the programs build it in turn, round after round.
3. Print the figures of each corpus, then growth, then the targets. Nothing fails on a missed target.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import corpus as corpora
import prompts
import tools
from measure import Failed, empty, run, written
from report import COLD, FILES, ONE_CHANGED, UNCHANGED, Result, growth, table, targets

SHARED_MEMORY = Path("/dev/shm")


def main() -> None:
    """Reads the command line, measures, and prints."""
    options = _options()
    programs = _ready(options.only)
    folder = Path(tempfile.mkdtemp(prefix="homeroom-bench-", dir=_memory()))
    results = []
    try:
        for edition in options.editions:
            for pages in options.sizes:
                if edition == corpora.TABLE and pages > prompts.MOST:
                    print(f"a table has at most {prompts.MOST:,} rows: {pages:,} are left out\n")
                    continue
                results.append(_measure(folder, programs, pages, edition, options))
    finally:
        if options.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    for title, text in (("Growth", growth(results)), ("Targets", targets(results))):
        if text:
            print(f"{title}\n{text}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="measure homeroom beside Hugo and the bare floor")
    parser.add_argument("--sizes", type=_sizes, default=[100, 1000, 10000], help="pages (default 100,1000,10000)")
    parser.add_argument("--editions", type=_among(*corpora.EDITIONS), default=["prose", "code"])
    parser.add_argument("--rounds", type=_positive, default=5, help="how often each program runs (default 5)")
    parser.add_argument("--only", type=_among(*tools.READY), default=list(tools.READY), help="some of the programs")
    parser.add_argument("--seed", type=int, default=7, help="another seed gives other pages (default 7)")
    parser.add_argument("--keep", action="store_true", help="leave corpora and outputs where they are")
    return parser.parse_args()


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)


def _sizes(text: str) -> list[int]:
    return [_positive(part) for part in text.split(",")]


def _among(*names: str):
    def chosen(text: str) -> list[str]:
        if unknown := set(text.split(",")) - set(names):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: choose from {', '.join(names)}")
        return text.split(",")

    return chosen


def _ready(names: list[str]) -> dict[str, str]:
    programs = {}
    for name in names:
        try:
            programs[name] = tools.READY[name]()
        except Failed as failure:
            print(f"{name} is left out: {failure}\n")
    if not programs:
        sys.exit("nothing to measure")
    return programs


def _memory() -> Path:
    if SHARED_MEMORY.is_dir() and os.access(SHARED_MEMORY, os.W_OK):
        return SHARED_MEMORY
    folder = Path(tempfile.gettempdir())
    print(f"no {SHARED_MEMORY} here: {folder} may lie on a disk, whose own speed is then part of every figure\n")
    return folder


def _measure(folder: Path, programs: dict[str, str], pages: int, edition: str, options) -> Result:
    corpus = folder / f"{edition}-{pages}"
    writer = [sys.executable, str(tools.BENCH / "corpus.py"), str(corpus)]
    # A process of its own: a large runner would be counted into the memory of what it starts.
    choice = ["--pages", str(pages), "--edition", edition, "--seed", str(options.seed)]
    subprocess.run([*writer, *choice], check=True)
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    result = Result(pages, edition)
    left = _programs(programs, edition)
    for number in range(options.rounds):
        for name, program in list(left.items()):
            try:
                _round(result, corpus, name, program, number)
            except Failed as failure:
                print(f"{name} fails at {pages:,} pages, {edition}: {failure}\n")
                del left[name]
    print(f"{pages:,} pages, {edition}, rounds: {options.rounds}, load {busy:.1f} on {os.cpu_count()} cores before")
    print(f"{table(result)}\n", flush=True)
    if not options.keep:
        shutil.rmtree(corpus)
    return result


def _programs(programs: dict[str, str], edition: str) -> dict[str, str]:
    """What an edition is built with: of `table` homeroom builds both sites, and Hugo has none."""
    if edition != corpora.TABLE:
        return dict(programs)
    files = {FILES: programs[COLD]} if COLD in programs else {}
    return {name: program for name, program in (programs | files).items() if name != "hugo"}


def _round(result: Result, corpus: Path, name: str, program: str, number: int) -> None:
    # Everything that a program may leave beside its output, or in its site, goes before the clock starts.
    place = corpus / "out" / name
    empty(place)
    for left_behind in ("resources", ".hugo_build.lock"):
        path = corpus / "hugo" / left_behind
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    output = place / "public"
    command = tools.COMMAND[name](program, corpus, output)
    environment = {"HUGO_CACHEDIR": str(place / "cache")}

    def timed(what: str) -> None:
        result.runs.setdefault(what, []).append(run(command, environment))

    timed(name)
    if name not in result.written:
        result.written[name] = written(output)
        if (count := result.written[name].pages) < result.pages:
            del result.runs[name]
            raise Failed(f"it ended well, but only {count:,} of {result.pages:,} pages are there")
    if name == COLD:
        timed(UNCHANGED)
        _change(result, corpus, number)
        timed(ONE_CHANGED)


def _change(result: Result, corpus: Path, number: int) -> None:
    if result.edition == corpora.TABLE:
        prompts.change(corpora.table(corpus), number)
    else:
        page = min((corpus / "homeroom" / "content" / "handbook").glob("*-*.md"))
        text = page.read_text(encoding="utf-8").split("\nChanged ")[0]
        page.write_text(f"{text}\nChanged for round {number}.\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Prompts that nobody asks: each as a row of a table, and as the same file."""

import csv
from pathlib import Path
from random import Random

from words import phrase, prose

COLUMNS = ("id", "title", "themes", "grades", "depth", "minutes", "formats", "follow_ups", "body")
THEMES = ("belonging", "community", "family", "feedback", "goals", "gratitude", "identity", "strengths")
GRADES = ("K-2", "3-5", "6-8", "9-12", "3-12")
FORMATS = ("talk", "write", "draw", "choose")
# A sheet has no more rows that are read.
MOST = 20_000


def write(table: Path, files: Path, count: int, seed: int) -> None:
    """Writes the prompts as the CSV file `table`, and as one file each into the folder `files`."""
    random = Random(seed)
    with open(table, "x", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        for number in range(count):
            prompt = _prompt(random, number)
            rows.writerow(", ".join(cell) if isinstance(cell, list) else cell for cell in prompt.values())
            name = prompt.pop("id")
            body = prompt.pop("body")
            fields = "".join(f"{key}: {_value(value)}\n" for key, value in prompt.items())
            (files / f"{name}.md").write_text(f"---\n{fields}---\n\n{body}\n", encoding="utf-8")


def change(table: Path, number: int) -> None:
    """Gives the first prompt of the table another title, a new one for each number."""
    head, row, *rest = table.read_text(encoding="utf-8").split("\n", 2)
    name, _, cells = row.split(",", 2)
    table.write_text("\n".join([head, f"{name},Changed in round {number},{cells}", *rest]), encoding="utf-8")


def _prompt(random: Random, number: int) -> dict:
    title = phrase(random, 6) + "?"
    return {
        "id": f"{title[:-1].lower().replace(' ', '-')}-{number:05}",
        "title": title,
        "themes": random.sample(THEMES, 2),
        "grades": random.choice(GRADES),
        "depth": random.randrange(1, 4),
        "minutes": random.randrange(1, 15),
        "formats": random.sample(FORMATS, 2),
        "follow_ups": "; ".join(phrase(random, 5) + "?" for _ in range(2)),
        "body": "\n\n".join([prose(random, 60), "\n".join(f"- {phrase(random, 6)}" for _ in range(3)), prose(random, 40)]),
    }


def _value(value) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    if isinstance(value, str) and "; " in value:
        return "[" + ", ".join(f'"{part}"' for part in value.split("; ")) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)

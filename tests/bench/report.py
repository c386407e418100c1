"""The tables: medians of what was measured, ratios, and the targets beside them."""

from dataclasses import dataclass, field
from statistics import median

from measure import Run, Written

# The targets are set for this many pages; growth is counted from a tenth of them.
TARGET_PAGES = 10_000
COLD, UNCHANGED, ONE_CHANGED = "homeroom", "homeroom, nothing changed", "homeroom, one page changed"
# The edition whose pages are rows of a table, and the same pages as files.
TABLE, FILES = "table", "files"
_MIB = 1024 * 1024


@dataclass
class Result:
    """All that was measured on one corpus: runs by what was run, and what each program wrote."""

    pages: int
    edition: str
    runs: dict[str, list[Run]] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)

    def wall(self, name: str) -> float | None:
        """The median of the wall seconds; `None` where it did not run."""
        return median(run.wall for run in self.runs[name]) if self.runs.get(name) else None

    def ratio(self, name: str, other: str) -> float | None:
        """How many times as long as the other it took; `None` where one of them did not run."""
        mine, theirs = self.wall(name), self.wall(other)
        return mine / theirs if mine is not None and theirs else None


def table(result: Result) -> str:
    """The figures of one corpus, a line for each thing that was run."""
    header = ("", "wall s", "(min–max)", "cpu s", "peak MiB", "× files" if result.edition == TABLE else "× Hugo", "× floor", "files", "MiB written")
    rows = [header, *(_row(result, name, runs) for name, runs in result.runs.items() if runs)]
    return _aligned(rows)


def _row(result: Result, name: str, runs: list[Run]) -> tuple[str, ...]:
    walls = [run.wall for run in runs]
    written = result.written.get(name)
    return (
        name,
        f"{median(walls):.3f}",
        f"({min(walls):.3f}–{max(walls):.3f})",
        f"{median(run.cpu for run in runs):.2f}",
        f"{max(run.peak for run in runs) / _MIB:.0f}",
        _number(result.ratio(name, _other(result))),
        _number(result.ratio(name, "floor")),
        f"{written.files:,}" if written else "",
        f"{written.size / _MIB:.1f}" if written else "",
    )


def _other(result: Result) -> str:
    return FILES if result.edition == TABLE else "hugo"


def growth(results: list[Result]) -> str:
    """How many times as long each program takes for ten times as many pages."""
    rows = [("", "edition", "pages", "× time")]
    for larger, smaller in _tenfold(results):
        for name in larger.runs:
            if factor := _growth(larger, smaller, name):
                rows.append((name, larger.edition, f"{smaller.pages:,} → {larger.pages:,}", f"{factor:.1f}"))
    return _aligned(rows) if len(rows) > 1 else ""


def targets(results: list[Result]) -> str:
    """Each target beside the figure that was measured, for every corpus that homeroom has built."""
    rows = [("target, set for 10,000 pages", "edition", "pages", "wanted", "measured", "")]
    for result in results:
        if not result.runs.get(COLD):
            continue
        smaller = next((small for large, small in _tenfold(results) if large is result), None)
        for title, most, figure in _targets(result, smaller):
            verdict = "not measured" if figure is None else "met" if figure <= most else "NOT MET"
            place = (result.edition, f"{result.pages:,}")
            rows.append((title, *place, f"≤ {most:g}", _number(figure), verdict))
    return _aligned(rows) if len(rows) > 1 else ""


def _targets(result: Result, smaller: Result | None) -> list[tuple[str, float, float | None]]:
    peak = max(run.peak for run in result.runs[COLD]) / _MIB
    of_hugo = result.ratio(COLD, "hugo")
    if result.edition == "prose":
        speed = [("cold, × Hugo", 0.15, of_hugo), ("cold, × floor", 5, result.ratio(COLD, "floor"))]
    elif result.edition == TABLE:
        # Prompts are short, so that the floor hardly costs anything: what it is beside files is what counts.
        speed = [("cold, × files", 1.1, result.ratio(COLD, FILES))]
    else:
        speed = [("cold, × Hugo", 0.3, of_hugo)]
    rest = [("peak, MiB", 250, peak)]
    if result.edition != TABLE:
        rest.insert(0, ("nothing changed, × floor", 3, result.ratio(UNCHANGED, "floor")))
    if result.pages == TARGET_PAGES:
        rest.append(("1,000 → 10,000 pages, × time", 11, _growth(result, smaller, COLD)))
    return [*speed, *rest]


def _growth(larger: Result, smaller: Result | None, name: str) -> float | None:
    before = smaller.wall(name) if smaller else None
    after = larger.wall(name)
    return after / before if before and after else None


def _tenfold(results: list[Result]) -> list[tuple[Result, Result]]:
    pairs = [(larger, smaller) for larger in results for smaller in results]
    return [(a, b) for a, b in pairs if a.edition == b.edition and a.pages == 10 * b.pages]


def _number(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.2f}" if figure < 100 else f"{figure:.0f}"


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows)]
    lines = []
    for first, *rest in rows:
        cells = [cell.rjust(width) for cell, width in zip(rest, widths[1:])]
        lines.append("  ".join(["", first.ljust(widths[0]), *cells]).rstrip())
    return "\n".join(lines)

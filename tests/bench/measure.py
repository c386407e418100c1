"""What one run of a program took, and what it left on the disk."""

import os
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

TIME_LIMIT = 600


class Failed(Exception):
    """A program that did not do its work; the message says why, with the last lines it printed."""


@dataclass(frozen=True)
class Run:
    """One run: wall seconds, seconds of all cores together (user and system), and the highest resident bytes.

    The kernel counts from before the program replaces its parent's copy, so `peak` is never below the runner's own
    15 MiB or so.
    """

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True)
class Written:
    """What lies in an output folder: `pages` are the files named `index.html`."""

    files: int
    pages: int
    size: int


def run(command: list[str], environment: dict[str, str] | None = None) -> Run:
    """Runs a program to its end.

    Raises `Failed` when it cannot be started, ends with another code than 0, or needs longer than `TIME_LIMIT` seconds.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=os.environ | (environment or {}),
            )
        except OSError as error:
            raise Failed(str(error)) from error
        limit = Timer(TIME_LIMIT, process.kill)
        limit.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        finally:
            limit.cancel()
        wall = time.perf_counter() - start
        # The child is gone already, and subprocess must not wait for it again.
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            text = output.read().decode(errors="replace")
            raise Failed(f"it ended with {process.returncode} after {wall:.1f} s{last_lines(text)}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def last_lines(text: str) -> str:
    """The end of what a program printed, set under the message of a `Failed`."""
    return "".join(f"\n      {line[:200]}" for line in text.splitlines()[-8:])


def empty(folder: Path) -> None:
    """Makes the folder new and empty, whatever it held."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def written(folder: Path) -> Written:
    """Counts what lies below a folder."""
    files = pages = size = 0
    for place, _, names in os.walk(folder):
        files += len(names)
        pages += "index.html" in names
        size += sum(os.lstat(os.path.join(place, name)).st_size for name in names)
    return Written(files, pages, size)

#!/usr/bin/env python3
"""Measures how soon an edit is seen: `homeroom serve` beside `hugo server`, on the same corpus and edits.

1. Write the corpus, start the server, and wait for its first page.
2. Edit the body of a page 20 times, then a title 20 times, and ask for the page until the new words are in it.
3. Print start, medians, processor time an edit and idle, and memory. Nothing fails on a missed target.
"""

import argparse
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import tools
from measure import Failed

PATIENCE = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Seen:
    """What one server took: milliseconds, processor milliseconds an edit, and MiB."""

    start: float
    edits: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)
    idle: float = 0
    memory: float = 0
    later: float = 0


def main() -> None:
    """Reads the command line, measures, and prints."""
    parser = argparse.ArgumentParser(description="measure how soon an edit is seen")
    parser.add_argument("--sizes", default="1000,10000", help="pages (default 1000,10000)")
    parser.add_argument("--edits", type=int, default=20, help="edits of a body, and of a title (default 20)")
    parser.add_argument("--many", type=int, default=0, help="so many further edits before memory is read again")
    parser.add_argument("--only", default="homeroom,hugo")
    options = parser.parse_args()
    memory = Path("/dev/shm")
    for pages in map(int, options.sizes.split(",")):
        folder = Path(tempfile.mkdtemp(prefix="homeroom-edits-", dir=memory if memory.is_dir() else None))
        try:
            writer = [sys.executable, str(tools.BENCH / "corpus.py"), str(folder), "--pages", str(pages)]
            subprocess.run([*writer, "--edition", "prose"], check=True)
            print(f"{pages:,} pages, {options.edits} edits each, milliseconds")
            print("| server | start | body | title | cpu a body | cpu a title | idle cpu in 5 s | MiB | MiB later |")
            print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
            for name in options.only.split(","):
                try:
                    print(row(name, measure(name, folder, options)), flush=True)
                except Failed as failure:
                    print(f"{name} is left out: {failure}")
            print()
            if "homeroom" in options.only.split(","):
                print(f"what an edit costs homeroom at {pages:,} pages, stage by stage")
                print(subprocess.run([tools.edit_ready(), str(folder / "homeroom")], capture_output=True, text=True, check=True).stdout)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def row(name: str, seen: Seen) -> str:
    """One line of the table: medians with the least and the most."""

    def span(what: str) -> str:
        times = seen.edits[what]
        return f"{statistics.median(times):.0f} ({min(times):.0f} to {max(times):.0f})"

    cpu = f"{seen.cpu['body']:.0f} | {seen.cpu['title']:.0f}"
    later = f"{seen.later:.0f}" if seen.later else "-"
    return f"| {name} | {seen.start:.0f} | {span('body')} | {span('title')} | {cpu} | {seen.idle:.0f} | {seen.memory:.0f} | {later} |"


def measure(name: str, corpus: Path, options) -> Seen:
    """Starts the server, edits, and ends it."""
    program = tools.READY[name]()
    site = corpus / name
    port = 18000 + os.getpid() % 10000
    if name == "homeroom":
        command = [program, "serve", "--root", str(site), "--port", str(port), "--today", "2026-11-22"]
    else:
        command = [program, "server", "--source", str(site), "--port", str(port), "--renderToMemory", "--quiet"]
    begun = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        connection = Connection(port)
        page = min((site / "content" / "handbook").glob("*-*.md"))
        address = f"{connection.base()}handbook/{page.stem}/"
        connection.until(address, lambda text: "<h1" in text)
        seen = Seen((time.perf_counter() - begun) * 1000)
        settle(server)
        for what in ("body", "title"):
            times, busy = [], cpu(server)
            for number in range(options.edits):
                times.append(edit(page, what, number, connection, address))
                time.sleep(1.5)
            settle(server)
            seen.edits[what] = times
            seen.cpu[what] = (cpu(server) - busy) / options.edits
        busy = cpu(server)
        time.sleep(5)
        seen.idle = cpu(server) - busy
        seen.memory = memory(server)
        for number in range(options.many):
            edit(page, "body", 1000 + number, connection, address)
        if options.many:
            settle(server)
            seen.later = memory(server)
        return seen
    finally:
        server.kill()
        server.wait()


def edit(page: Path, what: str, number: int, connection: "Connection", address: str) -> float:
    """Edits a page in place, and gives the milliseconds until the new words are served."""
    words = f"Seen {what} {number}"
    text = page.read_text(encoding="utf-8")
    if what == "body":
        text = text.split("\nSeen body")[0] + f"\n{words}.\n"
    else:
        text = re.sub(r"^title: .*$", f"title: {words}", text, count=1, flags=re.M)
    page.write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    connection.until(address, lambda text: words in text)
    return (time.perf_counter() - begun) * 1000


class Connection:
    """Asks one server, again and again."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.open = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)

    def base(self) -> str:
        """The path that the site is served below: where `/` leads to."""
        limit = time.perf_counter() + PATIENCE
        while time.perf_counter() < limit:
            try:
                self.open.request("GET", "/")
                answer = self.open.getresponse()
                answer.read()
                return answer.headers.get("Location", "/") if answer.status < 500 else "/"
            except (OSError, http.client.HTTPException):
                self.open.close()
                time.sleep(0.002)
        raise Failed("it does not answer")

    def until(self, address: str, is_there) -> None:
        """Asks for a page until it is as it should be."""
        limit = time.perf_counter() + PATIENCE
        while time.perf_counter() < limit:
            try:
                self.open.request("GET", address)
                answer = self.open.getresponse()
                if is_there(answer.read().decode("utf-8", "replace")):
                    return
            except (OSError, http.client.HTTPException):
                self.open.close()
            time.sleep(0.002)
        raise Failed(f"{address} never changed")


def cpu(server: subprocess.Popen) -> float:
    """The processor milliseconds that a process has had."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICKS


def memory(server: subprocess.Popen) -> float:
    """The MiB that a process has now."""
    status = Path(f"/proc/{server.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) / 1024


def settle(server: subprocess.Popen) -> None:
    """Waits until the process does nothing for a second."""
    before = -1.0
    while cpu(server) != before:
        before = cpu(server)
        time.sleep(1)


if __name__ == "__main__":
    main()

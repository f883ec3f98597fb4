"""Time by stage and memory of the whole `compare`, on a run folder made of invented words.

    python scripts/benchmark_comparison.py [--articles 100000] [--outlets 50] [--run FOLDER]
        [--to figures|wordings|report] [--out FILE.json]

Makes the run where FOLDER does not hold it yet (`generated_run.py`), compares it in a process of
its own, and prints seconds by stage, of the clock and of the processor, and the most memory that
all processes held together. `--to figures` ends with the comparison itself, `--to wordings` adds
the wording contrasts, `--to report` writes the report with all its evidence. Seconds of the
processor above those of the clock mean that both cores worked; far below, that others had them.
"""

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import wraps
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from generated.invention import Size
from generated_run import make_run
from slantwise.run import open_run

STAGES = (
    ("read the run", "comparison.comparing", "read_counts"),
    ("read for events", "comparison.comparing", "event_readings"),
    ("match events", "comparison.comparing", "match_read"),
    ("who is compared", "comparison.comparing", "chosen_actors"),
    ("measures", "comparison.comparing", "all_series"),
    ("gaps", "comparison.comparing", "gap_rows"),
    ("rows of figures", "comparison.comparing", "_figures"),
    ("rows of shares", "comparison.comparing", "_with_measures"),
    ("wordings of actors", "wording.contrasts", "actor_wordings"),
    ("typical terms", "processes", "_waited"),
    ("aligned acts", "wording.contrasts", "contrast_run"),
    ("gather evidence", "report.write", "collect"),
    ("tables", "report.write", "tables"),
    ("views", "report.write", "page"),
    ("pages", "report.write", "html"),
    ("write", "report.write", "write_all"),
)
"""Stage, module and function; a function's time is without that of functions named here.

Typical terms are counted aside, in a process of their own: theirs is the time waited for them,
and what that process took of the processor is in the sum alone."""


@dataclass
class Spent:
    """What one stage took.

    Attributes:
        stage: its name.
        seconds: by the clock.
        processor_seconds: by the processor, all threads together, with the processes that the
            stage started and ended.
    """

    stage: str
    seconds: float = 0.0
    processor_seconds: float = 0.0


def processor_seconds() -> float:
    """What this process took of the processor, with those of its children that have ended."""
    return sum(os.times()[:4])


class Clock:
    """Measures functions by name, each without the others that it calls."""

    def __init__(self) -> None:
        """Start with nothing measured."""
        self.spent = {stage: Spent(stage) for stage, _, _ in STAGES}
        self._open: list[Spent] = []
        self._since = (time.perf_counter(), processor_seconds())

    def watch(self) -> None:
        """Put every function of `STAGES` under watch."""
        for stage, module, name in STAGES:
            import_module(f"slantwise.{module}")
            place = sys.modules[f"slantwise.{module}"]
            setattr(place, name, self._watched(self.spent[stage], getattr(place, name)))

    def _watched(self, spent: Spent, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def watched(*args: Any, **kwargs: Any) -> Any:
            self._charge()
            self._open.append(spent)
            try:
                return function(*args, **kwargs)
            finally:
                self._charge()
                self._open.pop()

        return watched

    def _charge(self) -> None:
        now = (time.perf_counter(), processor_seconds())
        if self._open:
            self._open[-1].seconds += now[0] - self._since[0]
            self._open[-1].processor_seconds += now[1] - self._since[1]
        self._since = now


def compare(path: Path, to: str, sink: Connection) -> None:
    """Compare and send what was spent; runs in a process of its own."""
    from slantwise import api
    from slantwise.wording.contrasts import contrast_run

    clock = Clock()
    clock.watch()
    before, busy = time.perf_counter(), processor_seconds()
    with tempfile.TemporaryDirectory() as out:
        comparison = api.compare(path, out=out if to == "report" else None)
        if to == "wordings":
            contrast_run(open_run(path), comparison)
    sink.send(
        {
            "articles": comparison.n_articles,
            "outlets": len(comparison.outlets),
            "events": len(comparison.events),
            "wire_copies": sum(row.n_wire for row in comparison.outlets),
            "actors": len(comparison.actors),
            "gaps": len(comparison.gaps),
            "compared": comparison.family_size,
            "to": to,
            "seconds": time.perf_counter() - before,
            "processor_seconds": processor_seconds() - busy,
            "stages": [asdict(spent) for spent in clock.spent.values() if spent.seconds],
        }
    )


def measured(path: Path, to: str) -> dict[str, Any]:
    """What a comparison of the run took, with the most memory that it and its children held."""
    source, sink = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=compare, args=(path, to, sink))
    process.start()
    peak, done = 0, threading.Event()

    def look() -> None:
        nonlocal peak
        while not done.wait(0.1):
            peak = max(peak, sum(map(_resident, _family(process.pid or 0))))

    watcher = threading.Thread(target=look)
    watcher.start()
    sink.close()
    found: dict[str, Any] = source.recv()
    process.join()
    done.set()
    watcher.join()
    return {**found, "peak_gib": peak / 2**30}


def _family(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:  # it ended meanwhile
            continue
        for child in children:
            yield from _family(int(child))


def _resident(pid: int) -> int:
    """Bytes of memory that a process holds; 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/statm").read_text().split()
    except OSError:
        return 0
    return int(fields[1]) * 4096


def show(found: dict[str, Any]) -> None:
    """Print the figures."""
    print(
        "{articles} articles, {outlets} outlets, {events} events, {wire_copies} wire copies, "
        "{actors} actors, {gaps} gaps, {compared} compared".format(**found)
    )
    for spent in found["stages"]:
        print(
            "{stage:<20} {seconds:8.1f} s {processor_seconds:8.1f} s of processor".format(**spent)
        )
    print(
        "{to:<20} {seconds:8.1f} s {processor_seconds:8.1f} s of processor, "
        "peak {peak_gib:.2f} GiB".format(**found)
    )


def main() -> None:
    """Make the run if need be, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--outlets", type=int, default=50)
    parser.add_argument("--run", type=Path)
    parser.add_argument("--to", choices=("figures", "wordings", "report"), default="report")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        path = arguments.run or Path(work) / "run"
        if not (path / "manifest.json").exists():
            before = time.perf_counter()
            make_run(path, Size(arguments.articles, arguments.outlets))
            print(f"made {path} in {time.perf_counter() - before:.0f} s")
        found = measured(path, arguments.to)
    show(found)
    if arguments.out:
        arguments.out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

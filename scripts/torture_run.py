"""Kill runs at random instants, go on, and compare what they hold with an undisturbed run.

    python scripts/torture_run.py [--kills 200] [--workers 1] [--seed 1] [--out torture.json]
    python scripts/torture_run.py --model --kills 20

Each run is killed with SIGKILL one to three times, and then let go on to its end. Half of the
kills strike at any instant of an undisturbed run, half between its first part and its end. It
must be sound (`slantwise verify`), must name the same result as the undisturbed run (digest over
the bytes of all parts), and must leave no temporary file and no process behind. A stand-in takes
the place of the analyser: what is tried is the run folder. With `--model` the shipped model
analyses articles of `corpora/demo`. Exit status 1 where any run fell short.
"""

import argparse
import importlib
import importlib.util
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path

from slantwise.ingest import IngestSettings, read
from slantwise.pipeline import (
    Analyser,
    AnalyserSettings,
    Batch,
    analyze_files,
    batch,
    shards,
    shipped_outlets,
)
from slantwise.pipeline.stand_in import StandIn
from slantwise.run import run_status, verify_run

N_ARTICLES = 24
SHARD_SIZE = 2
GONE_SECONDS = 20.0
DEMO = Path(__file__).resolve().parent.parent / "corpora" / "demo" / "articles"


@dataclass(frozen=True)
class Work:
    """What is analysed, where to, with how many workers, and by the model or the stand-in."""

    inputs: Path
    run: Path
    workers: int
    model: bool


@dataclass(frozen=True)
class Pace:
    """How long an undisturbed run takes, and from when on it has a part."""

    seconds: float
    first_part: float


def processes(model: bool) -> SpawnContext | ForkContext:
    """How children are started: by a fork, with all loaded at once, where no model has threads."""
    return multiprocessing.get_context("spawn") if model else multiprocessing.get_context("fork")


def taken(folder: Path) -> Path:
    """Articles of the demonstration corpus, as many as are invented."""
    paths = sorted(DEMO.rglob("*.txt"))
    for path in paths[:: max(1, len(paths) // N_ARTICLES)][:N_ARTICLES]:
        target = folder / path.parent.name / path.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def invent(folder: Path) -> Path:
    """Short articles of two outlets, and a file that is none."""
    for number in range(N_ARTICLES):
        outlet = folder / ("north" if number % 2 else "south")
        outlet.mkdir(parents=True, exist_ok=True)
        text = " ".join(
            f"On day {number} of the talks the council of town {number * 7 + step} put off a vote "
            f"on the bridge for the {step + 2}th time, and the mayor said nothing about it."
            for step in range(6)
        )
        (outlet / f"{number:03}.txt").write_text(f"Talks go on, day {number}\n\n{text}\n", "utf-8")
    (folder / "empty.txt").write_text("", "utf-8")
    return folder


def analyse(work: Work) -> None:
    """Analyse, in a process group of its own."""
    os.setsid()
    batch.SHARD_SIZE = SHARD_SIZE
    analyze_files(
        Batch(
            inputs=(work.inputs,),
            run=work.run,
            ingest=IngestSettings(),
            analyser=AnalyserSettings(),
            workers=work.workers,
            build=Analyser if work.model else StandIn,
        )
    )


def load_all(inputs: Path) -> None:
    """Load what analysing needs, so that a forked child is at work at once.

    Nothing is written here: a library that has started threads must not be forked.
    """
    for name in ("pyarrow.parquet", "slantwise.run.schema", "duckdb"):
        importlib.import_module(name)
    if importlib.util.find_spec("pandas"):
        importlib.import_module("pandas")  # Arrow loads it where it is installed
    once = cache(shipped_outlets)
    once(())
    setattr(batch, "shipped_outlets", once)  # noqa: B010
    shards.analyse(list(read([inputs], IngestSettings()))[:1], StandIn())


def undisturbed(work: Work) -> Pace:
    """Analyse to the end; gives how long it took.

    Raises:
        RuntimeError: it failed.
    """
    started = time.monotonic()
    process = processes(work.model).Process(target=analyse, args=(work,))
    process.start()
    first_part = None
    while process.exitcode is None:
        process.join(0.01)
        if first_part is None and (work.run / "parts.jsonl").is_file():
            first_part = time.monotonic() - started
    if process.exitcode:
        raise RuntimeError(f"the run in {work.run} ended with status {process.exitcode}")
    seconds = time.monotonic() - started
    return Pace(seconds, first_part or seconds)


def killed(work: Work, seconds: float) -> bool:
    """Analyse and kill after so many seconds; False where it had ended by then.

    Raises:
        RuntimeError: a process of its outlived it.
    """
    process = processes(work.model).Process(target=analyse, args=(work,))
    process.start()
    session = process.pid
    process.join(seconds)
    ended = process.exitcode is not None
    process.kill()
    process.join()
    deadline = time.monotonic() + GONE_SECONDS
    while alive := session_of(session or 0):
        if time.monotonic() > deadline:
            for number in alive:
                os.kill(number, signal.SIGKILL)
            raise RuntimeError(f"{len(alive)} workers outlived their killed parent")
        time.sleep(0.02)
    return not ended


def session_of(session: int) -> list[int]:
    """Living processes of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, owner = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue  # ended between the listing and the reading
        if int(owner) == session and state != "Z":
            found.append(int(path.parent.name))
    return found


def looked_over(work: Work) -> dict[str, object]:
    """What `verify` says of a run, found in a process of its own: threads must not be forked."""
    context = processes(work.model)
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_look, args=(work.run, writer))
    process.start()
    found: dict[str, object] = reader.recv()
    process.join()
    return found


def _look(run: Path, writer: "multiprocessing.connection.Connection") -> None:
    found = verify_run(run)
    leftovers = [str(path) for path in run.rglob("*.tmp")]
    faults = [*map(str, found.faults), *leftovers]
    writer.send({"result": found.result, "finished": found.finished, "faults": faults})


def torture(arguments: argparse.Namespace, root: Path) -> dict[str, object]:
    """Kill and go on until enough kills have struck; gives what was found."""
    chance = random.Random(arguments.seed)  # noqa: S311  # no secret hangs on it
    inputs = (taken if arguments.model else invent)(root / "articles")
    if not arguments.model:
        load_all(inputs)
    calm = Work(inputs, root / "undisturbed", arguments.workers, arguments.model)
    pace = undisturbed(calm)
    expected = looked_over(calm)
    n_kills, n_runs, wrong = 0, 0, []
    parts_at_kill: list[int] = []
    while n_kills < arguments.kills:
        work = replace(calm, run=root / f"run{n_runs}")
        n_runs += 1
        for _ in range(min(chance.randint(1, 3), arguments.kills - n_kills)):
            earliest = chance.choice([0.0, pace.first_part])
            if killed(work, chance.uniform(earliest, pace.seconds)):
                n_kills += 1
                begun = (work.run / "manifest.json").is_file()
                parts_at_kill.append(run_status(work.run).n_parts if begun else -1)
        undisturbed(work)
        found = looked_over(work)
        if found != expected or found["faults"]:
            wrong.append({"run": str(work.run), "found": found})
    return {
        "kills": n_kills,
        "runs": n_runs,
        "workers": arguments.workers,
        "seed": arguments.seed,
        "model": arguments.model,
        "undisturbed_seconds": round(pace.seconds, 2),
        "before_the_manifest": parts_at_kill.count(-1),
        "before_the_first_part": parts_at_kill.count(0),
        "in_mid_run": sum(count > 0 for count in parts_at_kill),
        "result": expected["result"],
        "wrong": wrong,
    }


def main() -> None:
    """Torture and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--model", action="store_true", help="the true model, no stand-in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = torture(arguments, Path(folder))
    text = json.dumps(report, indent=2)
    print(text)
    if arguments.out:
        arguments.out.write_text(text + "\n", encoding="utf-8")
    sys.exit(1 if report["wrong"] else 0)


if __name__ == "__main__":
    main()

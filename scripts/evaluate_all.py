"""Measure a model on every set that docs/evaluation.md has a row for.

    python scripts/evaluate_all.py DATA [--model base] [--out .cache/evaluation] [--only TASK]

DATA holds the public releases, a folder a release; a set whose release is not there is left out.
Our own gold always is there. One JSON file a model digest and set is written under --out, whole or
not at all; one that is there with this model, gold, settings and code of its task is not measured
again, so that a stopped run goes on. `python scripts/make_evaluation_page.py` makes the page.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation_page.measuring import Places, measured, obstacle
from evaluation_page.rows import MEASURED
from evaluation_page.sets import Measured
from slantwise import api
from slantwise.errors import SlantwiseError
from slantwise.evaluation import TASKS, Analyser

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / ".cache" / "evaluation"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 where every set at hand was measured, 2 where something was refused."""
    given = _parser().parse_args(arguments)
    places = Places(given.data, ROOT / "corpora", given.out)
    if not given.data.is_dir():
        print(f"{given.data} is no folder; name the folder of the releases", file=sys.stderr)
        return 2
    rows = [row for row in MEASURED if asked(row, given.only, given.set)]
    n_refused = 0
    for name in given.model or ["base"]:
        try:
            analyser = api.load(name)
        except SlantwiseError as error:
            print(error, file=sys.stderr)
            return 2
        n_refused += sum(not _try(row, analyser, places) for row in rows)
    return 2 if n_refused else 0


def asked(row: Measured, tasks: Sequence[str] | None, sets: Sequence[str] | None) -> bool:
    """Whether a row is of the tasks and sets named; none named are all."""
    return (not tasks or row.task in tasks) and (not sets or row.gold in sets)


def _try(row: Measured, analyser: Analyser, places: Places) -> bool:
    """Measure one row; False where it was refused. The others go on: an hour may lie in them."""
    why = obstacle(row, analyser.encoder.model, places)
    if why:
        print(f"{row.key}: left out, {why}", flush=True)
        return True
    try:
        measured(row, analyser, places, lambda said: print(said, flush=True))
    except (SlantwiseError, OSError) as error:
        print(f"{row.key}: {error}", file=sys.stderr)
        return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the public releases")
    parser.add_argument("--model", action="append", help="name of a model; may be repeated")
    parser.add_argument("--out", type=Path, default=FIGURES, help="folder of the figures")
    parser.add_argument("--only", action="append", choices=sorted(TASKS), help="only this task")
    parser.add_argument("--set", action="append", help="only this gold set; may be repeated")
    return parser


if __name__ == "__main__":
    sys.exit(main())

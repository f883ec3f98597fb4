"""Write docs/evaluation.md: every evaluation that there is data for, a row a figure.

    python scripts/make_evaluation_page.py [--data FOLDER] [--model base] [--only TASK ...]

Public releases are read where FOLDER holds them (a folder a release); our own gold always is.
What was measured is kept under .cache/evaluation by the digests of model and gold, so that a
stopped run goes on, and a row that --only leaves out keeps its figures. Rows without figures say
so on the page.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from evaluation_page.measuring import Places, Result, kept, measured
from evaluation_page.page import page
from evaluation_page.rows import MEASURED, Measured
from slantwise import api
from slantwise.encode import open_model
from slantwise.errors import SlantwiseError
from slantwise.evaluation import TASKS
from slantwise.resources import model_folder

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 where the page was written, 2 where something was refused."""
    given = _parser().parse_args(arguments)
    places = Places(given.data, ROOT / "corpora", given.kept)
    names = given.model or sorted(p.parent.name for p in (ROOT / "models").glob("*/settings.json"))
    chosen = [row for row in MEASURED if _asked(row, given.only, given.set)]
    try:
        models = {}
        for name in names:
            _measure(name, [row for row in chosen if places.release(row).is_dir()], places)
            model = open_model(model_folder(name))
            models[name] = (model, _reader(model.digest, places))
        given.out.write_text(page(models), encoding="utf-8")
    except (SlantwiseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _asked(row: Measured, tasks: list[str] | None, sets: list[str] | None) -> bool:
    return (not tasks or row.task in tasks) and (not sets or row.gold in sets)


def _measure(name: str, rows: list[Measured], places: Places) -> None:
    if rows:
        analyser = api.load(name)
        for row in rows:
            measured(row, analyser, places, print)


def _reader(digest: str, places: Places) -> Callable[[Measured], Result | None]:
    return lambda row: kept(row, digest, places)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    data, cache = ROOT.parent / "shared" / "data", ROOT / ".cache" / "evaluation"
    parser.add_argument("--data", type=Path, default=data, help="folder of the public releases")
    parser.add_argument("--model", action="append", help="name of a model; may be repeated")
    parser.add_argument("--only", action="append", choices=sorted(TASKS), help="measure this task")
    parser.add_argument("--set", action="append", help="measure this gold set; may be repeated")
    parser.add_argument("--kept", type=Path, default=cache, help="folder of figures kept")
    page_file = ROOT / "docs" / "evaluation.md"
    parser.add_argument("--out", type=Path, default=page_file, help="the page")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""Write docs/evaluation.md from the figures that scripts/evaluate_all.py has left.

    python scripts/make_evaluation_page.py [--figures .cache/evaluation] [--model base]

Nothing is measured here. Rows without figures say so on the page; figures that were measured with
other code than the present are marked.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation_page.measuring import Places, kept
from evaluation_page.page import page
from evaluation_page.rows import MEASURED
from evaluation_page.tables import Measurements
from slantwise.encode import Model, open_model
from slantwise.errors import SlantwiseError
from slantwise.resources import model_folder

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 where the page was written, 2 where something was refused."""
    given = _parser().parse_args(arguments)
    places = Places(ROOT, ROOT / "corpora", given.figures)
    names = given.model or sorted(p.parent.name for p in (ROOT / "models").glob("*/settings.json"))
    try:
        models = {name: open_model(model_folder(name)) for name in names}
        text = page([of(model, places) for model in models.values()])
        given.out.write_text(text, encoding="utf-8")
    except (SlantwiseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def of(model: Model, places: Places) -> Measurements:
    """The figures kept of a model."""
    found = {row.key: kept(row, model.digest, places) for row in MEASURED}
    return Measurements(model, {key: result for key, result in found.items() if result})


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    figures, page_file = ROOT / ".cache" / "evaluation", ROOT / "docs" / "evaluation.md"
    parser.add_argument("--figures", type=Path, default=figures, help="folder of the figures")
    parser.add_argument("--model", action="append", help="name of a model; may be repeated")
    parser.add_argument("--out", type=Path, default=page_file, help="the page")
    return parser


if __name__ == "__main__":
    sys.exit(main())

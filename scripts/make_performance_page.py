"""Write docs/performance.md from what was measured, and measure where asked to.

    python scripts/make_performance_page.py [--measure [--models base large]] [--check]

Without --measure nothing is measured: the page is written from docs/performance/*.json. --check
writes nothing, and ends with status 1 where the page is not the one that these files give. Needs
the extra `train` (torch, transformers, onnx) to measure.
"""

import argparse
import shlex
import subprocess
import sys
from pathlib import Path

from benchmarks.page import AROUND, OF_A_MODEL, models_of, page
from slantwise.resources import model_folders

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "docs" / "performance"
PAGE = ROOT / "docs" / "performance.md"


def commands(models: list[str]) -> list[list[str]]:
    """The commands that measure everything for these models, each once."""
    found = dict.fromkeys(s.command.format(model=model) for model in models for s in OF_A_MODEL)
    found |= dict.fromkeys(section.command for section in AROUND)
    return [shlex.split(command) for command in found]


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 where the page is written or right, 1 where it is not, 2 on wrong options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--models", nargs="+", default=["base"], help="those to measure")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.models) - set(model_folders())):
        parser.error(f"no model {', '.join(unknown)}; there are {', '.join(model_folders())}")
    if given.measure:
        for _, *rest in commands(given.models):
            print(shlex.join(["python", *rest]), file=sys.stderr)
            subprocess.run([sys.executable, *rest], cwd=ROOT, check=True)
    wanted = page(RESULTS, models_of(RESULTS))
    if given.check:
        held = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else ""
        return int(held != wanted)
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

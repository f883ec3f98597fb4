"""Build the finished reports in `reports/` from `corpora/`, or check that they are what is built.

    python scripts/build_reports.py              # all, and the README's picture with Chromium
    python scripts/build_reports.py --check      # build anew elsewhere and compare with reports/
    python scripts/build_reports.py demo         # one of them

Checked are the signatures, the names of the files, every figure in the tables (numbers to four
digits, for processors differ in the last ones) and the pages but for their numbers. Nothing in a
report tells the day on which it was made.
"""

import argparse
import csv
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from math import isclose
from pathlib import Path

import code_demo
import slantwise
from slantwise.pipeline import AnalyserSettings
from slantwise.report import ReportSettings

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "reports"
PICTURE = ROOT / "docs" / "images" / "report.png"
ARTICLES = ROOT / "corpora" / "demo" / "articles"
ACTORS = ROOT / "corpora" / "demo" / "actors.yaml"
CODEBOOK = ROOT / "corpora" / "codebooks" / "conflict_metaphors.toml"

_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*|sha256-[\w+/=]+")

_SAME = 1e-4
"""Relative difference up to which two numbers of a table count as one."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One report.

    Attributes:
        name: its folder.
        title: its heading; empty for one made from the numbers.
        outlets: folders of the outlets; none for all.
        codebook: kinds of one's own; None for none.
        coded: whether differences are corrected with a coded sample.
    """

    name: str
    title: str = ""
    outlets: tuple[str, ...] = ()
    codebook: Path | None = None
    coded: bool = False


RECIPES = (
    Recipe("demo"),
    Recipe("two-outlets", outlets=("bastion-courier", "commons-lantern")),
    Recipe("coded", title="Four outlets, corrected with a coded sample", coded=True),
    Recipe("codebook", title="War words for civic life, in four outlets", codebook=CODEBOOK),
)


def main() -> None:
    """Build or check the reports named, or all."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", help="which reports; all where none is named")
    parser.add_argument("--check", action="store_true", help="compare, and write nothing")
    asked = parser.parse_args()
    chosen = [recipe for recipe in RECIPES if not asked.names or recipe.name in asked.names]
    if asked.check:
        wrong = [line for recipe in chosen for line in checked(recipe)]
        print("\n".join(wrong) or "the reports are what the code makes")
        sys.exit(bool(wrong))
    for recipe in chosen:
        build(recipe, REPORTS / recipe.name)
        print(f"reports/{recipe.name}: {size(REPORTS / recipe.name / 'report.html')}")
    if RECIPES[0] in chosen and take_picture(REPORTS / RECIPES[0].name / "report.html", PICTURE):
        print(f"{PICTURE.relative_to(ROOT)}: {size(PICTURE)}")


def build(recipe: Recipe, out: Path) -> None:
    """Analyse the articles of a report and write it into `out`, in place of an earlier one."""
    with tempfile.TemporaryDirectory() as work:
        inputs = [ARTICLES / outlet for outlet in recipe.outlets] or [ARTICLES]
        settings = AnalyserSettings(actors=(ACTORS,), codebook=recipe.codebook)
        run = slantwise.analyze(inputs, run=Path(work) / recipe.name, settings=settings, workers=1)
        made = Path(work) / "report"
        coded = [code_demo.code(run.path, Path(work) / "sample")] if recipe.coded else []
        slantwise.compare(run, out=made, report=ReportSettings(title=recipe.title), coded=coded)
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(made, out)


def checked(recipe: Recipe) -> list[str]:
    """What differs between a report and what the code makes; empty for nothing."""
    kept = REPORTS / recipe.name
    with tempfile.TemporaryDirectory() as work:
        made = Path(work) / "made"
        build(recipe, made)
        return differences(kept, made)


def differences(kept: Path, made: Path) -> list[str]:
    """What differs between two folders of a report, a line each."""
    before, now = (_manifest(folder) for folder in (kept, made))
    wrong = []
    for key in sorted({*before["signature"], *now["signature"]}):
        was, is_ = before["signature"].get(key), now["signature"].get(key)
        if was != is_:
            wrong.append(f"{kept.name}: {key} was {was!r} and is now {is_!r}")
    if set(before["files"]) != set(now["files"]):
        names = sorted(set(before["files"]) ^ set(now["files"]))
        wrong.append(f"{kept.name}: only one of the two holds {', '.join(names)}")
    shared = sorted(set(before["files"]) & set(now["files"]))
    for name in shared:
        if name.endswith(".csv") and not same_table(kept / name, made / name):
            wrong.append(f"{kept.name}: {name} holds other figures")
        elif name.endswith((".html", ".md")) and not same_words(kept / name, made / name):
            wrong.append(f"{kept.name}: {name} is worded or drawn otherwise")
    return wrong


def same_table(one: Path, other: Path) -> bool:
    """Whether two tables hold the same words, and numbers equal to four digits."""
    first, second = (_rows(path) for path in (one, other))
    return len(first) == len(second) and all(
        len(a) == len(b) and all(map(_same, a, b)) for a, b in zip(first, second, strict=True)
    )


def same_words(one: Path, other: Path) -> bool:
    """Whether two pages are the same but for their numbers, which the tables are compared by."""
    first, second = (_NUMBERS.sub("0", path.read_text(encoding="utf-8")) for path in (one, other))
    return first == second


def take_picture(page: Path, picture: Path) -> bool:
    """Take a picture of the first screen with Chromium; says whether there is one."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no picture: Chromium is not installed", file=sys.stderr)
        return False
    picture.parent.mkdir(parents=True, exist_ok=True)
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    where = (f"--screenshot={picture}", "--window-size=1300,1010", page.resolve().as_uri())
    subprocess.run([chromium, *flags, *where], check=True, capture_output=True, timeout=120)
    return True


def size(path: Path) -> str:
    """Size of a file in kB."""
    return f"{path.stat().st_size / 1000:.0f} kB"


def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = json.loads((folder / "manifest.json").read_text())
    return content


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return isclose(float(one), float(other), rel_tol=_SAME, abs_tol=_SAME)
    except ValueError:
        return False


if __name__ == "__main__":
    main()

"""Draw a sample from a run of corpora/demo and give it the codings of its two coders.

    python scripts/code_demo.py RUN OUT [SECOND]

Goes the way of a study: sample, sheets for the coders, filled sheets, codings taken back. The
first coder coded every article (`labels.jsonl`), the second those of two events
(`second_coding.jsonl`); units that a coder did not code stay empty in the sheet. OUT/coded.jsonl
goes into `slantwise compare RUN --coded`. SECOND is another file of second codings in its place:
with `corpora/demo/rereading.jsonl` the two are the same coder, so that `slantwise code agreement`
tells how steady the first coding is and not how well two coders agree.
"""

import csv
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from slantwise.coding import SampleSettings, code_export, code_import, code_sample
from slantwise.coding.records import Unit
from slantwise.spreadsheets import table

DEMO = Path(__file__).resolve().parent.parent / "corpora" / "demo"
BLIND = DEMO / "second_coding.jsonl"
FIRST, SECOND = "first", "second"

SETTINGS = SampleSettings(n_units=560, coders=(FIRST, SECOND), overlap=1.0)
"""About every second sentence: with 480 of them two outlets had fewer than the 100 coded sentences,
on the events that both tell, from which a difference is corrected."""

Mark = tuple[int, int, str]
"""Start and end in headline, blank line and body; kind."""


def code(run: Path, out: Path, second: Path = BLIND) -> Path:
    """The file of codings of a sample drawn from a run of the demonstration corpus.

    `second` holds what the second coder marked.

    Raises:
        SystemExit: a coding cannot be taken, or a text is not the one that was coded.
    """
    sample = code_sample(run, out, SETTINGS)
    codings = {FIRST: first_codings(), SECOND: second_codings(second)}
    sheets = code_export(out, "csv", out / "sheets")
    for sheet in sheets:
        fill(sheet, sample.units, codings[sheet.stem])
    taken = code_import(out, sheets, out / "coded.jsonl", strict=True)
    print(f"{len(taken.coded.codings)} codings of {len(sample.units)} units")
    return out / "coded.jsonl"


def first_codings() -> dict[str, list[Mark]]:
    """What the first coder marked in the outlet's own words, by article."""
    own = ("outlet", "scare")
    return {
        item["id"]: [
            (s["start"], s["end"], s["kinds"][0]) for s in item["spans"] if s["voice"] in own
        ]
        for item in _lines(DEMO / "labels.jsonl")
    }


def second_codings(path: Path = BLIND) -> dict[str, list[Mark]]:
    """What the second coder marked, by article; only the articles that were coded twice."""
    return {
        item["id"]: [(s["start"], s["end"], s["kind"]) for s in item["spans"]]
        for item in _lines(path)
    }


def fill(sheet: Path, units: Sequence[Unit], codings: Mapping[str, Sequence[Mark]]) -> None:
    """Write a coder's answers into the sheet; articles that are not in `codings` stay uncoded."""
    by_id = {unit.id: unit for unit in units}
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        unit = by_id[row["unit"]]
        if unit.article in codings:
            row["label"] = answer(unit, codings[unit.article])
    content = table([list(rows[0]), *([*row.values()] for row in rows)])
    sheet.write_text("\ufeff" + content, encoding="utf-8")


def answer(unit: Unit, marks: Sequence[Mark]) -> str:
    """A coder's answer for one sentence, as it stands in a sheet.

    Raises:
        SystemExit: the sentence does not stand in the coded text where the run has it.
    """
    title, body = _text(unit.article)
    text = f"{title}\n\n{body}"
    if unit.span.of(text) != unit.text:
        sys.exit(f"{unit.article}, {unit.span}: the run's text is not the one that was coded")
    inside = [
        f"{kind}: {text[start:end]}"
        for start, end, kind in sorted(marks)
        if unit.span.start <= start and end <= unit.span.end
    ]
    return " | ".join(inside) or "none"


def _text(article: str) -> tuple[str, str]:
    _, _, rest = (DEMO / "articles" / f"{article}.txt").read_text("utf-8").partition("\n\n")
    title, _, body = rest.strip().partition("\n\n")
    return title, body


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    code(*map(Path, sys.argv[1:4]))

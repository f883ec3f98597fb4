"""Agreement of the labels of corpora/framing with four blind codings of parts of it.

    python scripts/coder_agreement.py

Spans are compared by overlap. Krippendorff's alpha (nominal) is given a kind: the unit is the item,
the value whether the coder found the kind in it. A coder has read the labels of the items that the
guide quotes, so every figure is printed twice: for all items, and without those.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from slantwise.coding import alpha

FRAMING = Path(__file__).resolve().parent.parent / "corpora" / "framing"
CODINGS = tuple(f"{which}_coding.jsonl" for which in ("second", "third", "fourth", "fifth"))
Item = dict[str, Any]


def agreed(first: Sequence[bool], second: Sequence[bool]) -> str:
    """Krippendorff's alpha of two codings of yes and no, with its 95 % interval.

    >>> agreed([True, True, False, False], [True, False, False, False]).partition(" ")[0]
    '0.533'
    """
    found = alpha([[float(a), float(b)] for a, b in zip(first, second, strict=True)])
    if found.value is None:
        return "not defined, no two values differ"
    return f"{found.value:.3f} ({found.low:.3f} to {found.high:.3f})"


def _lines(name: str) -> dict[str, Item]:
    text = (FRAMING / name).read_text(encoding="utf-8")
    return {item["id"]: item for item in map(json.loads, text.splitlines())}


def _meets(span: Item, others: Sequence[Item]) -> Item | None:
    return next((o for o in others if o["start"] < span["end"] and span["start"] < o["end"]), None)


def _kinds(item: Item) -> set[str]:
    return {kind for span in item["spans"] for kind in span["kinds"]}


def _quoted() -> set[str]:
    """Return the ids that the guide quotes."""
    return set(re.findall(r"\b[a-e]\d{3}\b", (FRAMING / "GUIDE.md").read_text(encoding="utf-8")))


def _print_spans(first: dict[str, Item], second: dict[str, Item]) -> None:
    spans = [(s, second[key]) for key in first for s in first[key]["spans"]]
    pairs = [(span, met) for span, other in spans if (met := _meets(span, other["spans"]))]
    others = [(s, first[key]) for key in first for s in second[key]["spans"]]
    met_by_first = sum(_meets(s, item["spans"]) is not None for s, item in others)
    recall, precision = len(pairs) / len(spans), met_by_first / len(others)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  spans: {len(spans)} and {len(others)}, F1 by overlap {f1:.3f}")
    for what in ("voice", "direction"):
        same = sum(a[what] == b[what] for a, b in pairs)
        print(f"  same {what} on shared spans: {same / len(pairs):.3f} ({same}/{len(pairs)})")
    for what in ("kinds", "actors"):
        same = sum(bool(set(a[what]) & set(b[what])) for a, b in pairs)
        print(f"  {what} in common: {same / len(pairs):.3f} ({same}/{len(pairs)})")


def _print_alphas(first: dict[str, Item], second: dict[str, Item]) -> None:
    ids = sorted(first)
    any_finding = agreed(
        [bool(first[k]["spans"]) for k in ids], [bool(second[k]["spans"]) for k in ids]
    )
    print(f"  alpha, item holds a finding: {any_finding}")
    for kind in sorted({kind for key in ids for kind in _kinds(first[key])}):
        mine = [kind in _kinds(first[k]) for k in ids]
        theirs = [kind in _kinds(second[k]) for k in ids]
        counts = f"{sum(mine)} and {sum(theirs)} items"
        print(f"  alpha {kind}: {agreed(mine, theirs)} ({counts})")


def main() -> None:
    """Print the agreement with each coding, for all items and without those the guide quotes."""
    labels: dict[str, Item] = {}
    for split in ("train", "dev", "test"):
        labels |= _lines(f"{split}.jsonl")
    quoted = _quoted()
    for name in CODINGS:
        coding = _lines(name)
        first = {key: labels[key] for key in coding}
        unquoted = {key: item for key, item in first.items() if key not in quoted}
        for what, items in (("all items", first), ("without items quoted in the guide", unquoted)):
            print(f"{name}, {what}: {len(items)}")
            _print_spans(items, coding)
            _print_alphas(items, coding)


if __name__ == "__main__":
    main()

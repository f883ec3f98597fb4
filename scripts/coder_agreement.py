"""Agreement of the two codings of corpora/framing: the labels and a blind second coding.

    python scripts/coder_agreement.py

Spans are compared by overlap. Krippendorff's alpha (nominal) is given a kind: the unit is the item,
the value whether the coder found the kind in it.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from slantwise.coding import alpha

FRAMING = Path(__file__).resolve().parent.parent / "corpora" / "framing"
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


def main() -> None:
    """Print the agreement."""
    second = _lines("second_coding.jsonl")
    first: dict[str, Item] = {}
    for split in ("train", "dev", "test"):
        first |= {key: item for key, item in _lines(f"{split}.jsonl").items() if key in second}
    ids = sorted(second)
    spans = [(s, first[key], second[key]) for key in ids for s in first[key]["spans"]]
    pairs = [(span, met) for span, _, other in spans if (met := _meets(span, other["spans"]))]
    others = [(s, first[key]) for key in ids for s in second[key]["spans"]]
    recall = len(pairs) / len(spans)
    precision = sum(_meets(s, item["spans"]) is not None for s, item in others) / len(others)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(ids)} items; spans: {len(spans)} and {len(others)}, F1 by overlap {f1:.3f}")
    for what in ("voice", "direction"):
        same = sum(a[what] == b[what] for a, b in pairs) / len(pairs)
        print(f"same {what} on shared spans: {same:.3f}")
    same_kind = sum(bool(set(a["kinds"]) & set(b["kinds"])) for a, b in pairs) / len(pairs)
    same_actor = sum(bool(set(a["actors"]) & set(b["actors"])) for a, b in pairs) / len(pairs)
    print(f"a kind in common: {same_kind:.3f}; an actor in common: {same_actor:.3f}")
    any_finding = agreed(
        [bool(first[k]["spans"]) for k in ids], [bool(second[k]["spans"]) for k in ids]
    )
    print(f"alpha, item holds a finding: {any_finding}")
    for kind in sorted({kind for key in ids for kind in _kinds(first[key])}):
        value = agreed(
            [kind in _kinds(first[k]) for k in ids], [kind in _kinds(second[k]) for k in ids]
        )
        n = sum(kind in _kinds(first[k]) for k in ids)
        print(f"alpha {kind}: {value} ({n} items)")


if __name__ == "__main__":
    main()

"""Build corpora/agency/*.jsonl, gold of the task `agency`, from the marked texts beside them.

    python scripts/build_agency_corpus.py

A marked text is what a coder edits; corpora/agency/README.md tells its form.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpora" / "agency"
SPLITS = ("dev", "test")

FORMS = {
    "a": "active",
    "b": "passive-by",
    "o": "nominal-by",
    "p": "agentless-passive",
    "n": "agentless-nominal",
    "i": "agentless-intransitive",
}
_MARK = re.compile(r"\{(?:(?P<form>[abopni]) (?P<doer>[^|{}]+)|-)\|(?P<words>[^{}]+)\}")


def built(marked: str, split: str) -> Iterator[dict[str, object]]:
    """The items of a marked text as gold lines; none for an empty text.

    Raises:
        ValueError: a line is not of the form; the message shows it.
    """
    topic, number = "", 0
    for line in marked.splitlines():
        if line.startswith("# topic: "):
            topic, number = line.removeprefix("# topic: "), 0
        elif line.strip():
            number += 1
            yield {"id": f"{split}-{topic}-{number}", "topic": topic, **_item(line)}


def _item(line: str) -> dict[str, object]:
    text, at, harms = "", 0, []
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        start, at = len(text), mark.end()
        text += mark["words"]
        if mark["form"] is None:
            continue
        harm: dict[str, object] = {"start": start, "end": len(text), "form": FORMS[mark["form"]]}
        if mark["doer"] != "?":
            harm["doer"] = mark["doer"]
        harms.append(harm)
    text += line[at:]
    if re.search(r"[{}|]", text):
        raise ValueError(f"a mark is not of the form {{f doer|words}}: {line}")
    missing = [h["doer"] for h in harms if str(h.get("doer", "")).lower() not in text.lower()]
    if missing:
        raise ValueError(f"the text does not name {missing[0]!r}: {line}")
    return {"text": text, "harms": harms}


def main() -> None:
    """Write the gold files."""
    for split in SPLITS:
        items = list(built((CORPUS / f"{split}.txt").read_text(encoding="utf-8"), split))
        lines = [json.dumps(item, ensure_ascii=False) + "\n" for item in items]
        (CORPUS / f"{split}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{split}: {len(items)} texts")


if __name__ == "__main__":
    main()

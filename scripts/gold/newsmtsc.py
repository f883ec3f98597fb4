"""NewsMTSC dev sets as `stance-mentions` (Hamborg and Donnay, EACL 2021)."""

import re
from collections.abc import Iterator
from pathlib import Path

from gold.sets import GoldSet, Line, known, read_objects, value_at
from slantwise.train.calibrate import first_half

STANCES = {-1: "against", 0: "neutral", 1: "favour"}
_ACTOR_IN_ID = re.compile(r"_([^_]+)_\d+_\d+$")


def convert(folder: Path) -> Iterator[GoldSet]:
    """Both flavours, `rw` with the real-world share of classes and `mt` of several targets.

    The third set is the half of both on which no temperature or threshold is chosen.
    """
    other_half: list[Line] = []
    for flavour in ("rw", "mt"):
        path = folder / f"newsmtsc-{flavour}-hf" / "dev.jsonl"
        lines = tuple(to_line(row, place) for place, row in read_objects(path))
        places = {(line["text"], line["start"], line["end"]) for line in lines}
        other_half += [
            line | {"id": f"{flavour}/{line['id']}"}
            for line in lines
            if not first_half(line["text"])
        ]
        yield GoldSet(
            f"newsmtsc-{flavour}-dev",
            "stance-mentions",
            lines,
            (
                f"{len(lines) - len(places)} mentions are marked twice under different names; "
                "all are kept, as published figures count them",
            ),
        )

    note = "sentences that both flavours hold count in each"
    yield GoldSet("newsmtsc-dev-other-half", "stance-mentions", tuple(other_half), (note,))


def to_line(row: Line, place: str) -> Line:
    """One marked mention."""
    name = str(value_at(row, "id", place))
    actor = _ACTOR_IN_ID.search(name)
    return {
        "id": name,
        "text": value_at(row, "sentence", place),
        "start": value_at(row, "from", place),
        "end": value_at(row, "to", place),
        "stance": known(STANCES, value_at(row, "polarity", place), place),
        "actor": actor.group(1) if actor else str(row.get("mention", "")),
    }

"""Our own labelled sentences under corpora/framing/: spans with kinds and voices."""

import re
from pathlib import Path
from typing import Any

from slantwise.errors import GoldError
from slantwise.train.data.files import read_jsonl
from slantwise.train.examples import ClassSpan, Example, Extent, Hit
from slantwise.train.labels import KINDS

# Voices whose loaded words make the outlet's own sentence biased.
OWN_VOICES = {"outlet", "scare"}


def read(folder: Path, split: str) -> list[Example]:
    """The sentences of one split from every JSON Lines file of `folder`.

    Loaded words of every voice are loaded. `biased` is True where the outlet's own words are,
    False where nothing is, and None where only quoted people use them.

    Raises:
        GoldError: a line is not of the corpus's form.
    """
    examples = []
    for path in sorted(folder.glob("*.jsonl")):
        for place, row in read_jsonl(path):
            if row.get("split") == split:
                examples.append(to_example(row, place))
    return examples


def to_example(row: dict[str, Any], place: str) -> Example:
    """The example of one line.

    Raises:
        GoldError: a key is missing, a span lies outside the text, or a kind is unknown.
    """
    missing = [key for key in ("id", "text", "spans") if key not in row]
    if missing:
        raise GoldError(f"{place}: keys {missing} are missing, found {sorted(row)}")
    kinds: list[ClassSpan] = []
    loaded: list[Extent] = []
    hits: list[Hit] = []
    voices: set[str] = set()
    for span in row["spans"]:
        extent = (int(span["start"]), int(span["end"]))
        unknown = set(span["kinds"]) - set(KINDS)
        if unknown or not 0 <= extent[0] < extent[1] <= len(row["text"]):
            raise GoldError(f"{place}: span {span} has unknown kinds or lies outside the text")
        loaded.append(extent)
        voices.add(span["voice"])
        hits.extend(Hit(extent, actor, falls=True) for actor in actors_hit(row["text"], span))
        kinds.extend(ClassSpan(extent, KINDS.index(kind)) for kind in span["kinds"])
    biased = bool(voices & OWN_VOICES)
    return Example(
        f"framing-{row['id']}",
        row["text"],
        biased=biased if biased or not voices else None,
        loaded=tuple(loaded),
        kinds=tuple(kinds),
        hits=tuple(hits),
    )


def actors_hit(text: str, span: dict[str, Any]) -> list[Extent]:
    """Where the actors of a span stand: of an actor named twice, the place nearest the span."""
    found = []
    for name in span.get("actors", ()):
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        if places:
            found.append(min(places, key=lambda place: abs(place[0] - span["start"])))
    return found

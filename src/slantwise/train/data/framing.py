"""Our own labelled sentences under corpora/framing/: spans with kinds and voices."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from slantwise.errors import GoldError
from slantwise.train.data.files import read_jsonl
from slantwise.train.data.passages import sentence_extents
from slantwise.train.examples import ClassSpan, Example, Extent, Hit
from slantwise.train.labels import KINDS

# Voices whose loaded words make the outlet's own sentence biased.
OWN_VOICES = {"outlet", "scare"}


def read(folder: Path, split: str) -> list[Example]:
    """The sentences of one split from every JSON Lines file of `folder`, each an example.

    An item of several sentences is cut, because the analysis reads a sentence at a time. Loaded
    words of every voice are loaded. `biased` is True where the outlet's own words are, False
    where nothing is, and None where only quoted people use them.

    Raises:
        GoldError: a line is not of the corpus's form.
    """
    examples = []
    for path in sorted(folder.glob("*.jsonl")):
        for place, row in read_jsonl(path):
            if row.get("split") == split:
                examples += to_examples(row, place)
    return examples


def to_examples(row: dict[str, Any], place: str) -> list[Example]:
    """The examples of one line, one a sentence; those after the first have its number in the id.

    Raises:
        GoldError: a key is missing, a span lies outside the text, or a kind is unknown.
    """
    missing = [key for key in ("id", "text", "spans") if key not in row]
    if missing:
        raise GoldError(f"{place}: keys {missing} are missing, found {sorted(row)}")
    for span in row["spans"]:
        unknown = set(span["kinds"]) - set(KINDS)
        if unknown or not 0 <= span["start"] < span["end"] <= len(row["text"]):
            raise GoldError(f"{place}: span {span} has unknown kinds or lies outside the text")
    name = f"framing-{row['id']}"
    return [
        of_sentence(row, extent, f"{name}-{number}" if number else name)
        for number, extent in enumerate(sentence_extents(row["text"]))
    ]


def of_sentence(row: dict[str, Any], sentence: Extent, name: str) -> Example:
    """The example of one sentence of an item: spans that begin in it, actors that stand in it."""
    first, last = sentence
    spans = [span for span in row["spans"] if first <= span["start"] < last]
    text = row["text"][first:last]
    loaded = [(span["start"] - first, min(span["end"], last) - first) for span in spans]
    marked = list(zip(loaded, spans, strict=True))
    voices = {span["voice"] for span in spans}
    biased = bool(voices & OWN_VOICES)
    return Example(
        name,
        text,
        biased=biased if biased or not voices else None,
        loaded=tuple(loaded),
        kinds=tuple(
            ClassSpan(at, KINDS.index(kind)) for at, span in marked for kind in span["kinds"]
        ),
        hits=tuple(
            Hit(at, actor, falls=True)
            for at, span in marked
            for actor in actors_hit(text, at[0], span.get("actors", ()))
        ),
    )


def actors_hit(text: str, start: int, actors: Iterable[str]) -> list[Extent]:
    """Where a span's actors stand in its sentence: of one named twice, the place nearest it."""
    found = []
    for name in actors:
        places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        if places:
            found.append(min(places, key=lambda place: abs(place[0] - start)))
    return found

"""PolNeAR 1.0: source, cue and content of attributions (Newell, Margolin and Ruths, LREC 2018)."""

import re
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_text, whole_number
from slantwise.train.data.passages import sentence_extents, spans_within
from slantwise.train.examples import ClassSpan, Example
from slantwise.train.labels import ATTRIBUTED

IDENTIFIED = re.compile(r"T\d+\t")
COLUMNS = {name.capitalize(): column for column, name in enumerate(ATTRIBUTED)}


def read(folder: Path, split: str) -> list[Example]:
    """Sentences with the spans of one annotator an article, the first by name.

    Raises:
        GoldError: an annotation line is not of the release's form.
    """
    base = folder / "data" / split
    examples = []
    for path in sorted((base / "text").glob("*.txt")):
        annotations = sorted((base / "attributions").glob(f"{glob_safe(path.stem)}_????.ann"))
        if not annotations:
            continue
        text, spans = read_text(path), read_annotation(annotations[0])
        for number, window in enumerate(sentence_extents(text)):
            sentence = text[window[0] : window[1]]
            found = spans_within(spans, window)
            name = f"polnear-{split}-{path.stem}-{number}"
            examples.append(Example(name, sentence, attributed=found))
    return examples


def glob_safe(name: str) -> str:
    """`name` with the one bracket that a pattern would misread made literal."""
    return name.replace("[", "[[]")


def read_annotation(path: Path) -> list[ClassSpan]:
    """Content, cue and source spans of a brat file; a span in pieces gives one a piece.

    Raises:
        GoldError: a text-bound line is not "T<n> TYPE start end[;start end] words" with tabs.
    """
    spans = []
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        # Words that run over a line end leave lines without an identifier.
        if not IDENTIFIED.match(line):
            continue
        place, fields = f"{path}, line {number}", line.split("\t")
        kind, _, pieces = fields[1].partition(" ") if len(fields) > 1 else ("", "", "")
        if not pieces:
            raise GoldError(f"{place}: expected a text-bound annotation, found {line!r}")
        for piece in pieces.split(";") if kind in COLUMNS else ():
            start, _, end = piece.partition(" ")
            extent = whole_number(start, place, "start"), whole_number(end, place, "end")
            spans.append(ClassSpan(extent, COLUMNS[kind]))
    return spans

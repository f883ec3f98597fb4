"""Propaganda Techniques Corpus, version 2 (Da San Martino et al., SemEval-2020 task 11)."""

from collections import defaultdict
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.train.data.files import read_text, whole_number
from slantwise.train.data.passages import lines, spans_within, trim
from slantwise.train.examples import ClassSpan, Example
from slantwise.train.labels import ANY_TECHNIQUE, TECHNIQUES

ANY = TECHNIQUES.index(ANY_TECHNIQUE)
# The two techniques that are about words rather than about argument.
LOADED = {TECHNIQUES.index("Loaded_Language"), TECHNIQUES.index("Name_Calling,Labeling")}


def read(folder: Path, split: str) -> list[Example]:
    """Sentences (one a line in the release) with spans by technique; `loaded` from two of them.

    Raises:
        GoldError: a line of the labels file is not of the release's form.
    """
    spans = read_labels(folder / f"{split}-task-flc-tc.labels")
    examples = []
    for path in sorted((folder / f"{split}-articles").glob("article*.txt")):
        text = read_text(path)
        for number, (start, line) in enumerate(lines(text)):
            window = trim(text, start, start + len(line))
            found = spans_within(spans[path.stem.removeprefix("article")], window)
            loaded = tuple(span.extent for span in found if span.column in LOADED)
            name = f"ptc-{split}-{path.stem}-{number}"
            sentence = text[window[0] : window[1]]
            examples.append(Example(name, sentence, loaded=loaded, techniques=found))
    return examples


def read_labels(path: Path) -> dict[str, list[ClassSpan]]:
    """Spans by article id; each stands twice, under its technique and under "any".

    Raises:
        GoldError: a line has not four fields, or names an unknown technique.
    """
    spans: dict[str, list[ClassSpan]] = defaultdict(list)
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        place, fields = f"{path}, line {number}", line.split("\t")
        if len(fields) != 4 or fields[1] not in TECHNIQUES[:ANY]:
            raise GoldError(f"{place}: expected id, technique, start, end; found {line!r}")
        start = whole_number(fields[2], place, "start")
        end = whole_number(fields[3], place, "end")
        for column in (TECHNIQUES.index(fields[1]), ANY):
            spans[fields[0]].append(ClassSpan((start, end), column))
    return spans

"""Propaganda Techniques Corpus dev as `framing-spans` (Da San Martino et al., SemEval-2020)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from gold.sets import GoldSet, Line
from slantwise.errors import GoldError
from slantwise.evaluation.metrics import merged
from slantwise.records import Span
from slantwise.train.data.files import read_text, whole_number

LOADED = frozenset({"Loaded_Language", "Name_Calling,Labeling"})
_NOTE = "quoted speech is marked like the outlet's own; a few sentences are blank in the data"
Spans = Mapping[str, list[Span]]


def convert(folder: Path) -> Iterator[GoldSet]:
    """Whole articles: all techniques merged (task SI), and the two that are about words."""
    merged_by_release = read_spans(folder / "dev-task-si.labels", column=None)
    by_words = read_spans(folder / "dev-task-flc-tc.labels", column=1)
    yield GoldSet("ptc-dev", "framing-spans", to_lines(folder, merged_by_release), (_NOTE,))
    yield GoldSet(
        "ptc-dev-loaded",
        "framing-spans",
        to_lines(folder, by_words),
        ("loaded language and name calling only", _NOTE),
    )


def read_spans(path: Path, *, column: int | None) -> Spans:
    """Spans by article id; with a `column` of techniques, only those of `LOADED`.

    Raises:
        GoldError: a line has another form.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    n_fields = 3 if column is None else 4
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        place, fields = f"{path}, line {number}", line.split("\t")
        if not line.strip():
            continue
        if len(fields) != n_fields:
            raise GoldError(f"{place}: found {line!r}; expected {n_fields} fields with tabs")
        if column is None or fields[column] in LOADED:
            start, end = (whole_number(field, place, "an offset") for field in fields[-2:])
            spans[fields[0]].append(Span(start, end))
    return spans


def to_lines(folder: Path, spans: Spans) -> tuple[Line, ...]:
    """One line an article, in order of file name; overlapping spans joined."""
    paths = sorted((folder / "dev-articles").glob("article*.txt"))
    if not paths:
        raise GoldError(f"{folder / 'dev-articles'} holds no article*.txt; check the folder")
    return tuple(
        {
            "id": (name := path.stem.removeprefix("article")),
            "text": read_text(path),
            "spans": [{"start": s.start, "end": s.end} for s in merged(spans.get(name, []))],
        }
        for path in paths
    )

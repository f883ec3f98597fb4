"""A run's articles as the report takes them, read column by column where that is quicker.

Three of four values of a run are stances; as columns they are read in a tenth of the time that
records take. What no report shows is not read at all.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from slantwise.errors import RunError
from slantwise.records import Stance, State, Voice
from slantwise.records.as_json import from_dict
from slantwise.records.reported import (
    NOBODY,
    OUTCOMES,
    ArticleShares,
    Floats,
    Ints,
    ReportedArticle,
    StanceColumns,
)
from slantwise.run.folder import RunFolder
from slantwise.run.reported_places import VOICE_VALUES, ends, ints, place_columns, spans_of

_BATCH = 64
"""Articles read at a time; bounds memory, never changes a result."""

_LEFT_OUT: Mapping[str, Any] = {
    "attributions": [],
    "mentions": [],
    "stances": [],
    "weak_findings": [],
    "decisions": [],
    "problems": [],
    "references": [],
    "predicates": [],
}
_LEFT_OUT_OF_ARTICLES: Mapping[str, Any] = {
    "raw": "",
    "raw_title": None,
    "raw_body": [],
    "origins": [],
    "offsets": [],
    "removals": [],
}
_JUDGED = ("actor", "voice", "state", "stance", "against", "favour", "speaker")
_COLUMNS = {
    "mentions": (*_JUDGED, "start", "end", "neutral"),
    "stances": _JUDGED,
    "attributions": ("voice", "content", "speaker"),
    "sentences": ("start", "end", "paragraph"),
    "actors": ("id", "name", "kind", "parent"),
}
_STANCES = pa.array([stance.value for stance in Stance])
_LABELLED = State.LABELLED.value
_OTHERS = pa.array([outcome.value for outcome in OUTCOMES[len(Stance) :]])


def reported_articles(run: RunFolder) -> ArticleShares:
    """The analysed articles in input order, a share a part, without what no report shows.

    Left out are mentions and stances as records (they are in the columns), weak findings,
    references, predicates, merges of names, problems, raw texts, and where an attribution was
    read from.

    Raises:
        RunError: a part is missing or damaged; while they are read.
    """
    n_articles = run.manifest.total.n_articles if run.manifest.total else 0
    return ArticleShares(_of_part, tuple(run.parts()), n_articles)


def _of_part(path: Path) -> Iterator[ReportedArticle]:
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_BATCH, columns=_columns(file.schema_arrow)):
                yield from _reported(batch, path)
    except (pa.ArrowInvalid, OSError) as error:
        raise RunError(
            f"{path} is missing or damaged ({error}). The slantwise analyze command that made "
            "the run does it again."
        ) from error


def _columns(schema: pa.Schema) -> list[str]:
    """Names of the columns to read, as Parquet has them."""
    article = [field.name for field in schema.field("article").type]
    found = [f"article.{name}" for name in article if name not in _LEFT_OUT_OF_ARTICLES]
    for name, inner in _COLUMNS.items():
        found += [f"{name}.list.element.{each}" for each in inner]
    whole = {"article", *_COLUMNS, *_LEFT_OUT}
    return [*found, *(name for name in schema.names if name not in whole)]


def _reported(batch: pa.RecordBatch, path: Path) -> Iterator[ReportedArticle]:
    batch = batch.filter(pc.is_valid(batch.column("article")))
    names, numbers = _numbered(batch)
    judged = _judged(batch, path, names, numbers)
    places = place_columns(batch, numbers[-1], path)
    coded = pc.list_value_length(batch.column("codes")) if "codes" in batch.schema.names else None
    rest = _rest(batch)
    for number, row in enumerate(rest.to_pylist()):
        told = batch.column("sentences")[number].as_py() if coded and coded[number].as_py() else []
        article = {**row["article"], **_LEFT_OUT_OF_ARTICLES, "paragraphs": []}
        actors = [{**each, "aliases_seen": ()} for each in row["actors"]]
        sentences = [{**each, "bias": 0.0} for each in told]
        whole = {**row, **_LEFT_OUT, "article": article, "actors": actors, "sentences": sentences}
        yield ReportedArticle(from_dict(whole), next(judged), next(places))


def _rest(batch: pa.RecordBatch) -> pa.Table:
    """What is read as records: all that does not stand in columns."""
    table = pa.Table.from_batches([batch])
    article = batch.column("article")
    kept = [field for field in article.type if field.name != "paragraphs"]
    without = pa.StructArray.from_arrays([article.field(field.name) for field in kept], fields=kept)
    table = table.drop_columns(["mentions", "stances", "attributions", "sentences", "article"])
    return table.append_column("article", without)


def _judged(
    batch: pa.RecordBatch, path: Path, names: list[str], numbers: Sequence[Ints]
) -> Iterator[StanceColumns]:
    """Columns of each article in the batch."""
    mentions, stances = batch.column("mentions"), batch.column("stances")
    at, of = mentions.flatten(), stances.flatten()
    actors, speakers, judged, _ = numbers
    told = [*spans_of(at, path), actors, speakers]
    rows = np.stack([*told, *_outcomes(at, path)], axis=1)
    chances = (_floats(at.field(s.value)) for s in Stance)
    sure = np.maximum.reduce(list(chances))
    together = of.field("speaker").is_null().to_numpy(zero_copy_only=False)
    whole = np.stack([judged, *_outcomes(of, path)], axis=1)
    scores = _floats(of.field("favour")) - _floats(of.field("against"))
    first, second = ends(mentions).tolist(), ends(stances).tolist()
    for number in range(len(batch)):
        place = slice(first[number], first[number + 1])
        voices = np.flatnonzero(together[second[number] : second[number + 1]]) + second[number]
        yield StanceColumns(names, rows[place], sure[place], whole[voices], scores[voices])


def _numbered(batch: pa.RecordBatch) -> tuple[list[str], list[Ints]]:
    """Every actor id, and columns of ids as numbers in that list.

    The columns: actors of mentions, speakers of mentions, actors of stances, speakers.
    """
    mentions = batch.column("mentions").flatten()
    columns = (
        mentions.field("actor"),
        mentions.field("speaker"),
        batch.column("stances").flatten().field("actor"),
        batch.column("attributions").flatten().field("speaker"),
    )
    coded = pa.concat_arrays(columns).dictionary_encode()
    numbers = coded.indices.fill_null(NOBODY).to_numpy(zero_copy_only=False).astype(np.int64)
    cuts = np.cumsum([len(column) for column in columns])[:-1]
    return coded.dictionary.to_pylist(), np.split(numbers, cuts)


def _outcomes(judged: pa.StructArray, path: Path) -> tuple[Ints, Ints]:
    """Arrays [row]: numbers of the voice and of the outcome."""
    voice = pc.index_in(judged.field("voice"), VOICE_VALUES)
    labelled = pc.equal(judged.field("state"), _LABELLED)
    label = pc.index_in(judged.field("stance"), _STANCES)
    other = pc.add(pc.index_in(judged.field("state"), _OTHERS), len(Stance))
    outcome = pc.if_else(labelled, label, other)
    if voice.null_count or outcome.null_count or pc.any(pc.xor(labelled, label.is_valid())).as_py():
        raise RunError(
            f"{path} is damaged: it holds a voice or a stance that is none of {[*Voice]} and "
            f"{[*OUTCOMES]}, or a label on a judgement that is not labelled."
        )
    return ints(voice), ints(outcome)


def _floats(column: pa.Array) -> Floats:
    return np.asarray(column.to_numpy(zero_copy_only=False), np.float64)

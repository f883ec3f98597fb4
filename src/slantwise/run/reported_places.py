"""Where the parts of a run's articles stand, as columns: paragraphs, sentences, attributions."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.errors import RunError
from slantwise.records import Voice
from slantwise.records.reported import Ints, PlaceColumns

VOICE_VALUES = pa.array([voice.value for voice in Voice])


def place_columns(batch: pa.RecordBatch, speakers: Ints, path: Path) -> Iterator[PlaceColumns]:
    """Columns of each article in the batch, in order.

    Args:
        batch: rows of a part, all with an article.
        speakers: array [attribution] of numbers of speakers.
        path: of the part, for messages.

    Raises:
        RunError: a span ends before it starts, or a voice is none.
    """
    paragraphs = batch.column("article").field("paragraphs")
    sentences, said = batch.column("sentences"), batch.column("attributions")
    of_paragraphs = np.stack(spans_of(paragraphs.flatten(), path), axis=1)
    of_sentences = np.stack(spans_of(sentences.flatten(), path), axis=1)
    voices = np.stack([_voices(said.flatten(), path), speakers], axis=1)
    content, pieces = _content(said, path)
    cuts = [ends(column).tolist() for column in (paragraphs, sentences, said)]
    for number in range(len(batch)):
        first, second, third = (slice(cut[number], cut[number + 1]) for cut in cuts)
        told = content[pieces[third.start] : pieces[third.stop]]
        yield PlaceColumns(
            of_paragraphs[first], of_sentences[second], voices[third], told - (third.start, 0, 0)
        )


def _content(said: pa.ListArray, path: Path) -> tuple[Ints, Ints]:
    """Array [piece, 3] of attribution, start and end, sorted; where each attribution begins."""
    content = said.flatten().field("content")
    pieces = ends(content)
    start, end = spans_of(content.flatten(), path)
    number = np.repeat(np.arange(len(content)), np.diff(pieces))
    order = np.lexsort((end, start, number))
    return np.stack([number, start[order], end[order]], axis=1), pieces


def _voices(said: pa.StructArray, path: Path) -> Ints:
    voices = pc.index_in(said.field("voice"), VOICE_VALUES)
    if voices.null_count:
        raise RunError(f"{path} is damaged: it holds a voice that is none of {[*Voice]}.")
    return ints(voices)


def spans_of(places: pa.StructArray, path: Path) -> tuple[Ints, Ints]:
    """Arrays [span] of starts and ends.

    Raises:
        RunError: a span starts before its text, or ends before it starts.
    """
    start, end = ints(places.field("start")), ints(places.field("end"))
    if (start < 0).any() or (end < start).any():
        raise RunError(f"{path} is damaged: a span starts below 0 or ends before it starts.")
    return start, end


def ends(lists: pa.ListArray) -> Ints:
    """Array [list and one]: where each starts among all elements, and where the last one ends."""
    sizes = lists.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def ints(column: pa.Array) -> Ints:
    """The column as an array; it holds no nulls."""
    return np.asarray(column.to_numpy(zero_copy_only=False), np.int64)

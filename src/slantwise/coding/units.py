"""Units of one part of a run as numbers: sentences for framing, mentions for stance."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from slantwise.coding.frame import (
    ABSTAINED,
    FINDING,
    KINDS,
    LIKELY,
    NONE,
    STANCES,
    SURE,
    Floats,
    Ints,
)
from slantwise.coding.records import Task
from slantwise.records import State, Voice

_VOICES = tuple(Voice)

COLUMNS = {
    Task.FRAMING: (
        *("article.id", "article.outlet", "sentences.list.element.bias"),
        *(f"findings.list.element.{name}" for name in ("sentence", "voice", "kinds", "confidence")),
    ),
    Task.STANCE: (
        *("article.id", "article.outlet"),
        *(f"actors.list.element.{name}" for name in ("id", "parent")),
        *(f"mentions.list.element.{name}" for name in ("actor", "voice", "state", "stance")),
        *(f"mentions.list.element.{name}" for name in STANCES),
    ),
}
"""Columns of a part that the units of a task are read from."""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Arrays [unit], each as `Frame` has it.

    Attributes:
        article: number of the article.
        place: index of the sentence or mention in the article.
        label: what the model says.
        probability: of the label.
        predicted: array [unit, measure].
        band: position in `BANDS[task]`.
        actor: number of the actor; 0 for framing.
    """

    article: Ints
    place: Ints
    label: Ints
    probability: Floats
    predicted: Floats
    band: Ints
    actor: Ints

    @classmethod
    def none(cls, task: Task) -> Self:
        """No units; arrays of length 0."""
        ints, floats = np.empty(0, np.int64), np.empty(0)
        width = 1 + len(KINDS) if task is Task.FRAMING else 3
        return cls(ints, ints, ints, floats, np.empty((0, width)), ints, ints)

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """The units of all parts, of which there is at least one, in order."""
        return cls(*(np.concatenate([getattr(p, f.name) for p in parts]) for f in fields(cls)))

    def kept(self, wanted: NDArray[np.bool_]) -> Self:
        """The units for which the array [unit] is true, in order."""
        return type(self)(*(getattr(self, field.name)[wanted] for field in fields(self)))


def sentence_units(part: pa.Table, first: int, least: float | None) -> Units:
    """Every sentence of a part.

    Args:
        part: with the columns of `COLUMNS[Task.FRAMING]`.
        first: number of the part's first article.
        least: findings of less confidence count as none; None counts all.
    """
    sentences = part.column("sentences").combine_chunks()
    article = _ints(pc.list_parent_indices(sentences))
    lengths = _ints(pc.list_value_length(sentences))
    begins = np.cumsum(lengths) - lengths
    biased = _floats(sentences.flatten().field("bias"))
    counts, confidence = _found(part, begins, len(article), least=least)
    found = counts[:, 0] > 0
    return Units(
        article=article + first,
        place=np.arange(len(article)) - begins[article] if len(article) else article,
        label=np.where(found, FINDING, NONE),
        probability=np.where(found, confidence, biased),
        predicted=counts,
        band=np.where(found, 2 + (confidence >= SURE), (biased >= LIKELY).astype(np.int64)),
        actor=np.zeros(len(article), np.int64),
    )


def _found(
    part: pa.Table, begins: Ints, n_units: int, *, least: float | None
) -> tuple[Floats, Floats]:
    """Own-voice findings by unit as `Frame.predicted` has them, and their highest confidence."""
    findings = part.column("findings").combine_chunks()
    rows = findings.flatten()
    unit = begins[_ints(pc.list_parent_indices(findings))] + _ints(rows.field("sentence"))
    kind = _positions(pc.list_element(rows.field("kinds"), 0), KINDS)
    confidence = _floats(rows.field("confidence"))
    sure = confidence >= (0.0 if least is None else least)
    voice = _positions(rows.field("voice"), _VOICES)
    own = sure & (voice == _VOICES.index(Voice.OUTLET))
    scare = sure & (voice == _VOICES.index(Voice.SCARE))
    counts, highest = np.zeros((n_units, 1 + len(KINDS))), np.zeros(n_units)
    np.add.at(counts[:, 0], unit[own], 1.0)
    np.add.at(counts, (unit[own | scare], 1 + kind[own | scare]), 1.0)
    np.maximum.at(highest, unit[own], confidence[own])
    return counts, highest


def mention_units(part: pa.Table, first: int, actors: dict[str, int]) -> Units:
    """Every mention of a part in the outlet's own voice that the model judged.

    Args:
        part: with the columns of `COLUMNS[Task.STANCE]`.
        first: number of the part's first article.
        actors: numbers of the actors met so far; those met for the first time are added.
    """
    mentions = part.column("mentions").combine_chunks()
    article = _ints(pc.list_parent_indices(mentions))
    lengths = _ints(pc.list_value_length(mentions))
    rows = mentions.flatten()
    state = np.array(rows.field("state").to_pylist(), object)
    own = np.asarray(pc.equal(rows.field("voice"), Voice.OUTLET.value).to_pylist(), np.bool_)
    named = _positions(pc.fill_null(rows.field("stance"), STANCES[0].value), STANCES)
    label = np.where(state == State.LABELLED.value, named, ABSTAINED)
    shares = np.stack([_floats(rows.field(stance.value)) for stance in STANCES], axis=1)
    highest = shares.max(axis=1, initial=0.0)
    ids = rows.field("actor").to_pylist()
    units = Units(
        article=article + first,
        place=np.arange(len(article)) - (np.cumsum(lengths) - lengths)[article],
        label=label,
        probability=highest,
        predicted=np.stack([shares[:, 2] - shares[:, 0], shares[:, 0], shares[:, 2]], axis=1),
        band=np.where(label == ABSTAINED, 6, label + 3 * (highest >= SURE)),
        actor=np.array([actors.setdefault(id_, len(actors)) for id_ in ids], np.int64),
    )
    return units.kept(own & (state != State.FAILED.value))


def _positions(names: pa.Array, known: Sequence[str]) -> Ints:
    return _ints(pc.index_in(names, value_set=pa.array([str(name) for name in known])))


def _ints(array: pa.Array) -> Ints:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.int64)


def _floats(array: pa.Array) -> Floats:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.float64)

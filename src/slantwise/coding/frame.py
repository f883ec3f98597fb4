"""The population that a sample is drawn from: every unit of a run with the model's answer.

Read from the run's parts column by column, so that a large run stays in memory as numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from numpy.typing import NDArray

from slantwise.coding.records import Task
from slantwise.coding.settings import SampleSettings
from slantwise.errors import RunError
from slantwise.records import Kind, Stance, State, Voice
from slantwise.run import RunFolder
from slantwise.stance import lineage

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

KINDS = tuple(Kind)
STANCES = tuple(Stance)
VOICES = tuple(Voice)
NONE, FINDING = 0, 1
"""Labels of a framing unit."""

ABSTAINED = len(STANCES)
"""Label of a stance unit that the model abstained on; the others are positions in `STANCES`."""

LIKELY = 0.5
"""Probability of biased wording from which a sentence without a finding is a band of its own."""

SURE = 0.7
"""Probability of the model's own label from which a unit is in the band of the sure ones."""

BANDS: Mapping[Task, tuple[str, ...]] = {
    Task.FRAMING: (
        f"no finding, biased wording below {LIKELY}",
        f"no finding, biased wording {LIKELY} or more",
        f"finding, confidence below {SURE}",
        f"finding, confidence {SURE} or more",
    ),
    Task.STANCE: (
        *(f"{stance}, probability below {SURE}" for stance in STANCES),
        *(f"{stance}, probability {SURE} or more" for stance in STANCES),
        "abstained",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Every unit of a run that could be drawn, in order of articles and places.

    Attributes:
        task: what a unit is.
        ids: article ids, in the order of the run.
        outlets: names of the outlets, sorted.
        outlet: array [article], number of its outlet.
        article: array [unit], number of its article.
        place: array [unit], index of the sentence or mention in the article.
        label: array [unit]: `NONE` or `FINDING`; or a stance's position, or `ABSTAINED`.
        probability: array [unit], the model's, of the label; of a loaded sentence for framing.
        predicted: array [unit, measure]: findings in the outlet's own voice, all and by main
            kind (`KINDS`, with scare quotation marks, which are a voice of their own and not
            among all); or expected stance, and probabilities of against and favour.
        band: array [unit], position in `BANDS[task]`.
        actors: for stance, lineage (the actor and all it rolls up to) by number of the actor.
        actor: array [unit], number of the actor; 0 for framing.
    """

    task: Task
    ids: tuple[str, ...]
    outlets: tuple[str, ...]
    outlet: Ints
    article: Ints
    place: Ints
    label: Ints
    probability: Floats
    predicted: Floats
    band: Ints
    actors: tuple[tuple[str, ...], ...]
    actor: Ints

    def __len__(self) -> int:
        return len(self.article)

    @property
    def stratum(self) -> Ints:
        """Array [unit]: outlet number times the number of bands, plus band."""
        strata: Ints = self.outlet[self.article] * len(BANDS[self.task]) + self.band
        return strata

    def toward(self, actor: str, units: Ints | None = None) -> NDArray[np.bool_]:
        """Array [unit]: whether it is a mention of the actor or of a member; of `units`, or all."""
        known = np.array([actor in line for line in self.actors] or [False])
        mask: NDArray[np.bool_] = known[self.actor if units is None else self.actor[units]]
        return mask


def run_digest(run: RunFolder) -> str:
    """Digest of what made a run: its signature and its inputs."""
    manifest = run.manifest
    pairs = [*manifest.signature.items(), *(("input", v.sha256) for v in run.inputs())]
    return sha256("\n".join(f"{key}={value}" for key, value in sorted(pairs)).encode()).hexdigest()


def frame_of(run: RunFolder, settings: SampleSettings) -> Frame:
    """The population of a run; arrays of length 0 where it holds no unit.

    Framing: every sentence, headlines included. Stance: every mention in the outlet's own voice
    that the model judged (labelled or abstained); failed ones are no part of it.

    Raises:
        RunError: a part is damaged or of another layout.
    """
    read = _sentences if settings.task is Task.FRAMING else _mentions
    reading = _Reading(settings)
    for path in run.parts():
        part = columns(path, _COLUMNS[settings.task])
        read(reading, part.filter(pc.is_valid(part.column("article"))))
    return reading.frame()


_COLUMNS = {
    Task.FRAMING: [
        *("article.id", "article.outlet", "sentences.list.element.bias"),
        *(f"findings.list.element.{name}" for name in ("sentence", "voice", "kinds", "confidence")),
    ],
    Task.STANCE: [
        *("article.id", "article.outlet"),
        *(f"actors.list.element.{name}" for name in ("id", "parent")),
        *(f"mentions.list.element.{name}" for name in ("actor", "voice", "state", "stance")),
        *(f"mentions.list.element.{name}" for name in STANCES),
    ],
}


def columns(path: Path, names: Sequence[str]) -> pa.Table:
    """The named columns of one part.

    Raises:
        RunError: the part is damaged or of another layout.
    """
    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=list(names))
    except (pa.ArrowInvalid, OSError) as error:
        raise RunError(f"{path} is damaged ({error}); analyse again into a new run.") from error


class _Reading:
    """Units met so far, part by part."""

    def __init__(self, settings: SampleSettings) -> None:
        self.settings = settings
        self.ids: list[str] = []
        self.outlets: list[str] = []
        self.parents: dict[str, str | None] = {}
        self.actors: dict[str, int] = {}
        self.parts: list[tuple[NDArray[np.generic], ...]] = []

    def heads(self, part: pa.Table) -> int:
        """Notes the part's articles and gives the number of the first."""
        first = len(self.ids)
        article = part.column("article").combine_chunks()
        self.ids += article.field("id").to_pylist()
        self.outlets += article.field("outlet").to_pylist()
        return first

    def frame(self) -> Frame:
        names = tuple(sorted(set(self.outlets)))
        number = {name: position for position, name in enumerate(names)}
        width = 1 + len(KINDS) if self.settings.task is Task.FRAMING else 3
        empty = (
            *(np.empty(0, np.int64) for _ in range(3)),
            *(np.empty(0), np.empty((0, width)), np.empty(0, np.int64), np.empty(0, np.int64)),
        )
        parts = zip(empty, *self.parts, strict=True)
        article, place, label, probability, predicted, band, actor = map(np.concatenate, parts)
        return self._kept(
            Frame(
                task=self.settings.task,
                ids=tuple(self.ids),
                outlets=names,
                outlet=np.array([number[name] for name in self.outlets], np.int64),
                article=article,
                place=place,
                label=label,
                probability=probability,
                predicted=predicted,
                band=band,
                actors=tuple(lineage(actor, self.parents) for actor in self.actors),
                actor=actor,
            )
        )

    def _kept(self, frame: Frame) -> Frame:
        """Units of the wanted actors, members included; all where none is named."""
        if not self.settings.actors:
            return frame
        wanted = np.zeros(len(frame), np.bool_)
        for actor in self.settings.actors:
            wanted |= frame.toward(actor)
        per_unit = ("article", "place", "label", "probability", "predicted", "band", "actor")
        return replace(frame, **{name: getattr(frame, name)[wanted] for name in per_unit})


def _sentences(reading: _Reading, part: pa.Table) -> None:
    first = reading.heads(part)
    sentences = part.column("sentences").combine_chunks()
    article = _numbers(pc.list_parent_indices(sentences))
    lengths = _numbers(pc.list_value_length(sentences))
    begins = np.cumsum(lengths) - lengths
    biased = _floats(sentences.flatten().field("bias"))
    counts, confidence = _found(reading, part, begins, len(article))
    found = counts[:, 0] > 0
    band = np.where(found, 2 + (confidence >= SURE), (biased >= LIKELY).astype(np.int64))
    probability = np.where(found, confidence, biased)
    place = np.arange(len(article)) - begins[article] if len(article) else article
    label = np.where(found, FINDING, NONE)
    actor = np.zeros(len(article), np.int64)
    reading.parts.append((article + first, place, label, probability, counts, band, actor))


def _found(reading: _Reading, part: pa.Table, begins: Ints, n_units: int) -> tuple[Floats, Floats]:
    """Own-voice findings by unit as `Frame.predicted` has them, and their highest confidence."""
    findings = part.column("findings").combine_chunks()
    rows = findings.flatten()
    unit = begins[_numbers(pc.list_parent_indices(findings))] + _numbers(rows.field("sentence"))
    kind = _codes(pc.list_element(rows.field("kinds"), 0), KINDS)
    confidence = _floats(rows.field("confidence"))
    least = reading.settings.min_confidence
    sure = confidence >= (0.0 if least is None else least)
    voice = _codes(rows.field("voice"), VOICES)
    own = sure & (voice == VOICES.index(Voice.OUTLET))
    scare = sure & (voice == VOICES.index(Voice.SCARE))
    counts, highest = np.zeros((n_units, 1 + len(KINDS))), np.zeros(n_units)
    np.add.at(counts[:, 0], unit[own], 1.0)
    np.add.at(counts, (unit[own | scare], 1 + kind[own | scare]), 1.0)
    np.maximum.at(highest, unit[own], confidence[own])
    return counts, highest


def _mentions(reading: _Reading, part: pa.Table) -> None:
    first = reading.heads(part)
    actors = part.column("actors").combine_chunks().flatten()
    for id_, parent in zip(
        actors.field("id").to_pylist(), actors.field("parent").to_pylist(), strict=True
    ):
        reading.parents.setdefault(id_, parent)
    mentions = part.column("mentions").combine_chunks()
    article = _numbers(pc.list_parent_indices(mentions))
    lengths = _numbers(pc.list_value_length(mentions))
    place = np.arange(len(article)) - (np.cumsum(lengths) - lengths)[article]
    rows = mentions.flatten()
    shares = np.stack([_floats(rows.field(stance.value)) for stance in STANCES], axis=1)
    state = np.array(rows.field("state").to_pylist(), object)
    own = np.asarray(pc.equal(rows.field("voice"), Voice.OUTLET.value).to_pylist(), np.bool_)
    kept = own & (state != State.FAILED.value)
    named = _codes(pc.fill_null(rows.field("stance"), STANCES[0].value), STANCES)
    label = np.where(state == State.LABELLED.value, named, ABSTAINED)
    highest = shares.max(axis=1, initial=0.0)
    band = np.where(label == ABSTAINED, 6, label + 3 * (highest >= SURE))
    predicted = np.stack([shares[:, 2] - shares[:, 0], shares[:, 0], shares[:, 2]], axis=1)
    number = reading.actors
    ids = rows.field("actor").to_pylist()
    actor = np.array([number.setdefault(id_, len(number)) for id_ in ids], np.int64)
    whole = (article + first, place, label, highest, predicted, band, actor)
    reading.parts.append(tuple(array[kept] for array in whole))


def _codes(names: pa.Array, known: Sequence[str]) -> Ints:
    return _numbers(pc.index_in(names, value_set=pa.array([str(name) for name in known])))


def _numbers(array: pa.Array) -> Ints:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.int64)


def _floats(array: pa.Array) -> Floats:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.float64)

"""The population of a run: the frame that a sample is drawn from, read part by part.

Read column by column, so that a large run stays in memory as numbers.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from slantwise.coding.frame import Frame
from slantwise.coding.records import Task
from slantwise.coding.settings import SampleSettings
from slantwise.coding.units import COLUMNS, Units, mention_units, sentence_units
from slantwise.errors import RunError
from slantwise.run import RunFolder
from slantwise.stance import lineage


def run_digest(run: RunFolder) -> str:
    """Digest of what made a run: its signature and its inputs."""
    manifest = run.manifest
    pairs = [*manifest.signature.items(), *(("input", v.sha256) for v in run.inputs())]
    return sha256("\n".join(f"{key}={value}" for key, value in sorted(pairs)).encode()).hexdigest()


def frame_of(run: RunFolder, settings: SampleSettings) -> Frame:
    """The population of a run; arrays of length 0 where it holds no unit.

    Framing: every sentence, headlines included. Stance: every mention in the outlet's own voice
    that the model judged (labelled or abstained), of the wanted actors and their members where
    the settings name some; failed ones are no part of it.

    Raises:
        RunError: a part is damaged or of another layout.
    """
    reading = _Reading(settings)
    for path in run.parts():
        part = columns(path, COLUMNS[settings.task])
        reading.read(part.filter(pc.is_valid(part.column("article"))))
    return reading.frame()


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
        self._settings = settings
        self._ids: list[str] = []
        self._outlets: list[str] = []
        self._parents: dict[str, str | None] = {}
        self._actors: dict[str, int] = {}
        self._parts = [Units.none(settings.task)]

    def read(self, part: pa.Table) -> None:
        first = len(self._ids)
        article = part.column("article").combine_chunks()
        self._ids += article.field("id").to_pylist()
        self._outlets += article.field("outlet").to_pylist()
        if self._settings.task is Task.FRAMING:
            self._parts.append(sentence_units(part, first, self._settings.min_confidence))
            return
        actors = part.column("actors").combine_chunks().flatten()
        ids, parents = (actors.field(name).to_pylist() for name in ("id", "parent"))
        for id_, parent in zip(ids, parents, strict=True):
            self._parents.setdefault(id_, parent)
        self._parts.append(mention_units(part, first, self._actors))

    def frame(self) -> Frame:
        names = tuple(sorted(set(self._outlets)))
        number = {name: position for position, name in enumerate(names)}
        lines = tuple(lineage(actor, self._parents) for actor in self._actors)
        units = self._wanted(Units.joined(self._parts), lines)
        return Frame(
            task=self._settings.task,
            ids=tuple(self._ids),
            outlets=names,
            outlet=np.array([number[name] for name in self._outlets], np.int64),
            article=units.article,
            place=units.place,
            label=units.label,
            probability=units.probability,
            predicted=units.predicted,
            band=units.band,
            actors=lines,
            actor=units.actor,
        )

    def _wanted(self, units: Units, lines: Sequence[tuple[str, ...]]) -> Units:
        """Units of the wanted actors, members included; all where none is named."""
        wanted = set(self._settings.actors)
        if not wanted:
            return units
        of_actor = np.array([not wanted.isdisjoint(line) for line in lines], np.bool_)
        return units.kept(of_actor[units.actor])

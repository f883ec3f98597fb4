"""Counts built up part by part while a run is read."""

from dataclasses import fields, replace
from datetime import date, datetime
from typing import TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.comparison.actors_seen import ActorsSeen
from slantwise.comparison.columns import (
    FORM_NAMES,
    KIND_NAMES,
    STANCE_NAMES,
    VOICE_NAMES,
    codes,
    flags,
    floats,
    numbers,
    rows_of,
)
from slantwise.comparison.counts import (
    ABSTAINED,
    FAILED,
    KINDS,
    NO_HARMS,
    NO_SPEECH,
    NO_STANCES,
    STANCES,
    VOICES,
    HarmRows,
    Ints,
    RunCounts,
    SpeechRows,
    StanceRows,
)
from slantwise.comparison.speech import speech_rows
from slantwise.comparison.thresholds import Thresholds
from slantwise.records import State

Rows = TypeVar("Rows", StanceRows, SpeechRows, HarmRows)


class Counting:
    """Adds up the parts of a run. Give each part to `add`, then take `counts`."""

    def __init__(self, thresholds: Thresholds | None = None) -> None:
        """Start with nothing; findings below the thresholds will be left out."""
        self._thresholds = thresholds or Thresholds()
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._days: list[date | None] = []
        self._outlets: list[str] = []
        self._words: list[Ints] = []
        self._findings: list[Ints] = []
        self._laxer: list[Ints] = []
        self._stricter: list[Ints] = []
        self._stances: list[StanceRows] = []
        self._spoken: list[StanceRows] = []
        self._speech: list[SpeechRows] = []
        self._harms: list[HarmRows] = []
        self._actors = ActorsSeen()
        self._n_problems = 0
        self._n_not_analysed = 0

    def add(self, part: pa.Table) -> None:
        """Count one part: its columns as `reading` projects them."""
        problems = part.column("problems").combine_chunks()
        self._n_problems += pc.sum(pc.list_value_length(problems)).as_py() or 0
        analysed = part.filter(pc.is_valid(part.column("article")))
        self._n_not_analysed += part.num_rows - analysed.num_rows
        if analysed.num_rows:
            self._add_heads(analysed.column("article").combine_chunks())
            self._words.append(_words(analysed.column("words").combine_chunks()))
            self._add_findings(analysed)
            self._actors.add(analysed.column("actors").combine_chunks())
            first = len(self._ids) - analysed.num_rows
            stances = _moved(self._stance_rows(analysed.column("stances")), first)
            self._stances.append(stances.at(stances.speaker < 0))
            self._spoken.append(stances.at(stances.speaker >= 0))
            self._speech.append(_moved(self._speech_rows(analysed), first))
            self._harms.append(_moved(self._harm_rows(analysed.column("harms")), first))

    def counts(self) -> RunCounts:
        """All parts together."""
        names = tuple(sorted(set(self._outlets)))
        number = {name: position for position, name in enumerate(names)}
        return RunCounts(
            ids=tuple(self._ids),
            titles=tuple(self._titles),
            days=tuple(self._days),
            outlets=names,
            outlet=np.array([number[name] for name in self._outlets], np.int64),
            words=np.concatenate([np.empty((0, len(VOICES)), np.int64), *self._words]),
            findings=_stacked(self._findings),
            laxer=None if self._thresholds.laxer is None else _stacked(self._laxer),
            stricter=None if self._thresholds.stricter is None else _stacked(self._stricter),
            stances=_joined(NO_STANCES, self._stances),
            spoken=_joined(NO_STANCES, self._spoken),
            speech=_joined(NO_SPEECH, self._speech),
            harms=_joined(NO_HARMS, self._harms),
            actors=self._actors.seen(),
            n_problems=self._n_problems,
            n_not_analysed=self._n_not_analysed,
        )

    def _add_heads(self, article: pa.StructArray) -> None:
        self._ids += article.field("id").to_pylist()
        self._outlets += article.field("outlet").to_pylist()
        self._titles += article.field("title").to_pylist()
        published = article.field("published").to_pylist()
        self._days += [datetime.fromisoformat(day).date() if day else None for day in published]

    def _add_findings(self, part: pa.Table) -> None:
        firm, weak = part.column("findings"), part.column("weak_findings")
        limits = self._thresholds
        self._findings.append(_count_findings(firm, limits.base))
        if limits.stricter is not None:
            self._stricter.append(_count_findings(firm, limits.stricter))
        if limits.laxer is not None:
            more = _count_findings(weak, limits.laxer)
            self._laxer.append(_count_findings(firm, limits.laxer) + more)

    def _stance_rows(self, column: pa.ChunkedArray) -> StanceRows:
        article, rows = rows_of(column)
        n_mentions, n_failed = numbers(rows.field("n_mentions")), numbers(rows.field("n_failed"))
        return StanceRows(
            article=article,
            actor=self._actors.numbers(rows.field("actor")),
            speaker=self._actors.numbers(rows.field("speaker")),
            voice=codes(rows.field("voice"), VOICE_NAMES),
            state=_states(rows),
            against=floats(rows.field("against")),
            favour=floats(rows.field("favour")),
            n_judged=n_mentions - n_failed,
        )

    def _speech_rows(self, part: pa.Table) -> SpeechRows:
        _, rows = rows_of(part.column("attributions"))
        return speech_rows(part, self._actors.numbers(rows.field("speaker")), self._thresholds)

    def _harm_rows(self, column: pa.ChunkedArray) -> HarmRows:
        article, rows = rows_of(column)
        return HarmRows(
            article=article,
            doer=self._actors.numbers(rows.field("doer")),
            form=codes(rows.field("form"), FORM_NAMES),
            voice=codes(rows.field("voice"), VOICE_NAMES),
        )


def _words(words: pa.StructArray) -> Ints:
    return np.stack([numbers(words.field(voice.value)) for voice in VOICES], axis=1)


def _count_findings(column: pa.ChunkedArray, at_least: float) -> Ints:
    """Array [article, voice, kind] of findings at least so sure."""
    article, rows = rows_of(column)
    weak = "kind" in {field.name for field in rows.type}
    main = rows.field("kind") if weak else pc.list_element(rows.field("kinds"), 0)
    voice, kind = codes(rows.field("voice"), VOICE_NAMES), codes(main, KIND_NAMES)
    sure = floats(rows.field("confidence")) >= at_least
    shape = (len(column), len(VOICES), len(KINDS))
    cells = np.ravel_multi_index((article[sure], voice[sure], kind[sure]), shape)
    return np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape)


def _states(rows: pa.StructArray) -> Ints:
    """Array [row]: the stance where labelled, else abstained or failed."""
    state, stance = rows.field("state"), rows.field("stance")
    labelled = codes(pc.fill_null(stance, STANCES[0].value), STANCE_NAMES)
    is_labelled = flags(pc.equal(state, State.LABELLED.value))
    is_failed = flags(pc.equal(state, State.FAILED.value))
    return np.where(is_labelled, labelled, np.where(is_failed, FAILED, ABSTAINED))


def _moved(rows: Rows, first: int) -> Rows:
    """The rows of a part, its articles numbered in the run; the part's first is `first`."""
    return replace(rows, article=rows.article + first)


def _stacked(parts: list[Ints]) -> Ints:
    counts = [part.astype(np.int32) for part in parts]
    return np.concatenate([np.empty((0, len(VOICES), len(KINDS)), np.int32), *counts])


def _joined(none: Rows, parts: list[Rows]) -> Rows:
    """All parts as one; `none` where there are no parts."""
    names = [field.name for field in fields(none)]
    columns = {name: [getattr(part, name) for part in (none, *parts)] for name in names}
    return replace(none, **{name: np.concatenate(column) for name, column in columns.items()})

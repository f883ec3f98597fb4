"""Counts built up part by part while a run is read."""

from collections import Counter
from datetime import date, datetime

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.comparison.counts import (
    ABSTAINED,
    FAILED,
    KINDS,
    STANCES,
    VOICES,
    ActorSeen,
    Floats,
    Ints,
    RunCounts,
    StanceRows,
)
from slantwise.errors import RunError
from slantwise.records import ActorKind, State

_VOICE_NAMES = pa.array([voice.value for voice in VOICES])
_KIND_NAMES = pa.array([kind.value for kind in KINDS])
_STANCE_NAMES = pa.array([stance.value for stance in STANCES])


class Counting:
    """Adds up the parts of a run. Give each part to `add`, then take `counts`."""

    def __init__(self, *, min_confidence: float | None = None) -> None:
        """Start with nothing; findings below `min_confidence` will be left out."""
        self._min_confidence = min_confidence
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._days: list[date | None] = []
        self._outlets: list[str] = []
        self._words: list[Ints] = []
        self._findings: list[Ints] = []
        self._stances: list[StanceRows] = []
        self._actors = _Actors()
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
            self._findings.append(self._count_findings(analysed.column("findings")))
            self._actors.add(analysed.column("actors").combine_chunks())
            self._add_stances(analysed.column("stances").combine_chunks(), analysed.num_rows)

    def counts(self) -> RunCounts:
        """All parts together."""
        names = tuple(sorted(set(self._outlets)))
        number = {name: position for position, name in enumerate(names)}
        n_voices, n_kinds = len(VOICES), len(KINDS)
        return RunCounts(
            ids=tuple(self._ids),
            titles=tuple(self._titles),
            days=tuple(self._days),
            outlets=names,
            outlet=np.array([number[name] for name in self._outlets], np.int64),
            words=np.concatenate([np.empty((0, n_voices), np.int64), *self._words]),
            findings=np.concatenate([np.empty((0, n_voices, n_kinds), np.int64), *self._findings]),
            stances=_joined(self._stances),
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

    def _count_findings(self, column: pa.ChunkedArray) -> Ints:
        findings = column.combine_chunks()
        article, rows = _numbers(pc.list_parent_indices(findings)), findings.flatten()
        voice = _codes(rows.field("voice"), _VOICE_NAMES)
        kind = _codes(pc.list_element(rows.field("kinds"), 0), _KIND_NAMES)
        if self._min_confidence is not None:
            sure = rows.field("confidence").to_numpy(zero_copy_only=False) >= self._min_confidence
            article, voice, kind = article[sure], voice[sure], kind[sure]
        shape = (len(findings), len(VOICES), len(KINDS))
        cells = np.ravel_multi_index((article, voice, kind), shape)
        return np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape)

    def _add_stances(self, stances: pa.ListArray, n_articles: int) -> None:
        article, rows = _numbers(pc.list_parent_indices(stances)), stances.flatten()
        whole_voice = rows.field("speaker").is_null().to_numpy(zero_copy_only=False)
        score = _floats(rows.field("favour")) - _floats(rows.field("against"))
        kept = StanceRows(
            article=(article + len(self._ids) - n_articles)[whole_voice],
            actor=self._actors.numbers(rows.field("actor").to_pylist())[whole_voice],
            voice=_codes(rows.field("voice"), _VOICE_NAMES)[whole_voice],
            state=_states(rows)[whole_voice],
            score=score[whole_voice],
        )
        self._stances.append(kept)


class _Actors:
    """Actors met so far, numbered in order of first appearance."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._known: dict[str, tuple[str, ActorKind, str | None]] = {}
        self._aliases: Counter[tuple[str, str]] = Counter()

    def add(self, actors: pa.ListArray) -> None:
        rows = actors.flatten()
        ids = rows.field("id").to_pylist()
        columns = [rows.field(name).to_pylist() for name in ("name", "kind", "parent")]
        for id_, name, kind, parent in zip(ids, *columns, strict=True):
            if id_ not in self._known:
                self._known[id_] = (name, ActorKind(kind), parent)
        aliases = rows.field("aliases_seen")
        owners = (ids[owner] for owner in pc.list_parent_indices(aliases).to_pylist())
        self._aliases.update(zip(owners, aliases.flatten().to_pylist(), strict=True))

    def numbers(self, ids: list[str]) -> Ints:
        """Array [row] of actor numbers; an actor not met before gets the next one."""
        number = self._number
        return np.array([number.setdefault(id_, len(number)) for id_ in ids], np.int64)

    def seen(self) -> tuple[ActorSeen, ...]:
        """Every actor with a stance, by number.

        Raises:
            RunError: an actor is judged that no article lists.
        """
        aliases: dict[str, list[str]] = {}
        for (id_, alias), _ in sorted(self._aliases.items(), key=lambda item: (-item[1], item[0])):
            aliases.setdefault(id_, []).append(alias)
        return tuple(
            ActorSeen(id_, *self._described(id_), aliases=tuple(aliases.get(id_, ())))
            for id_ in self._number
        )

    def _described(self, id_: str) -> tuple[str, ActorKind, str | None]:
        if id_ not in self._known:
            raise RunError(
                f"the run judges the actor {id_!r} but no article lists it; expected every judged "
                "actor, and every actor it rolls up to, among an article's actors; analyse again"
            )
        return self._known[id_]


def _words(words: pa.StructArray) -> Ints:
    return np.stack([_numbers(words.field(voice.value)) for voice in VOICES], axis=1)


def _states(rows: pa.StructArray) -> Ints:
    """Array [row]: the stance where labelled, else abstained or failed."""
    state, stance = rows.field("state"), rows.field("stance")
    labelled = _codes(pc.fill_null(stance, STANCES[0].value), _STANCE_NAMES)
    is_labelled = _floats(pc.equal(state, State.LABELLED.value)).astype(bool)
    is_failed = _floats(pc.equal(state, State.FAILED.value)).astype(bool)
    return np.where(is_labelled, labelled, np.where(is_failed, FAILED, ABSTAINED))


def _codes(names: pa.Array, known: pa.Array) -> Ints:
    return _numbers(pc.index_in(names, value_set=known))


def _numbers(array: pa.Array) -> Ints:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.int64)


def _floats(array: pa.Array) -> Floats:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.float64)


def _joined(parts: list[StanceRows]) -> StanceRows:
    none = np.empty(0, np.int64)
    return StanceRows(
        article=np.concatenate([none, *(part.article for part in parts)]),
        actor=np.concatenate([none, *(part.actor for part in parts)]),
        voice=np.concatenate([none, *(part.voice for part in parts)]),
        state=np.concatenate([none, *(part.state for part in parts)]),
        score=np.concatenate([np.empty(0), *(part.score for part in parts)]),
    )

"""Attributed stretches of a part as rows: words by speaker, and how each is introduced."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.comparison.columns import (
    VOICE_NAMES,
    codes,
    flags,
    floats,
    given,
    numbers,
    rows_of,
)
from slantwise.comparison.counts import VOICES, Flags, Ints, SpeechRows
from slantwise.comparison.thresholds import Thresholds
from slantwise.records import Kind, Voice

LOADED = (Kind.LOADED_ATTRIBUTION.value, Kind.DISCREDITING.value)
"""Kinds that load an introduction: the verb, or what is said of the source."""

_QUOTED = [VOICES.index(voice) for voice in (Voice.DIRECT, Voice.REPORTED)]


@dataclass(frozen=True, slots=True, eq=False)
class _Spans:
    """Stretches of text by article: findings that can load an introduction, or its words."""

    article: Ints
    start: Ints
    end: Ints

    def meet(self, others: "_Spans") -> Flags:
        """Array [stretch], whether one of the others overlaps it."""
        same = self.article[:, None] == others.article
        meets = (self.start[:, None] < others.end) & (self.end[:, None] > others.start)
        hit: Flags = (same & meets).any(axis=1)
        return hit


def speech_rows(part: pa.Table, speakers: Ints, thresholds: Thresholds) -> SpeechRows:
    """The direct and reported stretches of a part; articles are numbered within the part.

    Args:
        part: with attributions, findings and weak findings.
        speakers: array [attribution], number of the speaker; -1 where not known.
        thresholds: from which confidence a finding loads an introduction.
    """
    article, rows = rows_of(part.column("attributions"))
    voice = codes(rows.field("voice"), VOICE_NAMES)
    quoted = np.isin(voice, _QUOTED)
    cue, source = rows.field("cue"), rows.field("source")
    cues, sources = _stretch(article, cue), _stretch(article, source)

    def loaded(at_least: float | None, *, weak: bool = False) -> Flags:
        if at_least is None:
            return np.zeros(int(quoted.sum()), np.bool_)
        loads = _loads(part, at_least, weak=weak)
        return ((cues.meet(loads) & given(cue)) | (sources.meet(loads) & given(source)))[quoted]

    place = np.where(given(cue), cues.start, sources.start)
    by_outlet = (given(cue) | given(source)) & ~given(rows.field("cited_by")) & quoted
    return SpeechRows(
        article=article[quoted],
        speaker=speakers[quoted],
        direct=voice[quoted] == VOICES.index(Voice.DIRECT),
        n_words=numbers(rows.field("n_words"))[quoted],
        introduced=_firsts(np.stack([article, place, speakers]), by_outlet)[quoted],
        loaded=loaded(thresholds.base),
        loaded_laxer=loaded(thresholds.laxer, weak=True),
        loaded_stricter=loaded(thresholds.stricter),
    )


def _stretch(article: Ints, spans: pa.StructArray) -> _Spans:
    return _Spans(article, numbers(spans.field("start")), numbers(spans.field("end")))


def _loads(part: pa.Table, at_least: float, *, weak: bool) -> _Spans:
    """Findings of the outlet's own voice that load an introduction."""
    parts = [_chosen(part.column("findings"), at_least)]
    if weak:
        parts.append(_chosen(part.column("weak_findings"), at_least))
    return _Spans(
        np.concatenate([each.article for each in parts]),
        np.concatenate([each.start for each in parts]),
        np.concatenate([each.end for each in parts]),
    )


def _chosen(column: pa.ChunkedArray, at_least: float) -> _Spans:
    article, rows = rows_of(column)
    own = codes(rows.field("voice"), VOICE_NAMES) == VOICES.index(Voice.OUTLET)
    sure = floats(rows.field("confidence")) >= at_least
    chosen = own & sure & _loading(rows)
    return _Spans(
        article[chosen],
        numbers(rows.field("start"))[chosen],
        numbers(rows.field("end"))[chosen],
    )


def _loading(rows: pa.StructArray) -> Flags:
    """Array [finding], whether any of its kinds loads an introduction."""
    if "kind" in {field.name for field in rows.type}:
        return flags(pc.is_in(rows.field("kind"), value_set=pa.array(LOADED)))
    kinds = rows.field("kinds")
    owner = numbers(pc.list_parent_indices(kinds))
    hits = flags(pc.is_in(kinds.flatten(), value_set=pa.array(LOADED)))
    return np.bincount(owner[hits], minlength=len(rows)) > 0


def _firsts(keys: Ints, among: Flags) -> Flags:
    """Array [row], whether it is the first of its key (a column of `keys`) of those `among`."""
    chosen = np.flatnonzero(among)
    _, first = np.unique(keys[:, chosen], axis=1, return_index=True)
    firsts = np.zeros(len(among), np.bool_)
    firsts[chosen[first]] = True
    return firsts

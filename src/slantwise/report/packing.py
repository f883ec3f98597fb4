"""Articles as flat rows of numbers, small enough to embed two hundred of them in one page.

Sentences are sliced out of the text in the browser, so offsets are written in UTF-16 units;
which sentence a span stands in follows from its start.
The columns of each row are read by static/data.js.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from slantwise.records import AnalysedArticle, Attribution, Finding, Harm, Span, Stance, State
from slantwise.records.contrasts import Sentence
from slantwise.records.reported import (
    NOBODY,
    OUTCOMES,
    VOICE_NUMBER,
    Ints,
    ReportedArticle,
    StanceColumns,
)
from slantwise.report.codebook import FORMS, KIND_NUMBER, STANCES, VOICES
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.queries import ABSTAINED, FAILED, N_STATES
from slantwise.report.redaction import redacted_evidence

Acts = Mapping[str, Sequence[tuple[int, Sentence]]]
"""For an article id, the aligned acts that it tells: number of the act, and the sentence."""


_VOICE = np.array([VOICES.index(voice) for voice in VOICE_NUMBER], np.int64)
_STATES: Mapping[Stance | State, int] = {
    **{stance: number for number, stance in enumerate(STANCES)},
    State.ABSTAINED: ABSTAINED,
    State.FAILED: FAILED,
}
_STATE = np.array([_STATES[outcome] for outcome in OUTCOMES], np.int64)
"""Arrays: how the page numbers the voices and outcomes of `StanceColumns`."""

_UNKNOWN = -2
"""Stands for an actor that has no number yet."""

_PIECES = re.compile(r"(?<=[,;]) ")
"""Where explanations are cut: most share their pieces, few are alike as a whole."""


class _Interned:
    """Distinct values in order of first use."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._place: dict[Any, int] = {}

    def __contains__(self, key: Any) -> bool:
        return key in self._place

    def place(self, key: Any, value: Any) -> int:
        if key not in self._place:
            self._place[key] = len(self.values)
            self.values.append(value)
        return self._place[key]


class Packer:
    """Turns articles into rows of numbers, with shared lists for what repeats."""

    def __init__(
        self,
        numbering: Numbering,
        actor: dict[str, int],
        *,
        acts: Acts | None = None,
        redact: bool = False,
    ) -> None:
        self._numbering = numbering
        self._actor = actor
        self._acts = acts or {}
        self._redact = redact
        self._kindsets = _Interned()
        self._actorsets = _Interned()
        self._reasons = _Interned()
        self._said = _Interned()
        self._names: Sequence[str] = ()
        self._numbers = np.empty(0, np.int64)

    def shared(self) -> dict[str, Any]:
        """The lists that rows point into; complete once every article is packed."""
        return {
            "kindsets": self._kindsets.values,
            "actorsets": self._actorsets.values,
            "reasons": self._reasons.values,
            "said": self._said.values,
        }

    def article(self, reported: ReportedArticle) -> dict[str, Any]:
        """One article: its text, and spans and judgements as flat rows of numbers."""
        analysed = reported.article
        cleaned, source = analysed.article, analysed.article.article
        offsets = Utf16Offsets(analysed.text)
        published = source.published
        return {
            "id": analysed.id,
            "o": self._numbering.outlet[source.outlet],
            "e": self._numbering.event_of.get(analysed.id, -1),
            "d": "" if published is None else published.date().isoformat(),
            "w": self._numbering.copy_of.get(analysed.id, ""),
            "l": cleaned.language,
            "n": [analysed.words.of(voice) for voice in VOICES],
            "x": offsets.at(len(analysed.text)) if self._redact else analysed.text,
            "t": _chain([cleaned.title] if cleaned.title else [], offsets),
            "p": _chain(cleaned.paragraphs, offsets),
            "s": _chain([sentence.span for sentence in analysed.sentences], offsets),
            "q": [self._attribution(each, offsets) for each in analysed.attributions],
            "f": _flat(_stepped(self._finding(each, offsets) for each in analysed.findings)),
            "m": self._mentions(reported.judged, offsets),
            "j": self._stances(reported.judged),
            "h": _flat(_stepped(self._harm(each, offsets) for each in analysed.harms)),
            "k": self._aligned(analysed, offsets),
        }

    def _aligned(self, analysed: AnalysedArticle, offsets: Utf16Offsets) -> list[int]:
        """Numbers of the acts that other outlets tell too, each with the place it is told at."""
        told = []
        for act, sentence in self._acts.get(analysed.id, ()):
            start = analysed.text.find(sentence.text)
            if start >= 0:
                told += [act, offsets.at(start + sentence.span.start)]
        return told

    def _attribution(self, attribution: Attribution, offsets: Utf16Offsets) -> list[int]:
        spans = sorted(attribution.content)
        voice = VOICES.index(attribution.voice)
        return [voice, self._who(attribution.speaker), *_chain(spans, offsets)]

    def _finding(self, finding: Finding, offsets: Utf16Offsets) -> list[int]:
        start, length = offsets.span(finding.span)
        kinds = [KIND_NUMBER[kind] for kind in finding.kinds]
        actors = [self._who(actor) for actor in finding.actors]
        return [
            start,
            length,
            self._kindsets.place(finding.kinds, kinds),
            VOICES.index(finding.voice),
            self._who(finding.speaker) + 1,
            self._actorsets.place(finding.actors, actors),
            STANCES.index(finding.direction),
            round(100 * finding.confidence),
            self._reason(finding.evidence),
        ]

    def _reason(self, evidence: str) -> int:
        shown = redacted_evidence(evidence) if self._redact else evidence
        if shown in self._reasons:
            return self._reasons.place(shown, None)
        pieces = [self._said.place(piece, piece) for piece in _PIECES.split(shown)]
        return self._reasons.place(shown, pieces)

    def _mentions(self, judged: StanceColumns, offsets: Utf16Offsets) -> list[int]:
        start, end, _, _, voice, outcome = judged.mentions.T
        who = self._all_of(judged.mentions[:, 2:4].ravel(), judged.names).reshape(-1, 2)
        first, after = offsets.all_at(start), offsets.all_at(end)
        rows = (
            np.diff(first, prepend=0),
            after - first,
            who[:, 0],
            who[:, 1] + 1,
            _VOICE[voice] * N_STATES + _STATE[outcome],
            np.rint(100 * judged.probabilities).astype(np.int64),
        )
        return _interleaved(rows)

    def _harm(self, harm: Harm, offsets: Utf16Offsets) -> list[int]:
        form = FORMS.index(harm.form)
        return [*offsets.span(harm.span), form, VOICES.index(harm.voice), self._who(harm.doer) + 1]

    def _stances(self, judged: StanceColumns) -> list[int]:
        actor, voice, outcome = judged.stances.T
        rows = (
            self._all_of(actor, judged.names),
            _VOICE[voice],
            _STATE[outcome],
            np.rint(100 * judged.scores).astype(np.int64),
        )
        return _interleaved(rows)

    def _all_of(self, actors: Ints, names: Sequence[str]) -> Ints:
        """Numbers of the actors on the page; those without one get theirs in order."""
        if names is not self._names:
            known = [self._actor.get(name, _UNKNOWN) for name in names]
            self._names, self._numbers = names, np.array([*known, NOBODY], np.int64)
        for actor in actors[self._numbers[actors] == _UNKNOWN].tolist():
            self._numbers[actor] = self._who(names[actor])
        return self._numbers[actors]

    def _who(self, actor: str | None) -> int:
        return -1 if actor is None else self._actor.setdefault(actor, len(self._actor))


def _chain(spans: Iterable[Span], offsets: Utf16Offsets) -> list[int]:
    """Spans as steps: from the end of the one before (or 0), then the length."""
    steps, reached = [], 0
    for span in spans:
        start, length = offsets.span(span)
        steps += [start - reached, length]
        reached = start + length
    return steps


def _stepped(rows: Iterable[list[int]]) -> Iterator[list[int]]:
    """Rows whose first number counts from that of the row before, which is shorter to write."""
    before = 0
    for start, *rest in rows:
        yield [start - before, *rest]
        before = start


def _flat(rows: Iterable[list[int]]) -> list[int]:
    return [number for row in rows for number in row]


def _interleaved(columns: Sequence[Ints]) -> list[int]:
    """Columns of equal length as one row of numbers after another."""
    flat: list[int] = np.stack(columns, axis=1).ravel().tolist()
    return flat

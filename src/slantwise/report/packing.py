"""Articles as flat rows of numbers, small enough to embed two hundred of them in one page.

Sentences are sliced out of the text in the browser, so offsets are written in UTF-16 units;
which sentence a span stands in follows from its start.
The columns of each row are read by static/data.js.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from slantwise.records import AnalysedArticle, Finding, Harm, Stance, State
from slantwise.records.contrasts import Sentence
from slantwise.records.reported import (
    NOBODY,
    OUTCOMES,
    VOICE_NUMBER,
    Ints,
    PlaceColumns,
    ReportedArticle,
    StanceColumns,
)
from slantwise.report.codebook import FORMS, KIND_NUMBER, STANCES, VOICES
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.queries import ABSTAINED, FAILED, N_STATES
from slantwise.report.redaction import redacted_evidence
from slantwise.report.script_json import as_script

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


@dataclass(frozen=True, slots=True)
class PackedFinding:
    """A finding as numbers, but for what the page lists once for all articles.

    Attributes:
        start: UTF-16 units from the start of the finding before (or 0).
        length: in UTF-16 units.
        kinds: numbers of its kinds.
        voice: number of the voice.
        speaker: number of the speaker and 1; 0 for none.
        actors: numbers of the actors.
        direction: number of the stance.
        sure: confidence in hundredths.
        reason: what decided it, as it is shown.
    """

    start: int
    length: int
    kinds: tuple[int, ...]
    voice: int
    speaker: int
    actors: tuple[int, ...]
    direction: int
    sure: int
    reason: str


@dataclass(frozen=True, slots=True)
class PackedArticle:
    """An article as JSON that a script may hold, without the value of "f", its findings.

    Attributes:
        before: all that stands before that value.
        findings: what that value is made of.
        after: all that stands behind it.
    """

    before: str
    findings: tuple[PackedFinding, ...]
    after: str


class Packer:
    """Turns articles into rows of numbers; what it gives depends on the numbers of actors alone."""

    def __init__(
        self,
        numbering: Numbering,
        actor: dict[str, int],
        *,
        acts: Acts | None = None,
        redact: bool = False,
    ) -> None:
        """Start with the actors that have a number; others get theirs in `actor` when met."""
        self._numbering = numbering
        self._actor = actor
        self._acts = acts or {}
        self._redact = redact
        self._names: Sequence[str] = ()
        self._numbers = np.empty(0, np.int64)

    def article(self, reported: ReportedArticle) -> PackedArticle:
        """One article: its text, and spans and judgements as flat rows of numbers."""
        analysed = reported.article
        offsets = Utf16Offsets(analysed.text)
        before = as_script(self._before(reported, offsets))
        findings = tuple(self._findings(analysed.findings, offsets))
        after = {
            "m": self._mentions(reported.judged, offsets),
            "j": self._stances(reported.judged),
            "h": _flat(_stepped(self._harm(each, offsets) for each in analysed.harms)),
            "k": self._aligned(analysed, offsets),
        }
        return PackedArticle(f'{before[:-1]},"f":', findings, f",{as_script(after)[1:]}")

    def _before(self, reported: ReportedArticle, offsets: Utf16Offsets) -> dict[str, Any]:
        analysed, places = reported.article, reported.places
        cleaned, source = analysed.article, analysed.article.article
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
            "t": [*offsets.span(cleaned.title)] if cleaned.title else [],
            "p": _chain(places.paragraphs, offsets),
            "s": _chain(places.sentences, offsets),
            "q": self._attributions(places, reported.judged.names, offsets),
        }

    def _aligned(self, analysed: AnalysedArticle, offsets: Utf16Offsets) -> list[int]:
        """Numbers of the acts that other outlets tell too, each with the place it is told at."""
        told = []
        for act, sentence in self._acts.get(analysed.id, ()):
            start = analysed.text.find(sentence.text)
            if start >= 0:
                told += [act, offsets.at(start + sentence.span.start)]
        return told

    def _attributions(
        self, places: PlaceColumns, names: Sequence[str], offsets: Utf16Offsets
    ) -> list[list[int]]:
        """For each attribution its voice, its speaker, and its pieces as steps."""
        voice, speaker = places.said.T
        number, start, end = places.content.T
        begin, after = offsets.all_at(start), offsets.all_at(end)
        reached = np.where(np.diff(number, prepend=-1) == 0, np.roll(after, 1), 0)
        steps = _interleaved((begin - reached, after - begin))
        heads = _interleaved((_VOICE[voice], self._all_of(speaker, names)))
        cuts = np.searchsorted(number, np.arange(len(voice) + 1)).tolist()
        return [
            [*heads[2 * at : 2 * at + 2], *steps[2 * cuts[at] : 2 * cuts[at + 1]]]
            for at in range(len(voice))
        ]

    def _findings(
        self, findings: Iterable[Finding], offsets: Utf16Offsets
    ) -> Iterator[PackedFinding]:
        before = 0
        for finding in findings:
            start, length = offsets.span(finding.span)
            evidence = redacted_evidence(finding.evidence) if self._redact else finding.evidence
            actors = tuple(map(self._who, finding.actors))
            yield PackedFinding(
                start=start - before,
                length=length,
                kinds=tuple(KIND_NUMBER[kind] for kind in finding.kinds),
                voice=VOICES.index(finding.voice),
                speaker=self._who(finding.speaker) + 1,
                actors=actors,
                direction=STANCES.index(finding.direction),
                sure=round(100 * finding.confidence),
                reason=evidence,
            )
            before = start

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


def _chain(spans: Ints, offsets: Utf16Offsets) -> list[int]:
    """Spans as steps: from the end of the one before (or 0), then the length."""
    start, end = offsets.all_at(spans[:, 0]), offsets.all_at(spans[:, 1])
    return _interleaved((start - np.concatenate([[0], end[:-1]])[: len(end)], end - start))


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

"""Articles as flat rows of numbers, small enough to embed two hundred of them in one page.

Sentences are sliced out of the text in the browser, so offsets are written in UTF-16 units;
which sentence a span stands in follows from its start.
The columns of each row are read by static/data.js.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from slantwise.records import (
    AnalysedArticle,
    Attribution,
    Finding,
    Harm,
    Span,
    StanceJudgement,
    State,
)
from slantwise.records.contrasts import Sentence
from slantwise.report.codebook import FORMS, KIND_NUMBER, STANCES, VOICES
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.queries import ABSTAINED, FAILED, N_STATES
from slantwise.report.redaction import redacted_evidence

Acts = Mapping[str, Sequence[tuple[int, Sentence]]]
"""For an article id, the aligned acts that it tells: number of the act, and the sentence."""


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

    def shared(self) -> dict[str, Any]:
        """The lists that rows point into; complete once every article is packed."""
        return {
            "kindsets": self._kindsets.values,
            "actorsets": self._actorsets.values,
            "reasons": self._reasons.values,
            "said": self._said.values,
        }

    def article(self, analysed: AnalysedArticle) -> dict[str, Any]:
        """One article: its text, and spans and judgements as flat rows of numbers."""
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
            "m": _flat(_stepped(self._mentions(analysed, offsets))),
            "j": _flat(self._stances(analysed)),
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

    def _mentions(self, analysed: AnalysedArticle, offsets: Utf16Offsets) -> Iterable[list[int]]:
        for stance in analysed.mention_stances:
            mention = analysed.mentions[stance.mention]
            judgement = stance.judgement
            yield [
                *offsets.span(mention.span),
                self._who(stance.actor),
                self._who(stance.speaker) + 1,
                VOICES.index(stance.voice) * N_STATES + _state(judgement),
                round(100 * judgement.probability),
            ]

    def _harm(self, harm: Harm, offsets: Utf16Offsets) -> list[int]:
        form = FORMS.index(harm.form)
        return [*offsets.span(harm.span), form, VOICES.index(harm.voice), self._who(harm.doer) + 1]

    def _stances(self, analysed: AnalysedArticle) -> Iterable[list[int]]:
        for stance in analysed.stances:
            if stance.speaker is None:
                judgement = stance.judgement
                yield [
                    self._who(stance.actor),
                    VOICES.index(stance.voice),
                    _state(judgement),
                    round(100 * judgement.score),
                ]

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


def _state(judgement: StanceJudgement) -> int:
    if judgement.label is not None:
        return STANCES.index(judgement.label)
    return ABSTAINED if judgement.state is State.ABSTAINED else FAILED

"""The `framing` stage: an encoded, linked article in, its findings out.

Gathers evidence, weighs it, and says of every loaded span its kind, voice, speaker, actors and
direction (the codebook's thirteen kinds).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from slantwise.framing.agency import from_agency, likely_doers, nearest_doer
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.evidence import KINDS, Evidence, from_heads, from_scare_quotes, from_terms
from slantwise.framing.hits import Hit, mentions_hit
from slantwise.framing.lexicon import Lexicon
from slantwise.framing.weighing import HeadView, Values, Weights, confidence, features
from slantwise.records import (
    Attribution,
    EncodedArticle,
    Finding,
    Kind,
    Linking,
    SentenceOutputs,
    Span,
    Stance,
    Voice,
    WeakFinding,
)
from slantwise.voice import VoiceMap

_HIDING = frozenset({Kind.AGENCY, Kind.EUPHEMISM})
_SURE_OF_AGENCY = 0.3
"""Mean probability over a span's tokens from which the head alone makes it `agency`. Below it, 1
of 13 such spans of corpora/framing's dev split was one (above it 7 of 12): the head gives unsure
spans to `agency`. Look again after the model changes."""


@dataclass(frozen=True, slots=True)
class FramingSettings:
    """Settings of the framing stage.

    Attributes:
        threshold: confidence from which a span is a finding; 0.55 gives up a little recall on
            the dev sentences for fewer plain ones charged (`scripts/fit_findings.py`).
        candidate: probability of the kind head from which tokens are looked at.
        second_kind: weight from which a further kind is named beside the main one.
        kept_below: how far below the threshold a span is still kept, as a weak finding, so that a
            comparison can say what a laxer threshold would give.
        weights: how evidence is weighed.
    """

    threshold: float = 0.55
    candidate: float = 0.3
    second_kind: float = 0.6
    kept_below: float = 0.1
    weights: Weights = field(default_factory=Weights)

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "framing_threshold": str(self.threshold),
            "framing_candidate": str(self.candidate),
            "framing_second_kind": str(self.second_kind),
            "framing_kept_below": str(self.kept_below),
            "framing_weights": repr(self.weights),
        }


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one article.

    Attributes:
        findings: spans at or above the threshold, in order of position; they do not overlap.
        weak: spans less than `kept_below` under it, in order of position.
    """

    findings: tuple[Finding, ...]
    weak: tuple[WeakFinding, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span with all evidence for it, before it is judged.

    Attributes:
        span: the span that would be the finding's.
        evidence: all evidence that overlaps it, the strongest first.
        values: what the logistic model weighs.
    """

    span: Span
    evidence: tuple[Evidence, ...]
    values: Values

    @property
    def sentence(self) -> int:
        """Index of the sentence."""
        return self.evidence[0].sentence


def find(
    encoded: EncodedArticle,
    linking: Linking,
    voices: VoiceMap,
    *,
    lexicon: Lexicon,
    settings: FramingSettings,
) -> tuple[Finding, ...]:
    """The article's findings in order of position; they do not overlap."""
    return find_all(encoded, linking, voices, lexicon=lexicon, settings=settings).findings


def find_all(
    encoded: EncodedArticle,
    linking: Linking,
    voices: VoiceMap,
    *,
    lexicon: Lexicon,
    settings: FramingSettings,
) -> Found:
    """The article's findings, and apart from them what fell a little short."""
    lowest = settings.threshold - settings.kept_below
    kept = [
        (candidate, sure)
        for candidate in candidates(encoded, linking, lexicon=lexicon, settings=settings)
        if (sure := confidence(candidate.values, settings.weights)) >= lowest
    ]
    if not kept:
        return Found((), ())
    judge = _Judge(encoded, linking, voices, settings)
    judged = [
        (finding, sure >= settings.threshold)
        for item, sure in kept
        if (finding := judge.judge(item, sure))
    ]
    judged.sort(key=lambda found: found[0].span)
    return Found(
        findings=tuple(finding for finding, firm in judged if firm),
        weak=tuple(
            WeakFinding(f.span, f.kinds[0], f.voice, f.confidence) for f, firm in judged if not firm
        ),
    )


def candidates(
    encoded: EncodedArticle, linking: Linking, *, lexicon: Lexicon, settings: FramingSettings
) -> list[Candidate]:
    """Every span for which anything speaks, with what speaks for it, in order."""
    evidence = [
        *from_scare_quotes(linking.attributions, encoded.sentences),
        *from_terms(encoded.text, encoded.sentences, lexicon),
        *from_heads(encoded.sentences, encoded.outputs, encoded.text, at_least=settings.candidate),
        *from_agency(encoded.text, encoded.sentences, linking),
    ]
    return [
        _candidate(cluster, encoded.outputs[cluster[0].sentence]) for cluster in _cluster(evidence)
    ]


def _cluster(evidence: Iterable[Evidence]) -> Iterator[list[Evidence]]:
    """Evidence in groups of overlapping spans, within a sentence, in order."""
    group: list[Evidence] = []
    end = -1
    for piece in sorted(evidence, key=lambda e: (e.span.start, -e.span.end)):
        if group and (piece.span.start >= end or piece.sentence != group[0].sentence):
            yield group
            group = []
        end = max(end, piece.span.end) if group else piece.span.end
        group.append(piece)
    if group:
        yield group


def _candidate(cluster: Sequence[Evidence], outputs: SentenceOutputs) -> Candidate:
    ranked = sorted(cluster, key=lambda e: (e.source != "form", -e.weight, e.span))
    span = _span(ranked)
    inside = _tokens(outputs, span)
    heads = HeadView(
        kind=float(outputs.kind[inside].max(initial=0.0)),
        loaded=float(outputs.loaded[inside].max(initial=0.0)),
    )
    return Candidate(span, tuple(ranked), features(ranked, heads))


def _tokens(outputs: SentenceOutputs, span: Span) -> np.ndarray:
    inside: np.ndarray = (outputs.tokens[:, 0] < span.end) & (outputs.tokens[:, 1] > span.start)
    return inside


def _span(ranked: Sequence[Evidence]) -> Span:
    """The span of form evidence; else the head's, joined with a listed phrase it cuts."""
    if ranked[0].source == "form":
        return ranked[0].span
    heads = [e.span for e in ranked if e.source == "head"]
    listed = [e.span for e in ranked if e.source == "term"]
    base = (heads or listed)[0]
    cut = [s for s in listed if s.overlaps(base) and not base.contains(s)]
    return Span(min([base.start, *(s.start for s in cut)]), max([base.end, *(s.end for s in cut)]))


class _Judge:
    """Says everything a finding carries, for the candidates of one article."""

    def __init__(
        self,
        encoded: EncodedArticle,
        linking: Linking,
        voices: VoiceMap,
        settings: FramingSettings,
    ) -> None:
        self._encoded = encoded
        self._voices = voices
        self._settings = settings
        self._clauses: tuple[Clause, ...] = clauses(encoded, linking)
        self._doers = likely_doers(encoded.text, encoded.sentences, linking)

    def judge(self, candidate: Candidate, sure: float) -> Finding | None:
        kinds = self._kinds(candidate)
        voice, attribution = self._voices.at(candidate.span)
        if (voice is Voice.SCARE) != (Kind.SCARE_QUOTES in kinds):
            if voice is not Voice.SCARE:
                return None
            kinds = (Kind.SCARE_QUOTES, *kinds[:1])
        actors = self._actors(candidate, kinds[0], attribution)
        quoted = voice in (Voice.DIRECT, Voice.REPORTED) and attribution is not None
        return Finding(
            span=candidate.span,
            sentence=candidate.sentence,
            kinds=kinds,
            voice=voice,
            speaker=attribution.speaker if attribution and quoted else None,
            actors=actors,
            direction=self._direction(candidate, kinds[0], actors),
            confidence=round(sure, 4),
            evidence="; ".join(dict.fromkeys(e.words for e in candidate.evidence)),
        )

    def _kinds(self, candidate: Candidate) -> tuple[Kind, ...]:
        """Kinds by the summed strength of head and listed evidence, the strongest first."""
        output = self._encoded.outputs[candidate.sentence]
        inside = _tokens(output, candidate.span)
        strength: dict[Kind, float] = {}
        if inside.any():
            means = output.kind[inside].mean(axis=0)
            strength = {kind: float(p) for kind, p in zip(KINDS, means, strict=True)}
        strength[Kind.SCARE_QUOTES] = 0.0
        listed: dict[Kind, float] = {}
        for piece in candidate.evidence:
            if piece.source != "head":
                listed[piece.kind] = max(listed.get(piece.kind, 0.0), piece.weight)
        for kind, weight in listed.items():
            strength[kind] = strength.get(kind, 0.0) + weight
        if Kind.SCARE_QUOTES in listed:
            strength[Kind.SCARE_QUOTES] = 2.0
        if Kind.AGENCY not in listed and strength.get(Kind.AGENCY, 0.0) < _SURE_OF_AGENCY:
            strength[Kind.AGENCY] = 0.0
        ranked = sorted(strength, key=lambda kind: (-strength[kind], KINDS.index(kind)))
        more = [kind for kind in ranked[1:2] if strength[kind] >= self._settings.second_kind]
        return (ranked[0], *more)

    def _actors(
        self, candidate: Candidate, kind: Kind, attribution: Attribution | None
    ) -> tuple[str, ...]:
        if kind is Kind.AGENCY:
            doer = nearest_doer(self._doers, candidate.sentence)
            return (doer,) if doer else ()
        at = candidate.sentence
        antecedent = self._clauses[at - 1].main_subject() if at else None
        hit = mentions_hit(
            Hit(candidate.span, kind, attribution), self._clauses[at], antecedent=antecedent
        )
        return tuple(dict.fromkeys(mention.actor for mention in hit))

    def _direction(self, candidate: Candidate, kind: Kind, actors: Sequence[str]) -> Stance:
        """What a list says; softened harm favours its doer; else the head at the span itself."""
        if not actors:
            return Stance.NEUTRAL
        if kind in _HIDING:
            return Stance.FAVOUR
        listed: Mapping[Kind, Stance] = {
            e.kind: e.direction for e in candidate.evidence if e.direction is not None
        }
        if kind in listed:
            return listed[kind]
        output = self._encoded.outputs[candidate.sentence]
        inside = _tokens(output, candidate.span)
        clause = self._clauses[candidate.sentence]
        for mention in clause.mentions:
            if mention.actor in actors:
                inside = inside | _tokens(output, mention.span)
        if not inside.any():
            return Stance.AGAINST
        against, _, favour = output.stance[inside].mean(axis=0)
        return Stance.FAVOUR if favour > against else Stance.AGAINST

"""All that a finding carries: kinds, voice, speaker, actors and direction.

Last half of the `framing` stage, for candidates that weigh enough.
"""

from collections.abc import Mapping, Sequence

from slantwise.framing.agency import likely_doers, nearest_doer
from slantwise.framing.candidates import Candidate
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.evidence import KINDS
from slantwise.framing.hits import Hit, mentions_hit
from slantwise.framing.settings import FramingSettings
from slantwise.framing.tokens import tokens_in
from slantwise.records import (
    Attribution,
    EncodedArticle,
    Finding,
    Kind,
    Linking,
    Stance,
    Voice,
)
from slantwise.voice import VoiceMap

_HIDING = frozenset({Kind.AGENCY, Kind.EUPHEMISM})
_LISTED = 0.0
_SURE_OF_AGENCY = 0.3
"""Mean probability over a span's tokens from which the head alone makes it `agency`. Below it, 1
of 13 such spans of corpora/framing's dev split was one (above it 7 of 12): the head gives unsure
spans to `agency`. Look again after the model changes."""


class Judge:
    """Says everything a finding carries, for the candidates of one article."""

    def __init__(
        self,
        encoded: EncodedArticle,
        linking: Linking,
        voices: VoiceMap,
        settings: FramingSettings,
    ) -> None:
        """Take an article with its mentions and voices."""
        self._encoded = encoded
        self._voices = voices
        self._settings = settings
        self._clauses: tuple[Clause, ...] = clauses(encoded, linking)
        self._doers = likely_doers(encoded.text, encoded.sentences, linking)

    def judge(self, candidate: Candidate, sure: float) -> Finding | None:
        """The finding; None where the voice stage sees no scare quotation after all."""
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
        inside = tokens_in(output, candidate.span)
        strength: dict[Kind, float] = {}
        if inside.any():
            means = output.kind[inside].mean(axis=0)
            strength = {kind: float(p) for kind, p in zip(KINDS, means, strict=True)}
        strength[Kind.SCARE_QUOTES] = 0.0
        listed: dict[Kind, float] = {}
        for piece in candidate.evidence:
            if piece.source != "head":
                listed[piece.kind] = max(listed.get(piece.kind, 0.0), piece.weight, _LISTED)
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
            Hit(candidate.span, kind, attribution),
            self._clauses[at],
            self._encoded.outputs[at],
            antecedent=antecedent,
        )
        return tuple(dict.fromkeys(mention.actor for mention in hit))

    def _direction(self, candidate: Candidate, kind: Kind, actors: Sequence[str]) -> Stance:
        """What a list says; softened harm favours its doer; else the head at the span itself."""
        if not actors:
            return Stance.NEUTRAL
        if kind in _HIDING:
            return Stance.FAVOUR
        # The strongest piece of evidence stands first and should have the last word.
        listed: Mapping[Kind, Stance] = {
            e.kind: e.direction for e in reversed(candidate.evidence) if e.direction is not None
        }
        if kind in listed:
            return listed[kind]
        output = self._encoded.outputs[candidate.sentence]
        inside = tokens_in(output, candidate.span)
        clause = self._clauses[candidate.sentence]
        for mention in clause.mentions:
            if mention.actor in actors:
                inside = inside | tokens_in(output, mention.span)
        if not inside.any():
            return Stance.AGAINST
        against, _, favour = output.stance[inside].mean(axis=0)
        return Stance.FAVOUR if favour > against else Stance.AGAINST

"""All that a finding carries: kinds, voice, speaker, actors and direction.

Last half of the `framing` stage, for candidates that weigh enough.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from slantwise.framing.candidates import Candidate
from slantwise.framing.choosing import shipped_chooser
from slantwise.framing.evidence import KINDS
from slantwise.framing.falling import Cast
from slantwise.framing.hits import Hit
from slantwise.framing.settings import FramingSettings
from slantwise.records import (
    Attribution,
    EncodedArticle,
    Finding,
    Kind,
    Linking,
    Stance,
    Voice,
    mean_row,
)
from slantwise.voice import VoiceMap

_HIDING = frozenset({Kind.AGENCY, Kind.EUPHEMISM})
_LISTED = 0.8
"""What a listed word adds to the strength of its kind: once a word is loaded, a list is surer of
its kind than the head is of a word that it has never seen. From 0.6 to 1.2 the kinds of
corpora/framing's dev split come out alike; 0 and 2 are worse (`evaluate framing-spans`)."""


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
        self._cast = Cast(encoded, linking)
        self._chooser = settings.chooser or shipped_chooser()

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
        """The strongest kind by head and lists, and the next one where it is strong by itself."""
        strength = self._by_head(candidate)
        listed: dict[Kind, float] = {}
        for piece in candidate.evidence:
            if piece.source != "head":
                listed[piece.kind] = max(listed.get(piece.kind, 0.0), piece.weight)

        def lead(kind: Kind) -> float:
            if kind is Kind.SCARE_QUOTES:
                return 2.0 if kind in listed else 0.0
            return strength.get(kind, 0.0) + (_LISTED if kind in listed else 0.0)

        first, second = sorted(KINDS, key=lambda kind: (-lead(kind), KINDS.index(kind)))[:2]
        in_itself = strength.get(second, 0.0) + listed.get(second, 0.0)
        return (first, second) if in_itself >= self._settings.second_kind else (first,)

    def _by_head(self, candidate: Candidate) -> dict[Kind, float]:
        """Mean probability of each kind over the candidate's tokens; empty where it has none.

        Scare quotation is left out: a matter of form, which the voice stage decides.
        """
        output = self._encoded.outputs[candidate.sentence]
        kinds = output.kind[output.tokens_in(candidate.span)]
        if not len(kinds):
            return {}
        found = dict(zip(KINDS, mean_row(kinds).tolist(), strict=True))
        return found | {Kind.SCARE_QUOTES: 0.0}

    def _actors(
        self, candidate: Candidate, kind: Kind, attribution: Attribution | None
    ) -> tuple[str, ...]:
        hit = Hit(candidate.span, kind, attribution)
        return self._cast.actors(hit, candidate.sentence, self._chooser)

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
        inside = np.zeros(len(output.tokens), dtype=np.bool_)
        inside[output.tokens_in(candidate.span)] = True
        for mention in self._cast.clauses[candidate.sentence].mentions:
            if mention.actor in actors:
                inside[output.tokens_in(mention.span)] = True
        if not inside.any():
            return Stance.AGAINST
        against, _, favour = mean_row(output.stance[inside])
        return Stance.FAVOUR if favour > against else Stance.AGAINST

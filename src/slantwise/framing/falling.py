"""Whom a finding falls on, of all who are named in its sentence and near it.

`hits` says whom the sentence itself picks; here that pick is weighed with who is named in the
sentences beside it, since a short paragraph often names the actor there alone, and since a doer
left out of a passive stands there by its nature (codebook rules 4, 5 and 16).
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import cached_property

from slantwise.framing.agency import likely_doers
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.hits import Hit, mentions_hit, score_between
from slantwise.framing.settings import HitWeights
from slantwise.records import EncodedArticle, Linking, Mention

REACH = 2
"""Sentences before and behind the finding's own in which its actor is sought."""
_OFTEN = 4
"""Mentions past which an actor counts as no more talked of: a long article's chief actor should
not draw every finding to it."""
_SUREST = 8.0
"""Log-odds at which the encoder's score is cut."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What speaks for one mention as the one a finding falls on.

    Attributes:
        mention: the mention.
        values: what is weighed, in the order of the fields of `HitWeights`.
    """

    mention: Mention
    values: tuple[float, ...]


class Cast:
    """Who is named where in one article, for the findings that fall on them."""

    def __init__(self, encoded: EncodedArticle, linking: Linking) -> None:
        """Take an article with its mentions."""
        self._encoded = encoded
        self._linking = linking
        self._often = Counter(mention.actor for mention in linking.mentions)
        self.clauses: tuple[Clause, ...] = clauses(encoded, linking)

    @cached_property
    def _doers(self) -> list[tuple[int, str]]:
        return likely_doers(self._encoded.text, self._encoded.sentences, self._linking)

    def actors(self, hit: Hit, at: int, weights: HitWeights) -> tuple[str, ...]:
        """Ids of the actors a finding of sentence `at` falls on; empty where nobody is near.

        Of mentions that weigh the same the first in the text is taken. Joint actors ("both the
        Meranian and the Tollish army") come together.
        """
        claims = self.claims(hit, at)
        if not claims:
            return ()
        best = max(claims, key=lambda claim: weight(claim.values, weights)).mention
        joint = self.clauses[best.sentence].partners(best)
        return tuple(dict.fromkeys(mention.actor for mention in joint))

    def claims(self, hit: Hit, at: int) -> list[Claim]:
        """What speaks for each mention within `REACH` of sentence `at`, in order of position."""
        antecedent = self.clauses[at - 1].main_subject() if at else None
        clause, outputs = self.clauses[at], self._encoded.outputs[at]
        picked = mentions_hit(hit, clause, outputs, antecedent=antecedent)
        seen = _Seen(
            picked=frozenset(picked),
            doers=frozenset(actor for place, actor in self._doers if abs(place - at) <= REACH),
            antecedent=antecedent,
            subject=clause.subject(hit.span),
        )
        return [Claim(mention, self._values(mention, hit, at, seen)) for mention in self._near(at)]

    def _near(self, at: int) -> Iterator[Mention]:
        for clause in self.clauses[max(0, at - REACH) : at + REACH + 1]:
            yield from clause.mentions

    def _values(self, mention: Mention, hit: Hit, at: int, seen: "_Seen") -> tuple[float, ...]:
        here = mention.sentence == at
        outputs = self._encoded.outputs
        score = score_between(outputs[at], hit.span, outputs[mention.sentence], mention.span)
        score = max(-_SUREST, min(_SUREST, score))
        return astuple(
            HitWeights(
                picked=float(mention in seen.picked or (here and mention.actor in seen.actors)),
                head=score if here else 0.0,
                head_elsewhere=0.0 if here else score,
                source=float(here and hit.spoken_by(mention)),
                inside=float(mention.span.overlaps(hit.span)),
                subject=float(mention == seen.subject),
                elsewhere=float(not here),
                far=float(abs(mention.sentence - at) == REACH),
                antecedent=float(mention == seen.antecedent),
                often=math.log(min(_OFTEN, self._often[mention.actor])),
                force=float(mention.actor in seen.doers),
            )
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is the same for all mentions near one finding."""

    picked: frozenset[Mention]
    doers: frozenset[str]
    antecedent: Mention | None
    subject: Mention | None

    @property
    def actors(self) -> frozenset[str]:
        """Ids of those picked."""
        return frozenset(mention.actor for mention in self.picked)


def weight(values: Sequence[float], weights: HitWeights) -> float:
    """Log-odds, but for a constant, that the finding falls on the mention."""
    return math.fsum(v * w for v, w in zip(values, astuple(weights), strict=True))

"""Whom a finding falls on, of all who are named in its sentence and near it.

`hits` says whom the sentence itself picks; here that pick is weighed with who is named in the
sentences beside it, since a short paragraph often names the actor there alone, and since a doer
left out of a passive stands there by its nature (codebook rules 4, 5 and 16).
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from slantwise.framing.agency import likely_doers
from slantwise.framing.choosing import Chooser
from slantwise.framing.clauses import Clause, clauses
from slantwise.framing.hits import (
    Factor,
    Hit,
    by_grammar,
    described_by,
    factor,
    is_its_own,
    mentions_hit,
    score_between,
    spoken_of,
)
from slantwise.framing.reasons import OF_GAP, Gap, of_finding, of_mention
from slantwise.records import EncodedArticle, Linking, Mention

REACH = 2
"""Sentences before and behind the finding's own in which its actor is sought."""
_OFTEN = 4
"""Mentions past which an actor counts as no more talked of: a long article's chief actor should
not draw every finding to it."""
SUREST = 8.0
"""Log-odds at which the encoder's score is cut."""

_NO_GAP = (0.0,) * len(OF_GAP)


@dataclass(frozen=True, slots=True)
class Claim:
    """What speaks for one mention as the one a finding falls on.

    Attributes:
        mention: the mention.
        values: what is weighed, in the order of `REASONS`.
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
        self._sorts = {actor.id: actor.kind for actor in linking.actors}
        self._factors: dict[Mention, Factor | None] = {}
        self._own: dict[Mention, tuple[float, ...]] = {}

    @cached_property
    def _doers(self) -> list[tuple[int, str]]:
        return likely_doers(self._encoded.text, self._encoded.sentences, self._linking)

    def actors(self, hit: Hit, at: int, chooser: Chooser) -> tuple[str, ...]:
        """Ids of the actors a finding of sentence `at` falls on; empty where nobody is near.

        Of mentions that weigh the same the first in the text is taken. Joint actors ("both the
        Meranian and the Tollish army") come together. What belongs to the pronoun at the sentence's
        start is not weighed: of that form there is too little to learn from.
        """
        antecedent = self._antecedent(at)
        if antecedent and is_its_own(hit, self.clauses[at], antecedent):
            return (antecedent.actor,)
        claims = self.claims(hit, at)
        if not claims:
            return ()
        weighed = chooser.weigh(np.array([claim.values for claim in claims], dtype=np.float64))
        best = claims[int(weighed.argmax())].mention
        joint = self.clauses[best.sentence].partners(best)
        return tuple(dict.fromkeys(mention.actor for mention in joint))

    def claims(self, hit: Hit, at: int) -> list[Claim]:
        """What speaks for each mention within `REACH` of sentence `at`, in order of position."""
        near = list(self._near(at))
        if not near:
            return []
        clause = self.clauses[at]
        start, stop = clause.first_word(hit.span), clause.after_last(hit.span)
        gap, seen = Gap(clause, hit, start, stop), self._seen(hit, at, near)
        same = of_finding(hit, clause, start, stop)
        return [
            Claim(
                mention,
                (
                    *self._of_place(mention, hit, at, seen),
                    *(gap.reasons(mention) if mention.sentence == at else _NO_GAP),
                    *self._of_mention(mention),
                    *same,
                ),
            )
            for mention in near
        ]

    def _near(self, at: int) -> Iterator[Mention]:
        for clause in self.clauses[max(0, at - REACH) : at + REACH + 1]:
            yield from clause.mentions

    def _antecedent(self, at: int) -> Mention | None:
        """Whom a pronoun that opens sentence `at` stands for: the subject of the one before."""
        return self.clauses[at - 1].main_subject() if at else None

    def _seen(self, hit: Hit, at: int, near: list[Mention]) -> "_Seen":
        antecedent = self._antecedent(at)
        clause, outputs = self.clauses[at], self._encoded.outputs[at]
        picked = mentions_hit(hit, clause, outputs, antecedent=antecedent)
        ruled = by_grammar(hit, clause, antecedent=antecedent)
        told = spoken_of(hit, clause)
        before = [mention for mention in near if mention.span.end <= hit.span.start]
        return _Seen(
            words=factor(outputs.hit_from, outputs, hit.span),
            picked=tuple(picked),
            actors=frozenset(mention.actor for mention in picked),
            doers=frozenset(actor for place, actor in self._doers if abs(place - at) <= REACH),
            antecedent=antecedent,
            subject=clause.subject(hit.span),
            by_form=(
                told.possessor(hit.span),
                told.of_phrase(hit.span),
                told.apposed(hit.span),
                told.agent(hit.span),
                told.nearest_after(hit.span),
                described_by(hit, clause),
            ),
            ruled=frozenset(mention.actor for mention in ruled),
            last=before[-1] if before else None,
            here=frozenset(mention.actor for mention in clause.mentions),
        )

    def _of_place(self, mention: Mention, hit: Hit, at: int, seen: "_Seen") -> tuple[float, ...]:
        here = mention.sentence == at
        score = score_between(seen.words, self._factor(mention))
        score = max(-SUREST, min(SUREST, score))
        # In the order of `OF_PLACE`; a record for each mention would cost more than all else here.
        return (
            float((here and mention.actor in seen.actors) or mention in seen.picked),
            score if here else 0.0,
            0.0 if here else score,
            float(here and hit.spoken_by(mention)),
            float(mention.span.overlaps(hit.span)),
            float(mention == seen.subject),
            float(not here),
            float(abs(mention.sentence - at) == REACH),
            float(mention == seen.antecedent),
            math.log(min(_OFTEN, self._often[mention.actor])),
            float(mention.actor in seen.doers),
            *(float(mention == found) for found in seen.by_form),
            float(mention.actor in seen.ruled),
            float(mention.sentence - at),
            float(mention == seen.last),
            float(mention.actor in seen.here),
        )

    def _of_mention(self, mention: Mention) -> tuple[float, ...]:
        if mention not in self._own:
            clause, outputs = (
                self.clauses[mention.sentence],
                self._encoded.outputs[mention.sentence],
            )
            sort = self._sorts.get(mention.actor)
            self._own[mention] = of_mention(mention, clause, outputs, sort)
        return self._own[mention]

    def _factor(self, mention: Mention) -> Factor | None:
        if mention not in self._factors:
            outputs = self._encoded.outputs[mention.sentence]
            self._factors[mention] = factor(outputs.hit_on, outputs, mention.span)
        return self._factors[mention]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is the same for all mentions near one finding."""

    words: Factor | None
    picked: tuple[Mention, ...]
    actors: frozenset[str]
    doers: frozenset[str]
    antecedent: Mention | None
    subject: Mention | None
    by_form: tuple[Mention | None, ...]
    ruled: frozenset[str]
    last: Mention | None
    here: frozenset[str]

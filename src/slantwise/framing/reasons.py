"""What speaks for one mention near a finding as the one it falls on, in numbers.

`falling` gathers what the grammar and the encoder say; `choosing` weighs it. None of these reasons
asks who the actor is: they read its place, the form of its name and what sort of actor it is.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from slantwise.framing.clauses import BREAKS, Clause
from slantwise.framing.hits import Hit
from slantwise.records import ActorKind, Kind, Mention, SentenceOutputs

_HOWS = ("pronoun", "demonym", "group", "composed", "metonym")
_SORTS = (ActorKind.PERSON, ActorKind.GROUP, ActorKind.ROLE, ActorKind.STATE)
_PLACED = frozenset({"in", "at", "on", "from"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "``", "''"})
_OWNED = frozenset({"its", "their", "his", "her", "our", "my"})
_JOINTS = BREAKS | {"as", "when"}
_MOST_BETWEEN = 4
_MOST_COMMAS = 3

OF_PLACE = (
    *("picked", "head", "head_elsewhere", "source", "inside", "subject", "elsewhere", "far"),
    *("antecedent", "often", "force", "possessor", "of_phrase", "apposed", "agent", "next_behind"),
    *("described", "ruled", "behind", "last_before", "actor_here"),
)
"""Reasons that `falling` gathers over the sentences around a finding."""
OF_GAP = (
    *("before", "after", "mentions_between", "words_between", "joint_between", "commas_between"),
    *("quote_between", "verb_between", "right_behind", "right_before"),
)
"""Reasons from what stands between a finding and a mention of its sentence."""
OF_MENTION = (
    *("main_subject", "governed", "owns", "verb_follows", "noun_follows", "object", "after_by"),
    *("after_of", "placed", "opens", *(f"how_{how}" for how in _HOWS)),
    *(*(f"kind_{sort.value}" for sort in _SORTS), "loaded", "as_source", "as_content"),
)
"""Reasons from the mention and its own sentence alone."""
OF_FINDING = (
    *("verb", "passive", "owned_by_pronoun", "opens_with_pronoun", "attributed"),
    *(kind.value for kind in Kind),
)
"""What is the same for all mentions near a finding, and tells how the others are to be weighed."""
REASONS = (*OF_PLACE, *OF_GAP, *OF_MENTION, *OF_FINDING)
"""All reasons, in the order in which they are weighed."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What parts a finding from a mention of its own sentence.

    Attributes:
        clause: the sentence.
        hit: the finding.
        start: index of its first word.
        stop: index of the word after its last.
    """

    clause: Clause
    hit: Hit
    start: int
    stop: int

    def reasons(self, mention: Mention) -> tuple[float, ...]:
        """Values of `OF_GAP`; all 0 where the mention stands within the finding's words."""
        clause, span = self.clause, mention.span
        first, stop = clause.first_word(span), clause.after_last(span)
        before, after = span.end <= self.hit.span.start, span.start >= self.hit.span.end
        words = clause.words[min(stop, self.stop) : max(first, self.start)]
        if not before and not after:
            return (0.0,) * len(OF_GAP)
        lowers = [clause.lower(word) for word in words]
        n_words = self.start - stop if before else first - self.stop
        return (
            float(before),
            float(after),
            float(min(_MOST_BETWEEN, self._mentions_between(mention))),
            math.log1p(max(0, n_words)),
            float(not _JOINTS.isdisjoint(lowers)),
            float(min(_MOST_COMMAS, lowers.count(","))),
            float(not _QUOTES.isdisjoint(lowers)),
            float(any(word.tag in _FINITE for word in words)),
            float(after and n_words == 0),
            float(before and n_words == 0),
        )

    def _mentions_between(self, mention: Mention) -> int:
        ours, span = self.hit.span, mention.span
        first, end = min(span.end, ours.end), max(span.start, ours.start)
        return sum(first <= m.span.start < end and m != mention for m in self.clause.mentions)


def of_mention(
    mention: Mention, clause: Clause, outputs: SentenceOutputs, sort: ActorKind | None
) -> tuple[float, ...]:
    """Values of `OF_MENTION`.

    Args:
        mention: the mention.
        clause: its sentence.
        outputs: what the encoder says of that sentence.
        sort: what sort of actor it names; None where that is not known.
    """
    stop = clause.after_last(mention.span)
    follows = clause.words[stop].tag if stop < len(clause.words) else ""
    before = clause.before_phrase(mention)
    word = clause.lower(before) if before else ""
    return (
        float(clause.main_subject() == mention),
        float(clause.governed(mention)),
        float(follows == "POS"),
        float(clause.verb_follows(mention)),
        float(follows.startswith(("NN", "JJ"))),
        float(clause.is_object(mention)),
        float(word == "by"),
        float(word == "of"),
        float(word in _PLACED),
        float(before is None),
        *(float(mention.how == how) for how in _HOWS),
        *(float(sort is known) for known in _SORTS),
        *_by_encoder(mention, outputs),
    )


def _by_encoder(mention: Mention, outputs: SentenceOutputs) -> Iterator[float]:
    """How far the mention is loaded itself, the source of words, and within somebody's words."""
    inside = outputs.tokens_in(mention.span)
    if inside.start >= inside.stop or not outputs.attributed.size:
        yield from (0.0, 0.0, 0.0)
        return
    attributed = outputs.attributed[inside]
    yield float(outputs.loaded[inside].max())
    yield float(attributed[:, 2].mean())
    yield float(attributed[:, 0].mean())


def of_finding(hit: Hit, clause: Clause, start: int, stop: int) -> tuple[float, ...]:
    """Values of `OF_FINDING` for a finding from word `start` to before word `stop`."""
    verb = clause.is_verb(hit.span)
    around = clause.words[max(0, start - 3) : stop]
    return (
        float(verb),
        float(verb and clause.is_passive(hit.span)),
        float(any(clause.lower(word) in _OWNED for word in around)),
        float(clause.opens_with_pronoun),
        float(hit.within is not None),
        *(float(hit.kind is kind) for kind in Kind),
    )

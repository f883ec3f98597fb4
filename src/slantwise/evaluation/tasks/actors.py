"""Task `actors`: who is named where, and who is whom?

The answers are the analyser's mentions. Ids of the identity table must agree; ids that hold in
one text only ("unlisted:…", "group:…") agree where they stand for the same mentions.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldActor, GoldCast
from slantwise.evaluation.metrics import Metric, f1, ratio
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.texts import in_gold, to_article
from slantwise.records import Actor, AnalysedArticle, Span

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_LOCAL = ("unlisted:", "group:")


@dataclass(frozen=True, slots=True)
class CastCounts:
    """How the mentions of one text agree with gold.

    Attributes:
        gold: mentions in gold.
        found: mentions found.
        both: found mentions whose span is gold's.
        touched: gold mentions that some mention found overlaps.
        linked: of `both`, those with the right actor.
        tops: of `both`, those whose gold names what the actor rolls up to.
        right_tops: of `tops`, those that roll up to it.
        kinds: of `linked`, those whose gold names a kind.
        right_kinds: of `kinds`, those of that kind.
        by_how: gold mentions by how a reader knows the actor.
        linked_by_how: those of them that are linked right.
    """

    gold: int
    found: int
    both: int
    touched: int
    linked: int
    tops: int
    right_tops: int
    kinds: int
    right_kinds: int
    by_how: Mapping[str, int]
    linked_by_how: Mapping[str, int]


def score(items: Iterable[GoldCast], analyser: Analyser) -> Scored:
    """Figures of spans, of spans with their actors, and of what the actors roll up to."""
    rows = [
        counts(item, analysed)
        for item, analysed in read_beside(
            items, lambda i: to_article(i.id, i.text, published=i.published), analyser
        )
    ]
    return Scored(metrics=metrics_of(rows), n_units=len(rows), answered=len(rows))


def metrics_of(rows: Sequence[CastCounts]) -> dict[str, Metric]:
    """Figures of rows of `counts`, by name."""

    def of(name: str) -> np.ndarray:
        return np.array([getattr(row, name) for row in rows], dtype=np.float64)

    hows = sorted({how for row in rows for how in row.by_how})
    return {
        "linking_f1": f1(of("linked"), of("gold"), of("found")),
        "linking_precision": ratio(of("linked"), of("found")),
        "linking_recall": ratio(of("linked"), of("gold")),
        "mention_f1": f1(of("both"), of("gold"), of("found")),
        "mention_precision": ratio(of("both"), of("found")),
        "mention_recall": ratio(of("both"), of("gold")),
        "mention_recall_overlap": ratio(of("touched"), of("gold")),
        "rollup_accuracy": ratio(of("right_tops"), of("tops")),
        "kind_accuracy": ratio(of("right_kinds"), of("kinds")),
    } | {
        f"linking_recall_{how}": ratio(
            [row.linked_by_how.get(how, 0) for row in rows],
            [row.by_how.get(how, 0) for row in rows],
        )
        for how in hows
    }


def counts(item: GoldCast, analysed: AnalysedArticle) -> CastCounts:
    """How the mentions of one text agree with gold; a leading article counts in no span."""
    actors = {actor.id: actor for actor in analysed.actors}
    spans = [in_gold(mention.span, analysed) for mention in analysed.mentions]
    found = {
        bare(span, item.text): mention.actor
        for span, mention in zip(spans, analysed.mentions, strict=True)
    }
    pairs = [
        (one, found[span]) for one in item.mentions if (span := bare(one.span, item.text)) in found
    ]
    same = _Same(pairs)
    linked = [(one, actor) for one, actor in pairs if same(one.actor, actor)]
    tops = [(one, top_of(actor, actors)) for one, actor in pairs if one.top]
    kinds = [(one.kind, actors[actor].kind) for one, actor in linked if one.kind]
    return CastCounts(
        gold=len(item.mentions),
        found=len(spans),
        both=len(pairs),
        touched=sum(any(one.span.overlaps(span) for span in spans) for one in item.mentions),
        linked=len(linked),
        tops=len(tops),
        right_tops=sum(same(one.top, top) for one, top in tops),
        kinds=len(kinds),
        right_kinds=sum(gold is kind for gold, kind in kinds),
        by_how=Counter(one.how for one in item.mentions if one.how),
        linked_by_how=Counter(one.how for one, _ in linked if one.how),
    )


def bare(span: Span, text: str) -> Span:
    """A span without a leading article.

    >>> bare(Span(0, 9), "The union met")
    Span(start=4, end=9)
    """
    article = _ARTICLE.match(text, span.start, span.end)
    return Span(article.end(), span.end) if article else span


def top_of(actor: str, actors: Mapping[str, Actor]) -> str:
    """What an actor rolls up to in the end; itself where to nothing."""
    seen = set()
    while actor in actors and (parent := actors[actor].parent) and actor not in seen:
        seen.add(actor)
        actor = parent
    return actor


class _Same:
    """Whether two ids mean one actor, local ids paired by the mentions they share."""

    def __init__(self, pairs: Sequence[tuple[GoldActor, str]]) -> None:
        shared = Counter(
            (one.actor, actor) for one, actor in pairs if _is_local(one.actor) and _is_local(actor)
        )
        self._partner: dict[str, str] = {}
        taken: set[str] = set()
        # The pair that shares most first; of equals, the one met first.
        for (gold, actor), _ in shared.most_common():
            if gold not in self._partner and actor not in taken:
                self._partner[gold] = actor
                taken.add(actor)

    def __call__(self, gold: str, found: str) -> bool:
        return self._partner.get(gold) == found if _is_local(gold) else gold == found


def _is_local(actor: str) -> bool:
    return actor.startswith(_LOCAL)

"""Task `articles`: which articles report one event?

The answer is the `events` stage's own grouping; the events that gold names are hidden from it.
"""

from collections.abc import Iterable, Iterator, Mapping

from slantwise.errors import GoldError
from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.items import GoldArticle
from slantwise.evaluation.metrics import Metric, f1, pair_counts, ratio
from slantwise.evaluation.scored import Scored
from slantwise.events import EventArticle, EventSettings, match


def score(items: Iterable[GoldArticle], _analyser: Analyser) -> Scored:
    """Pairwise figures of the `events` stage with its shipped settings; no model takes part.

    Raises:
        GoldError: no article has a gold event.
    """
    gold: dict[str, str] = {}

    def hidden() -> Iterator[EventArticle]:
        for item in items:
            gold[item.id] = item.event
            yield EventArticle(item.id, item.outlet, item.title, item.body, item.published)

    settings = EventSettings()
    groups = {name: event.id for event in match(hidden(), settings) for name in event.articles}
    return compare(gold, groups, signed=settings.signed())


def compare(
    gold: Mapping[str, str], groups: Mapping[str, str], *, signed: Mapping[str, str]
) -> Scored:
    """Pairwise figures of a grouping; the bootstrap draws gold events.

    Articles without a gold event stand among the others when events are matched; pairs with
    them are neither right nor wrong.

    Args:
        gold: the event of each article by id; empty where gold names none.
        groups: the event found for each article by id.
        signed: what made the grouping, by name.

    Raises:
        GoldError: no article has a gold event.
    """
    known = [name for name, event in gold.items() if event]
    if not known:
        raise GoldError("no line of the gold file names an event; expected 'event' on some lines")
    counts = pair_counts([gold[name] for name in known], [groups[name] for name in known])
    both, in_gold, in_found = counts.T
    metrics: dict[str, Metric] = {
        "pair_precision": ratio(both, in_found),
        "pair_recall": ratio(both, in_gold),
        "pair_f1": f1(both, in_gold, in_found),
    }
    without = len(gold) - len(known)
    note = f"{without} of {len(gold)} articles name no event and only stand among the others"
    return Scored(
        metrics=metrics,
        n_units=len(counts),
        answered=len(known),
        notes=(note,) if without else (),
        signed=signed,
    )

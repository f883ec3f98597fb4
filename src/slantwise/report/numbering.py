"""The numbers by which page and evidence refer to outlets, actors and events.

Built once from the comparison, so that a button on the page and a row of evidence agree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slantwise.errors import RunError
from slantwise.records.comparison import Comparison


@dataclass(frozen=True, slots=True)
class Numbering:
    """Positions of outlets, actors and events, and what is known of each article.

    Attributes:
        outlet: name to position in the comparison's outlets.
        actor: id to position in the comparison's actors.
        event_of: article id to position of its event.
        copy_of: article id of a wire copy to the id of the article that is counted instead:
            the first of its group.
    """

    outlet: dict[str, int]
    actor: dict[str, int]
    event_of: dict[str, int]
    copy_of: dict[str, str]


def number(comparison: Comparison) -> Numbering:
    """Numbers for everything that a figure of `comparison` can refer to.

    Raises:
        RunError: an outlet or actor stands in the comparison twice, or a figure is of an outlet
            that its list of outlets does not hold.
    """
    events = comparison.events
    outlet = _positions("outlet", (row.outlet for row in comparison.outlets))
    for name in _referred(comparison):
        if name not in outlet:
            raise RunError(
                f"the comparison of run {comparison.run!r} has figures of outlet {name!r}, which "
                "its list of outlets does not hold; make the comparison anew from its run"
            )
    return Numbering(
        outlet=outlet,
        actor=_positions("actor", (row.id for row in comparison.actors)),
        event_of={
            article: position
            for position, event in enumerate(events)
            for _, article in event.articles
        },
        copy_of={copy: group[0] for event in events for group in event.wire for copy in group[1:]},
    )


def _referred(comparison: Comparison) -> Iterator[str]:
    yield from (outlet for event in comparison.events for outlet, _ in event.articles)
    yield from (row.outlet for row in comparison.rates)
    yield from (cell.outlet for cell in comparison.stances)
    yield from (outlet for gap in comparison.gaps for outlet in (gap.outlet_a, gap.outlet_b))


def _positions(what: str, names: Iterable[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, name in enumerate(names):
        if name in positions:
            raise RunError(
                f"the comparison holds the {what} {name!r} twice (rows {positions[name]} and "
                f"{position}); expected one row each; make the comparison anew from its run"
            )
        positions[name] = position
    return positions

from dataclasses import replace

from slantwise.comparison import ComparisonSettings
from slantwise.comparison.actors import chosen_actors
from slantwise.comparison.counts import ActorSeen
from slantwise.comparison.ranking import ranked
from slantwise.comparison.reading import read_counts
from slantwise.comparison.units import units_of
from slantwise.events import Event
from slantwise.records import ActorKind, Voice


def test_an_outlet_of_the_run_is_not_covered_by_outlets(invent, write_run):
    judged = [(name, Voice.DIRECT, 0.5) for name in ("courier", "army", "daily")]
    articles = [
        invent.article("a", "The Courier", judged=judged),
        invent.article("b", "Lantern", judged=judged),
    ]
    counts = read_counts(write_run(articles))
    counts = replace(
        counts,
        actors=(
            ActorSeen("courier", "Courier", ActorKind.MEDIA, None, ()),
            # A body of the same name as an outlet is no outlet.
            ActorSeen("army", "Lantern", ActorKind.ARMY, None, ()),
            ActorSeen("daily", "Daily Klaxon", ActorKind.MEDIA, None, ()),
        ),
    )
    units = units_of(counts, [Event("x", ("a", "b"), True, ())])
    mentioned = ranked(counts, units, counts.stances.article, counts.stances.actor)
    tables, gaps = chosen_actors(counts, units, mentioned, ComparisonSettings())
    assert {counts.actors[n].id for n in tables.named} == {"courier", "army", "daily"}
    assert {counts.actors[n].id for n in tables.covered} == {"army", "daily"}
    assert gaps.covered == tables.covered

"""Which actors each table and each set of gaps goes on to, without a look at any difference."""

from dataclasses import dataclass

import numpy as np

from slantwise.comparison.agency import doers
from slantwise.comparison.counts import Ints, RunCounts
from slantwise.comparison.ranking import ranked
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import Cases
from slantwise.comparison.speaking import introductions, speakers
from slantwise.comparison.units import Units
from slantwise.records import ActorKind

_PRESS = frozenset({ActorKind.MEDIA, ActorKind.AGENCY, ActorKind.ORGANISATION})
"""Kinds of actor that an outlet is listed as, or taken for where it is not listed."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Numbers of actors, those met in most articles first.

    Attributes:
        mentioned: most widely mentioned.
        named: the first of those.
        covered: the first of those that are no outlet of the run, whose mention outlets are
            compared on: "told Fox News" is how Fox News works, not whom it covers.
        speakers: most widely quoted.
        introduced: most widely introduced in outlets' own words.
        doers: most widely named or held for doers of harm.
    """

    mentioned: tuple[int, ...]
    named: tuple[int, ...]
    covered: tuple[int, ...]
    speakers: tuple[int, ...]
    introduced: tuple[int, ...]
    doers: tuple[int, ...]


def chosen_actors(
    counts: RunCounts, units: Units, mentioned: Ints, settings: ComparisonSettings
) -> tuple[Chosen, Chosen]:
    """Actors of the tables (`max_actors` each) and of the gaps (`max_gap_actors` each).

    The gaps in stance go on to `max_actors`.

    Args:
        counts: the run.
        units: whose wire copies do not count.
        mentioned: numbers of all actors, the most widely mentioned first.
        settings: how many.
    """
    spoken = introductions(counts, counts.speech.loaded)
    covered = np.array([n for n in mentioned.tolist() if not _is_outlet(counts, n)], np.int64)
    orders = (
        mentioned,
        covered,
        speakers(counts, units),
        _met(counts, units, spoken),
        doers(counts, units),
    )
    most, fewer = settings.max_actors, settings.max_gap_actors
    widely = tuple(mentioned[:most].tolist())
    tables, gaps = ([tuple(each[:n].tolist()) for each in orders] for n in (most, fewer))
    return Chosen(widely, *tables), Chosen(widely, *gaps)


def _is_outlet(counts: RunCounts, actor: int) -> bool:
    """Whether an actor is one of the outlets compared, by its name or another it goes by."""
    seen = counts.actors[actor]
    names = {_bare(name) for name in (seen.name, *seen.aliases)}
    return seen.kind in _PRESS and any(_bare(outlet) in names for outlet in counts.outlets)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _met(counts: RunCounts, units: Units, found: Cases) -> Ints:
    return ranked(counts, units, found.article, found.actor)

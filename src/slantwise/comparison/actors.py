"""Which actors each table and each set of gaps goes on to, without a look at any difference."""

from dataclasses import dataclass

from slantwise.comparison.agency import doers
from slantwise.comparison.counts import Ints, RunCounts
from slantwise.comparison.ranking import ranked
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import Cases
from slantwise.comparison.speaking import introductions, speakers
from slantwise.comparison.units import Units


@dataclass(frozen=True, slots=True)
class Chosen:
    """Numbers of actors, those met in most articles first.

    Attributes:
        mentioned: most widely mentioned.
        named: the first of those, whose mention outlets are compared on.
        speakers: most widely quoted.
        introduced: most widely introduced in outlets' own words.
        doers: most widely named or held for doers of harm.
    """

    mentioned: tuple[int, ...]
    named: tuple[int, ...]
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
    orders = (mentioned, speakers(counts, units), _met(counts, units, spoken), doers(counts, units))
    most, fewer = settings.max_actors, settings.max_gap_actors
    widely = tuple(mentioned[:most].tolist())
    tables, gaps = ([tuple(each[:n].tolist()) for each in orders] for n in (most, fewer))
    return Chosen(widely, *tables), Chosen(widely, *gaps)


def _met(counts: RunCounts, units: Units, found: Cases) -> Ints:
    return ranked(counts, units, found.article, found.actor)

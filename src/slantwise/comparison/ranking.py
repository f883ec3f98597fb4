"""Which actors come first in a table: those met in most articles."""

import numpy as np

from slantwise.comparison.counts import Ints, RunCounts
from slantwise.comparison.units import Units
from slantwise.records.readings import COMMON_NOUN


def is_one(counts: RunCounts, actor: int) -> bool:
    """Whether an actor's id stands for the same actor in every article."""
    return not counts.actors[actor].id.startswith(COMMON_NOUN)


def ranked(counts: RunCounts, units: Units, article: Ints, actor: Ints) -> Ints:
    """Numbers of the actors met, those in most articles first, ties by id.

    Actors that an article names by a common noun alone are left out: the next article's are others.

    Args:
        counts: the run.
        units: whose wire copies do not count.
        article: array [row], number of the article.
        actor: array [row], number of the actor.
    """
    counted = units.counted[article]
    n_actors = len(counts.actors)
    pairs = np.unique(article[counted] * n_actors + actor[counted])
    n_articles = np.bincount(pairs % n_actors if len(pairs) else pairs, minlength=n_actors)
    met = [n for n in np.flatnonzero(n_articles).tolist() if is_one(counts, n)]
    order = sorted(met, key=lambda number: (-n_articles[number], counts.actors[number].id))
    return np.array(order, np.int64)

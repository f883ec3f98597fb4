"""What a task gives back: figures ready for resampling, and what became of the items."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from slantwise.evaluation.metrics import Metric


@dataclass(frozen=True, slots=True)
class Scored:
    """The comparison of one gold file with the analyser's answers.

    Attributes:
        metrics: figures by name.
        n_units: units that the figures sum over and that the bootstrap draws.
        answered: items that got an answer.
        abstained: items on which the analyser named no class.
        failed: items that it could not judge.
        notes: what a reader of the figures must know, in words.
        signed: settings that made the answers and are not the analyser's, by name.
    """

    metrics: Mapping[str, Metric]
    n_units: int
    answered: int
    abstained: int = 0
    failed: int = 0
    notes: tuple[str, ...] = ()
    signed: Mapping[str, str] = field(default_factory=dict)


def reasons_in_words(reasons: Iterable[str]) -> tuple[str, ...]:
    """One note a reason of failure, with how often it came, the most frequent first.

    >>> reasons_in_words(["no mention", "no mention", "too long"])
    ('2 failed: no mention', '1 failed: too long')
    """
    return tuple(f"{count} failed: {why}" for why, count in Counter(reasons).most_common())

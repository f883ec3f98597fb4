"""The two versions of a pair side by side: what changed with the actor.

Third step of the audit, and the rates of change with their intervals.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from slantwise.evaluation.audit.answers import Answer
from slantwise.evaluation.audit.pairs import SwapSentence, original_span
from slantwise.evaluation.metrics import Bootstrap, Figure, Metric, figures, ratio
from slantwise.records import Stance, StanceJudgement, State


@dataclass(frozen=True, slots=True)
class Change:
    """One pair: a sentence as written, and with one counterpart.

    Attributes:
        sentence: the line the pair comes from.
        swap: number of the counterpart in that line, from 0.
        before: the answer to the sentence as written.
        after: the answer to the sentence with the counterpart.
        lost: findings of the sentence as written that have none at the same place after the swap.
        gained: findings after the swap that have none at the same place before, in the offsets
            of the sentence as written.
    """

    sentence: SwapSentence
    swap: int
    before: Answer
    after: Answer
    lost: tuple[str, ...]
    gained: tuple[str, ...]

    @property
    def judged(self) -> bool:
        """Whether the stance toward both actors could be judged (or was abstained on)."""
        return State.FAILED not in (self.before.stance.state, self.after.stance.state)

    @property
    def stance_changed(self) -> bool:
        """Whether both are judged and the answer differs: another stance, or none on one side."""
        return self.judged and self.before.stance.label is not self.after.stance.label

    @property
    def stance_relabelled(self) -> bool:
        """Whether both sides are labelled, and differently."""
        return self.stance_changed and None not in (
            self.before.stance.label,
            self.after.stance.label,
        )

    @property
    def stance_reversed(self) -> bool:
        """Whether one side is against and the other favour."""
        found = {self.before.stance.label, self.after.stance.label}
        return found == {Stance.AGAINST, Stance.FAVOUR}

    @property
    def findings_changed(self) -> bool:
        """Whether any finding stands on one side only."""
        return bool(self.lost or self.gained)

    @property
    def bias_changed(self) -> bool:
        """Whether the label of the sentence, biased or not, differs."""
        return self.before.biased is not self.after.biased

    @property
    def shift(self) -> float:
        """Score of the counterpart less that of the actor as written, -2..2."""
        return self.after.score - self.before.score


RATES: Final[Mapping[str, Callable[[Change], bool]]] = {
    "stance_changed": lambda change: change.stance_changed,
    "stance_relabelled": lambda change: change.stance_relabelled,
    "stance_reversed": lambda change: change.stance_reversed,
    "findings_changed": lambda change: change.findings_changed,
    "bias_changed": lambda change: change.bias_changed,
}
"""What may change in a pair, by name. Shares beginning with "stance" are of pairs judged."""


def changes(sentence: SwapSentence, given: Sequence[Answer]) -> Iterator[Change]:
    """The pairs of one sentence, from the answers to its versions."""
    before, *others = given
    for number, (swap, after) in enumerate(zip(sentence.swaps, others, strict=True)):
        places = {original_span(span, swap.edits): span for span in after.findings}
        yield Change(
            sentence=sentence,
            swap=number,
            before=before,
            after=after,
            lost=tuple(s.of(sentence.text) for s in before.findings if s not in places),
            gained=tuple(
                span.of(after.version.text)
                for place, span in places.items()
                if place not in before.findings
            ),
        )


def rates(pairs: Sequence[Change], bootstrap: Bootstrap) -> dict[str, Figure]:
    """Shares of pairs that changed, and `mean_absolute_shift`, the mean size of the shift.

    Intervals come from drawing sentences with all their pairs. Where no pair changed, or every
    one did, all draws are alike, and the interval is Clopper and Pearson's (1934) over sentences.
    A figure without a pair to count is left out.
    """
    clusters = [list(group) for _, group in groupby(pairs, lambda pair: pair.sentence.id)]
    judged = [[pair for pair in cluster if pair.judged] for cluster in clusters]
    metrics: dict[str, Metric] = {}
    for name, changed in RATES.items():
        counted = judged if name.startswith("stance") else clusters
        parts = [sum(map(changed, cluster)) for cluster in counted]
        metrics[name] = ratio(parts, [len(cluster) for cluster in counted])
    shifts = [sum(abs(pair.shift) for pair in cluster) for cluster in judged]
    metrics["mean_absolute_shift"] = ratio(shifts, [len(cluster) for cluster in judged])
    found = figures(metrics, len(clusters), bootstrap)
    return {
        name: _never_certain(figure, len(clusters), bootstrap.level) if name in RATES else figure
        for name, figure in found.items()
    }


def _never_certain(figure: Figure, n_sentences: int, level: float) -> Figure:
    edge = 1 - ((1 - level) / 2) ** (1 / n_sentences)
    if figure.value == 0:
        return Figure(0.0, 0.0, edge)
    if figure.value == 1:
        return Figure(1.0, 1 - edge, 1.0)
    return figure


def worst(pairs: Iterable[Change], n: int) -> tuple[Change, ...]:
    """The `n` pairs that changed most, the worst first; fewer where fewer changed at all.

    A reversed stance comes before another label, that before an abstention on one side, that
    before a change of findings or bias alone; among equals the larger shift comes first, then the
    earlier pair.
    """
    changed = [pair for pair in pairs if any(one(pair) for one in RATES.values())]
    return tuple(sorted(changed, key=_badness, reverse=True)[:n])


def _badness(pair: Change) -> tuple[bool, bool, bool, float]:
    return pair.stance_reversed, pair.stance_relabelled, pair.stance_changed, abs(pair.shift)


def stance_word(judgement: StanceJudgement) -> str:
    """The stance, or "abstained" or "failed"."""
    return judgement.label.value if judgement.label else judgement.state.value

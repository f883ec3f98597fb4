"""A small classifier of sentences, learnt from a researcher's few labelled ones.

Logistic regression (scikit-learn) on the encoder's state of a sentence. Weights are plain
numbers, kept as JSON; learning is a matter of a second, and the same sentences and model always
give the same weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from slantwise.codebook.kinds import CodebookKind
from slantwise.encode import Encoder
from slantwise.errors import ModelError
from slantwise.records import SentenceOutputs

Floats = NDArray[np.float64]
FOLDS = 5
LEAST_CHANCE = 0.5
"""A sentence is never said to hold below this probability."""

BACKGROUND_SHARE = 0.01
"""Share of background sentences that may pass."""

_STRENGTH = 1.0
"""Inverse strength of regularisation: of 1 to 1000 the best F1 on corpora/framing's test split,
learning six of its kinds from ten sentences of each answer and a background of 300."""


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """How a classifier does on labelled sentences it did not learn from.

    Attributes:
        n_holds: sentences that hold.
        n_not: sentences that do not.
        right_holds: of those that hold, how many were said to.
        wrong_holds: of those that do not, how many were said to.
        n_background: sentences of our own on all topics, taken not to hold.
        said_background: how many of them were said to hold, none of them seen while learning.
    """

    n_holds: int
    n_not: int
    right_holds: int
    wrong_holds: int
    n_background: int = 0
    said_background: int = 0

    @property
    def precision(self) -> float:
        """Share of those said to hold that do; 0 where none is."""
        said = self.right_holds + self.wrong_holds
        return self.right_holds / said if said else 0.0

    @property
    def recall(self) -> float:
        """Share of those that hold that are said to."""
        return self.right_holds / self.n_holds

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall.

        >>> CrossValidated(10, 10, 8, 2).f1
        0.8
        """
        return 2 * self.right_holds / (self.n_holds + self.right_holds + self.wrong_holds)

    @property
    def in_words(self) -> str:
        """The figure with its counts."""
        return (
            f"F1 {self.f1:.2f} (precision {self.precision:.2f}, recall {self.recall:.2f}; "
            f"{self.n_holds} sentences that hold, {self.n_not} that do not; "
            f"{FOLDS}-fold cross-validation); of {self.n_background} other sentences "
            f"{self.said_background} are said to hold"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """Weights of one kind.

    Attributes:
        weights: array [feature].
        constant: log-odds where all features are 0.
        threshold: probability from which a sentence is said to hold.
        checked: cross-validated figure.
    """

    weights: Floats
    constant: float
    threshold: float
    checked: CrossValidated

    def probability(self, outputs: SentenceOutputs) -> float:
        """Chance that a sentence is of the kind.

        Raises:
            ModelError: the encoder was opened without states.
        """
        logit = float(features([outputs])[0] @ self.weights + self.constant)
        return float(1.0 / (1.0 + np.exp(-logit)))

    def to_dict(self) -> dict[str, Any]:
        """The classifier as plain data, for JSON."""
        checked = self.checked
        return {
            "weights": [round(float(w), 6) for w in self.weights],
            "constant": round(self.constant, 6),
            "threshold": round(self.threshold, 6),
            "checked": {
                "n_holds": checked.n_holds,
                "n_not": checked.n_not,
                "right_holds": checked.right_holds,
                "wrong_holds": checked.wrong_holds,
                "n_background": checked.n_background,
                "said_background": checked.said_background,
            },
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Classifier":
        """The classifier that `to_dict` gave `data` for, to six decimals."""
        weights = np.array(data["weights"], np.float64)
        checked = CrossValidated(**data["checked"])
        return cls(weights, float(data["constant"]), float(data["threshold"]), checked)


def features(outputs: Sequence[SentenceOutputs]) -> Floats:
    """Array [sentence, feature]: both halves of the state at length 1.

    Raises:
        ModelError: the encoder was opened without states.
    """
    rows = []
    for output in outputs:
        if output.state is None:
            raise ModelError("the encoder gives no sentence states; open it with states=True")
        halves = np.split(output.state.astype(np.float64), 2)
        lengths = [max(1e-12, float(np.linalg.norm(half))) for half in halves]
        rows.append(np.concatenate([h / n for h, n in zip(halves, lengths, strict=True)]))
    return np.array(rows)


def learn(kind: CodebookKind, encoder: Encoder, background: Sequence[str]) -> Classifier:
    """The classifier of a kind with labelled sentences, with its cross-validated figure.

    A few sentences say what a kind is, hardly ever what it is not: without sentences on other
    topics, three in ten of all sentences pass. So it learns from a background too.

    Args:
        kind: a kind with labelled sentences.
        encoder: opened with states.
        background: sentences taken not to hold; those that the kind's terms or patterns match
            are left out by the caller.
    """
    texts = [sentence.text for sentence in kind.sentences]
    table = features(encoder.encode([*texts, *background]))
    holds = np.array([sentence.holds for sentence in kind.sentences] + [False] * len(background))
    model = _fitted(table, holds)
    threshold, checked = _cross_validated(table, holds, len(texts))
    return Classifier(model.coef_[0], float(model.intercept_[0]), threshold, checked)


def _fitted(table: Floats, holds: NDArray[np.bool_]) -> Any:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000)
    return model.fit(table, holds)


def _cross_validated(
    table: Floats, holds: NDArray[np.bool_], n_labelled: int
) -> tuple[float, CrossValidated]:
    """The threshold, and what is said of each sentence by a classifier that never saw it.

    The first `n_labelled` rows are the researcher's; folds hold equal shares of each sort. The
    threshold lets through at most `BACKGROUND_SHARE` of the background, for in news nearly all
    sentences are background.
    """
    from sklearn.model_selection import StratifiedKFold

    chances = np.zeros(len(holds))
    sort = np.where(np.arange(len(holds)) < n_labelled, holds.astype(int), 2)
    for learnt, held_out in StratifiedKFold(FOLDS).split(table, sort):
        model = _fitted(table[learnt], holds[learnt])
        chances[held_out] = model.predict_proba(table[held_out])[:, 1]
    background = chances[n_labelled:]
    passing = np.quantile(background, 1 - BACKGROUND_SHARE) if len(background) else 0.0
    threshold = max(LEAST_CHANCE, float(passing))
    said, own = chances >= threshold, holds[:n_labelled]
    labelled = said[:n_labelled]
    return threshold, CrossValidated(
        n_holds=int(own.sum()),
        n_not=int((~own).sum()),
        right_holds=int((labelled & own).sum()),
        wrong_holds=int((labelled & ~own).sum()),
        n_background=len(background),
        said_background=int(said[n_labelled:].sum()),
    )

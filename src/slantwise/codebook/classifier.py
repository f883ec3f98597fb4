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
THRESHOLD = 0.5
_STRENGTH = 1.0
"""Inverse strength of regularisation; not tuned, as few sentences cannot choose it."""


@dataclass(frozen=True, slots=True)
class CrossValidated:
    """How a classifier does on labelled sentences it did not learn from.

    Attributes:
        n_holds: sentences that hold.
        n_not: sentences that do not.
        right_holds: of those that hold, how many were said to.
        wrong_holds: of those that do not, how many were said to.
    """

    n_holds: int
    n_not: int
    right_holds: int
    wrong_holds: int

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
            f"{FOLDS}-fold cross-validation)"
        )


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """Weights of one kind.

    Attributes:
        weights: array [feature].
        constant: log-odds where all features are 0.
        checked: cross-validated figure.
    """

    weights: Floats
    constant: float
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
            "checked": {
                "n_holds": checked.n_holds,
                "n_not": checked.n_not,
                "right_holds": checked.right_holds,
                "wrong_holds": checked.wrong_holds,
            },
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Classifier":
        """The classifier that `to_dict` gave `data` for, to six decimals."""
        weights = np.array(data["weights"], np.float64)
        return cls(weights, float(data["constant"]), CrossValidated(**data["checked"]))


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
        rows.append(np.concatenate([half / max(1e-12, np.linalg.norm(half)) for half in halves]))
    return np.array(rows)


def learn(kind: CodebookKind, encoder: Encoder) -> Classifier:
    """The classifier of a kind with labelled sentences, with its cross-validated figure."""
    table = features(encoder.encode([sentence.text for sentence in kind.sentences]))
    holds = np.array([sentence.holds for sentence in kind.sentences])
    model = _fitted(table, holds)
    return Classifier(model.coef_[0], float(model.intercept_[0]), _cross_validated(table, holds))


def _fitted(table: Floats, holds: NDArray[np.bool_]) -> Any:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000)
    return model.fit(table, holds)


def _cross_validated(table: Floats, holds: NDArray[np.bool_]) -> CrossValidated:
    from sklearn.model_selection import StratifiedKFold

    said = np.zeros(len(holds), np.bool_)
    for learnt, held_out in StratifiedKFold(FOLDS).split(table, holds):
        model = _fitted(table[learnt], holds[learnt])
        said[held_out] = model.predict_proba(table[held_out])[:, 1] >= THRESHOLD
    return CrossValidated(
        n_holds=int(holds.sum()),
        n_not=int((~holds).sum()),
        right_holds=int((said & holds).sum()),
        wrong_holds=int((said & ~holds).sum()),
    )

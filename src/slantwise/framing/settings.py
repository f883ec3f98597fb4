"""Settings of the `framing` stage."""

from dataclasses import dataclass

from slantwise.framing.choosing import Chooser, shipped_chooser
from slantwise.framing.weighing import Weights


@dataclass(frozen=True, slots=True)
class FramingSettings:
    """Settings of the framing stage.

    Attributes:
        threshold: confidence from which a span is a finding; 0.6 gives up a little recall on
            the dev sentences for fewer plain ones charged (`scripts/fit_findings.py`).
        candidate: probability of the kind head from which tokens are looked at.
        second_kind: weight from which a further kind is named beside the main one.
        kept_below: how far below the threshold a span is still kept, as a weak finding, so that a
            comparison can say what a laxer threshold would give.
        weights: how evidence is weighed; None takes the weights fitted to the model.
        chooser: how mentions are weighed as the one a finding falls on; None takes the one shipped.
    """

    threshold: float = 0.6
    candidate: float = 0.3
    second_kind: float = 0.6
    kept_below: float = 0.1
    weights: Weights | None = None
    chooser: Chooser | None = None

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "framing_threshold": str(self.threshold),
            "framing_candidate": str(self.candidate),
            "framing_second_kind": str(self.second_kind),
            "framing_kept_below": str(self.kept_below),
            "framing_weights": repr(self.weights),
            "framing_chooser": (self.chooser or shipped_chooser()).digest,
        }

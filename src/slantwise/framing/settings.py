"""Settings of the `framing` stage."""

from dataclasses import dataclass

from slantwise.framing.weighing import Weights


@dataclass(frozen=True, slots=True)
class HitWeights:
    """What speaks for a mention as the one a finding falls on, in log-odds.

    Chosen by `scripts/fit_hits.py` on corpora/framing's train split. Run it again after the model,
    the rules of `framing.hits` or how actors are found change.

    Attributes:
        picked: the rules and the encoder pick its actor within the finding's own sentence.
        head: weight of the encoder's log-odds for a mention in that sentence.
        head_elsewhere: weight of the same for a mention in another one.
        source: the words are said to be the mention's own.
        inside: it stands within the finding's words.
        subject: it is the subject before the finding.
        elsewhere: it stands in another sentence.
        far: it stands two sentences away.
        antecedent: it is the subject of the sentence before.
        often: weight of the logarithm of how often the article names its actor, to four times.
        force: its actor stands beside words of force nearby.
    """

    picked: float = 0.0
    head: float = 0.0
    head_elsewhere: float = 0.0
    source: float = 0.0
    inside: float = 0.0
    subject: float = 0.0
    elsewhere: float = 0.0
    far: float = 0.0
    antecedent: float = 0.0
    often: float = 0.0
    force: float = 0.0


FALLS_ON = HitWeights(
    picked=2.00,
    head=0.17,
    head_elsewhere=0.09,
    source=-1.17,
    inside=-1.59,
    subject=0.47,
    elsewhere=0.35,
    far=-0.42,
    antecedent=0.57,
    often=0.15,
    force=0.43,
)
"""Whom loaded words fall on."""
LEFT_OUT = HitWeights(
    picked=0.87,
    head=0.16,
    head_elsewhere=0.09,
    source=-0.12,
    inside=0.49,
    subject=-1.20,
    elsewhere=0.46,
    far=-0.55,
    antecedent=0.06,
    often=-0.01,
    force=1.64,
)
"""Who is the doer that a telling of harm leaves out: seldom its subject."""


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
        falls_on: how mentions are weighed as the one a finding falls on.
        left_out: how they are as the doer that a finding of kind `agency` leaves out.
    """

    threshold: float = 0.6
    candidate: float = 0.3
    second_kind: float = 0.6
    kept_below: float = 0.1
    weights: Weights | None = None
    falls_on: HitWeights = FALLS_ON
    left_out: HitWeights = LEFT_OUT

    def signed(self) -> dict[str, str]:
        """The settings by name, for a signature."""
        return {
            "framing_threshold": str(self.threshold),
            "framing_candidate": str(self.candidate),
            "framing_second_kind": str(self.second_kind),
            "framing_kept_below": str(self.kept_below),
            "framing_weights": repr(self.weights),
            "framing_falls_on": repr(self.falls_on),
            "framing_left_out": repr(self.left_out),
        }

"""Settings of the voice stage."""

from dataclasses import dataclass

from slantwise.voice.claims import Claim
from slantwise.voice.cues import CueClass, CueForm


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """What counts as attributed, and when the head overrules the rules.

    Attributes:
        attitudes: also take what somebody praises, rejects, plans or is expected to do as
            attributed content ("slammed the deal", "plans to leave"), as PolNeAR does. Off, only
            words, thoughts and wishes are: the object of such a verb is named by the outlet.
        scare_max_words: longest quotation, in words, that can be a scare quotation.
        add_above: mean probability from which words that only the head sees as content are
            attributed.
        drop_below: mean probability under which the head drops a paraphrase that a rule found.
        cut_below: probability under which the head takes words off the end of what a rule found.
        min_added_words: fewest words that the head alone can attribute.
    """

    attitudes: bool = False
    scare_max_words: int = 6
    # Chosen on every second article of PolNeAR's dev part together with corpora/demo: lower
    # values of add_above gain on PolNeAR and lose on the demo corpus, whose notion of attributed
    # words is ours. Choose again after the encoder has been trained anew.
    add_above: float = 0.8
    drop_below: float = 0.1
    cut_below: float = 0.3
    min_added_words: int = 4

    def reports(self, claim: Claim) -> bool:
        """Whether the words that the claim covers are attributed to its source."""
        kind, frame = claim.entry.kind, claim.frame
        if self.attitudes:
            return True
        if claim.source is None and _is_unsaid(claim):
            return False
        if kind is CueClass.EVIDENCE:
            return frame in ("that", "quote") or claim.entry.form is CueForm.NOUN
        if kind is CueClass.JUDGEMENT:
            return frame in ("that", "quote")
        # "hopes to leave" is an aim, told by the outlet; "hopes that", "wants them to" a wish.
        return kind is CueClass.SPEECH or (kind is CueClass.THOUGHT and frame != "to")


def _is_unsaid(claim: Claim) -> bool:
    """Whether a claim without a source is the outlet's own: "is said to", "was asked about".

    An accusation ("was accused of") stands by itself.
    """
    if claim.frame == "preposition":
        return claim.entry.implies != "guilt"
    return claim.frame == "to"

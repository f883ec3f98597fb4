"""Settings of the voice stage."""

from dataclasses import dataclass

from slantwise.voice.claims import Claim
from slantwise.voice.cues import CueClass, CueForm

_CLAUSES_ONLY = frozenset({CueClass.THOUGHT, CueClass.EVIDENCE})


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """What counts as attributed, and when the head overrules the rules.

    Attributes:
        attitudes: also take what somebody praises, rejects, wants, fears or tries as attributed
            content ("slammed the deal", "wants to leave"), as PolNeAR does. Off, only words and
            thoughts are: the object of such a verb is named by the outlet.
        scare_max_words: longest quotation, in words, that can be a scare quotation.
        add_above: mean probability from which words that only the head sees as content are
            attributed.
        cut_below: probability under which the head takes words off the end of what a rule found.
        min_added_words: fewest words that the head alone can attribute.
    """

    attitudes: bool = False
    scare_max_words: int = 6
    add_above: float = 0.75
    cut_below: float = 0.1
    min_added_words: int = 4

    def reports(self, claim: Claim) -> bool:
        """Whether the words that the claim covers are attributed to its source."""
        kind, shape = claim.entry.kind, claim.frame
        if self.attitudes or kind is CueClass.SPEECH:
            return True
        if kind in _CLAUSES_ONLY:
            return shape in ("that", "quote") or claim.entry.form is CueForm.NOUN
        return kind is CueClass.JUDGEMENT and shape in ("that", "quote")

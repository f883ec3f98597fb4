"""What is made of one quotation; handed from the rules to the assembly."""

from dataclasses import dataclass

from slantwise.voice.page import Stretch
from slantwise.voice.rulings import Verdict


@dataclass(frozen=True, slots=True)
class QuotationReading:
    """What is made of one outermost quotation.

    Attributes:
        quotation: index in the page's quotations.
        verdict: what it is; only direct and scare quotations become attributions.
        evidence: why, in words.
        source: the words that name the speaker; None where the text gives none.
        claim: index of the claim it belongs to, in the article's claims; None for none.
        goes_on: index of the quotation whose utterance it continues; None for none.
    """

    quotation: int
    verdict: Verdict
    evidence: str
    source: Stretch | None = None
    claim: int | None = None
    goes_on: int | None = None

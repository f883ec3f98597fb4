"""What a quotation is ruled to be, with the evidence in words, so that a reader can dispute it."""

from dataclasses import dataclass
from enum import StrEnum

from slantwise.voice.page import Page, Stretch


class Verdict(StrEnum):
    """What a quotation is."""

    DIRECT = "direct"
    SCARE = "scare"
    TERM = "term"
    TITLE = "title"
    NAME = "name"
    MENTION = "mention"


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict on one quotation.

    Attributes:
        verdict: what it is.
        evidence: why, in words.
        source: who is quoted, where the words beside the quotation tell it.
    """

    verdict: Verdict
    evidence: str
    source: Stretch | None = None


def beside(page: Page, inner: Stretch, sentence: Stretch) -> tuple[str, str]:
    """The words right before and after the marks; empty at the edges of the sentence."""
    before, after = inner[0] - 2, inner[1] + 1
    return (
        page.low[before] if before >= sentence[0] else "",
        page.low[after] if after < sentence[1] else "",
    )

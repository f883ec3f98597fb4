"""What a rule finds in one sentence: a cue, its source and the words it covers."""

from dataclasses import dataclass

from slantwise.voice.cues import Cue
from slantwise.voice.page import Page, Stretch


@dataclass(frozen=True, slots=True)
class Claim:
    """An attribution inside one sentence, in words.

    Attributes:
        entry: the cue's entry in the term list.
        cue: the cue's words.
        source: the words that name the speaker; None where the sentence gives none.
        zones: the attributed words, quotations and all; in order, none empty. No zone at all
            means that the claim announces the next sentence ("He said:").
        frame: shape of the content: "that" (a clause), "quote", "np", "to" or "preposition".
        rule: the rule that found it, in words.
        cited_by: words that name who passes the source's words on; None for nobody.
    """

    entry: Cue
    cue: Stretch
    source: Stretch | None
    zones: tuple[Stretch, ...]
    frame: str
    rule: str
    cited_by: Stretch | None = None


_EDGE = frozenset([".", "!", "?", ",", ";", ":", "-", "–", "—", "…", ")", "]"])


def trimmed(page: Page, zone: Stretch) -> Stretch | None:
    """The zone without stops at its end and commas at its start; None where nothing is left."""
    first, end = zone
    while first < end and page.quoted[first] < 0 and page.low[first] in (",", ":", "-", "–", "—"):
        first += 1
    while end > first and page.quoted[end - 1] < 0 and page.low[end - 1] in _EDGE:
        end -= 1
    return (first, end) if first < end else None


def zones_of(page: Page, *zones: Stretch | None) -> tuple[Stretch, ...]:
    """The given zones trimmed, without those that are None or have no words."""
    kept = (trimmed(page, zone) for zone in zones if zone is not None)
    return tuple(zone for zone in kept if zone is not None)

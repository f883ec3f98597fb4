"""A cue in its sentence, and what all rules ask about it."""

from dataclasses import dataclass

from slantwise.voice.cues import Cue, CueClass, Cues
from slantwise.voice.endings import (
    content_end,
    finished_quotation_end,
    infinitive_end,
    phrase_content_end,
    quotation_end,
)
from slantwise.voice.page import DASHES, Page, Stretch
from slantwise.voice.phrases import FINITE, NOUNS
from slantwise.voice.subjects import Subject
from slantwise.voice.wordsets import word_set

SUBORDINATORS = word_set(
    """
    while after before when if although though because since as whereas once unless
    """
)
"""Words that begin a clause which depends on another."""

_MAX_DATELINE_WORDS = 10
_OBJECT_RELATIVES = frozenset({"which", "whom"})

CLOSES_CLAUSE = DASHES | frozenset({".", ":", ";", "!", "?", "…", ")", "]"})
"""Marks after which a reporting clause is over."""


@dataclass(frozen=True, slots=True)
class Site:
    """A cue in its sentence.

    Attributes:
        page: the article.
        cues: the term list.
        entry: the reading of the cue.
        first: first word of the cue.
        end: end of the cue.
        low: first word of the sentence.
        high: end of the sentence.
    """

    page: Page
    cues: Cues
    entry: Cue
    first: int
    end: int
    low: int
    high: int


def embedded(site: Site, subject: Subject) -> bool:
    """Whether the cue stands in a clause that a comma will close."""
    page, edge = site.page, subject.edge
    if page.tags[site.first] == "VBG" and edge == site.low:
        return True
    if subject.relative:
        return edge > site.low and page.low[edge - 1] == ","
    ahead = page.low[edge - 1] if edge > site.low else ""
    if ahead in _OBJECT_RELATIVES and edge - 2 >= site.low and page.low[edge - 2] == ",":
        # "the map, which Democrats have dubbed “the snake”, went to court"
        return True
    if ahead not in SUBORDINATORS:
        return False
    return edge - 1 == site.low or page.low[edge - 2] in (",", "and", "but")


def end_of_content(site: Site, first: int, frame: str, *, embedded: bool) -> int:
    """Where content of the given frame that begins at `first` ends."""
    if frame == "quote" and _hangs_on_noun(site, first):
        return quotation_end(site.page, first, site.high)
    if frame == "quote":
        end = finished_quotation_end(site.page, first, site.high)
        if end is not None:
            return end
    if frame in ("np", "preposition"):
        lists = site.entry.kind in (CueClass.SPEECH, CueClass.JUDGEMENT)
        return phrase_content_end(site.page, first, site.high, lists=lists)
    end = content_end(site.page, site.cues, first, site.high, embedded=embedded)
    return infinitive_end(site.page, site.cues, first, end) if frame == "to" else end


def _hangs_on_noun(site: Site, first: int) -> bool:
    """Whether the cue is a participle after its noun with a quotation ("a banner reading “…”")."""
    page = site.page
    noun = site.first > site.low and page.tags[site.first - 1] in NOUNS
    return noun and page.tags[site.first] == "VBG" and page.quoted[first] >= 0


def closes_content(page: Page, index: int, low: int) -> bool:
    """Whether the word can end content that a cue follows: a comma or a closing mark."""
    return index >= low and (page.low[index] in DASHES or page.ends_speech(index))


def is_clause(page: Page, zone: Stretch) -> bool:
    """Whether the words hold a finite verb or a quotation, and are no mere adverbial."""
    return any(page.tags[i] in FINITE or page.quoted[i] >= 0 for i in range(*zone))


def goes_on(site: Site, first: int) -> bool:
    """Whether unquoted words after ", he said," go on with what stood before it."""
    page = site.page
    if page.tags[first] in ("VBG", "CC", "WDT", "WP") or page.low[first] in SUBORDINATORS:
        return False
    quoted = any(page.quoted[index] >= 0 for index in range(site.low, site.first))
    if quoted:
        return False
    inner = range(first, site.high)
    finite = any(page.tags[index] in FINITE for index in inner)
    return finite or page.tags[first] in ("IN", "TO")


def after_dateline(page: Page, low: int, high: int) -> int:
    """First word after "VEZHNA, 3 February —"; `low` where the sentence has no dateline."""
    if page.text[page.starts[low] : page.ends[low]].isupper():
        for index in range(low + 1, min(high, low + _MAX_DATELINE_WORDS)):
            if page.low[index] in ("-", "–", "—"):
                return index + 1
            if page.tags[index] in FINITE or page.quoted[index] >= 0:
                return low
    return low

"""Verb groups and what can stand between a subject and its verb, found over tags alone."""

from slantwise.voice.page import DASHES, Page, Stretch
from slantwise.voice.phrases import ADVERBS, FINITE
from slantwise.voice.wordsets import word_set

AUXILIARIES = word_set(
    """
    have has had having 've 's 'd is are was were be been being am 're 'm will would 'll can
    could may might must should shall do does did n't not ca wo get got gets never
    """
)
BE = word_set(
    """
    is are was were be been being am 're 'm 's get got gets
    """
)

_MAX_INSERTION_WORDS = 30


def verb_group_start(page: Page, verb: int, low: int) -> int:
    """First word of the verb group that ends with `verb`: auxiliaries and adverbs."""
    first = verb
    while first > low and page.quoted[first - 1] < 0:
        before = page.low[first - 1]
        if (
            page.tags[first - 1] in ADVERBS
            or page.tags[first - 1] == "MD"
            or (before in AUXILIARIES and page.tags[first - 1] not in ("POS", "IN"))
        ):
            first -= 1
        else:
            break
    return first


def is_passive(page: Page, verb: int, first: int) -> bool:
    """Whether the group from `first` to `verb` is passive ("was told", "has been accused")."""
    if page.tags[verb] not in ("VBN", "VBD", "JJ"):
        return False
    for index in range(verb - 1, first - 1, -1):
        if page.low[index] in BE:
            return page.low[index] != "'s" or page.tags[index] == "VBZ"
        if page.tags[index] not in ADVERBS:
            return False
    return False


def insertion_start(page: Page, last: int, low: int) -> int:
    """Index of the comma that opens the insertion closed by the comma at `last`; -1 for none.

    An insertion is what can stand between a subject and its verb: an apposition, an age, a
    relative clause, an adverbial.
    """
    for index in range(last - 1, max(low, last - _MAX_INSERTION_WORDS) - 1, -1):
        if page.low[index] in DASHES and page.quoted[index] == page.quoted[last]:
            return index if _inserts(page, (index + 1, last)) else -1
    return -1


def _inserts(page: Page, inner: Stretch) -> bool:
    first, end = inner
    if first >= end:
        return False
    if page.tags[first] in ("WP", "WDT", "WP$", "WRB"):
        return True
    if page.tags[first] in ("CC", "PRP"):
        return False
    for index in range(first, end):
        if page.tags[index] in ("WP", "WDT"):
            return True
        if page.tags[index] in FINITE:
            return False
    return True

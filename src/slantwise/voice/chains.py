"""Sources that are passed on by others: "ministry sources cited by a paper", "who spoke to …"."""

from dataclasses import replace

from slantwise.voice.claims import Claim
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import phrase_end
from slantwise.voice.wordsets import word_set

_PASSED_ON = frozenset(
    ["cited", "quoted", "interviewed", "reported", "contacted", "carried", "published"]
)
_SPOKE = frozenset(["spoke", "speaking", "talked", "talking"])
_LOOK_AHEAD_WORDS = 12
_TELLS = frozenset(["told", "tells", "telling"])
# What shows that the one who is told is an outlet, and no parliament or court.
_OUTLETS = word_set(
    """
    newspaper paper daily weekly magazine tabloid broadsheet broadcaster agency newswire channel
    station radio television tv news media website network podcast journal reuters afp ap bbc cnn
    nbc abc cbs npr pbs rfi dpa ansa efe xinhua interfax tass itar anadolu bloomberg times post
    herald tribune gazette guardian telegraph chronicle dispatch observer jazeera arabiya politico
    """
)


def with_chain(page: Page, claim: Claim, high: int) -> Claim:
    """The claim with its source cut before "cited by X" and X as the one who passes it on.

    The claim itself where its source is not passed on by anyone named.
    """
    if claim.source is None:
        return claim
    told = _told_to(page, claim, high)
    if told is not None:
        return replace(claim, cited_by=told)
    first, end = claim.source
    for index in range(first + 1, min(high, max(end, first + _LOOK_AHEAD_WORDS))):
        if page.quoted[index] >= 0 or (index >= end and page.low[index] in (",", ";", ".", ":")):
            return claim
        passed = _passed_on(page, index, high)
        if passed is not None:
            return replace(claim, source=(first, min(index, end)), cited_by=passed)
    return claim


def _told_to(page: Page, claim: Claim, high: int) -> Stretch | None:
    """The outlet that is told ("a source told the daily Al-Nahda"); it passes on what it hears."""
    after = claim.cue[1]
    if after >= high or page.low[claim.cue[0]] not in _TELLS or page.quoted[after] >= 0:
        return None
    heard = _named(page, after, high)
    if heard is None or not any(page.low[index] in _OUTLETS for index in range(*heard)):
        return None
    return heard


def _passed_on(page: Page, index: int, high: int) -> Stretch | None:
    """Who passes on, where "cited by X" or "who spoke to X" starts at the index."""
    word = page.low[index]
    if word in _PASSED_ON and index + 1 < high and page.low[index + 1] == "by":
        return _named(page, index + 2, high)
    if word in ("who", "that") and index + 1 < high:
        index, word = index + 1, page.low[index + 1]
    if word in _SPOKE and index + 1 < high and page.low[index + 1] in ("to", "with"):
        return _named(page, index + 2, high)
    return None


def _named(page: Page, first: int, high: int) -> Stretch | None:
    end = phrase_end(page, first, high)
    named = any(page.tags[index] in ("NNP", "NNPS") for index in range(first, end))
    return (first, end) if named else None

"""Claims whose cue follows its content: "…, the ministry said", "…," he said, "…"."""

from slantwise.voice.claims import Claim, trimmed, zones_of
from slantwise.voice.endings import content_end
from slantwise.voice.openings import past_adjuncts
from slantwise.voice.page import DASHES, Page, Stretch
from slantwise.voice.phrases import ADVERBS
from slantwise.voice.sites import (
    CLOSES_CLAUSE,
    Site,
    after_dateline,
    closes_content,
    goes_on,
    is_clause,
)
from slantwise.voice.subjects import Subject


def claim_afterwards(site: Site, subject: Subject) -> Claim | None:
    """A cue that follows its content ("…, the ministry said", "…," he said, "…")."""
    page = site.page
    if subject.source is None or not _takes_quotation(site, subject):
        return None
    clause_end = subject.source[1] if subject.inverted else site.end
    ahead = subject.edge - 1
    answers = ahead >= site.low and page.ends_speech(ahead)
    if not (subject.inverted or answers or _ends_clause(page, site)):
        return None
    right = _resumed(site, clause_end, inverted=subject.inverted)
    if ahead >= site.low and page.low[ahead] == "as":
        return _as_clause(site, subject, clause_end)
    if not closes_content(page, ahead, site.low):
        return None
    start = after_dateline(page, site.low, ahead + 1)
    left = trimmed(page, _last_part(page, (start, ahead + (page.quoted[ahead] >= 0))))
    if left is None or not (_can_be_said(page, left) or (right and is_clause(page, right))):
        return None
    zones = zones_of(page, left, right)
    rule = f"cue {site.entry.lemma!r} after its content"
    return Claim(site.entry, (site.first, site.end), subject.source, zones, "quote", rule)


def _takes_quotation(site: Site, subject: Subject) -> bool:
    """Whether the cue can follow its content: any, or a quotation right before it."""
    frames, ahead = site.entry.frames, subject.edge - 1
    beside = "beside" in frames and ahead >= site.low and site.page.quoted[ahead] >= 0
    return "quote" in frames or beside


def _can_be_said(page: Page, left: Stretch) -> bool:
    """Whether the words before the clause are more than an adverbial ("In a speech, he said")."""
    if is_clause(page, left):
        return True
    # Taggers miss verbs: what begins like a sentence is one.
    first = page.tags[left[0]]
    return left[1] - left[0] > 3 and first in ("DT", "JJ", "NN", "NNS", "NNP", "PRP$", "CD")


def _last_part(page: Page, zone: Stretch) -> Stretch:
    """The zone from the quotation on that a colon in it announces, else the whole zone."""
    low, end = zone
    for index in range(end - 1, low, -1):
        if page.low[index] == ":" and page.quoted[index] < 0 and page.quoted[index + 1] >= 0:
            return index + 1, end
    return zone


def _ends_clause(page: Page, site: Site) -> bool:
    """Whether a stop or a quotation follows the cue, adverbials aside ("he said on Monday,")."""
    index = past_adjuncts(page, site.entry, site.end, site.high)
    return index >= site.high or page.low[index] in CLOSES_CLAUSE or page.quoted[index] >= 0


def _as_clause(site: Site, subject: Subject, clause_end: int) -> Claim | None:
    """The content round "as the ministry said"."""
    page, ahead = site.page, subject.edge - 1
    right = None
    if clause_end < site.high and page.low[clause_end] == ",":
        right = (clause_end + 1, site.high)
    inserted = ahead > site.low and (right is None or page.low[ahead - 1] == ",")
    left = (site.low, ahead) if inserted else None
    zones = zones_of(page, left, right)
    if not zones:
        return None
    rule = f"clause 'as … {site.entry.lemma}'"
    return Claim(site.entry, (site.first, site.end), subject.source, zones, "that", rule)


def _resumed(site: Site, index: int, *, inverted: bool) -> Stretch | None:
    """The content that goes on after "…, he said, …"; None where it does not."""
    page = site.page
    if not inverted:
        index = past_adjuncts(page, site.entry, index, site.high)
    while index < site.high and (page.is_time[index] or page.tags[index] in ADVERBS):
        index += 1
    if index + 1 >= site.high or page.low[index] not in DASHES | {":"}:
        return None
    first = index + 1
    if page.quoted[first] < 0 and (inverted or not goes_on(site, first)):
        return None
    return first, content_end(page, site.cues, first, site.high, embedded=False)

"""Claims made by a noun, an adjective, or a phrase that names the source."""

from collections.abc import Sequence

from slantwise.voice.claims import Claim, zones_of
from slantwise.voice.endings import clause_of_noun_end, content_end
from slantwise.voice.openings import content_start
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import ADVERBS, FINITE, VERBS, base_start, phrase_end
from slantwise.voice.sites import Site, embedded, end_of_content, goes_on
from slantwise.voice.subjects import possessor, subject_before
from slantwise.voice.verbgroups import BE, verb_group_start
from slantwise.voice.wordsets import word_set

_LINKING = BE | word_set(
    """
    feel feels felt seem seems remain remains become became look
    """
)
_MAKE = frozenset(["make", "makes", "made", "making"])
# Verbs whose subject answers or meets a claim that somebody else made.
_ANSWERING = word_set(
    """
    reject rejects rejected rejecting deny denies denied denying dismiss dismisses dismissed
    dismissing refute refutes refuted refuting rebut rebuts rebutted dispute disputes disputed
    disputing counter counters countered ignore ignores ignored ignoring hear hears heard hearing
    face faces faced facing receive receives received receiving investigate investigates
    investigated investigating describe describes described answer answers answered examine
    examines examined examining confirm confirms confirmed question questions questioned
    """
)
_LEADS = frozenset({";", ":", "that", "and", "but", "because"})


def noun_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content of "the claim that", "several warnings that", "Lund's pledge to"."""
    page = site.page
    if site.end >= site.high:
        return None
    word = page.low[site.end]
    if word not in site.entry.frames or page.tags[site.end] not in ("IN", "TO", "WDT", "DT"):
        return None
    source = _source_of_noun(site)
    if word != "that" and source is None and not _is_answered(site):
        return None
    if word == "that" and any(tag in FINITE for tag in page.tags[site.end + 1 : site.end + 2]):
        # "a charge that stung": the clause tells of the noun.
        return None
    first = site.end if word in ("that", "to") else site.end + 1
    frame = "that" if word == "that" else "np"
    end = end_of_content(site, first, frame, embedded=word == "that")
    if frame == "that" and _is_subject(site):
        end = clause_of_noun_end(page, first, end)
    zones = zones_of(page, (first, end))
    if not zones:
        return None
    rule = f"noun {site.entry.lemma!r} with its content"
    return Claim(site.entry, (site.first, site.end), source, zones, frame, rule)


def _source_of_noun(site: Site) -> Stretch | None:
    page = site.page
    owner = possessor(page, site.first, site.low)
    if owner is not None:
        return owner
    verb = base_start(page, site.first, site.low) - 1
    if verb <= site.low or page.tags[verb] not in VERBS:
        return None
    if _is_answered(site):
        return None
    subject = subject_before(page, verb_group_start(page, verb, site.low), site.low)
    return subject.source if subject is not None else None


def _is_subject(site: Site) -> bool:
    """Whether the noun begins its sentence, so that a verb of its own must follow its clause."""
    return base_start(site.page, site.first, site.low) == site.low


def _is_answered(site: Site) -> bool:
    """Whether the noun is the object of a verb that meets a claim ("rejected a request to")."""
    verb = base_start(site.page, site.first, site.low) - 1
    return verb > site.low and site.page.low[verb] in _ANSWERING


def adjective_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content of "is confident that", "made it clear that"."""
    page = site.page
    verb = site.first - 1
    while verb > site.low and page.tags[verb] in ADVERBS:
        verb -= 1
    if verb > site.low and page.low[verb] == "it" and page.low[verb - 1] in _MAKE:
        verb -= 1
    if verb <= site.low or page.low[verb] not in _LINKING | _MAKE:
        return None
    subject = subject_before(page, verb_group_start(page, verb, site.low), site.low)
    if subject is None or subject.source is None:
        return None
    if page.low[subject.source[1] - 1] in ("it", "there", "this", "that"):
        return None
    opening = content_start(page, site.entry, site.end, site.high)
    if opening is None:
        return None
    first, frame, cue_end = opening
    end = end_of_content(site, first, frame, embedded=embedded(site, subject))
    zones = zones_of(page, (first, end))
    if not zones:
        return None
    rule = f"adjective {site.entry.lemma!r} with its content"
    return Claim(site.entry, (verb, cue_end), subject.source, zones, frame, rule)


def preposition_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content round "according to the ministry"."""
    page = site.page
    end = phrase_end(page, site.end, site.high)
    if end == site.end:
        return None
    source = (site.end, end)
    stop = _end_of_source(page, end, site.high)
    return _round_phrase(site, source, stop)


def _end_of_source(page: Page, index: int, high: int) -> int:
    """The comma or stop that closes "according to sources who spoke to a paper"."""
    for at in range(index, high):
        if page.quoted[at] >= 0 or page.low[at] in (",", ";", ":", "-", "–", "—"):
            return at
    return high


def _round_phrase(site: Site, source: Stretch, stop: int) -> Claim | None:
    page = site.page
    ahead = site.first - 1
    if ahead > site.low and page.low[ahead] == ",":
        ahead -= 1
    leads = site.first - site.low <= 1 or page.low[ahead] in _LEADS
    right = None
    if leads:
        if stop >= site.high:
            stop = source[1]
        right = (
            (stop, content_end(page, site.cues, stop + 1, site.high, embedded=False))
            if stop + 1 < site.high
            else None
        )
    elif stop < site.high and goes_on(site, min(stop + 1, site.high - 1)):
        right = (stop, site.high)
    left = None if leads else (site.low, site.first)
    zones = zones_of(page, left, right)
    if not zones:
        return None
    rule = f"phrase {site.entry.lemma!r}"
    return Claim(site.entry, (site.first, site.end), source, zones, "that", rule)


def possession_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content round "in the minister's words"."""
    page = site.page
    owner = possessor(page, site.first, site.low)
    if owner is None or owner[0] <= site.low or page.low[owner[0] - 1] not in ("in", "by", "from"):
        return None
    site = Site(page, site.cues, site.entry, owner[0] - 1, site.end, site.low, site.high)
    return _round_phrase(site, owner, _end_of_source(page, site.end, site.high))

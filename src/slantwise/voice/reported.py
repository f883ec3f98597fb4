"""Finds the attributions of one sentence: verbs, nouns, adjectives and phrases of reporting."""

from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.voice.claims import Claim, trimmed, zones_of
from slantwise.voice.contents import (
    Opening,
    content_end,
    content_start,
    finished_quotation_end,
    past_adjuncts,
    phrase_content_end,
)
from slantwise.voice.cues import Cue, CueForm, Cues
from slantwise.voice.page import Page, Stretch
from slantwise.voice.phrases import (
    ADVERBS,
    BE,
    FINITE,
    NOUNS,
    VERBS,
    base_start,
    is_passive,
    phrase_end,
    verb_group_start,
)
from slantwise.voice.scare import is_title_case
from slantwise.voice.subjects import (
    Subject,
    adjacent_noun,
    possessor,
    shared_subject,
    subject_after,
    subject_before,
)
from slantwise.voice.wordsets import word_set

_SUBORDINATORS = word_set(
    """
    while after before when if although though because since as whereas once unless
    """
)
_LINKING = BE | word_set(
    """
    feel feels felt seem seems remain remains become became look
    """
)
_MAKE = frozenset(["make", "makes", "made", "making"])
_DASHES = frozenset({",", "-", "–", "—"})
_CLOSES_CLAUSE = _DASHES | frozenset([".", ":", ";", "!", "?", "…", ")", "]"])
_LEADS = frozenset({";", ":", "that", "and", "but", "because"})
_NEAR_WORDS = 8
_ANNOUNCES = "announces what follows"


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


def claims_in(page: Page, cues: Cues, sentence: Stretch) -> list[Claim]:
    """The attributions of one sentence in order of their cues; cues inside quotations rest."""
    low, high = sentence
    claims: list[Claim] = []
    index = low
    while index < high:
        length = 0
        if page.quoted[index] < 0:
            length, readings = cues.at(page.low, index)
        if not length or index + length > high:
            index += 1
            continue
        entry = _reading(page, readings, index)
        if entry is not None:
            site = Site(page, cues, entry, index, index + length, low, high)
            claim = _RULES[entry.form](site, claims)
            if claim is not None:
                claims.append(claim)
        index += length
    return claims


def _reading(page: Page, readings: Sequence[Cue], index: int) -> Cue | None:
    """The reading that fits the tag of the word."""
    tag = page.tags[index]
    wanted = {
        CueForm.VERB: tag in VERBS or (tag == "NNS" and _closes_sentence_of_quotation(page, index)),
        CueForm.NOUN: tag in NOUNS,
        CueForm.ADJECTIVE: tag in ("JJ", "VBN", "VBD", "RB"),
        CueForm.PREPOSITION: True,
        CueForm.POSSESSION: tag in NOUNS,
    }
    return next((cue for cue in readings if wanted[cue.form]), None)


def _closes_sentence_of_quotation(page: Page, index: int) -> bool:
    """Whether "“…,” the advert states." ends here, where taggers take the verb for a noun."""
    after = page.low[index + 1] if index + 1 < len(page.low) else "."
    near = range(max(0, index - _NEAR_WORDS), index)
    return after in _CLOSES_CLAUSE and any(page.quoted[word] >= 0 for word in near)


def _verb_claim(site: Site, earlier: Sequence[Claim]) -> Claim | None:
    page = site.page
    group = verb_group_start(page, site.first, site.low)
    if is_passive(page, site.first, group):
        return _passive_claim(site)
    opening = content_start(page, site.entry, site.end, site.high)
    subject = _subject_of(site, group, earlier, opening)
    if subject is None or not _is_finite(site, group, subject, opening):
        return None
    if opening is None or subject.inverted or _answers(site, subject, opening):
        return _afterwards(site, subject)
    first, frame, cue_end = opening
    if first >= site.high:
        return Claim(site.entry, (site.first, cue_end), subject.source, (), frame, _ANNOUNCES)
    end = _end_of_content(site, first, frame, embedded=_embedded(site, subject))
    zones = zones_of(page, (first, end))
    if not zones:
        return None
    rule = f"cue {site.entry.lemma!r} before its content ({frame})"
    return Claim(site.entry, (site.first, cue_end), subject.source, zones, frame, rule)


def _is_finite(site: Site, group: int, subject: Subject, opening: Opening | None) -> bool:
    """Whether the cue is a verb of its own and no mere modifier ("companies known …")."""
    page, tag = site.page, site.page.tags[site.first]
    if group < site.first or tag not in ("VBN", "VBG") or subject.inverted:
        return True
    if tag == "VBN" and page.low[site.end : site.end + 1] == ["by"]:
        return False
    explicit = opening is not None and (
        opening[1] == "quote" or page.low[opening[0] : opening[0] + 1] == ["that"]
    )
    return explicit or (tag == "VBG" and subject.source is not None)


def _answers(site: Site, subject: Subject, opening: Opening) -> bool:
    """Whether the cue belongs to a quotation right before it, though more follows it too."""
    ahead = subject.edge - 1
    page = site.page
    if ahead < site.low or page.quoted[ahead] < 0:
        return False
    first = ahead
    while first > site.low and page.quoted[first - 1] == page.quoted[ahead]:
        first -= 1
    title = is_title_case(page, (first + 1, ahead)) if first + 1 < ahead else False
    return page.low[opening[0] : opening[0] + 1] != ["that"] and not title


def _subject_of(
    site: Site, group: int, earlier: Sequence[Claim], opening: Opening | None
) -> Subject | None:
    page, tag = site.page, site.page.tags[site.first]
    ahead = page.low[group - 1] if group > site.low else ""
    if tag == "VBG" and group == site.first:
        beside = adjacent_noun(page, group, site.low)
        return Subject(beside or shared_subject(page, group, site.low, earlier), group)
    if ahead == "to":
        return _subject_of_infinitive(site, group - 1, earlier)
    if ahead in ("and", "or", "but", "then") or (group == site.low and tag == "VBD"):
        shared = shared_subject(page, group - 1, site.low, earlier)
        return Subject(shared, group) if shared is not None else None
    quoted = group > site.low and page.quoted[group - 1] >= 0
    if quoted or (ahead in _DASHES and opening is None):
        after = subject_after(page, site.first, site.end, site.high)
        if after is not None:
            return after
    before = subject_before(page, group, site.low)
    if before is None and opening is not None and tag in FINITE:
        explicit = page.low[opening[0] : opening[0] + 1] == ["that"]
        if explicit or any(page.quoted[index] >= 0 for index in range(opening[0], site.high)):
            return Subject(shared_subject(page, group, site.low, earlier), group)
    return before


def _subject_of_infinitive(site: Site, to: int, earlier: Sequence[Claim]) -> Subject | None:
    page = site.page
    governor = to - 1
    while governor > site.low and page.tags[governor] in ADVERBS:
        governor -= 1
    if governor < site.low or page.tags[governor] not in VERBS:
        return None
    group = verb_group_start(page, governor, site.low)
    subject = subject_before(page, group, site.low)
    if subject is None:
        source = shared_subject(page, governor, site.low, earlier)
        return Subject(source, group) if source is not None else None
    return subject


def _closes_content(page: Page, index: int, low: int) -> bool:
    """Whether the word can end content that a cue follows: a comma or a closing mark."""
    return index >= low and (page.low[index] in _DASHES or page.quoted[index] >= 0)


def _embedded(site: Site, subject: Subject) -> bool:
    """Whether the cue stands in a clause that a comma will close."""
    page, edge = site.page, subject.edge
    if page.tags[site.first] == "VBG" and edge == site.low:
        return True
    if subject.relative:
        return edge > site.low and page.low[edge - 1] == ","
    ahead = page.low[edge - 1] if edge > site.low else ""
    if ahead not in _SUBORDINATORS:
        return False
    return edge - 1 == site.low or page.low[edge - 2] in (",", "and", "but")


def _end_of_content(site: Site, first: int, frame: str, *, embedded: bool) -> int:
    if frame == "quote":
        end = finished_quotation_end(site.page, first, site.high)
        if end is not None:
            return end
    if frame in ("np", "preposition"):
        return phrase_content_end(site.page, first, site.high)
    return content_end(site.page, site.cues, first, site.high, embedded=embedded)


def _afterwards(site: Site, subject: Subject) -> Claim | None:
    """A cue that follows its content ("…, the ministry said", "…," he said, "…")."""
    page = site.page
    if "quote" not in site.entry.frames or subject.source is None:
        return None
    clause_end = subject.source[1] if subject.inverted else site.end
    ahead = subject.edge - 1
    answers = ahead >= site.low and page.quoted[ahead] >= 0
    if not (subject.inverted or answers or _ends_clause(page, site)):
        return None
    right = _resumed(site, clause_end)
    if ahead >= site.low and page.low[ahead] == "as":
        return _as_clause(site, subject, clause_end)
    if not _closes_content(page, ahead, site.low):
        return None
    left = trimmed(page, _last_part(page, (site.low, ahead + (page.quoted[ahead] >= 0))))
    if left is None or not any(_is_clause(page, zone) for zone in (left, right) if zone):
        return None
    zones = zones_of(page, left, right)
    rule = f"cue {site.entry.lemma!r} after its content"
    return Claim(site.entry, (site.first, site.end), subject.source, zones, "quote", rule)


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
    return index >= site.high or page.low[index] in _CLOSES_CLAUSE or page.quoted[index] >= 0


def _is_clause(page: Page, zone: Stretch) -> bool:
    """Whether the words hold a finite verb or a quotation, and are no mere adverbial."""
    return any(page.tags[i] in FINITE or page.quoted[i] >= 0 for i in range(*zone))


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


def _resumed(site: Site, index: int) -> Stretch | None:
    """The content that goes on after "…, he said, …"; None where it does not."""
    page = site.page
    while index < site.high and (page.is_time[index] or page.tags[index] in ADVERBS):
        index += 1
    if index + 1 >= site.high or page.low[index] not in _DASHES | {":"}:
        return None
    first = index + 1
    if page.quoted[first] < 0 and not _goes_on(site, first):
        return None
    return first, content_end(page, site.cues, first, site.high, embedded=False)


def _goes_on(site: Site, first: int) -> bool:
    """Whether unquoted words after ", he said," go on with what stood before it."""
    page = site.page
    if page.tags[first] in ("VBG", "CC") or page.low[first] in _SUBORDINATORS:
        return False
    quoted = any(page.quoted[index] >= 0 for index in range(site.low, site.first))
    if quoted:
        return False
    inner = range(first, site.high)
    finite = any(page.tags[index] in FINITE for index in inner)
    return finite or page.tags[first] in ("IN", "TO")


def _passive_claim(site: Site) -> Claim | None:
    """Content of "was told that", "is expected to"; the agent is the source, if any."""
    page = site.page
    index, source = site.end, None
    if index < site.high and page.low[index] == "by":
        end = phrase_end(page, index + 1, site.high)
        if end > index + 1:
            index, source = end, (index + 1, end)
    opening = content_start(page, _PASSIVE(site.entry), index, site.high)
    if opening is None:
        return None
    first, frame, cue_end = opening
    zones = zones_of(page, (first, _end_of_content(site, first, frame, embedded=False)))
    if not zones:
        return None
    rule = f"passive cue {site.entry.lemma!r}"
    cue = (site.first, cue_end if source is None else site.end)
    return Claim(site.entry, cue, source, zones, frame, rule)


def _PASSIVE(entry: Cue) -> Cue:
    return Cue(
        entry.lemma,
        entry.form,
        entry.kind,
        (entry.frames | {"to"}) - {"np", "person"},
        entry.implies,
        entry.forms,
    )


def _noun_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content of "the claim that", "several warnings that", "Lund's pledge to"."""
    page = site.page
    if site.end >= site.high:
        return None
    word = page.low[site.end]
    if word not in site.entry.frames or page.tags[site.end] not in ("IN", "TO", "WDT", "DT"):
        return None
    source = _source_of_noun(site)
    if word != "that" and source is None:
        return None
    first = site.end if word in ("that", "to") else site.end + 1
    frame = "that" if word == "that" else "np"
    embedded = word == "that"
    zones = zones_of(page, (first, _end_of_content(site, first, frame, embedded=embedded)))
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
    subject = subject_before(page, verb_group_start(page, verb, site.low), site.low)
    return subject.source if subject is not None else None


def _adjective_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
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
    end = _end_of_content(site, first, frame, embedded=_embedded(site, subject))
    zones = zones_of(page, (first, end))
    if not zones:
        return None
    rule = f"adjective {site.entry.lemma!r} with its content"
    return Claim(site.entry, (verb, cue_end), subject.source, zones, frame, rule)


def _preposition_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
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
    elif stop < site.high and _goes_on(site, min(stop + 1, site.high - 1)):
        right = (stop, site.high)
    left = None if leads else (site.low, site.first)
    zones = zones_of(page, left, right)
    if not zones:
        return None
    rule = f"phrase {site.entry.lemma!r}"
    return Claim(site.entry, (site.first, site.end), source, zones, "that", rule)


def _possession_claim(site: Site, _earlier: Sequence[Claim]) -> Claim | None:
    """Content round "in the minister's words"."""
    page = site.page
    owner = possessor(page, site.first, site.low)
    if owner is None or owner[0] <= site.low or page.low[owner[0] - 1] not in ("in", "by", "from"):
        return None
    site = Site(page, site.cues, site.entry, owner[0] - 1, site.end, site.low, site.high)
    return _round_phrase(site, owner, _end_of_source(page, site.end, site.high))


_RULES = {
    CueForm.VERB: _verb_claim,
    CueForm.NOUN: _noun_claim,
    CueForm.ADJECTIVE: _adjective_claim,
    CueForm.PREPOSITION: _preposition_claim,
    CueForm.POSSESSION: _possession_claim,
}

"""Whose words a verb reports: its subject beside it, shared, or of the verb that governs it."""

from collections.abc import Sequence

from slantwise.voice.claims import Claim
from slantwise.voice.openings import Opening, content_start
from slantwise.voice.page import DASHES
from slantwise.voice.phrases import ADVERBS, FINITE, VERBS
from slantwise.voice.sites import Site
from slantwise.voice.subjects import (
    Subject,
    adjacent_noun,
    shared_subject,
    subject_after,
    subject_before,
)
from slantwise.voice.verbgroups import verb_group_start


def subject_of_cue(
    site: Site, group: int, earlier: Sequence[Claim], opening: Opening | None
) -> Subject | None:
    """The subject of the cue, as its form asks for it; None where there is none.

    Args:
        site: the cue in its sentence.
        group: first word of its verb group.
        earlier: claims found before it in the sentence, whose source it may share.
        opening: where content follows the cue; None where none does.
    """
    page, tag = site.page, site.page.tags[site.first]
    ahead = page.low[group - 1] if group > site.low else ""
    if tag == "VBG" and group == site.first:
        # "quoted the minister as saying"
        last = group - 1 if ahead == "as" else group
        beside = adjacent_noun(page, last, site.low)
        return Subject(beside or shared_subject(page, group, site.low, earlier), group)
    if ahead == "to":
        return _subject_of_infinitive(site, group - 1, earlier)
    if ahead in ("and", "or", "but", "then"):
        shared = shared_subject(page, group - 1, site.low, earlier)
        return Subject(shared, group) if shared is not None else None
    return _beside(site, group, opening) or _shared_before_clause(site, group, earlier, opening)


def _beside(site: Site, group: int, opening: Opening | None) -> Subject | None:
    """The subject right before or after the cue."""
    page = site.page
    ahead = page.low[group - 1] if group > site.low else ""
    quoted = group > site.low and page.ends_speech(group - 1)
    if quoted or (ahead in DASHES and not _is_strict(site, opening)):
        before = subject_before(page, group, site.low)
        if before is not None and before.edge > site.low and page.quoted[before.edge - 1] >= 0:
            # "“…,” Jo Lund, a spokesman in Vezhna, told the paper": the name follows the marks.
            return before
        after = subject_after(page, site.first, site.end, site.high)
        if after is not None:
            return after
    return subject_before(page, group, site.low)


def _shared_before_clause(
    site: Site, group: int, earlier: Sequence[Claim], opening: Opening | None
) -> Subject | None:
    """The subject shared with an earlier verb, where "that" or a quotation surely follows."""
    page = site.page
    if opening is None or page.tags[site.first] not in FINITE:
        return None
    explicit = page.low[opening[0] : opening[0] + 1] == ["that"]
    if explicit or any(page.quoted[index] >= 0 for index in range(opening[0], site.high)):
        return Subject(shared_subject(page, group, site.low, earlier), group)
    return None


def _is_strict(site: Site, opening: Opening | None) -> bool:
    """Whether content follows the cue in a shape that is surely content."""
    if opening is None:
        return False
    return content_start(site.page, site.entry, site.end, site.high, loose=False) is not None


def _subject_of_infinitive(site: Site, to: int, earlier: Sequence[Claim]) -> Subject | None:
    """The subject of the verb that governs the infinitive, else of the nearest clause."""
    page = site.page
    governor = to - 1
    while governor > site.low and page.tags[governor] in ADVERBS:
        governor -= 1
    if governor < site.low:
        return None
    group = governor
    if page.tags[governor] in VERBS:
        group = verb_group_start(page, governor, site.low)
        subject = subject_before(page, group, site.low)
        if subject is not None:
            return subject
    source = shared_subject(page, governor, site.low, earlier)
    return Subject(source, group) if source is not None else None

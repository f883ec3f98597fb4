"""Claims made by a verb: active, passive, participle, inverted."""

from collections.abc import Sequence
from dataclasses import replace

from slantwise.voice.afterwards import claim_afterwards
from slantwise.voice.claims import Claim, zones_of
from slantwise.voice.cues import Cue, CueClass
from slantwise.voice.openings import Opening, content_start
from slantwise.voice.page import DASHES, Page, Stretch
from slantwise.voice.phrases import base_end
from slantwise.voice.sites import Site, embedded, end_of_content, is_clause
from slantwise.voice.subjects import Subject, subject_after
from slantwise.voice.titles import is_title_case
from slantwise.voice.verb_subjects import subject_of_cue
from slantwise.voice.verbgroups import is_passive, verb_group_start

_ANNOUNCES = "announces what follows"
_REFUSALS = frozenset({"decline", "refuse"})
_REFUSED = frozenset({"decline", "declines", "declined", "refuse", "refuses", "refused"})
# Who "does not deny the charge" speaks of it.
_DENIALS = frozenset({"deny", "dispute", "question", "accept"})


def verb_claim(site: Site, earlier: Sequence[Claim]) -> Claim | None:
    """The claim of a verb; None where it attributes nothing.

    `earlier` are the claims found before it in the sentence, whose source it may share.
    """
    page = site.page
    group = verb_group_start(page, site.first, site.low)
    if is_passive(page, site.first, group) or _has_agent(site, group):
        return _passive_claim(site)
    if group == site.low and page.tags[site.first] in ("VBD", "VBZ"):
        return _said_first(site)
    if site.entry.kind is CueClass.EVIDENCE and _is_negated(page, group, site.first):
        return None
    return _active_claim(site, group, earlier)


def _has_agent(site: Site, group: int) -> bool:
    """Whether the cue is a participle after its noun, with "by" ("described by X as")."""
    page = site.page
    participle = group == site.first and page.tags[site.first] in ("VBN", "VBD")
    return participle and page.low[site.end : site.end + 1] == ["by"]


def _active_claim(site: Site, group: int, earlier: Sequence[Claim]) -> Claim | None:
    page = site.page
    opening = content_start(page, site.entry, site.end, site.high)
    subject = subject_of_cue(site, group, earlier, opening)
    if subject is None or not _is_finite(site, group, subject, opening):
        return None
    if subject.source is not None and _is_nobody(page, subject.source):
        return None
    if opening is None or subject.inverted or _answers(site, subject, opening):
        return claim_afterwards(site, subject)
    first, frame, cue_end = opening
    if first >= site.high:
        return Claim(site.entry, (site.first, cue_end), subject.source, (), frame, _ANNOUNCES)
    if _is_silent(site, group, opening):
        return None
    end = end_of_content(site, first, frame, embedded=embedded(site, subject))
    zones = zones_of(page, (first, end))
    rule = f"cue {site.entry.lemma!r} before its content ({frame})"
    cue = (site.first, cue_end)
    return Claim(site.entry, cue, subject.source, zones, frame, rule) if zones else None


def _is_silent(site: Site, group: int, opening: Opening) -> bool:
    """Whether nothing is said ("does not mention the fund", "declined to discuss it")."""
    first, frame, _ = opening
    page = site.page
    if site.entry.kind is not CueClass.SPEECH or page.quoted[first] >= 0:
        return False
    if frame == "to":
        verb = site.entry.lemma in _REFUSALS and first + 1 < site.high
        return verb and bool(site.cues.at(page.low, first + 1)[0])
    refused = page.low[group - 1] == "to" and page.low[max(group - 2, 0)] in _REFUSED
    if frame not in ("np", "preposition") or site.entry.lemma in _DENIALS:
        return False
    return refused or _is_negated(page, group, site.first)


def _is_nobody(page: Page, source: Stretch) -> bool:
    """Whether the subject says that nobody speaks ("nobody would say how")."""
    return any(page.low[index] in ("nobody", "none", "neither") for index in range(*source)) or (
        page.words_of(source).lower() == "no one"
    )


def _is_negated(page: Page, first: int, end: int) -> bool:
    """Whether the verb group is denied ("had never shown that"): then nothing is claimed."""
    return any(page.low[index] in ("not", "n't", "never") for index in range(first, end))


def _said_first(site: Site) -> Claim | None:
    """A cue that begins its sentence ("Said Ms Lund: “…”")."""
    page = site.page
    subject = subject_after(page, site.first, site.end, site.high)
    if subject is None or subject.source is None:
        return None
    opening = content_start(page, site.entry, subject.source[1], site.high)
    if opening is None or opening[1] != "quote":
        return None
    cue = (site.first, site.end)
    if opening[0] >= site.high:
        return Claim(site.entry, cue, subject.source, (), "quote", _ANNOUNCES)
    end = end_of_content(site, opening[0], "quote", embedded=False)
    zones = zones_of(page, (opening[0], end))
    rule = f"cue {site.entry.lemma!r} at the start of its sentence"
    return Claim(site.entry, cue, subject.source, zones, "quote", rule) if zones else None


def _is_finite(site: Site, group: int, subject: Subject, opening: Opening | None) -> bool:
    """Whether the cue is a verb of its own and no mere modifier ("companies known …")."""
    page, tag = site.page, site.page.tags[site.first]
    if group < site.first or tag not in ("VBN", "VBG") or subject.inverted:
        return True
    if tag == "VBN" and page.low[site.end : site.end + 1] == ["by"]:
        return False
    explicit = opening is not None and (
        opening[1] == "quote"
        or page.low[opening[0] : opening[0] + 1] == ["that"]
        or any(page.quoted[index] >= 0 for index in range(opening[0], site.high))
    )
    return explicit or (tag == "VBG" and subject.source is not None)


def _answers(site: Site, subject: Subject, opening: Opening) -> bool:
    """Whether the cue belongs to a quotation right before it, though more follows it too."""
    ahead = subject.edge - 1
    page = site.page
    if ahead < site.low:
        return False
    if page.low[ahead] in DASHES and opening[1] == "preposition":
        # "…, the paper wrote of them": the clause before the comma is what was written.
        return is_clause(page, (site.low, ahead))
    if page.low[ahead] == "," and _is_quoted(page, (site.low, ahead)):
        # The comma stands outside the marks: “We are not tired”, he said.
        return True
    if not page.ends_speech(ahead):
        return False
    first = ahead
    while first > site.low and page.quoted[first - 1] == page.quoted[ahead]:
        first -= 1
    title = is_title_case(page, (first + 1, ahead)) if first + 1 < ahead else False
    return page.low[opening[0] : opening[0] + 1] != ["that"] and not title


def _is_quoted(page: Page, zone: Stretch) -> bool:
    """Whether the words are one quotation, marks and all, of more than two words."""
    first, end = zone
    inside = end - first > 4 and page.quoted[first] >= 0
    return inside and all(page.quoted[index] == page.quoted[first] for index in range(first, end))


def _passive_claim(site: Site) -> Claim | None:
    """Content of "was told that", "is expected to"; the agent is the source, if any."""
    page = site.page
    index, source = site.end, None
    if index < site.high and page.low[index] == "by":
        end = base_end(page, index + 1, site.high)
        if end > index + 1:
            index, source = end, (index + 1, end)
    opening = content_start(page, _as_passive(site.entry), index, site.high, loose=False)
    if opening is None:
        return None
    first, frame, cue_end = opening
    zones = zones_of(page, (first, end_of_content(site, first, frame, embedded=False)))
    if not zones:
        return None
    rule = f"passive cue {site.entry.lemma!r}"
    cue = (site.first, cue_end if source is None else site.end)
    return Claim(site.entry, cue, source, zones, frame, rule)


def _as_passive(entry: Cue) -> Cue:
    """The cue as it is in the passive, where the one addressed is its subject."""
    return replace(entry, frames=(entry.frames | {"to"}) - {"np", "person"})

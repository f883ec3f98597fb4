"""Where attributed words begin after a cue, and where they end."""

from slantwise.voice.cues import Cue, CueClass, CueForm, Cues
from slantwise.voice.page import Page
from slantwise.voice.phrases import (
    ADVERBS,
    AUXILIARIES,
    FINITE,
    NOUNS,
    base_end,
    phrase_end,
)
from slantwise.voice.wordsets import word_set

_QUESTION_WORDS = frozenset(["whether", "how", "why", "what", "who", "which", "if"])
_ADJUNCTS = word_set(
    """
    on in at to during after before from via by through with for of about as over into under
    upon outside inside near
    """
)
_NOT_CONTENT = word_set(
    """
    while when after before as because since although though until
    """
)
_CONTRAST = frozenset(["but", "while", "whereas", "although", "though"])
_PHRASE_ENDS = word_set(
    """
    after before while when because since although though during until if where but
    """
)
_DASHES = frozenset({",", "-", "–", "—"})
_STOPS = frozenset({",", ":", "-", "–", "—"})
_FINITE_AUXILIARIES = AUXILIARIES - {"to", "been", "being", "having", "get", "be"}
_MAX_SKIPS = 6
_MAX_ASIDE_WORDS = 8

Opening = tuple[int, str, int]
"""First content word, the frame it has, and the end of the cue (prepositions belong to it)."""


def content_start(page: Page, cue: Cue, end: int, high: int) -> Opening | None:
    """Where the content of a cue that ends at `end` begins; None where none follows."""
    index = end
    for _ in range(_MAX_SKIPS):
        if index >= high:
            return None
        found = _frame_at(page, cue, index, high)
        if found is not None:
            first, frame = found
            return first, frame, (first if frame == "preposition" else end)
        further = _skipped(page, cue, index, high)
        if further == index:
            break
        index = further
    return _loose_clause(page, cue, index, end, high)


def past_adjuncts(page: Page, cue: Cue, index: int, high: int) -> int:
    """Index after the adverbs, times, addressees and phrases that follow a cue."""
    for _ in range(_MAX_SKIPS):
        if index >= high or page.quoted[index] >= 0:
            return index
        further = _skipped(page, cue, index, high)
        if further == index:
            return index
        index = further
    return index


def _frame_at(page: Page, cue: Cue, index: int, high: int) -> tuple[int, str] | None:
    word, frames = page.low[index], cue.frames
    if page.quoted[index] >= 0:
        return (index, "quote") if frames & {"quote", "np"} else None
    if word in _STOPS:
        return _after_stop(page, cue, index, high)
    if (
        word in frames
        and page.tags[index] in ("IN", "RP", "TO", "RB")
        and word not in ("that", "to")
    ):
        time = index + 1 < high and page.is_time[index + 1]
        return (index + 1, "preposition") if index + 1 < high and not time else None
    if "that" in frames and (word == "that" or word in _QUESTION_WORDS):
        return (index, "that") if index + 1 < high else None
    if word == "to" and "to" in frames and _infinitive(page, index, high):
        return index, "to"
    if word == "to" and "toward" in frames and not _infinitive(page, index, high):
        return (index + 1, "preposition") if index + 1 < high else None
    if "that" in frames and _clause_follows(page, cue, index, high):
        return index, "that"
    return _object_at(page, cue, index, high)


def _after_stop(page: Page, cue: Cue, index: int, high: int) -> tuple[int, str] | None:
    """The start of a quotation after a comma or dash, or of anything after a colon."""
    following = index + 1
    colon = page.low[index] == ":" and cue.kind is CueClass.SPEECH
    if following >= high:
        return (high, "quote") if colon else None
    return (following, "quote") if colon or page.quoted[following] >= 0 else None


def _infinitive(page: Page, index: int, high: int) -> bool:
    following = index + 1
    if following < high and page.quoted[following] >= 0:
        return True
    while following < high and page.tags[following] in ADVERBS:
        following += 1
    return following < high and page.tags[following] == "VB"


def _clause_follows(page: Page, cue: Cue, index: int, high: int) -> bool:
    """Whether a noun phrase with a finite verb, or with a quotation for one, starts here."""
    end = phrase_end(page, index, high)
    if end == index:
        return False
    if end < high and page.quoted[end] >= 0 and page.quoted[index] < 0:
        return "quote" in cue.frames and "person" not in cue.frames
    while end < high and page.tags[end] in ADVERBS and page.low[end] not in AUXILIARIES:
        end += 1
    return end < high and (page.tags[end] in FINITE or page.low[end] in _FINITE_AUXILIARIES)


def _object_at(page: Page, cue: Cue, index: int, high: int) -> tuple[int, str] | None:
    if "np" not in cue.frames or page.is_time[index]:
        return None
    if page.tags[index] == "VBG":
        return index, "np"
    modifier = page.tags[index] in ("DT", "PRP$", "JJ", "RB")
    if modifier and index + 1 < high and page.quoted[index + 1] >= 0:
        return index, "np"
    return (index, "np") if base_end(page, index, high) > index else None


def _skipped(page: Page, cue: Cue, index: int, high: int) -> int:
    """Index after one adverb, time, addressee or prepositional phrase; the same for none."""
    tag, word = page.tags[index], page.low[index]
    if word in _DASHES:
        return _after_aside(page, index, high)
    if page.is_time[index]:
        end = index
        while end < high and page.is_time[end]:
            end += 1
        return end
    if tag in ADVERBS:
        return index + 1
    if tag in ("IN", "TO") and word in _ADJUNCTS:
        end = phrase_end(page, index + 1, high)
        return end if end > index + 1 else index
    if "person" in cue.frames:
        return base_end(page, index, high)
    return index


def _after_aside(page: Page, index: int, high: int) -> int:
    """Index after ", however," or "- again falsely -" where content may follow; else the same."""
    for close in range(index + 2, min(high - 1, index + _MAX_ASIDE_WORDS)):
        if page.low[close] == page.low[index]:
            after = page.low[close + 1]
            return close + 1 if after == "that" or page.quoted[close + 1] >= 0 else index
    return index


def _loose_clause(page: Page, cue: Cue, index: int, end: int, high: int) -> Opening | None:
    """A clause whose shape no rule knows ("said if elected he would"), after a verb of saying."""
    if cue.form is not CueForm.VERB or not cue.frames >= {"that", "quote"} or index >= high:
        return None
    if page.low[index] in _NOT_CONTENT or not page.low[index][0].isalnum():
        return None
    if page.tags[index] in ("CC", "VBN", "VB", "TO", "WRB"):
        return None
    beside = base_end(page, index, high)
    if index < beside < high and page.low[beside] in _DASHES:
        return None
    finite = any(page.tags[i] in FINITE and page.quoted[i] < 0 for i in range(index, high))
    return (index, "that", end) if finite else None


def content_end(page: Page, cues: Cues, first: int, high: int, *, embedded: bool) -> int:
    """Where a clause of content that begins at `first` ends; at most `high`.

    `embedded` says that the cue stands in a clause that a comma closes ("who said …,").
    """
    for index in range(first, high):
        if page.quoted[index] >= 0:
            continue
        word = page.low[index]
        if word == ";":
            return index
        if index > first and page.quoted[index - 1] >= 0 and _comma_inside(page, index - 1):
            if embedded or _other_words_follow(page, cues, index, high):
                return index
        elif word in _DASHES:
            if embedded or _other_words_follow(page, cues, index + 1, high):
                return index
        elif (
            page.tags[index] == "CC" and index > first and _said_again(page, cues, index + 1, high)
        ) or (page.tags[index] == "-RRB-" and not _opens_bracket(page, first, index)):
            return index
    return high


def _comma_inside(page: Page, index: int) -> bool:
    """Whether the quotation that the word stands in ends with a comma ("…," but he left)."""
    return page.text[page.quotations[page.quoted[index]].content.end - 1] == ","


def _opens_bracket(page: Page, first: int, closing: int) -> bool:
    return any(page.tags[index] == "-LRB-" for index in range(first, closing))


def _other_words_follow(page: Page, cues: Cues, index: int, high: int) -> bool:
    """Whether after a comma the outlet goes on, or another cue begins."""
    if index >= high or page.quoted[index] >= 0:
        return False
    word, tag = page.low[index], page.tags[index]
    if word in _CONTRAST or word == "according":
        return True
    if tag == "VBG":
        return bool(cues.at(page.low, index)[0])
    if tag == "CC":
        return _said_again(page, cues, index + 1, high)
    return _parenthesis(page, cues, index, high)


def _said_again(page: Page, cues: Cues, index: int, high: int) -> bool:
    """Whether "and" is followed by a further cue ("and said that", "but did not suggest")."""
    index = max(index, base_end(page, index, high))
    while index < high and (page.tags[index] in ADVERBS or page.low[index] in AUXILIARIES):
        index += 1
    if index >= high or page.tags[index] not in ("VBD", "VBZ", "VBG", "VBP", "VB"):
        return False
    length, readings = cues.at(page.low, index)
    if not length:
        return False
    end = index + length
    verb = next((cue for cue in readings if cue.form is CueForm.VERB), None)
    return verb is not None and content_start(page, verb, end, high) is not None


def _parenthesis(page: Page, cues: Cues, index: int, high: int) -> bool:
    """Whether ", he said" or ", said the minister" begins at the index and closes again."""
    if cues.at(page.low, index)[0] and page.tags[index] in ("VBD", "VBZ", "VBP"):
        return base_end(page, index + 1, high) > index + 1
    end = phrase_end(page, index, high)
    if end == index:
        return False
    while end < high and (page.tags[end] in ADVERBS or page.low[end] in AUXILIARIES):
        end += 1
    if end >= high or page.tags[end] not in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    length, readings = cues.at(page.low, end)
    verb = next((cue for cue in readings if cue.form is CueForm.VERB), None)
    return verb is not None and content_start(page, verb, end + length, high) is None


def finished_quotation_end(page: Page, first: int, high: int) -> int | None:
    """End of the quotation that starts at `first` where its own stop ends it, else None.

    A quotation without one ("a disaster") may be part of a longer reported clause.
    """
    index = page.quoted[first]
    if index < 0 or page.text[page.quotations[index].content.end - 1] not in ".,!?…":
        return None
    end = first
    while end < high and page.quoted[end] == index:
        end += 1
    more = any(page.quoted[further] >= 0 for further in range(end, high))
    return None if more and _comma_inside(page, first) else end


def phrase_content_end(page: Page, first: int, high: int) -> int:
    """Where an object of a cue ends: at a comma, a new clause or a further verb."""
    for index in range(first, high):
        if page.quoted[index] >= 0:
            continue
        word, tag = page.low[index], page.tags[index]
        if word in (",", ";", ":", "-", "–", "—") or (index > first and word in _PHRASE_ENDS):
            return index
        if tag == "CC" and index + 1 < high and not _conjunct(page, index + 1):
            return index
    return high


def _conjunct(page: Page, index: int) -> bool:
    """Whether the word after "and" can go on with an object."""
    return page.quoted[index] >= 0 or page.tags[index] in (*NOUNS, "DT", "JJ", "PRP$", "CD")

"""Where attributed words end: at another cue, a contrast, the end of an object."""

from slantwise.voice.cues import CueForm, Cues
from slantwise.voice.openings import content_start
from slantwise.voice.page import DASHES, Page
from slantwise.voice.phrases import ADVERBS, FINITE, NOUNS, base_end, phrase_end
from slantwise.voice.verbgroups import AUXILIARIES
from slantwise.voice.wordsets import word_set

_CONTRAST = frozenset(["but", "while", "whereas", "although", "though"])
_PHRASE_ENDS = word_set(
    """
    after before while when because since although though during until if where but
    """
)
_OPENS_CLAUSE = frozenset(
    ["that", "because", "if", "when", "while", "as", "before", "after", "although", "though", ","]
)
_NEAR_WORDS = 3


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
        elif word in DASHES:
            if embedded or _other_words_follow(page, cues, index + 1, high):
                return index
        elif (
            page.tags[index] == "CC" and index > first and _said_again(page, cues, index + 1, high)
        ) or (page.tags[index] == "-RRB-" and not _opens_bracket(page, first, index)):
            return index
    return high


def _comma_inside(page: Page, index: int) -> bool:
    """Whether the quotation that the word stands in ends with a comma ("…," but he left)."""
    return page.last_sign(page.quoted[index]) == ","


def _opens_bracket(page: Page, first: int, closing: int) -> bool:
    return any(page.tags[index] == "-LRB-" for index in range(first, closing))


def _other_words_follow(page: Page, cues: Cues, index: int, high: int) -> bool:
    """Whether after a comma the outlet goes on, or another cue begins."""
    if index >= high or page.quoted[index] >= 0:
        return False
    word, tag = page.low[index], page.tags[index]
    if word in _CONTRAST or word == "according" or _remarks(page, index, high):
        return True
    if tag == "VBG":
        return bool(cues.at(page.low, index)[0])
    if tag == "CC":
        return _said_again(page, cues, index + 1, high)
    if tag == "VBD" and _said_again(page, cues, index, high):
        return True
    return _parenthesis(page, cues, index, high)


def _remarks(page: Page, index: int, high: int) -> bool:
    """Whether the outlet closes with a remark of its own ("…, which …", "…, a hollow promise")."""
    if any(page.low[further] == "," for further in range(index, high)):
        return False
    if page.tags[index] == "WDT":
        return True
    article = page.low[index] in ("a", "an")
    return article and not any(page.tags[further] in FINITE for further in range(index, high))


def _said_again(page: Page, cues: Cues, index: int, high: int) -> bool:
    """Whether "and" is followed by a further cue ("and said that", "but did not suggest")."""
    index = max(index, base_end(page, index, high))
    while index < high and (page.tags[index] in ADVERBS or page.low[index] in AUXILIARIES):
        index += 1
    if index >= high or page.tags[index] not in ("VBD", "VBZ", "VBG", "VBP", "VB", "VBN"):
        return False
    length, readings = cues.at(page.low, index)
    if not length:
        return False
    end = index + length
    verb = next((cue for cue in readings if cue.form is CueForm.VERB), None)
    if verb is None:
        return False
    colon = ":" in page.low[end : min(high, end + _NEAR_WORDS)]
    return colon or content_start(page, verb, end, high) is not None


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
    if index < 0 or page.last_sign(index) not in ".,!?…":
        return None
    end = quotation_end(page, first, high)
    more = any(page.quoted[further] >= 0 for further in range(end, high))
    return None if more and _comma_inside(page, first) else end


def quotation_end(page: Page, first: int, high: int) -> int:
    """End of the quotation that the word stands in, marks and all; at most `high`."""
    end = first
    while end < high and page.quoted[end] == page.quoted[first]:
        end += 1
    return end


def infinitive_end(page: Page, cues: Cues, first: int, high: int) -> int:
    """Where "to be named" ends in "who asked to be named said": at a verb of saying after it."""
    for index in range(first + 2, high):
        said = page.tags[index] in ("VBD", "VBZ") and page.quoted[index] < 0
        if said and page.tags[index - 1] in ("VB", "VBN", "RB") and cues.at(page.low, index)[0]:
            return index
    return high


def clause_of_noun_end(page: Page, first: int, high: int) -> int:
    """Where the clause of a noun that is a subject ends ("the remark that he lied was met").

    At the verb of the sentence: a finite verb beyond those of the clause itself and of the
    clauses that a relative word, a subordinator or "and" opens in it.
    """
    room = 1
    for index in range(first + 1, high):
        if page.quoted[index] >= 0:
            continue
        if page.tags[index] in ("WP", "WDT", "WRB", "CC") or page.low[index] in _OPENS_CLAUSE:
            room += 1
        elif page.tags[index] in FINITE:
            room -= 1
            if room < 0:
                return index
    return high


def phrase_content_end(page: Page, first: int, high: int, *, lists: bool) -> int:
    """Where an object of a cue ends: at a comma, a new clause or a further verb.

    `lists` lets a list of things go on past its commas.
    """
    for index in range(first, high):
        if page.quoted[index] >= 0:
            continue
        word, tag = page.low[index], page.tags[index]
        if lists and word == "," and _list_goes_on(page, index, high):
            continue
        if word in (",", ";", ":", "-", "–", "—") or (index > first and word in _PHRASE_ENDS):
            return index
        if tag == "CC" and index + 1 < high and not _conjunct(page, index + 1):
            return index
    return high


def _list_goes_on(page: Page, comma: int, high: int) -> bool:
    """Whether a list of things goes on after the comma ("beatings, stolen shoes and a fine")."""
    first = comma + 1
    while first < high:
        joined = page.low[first] in ("and", "or")
        start = first + joined
        end = base_end(page, start, high)
        if end == start:
            return False
        if joined:
            return end >= high or page.tags[end] not in FINITE
        if end >= high or page.low[end] not in (",", "and", "or"):
            return False
        first = end + (page.low[end] == ",")
    return False


def _conjunct(page: Page, index: int) -> bool:
    """Whether the word after "and" can go on with an object."""
    return page.quoted[index] >= 0 or page.tags[index] in (*NOUNS, "DT", "JJ", "PRP$", "CD")

"""Where attributed words begin after a cue."""

from slantwise.voice.cues import Cue, CueClass, CueForm
from slantwise.voice.page import DASHES, Page
from slantwise.voice.phrases import ADVERBS, FINITE, MODIFIERS, base_end, phrase_end
from slantwise.voice.verbgroups import AUXILIARIES
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
_STOPS = DASHES | {":"}
_FINITE_AUXILIARIES = AUXILIARIES - {"to", "been", "being", "having", "get", "be"}
_PREDICATES = frozenset({"DT", "JJ", "RB", "NN", "PRP$"})
_MAX_SKIPS = 6
_MAX_RELATIVE_WORDS = 20
_RELATIVES = frozenset({"who", "which", "whose"})
_MAX_ASIDE_WORDS = 8

Opening = tuple[int, str, int]
"""First content word, the frame it has, and the end of the cue (prepositions belong to it)."""


def content_start(
    page: Page, cue: Cue, end: int, high: int, *, loose: bool = True
) -> Opening | None:
    """Where the content of a cue that ends at `end` begins; None where none follows.

    `loose` lets a clause count whose shape no rule knows.
    """
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
    return _loose_clause(page, cue, index, end, high) if loose else None


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
    """First content word and its frame, where content starts at the index; else None."""
    if page.quoted[index] >= 0:
        return (index, "quote") if cue.frames & {"quote", "np"} else None
    if page.low[index] in _STOPS:
        return _after_stop(page, cue, index, high)
    led = _led_by_preposition(page, cue, index, high)
    if led is not None:
        return led
    if _begins_clause(page, cue, index, high):
        return index, "that"
    if page.low[index] == "to" and "to" in cue.frames and _infinitive(page, index, high):
        return index, "to"
    return _object_at(page, cue, index, high)


def _led_by_preposition(page: Page, cue: Cue, index: int, high: int) -> tuple[int, str] | None:
    """Content after a preposition that the cue takes ("warned of a split", "referred to it")."""
    word, following = page.low[index], index + 1
    if following >= high or page.is_time[following]:
        return None
    if word == "to":
        led = "toward" in cue.frames and not _infinitive(page, index, high)
    else:
        prepositional = page.tags[index] in ("IN", "RP", "RB")
        led = word != "that" and word in cue.frames and prepositional
        led = led and _begins_phrase(page, following, high)
        led = led or (word == "for" and _is_told_to(page, cue, following, high))
    return (following, "preposition") if led else None


def _begins_phrase(page: Page, index: int, high: int) -> bool:
    """Whether what follows a preposition can be its object, and no further preposition."""
    wanted = page.tags[index] in ("VBG", "WP", "WRB", "DT", "JJ") or page.quoted[index] >= 0
    return wanted or base_end(page, index, high) > index


def _begins_clause(page: Page, cue: Cue, index: int, high: int) -> bool:
    """Whether a clause that the cue can take starts at the index."""
    word = page.low[index]
    if word == "that" and cue.frames & {"that", "thatword"}:
        return index + 1 < high
    if "that" not in cue.frames:
        return False
    if word in _QUESTION_WORDS:
        return index + 1 < high
    return _clause_follows(page, cue, index, high)


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
    end = _time_end(page, index, high) or phrase_end(page, index, high)
    if end == index:
        return False
    if end < high and page.quoted[end] >= 0 and page.quoted[index] < 0:
        return "quote" in cue.frames and "person" not in cue.frames
    while end < high and page.tags[end] in ADVERBS and page.low[end] not in AUXILIARIES:
        end += 1
    end = _past_relative(page, end, high)
    return end < high and (page.tags[end] in FINITE or page.low[end] in _FINITE_AUXILIARIES)


def _past_relative(page: Page, index: int, high: int) -> int:
    """Index after ", which it had received," where such a clause starts; else the same."""
    if index + 1 >= high or page.low[index] != "," or page.low[index + 1] not in _RELATIVES:
        return index
    for close in range(index + 2, min(high, index + _MAX_RELATIVE_WORDS)):
        if page.low[close] == "," and page.quoted[close] < 0:
            return close + 1
    return index


def _object_at(page: Page, cue: Cue, index: int, high: int) -> tuple[int, str] | None:
    """An object that is content, or the predicate after one ("called the plan a disaster")."""
    if page.is_time[index]:
        return None
    modifier = page.tags[index] in ("DT", "PRP$", "JJ", "RB")
    quoted_next = modifier and index + 1 < high and page.quoted[index + 1] >= 0
    if "naming" in cue.frames:
        return (index, "np") if quoted_next else _predicate_at(page, index, high)
    if "np" not in cue.frames or _is_told_to(page, cue, index, high):
        return None
    found = page.tags[index] == "VBG" or quoted_next or base_end(page, index, high) > index
    return (index, "np") if found else None


def _is_told_to(page: Page, cue: Cue, index: int, high: int) -> bool:
    """Whether somebody is told to do something ("urged Manila to stop")."""
    if not cue.frames >= {"person", "to"}:
        return False
    end = base_end(page, index, high)
    return index < end < high and page.low[end] == "to" and _infinitive(page, end, high)


def _predicate_at(page: Page, index: int, high: int) -> tuple[int, str] | None:
    """What something is called or described as, after the words for the thing itself."""
    end = phrase_end(page, index, high)
    if end < high and page.low[end] == "as" and end + 1 < high:
        return end + 1, "np"
    if end == index:
        while end < high and page.tags[end] in MODIFIERS and page.quoted[end] < 0:
            end += 1
        # Taggers take nouns for adjectives ("called the count “clean”").
        return (end, "np") if index < end < high and page.quoted[end] >= 0 else None
    if end < high and (page.quoted[end] >= 0 or page.tags[end] in _PREDICATES):
        return end, "np"
    # A longer phrase may stand before it ("the barge on which it keeps them “a home”").
    quoted = next((word for word in range(end, high) if page.quoted[word] >= 0), -1)
    return (quoted, "np") if quoted >= 0 else None


def _time_end(page: Page, index: int, high: int) -> int:
    """End of the date or time that starts at the index; 0 for none."""
    end = index
    while end < high and page.is_time[end]:
        end += 1
    return end if end > index else 0


def _skipped(page: Page, cue: Cue, index: int, high: int) -> int:
    """Index after one adverb, time, addressee or prepositional phrase; the same for none."""
    tag, word = page.tags[index], page.low[index]
    if word in DASHES:
        return _after_aside(page, index, high)
    time = _time_end(page, index, high)
    if time or tag in ADVERBS:
        return time or index + 1
    if tag in ("IN", "TO") and word in _ADJUNCTS:
        first = index + 1
        end = _time_end(page, first, high) or phrase_end(page, first, high)
        return end if end > first else index
    return base_end(page, index, high) if "person" in cue.frames else index


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
    if index < beside < high and page.low[beside] in DASHES:
        return None
    finite = any(page.tags[i] in FINITE and page.quoted[i] < 0 for i in range(index, high))
    return (index, "that", end) if finite else None

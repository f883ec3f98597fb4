"""Who the source of a cue is: the subject before it, after it, or shared with an earlier clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.voice.claims import Claim
from slantwise.voice.page import DASHES, Page, Stretch
from slantwise.voice.phrases import (
    ADVERBS,
    FINITE,
    NOUNS,
    VERBS,
    base_start,
    phrase_end,
    phrase_start,
)
from slantwise.voice.verbgroups import insertion_start, verb_group_start
from slantwise.voice.wordsets import word_set

_RELATIVES = frozenset({"who", "which", "that", "whom"})
_AHEAD_OF_TIME = word_set(
    """
    on in at late early last this next since by during
    """
)
_MAX_STEPS = 8
_MAX_RELATIVE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """The source of a cue and where its clause begins.

    Attributes:
        source: the words that name it; None where it is known to be unnamed.
        edge: first word of the clause made by source and cue.
        relative: whether the clause is a relative one ("who said …").
        inverted: whether the source stands after the cue ("said the minister").
    """

    source: Stretch | None
    edge: int
    relative: bool = False
    inverted: bool = False


def subject_before(page: Page, group: int, low: int) -> Subject | None:
    """The subject of the verb group that starts at `group`; None where no noun phrase is there."""
    index = group - 1
    apposition: Stretch | None = None
    for _ in range(_MAX_STEPS):
        if index < low or page.quoted[index] >= 0:
            return None
        if page.is_time[index]:
            index = _before_time(page, index, low)
        elif page.tags[index] in ADVERBS or _reduced(page, index, low):
            index -= 1
        elif page.low[index] in DASHES:
            opening = insertion_start(page, index, low)
            if opening < 0:
                return None
            apposition = (opening + 1, index)
            index = opening - 1
        else:
            break
    if index < low:
        return None
    if page.low[index] in _RELATIVES and page.tags[index] in ("WP", "WDT"):
        return _antecedent(page, index, low)
    first = phrase_start(page, index, low)
    if first > index:
        return _before_relative(page, index, low)
    return Subject(_with_name(page, (first, index + 1), apposition), first)


def _before_relative(page: Page, last: int, low: int) -> Subject | None:
    """The noun before a relative clause that ends at `last` ("a man who asked not to be named").

    None where no such clause begins near, or a comma stands in it.
    """
    for index in range(last, max(low, last - _MAX_RELATIVE_WORDS), -1):
        if page.low[index] in DASHES or page.quoted[index] >= 0:
            return None
        if page.low[index] == "who":
            first = phrase_start(page, index - 1, low)
            return Subject((first, index), first) if first < index else None
    return None


def _reduced(page: Page, index: int, low: int) -> bool:
    """Whether the word is a participle that hangs on a noun ("a poll released Saturday")."""
    return page.tags[index] == "VBN" and index > low and page.tags[index - 1] in NOUNS


def _before_time(page: Page, index: int, low: int) -> int:
    while index >= low and page.is_time[index]:
        index -= 1
    if index >= low and page.low[index] in _AHEAD_OF_TIME:
        index -= 1
    return index


def _antecedent(page: Page, relative: int, low: int) -> Subject:
    last = relative - 1
    if last >= low and page.low[last] == ",":
        last -= 1
    first = base_start(page, last, low) if last >= low else relative
    if first <= last and first - 2 > low and page.low[first - 1] in ("of", "for"):
        first = min(first, phrase_start(page, last, low))
    if first > last:
        return Subject(None, relative, relative=True)
    return Subject((first, last + 1), relative, relative=True)


def _with_name(page: Page, head: Stretch, apposition: Stretch | None) -> Stretch:
    """The head; with its apposition where only that holds a name ("the minister, Jo Lund,")."""
    if apposition is None or any(page.tags[i] in ("NNP", "NNPS") for i in range(*head)):
        return head
    return (head[0], apposition[1]) if page.tags[apposition[0]] in ("NNP", "NNPS") else head


def subject_after(page: Page, verb: int, end: int, high: int) -> Subject | None:
    """The subject that follows its cue ("…," said the minister); None where none does."""
    if page.tags[verb] not in ("VBD", "VBZ", "VBP", "VBN", "VB") or end >= high:
        return None
    last = phrase_end(page, end, high)
    if last == end or page.quoted[end] >= 0:
        return None
    return Subject((end, last), verb, inverted=True)


def shared_subject(page: Page, index: int, low: int, earlier: Sequence[Claim]) -> Stretch | None:
    """The source of a cue without a subject of its own ("…, adding that", "and warned").

    It is the source of the last claim of the sentence, else the subject of the nearest finite
    verb before `index`, else None.
    """
    for claim in reversed(earlier):
        if claim.source is not None and claim.cue[0] < index:
            return claim.source
    for verb in range(index - 1, low - 1, -1):
        if page.tags[verb] in FINITE and page.quoted[verb] < 0:
            subject = subject_before(page, verb_group_start(page, verb, low), low)
            if subject is not None:
                return subject.source
    return _first_phrase(page, low, index)


def _first_phrase(page: Page, low: int, high: int) -> Stretch | None:
    """The noun phrase that the sentence begins with, before a quotation ("Officials “made …”")."""
    end = phrase_end(page, low, high)
    if end == low or end >= high or page.quoted[low] >= 0:
        return None
    closes = page.quoted[end] >= 0 or page.tags[end] in VERBS or page.low[end] in (":", ",")
    return (low, end) if closes else None


def speaker_after(page: Page, closing: int, high: int) -> Stretch | None:
    """Who speaks where a clause of subject and verb follows a quotation, else None.

    `closing` is the closing mark. After a comma inside the marks any verb is one of speaking:
    "…," raged the spokeswoman.
    """
    first = closing + 1
    if first >= high or page.quoted[first] >= 0:
        return None
    if page.tags[first] in ("VBD", "VBZ", "VBN"):
        end = phrase_end(page, first + 1, high)
        return (first + 1, end) if end > first + 1 else None
    end = phrase_end(page, first, high)
    verb = end
    while verb < high and page.tags[verb] in ADVERBS:
        verb += 1
    spoken = end > first and verb < high and page.tags[verb] in ("VBD", "VBZ")
    return (first, end) if spoken else None


def possessor(page: Page, noun: int, low: int) -> Stretch | None:
    """Who owns the noun phrase that ends with `noun` ("Lund's claim", "his claim"), else None."""
    first = base_start(page, noun, low)
    for index in range(noun - 1, first - 1, -1):
        if page.tags[index] == "POS":
            start = base_start(page, index - 1, low) if index > low else index
            return (start, index) if start < index else None
        if page.tags[index] == "PRP$":
            return (index, index + 1)
    return None


def adjacent_noun(page: Page, index: int, low: int) -> Stretch | None:
    """The noun phrase that ends right before `index` ("a report saying …"), else None."""
    last = index - 1
    if last < low or page.quoted[last] >= 0 or page.tags[last] not in (*NOUNS, "CD"):
        return None
    first = phrase_start(page, last, low)
    return (first, index) if first <= last else None

"""Noun phrases that only say what somebody is, or is not: "was a teacher", "called a gang".

Part of `phrases`: such a phrase names no actor beside the one it is said of.
"""

from slantwise.actors.cast import Draft, Naming
from slantwise.actors.page import NOUNS, Page
from slantwise.actors.word_lists import word_list

_PREDICATE = word_list(
    "is are was were be been being am as become becomes became becoming like than remain remains "
    "remained 're"
)
_ENDS_CLAUSE = word_list(", ; : and or but who which that")
_CALLING = word_list("call calls called calling dub dubs dubbed name named label labelled labeled")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 8
"""Words behind a noun among which its verb is sought."""


def says_what(draft: Draft, start: int, head: int, *, determiner: str) -> bool:
    """Whether the phrase only says what somebody named beside it is, or is not."""
    page, before = draft.page, start - 1
    if page.near(before, head) and page.lowers[before] in _PREDICATE:
        return page.lowers[before] != "as" or not _goes_on(page, head)
    after = page.lower(head + 1) if page.near(head + 1, head) else ""
    if determiner in ("a", "an") and _is_called(draft, start):
        return True
    apposed = determiner not in ("", "whose")
    if apposed and page.near(before, head) and page.lowers[before] == ",":
        beside = draft.at_word(before - 1)
        if beside and _named(draft, beside) and after not in ("and", "or"):
            return True
    if after == "," and page.near(head + 2, head):
        beside = draft.at_word(head + 2)
        end = page.words_of(beside.span).stop if beside else 0
        return bool(
            beside
            and _named(draft, beside)
            and determiner
            and page.lower(end) in (",", ".", ";", ")")
        )
    return False


def _goes_on(page: Page, head: int) -> bool:
    """Whether a finite verb follows soon: in "as the police moved up" "as" means when."""
    for index in range(head + 1, head + _REACH):
        if not page.near(index, head) or page.lowers[index] in _ENDS_CLAUSE:
            return False
        if page.tags[index] in _FINITE:
            return True
    return False


def _is_called(draft: Draft, start: int) -> bool:
    """Whether the phrase is what somebody is called: "called the party a gang"."""
    page, before = draft.page, start - 1
    named = page.near(before, start) and page.tags[before] in (*NOUNS, "PRP")
    back = range(max(0, before - 8), before)
    return named and any(page.near(i, start) and page.lowers[i] in _CALLING for i in back)


def _named(draft: Draft, naming: Naming) -> bool:
    return naming.span.of(draft.page.text)[:1].isupper() and naming.how != "demonym"

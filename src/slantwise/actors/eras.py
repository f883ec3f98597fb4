"""Words that tell which of a state's successive institutions is meant: the former, or that of now.

Read by `offices`, which knows the institutions with their dates, and by `successions`.
"""

from enum import Enum

from slantwise.actors.page import NOUNS, Page
from slantwise.actors.titles import PAST
from slantwise.actors.word_lists import word_list

FORMER = (PAST - {"late"}) | word_list(
    "fallen toppled overthrown defunct dissolved disbanded collapsed erstwhile previous old"
)
"""Words that say that a body is no more, or no longer in power."""
PRESENT = word_list("interim transitional provisional caretaker new current present incumbent")
"""Words that set a body apart from the one before it."""
_LEADING = frozenset({"JJ", "VBN", "VBD", "RB", "HYPH"})
_REACH = 3


class Era(Enum):
    """What a description says of the time of a body."""

    UNTOLD = "untold"
    FORMER = "former"
    PRESENT = "present"


def era_of(word: str) -> Era:
    """What a lower-case word says of the time of the body it describes.

    >>> era_of("ousted").value, era_of("interim").value, era_of("large").value
    ('former', 'present', 'untold')
    """
    if word in FORMER:
        return Era.FORMER
    return Era.PRESENT if word in PRESENT else Era.UNTOLD


def era_at(page: Page, words: range) -> Era:
    """What the words of a name and those before it say of the time of the body it names.

    Of "a former Syrian army officer" it is the officer, not the army, that is former. A word for
    the end of a body counts before one for its beginning ("the former interim government").
    """
    if page.near(words.stop, words.start) and page.tags[words.stop] in NOUNS:
        return Era.UNTOLD
    first = words.start
    while (
        words.start - first < _REACH
        and page.near(first - 1, words.start)
        and page.tags[first - 1] in _LEADING
    ):
        first -= 1
    if page.near(first - 1, words.start) and era_of(page.lowers[first - 1]) is not Era.UNTOLD:
        first -= 1
    said = {era_of(page.lowers[index]) for index in range(first, words.stop)}
    if Era.FORMER in said:
        return Era.FORMER
    return Era.PRESENT if Era.PRESENT in said else Era.UNTOLD

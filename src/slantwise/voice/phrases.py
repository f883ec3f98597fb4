"""Noun phrases, found over tags alone.

No parse is at hand. A base noun phrase is a run of determiners, modifiers and nouns; what is
hung on it (of the ministry, cited by a paper, a law professor at …) is taken by short rules.
"""

from slantwise.voice.page import Page
from slantwise.voice.wordsets import word_set

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
ADVERBS = frozenset({"RB", "RBR", "RBS", "RP"})
PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "one", "him", "her", "them", "us", "me"}
)
MODIFIERS = frozenset(
    {*NOUNS, "JJ", "JJR", "JJS", "CD", "DT", "PDT", "PRP$", "POS", "HYPH", "$", "FW", "AFX", "RBS"}
)
_HEADS = frozenset({*NOUNS, "CD", "FW"})
_LONE_HEADS = word_set(
    """
    this that these those some many most all both others several few critics each another none
    someone somebody nobody everyone everybody anyone rich poor
    """
)
_PARTS = word_set(
    """
    one two three four five six seven some many most all both others several few each none any
    """
)
_HANG_ON = word_set(
    """
    of for from at in with on to near against between about under behind within into over among
    around across inside outside by after since
    """
)
# Before a subject these mostly end an adverbial ("hours after the minister said").
_ADVERBIAL = frozenset({"after", "since", "over", "into"})
_MAX_LINKS = 6
# No noun phrase is longer; bounds the time on texts that are no prose.
_MAX_BASE_WORDS = 40


def base_start(page: Page, last: int, low: int) -> int:
    """First word of the base noun phrase that ends with word `last`; `last + 1` for none."""
    tags = page.tags
    if page.low[last] in PRONOUNS:
        return last
    index = last
    if tags[last] == "-RRB-":
        index = _before_bracket(page, last, low)
        if index < low:
            return last + 1
    if tags[index] not in _HEADS and page.low[index] not in _LONE_HEADS and tags[index] != "JJ":
        return last + 1
    first = index
    low = max(low, last - _MAX_BASE_WORDS)
    while first > low and _joins(page, first):
        first -= 1
    return first


def _joins(page: Page, first: int) -> bool:
    """Whether the word before `first` belongs to the same base noun phrase."""
    before = page.tags[first - 1]
    here = page.tags[first]
    if here in ("DT", "PRP$", "PDT") and before not in ("PDT", "POS"):
        return False
    if page.is_time[first - 1] and page.entity[first - 1] != page.entity[first]:
        return False
    if page.quoted[first - 1] != page.quoted[first]:
        return False
    if before in ("VBN", "VBG") and here in NOUNS:
        return first >= 2 and page.tags[first - 2] in ("DT", "PRP$", "POS", "JJ")
    return before in MODIFIERS


def _before_bracket(page: Page, last: int, low: int) -> int:
    """The word before the bracket that closes at `last`; `low - 1` where it does not open."""
    for index in range(last - 1, max(low, last - 12) - 1, -1):
        if page.tags[index] == "-LRB-":
            return index - 1
    return low - 1


def base_end(page: Page, first: int, high: int) -> int:
    """End of the base noun phrase that starts with word `first`; `first` for none."""
    if first >= high:
        return first
    if page.low[first] in PRONOUNS or page.tags[first] in ("PRP", "EX"):
        return first + 1
    tags = page.tags
    index = first
    high = min(high, first + _MAX_BASE_WORDS)
    head = False
    while index < high and _continues(page, index, first, high, head=head):
        head = head or tags[index] in _HEADS or page.low[index] in _LONE_HEADS
        index += 1
    if not head:
        return first
    return index


def _continues(page: Page, index: int, first: int, high: int, *, head: bool) -> bool:
    tag = page.tags[index]
    if index > first and page.quoted[index] != page.quoted[first]:
        return False
    if tag in ("DT", "PRP$"):
        return index == first or page.tags[index - 1] in ("PDT", "CC", "POS")
    if tag in ("VBN", "VBG", "RB", "RBR"):
        following = page.tags[index + 1] if index + 1 < high else ""
        return not head and following in MODIFIERS and following not in ("DT", "PRP$", "PDT")
    if head and page.is_time[index] and page.entity[index] != page.entity[index - 1]:
        return False
    return tag in MODIFIERS


def phrase_end(page: Page, first: int, high: int) -> int:
    """End of the noun phrase from `first` with what hangs on it; `first` for none."""
    end = base_end(page, first, high)
    if end == first:
        return first
    for _ in range(_MAX_LINKS):
        further = _hung_on(page, end, high)
        if further == end:
            return end
        end = further
    return end


def _hung_on(page: Page, end: int, high: int) -> int:
    """End of one bracket, prepositional phrase or conjunct that follows a noun phrase."""
    if end >= high:
        return end
    tag = page.tags[end]
    if tag == "-LRB-":
        for index in range(end + 1, min(high, end + 12)):
            if page.tags[index] == "-RRB-":
                return index + 1
        return end
    if tag == "IN" and page.low[end] in _HANG_ON and not _is_time_phrase(page, end, high):
        further = base_end(page, end + 1, high)
        return further if further > end + 1 else end
    if tag == "CC" and page.low[end] in ("and", "or", "&"):
        further = base_end(page, end + 1, high)
        verb_follows = further < high and page.tags[further] in FINITE
        return further if further > end + 1 and not verb_follows else end
    return end


def _is_time_phrase(page: Page, index: int, high: int) -> bool:
    return index + 1 < high and page.is_time[index + 1]


def phrase_start(page: Page, last: int, low: int) -> int:
    """First word of the noun phrase, with what hangs on it, that ends with word `last`.

    `last + 1` where no noun phrase ends there.
    """
    first = base_start(page, last, low)
    if first > last:
        return first
    for _ in range(_MAX_LINKS):
        further = _link_before(page, first, low)
        if further == first:
            return first
        first = further
    return first


def _link_before(page: Page, first: int, low: int) -> int:
    """Start of the noun phrase that the one starting at `first` hangs on; `first` for none."""
    link = first - 1
    if link <= low or page.quoted[link] != page.quoted[first]:
        return first
    if page.low[link] in ("and", "or", "&"):
        return _conjunct_before(page, first, low)
    if page.low[link] not in _HANG_ON or page.low[link] in _ADVERBIAL:
        return first
    governor = link - 1
    participle = page.tags[governor] in ("VBN", "VBG", "JJ")
    if page.low[link] == "by" and not participle:
        return first
    if participle and governor > low:
        governor -= 1
    of_them = page.low[link] == "of" and page.low[governor] in _PARTS
    if page.tags[governor] not in NOUNS and not of_them:
        return first
    start = base_start(page, governor, low)
    return start if start <= governor else first


def _conjunct_before(page: Page, first: int, low: int) -> int:
    last = first - 2
    if last >= low and page.low[last] == ",":
        last -= 1
    if last < low or page.tags[last] not in NOUNS:
        return first
    start = base_start(page, last, low)
    if start > last:
        return first
    ahead = page.tags[start - 1] if start > low else ""
    if ahead in ("IN", "TO"):
        # "went to Paris and the minister said": the noun before "and" belongs to the verb;
        # in "cited by Reuters and the Times" it hangs on a noun or participle.
        governor = page.tags[start - 2] if start - 1 > low else ""
        return start if governor == "VBN" or governor in NOUNS else first
    return first if ahead in VERBS else start

"""Noun phrases of the wording stage: the whole phrase round a word, its head, its actor.

Stands on the noun phrases of `voice`, which are found over tags alone, and takes in what a
source's name needs less often: participles with adverbs, hyphened modifiers, joined adjectives.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from slantwise.records import Argument, EncodedArticle, Linking, Span
from slantwise.voice.page import Page, Stretch, page_of
from slantwise.voice.phrases import NOUNS, base_end, base_start
from slantwise.wording.places import Place, places
from slantwise.wording.words import COLLECTIVES

Lemmas = Callable[[str, str], str]
"""Gives the lemma of a word with its Penn tag."""

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those"})
_PARTICIPLES = frozenset({"VBN", "VBG"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS"})
_MODIFIED = _ADJECTIVES | _PARTICIPLES
_CONTINUED = _ADJECTIVES | {*NOUNS, "HYPH", "CD", "POS"}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """An article laid out for reading its wordings.

    Attributes:
        page: words, tags and sentences; quotation marks do not part phrases here.
        lemmas: gives lemmas.
        places: mentions of actors and places in order, not overlapping.
        starts: array of where they start.
    """

    page: Page
    lemmas: Lemmas
    places: tuple[Place, ...]
    starts: list[int]

    def place_at(self, word: int) -> Place | None:
        """The mention that covers a word; None for none."""
        span = Span(self.page.starts[word], self.page.ends[word])
        at = bisect_right(self.starts, span.start) - 1
        for place in self.places[max(0, at) : at + 2]:
            if place.span.overlaps(span):
                return place
        return None

    def lemma(self, word: int) -> str:
        """Lemma of a word."""
        return self.lemmas(self.page.low[word], self.page.tags[word])

    def words_of(self, span: Span) -> range:
        """Indexes of the words that touch a span."""
        first = bisect_right(self.page.ends, span.start)
        return range(first, max(first, bisect_left(self.page.starts, span.end)))


def sheet(encoded: EncodedArticle, linking: Linking, lemmas: Lemmas) -> Sheet:
    """The article laid out; an article without words gives an empty sheet."""
    page = page_of(encoded)
    # A phrase inside quotation marks is read like any other; its voice is looked up apart.
    page = replace(page, quoted=[-1] * len(page.quoted))
    found = places(encoded, linking)
    return Sheet(page, lemmas, found, [place.span.start for place in found])


def noun_phrase(page: Page, last: int, low: int) -> int:
    """First word of the noun phrase that ends with word `last`; `last` itself for a bare word."""
    first = min(base_start(page, last, low), last)
    while first > low:
        further = _modifier_start(page, first, low)
        if further == first:
            return first
        first = further
    return first


def _modifier_start(page: Page, first: int, low: int) -> int:
    """Start of a modifier right before `first` that the base phrase leaves out."""
    tags, before = page.tags, first - 1
    if page.tags[first] in ("DT", "PRP$"):
        return first
    inside = tags[before - 1] if before > low else ""
    modified = inside in {"HYPH", "DT", "PRP$", "POS"} or (inside == "RB" and tags[before] == "VBN")
    if tags[before] in _PARTICIPLES and modified:
        return _continued(page, before, low)
    if tags[before] == "RB" and tags[first] in _MODIFIED:
        return _continued(page, before, low)
    joined = tags[before] in {"CC", ","} and inside in _ADJECTIVES
    if joined and tags[first] in _ADJECTIVES:
        return _continued(page, before - 1, low)
    return first


def _continued(page: Page, first: int, low: int) -> int:
    """The phrase carried on to the left of a modifier that begins at `first`."""
    while first > low and page.tags[first - 1] in _CONTINUED:
        first -= 1
    if first > low and page.tags[first - 1] in {"DT", "PRP$"}:
        first -= 1
    return first


def phrase_to(page: Page, first: int, high: int) -> int:
    """End of the phrase that starts at `first`, with one "of" phrase after it."""
    # "her nerve": a possessive is no phrase by itself.
    owned = first + 1 < high and page.tags[first] == "PRP$"
    end = whole_end(page, first + owned, high)
    return of_end(page, end, high) if end > first else first


def whole_end(page: Page, first: int, high: int) -> int:
    """End of the base noun phrase from `first`, hyphened participles in it; `first` for none."""
    end = base_end(page, first, high)
    while first < end < high and page.tags[end - 1] == "HYPH" and page.tags[end] in _PARTICIPLES:
        further = base_end(page, end + 1, high)
        if further == end + 1:
            return end + 1
        end = further
    return end


def of_end(page: Page, end: int, high: int) -> int:
    """End of the "of" phrase that follows a noun phrase; `end` for none."""
    if end < high and page.low[end] == "of":
        further = base_end(page, end + 1, high)
        return further if further > end + 1 else end
    return end


def without_article(page: Page, stretch: Stretch) -> Stretch:
    """The stretch without a leading article or demonstrative; whole where nothing else is left."""
    first, end = stretch
    while first < end - 1 and page.low[first] in _ARTICLES:
        first += 1
    while end - 1 > first and page.tags[end - 1] == "POS":
        end -= 1
    return first, end


def argument(sheet: Sheet, stretch: Stretch | None) -> Argument | None:
    """The argument that a noun phrase gives: its head and the actor that the head names.

    An actor whose name modifies a head of another kind ("Kestovian timber") is not meant.
    """
    if stretch is None or stretch[1] <= stretch[0]:
        return None
    page = sheet.page
    first, end = without_article(page, stretch)
    base = base_end(page, first, end)
    head = max(first, (base if base > first else end) - 1)
    while head > first and page.tags[head] in ("POS", "CD"):
        head -= 1
    return Argument(page.span((first, end)), sheet.lemma(head), _actor(sheet, first, head))


def _actor(sheet: Sheet, first: int, head: int) -> str | None:
    if place := sheet.place_at(head):
        return place.actor
    if sheet.lemma(head) not in COLLECTIVES:
        return None
    for word in range(head - 1, first - 1, -1):
        place = sheet.place_at(word)
        if place is not None:
            return None if place.person else place.actor
    return None

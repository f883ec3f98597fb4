"""What the tagger misread, put right by plain evidence in the words.

A body with a person's first name is a person; "the Alexandria Police" is none; a name behind a
title is a person even where the tagger saw nothing.
"""

import re
from collections.abc import Iterable, Iterator

from slantwise.actors.first_names import MEN, WOMEN
from slantwise.actors.page import PROPER, Page
from slantwise.actors.titles import is_title, is_title_part
from slantwise.actors.word_lists import word_list
from slantwise.records import Entity, Span

_BODIES = frozenset({"ORG", "GPE", "FAC", "PRODUCT", "LOC"})
# Addresses, handles and file names, which the tagger takes for persons.
_ODD = re.compile(r"[\d/@_#:]|\w\.\w\w")
_GENERATION = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_AGE = re.compile(r"\d{1,3}")
FACILITIES = word_list(
    "base airbase airport airfield camp bridge street road avenue highway square stadium port "
    "prison crossing checkpoint hotel building tower strip valley river sea heights island "
    "islands bay gulf strait corridor park boulevard plaza terminal pipeline dam reactor act "
    "bill treaty accord accords agreement constitution"
)
"""Last words of the names of places and documents, which are no actors."""
BODY_WORDS = word_list(
    "police department ministry party committee council university college school hospital "
    "foundation institute association union center centre club company group agency court "
    "senate congress times post news journal bank church army campaign administration"
)
"""Words that show a name to be a body's."""


def label_of(page: Page, label: str, words: range) -> str:
    """The tagger's label for some words, or a better one; "" where they name nothing."""
    last = page.lowers[words[-1]]
    if label in ("PERSON", "ORG") and _goes_on(page, words) in FACILITIES:
        return "FAC"
    if label == "PERSON":
        return _label_of_person(page, words)
    if label in _BODIES and len(words) == 2 and last.isalpha() and last not in BODY_WORDS:
        named = page.lowers[words[0]] in WOMEN or page.lowers[words[0]] in MEN
        if (named and page.tags[words[1]] == "NNP") or _aged(page, words.stop):
            return "PERSON"
    if label == "ORG" and _titled_name(page, words):
        return "PERSON"
    return label


def _label_of_person(page: Page, words: range) -> str:
    """The label of what the tagger took for a person."""
    last = page.lowers[words[-1]]
    span = page.span(words.start, words.stop)
    if _ODD.search(page.text[max(0, span.start - 1) : span.end]):
        return ""
    if len(words) > 1 and last in BODY_WORDS:
        return "ORG"
    return "FAC" if len(words) > 1 and last in FACILITIES else "PERSON"


def _goes_on(page: Page, words: range) -> str:
    """The last word in capitals of a name that goes on behind some words ("Tiyas" Air Base).

    "" where it does not, and in headlines, whose capitals tell nothing.
    """
    index = words.stop
    while page.near(index, index - 1) and page.capital(index):
        index += 1
    inside = page.starts[words.start] >= page.body
    return page.lowers[index - 1] if inside and index > words.stop else ""


def name_start(page: Page, words: range) -> int:
    """Where a person's name begins, after titles and trades ("Historian Alan Brinkley")."""
    first = words.start
    titles = [i for i in words[:-1] if is_title(page.lowers[i])]
    if titles and page.lowers[titles[-1] + 1] not in _GENERATION:
        first = titles[-1] + 1
    named = [i for i in words[:-1] if page.lowers[i] in WOMEN or page.lowers[i] in MEN]
    if named and named[0] == first + 1 and len(words) > 2:
        return named[0]
    return first


def with_titled(page: Page, entities: Iterable[Entity]) -> list[Entity]:
    """The entities and, where the tagger saw none, names right behind titles; in order."""
    given = list(entities)
    seen = bytearray(len(page))
    for entity in given:
        for word in page.words_of(entity.span):
            seen[word] = 1
    found = [Entity(span, "PERSON") for span in _titled(page, seen)]
    return sorted([*given, *found], key=lambda entity: entity.span) if found else given


def _aged(page: Page, after: int) -> bool:
    """Whether an age follows: ", 47,"."""
    comma = page.lower(after) == "," and page.lower(after + 2) in (",", ".", ";", ")")
    return comma and _AGE.fullmatch(page.lower(after + 1)) is not None


def _titled_name(page: Page, words: range) -> bool:
    """Whether a body is "Minority Whip Steny Hoyer": a title and two capitalised words."""
    first = name_start(page, words)
    name = range(first, words.stop)
    return first > words.start and len(name) in (2, 3) and _capitals(page, name) == len(name)


def _titled(page: Page, seen: bytearray) -> Iterator[Span]:
    for index in range(len(page) - 2):
        if not is_title(page.lowers[index]) or seen[index + 1] or not page.capital(index + 1):
            continue
        run = range(index + 1, min(index + 4, len(page)))
        length = _capitals(page, run)
        name = range(index + 1, index + 1 + length)
        # One word behind a title may be anything ("President Day"); two are a name.
        if length < 2 or not page.near(index, name[-1]) or any(seen[i] for i in name):
            continue
        if not any(is_title_part(page.lowers[i]) for i in name):
            yield page.span(name.start, name.stop)


def _capitals(page: Page, words: range) -> int:
    """How many proper nouns in capitals stand at the beginning of some words."""
    count = 0
    for index in words:
        if page.tags[index] not in PROPER or not page.capital(index):
            break
        count += 1
    return count

"""Acronyms that an article explains itself: "Middle East Eye (MEE)"."""

import re
from collections.abc import Iterable

from slantwise.actors.page import Page
from slantwise.records import Entity, Span

_BRACKETED = re.compile(r"[(\[]\s?([A-Z][A-Za-z&.]{0,8}[A-Z]\.?)\s?[)\]]")
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "de", "du", "des", "&", "-", "'s"})
_LEAST = 3
"""Letters of an acronym that the article need not explain: two may be anybody's."""
_LABELS = frozenset({"ORG", "NORP"})


def long_forms(page: Page, entities: Iterable[Entity]) -> dict[str, Span]:
    """Acronym → the long form before its bracket, for each that the article explains.

    A long form is an organisation that the tagger saw right before the bracket, or the
    capitalised words whose initials spell the acronym.
    """
    ends = {entity.span.end: entity for entity in entities}
    forms: dict[str, Span] = {}
    for found in _BRACKETED.finditer(page.text):
        word = page.words_of(Span(found.start(), found.start() + 1)).start
        if not 0 < word < len(page) or page.sentences[word - 1] != page.sentences[word]:
            continue
        acronym = found[1].replace(".", "")
        spelt = _spelt(page, word, acronym)
        entity = ends.get(page.ends[word - 1])
        if (
            spelt is None
            and entity
            and entity.label in _LABELS
            and " " in entity.span.of(page.text)
        ):
            spelt = entity.span
        if spelt is not None:
            forms.setdefault(acronym, spelt)
    return forms | _unexplained(page, ends.values(), set(forms))


def _unexplained(page: Page, entities: Iterable[Entity], known: set[str]) -> dict[str, Span]:
    """Acronyms after the body whose initials they are: "United Auto Workers … the UAW"."""
    bodies: dict[str, dict[str, Span]] = {}
    for entity in sorted(entities, key=lambda e: e.span):
        words = page.words_of(entity.span)
        initials = "".join(page.word(i)[:1] for i in words if page.capital(i))
        initials = initials[page.lower(words.start) == "the" :] if words else ""
        if entity.label == "ORG" and len(initials) >= _LEAST:
            named = bodies.setdefault(initials.upper(), {})
            named.setdefault(entity.span.of(page.text), entity.span)
    found: dict[str, Span] = {}
    for index in range(len(page)) if bodies else ():
        word = page.word(index).replace(".", "")
        named = bodies.get(word, {}) if word not in known else {}
        first = next(iter(named.values()), None)
        if first and len(named) == 1 and first.end < page.starts[index]:
            found.setdefault(word, first)
    return found


def _spelt(page: Page, end: int, acronym: str) -> Span | None:
    """The words before `end` whose initials are the letters of the acronym."""
    letters = [letter for letter in reversed(acronym.lower()) if letter.isalpha()]
    index, matched = end - 1, 0
    while matched < len(letters) and page.near(index, end - 1):
        if page.lowers[index][:1] == letters[matched] and page.capital(index):
            matched += 1
        elif page.lowers[index] not in _SMALL:
            return None
        index -= 1
    return page.span(index + 1, end) if matched == len(letters) and matched > 1 else None

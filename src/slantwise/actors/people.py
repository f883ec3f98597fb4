"""Persons whom an article names in full, and the short names that may stand for them.

Made before any name is decided upon, so that a surname in the headline finds the full name in
the text.
"""

import re
import unicodedata

from slantwise.actors.candidates import Candidates, Sighting, is_full
from slantwise.actors.cast import Draft
from slantwise.actors.first_names import MEN, WOMEN
from slantwise.actors.identity import Identity
from slantwise.actors.names import Name, family_first, name_words, same_person, surnames
from slantwise.actors.titles import Title, title_before
from slantwise.records import ActorKind, Span

_NOT_IN_NAMES = re.compile(r"[\[\](){}<>\"“”«»]|\s+")

# Of more namesakes than any article has, none is told from the others; the bound keeps a text
# made of nothing but namesakes from taking time without end.
_CROWD = 50


class People:
    """Who is met in an article."""

    def __init__(self, draft: Draft) -> None:
        """Nobody is met yet."""
        self._draft = draft
        self._names: dict[str, list[Name]] = {}
        self._full: dict[Name, str] = {}
        self._short: dict[Name, dict[str, None]] = {}
        self._first: dict[str, str] = {}

    def meet(self, found: Candidates) -> None:
        """Take in everybody whom the article names in full, or by title and listed surname."""
        text = self._draft.page.text
        for sighting in found.sightings:
            if sighting.personal:
                self._meet_listed(sighting)
        names = [
            (name_words(entity.span.of(text)), entity.span)
            for entity in found.entities
            if entity.label == "PERSON" and entity.span.start >= self._draft.page.body
        ]
        # Longest first: "López Obrador" is a short name once "Andrés Manuel …" is met.
        for name, span in sorted(names, key=lambda item: (-len(item[0]), item[1])):
            if len(name) > 1 and (name in self._full or name not in self._short):
                self._meet_unlisted(name, span)

    def within(self, span: Span) -> Span | None:
        """The longest part of a stretch that names somebody met; None for none.

        For headlines, where the tagger takes "Michael Steele Criticized" for a name.
        """
        page = self._draft.page
        words = page.words_of(span)
        for length in range(min(len(words), 6), 0, -1):
            for first in range(words.start, words.stop - length + 1):
                part = page.span(first, first + length)
                name = name_words(part.of(page.text))
                if name in self._full or len(self._short.get(name, ())) == 1:
                    return part
        return None

    def meet_alone(self, span: Span) -> None:
        """Take in somebody whom only the headline names."""
        name = name_words(span.of(self._draft.page.text))
        if len(name) > 1:
            self._meet_unlisted(name, span)

    def full(self, name: Name) -> str | None:
        """Who bears a full name; None for nobody met."""
        return self._full.get(name)

    def short(self, name: Name) -> list[str]:
        """Who may be meant by a short name, in order of meeting; [] for nobody met."""
        return list(self._short.get(name, ()))

    def by_first(self, word: str) -> str | None:
        """Who was met first with that first name; None for nobody."""
        return self._first.get(word)

    @property
    def single_surnames(self) -> frozenset[str]:
        """Short names of one word."""
        return frozenset(name[0] for name in self._short if len(name) == 1)

    def know(self, identity: Identity) -> str:
        """The id of a listed person, whose other names may now stand for them."""
        actor = self._draft.listed(identity)
        self._draft.members[actor].female = _gender(name_words(identity.name))
        for form in (identity.name, *identity.aliases):
            if len(words := name_words(form)) > 1:
                self._add(actor, words)
        return actor

    def titled(self, identity: Identity, span: Span) -> bool:
        """Whether a title that the table gives a person stands before a name."""
        title = self.title(span)
        return bool(title and title.roles & self._draft.table.offices.roles(identity.id))

    def title(self, span: Span) -> Title | None:
        """The title before a name; None for none."""
        words = self._draft.page.words_of(span)
        return title_before(self._draft.page, words.start) if words else None

    def _meet_listed(self, sighting: Sighting) -> None:
        name = name_words(sighting.span.of(self._draft.page.text))
        persons = [c.identity for c in sighting.claims if c.identity.kind is ActorKind.PERSON]
        if len(persons) == 1 and is_full(persons[0], name):
            self._add(self.know(persons[0]), name)
            return
        titled = [identity for identity in persons if self.titled(identity, sighting.span)]
        if len(titled) == 1:
            self.know(titled[0])

    def _meet_unlisted(self, name: Name, span: Span) -> None:
        surface = span.of(self._draft.page.text)
        known = self._full.get(name) or self._same(name, surface) or self._listed(name, surface)
        actor = known or self._draft.unlisted(clean_name(surface), ActorKind.PERSON)
        member = self._draft.members[actor]
        member.female = _gender(name) if member.female is None else member.female
        self._add(actor, name)

    def _same(self, name: Name, surface: str) -> str | None:
        bearers = self._short.get(name[-1:], {})
        if len(bearers) > _CROWD:
            return None
        matching = [
            actor
            for actor in bearers
            if any(same_person(name, other) for other in self._names[actor])
        ]
        if len(matching) != 1:
            return None
        self._draft.merge(surface, matching[0], "another form of a full name in the article")
        return matching[0]

    def _listed(self, name: Name, surface: str) -> str | None:
        matching = {
            identity.id: identity
            for short in surnames(name)
            for identity in self._draft.table.offices.bearers(short)
            for form in (identity.name, *identity.aliases)
            if same_person(name, name_words(form))
        }
        if len(matching) != 1:
            return None
        actor = self.know(*matching.values())
        self._draft.merge(surface, actor, "another form of a full name in the identity table")
        return actor

    def _add(self, actor: str, name: Name) -> None:
        if name in self._full:
            return
        self._full[name] = actor
        self._names.setdefault(actor, []).append(name)
        if not family_first(name):
            self._first.setdefault(name[0], actor)
        for short in surnames(name):
            self._short.setdefault(short, {})[actor] = None


def _gender(name: Name) -> bool | None:
    """True for a woman's first name, False for a man's; None where it does not tell."""
    if family_first(name) or not name:
        return None
    return True if name[0] in WOMEN else False if name[0] in MEN else None


def clean_name(surface: str) -> str:
    r"""A name to show: invisible marks, brackets and quotation marks left out.

    >>> clean_name("Ahmad] al-\u200bSharaa")
    'Ahmad al-Sharaa'
    """
    visible = "".join(c for c in surface if unicodedata.category(c) not in ("Cf", "Cs"))
    return unicodedata.normalize("NFC", " ".join(_NOT_IN_NAMES.sub(" ", visible).split()))

"""One entry of the identity table, and what a form of words claims to name.

Read by `actors.reading`, joined and checked by `actors.table`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from slantwise.records import ActorKind

How = Literal[
    "name",
    "alias",
    "demonym",
    "metonym",
    "surname",
    "acronym",
    "composed",
    "definite",
    "pronoun",
    "group",
    "unlisted",
]
"""How a stretch of text was resolved to an actor."""


@dataclass(frozen=True, slots=True)
class Identity:
    """An actor as the identity table describes it.

    Attributes:
        id: stable slug, [a-z0-9-]+.
        name: the name shown.
        kind: what sort of actor.
        aliases: other names.
        acronyms: short forms in capitals, matched as they are written.
        demonyms: adjectives and nouns of the people of a place.
        metonyms: capitals, seats and buildings that stand for it.
        ambiguous: those of its names that also mean something else.
        titles: offices of a person.
        parent: id of the actor it rolls up to; None for none.
        valid_from: first day on which the entry holds (of a person: of the office).
        valid_to: last day.
        source: where the facts stand.
        note: remarks.
        path: the file it was read from.
        line: the line of that file where it begins, from 1.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    parent: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    note: str = ""
    path: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)

    @property
    def where(self) -> str:
        """File and line, for messages."""
        return f"{self.path}, line {self.line}"

    def holds(self, on: date | None) -> bool:
        """Whether the entry holds on that day; on an unknown day every entry does."""
        return on is None or (
            (self.valid_from is None or self.valid_from <= on)
            and (self.valid_to is None or on <= self.valid_to)
        )

    def overlaps(self, other: "Identity") -> bool:
        """Whether there is a day on which both entries hold."""
        start = max(self.valid_from or date.min, other.valid_from or date.min)
        return start <= min(self.valid_to or date.max, other.valid_to or date.max)

    def forms(self) -> Iterator[tuple[str, How]]:
        """Every form of words that names it, with how.

        A form that stands only under `ambiguous` counts as an alias.
        """
        yield self.name, "name"
        yield from ((form, "alias") for form in self.aliases)
        yield from ((form, "acronym") for form in self.acronyms)
        yield from ((form, "demonym") for form in self.demonyms)
        yield from ((form, "metonym") for form in self.metonyms)
        yield from ((form, "alias") for form in self.ambiguous)


@dataclass(frozen=True, slots=True)
class Claim:
    """One actor's claim to a form of words.

    Attributes:
        form: the words, folded (case kept).
        identity: the actor.
        how: name, alias, acronym, demonym or metonym.
        ambiguous: whether the form needs context to stand for this actor.
    """

    form: str
    identity: Identity
    how: How
    ambiguous: bool

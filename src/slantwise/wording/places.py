"""Where an article names an actor, or a place that is no actor, in one list.

Takes the mentions of `actors` and the entities of the tagger; a named place ("Kessel Bridge")
gets an id of its own, so that its wordings can be compared as an actor's can.
"""

import re
from dataclasses import dataclass

from slantwise.records import ActorKind, EncodedArticle, Linking, Span

PLACE = "place:"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOT_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Place:
    """One naming of an actor or a place.

    Attributes:
        span: where it stands.
        actor: actor id, or "place:…".
        how: how the mention was resolved; "entity" for a place.
        person: whether it is a person.
    """

    span: Span
    actor: str
    how: str
    person: bool


def places(encoded: EncodedArticle, linking: Linking) -> tuple[Place, ...]:
    """Mentions and named places in order; a place that touches a mention is left out."""
    persons = {actor.id for actor in linking.actors if actor.kind is ActorKind.PERSON}
    named = [
        Place(mention.span, mention.actor, mention.how, mention.actor in persons)
        for mention in linking.mentions
    ]
    taken = bytearray(len(encoded.text))
    for place in named:
        taken[place.span.start : place.span.end] = b"\x01" * len(place.span)
    for entity in encoded.entities:
        free = taken.find(1, entity.span.start, entity.span.end) < 0
        if entity.label in _PLACES and free and (name := slug(entity.span.of(encoded.text))):
            named.append(Place(entity.span, f"{PLACE}{name}", "entity", person=False))
    return tuple(sorted(named, key=lambda place: place.span))


def slug(name: str) -> str:
    """A place's name as an id; "" where no letter of it is left.

    >>> slug("the Kessel Bridge")
    'kessel-bridge'
    """
    lowered = name.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return _NOT_NAME.sub("-", lowered).strip("-")

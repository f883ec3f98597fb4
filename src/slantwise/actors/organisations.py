"""Organisations and peoples that the identity table does not know, and acronyms of the article."""

import re

from slantwise.actors.candidates import Candidates
from slantwise.actors.cast import Draft
from slantwise.actors.folding import fold_form
from slantwise.actors.people import People, clean_name
from slantwise.actors.roles import role_at
from slantwise.records import ActorKind, Entity, Span

_CODE = re.compile(r"[A-Za-z]{0,3}-?\d+[A-Za-z]?")
_FACILITY = frozenset(
    "base airbase airport airfield camp bridge street road avenue highway square stadium port "
    "prison crossing checkpoint hotel building tower strip valley river sea heights island "
    "islands bay gulf strait corridor park boulevard plaza terminal pipeline dam reactor act "
    "bill treaty accord accords agreement constitution".split()
)
_KINDS = {
    ActorKind.MEDIA: "radio tv television news times post daily gazette herald tribune journal "
    "magazine newspaper observer telegraph chronicle weekly broadcasting review",
    ActorKind.PARTY: "party",
    ActorKind.MINISTRY: "ministry department",
    ActorKind.COURT: "court tribunal",
    ActorKind.AGENCY: "police bureau",
    ActorKind.COMPANY: "inc inc. corp corp. co co. ltd ltd. llc plc corporation company airlines "
    "airways motors bank industries holdings pharmaceuticals",
    ActorKind.ARMED_GROUP: "brigade brigades battalion battalions militia",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}


def name_bodies(draft: Draft, people: People, found: Candidates) -> None:
    """Note mentions of bodies that only the tagger saw; the longest names first.

    Those named by their function alone ("the Defense Ministry") wait for `definites`.
    """
    known: dict[str, str] = {}
    bodies = [entity for entity in found.entities if entity.label == "ORG"]
    for entity in sorted(bodies, key=lambda e: (-len(e.span), e.span)):
        surface = entity.span.of(draft.page.text)
        if draft.free(entity.span) and not is_function(draft, entity.span):
            reason = _no_actor(draft, people, entity)
            if reason:
                draft.refuse(surface, "", reason)
            else:
                name_body(draft, entity.span, known)


def is_function(draft: Draft, span: Span) -> bool:
    """Whether a name says only what a body is, not whose: "Ministry of Health"."""
    words = draft.page.words_of(span)
    role = role_at(draft.page.lowers, words.start, words.stop)
    return role is not None and role[1] == words.stop


def name_body(draft: Draft, span: Span, known: dict[str, str]) -> None:
    """Note a mention of a body that the table does not know.

    Args:
        draft: the article so far.
        span: where the name stands.
        known: folded names of the bodies met so far and their ids; added to.
    """
    surface = span.of(draft.page.text)
    key = fold_form(surface).lower()
    longer = [] if key in known else [name for name in known if name.startswith(key + " ")]
    if len(longer) == 1 and len(key) > 3:
        actor = known[longer[0]]
        if draft.name(span, actor, "alias"):
            draft.merge(surface, actor, "the beginning of the one longer name here")
        return
    actor = known.get(key) or draft.unlisted(clean_name(surface), body_kind(key))
    if draft.name(span, actor, "unlisted"):
        known[key] = actor


def body_kind(name: str) -> ActorKind:
    """Kind of a body by the chief word of its lower-case name; organisation where it tells none.

    >>> body_kind("israeli army radio").value, body_kind("court of appeals").value
    ('media', 'court')
    """
    words = name.split(" of ")[0].split() or [""]
    return _KIND_OF.get(words[-1]) or ActorKind.ORGANISATION


def _no_actor(draft: Draft, people: People, entity: Entity) -> str:
    """Why an organisation's name stands for no actor; "" where it does."""
    surface = entity.span.of(draft.page.text)
    words = fold_form(surface).lower().split()
    if _CODE.fullmatch(surface):
        return "a code, not a name"
    if words and words[-1] in _FACILITY:
        return f"a place or document, by its {words[-1]!r}"
    if not any(character.isupper() for character in surface):
        return "not written as a name"
    if len(words) == 1 and people.short((words[0],)):
        return "the surname of several persons here, and nothing tells which"
    return ""


def name_peoples(draft: Draft, found: Candidates) -> None:
    """Note mentions of peoples and groups that only the tagger saw; places are refused."""
    for entity in found.entities:
        surface = entity.span.of(draft.page.text)
        if not draft.free(entity.span) or not surface[:1].isupper():
            continue
        if entity.label == "NORP":
            plural = fold_form(surface).lower()
            singular = plural.removesuffix("s") if len(plural) > 4 else plural
            key = draft.unlisted(singular, ActorKind.PEOPLE)
            member = draft.members[key]
            if member.name == singular:
                member.name = clean_name(surface)
            draft.name(entity.span, key, "unlisted")
        elif entity.label == "GPE":
            draft.refuse(surface, "", "a place that the identity table does not know")


def name_acronyms(draft: Draft, forms: dict[str, Span]) -> None:
    """Note mentions by acronyms whose long form is an actor; make it one where it is a body."""
    page = draft.page
    actors: dict[str, str] = {}
    for acronym, span in forms.items():
        naming = next(draft.touching(span), None)
        if naming is None:
            name_body(draft, span, {})
            naming = next(draft.touching(span), None)
        if naming and naming.span.end == span.end and naming.actor in draft.members:
            actors[acronym] = naming.actor
    lowers = {acronym.lower() for acronym in actors}
    for index, lower in enumerate(page.lowers):
        plain = page.word(index).replace(".", "") if lower.replace(".", "") in lowers else ""
        if plain in actors and draft.name(page.span(index, index + 1), actors[plain], "acronym"):
            draft.merge(page.word(index), actors[plain], "acronym explained in the article")

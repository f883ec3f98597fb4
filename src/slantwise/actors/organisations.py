"""Organisations and peoples that the identity table does not know, and acronyms of the article."""

import re

from slantwise.actors.candidates import Candidates
from slantwise.actors.cast import Draft
from slantwise.actors.evidence import Evidence
from slantwise.actors.folding import fold_form
from slantwise.actors.names import name_words
from slantwise.actors.people import People, clean_name
from slantwise.actors.relabel import FACILITIES
from slantwise.actors.roles import role_at
from slantwise.actors.titles import is_title_part
from slantwise.records import ActorKind, Entity, Span

_CODE = re.compile(r"[A-Za-z]{0,3}-?\d+[A-Za-z]?")
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
            reason = _no_actor(draft, entity)
            if reason:
                draft.refuse(surface, "", reason)
            elif not people.short(name_words(surface)):
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
    longer = [] if key in known else _longer(draft, key, known)
    if len(longer) == 1 and len(key) > 3:
        if draft.name(span, longer[0], "alias"):
            draft.merge(surface, longer[0], "part of the one longer name here")
        return
    actor = known.get(key) or draft.unlisted(clean_name(surface), body_kind(key))
    if draft.name(span, actor, "unlisted"):
        known[key] = actor


def _longer(draft: Draft, key: str, known: dict[str, str]) -> list[str]:
    """Bodies of which a name is the beginning, and papers of which it is the end ("the Post")."""
    begun = [actor for name, actor in known.items() if name.startswith(key + " ")]
    media = [m for m in draft.members.values() if m.kind is ActorKind.MEDIA]
    ended = [m.id for m in media if fold_form(m.name).lower().endswith(" " + key)]
    return list(dict.fromkeys([*begun, *ended]))


def body_kind(name: str) -> ActorKind:
    """Kind of a body by the chief word of its lower-case name; organisation where it tells none.

    >>> body_kind("israeli army radio").value, body_kind("court of appeals").value
    ('media', 'court')
    """
    words = name.partition(" of ")[0].split() or [""]
    return _KIND_OF.get(words[-1]) or ActorKind.ORGANISATION


def _no_actor(draft: Draft, entity: Entity) -> str:
    """Why an organisation's name stands for no actor; "" where it does."""
    surface = entity.span.of(draft.page.text)
    words = fold_form(surface).lower().split()
    if _CODE.fullmatch(surface):
        return "a code, not a name"
    if words and words[-1] in FACILITIES:
        return f"a place or document, by its {words[-1]!r}"
    if not any(character.isupper() for character in surface):
        return "not written as a name"
    if entity.span.start < draft.page.body and draft.page.text.count(surface) == 1:
        return "met in the headline alone, where capitals tell nothing"
    if all(is_title_part(word) for word in words):
        return "words of a title"
    if len(words) == 1 and _KIND_OF.get(words[0]) is ActorKind.COMPANY:
        return "the end of a company's name"
    return ""


def name_functions(draft: Draft, found: Candidates) -> None:
    """Note mentions of bodies named by their function alone ("the Defense Ministry").

    They go to the one actor with that function that the article names, else stand for
    themselves.
    """
    known: dict[str, str] = {}
    for entity in found.entities:
        if entity.label != "ORG" or not draft.free(entity.span):
            continue
        words = draft.page.words_of(entity.span)
        role = role_at(draft.page.lowers, words.start, words.stop)
        if role is None or role[1] != words.stop:
            continue
        surface = entity.span.of(draft.page.text)
        named = dict.fromkeys(naming.actor for naming in draft.namings)
        owners = [actor for actor in named if role[0].slug in draft.members[actor].roles]
        if not owners:
            name_body(draft, entity.span, known)
        elif len(owners) > 1:
            names = " or ".join(draft.members[owner].name for owner in owners)
            draft.refuse(surface, "", f"may be {names}")
        elif draft.name(entity.span, owners[0], "definite"):
            draft.merge(surface, owners[0], "the only body of that function in the article")


def name_peoples(draft: Draft, evidence: Evidence, found: Candidates) -> None:
    """Note mentions of peoples and groups that only the tagger saw; places are refused."""
    for entity in found.entities:
        surface = entity.span.of(draft.page.text)
        if not draft.free(entity.span) or not surface[:1].isupper():
            continue
        if entity.label == "NORP" and not _name_party(draft, evidence, entity.span):
            _name_people(draft, entity.span)
        elif entity.label == "GPE":
            draft.refuse(surface, "", "a place that the identity table does not know")


def _name_people(draft: Draft, span: Span) -> None:
    surface = span.of(draft.page.text)
    plural = fold_form(surface).lower()
    singular = plural.removesuffix("s") if len(plural) > 4 else plural
    key = draft.unlisted(singular, ActorKind.PEOPLE)
    member = draft.members[key]
    if member.name == singular:
        member.name = clean_name(surface)
    draft.name(span, key, "unlisted")


def _name_party(draft: Draft, evidence: Evidence, span: Span) -> bool:
    """Note "Democratic" as a mention of the Democratic Party that the article is about."""
    surface = span.of(draft.page.text)
    claims = draft.table.lookup(f"{surface} Party", draft.page.on)
    best = evidence.best(claim.identity for claim in claims)
    if best is None:
        return False
    actor = draft.listed(best)
    draft.merge(surface, actor, f"short for the party's name: {evidence.why(best)}")
    return draft.name(span, actor, "demonym")


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

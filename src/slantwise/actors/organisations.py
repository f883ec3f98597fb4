"""Mentions of organisations and peoples that only the tagger saw, and of explained acronyms."""

from slantwise.actors.bodies import Bodies, no_body
from slantwise.actors.candidates import Candidates
from slantwise.actors.cast import Draft
from slantwise.actors.channels import channel
from slantwise.actors.evidence import Evidence
from slantwise.actors.folding import fold_form
from slantwise.actors.group_nouns import noun_kind
from slantwise.actors.names import name_words
from slantwise.actors.people import People, clean_name
from slantwise.actors.places import is_where
from slantwise.actors.relabel import BODY_WORDS
from slantwise.actors.roles import Role, role_at
from slantwise.actors.setting import institution_here
from slantwise.records import ActorKind, Span

_NAMED = frozenset({"name", "alias", "unlisted"})
_NO_BODIES = frozenset(
    {
        *(ActorKind.PERSON, ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PEOPLE),
        *(ActorKind.GROUP, ActorKind.ROLE),
    }
)


def name_bodies(draft: Draft, people: People, found: Candidates) -> None:
    """Note mentions of bodies that only the tagger saw; the longest names first.

    Those named by their function alone ("the Defense Ministry") wait for `name_functions`.
    """
    bodies = Bodies(draft)
    entities = [entity for entity in found.entities if entity.label == "ORG"]
    for entity in sorted(entities, key=lambda e: (-len(e.span), e.span)):
        surface = entity.span.of(draft.page.text)
        if not draft.free(entity.span) or _function(draft, entity.span):
            continue
        words = draft.page.words_of(entity.span)
        reason = no_body(draft, entity) or channel(draft.page, words)
        if not reason and is_where(draft.page, words) and not _has_body_word(draft, words):
            reason = "a place, by the preposition before it"
        if _name_person_in(draft, people, entity.span):
            continue
        if reason:
            draft.refuse(surface, "", reason)
        elif not people.short(name_words(surface)):
            bodies.name(entity.span)


def name_short_bodies(draft: Draft) -> None:
    """Note "the Party" in capitals as the one body met before it whose name ends in that word."""
    page = draft.page
    ends: dict[str, dict[str, int]] = {}
    for naming in draft.namings:
        words = page.words_of(naming.span)
        named = naming.how in _NAMED and draft.kind(naming.actor) not in _NO_BODIES
        if (
            named
            and len(words) > 1
            and page.capital(words[-1])
            and page.starts[words[0]] >= page.body
        ):
            bodies = ends.setdefault(page.lowers[words[-1]], {})
            bodies.setdefault(naming.actor, words.stop)
    for index, lower in enumerate(page.lowers):
        met = [actor for actor, after in ends.get(lower, {}).items() if after <= index]
        if not met or page.lower(index - 1) != "the" or not page.capital(index):
            continue
        alone = not (page.near(index + 1, index) and page.capital(index + 1))
        if page.starts[index] < page.body or not alone:
            continue
        surface = page.word(index)
        if len(met) > 1:
            names = " or ".join(draft.members[actor].name for actor in met[:3])
            draft.refuse(surface, "", f"may be {names}")
        elif draft.name(page.span(index, index + 1), met[0], "alias"):
            draft.merge(surface, met[0], "the end of the one longer name here")


def _has_body_word(draft: Draft, words: range) -> bool:
    """Whether a name says itself that it is a body's: "in Sunrise Bank", "in OPEC"."""
    page = draft.page
    return page.word(words[-1]).isupper() or any(
        noun_kind(page.lowers[i], plural=False) or page.lowers[i] in BODY_WORDS for i in words
    )


def _name_person_in(draft: Draft, people: People, span: Span) -> bool:
    """Note the person met in full who ends what the tagger took for a body."""
    page = draft.page
    words = page.words_of(span)
    for first in range(max(words.start + 1, words.stop - 3), words.stop - 1):
        part = page.span(first, words.stop)
        actor = people.full(name_words(part.of(page.text)))
        if actor:
            return draft.name(part, actor, "unlisted" if actor.startswith("unlisted:") else "name")
    return False


def _function(draft: Draft, span: Span) -> Role | None:
    """The role that a whole name consists of ("Ministry of Health"); None where it says more."""
    words = draft.page.words_of(span)
    role = role_at(draft.page.lowers, words.start, words.stop)
    return role[0] if role is not None and role[1] == words.stop else None


def name_functions(draft: Draft, found: Candidates) -> None:
    """Note mentions of bodies named by their function alone ("the Defense Ministry").

    They go to the one actor with that function that the article names, else stand for
    themselves.
    """
    bodies, bearers = Bodies(draft), _bearers(draft)
    for entity in found.entities:
        role = _function(draft, entity.span) if entity.label == "ORG" else None
        if role is None or not draft.free(entity.span):
            continue
        surface = entity.span.of(draft.page.text)
        owners = bearers.get(role.slug, [])
        here = None if owners else institution_here(draft, role)
        if here:
            if draft.name(entity.span, here, "definite"):
                draft.merge(surface, here, "the article names no other state as often")
        elif not owners:
            bodies.name(entity.span)
        elif len(owners) > 1:
            names = " or ".join(draft.members[owner].name for owner in owners[:3])
            draft.refuse(surface, "", f"may be {names}")
        elif draft.name(entity.span, owners[0], "definite"):
            draft.merge(surface, owners[0], "the only body of that function in the article")


def _bearers(draft: Draft) -> dict[str, list[str]]:
    """Role → the actors of that role that the article names."""
    bearers: dict[str, list[str]] = {}
    for actor in dict.fromkeys(naming.actor for naming in draft.namings):
        for role in draft.members[actor].roles:
            bearers.setdefault(role, []).append(actor)
    return bearers


def name_peoples(draft: Draft, evidence: Evidence, found: Candidates) -> None:
    """Note mentions of peoples and groups that only the tagger saw; places are refused."""
    for entity in found.entities:
        surface = entity.span.of(draft.page.text)
        if not draft.free(entity.span) or not surface[:1].isupper():
            continue
        where = is_where(draft.page, draft.page.words_of(entity.span))
        if entity.label == "NORP" and where and not surface.endswith("s"):
            draft.refuse(surface, "", "a place, by the preposition before it")
        elif entity.label == "NORP" and not _name_party(draft, evidence, entity.span):
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
    page, bodies = draft.page, Bodies(draft)
    actors: dict[str, str] = {}
    for acronym, span in forms.items():
        naming = next(draft.touching(span), None)
        if naming is None:
            bodies.name(span)
            naming = next(draft.touching(span), None)
        if naming and naming.span.end == span.end and naming.actor in draft.members:
            actors[acronym] = naming.actor
    lowers = {acronym.lower() for acronym in actors}
    for index, lower in enumerate(page.lowers):
        plain = page.word(index).replace(".", "") if lower.replace(".", "") in lowers else ""
        if plain in actors and draft.name(page.span(index, index + 1), actors[plain], "acronym"):
            draft.merge(page.word(index), actors[plain], "acronym explained in the article")

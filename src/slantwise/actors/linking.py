"""The actors of an article: who is named where, and who speaks.

Takes an encoded article, its attributions and the identity table; gives a `Linking`. Every merge
of names and every refusal is in its decisions, with the reason.
"""

from slantwise.actors.acronyms import long_forms
from slantwise.actors.affiliations import affiliate
from slantwise.actors.candidates import candidates
from slantwise.actors.capitals import with_bodies, with_full_names
from slantwise.actors.cast import Draft
from slantwise.actors.composing import compose
from slantwise.actors.definites import name_definites
from slantwise.actors.evidence import Evidence
from slantwise.actors.groups import name_groups
from slantwise.actors.headed import compose_headed
from slantwise.actors.listed import name_listed
from slantwise.actors.organisations import (
    name_acronyms,
    name_bodies,
    name_functions,
    name_peoples,
    name_short_bodies,
)
from slantwise.actors.page import lay_out
from slantwise.actors.people import People
from slantwise.actors.persons import PersonNamer, name_missed, name_persons
from slantwise.actors.phrases import phrases
from slantwise.actors.places import without_datelines
from slantwise.actors.speakers import Speakers
from slantwise.actors.successions import settle_eras
from slantwise.actors.table import IdentityTable
from slantwise.records import Actor, ActorKind, Attribution, EncodedArticle, Linking, Mention, Span

_STATES = frozenset({ActorKind.STATE, ActorKind.TERRITORY})
_ORGANS = frozenset(
    {
        *(ActorKind.GOVERNMENT, ActorKind.MINISTRY, ActorKind.ARMY, ActorKind.COURT),
        *(ActorKind.AGENCY, ActorKind.PERSON, ActorKind.PEOPLE),
    }
)


def link(
    encoded: EncodedArticle, attributions: tuple[Attribution, ...], table: IdentityTable
) -> Linking:
    """Mentions, actors, speakers and decisions of one article.

    An article without words gives no mentions and no actors; its attributions come back as they
    are. The input is not changed.

    Args:
        encoded: the article with its words and entities; head outputs are not read.
        attributions: of the same article, in any order; given back in the same order.
        table: the identity table.
    """
    page = lay_out(encoded)
    draft = Draft(page, table)
    matches = table.matches(page.folded, page.on)
    entities = with_full_names(page, matches, without_datelines(page, encoded.entities))
    entities = with_bodies(page, matches, entities)
    found = candidates(page, matches, entities)
    forms = long_forms(page, entities)
    people = People(draft)
    people.meet(found)
    evidence = Evidence(table, found.sightings)
    namer = PersonNamer(draft, people, evidence)
    name_listed(namer, found.sightings, frozenset(forms))
    name_persons(namer, found)
    name_acronyms(draft, forms)
    name_bodies(draft, people, found)
    name_short_bodies(draft)
    affiliate(draft)
    compose(draft)
    compose_headed(draft)
    settle_eras(draft)
    name_missed(namer, found)
    name_peoples(draft, evidence, found)
    name_functions(draft, found)
    unnamed = tuple(phrases(draft))
    refused = name_definites(draft, encoded.quotations, unnamed)
    name_groups(draft, unnamed, skip=refused)
    speakers = Speakers(draft)
    filled = speakers.fill(attributions)
    mentions = tuple(
        Mention(n.span, page.sentence_at(n.span.start), n.actor, n.how) for n in draft.namings
    )
    return Linking(mentions, _actors(draft, speakers.seen), filled, draft.decisions)


def _actors(draft: Draft, spoken: dict[str, list[Span]]) -> tuple[Actor, ...]:
    """Actors in order of first mention or speech, then the parents of those that have any."""
    first: dict[str, int] = {}
    aliases: dict[str, dict[str, None]] = {}
    text = draft.page.text
    for naming in draft.namings:
        first.setdefault(naming.actor, naming.span.start)
        if naming.how != "pronoun":
            aliases.setdefault(naming.actor, {})[naming.span.of(text)] = None
    for actor, sources in spoken.items():
        if actor not in first:
            aliases[actor] = dict.fromkeys(source.of(text) for source in sources)
        first[actor] = min(first.get(actor, len(text)), *(s.start for s in sources))
    seen = sorted(first, key=lambda actor: (first[actor], actor))
    return tuple(_actor(draft, key, aliases.get(key, {})) for key in _with_parents(draft, seen))


def _with_parents(draft: Draft, actors: list[str]) -> list[str]:
    order = dict.fromkeys(actors)
    for actor in actors:
        parent = _rolls_up_to(draft, actor)
        while parent and parent not in order:
            if parent not in draft.members:
                draft.listed(draft.table.identities[parent])
            order[parent] = None
            parent = _rolls_up_to(draft, parent)
    return list(order)


def _rolls_up_to(draft: Draft, actor: str) -> str | None:
    """The actor's parent; none where words about the actor are not about the parent.

    A party is not its state, but may be of a side. Of what is only named by whose it is ("Turkish
    truckers", "Syrian rebels"), the organs and office holders of a state speak and act for it,
    and nobody else.
    """
    member = draft.members[actor]
    if member.kind is ActorKind.PARTY and not draft.table.is_side(member.parent or ""):
        return None
    if "/" in actor and member.parent:
        organ = member.kind in _ORGANS and draft.kind(member.parent) in _STATES
        return member.parent if organ else None
    return member.parent


def _actor(draft: Draft, key: str, aliases: dict[str, None]) -> Actor:
    member = draft.members[key]
    return Actor(member.id, member.name, member.kind, _rolls_up_to(draft, key), tuple(aliases))

"""Which of the successive institutions of a state a mention means, once all names are decided.

The army of Syria before December 2024 is not the army after it. On a dated article the day
decides, unless words say that the former one is meant. Without a day, such words decide, then
those whom the article gives an office; where nothing tells, the mention stays one of the state's
army, of whatever time.
"""

from collections.abc import Iterable
from datetime import date

from slantwise.actors.cast import Draft, Naming
from slantwise.actors.eras import Era, era_at
from slantwise.actors.roles import ROLES, Role
from slantwise.actors.word_lists import word_list

SUCCEEDED = {role.slug: role for role in (ROLES["army"], ROLES["government"], ROLES["parliament"])}
"""Institutions of a state of which one may follow another, by slug."""
# Former soldiers and officials are men and women, not a former body.
_BODY_NOUNS = word_list(
    "army armies military militaries forces government governments regime authorities "
    "administration cabinet parliament legislature"
)


def succeeded(draft: Draft, actor: str) -> tuple[str, Role] | None:
    """Whose institution an actor is, and which, where bodies of that role follow one another."""
    identity = draft.table.identities.get(actor)
    if identity is None:
        parent, _, slug = actor.partition("/")
        known = parent in draft.table.identities and slug in SUCCEEDED
        return (parent, SUCCEEDED[slug]) if known else None
    slugs = draft.table.offices.roles(actor) & SUCCEEDED.keys()
    if identity.parent is None or len(slugs) != 1:
        return None
    return identity.parent, SUCCEEDED[min(slugs)]


def of_time(draft: Draft, actors: Iterable[str], role: Role, *, era: Era) -> list[str]:
    """Those of the article's actors that are a former institution of a role, or one of now."""
    return [actor for actor in actors if _is_of_time(draft, actor, role, era=era)]


def _is_of_time(draft: Draft, actor: str, role: Role, *, era: Era) -> bool:
    member, identity = draft.members[actor], draft.table.identities.get(actor)
    on = draft.page.on
    over = bool(identity and identity.valid_to and (on is None or identity.valid_to < on))
    if era is Era.FORMER:
        return f"former-{role.slug}" in member.roles or (over and role.slug in member.roles)
    return role.slug in member.roles and not over


def settle_eras(draft: Draft) -> None:
    """Give mentions of a state's army, government or parliament to the one of the right time."""
    for naming in list(draft.namings):
        if naming.span in draft.settled:
            continue
        found = succeeded(draft, naming.actor)
        if found and (settled := _settled(draft, naming, *found)):
            actor, reason = settled
            if actor != naming.actor:
                draft.rename(naming, actor, naming.how)
                draft.merge(naming.span.of(draft.page.text), actor, reason)


def _settled(draft: Draft, naming: Naming, parent: str, role: Role) -> tuple[str, str] | None:
    """The actor of the right time, and why; None to leave it as it is."""
    words = draft.page.words_of(naming.span)
    draft.listed(draft.table.identities[parent])
    era = era_at(draft.page, words)
    on = draft.page.on
    identity = draft.table.identities.get(naming.actor)
    if era is Era.FORMER:
        of_men = draft.page.lowers[words[-1]] not in _BODY_NOUNS
        if of_men or _is_of_time(draft, naming.actor, role, era=era):
            return None
        return draft.composed(parent, role, era=era), "called former"
    if on is not None or identity is not None:
        # The day has decided; without one, a name that one body alone bears.
        return None
    if era is Era.PRESENT:
        return draft.composed(parent, role, era=era), "called the new one"
    return _of_the_time(draft, parent, role)


def _of_the_time(draft: Draft, parent: str, role: Role) -> tuple[str, str] | None:
    """The body of the time at which all whom an undated article gives an office held it."""
    first = max((p.valid_from or date.min for p in draft.in_office), default=date.min)
    last = min((p.valid_to or date.max for p in draft.in_office), default=date.max)
    body = draft.table.offices.body_within(parent, role, first, last)
    if body is None or not draft.in_office:
        return None
    names = ", ".join(dict.fromkeys(person.name for person in draft.in_office))
    return draft.listed(body), f"of the time when {names} held office"

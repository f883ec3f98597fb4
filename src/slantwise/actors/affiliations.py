"""Whose office a person holds: "Turkish Foreign Minister Hakan Fidan", "…, Türkiye's envoy"."""

from slantwise.actors.cast import OWNERS, Draft, Naming
from slantwise.actors.page import POSSESSIVE, Page
from slantwise.actors.roles import Role, role_at
from slantwise.actors.titles import PAST, Title, title_before
from slantwise.records import ActorKind

_ADJECTIVAL = frozenset({"demonym", "acronym", "name", "alias", "metonym"})


def affiliate(draft: Draft) -> None:
    """Give persons the offices and parents that their titles tell.

    A demonym that only says whose office it is ("Turkish Foreign Minister Hakan Fidan") is part
    of the person's title and no mention of the state; "Türkiye's" stays one.
    """
    persons = [n for n in draft.namings if draft.kind(n.actor) is ActorKind.PERSON]
    for naming in persons:
        words = draft.page.words_of(naming.span)
        title = title_before(draft.page, words.start)
        if title:
            _take_title(draft, naming, title)
        _take_apposition(draft, naming, words.stop)


def _take_title(draft: Draft, naming: Naming, title: Title) -> None:
    member = draft.members[naming.actor]
    if title.female is not None and member.female is None:
        member.female = title.female
    owner, adjectival = _owner_before(draft, title.first)
    past = title.past or (owner is not None and _past_before(draft.page, owner))
    if not past:
        _note_term(draft, naming, title)
        member.roles |= title.roles
    if owner is None or not title.roles:
        return
    if title.of_state and not past:
        _join(draft, naming, owner)
    if adjectival and draft.kind(owner.actor) in OWNERS:
        draft.unname(owner)


def _note_term(draft: Draft, naming: Naming, title: Title) -> None:
    """Note who is called by a title that the table gives them: the article is of their time."""
    identity = draft.table.identities.get(naming.actor)
    if identity and title.roles & draft.table.offices.roles(identity.id):
        draft.in_office.append(identity)


def _owner_before(draft: Draft, first: int) -> tuple[Naming | None, bool]:
    """The mention right before a title, and whether it stands there like an adjective."""
    page, index = draft.page, first - 1
    possessive = page.lower(index) in POSSESSIVE
    index -= possessive
    if not page.near(index, first):
        return None, False
    owner = draft.at_word(index)
    return owner, owner is not None and not possessive and owner.how in _ADJECTIVAL


def _past_before(page: Page, owner: Naming) -> bool:
    first = page.words_of(owner.span).start
    return page.near(first - 1, first) and page.lowers[first - 1] in PAST


def _join(draft: Draft, naming: Naming, owner: Naming) -> None:
    member, page = draft.members[naming.actor], draft.page
    whole = page.text[min(owner.span.start, naming.span.start) : naming.span.end]
    if not naming.actor.startswith("unlisted:") or owner.actor == naming.actor:
        return
    if member.parent is None and draft.top(owner.actor) != naming.actor:
        member.parent = owner.actor
        name = draft.members[owner.actor].name
        draft.merge(whole, naming.actor, f"title with name: part of {name}")


def _take_apposition(draft: Draft, naming: Naming, after: int) -> None:
    """Read what follows a name: ", the Turkish foreign minister" or ", president of Türkiye"."""
    page = draft.page
    if page.lower(after) != "," or not page.near(after, after - 1):
        return
    start = after + 1
    while page.near(start, after) and start - after < 4 and page.tags[start] in ("DT", "JJ"):
        if draft.at_word(start) or page.lowers[start] in PAST:
            break
        start += 1
    if not page.near(start, after) or page.lowers[start] in PAST:
        return
    owner, role = _office_at(draft, start)
    if owner and role and role.kind is ActorKind.PERSON:
        draft.members[naming.actor].roles.add(role.slug)
        _join(draft, naming, owner)
        if owner.how == "demonym":
            draft.unname(owner)


def _office_at(draft: Draft, start: int) -> tuple[Naming | None, Role | None]:
    page, stop = draft.page, min(len(draft.page), start + 12)
    owner = draft.at_word(start)
    if owner:
        end = page.words_of(owner.span).stop
        found = role_at(page.lowers, end + (page.lower(end) in POSSESSIVE), stop)
        return owner, found[0] if found else None
    found = role_at(page.lowers, start, stop)
    if found is None or page.lower(found[1]) != "of":
        return None, None
    after = found[1] + 1
    return draft.at_word(after + (page.lower(after) == "the")), found[0]

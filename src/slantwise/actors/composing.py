"""Institutions named by whose they are: "Turkish Defense Ministry", "the army of Syria".

Takes the mentions of states, places and peoples; turns each that only says whose into a mention
of the institution, rolled up to its owner.
"""

from dataclasses import dataclass
from datetime import date

from slantwise.actors.cast import OWNERS, Draft, Naming
from slantwise.actors.eras import Era, era_at
from slantwise.actors.folding import slug
from slantwise.actors.group_nouns import noun_kind
from slantwise.actors.page import NOUNS, POSSESSIVE, Page
from slantwise.actors.roles import BETWEEN, TAILS, Role, role_at
from slantwise.actors.titles import PAST
from slantwise.records import ActorKind

_ANCHORS = frozenset({"name", "alias", "demonym", "acronym", "metonym"})
_ADJECTIVES = frozenset({"demonym", "acronym"})
_MODIFYING = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "HYPH", "RB", "CD"})
_INDEFINITE = frozenset({"a", "an", "any", "every", "no", "each", "another"})
_ROW = frozenset({"and", "or", ",", "the", "-", "–", "&"})


@dataclass(frozen=True, slots=True)
class _Institution:
    """A role phrase after an owner, from word `first` to the word before `end`.

    Attributes:
        role: what it is.
        first: its first word.
        end: the word after it.
        crossed: whether another mention stands between owner and phrase.
    """

    role: Role
    first: int
    end: int
    crossed: bool


def compose(draft: Draft) -> None:
    """Turn mentions of owners into mentions of their institutions, where the text names them."""
    anchors = [n for n in draft.namings if n.how in _ANCHORS and draft.kind(n.actor) in OWNERS]
    row: tuple[Naming, Role] | None = None
    # Backwards: "both the Turkish and Israeli armies" is known by its end.
    for anchor in reversed(anchors):
        role = _of_owner(draft, anchor) or _after_owner(draft, anchor)
        if role is None and row and anchor.how in _ADJECTIVES and _in_row(draft, anchor, row[0]):
            role = row[1]
            _rename(draft, anchor, role)
        row = (anchor, role) if role else None


def _after_owner(draft: Draft, anchor: Naming) -> Role | None:
    page = draft.page
    words = page.words_of(anchor.span)
    possessive = page.lower(words.stop) in POSSESSIVE
    found = _institution(draft, words.stop + possessive)
    if found is None or not page.near(words.start, found.first):
        return None
    if not possessive and anchor.how in ("name", "alias") and not page.capital(found.first):
        # "Hong Kong police arrested", but "in Israel troops arrested".
        governed = page.near(words.start - 1, words.start) and page.tags[words.start - 1] == "IN"
        if governed or found.first != words.stop:
            return None
    person = found.role.kind is ActorKind.PERSON
    if person and (_nobody(page, words.start) or _person_follows(draft, found.end)):
        return None
    if anchor.how == "metonym" and found.role.slug != "officials":
        return None
    if page.lowers[found.end - 1] in ("presidents", "ministers", "chancellors"):
        # Several holders of one office are nobody in particular; in a row each is one state's.
        return found.role if page.lower(words.start - 1) in _ROW else None
    _note(draft, anchor, found, apart=possessive and (person or found.crossed))
    if found.role.slug == "government":
        era = era_at(page, range(words.start, found.end))
        compose_of(draft, words.start, anchor.actor, era=era)
    return found.role


def _nobody(page: Page, first: int) -> bool:
    """Whether an office is spoken of without its holder: "former", "a sitting U.S. president"."""
    before = [page.lower(i) for i in (first - 1, first - 2) if page.near(i, first)]
    return any(word in PAST or word in _INDEFINITE for word in before)


def _person_follows(draft: Draft, end: int) -> bool:
    """Whether a name is set beside an office: "South Korea's president, Moon Jae-in"."""
    beside = draft.at_word(end + 1) if draft.page.lower(end) == "," else None
    return beside is not None and draft.kind(beside.actor) is ActorKind.PERSON


def _note(draft: Draft, anchor: Naming, found: _Institution, *, apart: bool) -> None:
    """Note the institution, in place of its owner or (`apart`) beside it."""
    page = draft.page
    actor = draft.composed(anchor.actor, found.role)
    if apart:
        span = page.span(found.first, found.end)
    else:
        span = page.span(page.words_of(anchor.span).start, found.end)
        draft.unname(anchor)
    if draft.name(span, actor, "composed"):
        owner = draft.members[anchor.actor].name
        draft.merge(span.of(page.text), actor, f"institution or office of {owner}")
    elif not apart:
        draft.name(anchor.span, anchor.actor, anchor.how)


def _rename(draft: Draft, anchor: Naming, role: Role) -> None:
    actor = draft.composed(anchor.actor, role)
    draft.unname(anchor)
    draft.name(anchor.span, actor, "composed")
    surface = anchor.span.of(draft.page.text)
    draft.merge(f"{surface} … {role.label}", actor, "shares the noun of the row it stands in")


def _in_row(draft: Draft, anchor: Naming, after: Naming) -> bool:
    page = draft.page
    gap = range(page.words_of(anchor.span).stop, page.words_of(after.span).start)
    return 0 < len(gap) <= 3 and all(page.lowers[i] in _ROW for i in gap)


def _institution(draft: Draft, start: int) -> _Institution | None:
    """The institution that the words from `start` name; None where they name none."""
    page, index, crossed = draft.page, start, False
    while index < start + 6 and page.near(index, start):
        naming = draft.at_word(index)
        if naming:
            index = _past_qualifier(page, page.words_of(naming.span).stop)
            if not index:
                return None
            crossed = True
            continue
        found = role_at(page.lowers, index, min(len(page), index + 8)) or _group(page, start, index)
        if found and is_head(draft, found[1]):
            return _Institution(found[0], index, found[1], crossed)
        capital = page.capital(index) and page.lowers[index] not in BETWEEN
        if page.tags[index] not in _MODIFYING or (capital and not found):
            return None
        if page.hyphen(index) and index == start:
            return None
        index += 1
    return None


def _group(page: Page, start: int, index: int) -> tuple[Role, int] | None:
    """People or a body that no state has one of: "rail workers", "unions"."""
    if page.tags[index] not in NOUNS or not page.word(index).islower():
        return None
    kind = noun_kind(page.lowers[index], plural=page.tags[index] in ("NNS", "NNPS"))
    if kind is None:
        return None
    first = index
    while first > start and page.tags[first - 1] in ("NN", "NNS"):
        first -= 1
    words = page.span(first, index + 1).of(page.text)
    return Role(slug(words), words, kind), index + 1


def _past_qualifier(page: Page, index: int) -> int:
    """The word after "-run" in "Hamas-run"; 0 where no such qualifier stands there."""
    qualified = page.hyphen(index) and page.tag(index + 1) in ("VBN", "VBD", "NN")
    return index + 2 if qualified else 0


def is_head(draft: Draft, end: int) -> bool:
    """Whether a role phrase that ends before word `end` is the head, not part of a compound."""
    page = draft.page
    if not page.near(end, end - 1):
        return True
    naming = draft.at_word(end)
    if naming and draft.kind(naming.actor) is ActorKind.PERSON:
        return False
    if page.hyphen(end):
        return False
    return page.tags[end] not in NOUNS or page.lowers[end] in TAILS


def _of_owner(draft: Draft, anchor: Naming) -> Role | None:
    """Compose "the government of Israel" with what stands before the owner."""
    page = draft.page
    words = page.words_of(anchor.span)
    of = words.start - 1 - (page.lower(words.start - 1) == "the")
    if page.lower(of) != "of" or page.lower(words.stop) in POSSESSIVE:
        return None
    if not page.near(of, words.start) or anchor.how == "demonym":
        return None
    for start in range(max(0, of - 6), of):
        found = role_at(page.lowers, start, of)
        span = page.span(start, words.start)
        if found and found[1] == of and page.near(start, of) and draft.free(span):
            draft.unname(anchor)
            whole = page.span(start, words.stop)
            actor = draft.composed(anchor.actor, found[0])
            draft.name(whole, actor, "composed")
            owner = draft.members[anchor.actor].name
            draft.merge(whole.of(page.text), actor, f"institution or office of {owner}")
            return found[0]
    return None


def compose_of(
    draft: Draft, owner: int, state: str, *, era: Era = Era.UNTOLD, on: date | None = None
) -> None:
    """Note "the armed forces" before "of Sharaa's government" as the state's that it governs.

    Args:
        draft: the article so far.
        owner: the first word of the government's name, without its article.
        state: whose government it is.
        era: whether it is called the former one, or that of now.
        on: a day on which it governed; None for that of publication.
    """
    page = draft.page
    of = owner - 1 - (page.lower(owner - 1) == "the")
    if page.lower(of) != "of" or not page.near(of, owner):
        return
    for start in range(max(0, of - 3), of):
        found = role_at(page.lowers, start, of)
        span = page.span(start, of)
        if found and found[1] == of and page.near(start, of) and draft.free(span):
            actor = draft.composed(state, found[0], era=era, on=on)
            if draft.name(span, actor, "composed"):
                draft.settled.add(span)
                name = draft.members[state].name
                draft.merge(span.of(page.text), actor, f"of the government of {name}")
            return

"""Governments and armies named by who heads them: "the Trump administration", "Assad's forces".

Takes the mentions of persons; where bodies of a state follow one another, the one of the head's
own time is meant.
"""

from datetime import date

from slantwise.actors.cast import Draft, Naming
from slantwise.actors.composing import compose_of, is_head
from slantwise.actors.folding import slug
from slantwise.actors.page import POSSESSIVE
from slantwise.actors.roles import GOVERNING, ROLES, Role, role_at
from slantwise.records import ActorKind

_HEADS = frozenset(
    {
        *("president", "prime-minister", "king", "queen", "chancellor", "supreme-leader"),
        *("emir", "sultan", "crown-prince", "leader"),
    }
)
"""Offices whose holders an army may be named by."""


def compose_headed(draft: Draft) -> None:
    """Note mentions of governments and armies by the persons who head them."""
    for naming in [n for n in draft.namings if draft.kind(n.actor) is ActorKind.PERSON]:
        words = draft.page.words_of(naming.span)
        possessive = draft.page.lower(words.stop) in POSSESSIVE
        noun = words.stop + possessive
        state = draft.top(naming.actor)
        if (
            not draft.page.near(noun, words.start)
            or state == naming.actor
            or state not in draft.table.identities
        ):
            continue
        if draft.page.lowers[noun] in GOVERNING and is_head(draft, noun + 1):
            _government(draft, naming, noun=noun, state=state)
        elif possessive and _is_head_of_state(draft, naming.actor):
            _army(draft, naming, noun=noun, state=state)


def _is_head_of_state(draft: Draft, actor: str) -> bool:
    return bool(draft.table.offices.roles(actor) & _HEADS)


def _day(draft: Draft, actor: str) -> date | None:
    """A day of a head's time: that of publication, or the last in office before it."""
    on, head = draft.page.on, draft.table.identities.get(actor)
    if head is None or head.valid_from is None or (on is not None and head.holds(on)):
        return on
    if on is not None and on < head.valid_from:
        return on
    return head.valid_to or date.max


def _government(draft: Draft, naming: Naming, *, noun: int, state: str) -> None:
    page, words = draft.page, draft.page.words_of(naming.span)
    draft.listed(draft.table.identities[state])
    day = _day(draft, naming.actor)
    actor = _headed(draft, naming, noun=noun, state=state)
    draft.members[actor].roles.add("government")
    possessive = noun > words.stop
    span = page.span(noun if possessive else words.start, noun + 1)
    if not possessive:
        draft.unname(naming)
    if draft.name(span, actor, "composed"):
        draft.settled.add(span)
        draft.merge(page.span(words.start, noun + 1).of(page.text), actor, "named by its head")
    compose_of(draft, words.start, state, on=day)


def _headed(draft: Draft, naming: Naming, *, noun: int, state: str) -> str:
    """The id of the government that somebody heads: listed by their name, or of their time."""
    page, day = draft.page, _day(draft, naming.actor)
    surname = page.word(page.words_of(naming.span).stop - 1)
    noted = "administration" if page.lowers[noun] == "administration" else "government"
    claims = draft.table.lookup(f"{surname} {noted}", page.on)
    if len(claims) == 1:
        return draft.listed(claims[0].identity)
    if listed := draft.table.offices.body(state, ROLES["government"], day):
        return draft.listed(listed)
    # One government, whether the text calls it "administration" or "regime".
    role = Role(slug(f"{surname} government"), "government", ActorKind.GOVERNMENT)
    return draft.made(state, role, f"{surname} {noted}")


def _army(draft: Draft, naming: Naming, *, noun: int, state: str) -> None:
    """Note "Assad's forces" as the army of the state, of the time when he headed it."""
    page = draft.page
    found = role_at(page.lowers, noun, min(len(page), noun + 4))
    if found is None or found[0].slug != "army" or not is_head(draft, found[1]):
        return
    span = page.span(noun, found[1])
    if page.lower(found[1]) == "of" or not draft.free(span):
        return
    draft.listed(draft.table.identities[state])
    actor = draft.composed(state, found[0], on=_day(draft, naming.actor))
    if draft.name(span, actor, "composed"):
        draft.settled.add(span)
        whole = page.span(page.words_of(naming.span).start, found[1])
        draft.merge(whole.of(page.text), actor, "named by the head of its state")

"""The one state that an article is about, to which "the army" and "the president" belong."""

from collections import Counter

from slantwise.actors.cast import Draft
from slantwise.actors.eras import Era
from slantwise.actors.roles import Role
from slantwise.records import ActorKind

# A second state must be named at most a third as often: the margin that `evidence` uses.
_MARGIN = 3
_OF_A_STATE = frozenset(
    {
        *("government", "army", "parliament", "supreme-court", "constitutional-court"),
        *("central-bank", "president", "prime-minister", "vice-president", "king", "queen"),
        *("chancellor", "crown-prince", "supreme-leader", "emir", "sultan", "air-force", "navy"),
    }
)
_TOPS = frozenset({ActorKind.STATE, ActorKind.TERRITORY})


def only_state(draft: Draft) -> str | None:
    """The state or territory that an article names alone, or thrice as often as any other."""
    counts: Counter[str] = Counter()
    for actor in (*(naming.actor for naming in draft.namings), *draft.settings):
        top = draft.top(actor)
        entry = draft.table.identities.get(top)
        if entry and entry.kind in _TOPS:
            counts[top] += 1
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] * _MARGIN > ranked[0][1]):
        return None
    return ranked[0][0]


def of_a_state(role: Role) -> bool:
    """Whether each state has one such institution or office: its army, not its police."""
    return role.slug in _OF_A_STATE or (
        role.slug.endswith(("-ministry", "-minister")) and role.slug != "prime-minister"
    )


def institution_here(draft: Draft, role: Role, *, era: Era = Era.UNTOLD) -> str | None:
    """The institution of that role of the one state that an article is about; None for none.

    Args:
        draft: the article so far.
        role: what it is.
        era: whether it is called the former one, or that of now.
    """
    if not of_a_state(role):
        return None
    # Counted once: the few mentions noted since do not change what the article is about.
    draft.state = draft.state or (only_state(draft),)
    (state,) = draft.state
    if state is None:
        return None
    draft.listed(draft.table.identities[state])
    return draft.composed(state, role, era=era)

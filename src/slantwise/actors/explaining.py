"""What the identity table says of a name, entry by entry: who may be meant, and who may not.

For `slantwise actors explain` and `list`; no article is read here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from slantwise.actors.folding import fold_form
from slantwise.actors.identity import Claim, Identity
from slantwise.actors.table import IdentityTable
from slantwise.errors import SettingsError
from slantwise.records import ActorKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may stand for.

    Attributes:
        identity: the entry.
        how: what the name is to it (name, alias, acronym, demonym, metonym, surname).
        top: id of the actor it rolls up to in the end; its own for none, and for a party of no
            side, which is also the top of those who lead it.
        possible: whether it may be meant on the day and as written.
        sure: whether it is meant wherever the name stands, without looking at the context.
        reason: why it is, may be or cannot be meant, in words.
    """

    identity: Identity
    how: str
    top: str
    possible: bool
    sure: bool
    reason: str


def explain(name: str, table: IdentityTable, *, on: date | None = None) -> tuple[Candidate, ...]:
    """The entries that a name may stand for, those that can be meant first; () for none.

    Args:
        name: as an article has it; diacritics and kinds of hyphen and apostrophe do not count.
        table: the identity table.
        on: day of publication; None leaves dates aside.

    >>> table = IdentityTable([Identity("mali", "Mali", ActorKind.STATE, metonyms=("Bamako",))])
    >>> [(c.identity.id, c.how, c.sure) for c in explain("Bamako", table)]
    [('mali', 'metonym', True)]
    """
    meant = table.lookup(name, on)
    found = [_possible(claim, meant, table) for claim in meant]
    known = {claim.identity.id for claim in meant}
    for claim in table.claims(name):
        if claim.identity.id not in known:
            known.add(claim.identity.id)
            found.append(_excluded(claim, name, table, on=on))
    for identity in table.offices.bearers(tuple(fold_form(name).lower().split())):
        if identity.id not in known:
            known.add(identity.id)
            found.append(_by_surname(identity, table))
    return tuple(sorted(found, key=lambda c: (not c.possible, not c.sure, c.identity.id)))


def select(
    table: IdentityTable, *, kind: ActorKind | None = None, parent: str = ""
) -> tuple[Identity, ...]:
    """Entries in order of id: all, those of a kind, those that roll up to a parent, or both.

    Raises:
        SettingsError: the table has no such parent.
    """
    if parent and parent not in table.identities:
        raise SettingsError(f"there is no actor {parent!r}; see slantwise actors list for the ids.")
    members = set(table.members(parent)) if parent else set(table.identities)
    return tuple(
        entry
        for entry in table.identities.values()
        if entry.id in members and (kind is None or entry.kind is kind)
    )


def _possible(claim: Claim, meant: tuple[Claim, ...], table: IdentityTable) -> Candidate:
    others = [other.identity.id for other in meant if other is not claim]
    sure = not others and not claim.ambiguous
    reasons = list(_doubts(claim, others))
    reason = "meant wherever it stands" if sure else "; ".join(reasons)
    return _candidate(claim.identity, claim.how, table, possible=True, sure=sure, reason=reason)


def _doubts(claim: Claim, others: list[str]) -> Iterator[str]:
    if claim.ambiguous:
        yield "ambiguous: needs the article to speak of it or of what belongs to it"
    if others:
        yield f"shared with {', '.join(others)}: the one the article speaks of is meant, else none"


def _excluded(claim: Claim, name: str, table: IdentityTable, *, on: date | None) -> Candidate:
    entry = claim.identity
    if not entry.holds(on) and entry.kind is not ActorKind.PERSON:
        first, last = entry.valid_from or "the beginning", entry.valid_to or "now"
        reason = f"not on {on}: the entry holds from {first} to {last}"
    else:
        reason = f"listed as {claim.form!r}, which {name!r} is not: capitals must stand as listed"
    return _candidate(entry, claim.how, table, possible=False, sure=False, reason=reason)


def _by_surname(entry: Identity, table: IdentityTable) -> Candidate:
    reason = "a surname: after the full name, or where a title or the article's state fits"
    return _candidate(entry, "surname", table, possible=True, sure=False, reason=reason)


def _candidate(
    entry: Identity, how: str, table: IdentityTable, *, possible: bool, sure: bool, reason: str
) -> Candidate:
    top = _top(entry, table)
    return Candidate(entry, how, top, possible=possible, sure=sure, reason=reason)


def _top(entry: Identity, table: IdentityTable) -> str:
    """What an entry rolls up to in an article: a party, or who belongs to one, to no state."""
    while parent := entry.parent:
        if entry.kind is ActorKind.PARTY and not table.is_side(parent):
            break
        entry = table.identities[parent]
    return entry.id

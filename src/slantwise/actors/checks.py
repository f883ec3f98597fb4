"""Checks of identity table entries against one another, before a table is made of them.

Takes what `actors.reading` read; every fault is told, not the first alone.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from slantwise.actors.faults import Fault, refuse
from slantwise.actors.folding import fold_form
from slantwise.actors.identity import Identity
from slantwise.actors.reading import Reading
from slantwise.records import ActorKind


def check(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """The entries sorted by id, if they fit together.

    Raises:
        SettingsError: an id stands twice, a parent is unknown, parents go in a circle, or two
            actors claim one name in the same days and not both call it ambiguous; the first
            fault, and how many more there are.
    """
    entries = tuple(identities)
    refuse(misfits(Reading(entries, (), frozenset(), whole=True)))
    return tuple(sorted(entries, key=lambda entry: entry.id))


def misfits(reading: Reading) -> tuple[Fault, ...]:
    """Where entries do not fit together, sorted by file and line; () for no misfit.

    A parent whose own entry has a fault is not called unknown, nor is any parent while a file
    could not be read to its end.
    """
    entries: dict[str, Identity] = {}
    faults = []
    for entry in reading.identities:
        first = entries.setdefault(entry.id, entry)
        if first is not entry:
            faults.append(_fault(entry, f"the id stands already in {first.where}."))
    if reading.whole:
        faults += _unknown_parents(entries, reading.spoilt)
    faults += _circles(entries)
    faults += _double_claims(entries.values())
    return tuple(sorted(set(faults)))


def _fault(entry: Identity, message: str) -> Fault:
    return Fault(entry.path, entry.line, f"{entry.id!r}: {message}")


def _unknown_parents(entries: dict[str, Identity], spoilt: Collection[str]) -> Iterator[Fault]:
    for entry in entries.values():
        if entry.parent and entry.parent not in entries and entry.parent not in spoilt:
            message = f"its parent {entry.parent!r} is no entry. Add one, or correct the id."
            yield _fault(entry, message)


def _circles(entries: dict[str, Identity]) -> Iterator[Fault]:
    done: set[str] = set()
    for start in entries:
        chain: dict[str, None] = {}
        step: str | None = start
        while step in entries and step not in done and step not in chain:
            chain[step] = None
            step = entries[step].parent
        if step in chain:
            walk = list(chain)
            circle = " → ".join([*walk[walk.index(step) :], step])
            yield _fault(entries[step], f"its parents go in a circle: {circle}.")
        done.update(chain)


@dataclass(frozen=True, slots=True)
class _Bearer:
    """An entry's claim to a name: the days it holds, and whether it admits another sense."""

    entry: Identity
    order: int
    ambiguous: bool

    @property
    def first(self) -> date:
        return self.entry.valid_from or date.min if self._dated else date.min

    @property
    def last(self) -> date:
        return self.entry.valid_to or date.max if self._dated else date.max

    @property
    def _dated(self) -> bool:
        # A person's dates are those of an office; the name stays before and after it.
        return self.entry.kind is not ActorKind.PERSON


def _double_claims(entries: Iterable[Identity]) -> Iterator[Fault]:
    claims: dict[tuple[str, str], dict[str, _Bearer]] = {}
    for order, entry in enumerate(entries):
        ambiguous = {fold_form(form) for form in entry.ambiguous}
        for form, how in entry.forms():
            folded = fold_form(form)
            # An acronym is matched as written: "WHO" and "Who" are two forms.
            key = (folded.lower(), folded if how == "acronym" else "")
            bearer = _Bearer(entry, order, folded in ambiguous)
            claims.setdefault(key, {}).setdefault(entry.id, bearer)
    for (form, _), bearers in claims.items():
        if len(bearers) > 1:
            yield from _overlaps(form, sorted(bearers.values(), key=lambda b: (b.first, b.order)))


def _overlaps(form: str, bearers: list[_Bearer]) -> Iterator[Fault]:
    """Faults of the bearers of one name, in order of their first day.

    Each is held against the one before it that lasts longest, so that many bearers of one name
    take time with their number and not with its square.
    """
    longest: _Bearer | None = None
    longest_unmarked: _Bearer | None = None
    for bearer in bearers:
        rival = longest_unmarked if bearer.ambiguous else longest
        if rival and bearer.first <= rival.last:
            yield _clash(form, bearer, rival)
        if longest is None or bearer.last > longest.last:
            longest = bearer
        if not bearer.ambiguous and (
            longest_unmarked is None or bearer.last > longest_unmarked.last
        ):
            longest_unmarked = bearer


def _clash(form: str, one: _Bearer, other: _Bearer) -> Fault:
    """The fault of the bearer that lacks the mark; where both lack it, of the one read later."""
    unmarked = [bearer for bearer in (one, other) if not bearer.ambiguous]
    lacking = max(unmarked, key=lambda bearer: bearer.order)
    rival = other if lacking is one else one
    return _fault(
        lacking.entry,
        f"the name {form!r} is also claimed by {rival.entry.id!r} ({rival.entry.where}) in the "
        "same days. List it under 'ambiguous' in both, or take it out of one.",
    )

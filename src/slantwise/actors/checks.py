"""Checks of identity table entries against one another, before a table is made of them."""

from collections.abc import Iterable
from itertools import combinations

from slantwise.actors.folding import fold_form
from slantwise.actors.identity import Identity
from slantwise.errors import SettingsError


def check(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """The entries sorted by id, if they fit together.

    Raises:
        SettingsError: an id stands twice, a parent is unknown, parents go in a circle, or two
            actors claim one name in the same days and not both call it ambiguous.
    """
    entries: dict[str, Identity] = {}
    for entry in identities:
        if entry.id in entries:
            raise _error(entry, f"the id stands already in {entries[entry.id].where}.")
        entries[entry.id] = entry
    _check_parents(entries)
    _check_claims(entries.values())
    return tuple(entries[key] for key in sorted(entries))


def _error(entry: Identity, message: str) -> SettingsError:
    return SettingsError(f"identity table {entry.where}: {entry.id!r}: {message}")


def _check_parents(entries: dict[str, Identity]) -> None:
    sound: set[str] = set()
    for entry in entries.values():
        chain = [entry.id]
        while (parent := entries[chain[-1]].parent) and parent not in sound:
            if parent not in entries:
                raise _error(
                    entries[chain[-1]],
                    f"its parent {parent!r} is no entry. Add one, or correct the id.",
                )
            if parent in chain:
                circle = " → ".join([*chain[chain.index(parent) :], parent])
                raise _error(entries[parent], f"its parents go in a circle: {circle}.")
            chain.append(parent)
        sound.update(chain)


def _check_claims(entries: Iterable[Identity]) -> None:
    claims: dict[str, dict[str, tuple[Identity, str, bool]]] = {}
    for entry in entries:
        ambiguous = {fold_form(form) for form in entry.ambiguous}
        for form, how in entry.forms():
            folded = fold_form(form)
            claims.setdefault(folded.lower(), {}).setdefault(
                entry.id, (entry, folded if how == "acronym" else "", folded in ambiguous)
            )
    for form, bearers in claims.items():
        for one, other in combinations(bearers.values(), 2):
            _check_pair(form, one, other)


def _check_pair(
    form: str, one: tuple[Identity, str, bool], other: tuple[Identity, str, bool]
) -> None:
    (first, acronym, ambiguous), (second, other_acronym, also_ambiguous) = one, other
    if ambiguous and also_ambiguous:
        return
    # An acronym is matched as written: "WHO" and "Who" are two forms.
    if acronym != other_acronym or not first.overlaps(second):
        return
    lacking = second if ambiguous else first
    raise _error(
        lacking,
        f"the name {form!r} is also claimed by {second.id if lacking is first else first.id!r} "
        f"({(second if lacking is first else first).where}) in the same days. List it under "
        "'ambiguous' in both, or take it out of one.",
    )

"""Which entries of the identity table are institutions of a state, and who holds its offices.

So that "Turkish troops" and "Türkiye's military" find the entry "Turkish Armed Forces", and "the
Turkish foreign minister" the person who held that office on the day.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from slantwise.actors.folding import fold_form
from slantwise.actors.identity import Identity
from slantwise.actors.names import Name, name_words, surnames
from slantwise.actors.roles import Role, role_at
from slantwise.records import ActorKind

# Kinds of public body between which an entry and the common words for it may differ.
_PUBLIC = frozenset(
    {
        ActorKind.GOVERNMENT,
        ActorKind.MINISTRY,
        ActorKind.ARMY,
        ActorKind.AGENCY,
        ActorKind.COURT,
        ActorKind.INTERNATIONAL_BODY,
    }
)


class OfficeIndex:
    """Institutions, office holders and surnames of a table."""

    def __init__(self, identities: Mapping[str, Identity]) -> None:
        """Index entries by what their names and titles say of them."""
        self._bodies: dict[tuple[str, str], list[Identity]] = {}
        self._holders: dict[tuple[str, str], list[Identity]] = {}
        self._surnames: dict[Name, list[Identity]] = {}
        self._roles: dict[str, set[str]] = {}
        for entry in identities.values():
            if entry.kind is ActorKind.PERSON:
                self._add_person(entry, identities)
            elif entry.parent:
                self._add_body(entry, identities[entry.parent])

    def body(self, parent: str, role: Role, on: date | None) -> Identity | None:
        """The institution of that role under a parent; None where none or several are known."""
        return _only(self._bodies.get((parent, role.slug), []), on)

    def holder(self, parent: str, role: Role, on: date | None) -> Identity | None:
        """Who holds the office on a day; None on an unknown day, or where several may."""
        return None if on is None else _only(self._holders.get((parent, role.slug), []), on)

    def bearers(self, surname: Name) -> tuple[Identity, ...]:
        """Persons whose full names end in (or, family name first, begin with) a surname."""
        return tuple(self._surnames.get(surname, ()))

    def roles(self, actor: str) -> frozenset[str]:
        """Slugs of the offices or the institution that an entry's titles and names tell of."""
        return frozenset(self._roles.get(actor, ()))

    def _add_body(self, entry: Identity, parent: Identity) -> None:
        for form in {entry.name, *entry.aliases}:
            role = _role_of(form, parent)
            # "Lebanese Forces" is a party, whatever its name says.
            if role is None or (role.kind is not entry.kind and entry.kind not in _PUBLIC):
                continue
            self._roles.setdefault(entry.id, set()).add(role.slug)
            known = self._bodies.setdefault((parent.id, role.slug), [])
            if entry not in known:
                known.append(entry)

    def _add_person(self, entry: Identity, identities: Mapping[str, Identity]) -> None:
        parent = identities.get(entry.parent or "")
        for title in entry.titles:
            role = (_role_of(title, parent) if parent else None) or _bare_role(title)
            if role is None:
                continue
            self._roles.setdefault(entry.id, set()).add(role.slug)
            if parent:
                holders = self._holders.setdefault((parent.id, role.slug), [])
                if entry not in holders:
                    holders.append(entry)
        for form in (entry.name, *entry.aliases):
            for surname in surnames(name_words(form)):
                bearers = self._surnames.setdefault(surname, [])
                if entry not in bearers:
                    bearers.append(entry)


def _only(entries: list[Identity], on: date | None) -> Identity | None:
    valid = [entry for entry in entries if entry.holds(on)]
    return valid[0] if len(valid) == 1 else None


def _bare_role(title: str) -> Role | None:
    words = fold_form(title).lower().split()
    found = role_at(words, 0, len(words))
    return found[0] if found and found[1] == len(words) else None


def _role_of(form: str, parent: Identity) -> Role | None:
    """The role that a name says its bearer has under the parent; None for none."""
    lower = fold_form(form).lower()
    for owner in _owners(parent):
        for begin in (owner + " ", owner + "'s "):
            if lower.startswith(begin):
                return _bare_role(lower.removeprefix(begin))
        for end in (" of " + owner, " of the " + owner):
            if lower.endswith(end):
                return _bare_role(lower.removesuffix(end))
    return None


def _owners(parent: Identity) -> Iterator[str]:
    forms = (parent.name, *parent.aliases, *parent.acronyms, *parent.demonyms)
    yield from sorted({fold_form(form).lower() for form in forms}, key=len, reverse=True)

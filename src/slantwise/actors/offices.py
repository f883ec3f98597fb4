"""Which entries of the identity table are institutions of a state, and who holds its offices.

So that "Turkish troops" and "Türkiye's military" find the entry "Turkish Armed Forces", and "the
Turkish foreign minister" the person who held that office on the day.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from slantwise.actors.eras import Era
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
        self._offices: dict[str, set[tuple[str, str]]] = {}
        for entry in identities.values():
            if entry.kind is ActorKind.PERSON:
                self._add_person(entry, identities)
            elif entry.parent:
                self._add_body(entry, identities[entry.parent])

    def body(
        self, parent: str, role: Role, on: date | None, *, era: Era = Era.UNTOLD
    ) -> Identity | None:
        """The institution of that role under a parent; None where none or several are known.

        The former one is the last that ended before the day. On an unknown day, one that has a
        successor or has ended is meant only if the words say so.
        """
        known = self._bodies.get((parent, role.slug), [])
        ended = [e for e in known if e.valid_to and (on is None or e.valid_to < on)]
        if era is Era.FORMER:
            return max(ended, key=lambda e: (e.valid_to or date.max, e.id), default=None)
        if on is None and ended:
            open_ = [e for e in known if e.valid_to is None]
            return _only(open_, on) if era is Era.PRESENT else None
        return _only(known, on)

    def body_within(self, parent: str, role: Role, first: date, last: date) -> Identity | None:
        """The one institution of that role that lasted some days of a time; else None.

        A single day at its end or beginning, when one body may follow another, does not count.
        """
        lasting = [
            entry
            for entry in self._bodies.get((parent, role.slug), [])
            if max(first, entry.valid_from or date.min) < min(last, entry.valid_to or date.max)
        ]
        return lasting[0] if len(lasting) == 1 else None

    def holder(self, parent: str, role: Role, on: date | None) -> Identity | None:
        """Who holds the office on a day; None on an unknown day, or where several may.

        Of several whose dates fit, the one who came last holds it: the dates of a person who
        returned to an office span the years between.
        """
        return None if on is None else self._last(parent, role.slug, on)

    def bearers(self, surname: Name) -> tuple[Identity, ...]:
        """Persons whose full names end in (or, family name first, begin with) a surname."""
        return tuple(self._surnames.get(surname, ()))

    def roles(self, actor: str) -> frozenset[str]:
        """Slugs of the offices or the institution that an entry's titles and names tell of."""
        return frozenset(self._roles.get(actor, ()))

    def held(self, entry: Identity, on: date | None) -> frozenset[str]:
        """Slugs of a person's offices on a day, less those that somebody else holds on it.

        All of them on an unknown day; none of somebody whose dates do not fit.
        """
        if on is None or not entry.holds(on):
            return self.roles(entry.id) if on is None else frozenset()
        others = {
            slug
            for owner, slug in self._offices.get(entry.id, ())
            if (last := self._last(owner, slug, on)) and last.id != entry.id
        }
        return self.roles(entry.id) - others

    def _last(self, owner: str, slug: str, on: date) -> Identity | None:
        valid = [entry for entry in self._holders.get((owner, slug), ()) if entry.holds(on)]
        latest = max((entry.valid_from or date.min for entry in valid), default=date.min)
        came_last = [e for e in valid if (e.valid_from or date.min) == latest]
        return came_last[0] if len(came_last) == 1 else None

    def _add_body(self, entry: Identity, parent: Identity) -> None:
        for form in {entry.name.partition(" (")[0], *entry.aliases}:
            role = _role_of(form, parent)
            # "Lebanese Forces" is a party, whatever its name says.
            if role is None or (role.kind is not entry.kind and entry.kind not in _PUBLIC):
                continue
            self._roles.setdefault(entry.id, set()).add(role.slug)
            known = self._bodies.setdefault((parent.id, role.slug), [])
            if entry not in known:
                known.append(entry)

    def _add_person(self, entry: Identity, identities: Mapping[str, Identity]) -> None:
        for title in entry.titles:
            for owner, role in _offices_of(title, entry, identities):
                self._roles.setdefault(entry.id, set()).add(role.slug)
                if owner is None:
                    continue
                self._offices.setdefault(entry.id, set()).add((owner, role.slug))
                holders = self._holders.setdefault((owner, role.slug), [])
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


def _offices_of(
    title: str, entry: Identity, identities: Mapping[str, Identity]
) -> Iterator[tuple[str | None, Role]]:
    """The offices that a title tells of: whose, and which.

    A bare title is an office of the parent. One with an owner ("Alandic Defense Minister") is
    that owner's, though the parent may be its ministry.
    """
    parent, seen = identities.get(entry.parent or ""), set()
    if bare := _bare_role(title):
        yield (parent.id if parent else None), bare
    while parent and parent.id not in seen:
        seen.add(parent.id)
        if role := _role_of(title, parent):
            yield parent.id, role
        parent = identities.get(parent.parent or "")


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

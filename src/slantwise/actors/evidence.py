"""What an article says of whom it is about, to decide what an ambiguous name means in it.

Counts the names of the table that need no context, by actor and by the states and bodies they
roll up to.
"""

from collections import Counter
from collections.abc import Iterable

from slantwise.actors.candidates import Sighting
from slantwise.actors.identity import Identity
from slantwise.actors.table import IdentityTable
from slantwise.records import ActorKind

# A rival reading must be met at most a third as often, since news mentions many a state in
# passing. Set by reading a few dozen articles, not fitted to labelled ones.
_MARGIN = 3


class Evidence:
    """Mentions that speak for an actor."""

    def __init__(self, table: IdentityTable, sightings: Iterable[Sighting]) -> None:
        """Count what is certain: names with one bearer that mean nothing else."""
        self._table = table
        self._direct: Counter[str] = Counter()
        self._families: Counter[str] = Counter()
        self._siblings: Counter[tuple[str | None, ActorKind]] = Counter()
        for sighting in sightings:
            claim = sighting.claims[0]
            if len(sighting.claims) == 1 and not claim.ambiguous:
                self._count(claim.identity)

    def _count(self, identity: Identity) -> None:
        self._families[self._table.roll_up(identity.id)] += 1
        self._siblings[self._home(identity), identity.kind] += 1
        seen: Identity | None = identity
        while seen:
            self._direct[seen.id] += 1
            seen = self._table.identities.get(seen.parent or "")

    def family(self, identity: Identity) -> int:
        """Certain mentions of whatever rolls up to the same top."""
        return self._families[self._table.roll_up(identity.id)]

    def score(self, identity: Identity) -> int:
        """Certain mentions that speak for an actor.

        A place is supported by its own other names, its people and bodies, and its sister
        places; a body or person also by the state it belongs to.
        """
        direct = self._direct[identity.id]
        if identity.kind in (ActorKind.STATE, ActorKind.TERRITORY, ActorKind.PEOPLE):
            home = self._home(identity)
            return direct + (self._siblings[home, identity.kind] if home else 0)
        return direct + self.family(identity)

    def _home(self, identity: Identity) -> str | None:
        """The parent; None for none and for a side, whose members need not be akin."""
        return None if self._table.is_side(identity.parent or "") else identity.parent

    def why(self, identity: Identity) -> str:
        """The evidence in words; "" where there is none."""
        count = self.score(identity)
        if not count:
            return ""
        top = self._table.identities.get(self._table.roll_up(identity.id), identity)
        return f"{count} other mention(s) of {top.name} or what belongs to it"

    def best(self, identities: Iterable[Identity]) -> Identity | None:
        """The one actor that the article speaks for; None where none does, or two do."""
        ranked = sorted(identities, key=lambda i: (-self.score(i), i.id))
        if not ranked or not self.score(ranked[0]):
            return None
        if len(ranked) > 1 and self.score(ranked[1]) * _MARGIN > self.score(ranked[0]):
            return None
        return ranked[0]

"""Who the articles of a run name, gathered part by part."""

from collections import Counter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.comparison.columns import given, numbers
from slantwise.comparison.counts import ActorSeen, Ints
from slantwise.errors import RunError
from slantwise.records import ActorKind


class ActorsSeen:
    """Actors met so far, numbered in order of first appearance."""

    def __init__(self) -> None:
        """Start with none."""
        self._number: dict[str, int] = {}
        self._known: dict[str, tuple[str, ActorKind, str | None]] = {}
        self._aliases: Counter[tuple[str, str]] = Counter()

    def add(self, actors: pa.ListArray) -> None:
        """Take in who a part's articles list."""
        rows = actors.flatten()
        ids = rows.field("id").to_pylist()
        columns = [rows.field(name).to_pylist() for name in ("name", "kind", "parent")]
        for id_, name, kind, parent in zip(ids, *columns, strict=True):
            if id_ not in self._known:
                self._known[id_] = (name, ActorKind(kind), parent)
        aliases = rows.field("aliases_seen")
        owners = (ids[owner] for owner in pc.list_parent_indices(aliases).to_pylist())
        self._aliases.update(zip(owners, aliases.flatten().to_pylist(), strict=True))

    def numbers(self, ids: pa.Array) -> Ints:
        """Array [row] of actor numbers, -1 for none; an actor not met before gets the next one."""
        number = self._number
        encoded = ids.dictionary_encode()
        places = [number.setdefault(id_, len(number)) for id_ in encoded.dictionary.to_pylist()]
        chosen = numbers(encoded.indices)
        known = np.append(np.array(places, np.int64), -1)
        return np.where(given(ids), known[chosen], -1)

    def seen(self) -> tuple[ActorSeen, ...]:
        """Every actor judged, quoted or held for a doer, and those they roll up to, by number.

        Raises:
            RunError: such an actor is listed by no article.
        """
        for id_ in list(self._number):
            self._number_parents(id_)
        aliases: dict[str, list[str]] = {}
        for (id_, alias), _ in sorted(self._aliases.items(), key=lambda item: (-item[1], item[0])):
            aliases.setdefault(id_, []).append(alias)
        return tuple(
            ActorSeen(id_, *self._described(id_), aliases=tuple(aliases.get(id_, ())))
            for id_ in self._number
        )

    def _number_parents(self, id_: str) -> None:
        """Give those that an actor rolls up to numbers too, where articles list them."""
        parent = self._known[id_][2] if id_ in self._known else None
        while parent in self._known and parent not in self._number:
            self._number[parent] = len(self._number)
            parent = self._known[parent][2]

    def _described(self, id_: str) -> tuple[str, ActorKind, str | None]:
        if id_ not in self._known:
            raise RunError(
                f"the run names the actor {id_!r} but no article lists it; expected every actor "
                "judged or quoted, and every actor it rolls up to, among an article's actors; "
                "analyse again"
            )
        return self._known[id_]

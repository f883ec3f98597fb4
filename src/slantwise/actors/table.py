"""The identity table: which names stand for which actor, and what each actor is part of.

Read once and handed to `link`; ours ships, and a researcher's own files add to it or override
it entry by entry.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from types import MappingProxyType

from slantwise.actors.checks import check, misfits
from slantwise.actors.faults import refuse
from slantwise.actors.folding import Folded, fold, fold_form
from slantwise.actors.identity import Claim, Identity
from slantwise.actors.matching import NameIndex, TableMatch
from slantwise.actors.offices import OfficeIndex
from slantwise.actors.reading import merge, read_source
from slantwise.records import ActorKind


@dataclass(frozen=True, slots=True, init=False, eq=False)
class IdentityTable:
    """Actors by id and by name.

    Attributes:
        identities: id → entry, in order of id.
        offices: which of them hold an office or are an institution of another.
    """

    identities: Mapping[str, Identity]
    offices: OfficeIndex
    _names: NameIndex
    _children: Mapping[str, tuple[str, ...]]

    def __init__(self, identities: Iterable[Identity]) -> None:
        """A table of these entries, checked against one another.

        Raises:
            SettingsError: an id stands twice, a parent is unknown, parents go in a circle, or
                two actors claim one name in the same days and not both call it ambiguous.
        """
        entries = {entry.id: entry for entry in check(identities)}
        children: dict[str, list[str]] = {}
        for entry in entries.values():
            if entry.parent:
                children.setdefault(entry.parent, []).append(entry.id)
        object.__setattr__(self, "identities", MappingProxyType(entries))
        object.__setattr__(self, "_names", NameIndex(_claims(entries.values())))
        object.__setattr__(self, "_children", {k: tuple(v) for k, v in children.items()})
        object.__setattr__(self, "offices", OfficeIndex(entries))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its entries: worker processes build the indexes anew."""
        return IdentityTable, (tuple(self.identities.values()),)

    def lookup(self, form: str, on: date | None = None) -> tuple[Claim, ...]:
        """Who bears a name on a day: claims, more than one where it is shared; () for nobody.

        Diacritics, zero-width marks and kinds of apostrophe and hyphen are ignored; acronyms
        must be written as listed. Without a day, dates are not looked at.

        >>> from slantwise.records import ActorKind
        >>> state = Identity("turkiye", "Türkiye", ActorKind.STATE, demonyms=("Turkish",))
        >>> [claim.how for claim in IdentityTable([state]).lookup("Turkiye")]
        ['name']
        """
        return self._names.lookup(fold_form(form), on)

    def claims(self, form: str) -> tuple[Claim, ...]:
        """Every claim to a name, whatever the day and the capitals; () for nobody."""
        return self._names.claims(fold_form(form))

    def matches(self, text: str | Folded, on: date | None = None) -> tuple[TableMatch, ...]:
        """Names of the table in a text, whole words, longest first, in order; () for none."""
        return self._names.find(text if isinstance(text, Folded) else fold(text), on)

    def roll_up(self, actor: str) -> str:
        """The top of an actor's parent chain below any side; itself where it has no parent.

        A composed id ("turkiye/army") rolls up by what stands before its slash; an id that the
        table does not know is its own top.
        """
        actor = actor if actor in self.identities else actor.partition("/")[0]
        while actor in self.identities and (parent := self.identities[actor].parent):
            if self.is_side(parent):
                break
            actor = parent
        return actor

    def is_side(self, actor: str) -> bool:
        """Whether an actor is a side of a study: an entry of kind `group`, false for no entry.

        A side counts its members, and tells nothing of where they are at home: states on one
        side share no army, and no name is told apart by it.
        """
        entry = self.identities.get(actor)
        return entry is not None and entry.kind is ActorKind.GROUP

    def members(self, actor: str) -> tuple[str, ...]:
        """Ids of all that roll up to an actor, directly or by others, sorted; () for none."""
        found: list[str] = []
        waiting = [actor]
        while waiting:
            children = self._children.get(waiting.pop(), ())
            found += children
            waiting += children
        return tuple(sorted(found))

    def digest(self) -> str:
        """SHA-256 of the content, the same however entries are spread over files."""
        names = [f.name for f in fields(Identity) if f.compare]
        content = [
            {name: getattr(entry, name) for name in names} for entry in self.identities.values()
        ]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()


def read_tables(paths: Sequence[Path | str]) -> IdentityTable:
    """The identity table of one or several YAML files or folders of them.

    A later path adds entries, and replaces those of the same id from earlier paths. In a folder
    every `*.yaml` and `*.yml` is read, in order of name.

    Raises:
        SettingsError: a path does not exist, or a table is not valid: the first fault with file
            and line, and how many more there are.
    """
    reading = merge(read_source(Path(path)) for path in paths)
    refuse((*reading.faults, *misfits(reading)))
    return IdentityTable(reading.identities)


def _claims(identities: Iterable[Identity]) -> Iterable[Claim]:
    for identity in identities:
        ambiguous = {fold_form(form) for form in identity.ambiguous}
        for form, how in identity.forms():
            folded = fold_form(form)
            # "The Guardian" is found as "the Guardian" too.
            folded = "the " + folded[4:] if folded.startswith("The ") else folded
            if folded:
                yield Claim(folded, identity, how, fold_form(form) in ambiguous)

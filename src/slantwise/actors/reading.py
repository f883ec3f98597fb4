"""Identities of identity table files, and every fault that the files have.

Takes what `actors.entries` reads; gives identities to `actors.table`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from slantwise.actors.entries import LISTS, Entry, EntryFile
from slantwise.actors.faults import Fault
from slantwise.actors.identity import Identity
from slantwise.records import ActorKind


@dataclass(frozen=True, slots=True)
class Reading:
    """What identity table files hold.

    Attributes:
        identities: the sound entries in order of file and line.
        faults: what is wrong with the others, in order of file and line.
        spoilt: ids of entries left out for their faults.
        whole: whether every file could be read to its end.
    """

    identities: tuple[Identity, ...]
    faults: tuple[Fault, ...]
    spoilt: frozenset[str]
    whole: bool


def read_file(path: Path) -> Reading:
    """What one YAML file holds, in its order; an empty file holds nothing.

    A fault is: a file that cannot be read or is no YAML; an entry with an unknown key, without
    its id, name or kind, or with a value of another form.
    """
    file = EntryFile(path)
    identities, spoilt = [], set()
    for entry in file.entries():
        identity = _identity(file, entry, str(path))
        if identity:
            identities.append(identity)
        elif key := _text(entry, "id"):
            spoilt.add(key)
    faults = tuple(sorted(set(file.faults)))
    return Reading(tuple(identities), faults, frozenset(spoilt), file.whole)


def read_source(path: Path) -> Reading:
    """What a YAML file holds, or every one in a folder in order of name.

    Faults are those of the files, a path that does not exist, and an id that stands twice.
    """
    if not path.exists():
        message = "there is no identity table here; expected a YAML file or a folder of them."
        return Reading((), (Fault(str(path), 0, message),), frozenset(), whole=False)
    readings = [read_file(file) for file in _files(path)]
    known: dict[str, Identity] = {}
    faults = [fault for reading in readings for fault in reading.faults]
    for identity in (one for reading in readings for one in reading.identities):
        first = known.setdefault(identity.id, identity)
        if first is not identity:
            message = (
                f"the id {identity.id!r} stands already in {first.where}. Give one of them "
                "another id."
            )
            faults.append(Fault(identity.path, identity.line, message))
    return Reading(
        tuple(known.values()),
        tuple(sorted(faults)),
        frozenset().union(*(reading.spoilt for reading in readings)),
        all(reading.whole for reading in readings),
    )


def merge(readings: Iterable[Reading]) -> Reading:
    """What several sources hold together: a later entry takes the place of one of the same id."""
    identities: dict[str, Identity] = {}
    faults: list[Fault] = []
    spoilt: frozenset[str] = frozenset()
    whole = True
    for reading in readings:
        identities |= {identity.id: identity for identity in reading.identities}
        faults += reading.faults
        spoilt |= reading.spoilt
        whole = whole and reading.whole
    return Reading(tuple(identities.values()), tuple(sorted(faults)), spoilt, whole)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))


def _identity(file: EntryFile, entry: Entry, path: str) -> Identity | None:
    """The identity; None where the entry has a fault, noted in the file."""
    before = len(file.faults)
    for key in ("id", "name", "kind"):
        if not _text(entry, key) and key not in entry.faulty:
            file.note(entry.line, f"an entry lacks its {key!r}.")
    slug = _text(entry, "id")
    if slug and not re.fullmatch(r"[a-z0-9-]+", slug):
        file.note(entry.fields["id"].line, f"{slug!r} is not an id; expected [a-z0-9-]+.")
    kind = _kind(file, entry)
    first = _day(file, entry, key="valid_from", complete=_first_day)
    last = _day(file, entry, key="valid_to", complete=_last_day)
    if first and last and last < first:
        line = entry.fields["valid_to"].line
        file.note(line, f"valid_to {last} lies before valid_from {first}.")
    if not entry.sound or len(file.faults) > before or kind is None:
        return None
    lists = {key: _list(entry, key) for key in LISTS}
    return Identity(
        id=slug,
        name=_text(entry, "name"),
        kind=kind,
        parent=_text(entry, "parent") or None,
        valid_from=first,
        valid_to=last,
        source=_text(entry, "source"),
        note=_text(entry, "note"),
        path=path,
        line=entry.line,
        **lists,
    )


def _text(entry: Entry, key: str) -> str:
    value = entry.fields[key].value if key in entry.fields else None
    return value.strip() if isinstance(value, str) else ""


def _list(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.fields[key].value if key in entry.fields else None
    return value if isinstance(value, tuple) else ()


def _kind(file: EntryFile, entry: Entry) -> ActorKind | None:
    value = _text(entry, "kind")
    if not value:
        return None
    try:
        return ActorKind(value)
    except ValueError:
        kinds = ", ".join(kind.value for kind in ActorKind)
        file.note(entry.fields["kind"].line, f"unknown kind {value!r}; kinds are {kinds}.")
        return None


def _day(
    file: EntryFile, entry: Entry, *, key: str, complete: Callable[[str], date]
) -> date | None:
    value = _text(entry, key)
    if not value:
        return None
    try:
        return complete(value)
    except ValueError:
        message = f"{value!r} is not a date; expected YYYY-MM-DD, YYYY-MM or YYYY."
        file.note(entry.fields[key].line, message)
        return None


def _first_day(value: str) -> date:
    parts = value.split("-")
    return date.fromisoformat("-".join([*parts, *["01"] * (3 - len(parts))]))


def _last_day(value: str) -> date:
    first = _first_day(value)
    length = len(value.split("-"))
    if length == 1:
        return date(first.year, 12, 31)
    if length == 2:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return first

"""Entries of identity table files, with the line of every key, so that errors can be found.

Takes YAML files; gives identities to `actors.table`. YAML is read as a stream of events and
never deeper than a list inside an entry: nested brackets cost nothing, and tags and anchors,
which could build other things than text, are refused.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from slantwise.actors.identity import Identity
from slantwise.errors import SettingsError
from slantwise.records import ActorKind

_LISTS = ("aliases", "acronyms", "demonyms", "metonyms", "ambiguous", "titles")
_TEXTS = ("id", "name", "kind", "parent", "valid_from", "valid_to", "source", "note")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# The C scanner reads a thousand entries in a tenth of a second, the Python one in two.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Field:
    """A value as written: a text, a list of texts, or None for nothing."""

    line: int
    value: str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    line: int
    fields: dict[str, _Field]

    def fail(self, key: str, message: str) -> SettingsError:
        return _error(self.path, self.fields[key].line, message)


def read_file(path: Path) -> tuple[Identity, ...]:
    """The identities of one YAML file in its order; an empty file gives none.

    Raises:
        SettingsError: the file cannot be read, or an entry has an unknown key, lacks its id,
            name or kind, or has a value of another form; with file and line.
    """
    return tuple(_identity(entry) for entry in _entries(path))


def read_paths(path: Path) -> Iterator[Identity]:
    """The identities of a YAML file, or of every one in a folder in order of name.

    Raises:
        SettingsError: the path does not exist, or a file is not valid; with file and line.
    """
    for file in _files(path):
        yield from read_file(file)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))
    if not path.exists():
        raise SettingsError(
            f"there is no identity table {path}; expected a YAML file or a folder of them."
        )
    return [path]


def _error(path: Path, line: int, message: str) -> SettingsError:
    return SettingsError(f"identity table {path}, line {line}: {message}")


def _events(path: Path) -> Iterator[Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"identity table {path} cannot be read: {error}. Expected a YAML file in UTF-8."
        ) from error
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise _error(path, mark.line + 1 if mark else 1, f"not YAML: {problem}.") from error


def _entries(path: Path) -> Iterator[_Entry]:
    events = _events(path)
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.SequenceStartEvent):
            break
        if isinstance(event, yaml.ScalarEvent | yaml.MappingStartEvent):
            if isinstance(event, yaml.ScalarEvent) and event.value in _NULLS:
                continue
            raise _error(path, line, "expected a list of entries, each beginning with '- id:'.")
    for event in events:
        line = event.start_mark.line + 1
        if isinstance(event, yaml.MappingStartEvent):
            yield _Entry(path, line, dict(_fields(path, events)))
        elif isinstance(event, yaml.SequenceEndEvent):
            break
        else:
            raise _error(path, line, "expected an entry of keys and values ('- id: …').")
    if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
        raise SettingsError(f"identity table {path} holds several YAML documents; expected one.")


def _fields(path: Path, events: Iterator[Any]) -> Iterator[tuple[str, _Field]]:
    seen: set[str] = set()
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return
        line = event.start_mark.line + 1
        key = _scalar(path, event)
        if key not in _LISTS and key not in _TEXTS:
            known = ", ".join((*_TEXTS, *_LISTS))
            raise _error(path, line, f"unknown key {key!r}; keys are {known}.")
        if key in seen:
            raise _error(path, line, f"key {key!r} stands twice in one entry.")
        seen.add(key)
        yield key, _Field(line, _value(path, key, events))


def _value(path: Path, key: str, events: Iterator[Any]) -> str | tuple[str, ...] | None:
    event = next(events)
    line = event.start_mark.line + 1
    if isinstance(event, yaml.SequenceStartEvent):
        if key not in _LISTS:
            raise _error(path, line, f"{key!r} takes one value, found a list.")
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            item = _scalar(path, event)
            if item is None or not item.strip():
                raise _error(path, event.start_mark.line + 1, f"{key!r} holds an empty name.")
            items.append(item.strip())
        return tuple(items)
    value = _scalar(path, event)
    if value is not None and key in _LISTS:
        raise _error(path, line, f"{key!r} takes a list, such as [{value}], found {value!r}.")
    return value


def _scalar(path: Path, event: Any) -> str | None:
    line = event.start_mark.line + 1
    if not isinstance(event, yaml.ScalarEvent):
        raise _error(
            path, line, "expected a text here; nested lists, keys and anchors have no use."
        )
    if event.tag is not None:
        raise _error(path, line, f"the tag {event.tag!r} is not allowed; write a plain text.")
    plain = event.style is None or event.style == ""
    return None if plain and event.value in _NULLS else str(event.value)


def _identity(entry: _Entry) -> Identity:
    for key in ("id", "name", "kind"):
        if key not in entry.fields or not entry.fields[key].value:
            raise _error(entry.path, entry.line, f"an entry lacks its {key!r}.")
    if not re.fullmatch(r"[a-z0-9-]+", _text(entry, "id")):
        raise entry.fail("id", f"{_text(entry, 'id')!r} is not an id; expected [a-z0-9-]+.")
    first, last = _day(entry, "valid_from", _first_day), _day(entry, "valid_to", _last_day)
    if first and last and last < first:
        raise entry.fail("valid_to", f"valid_to {last} lies before valid_from {first}.")
    lists = {key: _list(entry, key) for key in _LISTS}
    return Identity(
        id=_text(entry, "id"),
        name=_text(entry, "name"),
        kind=_kind(entry),
        parent=_text(entry, "parent") or None,
        valid_from=first,
        valid_to=last,
        source=_text(entry, "source"),
        note=_text(entry, "note"),
        path=str(entry.path),
        line=entry.line,
        **lists,
    )


def _text(entry: _Entry, key: str) -> str:
    value = entry.fields[key].value if key in entry.fields else None
    return value.strip() if isinstance(value, str) else ""


def _list(entry: _Entry, key: str) -> tuple[str, ...]:
    value = entry.fields[key].value if key in entry.fields else None
    return value if isinstance(value, tuple) else ()


def _kind(entry: _Entry) -> ActorKind:
    value = _text(entry, "kind")
    try:
        return ActorKind(value)
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in ActorKind)
        raise entry.fail("kind", f"unknown kind {value!r}; kinds are {kinds}.") from error


def _day(entry: _Entry, key: str, complete: Callable[[str], date]) -> date | None:
    value = _text(entry, key)
    if not value:
        return None
    try:
        return complete(value)
    except ValueError as error:
        raise entry.fail(
            key, f"{value!r} is not a date; expected YYYY-MM-DD, YYYY-MM or YYYY."
        ) from error


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

"""Entries of YAML files as they are written, with the line of every key.

Read by `actors.reading`. YAML is read as a stream of events and never deeper than a list inside
an entry: tags and anchors, which could build other things than text, are faults. A fault costs
the entry it stands in and no other; what is no YAML costs the rest of its file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from slantwise.actors.faults import Fault

LISTS = ("aliases", "acronyms", "demonyms", "metonyms", "ambiguous", "titles")
"""Keys that take a list of texts."""
TEXTS = ("id", "name", "kind", "parent", "valid_from", "valid_to", "source", "note")
"""Keys that take one text."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# The C scanner reads a thousand entries in a tenth of a second, the Python one in two.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The scanner takes time with the square of the depth: 100,000 brackets take it a minute.
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Field:
    """A value as written.

    Attributes:
        line: its line, from 1.
        value: a text, a list of texts, or None for nothing.
    """

    line: int
    value: str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as written.

    Attributes:
        line: the line where it begins, from 1.
        fields: key → value, of the keys without a fault.
        faulty: the known keys whose values have a fault.
        sound: whether no fault was met in it.
    """

    line: int
    fields: dict[str, Field]
    faulty: frozenset[str]
    sound: bool


class EntryFile:
    """One YAML file on its way from events to entries.

    Attributes:
        faults: what was found wrong so far.
        whole: whether the file could be read to its end.
    """

    def __init__(self, path: Path) -> None:
        """Nothing is read yet."""
        self.faults: list[Fault] = []
        self.whole = True
        self._path = path

    def note(self, line: int, message: str) -> None:
        """Add a fault; line 0 stands for the whole file."""
        self.faults.append(Fault(str(self._path), line, message))

    def entries(self) -> Iterator[Entry]:
        """The entries in order; none for an empty file."""
        events = self._events()
        if not self._list_begins(events):
            return
        for event in events:
            if isinstance(event, yaml.MappingStartEvent):
                before = len(self.faults)
                found = dict(self._fields(events))
                if not self.whole:
                    return  # The file breaks off inside this entry.
                fields = {key: field for key, field in found.items() if field}
                sound = len(self.faults) == before
                yield Entry(_line(event), fields, frozenset(found.keys() - fields), sound)
            elif isinstance(event, yaml.SequenceEndEvent):
                break
            else:
                self.note(_line(event), "expected an entry of keys and values ('- id: …').")
                self._skip(event, events)
        if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
            self.whole = False
            self.note(0, "holds several YAML documents; expected one.")

    def _events(self) -> Iterator[Any]:
        """The events of the file, to its end or to where it is no YAML."""
        try:
            text = self._path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            self.whole = False
            self.note(0, f"cannot be read: {error}. Expected a YAML file in UTF-8.")
            return
        depth = 0
        try:
            for event in yaml.parse(text, Loader=_LOADER):
                depth += _step(event)
                if depth > _MAX_DEPTH:
                    self._end(_line(event), f"nested deeper than {_MAX_DEPTH} levels")
                    return
                yield event
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or str(error)
            self._end(mark.line + 1 if mark else 1, f"not YAML: {problem}")

    def _end(self, line: int, reason: str) -> None:
        self.whole = False
        self.note(line, f"{reason}. What follows in this file was not read.")

    def _list_begins(self, events: Iterator[Any]) -> bool:
        for event in events:
            if isinstance(event, yaml.SequenceStartEvent):
                return True
            if isinstance(event, yaml.ScalarEvent) and event.value in _NULLS:
                return False
            if isinstance(event, yaml.NodeEvent):
                self.whole = False
                self.note(_line(event), "expected a list of entries, each beginning with '- id:'.")
                return False
        return False

    def _fields(self, events: Iterator[Any]) -> Iterator[tuple[str, Field | None]]:
        seen: set[str] = set()
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self._scalar(event, events)
            known = key is not None and self._known(key, _line(event), seen)
            value = next(events, None)
            if value is None:
                return
            if not known or key is None:
                self._skip(value, events)
            else:
                yield key, self._field(key, value, events)

    def _known(self, key: str, line: int, seen: set[str]) -> bool:
        if key not in LISTS and key not in TEXTS:
            self.note(line, f"unknown key {key!r}; keys are {', '.join((*TEXTS, *LISTS))}.")
            return False
        if key in seen:
            self.note(line, f"key {key!r} stands twice in one entry.")
            return False
        seen.add(key)
        return True

    def _field(self, key: str, event: Any, events: Iterator[Any]) -> Field | None:
        before = len(self.faults)
        value: str | tuple[str, ...] | None
        if isinstance(event, yaml.SequenceStartEvent) and key in LISTS:
            value = tuple(self._items(key, events))
        elif isinstance(event, yaml.SequenceStartEvent):
            value = None
            self.note(_line(event), f"{key!r} takes one value, found a list.")
            self._skip(event, events)
        else:
            value = self._scalar(event, events)
            if value is not None and key in LISTS:
                self.note(
                    _line(event), f"{key!r} takes a list, such as [{value}], found {value!r}."
                )
        return Field(_line(event), value) if len(self.faults) == before else None

    def _items(self, key: str, events: Iterator[Any]) -> Iterator[str]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            before = len(self.faults)
            item = self._scalar(event, events)
            if len(self.faults) > before:
                continue
            if item is None or not item.strip():
                self.note(_line(event), f"{key!r} holds an empty name.")
            else:
                yield item.strip()

    def _scalar(self, event: Any, events: Iterator[Any]) -> str | None:
        """A text; None for nothing, and where a fault is noted instead."""
        if not isinstance(event, yaml.ScalarEvent):
            self.note(
                _line(event), "expected a text here; nested lists, keys and anchors have no use."
            )
            self._skip(event, events)
            return None
        if event.tag is not None:
            self.note(_line(event), f"the tag {event.tag!r} is not allowed; write a plain text.")
            return None
        plain = event.style is None or event.style == ""
        return None if plain and event.value in _NULLS else str(event.value)

    def _skip(self, event: Any, events: Iterator[Any]) -> None:
        """Pass over what an event begins."""
        depth = _step(event)
        while depth > 0 and (event := next(events, None)) is not None:
            depth += _step(event)


def _step(event: Any) -> int:
    """How many levels deeper the stream is after an event."""
    begins = isinstance(event, yaml.CollectionStartEvent)
    return begins - isinstance(event, yaml.CollectionEndEvent)


def _line(event: Any) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1

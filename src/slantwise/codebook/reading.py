"""Codebook files: TOML, read and checked before anything is analysed.

Every refusal names file, line and reason.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from slantwise.codebook.kinds import ID, Codebook, CodebookKind, Labelled, Matcher
from slantwise.codebook.patterns import PatternError, compiled_pattern, compiled_term
from slantwise.codebook.places import Places
from slantwise.errors import SettingsError
from slantwise.records import Kind, Stance

_TOP = {"name": str, "replace": bool, "kind": list}
_KIND = {
    "id": str,
    "name": str,
    "definition": str,
    "examples": list,
    "direction": str,
    "terms": list,
    "patterns": list,
    "sentence": list,
}
_SENTENCE = {"text": str, "holds": bool}
LEAST = 5
"""Labelled sentences of each answer that a classifier needs: one a fold of its check."""

MAX_BYTES = 2**20
MAX_ENTRIES = 2000
"""Terms and patterns of one codebook; bounds matching time."""


def read_codebook(path: Path | str) -> Codebook:
    """The codebook in a TOML file.

    Raises:
        SettingsError: the file cannot be read, or an entry is not valid; names file and line.
    """
    text = _text(Path(path))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = int(told.group(1)) if told else len(text.splitlines())
        raise SettingsError(f"codebook {path}, line {line}: not TOML: {error}.") from error
    reader = _Reader(Path(path), Places(text))
    return reader.codebook(data, hashlib.sha256(text.encode()).hexdigest())


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_BYTES:
            raise SettingsError(f"codebook {path} is larger than {MAX_BYTES} bytes.")
        return raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"codebook {path} cannot be read: {error}. Expected a TOML file in UTF-8."
        ) from error


class _Reader:
    def __init__(self, path: Path, places: Places) -> None:
        self.path = path
        self.places = places

    def fail(self, line: int, message: str) -> SettingsError:
        return SettingsError(f"codebook {self.path}, line {line}: {message}")

    def codebook(self, data: Mapping[str, Any], digest: str) -> Codebook:
        self._keys(data, _TOP, -1, "the codebook")
        entries = data.get("kind", [])
        if not entries:
            raise self.fail(1, "it holds no kind; expected at least one [[kind]].")
        kinds: list[CodebookKind] = []
        for number, entry in enumerate(entries):
            if not isinstance(entry, dict):
                raise self.fail(1, "expected each kind as a table, [[kind]].")
            kind = self._kind(entry, number)
            if any(kind.id == other.id for other in kinds):
                line = self.places.line(number, "id")
                raise self.fail(line, f"the id {kind.id!r} stands twice; ids must be unique.")
            kinds.append(kind)
        if sum(len(kind.matchers) for kind in kinds) > MAX_ENTRIES:
            raise self.fail(1, f"more than {MAX_ENTRIES} terms and patterns.")
        return Codebook(
            name=data.get("name", self.path.stem),
            replace=data.get("replace", False),
            kinds=tuple(kinds),
            digest=digest,
            path=str(self.path),
        )

    def _keys(
        self, data: Mapping[str, Any], known: Mapping[str, type], kind: int, what: str
    ) -> None:
        for key, value in data.items():
            line = self.places.line(kind, key)
            if key not in known:
                names = ", ".join(known)
                raise self.fail(line, f"unknown key {key!r} in {what}; keys are {names}.")
            if not isinstance(value, known[key]):
                raise self.fail(
                    line, f"{key!r} takes a {known[key].__name__}, found {type(value).__name__}."
                )

    def _kind(self, entry: Mapping[str, Any], number: int) -> CodebookKind:
        at = self.places.line(number, "")
        self._keys(entry, _KIND, number, "a kind")
        for key in ("id", "definition"):
            if not entry.get(key, "").strip():
                raise self.fail(at, f"a kind lacks its {key!r}.")
        name = self._id(entry, number)
        examples = tuple(self._texts(entry, "examples", number))
        if not examples:
            raise self.fail(at, f"the kind {name!r} has no example; give one in 'examples'.")
        matchers = (
            *self._matchers(entry, "terms", number),
            *self._matchers(entry, "patterns", number),
        )
        sentences = self._sentences(entry, number)
        if not matchers and not sentences:
            raise self.fail(
                at, f"the kind {name!r} has no terms, patterns or labelled sentences to find it by."
            )
        return CodebookKind(
            id=name,
            name=entry.get("name", name.replace("-", " ")),
            definition=entry["definition"],
            examples=examples,
            direction=self._direction(entry, number),
            matchers=matchers,
            sentences=sentences,
        )

    def _id(self, entry: Mapping[str, Any], number: int) -> str:
        name: str = entry["id"]
        line = self.places.line(number, "id")
        if not ID.fullmatch(name):
            raise self.fail(line, f"{name!r} is no id; expected lower-case words and hyphens.")
        if name in set(Kind):
            raise self.fail(line, f"{name!r} is one of slantwise's own kinds; take another id.")
        return name

    def _direction(self, entry: Mapping[str, Any], number: int) -> Stance:
        value = entry.get("direction", Stance.NEUTRAL.value)
        if value not in set(Stance):
            known = ", ".join(stance.value for stance in Stance)
            line = self.places.line(number, "direction")
            raise self.fail(line, f"{value!r} is no direction; directions are {known}.")
        return Stance(value)

    def _texts(self, entry: Mapping[str, Any], key: str, number: int) -> Iterator[str]:
        for value in entry.get(key, ()):
            if not isinstance(value, str) or not value.strip():
                line = self.places.line(number, key)
                raise self.fail(line, f"{key!r} holds {value!r}; expected texts.")
            yield value

    def _matchers(self, entry: Mapping[str, Any], key: str, number: int) -> Iterator[Matcher]:
        compile_one = compiled_term if key == "terms" else compiled_pattern
        seen: set[str] = set()
        for text in self._texts(entry, key, number):
            line = self.places.line(number, key, text)
            if text.lower() in seen:
                raise self.fail(line, f"{text!r} stands twice in {key!r}.")
            seen.add(text.lower())
            try:
                yield Matcher(text, compile_one(text), whole_words=key == "terms")
            except PatternError as error:
                raise self.fail(line, f"{error}.") from error

    def _sentences(self, entry: Mapping[str, Any], number: int) -> tuple[Labelled, ...]:
        rows: Sequence[Any] = entry.get("sentence", ())
        found = []
        for row in rows:
            line = self.places.line(number, "sentence")
            if not isinstance(row, dict) or set(row) != set(_SENTENCE):
                raise self.fail(line, "a labelled sentence takes 'text' and 'holds'.")
            line = self.places.line(number, "text", str(row["text"]))
            if not isinstance(row["text"], str) or not isinstance(row["holds"], bool):
                raise self.fail(line, "'text' takes a text, and 'holds' true or false.")
            if not re.search(r"\w", row["text"]):
                raise self.fail(line, "a labelled sentence is empty.")
            found.append(Labelled(row["text"], row["holds"]))
        n_yes = sum(sentence.holds for sentence in found)
        if found and min(n_yes, len(found) - n_yes) < LEAST:
            raise self.fail(
                self.places.line(number, ""),
                f"the kind {entry['id']!r} has {n_yes} sentences that hold and "
                f"{len(found) - n_yes} that do not; a classifier needs {LEAST} of each.",
            )
        return tuple(found)

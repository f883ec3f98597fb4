"""Cue words of attribution, read from a term list and matched against the words of a page.

The first module of `voice`: all rules ask it where a text says that somebody says something.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from slantwise.errors import SettingsError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where there is one: it takes 0.04 s for the shipped list, the other 0.4 s."""


class CueForm(StrEnum):
    """What sort of word a cue is; the name of its section in the term list."""

    VERB = "verbs"
    NOUN = "nouns"
    ADJECTIVE = "adjectives"
    PREPOSITION = "prepositions"
    POSSESSION = "possessions"


class CueClass(StrEnum):
    """What a cue says that the source does."""

    SPEECH = "speech"
    JUDGEMENT = "judgement"
    THOUGHT = "thought"
    INTENT = "intent"
    EVIDENCE = "evidence"


IMPLICATIONS = frozenset({"", "truth", "falsehood", "guilt", "doubt", "force"})
"""What a cue can add about its content or speaker; empty for a plain cue."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the term list.

    Attributes:
        lemma: the dictionary form ("say", "according to").
        form: what sort of word it is.
        kind: what it says that the source does.
        frames: shapes that the content can take ("that", "quote", "np", "to", "person") and
            prepositions that can lead it.
        implies: what it adds about content or speaker, one of `IMPLICATIONS`.
        forms: every inflected form, in lower case.
    """

    lemma: str
    form: CueForm
    kind: CueClass
    frames: frozenset[str]
    implies: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, ready to be matched.

    Attributes:
        entries: the cues in the order of the list.
        version: version of the list.
        by_first: words of each form and its cue, keyed by the first word; the longest first.
    """

    entries: tuple[Cue, ...]
    version: int
    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Cue], ...]]

    def at(self, words: Sequence[str], index: int) -> tuple[int, tuple[Cue, ...]]:
        """Length in words, and readings, of the longest cue that starts at `index`.

        `words` are in lower case. No cue gives (0, ()); several readings of one form ("claims")
        come back together.
        """
        candidates = self.by_first.get(words[index])
        if candidates is None:
            return 0, ()
        length = 0
        readings: list[Cue] = []
        for form, cue in candidates:
            if len(form) < length:
                break
            if len(form) == 1 or tuple(words[index : index + len(form)]) == form:
                length = len(form)
                readings.append(cue)
        return length, tuple(readings)


def made_cues(entries: Sequence[Cue], version: int = 1) -> Cues:
    """The entries with the index that matching needs; no entries make cues that match nothing.

    >>> say = Cue("say", CueForm.VERB, CueClass.SPEECH, frozenset({"that"}), "", ("say", "said"))
    >>> made_cues([say]).at(["he", "said"], 1)[0]
    1
    """
    index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in entries:
        for form in cue.forms:
            words = tuple(form.split())
            index.setdefault(words[0], []).append((words, cue))
    ordered = {
        word: tuple(sorted(forms, key=lambda pair: -len(pair[0]))) for word, forms in index.items()
    }
    return Cues(tuple(entries), version, ordered)


def read_cues(path: Path) -> Cues:
    """The cues of a term list in YAML (its form is told at its head).

    Raises:
        SettingsError: the file is missing, is not YAML, or an entry is not of the form.
    """
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except OSError as error:
        raise SettingsError(f"{path}: the list of cues cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the list of cues is not YAML in UTF-8: {error}") from error
    sections = dict(_pairs(path, root))
    version = sections.pop("version", None)
    if not isinstance(version, yaml.ScalarNode) or not version.value.isdigit():
        raise SettingsError(f"{path}: expected `version:` with a whole number at the top")
    entries = []
    for name, node in sections.items():
        if name not in set(CueForm) or not isinstance(node, yaml.SequenceNode):
            raise SettingsError(
                f"{path}, line {node.start_mark.line + 1}: section {name!r}; expected a list "
                f"under one of {', '.join(CueForm)}"
            )
        entries += [_entry(path, CueForm(name), item) for item in node.value]
    return made_cues(entries, int(version.value))


def _pairs(path: Path, node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + 1 if node else 1
        raise SettingsError(f"{path}, line {line}: expected `key: value` pairs")
    return [(str(key.value), value) for key, value in node.value]


def _entry(path: Path, form: CueForm, node: yaml.Node) -> Cue:
    where = f"{path}, line {node.start_mark.line + 1}"
    given = dict(_pairs(path, node))
    unknown = set(given) - {"lemma", "class", "frames", "implies", "forms"}
    missing = {"lemma", "class", "frames", "forms"} - set(given)
    if unknown or missing:
        raise SettingsError(
            f"{where}: expected the keys lemma, class, frames, forms and perhaps implies; "
            f"unknown {sorted(unknown)}, missing {sorted(missing)}"
        )
    forms = given.pop("forms")
    if not isinstance(forms, yaml.SequenceNode) or not forms.value:
        raise SettingsError(f"{where}: `forms` of {given['lemma'].value!r} must be a list of words")
    words = {key: str(value.value) for key, value in given.items()}
    implies = words.get("implies", "")
    if words["class"] not in set(CueClass) or implies not in IMPLICATIONS:
        raise SettingsError(
            f"{where}: class {words['class']!r}, implies {implies!r}; expected a class of "
            f"{', '.join(CueClass)} and an implication of {', '.join(sorted(IMPLICATIONS - {''}))}"
        )
    return Cue(
        lemma=words["lemma"],
        form=form,
        kind=CueClass(words["class"]),
        frames=frozenset(words["frames"].split()),
        implies=implies,
        forms=tuple(str(item.value).lower() for item in forms.value),
    )

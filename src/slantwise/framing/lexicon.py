"""Word lists of the framing stage, read once and matched in one pass over a text.

Used by `evidence`; the lists themselves are `corpora/terms/framing.yaml` or a researcher's own.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import ahocorasick
import yaml

from slantwise.errors import SettingsError
from slantwise.records import Kind, Span, Stance

_GROUP_KEYS = {"kind", "direction", "weight", "terms"}
_TERM_KEYS = {"term", "unless_next", "unless_previous"}
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is evidence of a kind.

    Attributes:
        text: the phrase in lower case; "*-run" stands for any hyphenated word so ended.
        kind: the kind it is evidence of.
        direction: toward the actor it falls on.
        weight: chance, 0..1, that a coder would mark it in news prose.
        unless_next: words after it that show a plain sense.
        unless_previous: words before it that show a plain sense.
    """

    text: str
    kind: Kind
    direction: Stance
    weight: float
    unless_next: frozenset[str] = frozenset()
    unless_previous: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hit:
    """A term found in a text.

    Attributes:
        span: where.
        term: which.
    """

    span: Span
    term: Term


@dataclass(frozen=True)
class Lexicon:
    """All terms, ready to be matched.

    Attributes:
        terms: in the order of the file.
        digest: sha256 of the file.
    """

    terms: tuple[Term, ...]
    digest: str

    @cached_property
    def _automaton(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        by_text: dict[str, list[Term]] = {}
        for term in self.terms:
            by_text.setdefault(term.text.removeprefix("*"), []).append(term)
        for text, terms in by_text.items():
            automaton.add_word(text, tuple(terms))
        automaton.make_automaton()
        return automaton

    def hits(self, text: str) -> list[Hit]:
        """Terms in the text at word boundaries, longest first where they overlap.

        Several kinds of one phrase all count; a phrase inside a longer hit does not.
        """
        lowered = _same_length_lower(text)
        found: list[Hit] = []
        for last, terms in self._automaton.iter(lowered):
            found.extend(_whole_words(lowered, last + 1, terms))
        found.sort(key=lambda hit: (-len(hit.span), hit.span.start, -hit.term.weight))
        kept: list[Hit] = []
        taken = bytearray(len(text))
        for hit in found:
            inside = taken[hit.span.start : hit.span.end]
            if not any(inside) or any(hit.span == other.span for other in kept):
                kept.append(hit)
                taken[hit.span.start : hit.span.end] = b"\x01" * len(hit.span)
        return sorted(kept, key=lambda hit: (hit.span, -hit.term.weight))


def _same_length_lower(text: str) -> str:
    """Lower case, one character for one, curly apostrophes straight."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("’", "'")


def _whole_words(lowered: str, end: int, terms: tuple[Term, ...]) -> Iterator[Hit]:
    if end < len(lowered) and (lowered[end].isalnum() or lowered[end] == "_"):
        return
    for term in terms:
        suffix = end - len(term.text.removeprefix("*"))
        start = suffix
        if term.text.startswith("*"):
            start = _word_start(lowered, suffix)
            if start == suffix:
                continue
        elif start and (lowered[start - 1].isalnum() or lowered[start - 1] in "-_"):
            continue
        if end < len(lowered) and lowered[end] == "-" and not term.text.startswith("*"):
            continue
        if not _plain_sense(lowered, Span(start, end), term):
            yield Hit(Span(start, end), term)


def _word_start(lowered: str, end: int) -> int:
    """Start of the word whose ending begins at `end`; `end` itself where nothing precedes."""
    start = end
    while start and (lowered[start - 1].isalnum() or lowered[start - 1] in "-'"):
        start -= 1
    return start


def _plain_sense(lowered: str, span: Span, term: Term) -> bool:
    if term.unless_next:
        following = _WORD.search(lowered, span.end, span.end + 40)
        if following and following.group() in term.unless_next:
            return True
    if term.unless_previous:
        words = _WORD.findall(lowered[max(0, span.start - 40) : span.start])
        if words and words[-1] in term.unless_previous:
            return True
    return False


def read_lexicon(path: Path) -> Lexicon:
    """The word lists in a YAML file.

    Raises:
        SettingsError: the file is not of the expected form; names file and entry.
    """
    raw = path.read_bytes()
    try:
        data = yaml.safe_load(raw)
    except yaml.YAMLError as error:
        raise SettingsError(f"{path}: not YAML: {error}") from error
    if not isinstance(data, dict) or set(data) != {"version", "groups"}:
        raise SettingsError(f"{path}: expected the keys 'version' and 'groups'.")
    terms = tuple(
        term for at, group in enumerate(data["groups"]) for term in _group(group, path, at)
    )
    return Lexicon(terms, hashlib.sha256(raw).hexdigest())


def _group(group: Mapping[str, Any], path: Path, at: int) -> Iterator[Term]:
    where = f"{path}, group {at + 1}"
    if unknown := set(group) - _GROUP_KEYS:
        raise SettingsError(
            f"{where}: unknown keys {sorted(unknown)}; known: {sorted(_GROUP_KEYS)}"
        )
    try:
        kind, direction = Kind(group["kind"]), Stance(group["direction"])
        weight = float(group["weight"])
    except (KeyError, ValueError) as error:
        raise SettingsError(f"{where}: {error}") from error
    if not 0.0 < weight < 1.0:
        raise SettingsError(f"{where}: a weight lies between 0 and 1, found {weight}")
    for entry in group.get("terms", ()):
        item = {"term": entry} if isinstance(entry, str) else entry
        if unknown := set(item) - _TERM_KEYS:
            raise SettingsError(
                f"{where}: unknown keys {sorted(unknown)}; known: {sorted(_TERM_KEYS)}"
            )
        for text in expand(str(item["term"])):
            if len(text) < 2:
                raise SettingsError(f"{where}: the term {text!r} is too short to be a word")
            yield Term(
                text.lower(),
                kind,
                direction,
                weight,
                frozenset(item.get("unless_next", ())),
                frozenset(item.get("unless_previous", ())),
            )


def expand(pattern: str) -> list[str]:
    """The phrases that a pattern with choices in braces stands for.

    >>> expand("{illegal,unlawful} outpost")
    ['illegal outpost', 'unlawful outpost']
    """
    found = _CHOICE.search(pattern)
    if found is None:
        return [" ".join(pattern.split())]
    head, tail = pattern[: found.start()], pattern[found.end() :]
    return [
        phrase
        for choice in found.group(1).split(",")
        for phrase in expand(f"{head}{choice.strip()}{tail}")
    ]

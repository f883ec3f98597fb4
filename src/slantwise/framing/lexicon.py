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
_TERM_KEYS = {"term", "unless_next", "unless_previous", "unless_word"}
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as quick where libyaml is
_BESIDE = 3
"""How many words beside a term may make up one that shows a plain sense."""
_BRACE_OR_COMMA = re.compile(r"[{},]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase that is evidence of a kind.

    Attributes:
        text: the phrase in lower case; "*-run" stands for any word so ended, "pseudo-*" for any
            word so begun.
        kind: the kind it is evidence of.
        direction: toward the actor it falls on.
        weight: chance, 0..1, that a coder would mark it in news prose.
        unless_next: words, or up to three together, after it that show a plain sense.
        unless_previous: words, or up to three together, before it that show a plain sense.
        unless_word: words that a term with "*" does not stand for.
    """

    text: str
    kind: Kind
    direction: Stance
    weight: float
    unless_next: frozenset[str] = frozenset()
    unless_previous: frozenset[str] = frozenset()
    unless_word: frozenset[str] = frozenset()


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
            by_text.setdefault(term.text.strip("*"), []).append(term)
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
        spans: set[Span] = set()
        taken = bytearray(len(text))
        for hit in found:
            inside = taken[hit.span.start : hit.span.end]
            if not any(inside) or hit.span in spans:
                kept.append(hit)
                spans.add(hit.span)
                taken[hit.span.start : hit.span.end] = b"\x01" * len(hit.span)
        return sorted(kept, key=lambda hit: (hit.span, -hit.term.weight))


def _same_length_lower(text: str) -> str:
    """Lower case, one character for one, curly apostrophes straight."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("’", "'")


def _whole_words(lowered: str, end: int, terms: tuple[Term, ...]) -> Iterator[Hit]:
    start = end - len(terms[0].text.strip("*"))
    for term in terms:
        span = _word_around(lowered, Span(start, end), term.text)
        if span is None or lowered[span.start : span.end] in term.unless_word:
            continue
        if not _plain_sense(lowered, span, term):
            yield Hit(span, term)


def _word_around(lowered: str, found: Span, text: str) -> Span | None:
    """The found letters grown over each "*" of the term; None unless they then are whole words."""
    start, end = found.start, found.end
    if text.startswith("*"):
        while start and (lowered[start - 1].isalnum() or lowered[start - 1] in "-'"):
            start -= 1
    if text.endswith("*"):
        while end < len(lowered) and (lowered[end].isalnum() or lowered[end] == "-"):
            end += 1
    if (start < found.start) != text.startswith("*") or (end > found.end) != text.endswith("*"):
        return None
    if start and (lowered[start - 1].isalnum() or lowered[start - 1] in "-_"):
        return None
    after = lowered[end : end + 1]
    if after.isalnum() or after == "_" or (after == "-" and not text.startswith("*")):
        return None
    return Span(start, end)


def _plain_sense(lowered: str, span: Span, term: Term) -> bool:
    if term.unless_next:
        words = _WORD.findall(lowered[span.end : span.end + 60])[:_BESIDE]
        if any(" ".join(words[: n + 1]) in term.unless_next for n in range(len(words))):
            return True
    if term.unless_previous:
        words = _WORD.findall(lowered[max(0, span.start - 60) : span.start])[-_BESIDE:]
        return any(" ".join(words[n:]) in term.unless_previous for n in range(len(words)))
    return False


def read_lexicon(path: Path) -> Lexicon:
    """The word lists in a YAML file.

    Raises:
        SettingsError: the file is not of the expected form; names file and entry.
    """
    raw = path.read_bytes()
    try:
        data = _LOADER(raw).get_single_data()
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
        unless = {key: frozenset(item.get(key, ())) for key in sorted(_TERM_KEYS - {"term"})}
        try:
            texts = expand(str(item["term"]))
        except ValueError as error:
            raise SettingsError(f"{where}: {error}") from error
        for text in texts:
            if len(text.strip("*")) < 2:
                raise SettingsError(f"{where}: the term {text!r} is too short to be a word")
            yield Term(text.lower(), kind, direction, weight, **unless)


def expand(pattern: str) -> list[str]:
    """The phrases that a pattern with choices in braces stands for; choices may hold choices.

    >>> expand("{illegal,unlawful} outpost")
    ['illegal outpost', 'unlawful outpost']
    >>> expand("{thug{,s},henchm{a,e}n}")
    ['thug', 'thugs', 'henchman', 'henchmen']

    Raises:
        ValueError: a brace is not closed or not opened.
    """
    return [" ".join(phrase.split()) for phrase in _phrases(pattern)]


def _phrases(pattern: str) -> list[str]:
    head, brace, rest = pattern.partition("{")
    if "}" in head:
        raise ValueError(f"a brace that was not opened in {pattern!r}")
    if not brace:
        return [head]
    choices, tail = _choices(rest)
    ends = _phrases(tail)
    return [
        f"{head}{middle}{end}"
        for choice in choices
        for middle in _phrases(choice.strip())
        for end in ends
    ]


def _choices(text: str) -> tuple[list[str], str]:
    """The choices up to the brace that closes them, and what follows it."""
    depth, begin = 0, 0
    choices: list[str] = []
    for mark in _BRACE_OR_COMMA.finditer(text):
        if mark.group() == "{":
            depth += 1
        elif depth and mark.group() == "}":
            depth -= 1
        elif not depth:
            choices.append(text[begin : mark.start()])
            begin = mark.end()
            if mark.group() == "}":
                return choices, text[begin:]
    raise ValueError(f"a brace is not closed in {{{text!r}")

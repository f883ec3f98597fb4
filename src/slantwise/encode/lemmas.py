"""Lemmas of words by tag: spaCy's rule tables for English, without a pipeline around them.

`wording` takes these as a function; the tagger's own pipeline leaves its lemmatiser out.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any

from slantwise.encode.words import PACKAGE, spacy_library

_PARTS = {"VB": "VERB", "MD": "AUX", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV"}
_BASE_FORMS = frozenset({"VB", "NN", "JJ", "RB"})


class Lemmatizer:
    """Gives the lemma of a word with its Penn tag."""

    def __init__(self) -> None:
        """Read the rule tables of the English package."""
        spacy_library()
        from spacy.lang.en.lemmatizer import EnglishLemmatizer
        from spacy.vocab import Vocab

        self._vocab = Vocab()
        self._rules: Any = EnglishLemmatizer(self._vocab, None, mode="rule")
        self._rules.from_disk(_tables(), exclude=["vocab"])
        self.lemma = lru_cache(maxsize=2**16)(self._lemma)

    def __call__(self, word: str, tag: str) -> str:
        """The lemma in lower case; the word itself where no rule knows it.

        >>> lemma = Lemmatizer()
        >>> lemma("seized", "VBD"), lemma("villages", "NNS"), lemma("the", "DT")
        ('seize', 'village', 'the')
        """
        return self.lemma(word.lower(), tag)

    def _lemma(self, word: str, tag: str) -> str:
        part = _PARTS.get(tag[:2])
        if part is None or tag in _BASE_FORMS:
            return word
        from spacy.tokens import Doc

        (token,) = Doc(self._vocab, words=[word], pos=[part])
        # "waged" may come of "wag" or "wage"; a short one would double its consonant.
        return str(max(self._rules.rule_lemmatize(token), key=len))


def _tables() -> Path:
    import importlib.util

    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(
            f"the package {PACKAGE} is not installed; install slantwise again"
        )
    return next(Path(spec.origin).parent.glob("*/lemmatizer"))

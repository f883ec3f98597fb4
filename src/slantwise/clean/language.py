"""The language that an article is written in, found on its body."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ANALYSED = "en"
"""The language that slantwise judges."""

_FEWEST_LETTERS = 100
_SAMPLE = 1000
_SURE = 0.8
"""Chosen on 14,331 first 120 characters of paragraphs of English news: the likeliest mistake had
0.66. Where a new release of py3langid comes in, look at those again."""


def found_language(paragraphs: Sequence[str]) -> str:
    """The ISO 639-1 code of the language; empty where the text is too short or leaves doubt.

    Judged on the first thousand characters; fewer than a hundred letters are too short.

    >>> found_language(["Too short."])
    ''
    """
    sample = ""
    for paragraph in paragraphs:
        sample += paragraph[: _SAMPLE - len(sample)] + "\n"
        if len(sample) >= _SAMPLE:
            break
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return ""
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else ""


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

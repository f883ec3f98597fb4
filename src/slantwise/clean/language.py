"""The language that an article is written in, found on its body."""

import re
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

_ENGLISH = frozenset(
    "the and of to that with for was were this which from have has had been their they would who "
    "it is on as by at be are but not he she his her its said will an or more about after than "
    "when into also out up there what we you".split()
)
"""Function words of English news. Some stand in another language too; so many of them, with so
many "the", in none."""

_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.25
_SHARE_OF_THE = 0.015
"""Chosen so that no text of another language passes, and most English ones do; figures by
`scripts/measure_language.py`."""


def found_language(paragraphs: Sequence[str]) -> str:
    """The ISO 639-1 code of the language; empty where the text is too short or leaves doubt.

    Judged on the first thousand characters; fewer than a hundred letters are too short. Where the
    function words show English beyond doubt, py3langid is not asked: it takes half a second to
    load and two milliseconds a text.

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
    return ANALYSED if is_plainly_english(sample) else asked_language(sample)


def is_plainly_english(text: str) -> bool:
    """Whether a quarter of the words are function words of English, "the" among them.

    >>> is_plainly_english("The minister said that the talks would go on, and that it was late.")
    True
    >>> is_plainly_english("De minister zei dat het overleg doorgaat en dat het laat was.")
    False
    """
    words = [word.lower() for word in _WORD.findall(text)]
    return sum(word in _ENGLISH for word in words) >= _SHARE * len(words) > 0 and words.count(
        "the"
    ) >= _SHARE_OF_THE * len(words)


def asked_language(sample: str) -> str:
    """The language as py3langid names it; empty where it is in doubt."""
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else ""


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

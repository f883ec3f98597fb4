"""Lemmas of words that no dictionary lists: what the spelling of an English ending gives away.

`lemmas` asks here last. Endings are taken off by the spelling rules of Quirk et al. (1985, A
Comprehensive Grammar of the English Language, 3.5-3.10 and 5.80): doubled consonants, dropped "e",
"y" turned to "i". Of the possible stems one that stands in the dictionary as any part of speech
comes first, for most new verbs are made of nouns; then a listed form at the word's end ("retweeted"
ends in "tweeted") is followed.
"""

import re
from collections.abc import Container, Mapping
from typing import Final

_WITH_S = frozenset({"NNS", "NNPS", "VBZ"})
_ENDINGS: Final = {
    "VBD": "ed",
    "VBN": "ed",
    "VBG": "ing",
    "JJR": "er",
    "RBR": "er",
    "JJS": "est",
    "RBS": "est",
}
# Stems that are written with a last "e": "handl", "produc", "creat", "merg", "releas".
# Chosen on the words that the dictionary lists; rerun scripts/measure_lemmas.py after a change.
_LOST_E = re.compile(
    r"(?:[bcdfgkptz]l|[cuvz]|[^aeoy]at|[rd]g|[^s]s|ir|ur|[^eo]id|[^aeiouy]ud|[aeu]th)$"
)
_ONE_SYLLABLE = re.compile(r"[^aeiou]*[aeiouy][^aeiouwxy]")
_KEPT_DOUBLE = frozenset("lsfz")
_HISSING = re.compile(r"(?:[^aeiou][sz]|ss|zz|x|ch|sh)es$")
_SHORTEST_TAIL = 5
"""Letters that a listed form must have to be followed; shorter ones are often chance."""


def uninflected(word: str, tag: str, forms: Mapping[str, str], known: Container[str]) -> str:
    """The likeliest lemma of an unlisted word; the word itself for tags without an ending.

    Args:
        word: in lower case.
        tag: Penn tag of a noun, verb, adjective or adverb.
        forms: form → lemma of listed words of the same part of speech.
        known: lemmas of every part of speech.

    >>> uninflected("doxxed", "VBD", {}, set()), uninflected("vapes", "VBZ", {}, set())
    ('dox', 'vape')
    >>> uninflected("retweeted", "VBD", {"tweeted": "tweet"}, {"tweet"})
    'retweet'
    """
    if tag in _WITH_S:
        return _of_listed_tail(word, forms) or _without_s(word)
    if tag not in _ENDINGS:
        return word
    ending = _ENDINGS[tag]
    if not word.endswith(ending) or len(word) < len(ending) + 3:
        return _of_listed_tail(word, forms) or word
    likeliest, *others = stems(word.removesuffix(ending))
    found = next((stem for stem in (likeliest, *others) if stem in known), None)
    return found or _of_listed_tail(word, forms) or likeliest


def stems(cut: str) -> tuple[str, ...]:
    """What a word may be that lost its ending "ed", "ing", "er" or "est", the likeliest first.

    >>> stems("tagg"), stems("them"), stems("bull"), stems("envi")
    (('tag',), ('theme', 'them'), ('bull', 'bul'), ('envy', 'envi'))
    """
    if cut.endswith("i"):
        return f"{cut[:-1]}y", cut
    if len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "aeio":
        return (cut, cut[:-1]) if cut[-1] in _KEPT_DOUBLE else (cut[:-1],)
    if _LOST_E.search(cut) or _ONE_SYLLABLE.fullmatch(cut):
        return f"{cut}e", cut
    return cut, f"{cut}e"


def _of_listed_tail(word: str, forms: Mapping[str, str]) -> str | None:
    for first in range(1, len(word) - _SHORTEST_TAIL + 1):
        tail = word[first:]
        lemma = forms.get(tail, tail)
        if lemma != tail:
            return word[:first] + lemma
    return None


def _without_s(word: str) -> str:
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if _HISSING.search(word):
        return word[:-2]
    # "the 1990s" has no singular; "gps" and "ss" are seldom plurals.
    kept = word.endswith(("ss", "us", "'s")) or word[-2:-1].isdigit() or len(word) < 3
    return word if kept else word.removesuffix("s")

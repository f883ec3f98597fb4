"""Names that a model does not see: each gives way to one token for its class.

An encoder that reads "Israel" or "Hamas" has an opinion of them from its pretraining. One that
reads "a place" or "a body" has to go by the words around. The list of names belongs to the model
(`names.tsv`) and not to a study's identity table, so that its answers do not depend on the study.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from slantwise.errors import ModelError

STAND_INS: Final[Mapping[str, str]] = {
    "place": "\ue001",
    "people": "\ue002",
    "group": "\ue003",
    "person": "\ue004",
    "faith": "\ue005",
}
"""Class of names → the character that the encoder's tokenizer reads as one token of its own.

place: states, territories, their capitals; people: "Israeli", "Republican", "Muslim", before a
noun or for one of them; group: "Israelis", "Republicans", "Muslims", and parties, armies,
companies, organisations; person; faith: "Islam". The characters are of Unicode's private use area.
"""
FIRST_NAME: Final = "first name"
TITLE: Final = "title"
"""Classes of words that a person's name goes on after, and of words that one stands after."""

Extent = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_JOINS = frozenset({" ", "-", "'", "’", ".", " & ", ". ", "\u00a0", "‑", "–", "ʼ", "ʻ"})
"""What may stand between two words of one name."""
_ARTICLE_BELONGS = frozenset({"place", "group"})
"""Classes whose names take an article or none as custom has it: it goes with them."""
_ARTICLES = frozenset({"the", "The"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "der", "de", "da", "di", "del"})
_HEADING_SHARE = 0.6
_LONGEST_SHORTENED = 3
"""Letters of "St." and "Sen."; a longer word before a full stop ends a sentence."""
_CLASSES = frozenset({*STAND_INS, FIRST_NAME, TITLE})


@dataclass(frozen=True, slots=True)
class Blinded:
    """A text with stand-ins for its names.

    Attributes:
        text: the text.
        names: where the names stood in the text as it was, in order.
        places: where their stand-ins stand in `text`, each one character long.
    """

    text: str
    names: tuple[Extent, ...]
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> Extent:
        r"""Characters of the text as it was, of a token of `text`.

        >>> blinded = NameBlinder({"North Korea": "place"}).blind("So North Korea said.")
        >>> blinded.text == "So \ue001 said.", blinded.original(3, 4), blinded.original(5, 9)
        (True, (3, 14), (15, 19))
        """
        return self._moved(start), self._moved(end)

    def _moved(self, offset: int) -> int:
        before = bisect_left(self.places, offset)
        if not before:
            return offset
        return self.names[before - 1][1] + offset - self.places[before - 1] - 1


Word = tuple[str, int, int]
"""A word with its start and end."""


class NameBlinder:
    """Finds names of a list in texts and puts stand-ins in their places.

    Beside the names of the list, a person's: a first name of the list with the word in capitals
    after it, and such a word after a title. Not in a heading, where every word has its capital.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take names with their classes; names are found as they are written, capitals too."""
        self.names = dict(names)
        self._leads = {n: kind for n, kind in names.items() if kind in (FIRST_NAME, TITLE)}
        self._listed: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, kind in names.items():
            if kind in STAND_INS:
                first, *others = _WORD.findall(_plain(name))
                self._listed.setdefault(first, []).append((tuple(others), kind))
        for entries in self._listed.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def blind(self, text: str) -> Blinded:
        """The text with a stand-in for every name, the longest where several begin."""
        pieces: list[str] = []
        names: list[Extent] = []
        places: list[int] = []
        done = length = 0
        for start, end, kind in self._found(_plain(text)):
            pieces += [text[done:start], STAND_INS[kind]]
            length += start - done
            places.append(length)
            names.append((start, end))
            length += 1
            done = end
        pieces.append(text[done:])
        return Blinded("".join(pieces), tuple(names), tuple(places))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
        heading: bool | None = None
        position = 0
        while position < len(words):
            last, kind = self._named(text, words, position)
            if kind and self._goes_on_longer(text, words, position, last):
                kind = ""
            elif not kind and words[position][0] in self._leads:
                heading = _is_heading(text, words) if heading is None else heading
                if not heading:
                    last, kind = self._person(text, words, position)
            if kind:
                first = words[position][1]
                if self._leads.get(words[position][0]) == TITLE:
                    first = words[position + 1][1]
                elif kind in _ARTICLE_BELONGS and _follows_article(text, words, position):
                    first = words[position - 1][1]
                yield first, words[last][2], kind
                position = last
            position += 1

    def _named(self, text: str, words: Sequence[Word], position: int) -> tuple[int, str]:
        """The last word and the class of the longest name of the list that begins here."""
        for others, kind in self._listed.get(words[position][0], ()):
            last = position + len(others)
            if last >= len(words) or (others and words[position + 1][0] != others[0]):
                continue
            if _follow(text, words[position : last + 1], others):
                return last, kind
        return position, ""

    def _goes_on_longer(self, text: str, words: Sequence[Word], position: int, last: int) -> bool:
        """Whether "The National", found, is but the article of "The National Rifle Association"."""
        is_article = words[position][0] in _ARTICLES and position < last
        return is_article and self._named(text, words, position + 1)[0] > last

    def _person(self, text: str, words: Sequence[Word], position: int) -> tuple[int, str]:
        """The last word of the person's name that a first name or a title leads to."""
        last = position
        while last + 1 < len(words) and _join(text, words[last], words[last + 1][1]):
            last += 1
            word = words[last][0]
            if self._leads.get(word) == FIRST_NAME or (len(word) == 1 and word.isupper()):
                continue
            if word in _PARTICLES:
                continue
            return (last, "person") if word[0].isupper() else (position, "")
        return position, ""


def _follow(text: str, words: Sequence[Word], others: Sequence[str]) -> bool:
    """Whether `words` after the first are `others`, with nothing but joins between."""
    return all(
        word == other and _join(text, before, start)
        for before, (word, start, _), other in zip(words, words[1:], others, strict=False)
    )


def _join(text: str, before: Word, start: int) -> bool:
    """Whether a name may go on at `start` after the word `before`; a sentence must not end."""
    between = text[before[2] : start]
    return between in _JOINS and (between != ". " or len(before[0]) <= _LONGEST_SHORTENED)


def _follows_article(text: str, words: Sequence[Word], position: int) -> bool:
    word, _, end = words[position - 1] if position else ("", 0, 0)
    return word in _ARTICLES and text[end : words[position][1]] == " "


def _is_heading(text: str, words: Sequence[Word]) -> bool:
    """Whether most long words have a capital and no full stop ends the text."""
    if text.rstrip(" \n\"'”’)").endswith("."):
        return False
    long = [word for word, _, _ in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) > _HEADING_SHARE * len(long)


def _plain(text: str) -> str:
    """The text with letters without their diacritics, character for character."""
    if text.isascii():
        return text
    return "".join(map(_plain_letter, text))


def _plain_letter(letter: str) -> str:
    return letter if letter.isascii() else unicodedata.normalize("NFD", letter)[0]


def read_names(path: Path) -> NameBlinder:
    """The names in the file `path`: a name, a tab and its class on each line.

    Raises:
        ModelError: a line is not of that form; with its number.
    """
    names = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, tab, kind = line.partition("\t")
        if not tab or kind not in _CLASSES or not _WORD.search(name):
            raise ModelError(
                f"{path}, line {number}: expected a name, a tab and one of {sorted(_CLASSES)}, "
                f"found {line!r}. Get the model again."
            )
        names[name] = kind
    return NameBlinder(names)


def write_names(names: Iterable[tuple[str, str]], path: Path) -> None:
    """Write names with their classes, sorted, in the form of `read_names`."""
    lines = [f"{name}\t{kind}\n" for name, kind in sorted(names)]
    path.write_text("".join(lines), encoding="utf-8")

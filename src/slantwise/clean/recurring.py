"""Lines that repeat across the articles of one outlet: found in a first pass, removed in a second.

An outlet's own furniture ("Follow our live coverage here") is known by no list, but stands under
many of its articles. So does a paragraph of background, which is text: hence the thresholds, and
the place (first or last paragraphs) and length a line must have.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

FIRST = 3
LAST = 6
LONGEST = 300
FEWEST_ARTICLES = 5
"""Articles of the outlet that a line must stand in at least."""

SHARE = 0.02
"""Share of the outlet's articles that a line without the form of a sentence must stand in."""

SHARE_OF_SENTENCE = 0.2
"""The same for a line that has the form of a sentence, and might be background."""

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r".*[.!?][\"'”’»)\]]*$", re.DOTALL)
_FEWEST_WORDS_OF_SENTENCE = 8


@dataclass(frozen=True, slots=True)
class RecurringLines:
    """Lines that repeat, by outlet.

    Attributes:
        lines: the folded lines of each outlet.
    """

    lines: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> "RecurringLines":
        """Of pairs of outlet and folded line, in any order."""
        found: dict[str, set[str]] = {}
        for outlet, line in pairs:
            found.setdefault(outlet, set()).add(line)
        lines = {outlet: frozenset(own) for outlet, own in found.items()}
        return cls(MappingProxyType(lines))

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as a plain dictionary."""
        return RecurringLines, (dict(self.lines),)

    def holds(self, outlet: str, paragraph: str, index: int, n_paragraphs: int) -> bool:
        """Whether the paragraph at that place is one of the outlet's repeating lines."""
        own = self.lines.get(outlet)
        return bool(
            own
            and len(paragraph) <= LONGEST
            and _is_looked_at(index, n_paragraphs)
            and folded_line(paragraph) in own
        )


def candidate_lines(paragraphs: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Lines of an article that may repeat, each once, folded; whether each is a sentence.

    The first three and the last six paragraphs of up to 300 characters.
    """
    seen: set[str] = set()
    for index, paragraph in enumerate(paragraphs):
        if len(paragraph) <= LONGEST and _is_looked_at(index, len(paragraphs)):
            line = folded_line(paragraph)
            if line and line not in seen:
                seen.add(line)
                yield line, is_sentence(paragraph)


def recurs(n_articles: int, n_of_outlet: int, *, sentence: bool) -> bool:
    """Whether a line that stands in so many of the outlet's articles is furniture.

    >>> recurs(5, 250, sentence=False), recurs(5, 250, sentence=True), recurs(4, 4, sentence=False)
    (True, False, False)
    """
    share = SHARE_OF_SENTENCE if sentence else SHARE
    return n_articles >= max(FEWEST_ARTICLES, share * n_of_outlet)


def folded_line(paragraph: str) -> str:
    """The line as it is compared: its words, case and marks set aside.

    >>> folded_line("Follow our LIVE coverage, here »")
    'follow our live coverage here'
    """
    return " ".join(_WORD.findall(paragraph.casefold()))


def is_sentence(paragraph: str) -> bool:
    """Whether the line is of eight words or more and ends as sentences do."""
    words = len(_WORD.findall(paragraph))
    return words >= _FEWEST_WORDS_OF_SENTENCE and _SENTENCE.match(paragraph) is not None


def _is_looked_at(index: int, n_paragraphs: int) -> bool:
    return index < FIRST or index >= n_paragraphs - LAST

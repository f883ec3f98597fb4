"""Words and pairs of words that an article uses in its outlet's own voice.

Names of reporters and outlets are left out: they are typical of an outlet and tell nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from slantwise.records import Span
from slantwise.wording.stopwords import CALENDAR, STOPWORDS

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[.,;:!?()\[\]“”\"–—\n]")
_PLAIN = STOPWORDS | CALENDAR
_PARTS = re.compile(r"[^\W\d_]+")


def own_stretches(n_characters: int, quoted: Iterable[Span]) -> Iterator[Span]:
    """The stretches of a text that no quotation or paraphrase covers, in order.

    >>> [(s.start, s.end) for s in own_stretches(10, [Span(2, 4), Span(3, 6)])]
    [(0, 2), (6, 10)]
    """
    reached = 0
    for span in sorted(quoted):
        if span.start > reached:
            yield Span(reached, span.start)
        reached = max(reached, span.end)
    if reached < n_characters:
        yield Span(reached, n_characters)


def names_of(*texts: str) -> frozenset[str]:
    """Words of a byline or an outlet's name, in lower case.

    >>> sorted(names_of("Annika Sorrel in Tolm"))
    ['annika', 'sorrel', 'tolm']
    """
    words = (word.lower() for text in texts for word in _PARTS.findall(text) if word[0].isupper())
    return frozenset(words) - STOPWORDS


def terms_of(pieces: Sequence[str], names: frozenset[str]) -> frozenset[str]:
    """Terms of stretches of text: content words, and pairs of neighbours that are content words.

    A capitalised word that is one of `names` parts what stands around it.

    >>> sorted(terms_of(["The hollow assurance, in Tolm."], frozenset({"tolm"})))
    ['assurance', 'hollow', 'hollow assurance']
    """
    found: set[str] = set()
    for piece in pieces:
        before = ""
        for match in _TOKEN.finditer(piece):
            token = match.group().replace("’", "'")
            word = token.lower().removesuffix("'s")
            kept = word[0].isalpha() and len(word) > 1 and word not in _PLAIN
            if not kept or (token[0].isupper() and word in names):
                before = ""
                continue
            found.add(word)
            if before:
                found.add(f"{before} {word}")
            before = word
    return frozenset(found)

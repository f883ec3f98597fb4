"""The voice of any stretch of an article, looked up in an index built once."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heappop, heappush

from slantwise.records import Attribution, Span, Voice, Word, WordCounts

_NO_WORDS = frozenset(
    {".", ",", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "SYM", "$", "#", "_SP", "POS", ""}
)


class VoiceMap:
    """Which attribution is innermost at each place of an article.

    Inside several, quotation marks win over paraphrase, then the shorter stretch over the
    longer, then the later attribution. Building takes n log n steps for n stretches, a question
    log n.

    >>> told = Attribution(Voice.REPORTED, (Span(0, 20),))
    >>> quoted = Attribution(Voice.DIRECT, (Span(5, 9),))
    >>> voices = VoiceMap((told, quoted))
    >>> voices.at(Span(6, 8))[0].value, voices.at(Span(30, 31))[0].value
    ('direct', 'outlet')
    """

    __slots__ = ("_owners", "_starts", "attributions")

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        """Build the index; no attributions make a map in which all is the outlet's."""
        self.attributions = tuple(attributions)
        self._starts, self._owners = _flattened(self.attributions)

    def index_at(self, offset: int) -> int | None:
        """Index of the innermost attribution at a character; None where the outlet speaks."""
        place = bisect_right(self._starts, offset) - 1
        return self._owners[place] if place >= 0 else None

    def at(self, span: Span) -> tuple[Voice, Attribution | None]:
        """The voice that most characters of the span are in, and its attribution.

        On a tie the first in the text. The outlet's own voice comes with None. An empty span
        has the voice of the character it stands before.
        """
        owner = self.index_at(span.start)
        place = bisect_right(self._starts, span.start)
        if place < len(self._starts) and self._starts[place] < span.end:
            owner = self._most(span, place, owner)
        if owner is None:
            return Voice.OUTLET, None
        attribution = self.attributions[owner]
        return attribution.voice, attribution

    def _most(self, span: Span, place: int, owner: int | None) -> int | None:
        """The owner of most characters of a span that holds the change at `place`."""
        covered: dict[int | None, int] = {}
        reached = span.start
        while reached < span.end:
            more = place < len(self._starts)
            end = min(span.end, self._starts[place]) if more else span.end
            covered[owner] = covered.get(owner, 0) + end - reached
            owner = self._owners[place] if more else owner
            reached, place = end, place + 1
        return max(covered, key=lambda key: covered[key])


def _flattened(attributions: Sequence[Attribution]) -> tuple[list[int], list[int | None]]:
    """Offsets at which the innermost attribution changes, and which one it is from there on."""
    stretches = sorted(
        (span.start, span.end, _rank(attribution, span, index), index)
        for index, attribution in enumerate(attributions)
        for span in attribution.content
        if len(span)
    )
    edges = sorted({edge for start, end, _, _ in stretches for edge in (start, end)})
    starts: list[int] = []
    owners: list[int | None] = []
    active: list[tuple[tuple[int, int, int], int, int]] = []
    following = 0
    for edge in edges:
        while following < len(stretches) and stretches[following][0] == edge:
            _, end, rank, index = stretches[following]
            heappush(active, (rank, end, index))
            following += 1
        while active and active[0][1] <= edge:
            heappop(active)
        owner = active[0][2] if active else None
        if not owners or owners[-1] != owner:
            starts.append(edge)
            owners.append(owner)
    return starts, owners


def _rank(attribution: Attribution, span: Span, index: int) -> tuple[int, int, int]:
    """Lower is further in."""
    return int(attribution.voice is Voice.REPORTED), len(span), -index


def count_words(words: Iterable[Word], voices: VoiceMap) -> WordCounts:
    """Words by voice; the four add up to all words.

    Punctuation is not a word, and a clitic ("n't", "'s") belongs to the word it adjoins. Words
    must be in order. No words give four zeros.
    """
    counts = dict.fromkeys(Voice, 0)
    for owner in _owners(words, voices):
        counts[Voice.OUTLET if owner is None else voices.attributions[owner].voice] += 1
    return WordCounts(
        outlet=counts[Voice.OUTLET],
        direct=counts[Voice.DIRECT],
        reported=counts[Voice.REPORTED],
        scare=counts[Voice.SCARE],
    )


def with_word_counts(words: Iterable[Word], voices: VoiceMap) -> tuple[Attribution, ...]:
    """The map's attributions, each with the words of which it is the innermost attribution.

    Words count as in `count_words`, so the counts of a voice add up to that voice's words.
    """
    counts = Counter(_owners(words, voices))
    return tuple(
        replace(attribution, n_words=counts[index])
        for index, attribution in enumerate(voices.attributions)
    )


def _owners(words: Iterable[Word], voices: VoiceMap) -> Iterator[int | None]:
    """For each word in order, the index of its innermost attribution; None for the outlet."""
    reached = -1
    for word in words:
        if word.tag in _NO_WORDS:
            reached = -1
            continue
        if word.span.start != reached:
            yield voices.index_at(word.span.start)
        reached = word.span.end

"""What an evaluation needs of an analyser, and how items are brought to it.

`slantwise.load` gives such an analyser; anything else that satisfies the protocol may be scored
by the same figures.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeVar

from slantwise.records import AnalysedArticle, Article

if TYPE_CHECKING:
    from slantwise.encode import Encoder

Item = TypeVar("Item")


class Analyser(Protocol):
    """Anything that reads articles and holds an encoder."""

    @property
    def encoder(self) -> "Encoder":
        """The encoder, whose heads are scored by themselves."""
        ...

    @property
    def abstain_below(self) -> float:
        """Probability under which no stance is named."""
        ...

    def read_many(self, articles: Iterable[Article]) -> Iterator[AnalysedArticle]:
        """Analysed articles in input order."""
        ...

    def signature(self) -> dict[str, str]:
        """What can change an answer, by name."""
        ...


def read_beside(
    items: Iterable[Item], to_article: Callable[[Item], Article], analyser: Analyser
) -> Iterator[tuple[Item, AnalysedArticle]]:
    """Each item with its article analysed, in order; holds what the analyser reads ahead."""
    waiting: deque[Item] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            yield to_article(item)

    for analysed in analyser.read_many(articles()):
        yield waiting.popleft(), analysed

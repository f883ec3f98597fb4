"""A stand-in for the analyser: counts words and judges nothing.

Carries articles through reading, cleaning, sharding and writing in a fraction of a second and
without a model: for rehearsing a run before hours of work, and for trying what faults do to one.
"""

import hashlib
from collections.abc import Iterable, Iterator

from slantwise.pipeline.analyser import AnalyserSettings
from slantwise.records import AnalysedArticle, CleanedArticle, Sentence, WordCounts
from slantwise.version import __version__


class StandIn:
    """Reads articles as `Analyser` does, without judging them."""

    def __init__(self, settings: AnalyserSettings | None = None) -> None:
        """Take the settings of an analyser; only their names reach the signature."""
        self.settings = settings or AnalyserSettings()
        self.coder = None

    def signature(self) -> dict[str, str]:
        """What can change a result: says plainly that no model was at work."""
        return {"slantwise": __version__, "model": "stand-in"}

    def read_cleaned(self, articles: Iterable[CleanedArticle]) -> Iterator[AnalysedArticle]:
        """Articles with one sentence a paragraph, a made-up bias from its text, and word counts."""
        for article in articles:
            texts = [span.of(article.text) for span in article.paragraphs]
            yield AnalysedArticle(
                article=article,
                sentences=tuple(Sentence(n, span, n) for n, span in enumerate(article.paragraphs)),
                biases=tuple(map(_bias, texts)),
                attributions=(),
                actors=(),
                mentions=(),
                findings=(),
                mention_stances=(),
                stances=(),
                decisions=(),
                words=WordCounts(sum(len(text.split()) for text in texts), 0, 0, 0),
            )


def _bias(text: str) -> float:
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()[0] / 256

"""The `encode` stage: articles in, the same articles with words, entities and head outputs out.

Sentences of several articles share batches; an article's outputs do not depend on which.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from slantwise.encode.encoder import Encoder
from slantwise.encode.words import WordReader
from slantwise.records import CleanedArticle, EncodedArticle, Quotation, Sentence

Segmented = tuple[CleanedArticle, tuple[Sentence, ...], tuple[Quotation, ...]]
"""What `segment` gives for one article."""


def encode(
    segmented: Iterable[Segmented], encoder: Encoder, *, group: int = 32
) -> Iterator[EncodedArticle]:
    """Encoded articles in input order; reads `group` articles ahead."""
    source, reader = iter(segmented), WordReader(encoder.model)
    while articles := list(islice(source, group)):
        yield from _encode_group(articles, encoder, reader)


def _encode_group(
    articles: Sequence[Segmented], encoder: Encoder, reader: WordReader
) -> Iterator[EncodedArticle]:
    texts = [s.span.of(article.text) for article, sentences, _ in articles for s in sentences]
    starts = [s.span.start for _, sentences, _ in articles for s in sentences]
    encoded = iter(zip(texts, starts, encoder.encode(texts, starts), strict=True))
    for article, sentences, quotations in articles:
        own = list(islice(encoded, len(sentences)))
        pieces = [reader.read(text, start, outputs) for text, start, outputs in own]
        yield EncodedArticle(
            article=article,
            sentences=sentences,
            quotations=quotations,
            words=tuple(word for words, _ in pieces for word in words),
            entities=tuple(entity for _, entities in pieces for entity in entities),
            outputs=tuple(outputs for _, _, outputs in own),
        )

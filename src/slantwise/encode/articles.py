"""The `encode` stage: articles in, the same articles with words, entities and head outputs out.

Sentences of several articles share batches; an article's outputs do not depend on which.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from slantwise.encode.encoder import Encoder
from slantwise.encode.words import Tagger
from slantwise.records import CleanedArticle, EncodedArticle, Quotation, Sentence

Segmented = tuple[CleanedArticle, tuple[Sentence, ...], tuple[Quotation, ...]]
"""What `segment` gives for one article."""


def encode(
    segmented: Iterable[Segmented], encoder: Encoder, tagger: Tagger, *, group: int = 32
) -> Iterator[EncodedArticle]:
    """Encoded articles in input order; reads `group` articles ahead."""
    source = iter(segmented)
    while articles := list(islice(source, group)):
        yield from _encode_group(articles, encoder, tagger)


def _encode_group(
    articles: Sequence[Segmented], encoder: Encoder, tagger: Tagger
) -> Iterator[EncodedArticle]:
    texts = [s.span.of(article.text) for article, sentences, _ in articles for s in sentences]
    starts = [s.span.start for _, sentences, _ in articles for s in sentences]
    outputs = iter(encoder.encode(texts, starts))
    read = iter(tagger.read(texts, starts))
    for article, sentences, quotations in articles:
        pieces = list(islice(read, len(sentences)))
        yield EncodedArticle(
            article=article,
            sentences=sentences,
            quotations=quotations,
            words=tuple(word for words, _ in pieces for word in words),
            entities=tuple(entity for _, entities in pieces for entity in entities),
            outputs=tuple(islice(outputs, len(sentences))),
        )

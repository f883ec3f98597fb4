"""Sentences and quotations of a cleaned article.

Second step after `clean` and before `encode`: nothing here judges, and the text is not changed;
every record points into it by character offsets.
"""

from slantwise.records import CleanedArticle, Quotation, Sentence
from slantwise.segment.blocks import blocks_of
from slantwise.segment.quotations import quotations_in
from slantwise.segment.sentences import sentences_in

__all__ = ["segment"]


def segment(article: CleanedArticle) -> tuple[tuple[Sentence, ...], tuple[Quotation, ...]]:
    """The sentences of the article, headline first, and its quotations in order.

    Every non-blank character of the text lies in exactly one sentence. An article without
    text gives two empty tuples. Time grows linearly with the length of the text, however many
    quotation marks it holds and however they are matched.

    Raises:
        ValueError: non-blank text stands outside the headline and the paragraphs, or these
            overlap: the cleaned article breaks its own contract.
    """
    blocks = blocks_of(article)
    quoted = quotations_in(article.text, blocks)
    return sentences_in(article.text, blocks, quoted), quoted.quotations

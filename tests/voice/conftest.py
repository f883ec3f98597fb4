"""Encoded articles for the tests of `voice`, tagged by a small lexicon, without a model."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from slantwise.records import (
    Article,
    CleanedArticle,
    EncodedArticle,
    Entity,
    OffsetRun,
    SentenceOutputs,
    Source,
    Span,
    Word,
)
from slantwise.segment import segment
from slantwise.voice import Cues, read_cues

_TOKEN = re.compile(r"(?:[A-Z]\.)+|Mr\.|n't\b|['’]s\b|\w+(?=n't\b)|\w+|``|''|[^\w\s]")
_TAGS = {
    "DT": "the a an this that_ these those no every any",
    "IN": "in on of at by for with from to_ as after before that while although about against "
    "into according because if during",
    "TO": "to",
    "CC": "and but or",
    "PRP": "he she it they we i you him her_ them",
    "PRP$": "his its their her",
    "MD": "will would can could must may",
    "WP": "who what",
    "WDT": "which",
    "VBZ": "is has says calls reckons states wants",
    "VBP": "are have say do",
    "VBD": "was were had said added announced told claimed met left stopped went called denied "
    "warned insisted wrote asked spoke argued showed confirmed stated did accused described "
    "screeched raged happened fell criticised dismissed",
    "VBN": "been cited told_ occupied known",
    "VB": "be stop leave form make go avoid",
    "VBG": "adding saying stating noting leaving",
    "RB": "not n't also never reportedly later then again",
    "JJ": "new red clear confident illegal provocative unwanted short western old",
    "NNS": "talks sources officials attacks incidents reporters years clashes workers",
}
_LEXICON = {word: tag for tag, words in _TAGS.items() for word in words.split()}
_MARKS = {",": ",", ".": ".", "!": ".", "?": ".", ":": ":", ";": ":", "—": ":", "(": "-LRB-"}
_MARKS |= {")": "-RRB-", "'s": "POS", "’s": "POS", "-": "HYPH"}
_DAYS = frozenset({"Monday", "Thursday", "Friday"})

Read = Callable[..., EncodedArticle]


def _tag(word: str) -> str:
    if word in _MARKS:
        return _MARKS[word]
    if word.lower() in _LEXICON and word not in ("May",):
        return _LEXICON[word.lower()]
    if not word[0].isalnum():
        return "``" if word in "“‘«" else "''"
    if word[0].isupper():
        return "NNP"
    return "CD" if word.isdigit() else "NN"


@pytest.fixture
def read() -> Read:
    """Encodes a text: paragraphs parted by blank lines, tags from the lexicon.

    Capitalised words are proper nouns and persons; unknown words are nouns.
    """

    def encoded(text: str, *, titled: bool = False) -> EncodedArticle:
        spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)]
        title = spans.pop(0) if titled else None
        raw = Article("a1", "outlet", text, title, tuple(spans), Source("a.txt"))
        whole = Span(0, len(text))
        article = CleanedArticle(raw, text, title, tuple(spans), (OffsetRun(whole, whole),))
        sentences, quotations = segment(article)
        found = list(_TOKEN.finditer(text))
        words = tuple(Word(Span(m.start(), m.end()), _tag(m.group())) for m in found)
        entities = tuple(
            Entity(word.span, "PERSON")
            for word in words
            if word.tag == "NNP" and word.span.of(text) not in _DAYS
        )
        return EncodedArticle(article, sentences, quotations, words, entities, ())

    return encoded


@pytest.fixture(scope="session")
def cues() -> Cues:
    """The shipped list of cues."""
    root = Path(__file__).resolve().parents[2]
    return read_cues(root / "corpora/terms/reporting_verbs.yaml")


@pytest.fixture
def seen() -> Callable[..., EncodedArticle]:
    """Gives an article head outputs: one piece a word, probabilities by the words named."""

    def with_outputs(
        encoded: EncodedArticle,
        *,
        content: str = "",
        cue: str = "",
        source: str = "",
        low: float = 0.0,
    ) -> EncodedArticle:
        outputs = tuple(
            _outputs(encoded, sentence.span, (content, cue, source), low)
            for sentence in encoded.sentences
        )
        return replace(encoded, outputs=outputs)

    return with_outputs


def _outputs(
    encoded: EncodedArticle, span: Span, named: tuple[str, str, str], low: float
) -> SentenceOutputs:
    words = [word.span for word in encoded.words if span.contains(word.span)]
    probabilities = np.full((len(words), 3), low, dtype=np.float32)
    for column, text in enumerate(named):
        start = encoded.text.find(text) if text else -1
        for row, word in enumerate(words):
            if start >= 0 and start <= word.start < start + len(text):
                probabilities[row, column] = 0.95
    none = np.zeros((len(words), 0), dtype=np.float32)
    tokens = np.array([[word.start, word.end] for word in words], dtype=np.int64).reshape(-1, 2)
    return SentenceOutputs(0.0, tokens, none, none, none, none, none, none, probabilities)

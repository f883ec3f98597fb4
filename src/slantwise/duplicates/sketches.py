"""Cleaned articles reduced to what finding duplicates needs: some 600 bytes each, no text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit

import numpy as np
from numpy.typing import NDArray

from slantwise.duplicates.sequences import SEQUENCE_WORDS, sequence_hashes, words_of
from slantwise.records import CleanedArticle, bounds

N_HASHES = 128
"""Values of a MinHash: the estimate of a similarity of 0.7 then has a standard error of
sqrt(0.7 · 0.3 / 128) = 0.04 (Broder 1997)."""

_SEED = 20_240
_BATCH = 512
_TRACKING = ("utm_", "fbclid", "gclid", "cmp", "ref", "src")

MinHash = NDArray[np.uint32]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One article without its text.

    Attributes:
        id: the article's id.
        outlet: its outlet.
        url: its address without scheme, "www." and marks of tracking; empty for none.
        first: the first instant its date can mean, in UTC; None where it has no date.
        end: the end of the last such instant.
        exact: hash of all the words of its body.
        n_words: how many words the body has.
        minhash: array [N_HASHES], the MinHash of its five-word sequences; all ones where the
            body is shorter than a sequence.
    """

    id: str
    outlet: str
    url: str
    first: datetime | None
    end: datetime | None
    exact: int
    n_words: int
    minhash: MinHash


def sketch_articles(articles: Iterable[CleanedArticle]) -> Iterator[Sketch]:
    """A sketch of each article, in order; what it shares a batch with changes nothing."""
    source = iter(articles)
    while batch := list(islice(source, _BATCH)):
        words = [words_of("\n".join(p.of(a.text) for p in a.paragraphs)) for a in batch]
        for article, own, minhash in zip(batch, words, minhashes(words), strict=True):
            yield _sketch(article, own, minhash)


def minhashes(texts: Sequence[Sequence[str]]) -> MinHash:
    """Array [text, N_HASHES] of MinHashes of texts given as words."""
    from rensa import RMinHash

    flat = sequence_hashes([word for words in texts for word in words])
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    numbers = np.repeat(np.arange(len(texts)), lengths)
    inside = numbers[: len(flat)] == numbers[len(numbers) - len(flat) :]
    ends = np.cumsum([0, *np.maximum(0, lengths - SEQUENCE_WORDS + 1)])
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(
        flat[inside], ends.tolist(), N_HASHES, _SEED
    )
    return np.array(matrix.to_rows(), np.uint32).reshape(len(texts), N_HASHES)


def _sketch(article: CleanedArticle, words: Sequence[str], minhash: MinHash) -> Sketch:
    given = article.article
    known = bounds(given.published, given.precision) if given.published else (None, None)
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return Sketch(
        id=article.id,
        outlet=given.outlet,
        url=plain_url(given.url),
        first=known[0],
        end=known[1],
        exact=int.from_bytes(digest),
        n_words=len(words),
        minhash=minhash,
    )


def plain_url(url: str) -> str:
    """The address as it is compared; empty where it is none, or of no page below the host.

    >>> plain_url("https://www.example.org/a/?utm_source=x&id=3#top")
    'example.org/a?id=3'
    >>> plain_url("https://example.org/")
    ''
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    kept = [pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING)]
    path, query = parts.path.rstrip("/"), urlencode(kept)
    if parts.scheme not in ("http", "https") or not (path or query):
        return ""
    return f"{host}{path}?{query}" if query else f"{host}{path}"

"""Articles as the report takes them: stance judgements as columns, everything else as records.

Most of what is known of an article is a stance at a mention; a run holds millions of them, which
are packed into rows of numbers and never looked at one by one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from slantwise.records.analysed import AnalysedArticle
from slantwise.records.judgements import StanceJudgement
from slantwise.records.labels import Stance, State, Voice

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

OUTCOMES: tuple[Stance | State, ...] = (*Stance, State.ABSTAINED, State.FAILED)
"""What a judgement may come to, by number."""

VOICE_NUMBER: Mapping[Voice, int] = MappingProxyType({v: n for n, v in enumerate(Voice)})
_OUTCOME_NUMBER = {outcome: number for number, outcome in enumerate(OUTCOMES)}

NOBODY = -1
"""Number of an actor that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class StanceColumns:
    """The stance judgements of one article.

    Attributes:
        names: actor ids by number; articles that were read together may share the list.
        mentions: array [mention, column], in order: start and end of the mention, number of its
            actor, number of the speaker or `NOBODY`, number of the voice (`VOICE_NUMBER`),
            number of the outcome (`OUTCOMES`).
        probabilities: array [mention], of the likeliest stance, 0..1.
        stances: array [row, column], of whole voices, all speakers together, in order: number
            of the actor, of the voice, of the outcome.
        scores: array [row], expected stance, -1..1.
    """

    names: Sequence[str]
    mentions: Ints
    probabilities: Floats
    stances: Ints
    scores: Floats


@dataclass(frozen=True, slots=True, eq=False)
class PlaceColumns:
    """Where paragraphs, sentences and attributed words of one article stand.

    Attributes:
        paragraphs: array [paragraph, 2], start and end.
        sentences: array [sentence, 2], start and end.
        said: array [attribution, 2]: number of the voice (`VOICE_NUMBER`), number of the speaker
            in `StanceColumns.names` or `NOBODY`.
        content: array [piece, 3], sorted: number of the attribution, start and end.
    """

    paragraphs: Ints
    sentences: Ints
    said: Ints
    content: Ints


@dataclass(frozen=True, slots=True, eq=False)
class ReportedArticle:
    """An article with its judgements as columns.

    Attributes:
        article: everything else; it may come without mentions, stances, sentences, paragraphs,
            attributions and what no report shows, but with the sentences where it holds codes.
        judged: its stance judgements.
        places: where its parts stand.
    """

    article: AnalysedArticle
    judged: StanceColumns
    places: PlaceColumns


@dataclass(frozen=True, slots=True)
class ArticleShares:
    """The articles of a run in shares that several processes may read, each without the others.

    Attributes:
        read: gives the articles of a share in order.
        shares: in order.
        n_articles: of all shares.
    """

    read: Callable[[Path], Iterable[ReportedArticle]]
    shares: tuple[Path, ...]
    n_articles: int

    def __iter__(self) -> Iterator[ReportedArticle]:
        """The articles of one share after another."""
        for share in self.shares:
            yield from self.read(share)


def reported(article: AnalysedArticle) -> ReportedArticle:
    """The article as a report takes it."""
    number: dict[str, int] = {}
    mentions, probabilities = [], []
    for each in article.mention_stances:
        span = article.mentions[each.mention].span
        who = (_number(each.actor, number), _number(each.speaker, number))
        outcome = outcome_number(each.judgement)
        mentions.append((span.start, span.end, *who, VOICE_NUMBER[each.voice], outcome))
        probabilities.append(each.judgement.probability)
    voices = [each for each in article.stances if each.speaker is None]
    stances = [
        (_number(s.actor, number), VOICE_NUMBER[s.voice], outcome_number(s.judgement))
        for s in voices
    ]
    places = _places(article, number)
    columns = StanceColumns(
        names=tuple(number),
        mentions=_matrix(mentions, 6),
        probabilities=np.array(probabilities, np.float64),
        stances=_matrix(stances, 3),
        scores=np.array([each.judgement.score for each in voices], np.float64),
    )
    return ReportedArticle(article, columns, places)


def _places(article: AnalysedArticle, number: dict[str, int]) -> PlaceColumns:
    """The columns; speakers without a number get theirs in `number`."""
    said = [(VOICE_NUMBER[a.voice], _number(a.speaker, number)) for a in article.attributions]
    content = [
        (at, span.start, span.end)
        for at, attribution in enumerate(article.attributions)
        for span in sorted(attribution.content)
    ]
    return PlaceColumns(
        paragraphs=_matrix([(span.start, span.end) for span in article.article.paragraphs], 2),
        sentences=_matrix([(s.span.start, s.span.end) for s in article.sentences], 2),
        said=_matrix(said, 2),
        content=_matrix(content, 3),
    )


def outcome_number(judgement: StanceJudgement) -> int:
    """Which of `OUTCOMES` a judgement came to."""
    return _OUTCOME_NUMBER[judgement.label or judgement.state]


def _number(actor: str | None, number: dict[str, int]) -> int:
    return NOBODY if actor is None else number.setdefault(actor, len(number))


def _matrix(rows: Iterable[Sequence[int]], width: int) -> Ints:
    return np.array(list(rows), np.int64).reshape(-1, width)

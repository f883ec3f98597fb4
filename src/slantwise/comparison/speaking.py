"""Who gets to speak, and how what they say is introduced, by outlet and actor."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from slantwise.comparison.counts import Flags, Floats, Ints, RunCounts, parents_of, with_sides
from slantwise.comparison.ranking import ranked
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import (
    Amounts,
    ByOutlet,
    Cases,
    amount_totals,
    case_totals,
    cases,
    intervals_of,
)
from slantwise.comparison.units import Units
from slantwise.records.comparison import IntroductionRow, Quoted, SpeechRow, Verdict


def speakers(counts: RunCounts, units: Units) -> Ints:
    """Array [speaker] of the actors quoted, those in most articles first, wire copies left out."""
    rows, actor = with_sides(counts.speech.speaker, parents_of(counts.actors))
    return ranked(counts, units, counts.speech.article[rows], actor)


def spoken_totals(
    counts: RunCounts, units: Units, actors: Sequence[int], quoted: Quoted
) -> ByOutlet:
    """For every outlet, words by actor over all quoted words whose speaker is known, by unit."""
    speech = counts.speech
    known = np.flatnonzero((speech.speaker >= 0) & _counts_for(counts, quoted))
    rows, actor = with_sides(speech.speaker[known], parents_of(counts.actors))
    column = np.full(len(counts.actors), -1)
    column[list(actors)] = np.arange(len(actors))
    words: Floats = speech.n_words[known].astype(np.float64)
    article = speech.article[known]
    parts = Amounts(article[rows], column[actor], words[rows], article, words)
    return amount_totals(parts, counts, units, n_columns=len(actors))


def speech_rows(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> Iterator[SpeechRow]:
    """One row an outlet × actor that it quotes, direct first, in the order of actors."""
    for quoted in Quoted:
        all_totals = spoken_totals(counts, units, actors, quoted)
        intervals = intervals_of(all_totals, settings)
        n_articles = _articles(counts, units, _counts_for(counts, quoted))
        for outlet, totals in enumerate(all_totals):
            row = partial(
                SpeechRow,
                outlet=counts.outlets[outlet],
                quoted=quoted,
                n_known=round(totals.denominators.sum()),
                n_unknown=_unknown(counts, units, outlet, quoted),
                n_units=len(totals),
            )
            for column, actor in enumerate(actors):
                if n_articles[outlet, actor]:
                    share = intervals[outlet][column]
                    yield row(
                        actor=counts.actors[actor].id,
                        n_words=round(totals.numerators[:, column].sum()),
                        n_articles=int(n_articles[outlet, actor]),
                        share=share,
                        verdict=Verdict.COMPARED if share else Verdict.TOO_FEW,
                    )


def introductions(counts: RunCounts, loaded: Flags) -> Cases:
    """Introductions of known speakers; a hit where `loaded` (array [stretch]) says so."""
    speech = counts.speech
    first = np.flatnonzero(speech.introduced)
    return cases(speech.article[first], speech.speaker[first], loaded[first], counts)


def introduction_rows(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> Iterator[IntroductionRow]:
    """One row an outlet × actor that it introduces, in the order of actors, then outlets."""
    found = introductions(counts, counts.speech.loaded)
    unknown = _unknown_introductions(counts, units)
    for actor in actors:
        own = found.of(actor)
        all_totals = case_totals(own, counts, units)
        n_articles = _articles_of(own, counts, units)
        for outlet, (totals, (share,)) in enumerate(
            zip(all_totals, intervals_of(all_totals, settings), strict=True)
        ):
            if len(totals):
                yield IntroductionRow(
                    outlet=counts.outlets[outlet],
                    actor=counts.actors[actor].id,
                    n_loaded=round(totals.numerators.sum()),
                    n_introductions=round(totals.denominators.sum()),
                    n_unknown=int(unknown[outlet]),
                    n_articles=int(n_articles[outlet]),
                    share=share,
                    n_units=len(totals),
                    verdict=Verdict.COMPARED if share else Verdict.TOO_FEW,
                )


def _counts_for(counts: RunCounts, quoted: Quoted) -> Flags:
    direct = counts.speech.direct
    return direct if quoted is Quoted.DIRECT else np.ones_like(direct)


def _articles(counts: RunCounts, units: Units, among: Flags) -> Ints:
    """Array [outlet, actor] of articles that quote the actor or a member."""
    chosen = np.flatnonzero(among & units.counted[counts.speech.article])
    rows, actor = with_sides(counts.speech.speaker[chosen], parents_of(counts.actors))
    article = counts.speech.article[chosen][rows]
    n_actors = len(counts.actors)
    pairs = np.unique(article * n_actors + actor)
    cells = counts.outlet[pairs // n_actors] * n_actors + pairs % n_actors
    shape = (len(counts.outlets), n_actors)
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)


def _articles_of(found: Cases, counts: RunCounts, units: Units) -> Ints:
    """Array [outlet] of articles with a case."""
    articles = np.unique(found.article[units.counted[found.article]])
    return np.bincount(counts.outlet[articles], minlength=len(counts.outlets))


def _unknown(counts: RunCounts, units: Units, outlet: int, quoted: Quoted) -> int:
    speech = counts.speech
    ours = (counts.outlet[speech.article] == outlet) & units.counted[speech.article]
    chosen = ours & (speech.speaker < 0) & _counts_for(counts, quoted)
    return int(speech.n_words[chosen].sum())


def _unknown_introductions(counts: RunCounts, units: Units) -> Ints:
    speech = counts.speech
    chosen = speech.introduced & (speech.speaker < 0) & units.counted[speech.article]
    return np.bincount(counts.outlet[speech.article[chosen]], minlength=len(counts.outlets))

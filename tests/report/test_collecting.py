"""Evidence that several processes gather is what one gathers, whoever is new in an article."""

import multiprocessing
import os
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest

from slantwise import processes
from slantwise.records.reported import ArticleShares, reported
from slantwise.report.collecting import collect
from slantwise.report.evidence import Told
from slantwise.report.excerpts import Choice, Excerpt, Excerpts
from slantwise.report.numbering import number


@dataclass(frozen=True)
class _Read:
    """Gives the articles whose numbers a share names; without pickling a test's function."""

    articles: tuple

    def __call__(self, share: Path):
        first, after = map(int, share.name.split("-"))
        return [reported(article) for article in self.articles[first:after]]


def _shares(articles) -> ArticleShares:
    cuts = [0, 4, 5, 9, len(articles)]
    shares = tuple(Path(f"{a}-{b}") for a, b in pairwise(cuts))
    return ArticleShares(_Read(tuple(articles)), shares, processes.LARGE)


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("known", [1, None])
def test_shares_give_what_all_articles_give(run, monkeypatch, redact, known) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    fewer = replace(run.comparison, actors=run.comparison.actors[:known])
    numbering = number(fewer)
    whole = collect(fewer, run.articles, numbering, redact=redact)
    shared = collect(fewer, _shares(run.articles), numbering, redact=redact)
    assert shared.whole() == whole.whole()
    assert b"".join(shared.findings) == b"".join(whole.findings)
    assert shared.articles == whole.articles
    assert multiprocessing.active_children() == []


def test_an_article_that_names_somebody_new_is_left_whole(run) -> None:
    numbering = number(run.comparison)
    events = tuple(event.id for event in run.comparison.events)
    actor = dict(numbering.actor)
    excerpts = Excerpts(Choice(numbering, events, Told()), actor)
    finding = replace(run.articles[0].findings[0], actors=("unlisted:mayor",))
    new = reported(replace(run.articles[0], findings=(finding,)))
    assert excerpts.unless_new(new) is new
    assert actor == numbering.actor
    assert isinstance(excerpts.unless_new(reported(run.articles[0])), Excerpt)


def test_findings_below_the_confidence_are_left_out(run) -> None:
    kept = collect(run.comparison, run.articles, number(run.comparison), min_confidence=0.9)
    assert b"".join(kept.findings) == b""  # all stand at 0.87
    assert {article.n_own for article in kept.articles} == {0}

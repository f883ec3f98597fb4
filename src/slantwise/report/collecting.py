"""Articles in, evidence out: excerpts of one article after another, put together in order.

Takes the comparison and every article that it counts, and refuses those of another run.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from slantwise.errors import RunError
from slantwise.processes import spread
from slantwise.records import AnalysedArticle, Kind
from slantwise.records.comparison import Comparison
from slantwise.records.contrasts import Sentence
from slantwise.records.reported import ArticleShares, ReportedArticle, reported
from slantwise.report.codebook import FORM_ENTRIES, KINDS
from slantwise.report.evidence import FORMAT, Evidence, Listed, Told
from slantwise.report.excerpts import Choice, Excerpt, Excerpts
from slantwise.report.numbering import Numbering
from slantwise.report.shared_lists import SharedLists
from slantwise.report.spool import Spool

Articles = Iterable[AnalysedArticle | ReportedArticle] | ArticleShares


def collect(
    comparison: Comparison,
    articles: Articles,
    numbering: Numbering,
    *,
    told: Told | None = None,
    redact: bool = False,
    min_confidence: float | None = None,
) -> Evidence:
    """The evidence of a comparison; without articles, empty lists. To be closed after use.

    Args:
        comparison: the figures.
        articles: read once, in order; the shares of a large run by several processes.
        numbering: numbers of outlets, actors and events.
        told: acts and sentences that further sections refer to; None for none.
        redact: leave the text out, and whatever of an explanation quotes it.
        min_confidence: findings below it are left out; None keeps all.

    Raises:
        RunError: an article stands twice, belongs to no outlet of the comparison, or is named
            by an event and not given: comparison and articles are then of different runs.
    """
    events = tuple(event.id for event in comparison.events)
    choice = Choice(numbering, events, told or Told(), redact, min_confidence)
    with ExitStack() as stack:
        packed, findings = (stack.enter_context(closing(Spool())) for _ in range(2))
        gathering = _Gathering(comparison, choice, (packed, findings))
        for whole in _read(articles, choice):
            gathering.add(whole)
        evidence = gathering.evidence(comparison)
        stack.pop_all()
    return evidence


def _read(articles: Articles, choice: Choice) -> Iterator[Excerpt | ReportedArticle]:
    if isinstance(articles, ArticleShares):
        job = _Share(articles.read, choice)
        for share in spread(job, articles.shares, n_articles=articles.n_articles):
            yield from share
    else:
        for article in articles:
            yield article if isinstance(article, ReportedArticle) else reported(article)


@dataclass(slots=True, eq=False)
class _Share:
    """Excerpts of the articles of a share that name nobody new, and the other articles whole.

    Attributes:
        read: gives the articles of a share.
        choice: what is excerpted.
        excerpts: made in the process that reads.
    """

    read: Callable[[Path], Iterable[ReportedArticle]]
    choice: Choice
    excerpts: Excerpts | None = None

    def __call__(self, share: Path) -> list[Excerpt | ReportedArticle]:
        """The articles of the share in order."""
        if self.excerpts is None:
            self.excerpts = Excerpts(self.choice, dict(self.choice.numbering.actor))
        return [self.excerpts.unless_new(whole) for whole in self.read(share)]


class _Gathering:
    """Evidence as it grows, article by article."""

    def __init__(self, comparison: Comparison, choice: Choice, spools: tuple[Spool, Spool]) -> None:
        self._known = {row.id: (row.name, row.parent) for row in comparison.actors}
        self._place = {identity: number for number, identity in enumerate(self._known)}
        self._excerpts = Excerpts(choice, self._place)
        self._lists = SharedLists()
        self._check = _Check(comparison, choice.numbering)
        self._redact = choice.redact
        self._listed: list[Listed] = []
        self._packed, self._findings = spools
        self._loaded: dict[tuple[int, str], tuple[Kind, ...]] = {}
        self._places: dict[Sentence, tuple[int, int, int]] = {}

    def add(self, whole: Excerpt | ReportedArticle) -> None:
        excerpt = whole if isinstance(whole, Excerpt) else self._excerpt(whole)
        listed, number = excerpt.listed, len(self._listed)
        self._check.article(listed.id, listed.outlet)
        self._listed.append(listed)
        self._packed.add(self._lists.written(excerpt.packed))
        self._findings.add(excerpt.findings)
        self._loaded |= {(act, listed.id): kinds for act, kinds in excerpt.loaded.items()}
        self._places |= {s: (number, *place) for s, place in excerpt.places.items()}

    def _excerpt(self, whole: ReportedArticle) -> Excerpt:
        article = whole.article
        self._check.outlet(article.id, article.article.article.outlet)
        for actor in article.actors:
            self._known.setdefault(actor.id, (actor.name, actor.parent))
            self._place.setdefault(actor.id, len(self._place))
        return self._excerpts.of(whole)

    def evidence(self, comparison: Comparison) -> Evidence:
        self._check.complete()
        actors = tuple(
            (identity, *self._known.get(identity, (identity, None))) for identity in self._place
        )
        return Evidence(
            articles=tuple(self._listed),
            actors=actors,
            shared=self._shared(comparison, actors),
            packed=self._packed,
            findings=self._findings,
            loaded=self._loaded,
            places=self._places,
        )

    def _shared(
        self, comparison: Comparison, actors: Iterable[tuple[str, str, str | None]]
    ) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "redacted": self._redact,
            "outlets": [row.outlet for row in comparison.outlets],
            "forms": [[entry.name, entry.form.names_agent] for entry in FORM_ENTRIES],
            "kinds": [[entry.name, entry.tag, entry.line] for entry in KINDS],
            "actors": [[label, self._place.get(parent or "", -1)] for _, label, parent in actors],
            "events": [event.title for event in comparison.events],
            **self._lists.shared(),
        }


class _Check:
    """Whether comparison and articles are of one run."""

    def __init__(self, comparison: Comparison, numbering: Numbering) -> None:
        self._run = comparison.run
        self._numbering = numbering
        self._seen: set[str] = set()

    def article(self, identity: str, outlet: str) -> None:
        """Whether the article is of this run, and new."""
        if identity in self._seen:
            raise RunError(f"article {identity!r} was given twice; expected each once")
        self.outlet(identity, outlet)
        self._seen.add(identity)

    def outlet(self, identity: str, outlet: str) -> None:
        """Whether the article's outlet is one of this run."""
        if outlet not in self._numbering.outlet:
            raise RunError(
                f"article {identity!r} is of outlet {outlet!r}, which the comparison of run "
                f"{self._run!r} does not hold; give the articles of that run"
            )

    def complete(self) -> None:
        missing = [one for one in self._numbering.event_of if one not in self._seen]
        if missing:
            raise RunError(
                f"{len(missing)} of {len(self._numbering.event_of)} articles that the comparison "
                f"of run {self._run!r} counts were not given, the first is {missing[0]!r}; give "
                "all articles of that run"
            )

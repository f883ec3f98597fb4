"""Articles in, evidence out: packed one after another, so that memory holds rows, not records.

Takes the comparison and every article that it counts, and refuses those of another run.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from slantwise import records
from slantwise.errors import RunError
from slantwise.records import AnalysedArticle, Kind, Span
from slantwise.records.comparison import Comparison
from slantwise.records.contrasts import Sentence
from slantwise.records.reported import ReportedArticle, reported
from slantwise.report.codebook import FORM_ENTRIES, KINDS
from slantwise.report.evidence import FORMAT, Evidence, Told, as_script
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.packing import Packer
from slantwise.report.redaction import redacted_article


def collect(
    comparison: Comparison,
    articles: Iterable[AnalysedArticle | ReportedArticle],
    numbering: Numbering,
    *,
    told: Told | None = None,
    redact: bool = False,
) -> Evidence:
    """The evidence of a comparison; without articles, empty lists.

    Args:
        comparison: the figures.
        articles: read once, in order.
        numbering: numbers of outlets, actors and events.
        told: acts and sentences that further sections refer to; None for none.
        redact: leave the text out, and whatever of an explanation quotes it.

    Raises:
        RunError: an article stands twice, belongs to no outlet of the comparison, or is named
            by an event and not given: comparison and articles are then of different runs.
    """
    gathering = _Gathering(comparison, numbering, told or Told(), redact=redact)
    for article in articles:
        whole = article if isinstance(article, ReportedArticle) else reported(article)
        gathering.add(whole)
    return gathering.evidence(comparison)


class _Gathering:
    """Evidence as it grows, article by article."""

    def __init__(
        self, comparison: Comparison, numbering: Numbering, told: Told, *, redact: bool
    ) -> None:
        self._known = {row.id: (row.name, row.parent) for row in comparison.actors}
        self._place = {identity: number for number, identity in enumerate(self._known)}
        self._packer = Packer(numbering, self._place, acts=told.acts, redact=redact)
        self._check = _Check(comparison, numbering)
        self._told, self._redact = told, redact
        self._kept: list[AnalysedArticle] = []
        self._packed: list[str] = []
        self._loaded: dict[tuple[int, str], tuple[Kind, ...]] = {}
        self._places: dict[Sentence, tuple[int, int, int]] = {}

    def add(self, whole: ReportedArticle) -> None:
        article = whole.article
        self._check.article(article)
        for actor in article.actors:
            self._known.setdefault(actor.id, (actor.name, actor.parent))
            self._place.setdefault(actor.id, len(self._place))
        self._packed.append(as_script(self._packer.article(whole)))
        for act, sentence in self._told.acts.get(article.id, ()):
            self._loaded[act, article.id] = _kinds_on(article, sentence)
        sentences = self._told.sentences.get(article.id, ())
        if sentences and not self._redact:
            self._places |= _places(article, len(self._kept), sentences)
        self._kept.append(_light(redacted_article(article) if self._redact else article))

    def evidence(self, comparison: Comparison) -> Evidence:
        self._check.complete()
        actors = tuple(
            (identity, *self._known.get(identity, (identity, None))) for identity in self._place
        )
        return Evidence(
            articles=tuple(self._kept),
            actors=actors,
            shared=self._shared(comparison, actors),
            packed=tuple(self._packed),
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
            **self._packer.shared(),
        }


def _places(
    article: AnalysedArticle, number: int, sentences: Iterable[Sentence]
) -> dict[Sentence, tuple[int, int, int]]:
    offsets = Utf16Offsets(article.text)
    found = {}
    for sentence in sentences:
        start = article.text.find(sentence.text)
        if start >= 0:
            span = sentence.span.shift(start)
            found[sentence] = (number, offsets.at(span.start), offsets.at(span.end))
    return found


def _kinds_on(article: AnalysedArticle, sentence: Sentence) -> tuple[Kind, ...]:
    """Main kinds of the findings on the words of an act; none where none stands on them."""
    start = article.text.find(sentence.text)
    if start < 0:
        return ()
    span = sentence.span.shift(start)
    return tuple({f.kinds[0]: None for f in article.findings if f.span.overlaps(span)})


_UNTOLD = records.Sentence(0, Span(0, 0), 0)
"""Stands for every sentence that no table quotes: most do not, and there are millions."""


def _light(article: AnalysedArticle) -> AnalysedArticle:
    """The article without what only the packed rows need."""
    source = replace(article.article.article, raw="", title=None, body=())
    told = {f.sentence for f in article.findings} | {code.sentence for code in article.codes}
    return replace(
        article,
        sentences=tuple(s if n in told else _UNTOLD for n, s in enumerate(article.sentences)),
        article=replace(article.article, article=source, paragraphs=(), offsets=(), removals=()),
        biases=(),
        attributions=(),
        actors=(),
        mentions=(),
        mention_stances=(),
        stances=(),
        decisions=(),
        problems=(),
        references=(),
        predicates=(),
        weak_findings=(),
        harms=(),
    )


class _Check:
    """Whether comparison and articles are of one run."""

    def __init__(self, comparison: Comparison, numbering: Numbering) -> None:
        self._run = comparison.run
        self._numbering = numbering
        self._seen: set[str] = set()

    def article(self, article: AnalysedArticle) -> None:
        outlet = article.article.article.outlet
        if article.id in self._seen:
            raise RunError(f"article {article.id!r} was given twice; expected each once")
        if outlet not in self._numbering.outlet:
            raise RunError(
                f"article {article.id!r} is of outlet {outlet!r}, which the comparison of run "
                f"{self._run!r} does not hold; give the articles of that run"
            )
        self._seen.add(article.id)

    def complete(self) -> None:
        missing = [one for one in self._numbering.event_of if one not in self._seen]
        if missing:
            raise RunError(
                f"{len(missing)} of {len(self._numbering.event_of)} articles that the comparison "
                f"of run {self._run!r} counts were not given, the first is {missing[0]!r}; give "
                "all articles of that run"
            )

"""What a report keeps of one article, whatever else it holds: rows, places, counts.

Made of one article after another, in any process; `collecting` puts them together.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from slantwise.records import AnalysedArticle, Kind, Voice
from slantwise.records.contrasts import Sentence
from slantwise.records.reported import ReportedArticle
from slantwise.report.evidence import Listed, Told
from slantwise.report.finding_rows import finding_rows
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.packing import PackedArticle, Packer
from slantwise.report.redaction import redacted_article


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is kept of one article.

    Attributes:
        listed: as the page lists it.
        packed: its text and judgements as rows of numbers.
        findings: its rows of `findings.csv`.
        loaded: kinds of the findings on each aligned act, by the number of the act.
        places: start and end, in UTF-16 units, of the words of each sentence that is quoted.
    """

    listed: Listed
    packed: PackedArticle
    findings: str
    loaded: Mapping[int, tuple[Kind, ...]]
    places: Mapping[Sentence, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is excerpted, the same for every article.

    Attributes:
        numbering: numbers of outlets, actors and events.
        events: id of each event by number.
        told: acts and sentences that further sections refer to.
        redact: leave the text out, and whatever of an explanation quotes it.
        min_confidence: findings below it are left out; None keeps all.
    """

    numbering: Numbering
    events: Sequence[str]
    told: Told = field(default_factory=Told)
    redact: bool = False
    min_confidence: float | None = None


class Excerpts:
    """Makes excerpts; actors without a number get theirs in `actor` as they are met."""

    def __init__(self, choice: Choice, actor: dict[str, int]) -> None:
        """Start with the actors that have a number."""
        self._choice, self._actor = choice, actor
        self._packer = self._new_packer()

    def of(self, whole: ReportedArticle) -> Excerpt:
        """What is kept of the article."""
        if self._choice.min_confidence is not None:
            sure = _sure(whole.article, self._choice.min_confidence)
            whole = replace(whole, article=sure)
        choice, article = self._choice, whole.article
        shown = redacted_article(article) if choice.redact else article
        sentences = () if choice.redact else choice.told.sentences.get(article.id, ())
        return Excerpt(
            listed=listed(shown),
            packed=self._packer.article(whole),
            findings=finding_rows(
                replace(whole, article=shown),
                choice.numbering,
                events=choice.events,
                redact=choice.redact,
            ),
            loaded={
                act: _kinds_on(article, sentence)
                for act, sentence in choice.told.acts.get(article.id, ())
            },
            places=_places(article, sentences) if sentences else {},
        )

    def unless_new(self, whole: ReportedArticle) -> "Excerpt | ReportedArticle":
        """The excerpt; the article itself where it names an outlet or actor without a number.

        Who may number those knows all articles before this one.
        """
        article, n_known = whole.article, len(self._actor)
        if article.article.article.outlet not in self._choice.numbering.outlet:
            return whole
        if any(actor.id not in self._actor for actor in article.actors):
            return whole
        excerpt = self.of(whole)
        if len(self._actor) == n_known:
            return excerpt
        for added in list(islice(reversed(self._actor), len(self._actor) - n_known)):
            del self._actor[added]
        self._packer = self._new_packer()  # it remembers the numbers of actors
        return whole

    def _new_packer(self) -> Packer:
        choice = self._choice
        return Packer(choice.numbering, self._actor, acts=choice.told.acts, redact=choice.redact)


def listed(article: AnalysedArticle) -> Listed:
    """The article as the page lists it."""
    source = article.article.article
    n_own = sum(finding.voice is Voice.OUTLET for finding in article.findings)
    coded = _light(article) if article.codes else None
    return Listed(article.id, source.outlet, source.published, n_own, coded)


def _sure(article: AnalysedArticle, min_confidence: float) -> AnalysedArticle:
    """The article with the findings at or above a confidence."""
    return replace(
        article, findings=tuple(f for f in article.findings if f.confidence >= min_confidence)
    )


def _places(
    article: AnalysedArticle, sentences: Iterable[Sentence]
) -> dict[Sentence, tuple[int, int]]:
    offsets = Utf16Offsets(article.text)
    found = {}
    for sentence in sentences:
        start = article.text.find(sentence.text)
        if start >= 0:
            span = sentence.span.shift(start)
            found[sentence] = (offsets.at(span.start), offsets.at(span.end))
    return found


def _kinds_on(article: AnalysedArticle, sentence: Sentence) -> tuple[Kind, ...]:
    """Main kinds of the findings on the words of an act; none where none stands on them."""
    start = article.text.find(sentence.text)
    if start < 0:
        return ()
    span = sentence.span.shift(start)
    return tuple({f.kinds[0]: None for f in article.findings if f.span.overlaps(span)})


def _light(article: AnalysedArticle) -> AnalysedArticle:
    """The article without what tables of codes do not need."""
    source = replace(article.article.article, raw="", title=None, body=())
    return replace(
        article,
        article=replace(article.article, article=source, paragraphs=(), offsets=(), removals=()),
        attributions=(),
        actors=(),
        mentions=(),
        findings=(),
        mention_stances=(),
        stances=(),
        decisions=(),
        problems=(),
        references=(),
        predicates=(),
        weak_findings=(),
        harms=(),
    )

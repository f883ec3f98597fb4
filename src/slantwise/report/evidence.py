"""The evidence that the page carries: each text once, and every judgement as a row of numbers.

static/data.js reads what is made here; `FORMAT` rises whenever the layout changes. Articles are
packed as they come, so that memory holds their rows and not their records.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from slantwise.errors import RunError
from slantwise.records import AnalysedArticle, Kind
from slantwise.records.comparison import Comparison
from slantwise.records.contrasts import Sentence
from slantwise.report.codebook import FORM_ENTRIES, KINDS
from slantwise.report.numbering import Numbering
from slantwise.report.offsets import Utf16Offsets
from slantwise.report.packing import Acts, Packer
from slantwise.report.redaction import redacted_article

FORMAT = 3

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\u2029\x7f"}


@dataclass(frozen=True, slots=True)
class Told:
    """What further sections refer to in the articles.

    Attributes:
        acts: for an article id, the aligned acts that it tells.
        sentences: for an article id, the sentences that a section quotes.
    """

    acts: Acts = field(default_factory=dict)
    sentences: Mapping[str, Sequence[Sentence]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page embeds, and the articles by which the tables list findings.

    Attributes:
        articles: as given, in their order, without what only the packed rows need.
        actors: (id, name, parent id) of every actor: the comparison's first, then those met
            only in articles.
        shared: what all parts of the evidence refer to, made of plain lists, numbers and strings.
        packed: one JSON object an article, safe inside a script element, in the same order.
        loaded: kinds of the findings on an aligned act, by (number of the act, article id).
        places: where the page finds a sentence that a section quotes: number of the article, and
            start and end of the words in question, in UTF-16 units.
    """

    articles: tuple[AnalysedArticle, ...]
    actors: tuple[tuple[str, str, str | None], ...]
    shared: dict[str, Any]
    packed: tuple[str, ...]
    loaded: Mapping[tuple[int, str], tuple[Kind, ...]]
    places: Mapping[Sentence, tuple[int, int, int]]

    @property
    def redacted(self) -> bool:
        """Whether the words of articles are left out."""
        return bool(self.shared["redacted"])

    @property
    def payload(self) -> dict[str, Any]:
        """Everything as plain values, as the page reads it."""
        everything: dict[str, Any] = json.loads(self.whole())
        return everything

    def whole(self) -> str:
        """Everything as one JSON object, for a page that embeds it."""
        head = as_script(self.shared)
        return f'{head[:-1]},"articles":[{",".join(self.packed)}]}}'


def collect(
    comparison: Comparison,
    articles: Iterable[AnalysedArticle],
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
    known = {row.id: (row.name, row.parent) for row in comparison.actors}
    place = {identity: number for number, identity in enumerate(known)}
    wanted = told or Told()
    packer = Packer(numbering, place, acts=wanted.acts, redact=redact)
    check = _Check(comparison, numbering)
    kept: list[AnalysedArticle] = []
    packed: list[str] = []
    loaded: dict[tuple[int, str], tuple[Kind, ...]] = {}
    places: dict[Sentence, tuple[int, int, int]] = {}
    for article in articles:
        check.article(article)
        for actor in article.actors:
            known.setdefault(actor.id, (actor.name, actor.parent))
            place.setdefault(actor.id, len(place))
        packed.append(as_script(packer.article(article)))
        for act, sentence in wanted.acts.get(article.id, ()):
            loaded[act, article.id] = _kinds_on(article, sentence)
        if not redact:
            places |= _places(article, len(kept), wanted.sentences.get(article.id, ()))
        kept.append(_light(redacted_article(article) if redact else article))
    check.complete()
    actors = tuple((identity, *known.get(identity, (identity, None))) for identity in place)
    shared: dict[str, Any] = {
        "format": FORMAT,
        "redacted": redact,
        "outlets": [row.outlet for row in comparison.outlets],
        "forms": [[entry.name, entry.form.names_agent] for entry in FORM_ENTRIES],
        "kinds": [[entry.name, entry.tag, entry.line] for entry in KINDS],
        "actors": [[label, place.get(parent or "", -1)] for _, label, parent in actors],
        "events": [event.title for event in comparison.events],
        **packer.shared(),
    }
    return Evidence(tuple(kept), actors, shared, tuple(packed), loaded, places)


def as_script(payload: dict[str, Any]) -> str:
    r"""JSON that may stand inside a script element: no <, >, & and no line separators.

    >>> as_script({"x": "</script>"})
    '{"x":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text


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


def _light(article: AnalysedArticle) -> AnalysedArticle:
    """The article without what only the packed rows need."""
    source = replace(article.article.article, raw="", title=None, body=())
    return replace(
        article,
        article=replace(article.article, article=source, offsets=(), removals=()),
        biases=(),
        attributions=(),
        mentions=(),
        mention_stances=(),
        stances=(),
        decisions=(),
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

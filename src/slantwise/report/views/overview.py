"""The first screen: what was compared, in numbers; and what was read of each outlet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from slantwise.records import Voice
from slantwise.records.comparison import Comparison, OutletRow
from slantwise.report.codebook import VOICES
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure, Query
from slantwise.report.words import Pieces, count, days, listed, plain, plural, spelled


@dataclass(frozen=True, slots=True)
class OutletView:
    """What was read of one outlet.

    Attributes:
        outlet: its name.
        shape: number of its marker.
        n_articles: with the list of articles behind it.
        n_wire: wire copies among them.
        n_events: events shared with another outlet.
        words: words by voice with the articles they count in, in the order of `VOICES`.
        findings: findings by voice with their evidence, in the same order.
    """

    outlet: str
    shape: int
    n_articles: Figure
    n_wire: str
    n_events: Figure
    words: tuple[Figure, ...]
    findings: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """What was compared.

    Attributes:
        title: heading of the page.
        what: articles and outlets in words.
        when: days of the events in words; empty where none is dated.
        facts: (figure, what it counts), for the row of large numbers.
        outlets: one row an outlet.
    """

    title: str
    what: Pieces
    when: str
    facts: tuple[tuple[Figure, str], ...]
    outlets: tuple[OutletView, ...]


def overview(
    comparison: Comparison, numbering: Numbering, *, title: str, shown: Comparison | None = None
) -> Overview:
    """What was compared; `title` empty asks for one made from the numbers.

    Its rows are the outlets of `shown`; of the comparison itself where none is given.
    """
    dated = [event for event in comparison.events if event.first or event.last]
    first = min(filter(None, (event.first for event in dated)), default=None)
    last = max(filter(None, (event.last for event in dated)), default=None)
    return Overview(
        title=title or _title(comparison),
        what=_what(comparison),
        when=days(first, _later(first, last)),
        facts=tuple(_facts(comparison)),
        outlets=tuple(_outlet(row, numbering) for row in (shown or comparison).outlets),
    )


def n_shared_events(comparison: Comparison) -> int:
    """Events that at least two outlets report."""
    return sum(len({outlet for outlet, _ in e.articles}) > 1 for e in comparison.events)


def _later(first: date | None, last: date | None) -> date | None:
    return max(filter(None, (first, last)), default=None)


def _title(comparison: Comparison) -> str:
    outlets, events = len(comparison.outlets), n_shared_events(comparison)
    who = "one outlet words" if outlets == 1 else f"{spelled(outlets)} outlets word"
    if not events:
        return f"How {who} the news"
    return f"How {who} the same {'event' if events == 1 else spelled(events) + ' events'}"


def _what(comparison: Comparison) -> Pieces:
    outlets = [row.outlet for row in comparison.outlets]
    articles = plural(comparison.n_articles, "article")
    if not outlets:
        return (plain(articles),)
    return (plain(f"{articles} of "), *listed(outlets, limit=6))


def _facts(comparison: Comparison) -> Iterable[tuple[Figure, str]]:
    articles = Query("articles", copies=True, n=comparison.n_articles)
    yield Figure(count(comparison.n_articles), articles), "articles analysed"
    yield Figure(count(len(comparison.outlets)), anchor="outlets"), "outlets"
    yield (
        Figure(count(n_shared_events(comparison)), anchor="events"),
        "events reported by two outlets or more",
    )
    words = sum(row.words.get(Voice.OUTLET, 0) for row in comparison.outlets)
    yield (
        Figure(count(words), Query("articles") if words else None),
        "words in the outlets’ own voice",
    )
    own = sum(row.findings.get(Voice.OUTLET, 0) for row in comparison.outlets)
    query = Query("findings", voice=Voice.OUTLET, n=own) if own else None
    yield Figure(count(own), query), "loaded findings in that voice"
    yield Figure(count(comparison.n_not_analysed), anchor="loose-title"), "articles not analysed"


def _outlet(row: OutletRow, numbering: Numbering) -> OutletView:
    number = numbering.outlet[row.outlet]
    articles = Query("articles", (number,), copies=True, n=row.n_articles)
    found = [(voice, row.findings.get(voice, 0)) for voice in VOICES]
    return OutletView(
        outlet=row.outlet,
        shape=number,
        n_articles=Figure(count(row.n_articles), articles if row.n_articles else None),
        n_wire=count(row.n_wire),
        n_events=Figure(count(row.n_events), anchor="events"),
        words=tuple(
            Figure(count(n), Query("articles", (number,)) if n else None)
            for n in (row.words.get(voice, 0) for voice in VOICES)
        ),
        findings=tuple(
            Figure(count(n), Query("findings", (number,), voice=voice, n=n) if n else None)
            for voice, n in found
        ),
    )

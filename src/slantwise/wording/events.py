"""Acts of every shared event, aligned across its outlets.

Takes a run's parts event by event; memory holds the texts of one event at a time. The articles
of all these events wait on disk, where several processes read them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from slantwise.processes import spread
from slantwise.records import Predicate, Span
from slantwise.records.as_json.spans import span_from_dict
from slantwise.records.as_json.wordings import predicate_from_dict
from slantwise.records.contrasts import ActWording, AlignedAct, Sentence
from slantwise.wording.acts import Act, act_of
from slantwise.wording.alignment import aligned
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

# Articles that are laid side by side are numbered within event and outlet first, so that an
# event with a thousand articles costs no more than one with a few of each outlet. A quoted
# speaker's words are not the outlet's choice, and reporting verbs word no act.
_ARTICLES = """
SELECT p.event, p.outlet, t.id, t.text, t.sentences, t.predicates
FROM (SELECT *, row_number() OVER (PARTITION BY event, outlet ORDER BY rank) AS number
      FROM place WHERE event IN (SELECT unnest(?))) p
JOIN (SELECT article.id AS id, article.text AS text,
             list_transform(sentences, lambda s: {'start': s.start, 'end': s.end}) AS sentences,
             list_filter(predicates, lambda q: NOT q.speech AND q.voice <> 'direct') AS predicates
      FROM part WHERE article IS NOT NULL) t ON t.id = p.article
WHERE p.number <= ?
ORDER BY p.rank
"""
_ROWS = 64
"""Articles handed over at a time; bounds memory, never changes a result."""

_EVENTS = 100
"""Events aligned at a time; bounds memory, never changes a result."""


MAX_EVENTS = 2000
"""Events laid side by side, those of most outlets first: five times as many as acts are shown.
It bounds the time; the report says how many events it leaves out."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A predicate with its article.

    Attributes:
        act: as it is aligned.
        predicate: as it was read.
        text: the article's text.
        sentence: its sentence.
    """

    act: Act
    predicate: Predicate
    text: str
    sentence: Span


@dataclass(frozen=True, slots=True)
class ToldEvents:
    """The articles of some events on disk.

    Attributes:
        path: the file, a batch an event.
        n_events: events there are.
        n_articles: articles of all of them.
    """

    path: Path
    n_events: int
    n_articles: int


def write_told(
    base: "duckdb.DuckDBPyConnection", events: Sequence[str], path: Path, settings: WordingSettings
) -> ToldEvents:
    """Write the articles of events, in any order, from the tables of a run to `path`."""
    import pyarrow as pa

    found = base.sql(_ARTICLES, params=[list(events), settings.alignment.max_articles])
    rows = found.to_arrow_reader(_ROWS)
    with pa.ipc.new_file(path, rows.schema) as file:
        return ToldEvents(path, *_written(rows, file))


def aligned_acts(
    told: ToldEvents, titles: Mapping[str, str], settings: WordingSettings
) -> Iterator[tuple[list[AlignedAct], int, int]]:
    """Aligned acts of some events after others, with how many events and acts without a match.

    Of the acts of the events that come together, those that `kept_acts` keeps.

    Args:
        told: the articles of the events.
        titles: headline of each event by id.
        settings: how acts are aligned, and how many are kept.
    """
    job = _Aligning(told.path, titles, settings)
    numbers = range(told.n_events)
    tasks = [numbers[at : at + _EVENTS] for at in range(0, told.n_events, _EVENTS)]
    yield from spread(job, tasks, n_articles=told.n_articles)


def kept_acts(acts: list[AlignedAct], limit: int) -> list[AlignedAct]:
    """At most `limit` acts: those worded in most ways, then the surest; in their old order.

    What is kept of all is kept of those that are kept of each part.
    """
    if len(acts) <= limit:
        return acts
    ranked = sorted(
        range(len(acts)),
        key=lambda i: (
            acts[i].alike,
            -len({w.words.lower() for w in acts[i].wordings}),
            -acts[i].probability,
            i,
        ),
    )
    return [acts[i] for i in sorted(ranked[:limit])]


def _written(rows: "pa.RecordBatchReader", file: "pa.RecordBatchFileWriter") -> tuple[int, int]:
    """Write the rows, a batch an event; how many events and articles there are."""
    import pyarrow as pa

    n_events = n_articles = 0
    waiting: pa.Table | None = None
    for batch in rows:
        table = pa.Table.from_batches([batch])
        waiting = table if waiting is None else pa.concat_tables([waiting, table])
        told = waiting.column("event").to_pylist()
        starts = [at for at, event in enumerate(told) if not at or event != told[at - 1]]
        for first, after in pairwise(starts):
            _write_event(file, waiting.slice(first, after - first))
        n_events, n_articles = n_events + len(starts) - 1, n_articles + len(table)
        waiting = waiting.slice(starts[-1])
    if waiting is None:
        return 0, 0
    _write_event(file, waiting)
    return n_events + 1, n_articles


def _write_event(file: "pa.RecordBatchFileWriter", articles: "pa.Table") -> None:
    (batch,) = articles.combine_chunks().to_batches()
    file.write_batch(batch)


@dataclass(slots=True, eq=False)
class _Aligning:
    """Aligns the acts of events, in any process.

    Attributes:
        path: the articles of all events, a batch an event.
        titles: headline of each event by id.
        settings: how acts are aligned, and how many are kept.
        file: the same, once it is opened.
    """

    path: Path
    titles: Mapping[str, str]
    settings: WordingSettings
    file: "pa.RecordBatchFileReader | None" = None

    def __call__(self, events: Sequence[int]) -> tuple[list[AlignedAct], int, int]:
        """Acts that are kept of the events of these numbers, events, unmatched acts."""
        import pyarrow as pa

        if self.file is None:
            self.file = pa.ipc.open_file(pa.OSFile(str(self.path)))
        acts, n_unaligned = list[AlignedAct](), 0
        for event in events:
            rows = self.file.get_batch(event).to_pylist()
            told = [act for row in rows for act in _acts(row)]
            found, unaligned = _of_event(rows[0]["event"], self.titles, told, self.settings)
            acts, n_unaligned = [*acts, *found], n_unaligned + unaligned
        return kept_acts(acts, self.settings.max_acts), len(events), n_unaligned


def widest_events(placings: Iterable[Placing]) -> list[str]:
    """Ids of the shared events: of most outlets first, then of most articles, then as they come.

    >>> places = [("a", "A", "x"), ("b", "A", "y"), ("c", "B", "y"), ("d", "C", "")]
    >>> widest_events(Placing(*place) for place in places)
    ['y', 'x']
    """
    held = [placing for placing in placings if placing.event]
    n_articles = Counter(placing.event for placing in held)
    n_outlets = Counter(event for event, _ in {(p.event, p.outlet) for p in held})
    return sorted(n_articles, key=lambda event: (-n_outlets[event], -n_articles[event]))


def _acts(row: Mapping[str, Any]) -> Iterator[_Told]:
    """Acts of one article."""
    text, sentences = row["text"], row["sentences"]
    for data in row["predicates"] or ():
        predicate = predicate_from_dict(data)
        span = span_from_dict(sentences[predicate.sentence])
        source = (row["id"], row["outlet"], predicate.sentence / len(sentences))
        yield _Told(act_of(predicate, text, span, source=source), predicate, text, span)


def _of_event(
    event: str, titles: Mapping[str, str], told: Sequence[_Told], settings: WordingSettings
) -> tuple[tuple[AlignedAct, ...], int]:
    groups = aligned([each.act for each in told], settings.alignment)
    acts = tuple(_aligned_act(event, titles, [told[i] for i in group], p) for group, p in groups)
    return acts, len(told) - sum(len(group) for group, _ in groups)


def _aligned_act(
    event: str, titles: Mapping[str, str], told: Sequence[_Told], probability: float
) -> AlignedAct:
    wordings = tuple(_wording(event, each) for each in told)
    ways = {
        (each.predicate.lemma, wording.form, wording.agent.lower(), wording.patient.lower())
        for each, wording in zip(told, wordings, strict=True)
    }
    return AlignedAct(
        event=event,
        title=titles[event],
        probability=probability,
        alike=len(ways) == 1,
        wordings=wordings,
    )


def _wording(event: str, told: _Told) -> ActWording:
    predicate = told.predicate
    return ActWording(
        outlet=told.act.outlet,
        words=predicate.span.of(told.text),
        form=predicate.form.value,
        agent=predicate.agent.span.of(told.text) if predicate.agent else "",
        patient=predicate.patient.span.of(told.text) if predicate.patient else "",
        sentence=Sentence(
            article=told.act.article,
            event=event,
            text=told.sentence.of(told.text),
            span=predicate.span.shift(-told.sentence.start),
            voice=predicate.voice,
            speaker=predicate.speaker,
        ),
    )

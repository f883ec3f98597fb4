"""Acts of every shared event, aligned across its outlets.

Takes a run's parts event by event; memory holds the texts of one event at a time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slantwise.records import Predicate, Span, Voice
from slantwise.records.as_json.wordings import predicate_from_dict
from slantwise.records.contrasts import ActWording, AlignedAct, Sentence
from slantwise.wording.acts import Act, act_of
from slantwise.wording.alignment import AlignmentSettings, aligned
from slantwise.wording.tables import Placing

if TYPE_CHECKING:
    import duckdb

# Articles that are laid side by side are numbered within event and outlet first, so that an
# event with a thousand articles costs no more than one with a few of each outlet.
_ARTICLES = """
SELECT p.event, p.outlet, t.id, t.text, t.sentences, t.predicates
FROM (SELECT *, row_number() OVER (PARTITION BY event, outlet ORDER BY rank) AS number
      FROM place WHERE event IN (SELECT unnest(?))) p
JOIN (SELECT article.id AS id, article.text AS text,
             list_transform(sentences, lambda s: {'start': s.start, 'end': s.end}) AS sentences,
             predicates FROM part WHERE article IS NOT NULL) t ON t.id = p.article
WHERE p.number <= ?
ORDER BY p.rank
"""


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


def aligned_acts(
    base: "duckdb.DuckDBPyConnection",
    events: Sequence[str],
    titles: Mapping[str, str],
    settings: AlignmentSettings,
) -> Iterator[tuple[tuple[AlignedAct, ...], int]]:
    """Aligned acts of one event after another, and how many of its acts found no match.

    Args:
        base: the tables of a run.
        events: ids of the events, in any order.
        titles: headline of each event by id.
        settings: how acts are aligned.
    """
    cursor = base.execute(_ARTICLES, [list(events), settings.max_articles])
    event, told = "", list[_Told]()
    while rows := cursor.fetchmany(64):
        for row in rows:
            if row[0] != event and told:
                yield _of_event(event, titles, told, settings)
                told = []
            event = row[0]
            told += _acts(row)
    if told:
        yield _of_event(event, titles, told, settings)


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


def _acts(row: Sequence[Any]) -> Iterator[_Told]:
    """Acts of one article, quoted words and reporting verbs left out.

    A quoted speaker's words are not the outlet's choice, and reporting verbs word no act.
    """
    _, outlet, article, text, sentences, predicates = row
    for data in predicates or ():
        if data["speech"] or data["voice"] == Voice.DIRECT.value:
            continue
        predicate = predicate_from_dict(data)
        span = Span(sentences[predicate.sentence]["start"], sentences[predicate.sentence]["end"])
        source = (article, outlet, predicate.sentence / len(sentences))
        yield _Told(act_of(predicate, text, span, source=source), predicate, text, span)


def _of_event(
    event: str, titles: Mapping[str, str], told: Sequence[_Told], settings: AlignmentSettings
) -> tuple[tuple[AlignedAct, ...], int]:
    groups = aligned([each.act for each in told], settings)
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
        title=titles.get(event, event),
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

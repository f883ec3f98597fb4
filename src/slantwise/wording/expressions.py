"""How each outlet words each actor: expressions counted by outlet, voice and article.

Takes the tables of a run; gives rows of the report, with the sentences behind them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from slantwise.records import Span, Voice
from slantwise.records.contrasts import ActorWording, Expression, Role, Sentence
from slantwise.wording.log_odds import informative_prior, log_odds
from slantwise.wording.places import PLACE
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Place, Placing, outlet_names, sentences

if TYPE_CHECKING:
    import duckdb

# Different words are counted only of actors that may be among the first, ties included: of all
# actors, that count alone would take more memory than everything else.
_WIDEST = """
WITH counted AS (
    SELECT actor, count(DISTINCT outlet) AS n_outlets, count(DISTINCT event) AS n_events,
           count(DISTINCT rank) AS n_articles
    FROM wording
    WHERE starts_with(actor, 'place:') = $place AND NOT starts_with(actor, 'group:')
    GROUP BY actor
    HAVING n_outlets > 1 OR (SELECT count(DISTINCT outlet) FROM place) < 2
), widest AS (
    SELECT *, rank() OVER (ORDER BY n_outlets DESC, n_events DESC, n_articles DESC) AS standing
    FROM counted QUALIFY standing <= $most
)
SELECT actor FROM wording JOIN widest USING (actor)
GROUP BY actor, n_outlets, n_events, n_articles
ORDER BY n_outlets DESC, n_events DESC, n_articles DESC, count(DISTINCT lower(words)) DESC, actor
LIMIT $most
"""
_COUNTED = """
SELECT role, outlet, lower(words) AS key, mode(words) AS words, mode(lemma) AS lemma,
       mode(form) AS form, bool_and(plain) AS plain, count(DISTINCT rank) AS n_articles,
       count(*) FILTER (voice = 'outlet'), count(*) FILTER (voice = 'direct'),
       count(*) FILTER (voice = 'reported'), count(*) FILTER (voice = 'scare'),
       min_by({'rank': rank, 'sentence': sentence, 'start': start,
               'end': "end", 'voice': voice, 'speaker': speaker}, (rank, start), ?) AS places
FROM wording WHERE actor = ?
GROUP BY role, outlet, key ORDER BY role, outlet, n_articles DESC, count(*) DESC, key
"""
_ARTICLES = "SELECT role, outlet, count(DISTINCT rank) FROM wording WHERE actor = ? GROUP BY ALL"
_Texts = Mapping[Place, tuple[str, int]]
_NAME = """
SELECT mode(words) FROM wording WHERE role = 'named' AND actor = ? AND (plain OR form = 'phrase')
"""


@dataclass(frozen=True, slots=True)
class _Row:
    outlet: str
    key: str
    words: str
    lemma: str
    form: str
    plain: bool
    n_articles: int
    n_uses: dict[Voice, int]
    places: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class _Counted:
    """The expressions of one actor in one role, before their sentences are read.

    Attributes:
        whose: id and name of the actor, and the role.
        n_articles: articles that word it so, by outlet.
        shown: the expressions listed.
        n_others: articles of other outlets that use each.
        z: z-score of each; None where it has none.
        n_more: expressions counted but not listed.
    """

    whose: tuple[str, str, Role]
    n_articles: dict[str, int]
    shown: Sequence[_Row]
    n_others: Sequence[int]
    z: Sequence[float | None]
    n_more: int


def actor_wordings(
    base: "duckdb.DuckDBPyConnection",
    placings: Sequence[Placing],
    *,
    names: Mapping[str, str],
    settings: WordingSettings,
) -> tuple[ActorWording, ...]:
    """Rows of the most widely worded actors, then of places, a row a role; empty for none.

    Actors that an article names by a common noun alone ("police") are left out: the next article's
    are others.

    Args:
        base: the tables of a run.
        placings: of the counted articles, by which the tables were made.
        names: name of each actor by id.
        settings: how many are listed.
    """
    outlets = outlet_names(placings)
    found: list[_Counted] = []
    for place, limit in ((False, settings.max_actors), (True, settings.max_places)):
        for (actor,) in base.execute(_WIDEST, {"place": place, "most": limit}).fetchall():
            counted = base.execute(_COUNTED, [settings.max_sentences, actor]).fetchall()
            rows = [(Role(row[0]), _row(row, outlets, placings)) for row in counted]
            totals = _totals(base, actor, outlets)
            found += _of_actor((actor, _name(base, actor, names)), totals, rows, settings)
    # The texts are read once for all actors: that reads every part.
    places = [place for counted in found for row in counted.shown for place in row.places]
    texts = sentences(base, {(place["article"], place["sentence"]) for place in places})
    return tuple(_worded(counted, texts) for counted in found)


def _name(base: "duckdb.DuckDBPyConnection", actor: str, names: Mapping[str, str]) -> str:
    if actor in names:
        return names[actor]
    ((words,),) = base.execute(_NAME, [actor]).fetchall()  # a count without rows is one row too
    return str(words) if words else actor.removeprefix(PLACE)


def _totals(
    base: "duckdb.DuckDBPyConnection", actor: str, outlets: Sequence[str]
) -> dict[Role, dict[str, int]]:
    """Articles that word an actor, by role and outlet."""
    totals: dict[Role, dict[str, int]] = defaultdict(dict)
    for role, outlet, n in base.execute(_ARTICLES, [actor]).fetchall():
        totals[Role(role)][outlets[outlet]] = n
    return totals


def _of_actor(
    whose: tuple[str, str],
    totals: Mapping[Role, Mapping[str, int]],
    rows: Iterable[tuple[Role, _Row]],
    settings: WordingSettings,
) -> list[_Counted]:
    by_role: dict[Role, list[_Row]] = defaultdict(list)
    for role, row in rows:
        by_role[role].append(row)
    return [
        _counted((*whose, role), totals[role], by_role[role], settings)
        for role in Role
        if role in by_role
    ]


def _counted(
    whose: tuple[str, str, Role],
    totals: Mapping[str, int],
    rows: Sequence[_Row],
    settings: WordingSettings,
) -> _Counted:
    """The rows that are shown, out of all rows of an actor's id, name and role."""
    n_articles: dict[str, int] = defaultdict(int)
    for row in rows:
        n_articles[row.key] += row.n_articles
    shown = _listed(rows, settings)
    z = _z_scores(shown, rows, settings)
    return _Counted(
        whose=whose,
        n_articles=dict(sorted(totals.items())),
        shown=shown,
        n_others=[n_articles[row.key] - row.n_articles for row in shown],
        z=[z[row.outlet, row.key] for row in shown],
        n_more=len(rows) - len(shown),
    )


def _row(row: Sequence[Any], outlets: Sequence[str], placings: Sequence[Placing]) -> _Row:
    _, outlet, key, words, lemma, form, plain, n_articles, *rest = row
    voices = (Voice.OUTLET, Voice.DIRECT, Voice.REPORTED, Voice.SCARE)
    uses = {voice: n for voice, n in zip(voices, rest[:4], strict=True) if n}
    places = [
        {**place, "article": (told := placings[place["rank"]]).article, "event": told.event}
        for place in rest[4]
    ]
    return _Row(outlets[outlet], key, words, lemma, form, plain, n_articles, uses, places)


def _listed(rows: Sequence[_Row], settings: WordingSettings) -> list[_Row]:
    """The first rows of every outlet: those that say more than the name before bare names."""
    by_outlet: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_outlet[row.outlet].append(row)
    kept = []
    for outlet in sorted(by_outlet):
        ordered = sorted(by_outlet[outlet], key=lambda r: (-r.n_articles, r.plain, r.key))
        kept += ordered[: settings.max_expressions]
    return kept


def _worded(counted: _Counted, texts: _Texts) -> ActorWording:
    actor, name, role = counted.whose
    return ActorWording(
        actor=actor,
        name=name,
        role=role,
        n_articles=counted.n_articles,
        expressions=tuple(
            Expression(
                outlet=row.outlet,
                words=row.words,
                lemma=row.lemma,
                form=row.form,
                plain=row.plain,
                n_articles=row.n_articles,
                n_uses=row.n_uses,
                n_others=n_others,
                z=z,
                sentences=tuple(_sentence(place, texts) for place in row.places),
            )
            for row, n_others, z in zip(counted.shown, counted.n_others, counted.z, strict=True)
        ),
        n_more=counted.n_more,
    )


def _z_scores(
    shown: Sequence[_Row], rows: Sequence[_Row], settings: WordingSettings
) -> dict[tuple[str, str], float | None]:
    """By outlet and key: the expression against all others of the same actor and role.

    Articles are the unit. None where too few articles hold it, or no other outlet has any.
    """
    keys = sorted({row.key for row in rows})
    place = {key: at for at, key in enumerate(keys)}
    by_outlet: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_outlet[row.outlet].append(row)
    total = np.zeros(len(keys))
    np.add.at(total, [place[row.key] for row in rows], [row.n_articles for row in rows])
    prior = informative_prior(total, size=float(len(keys)))
    found: dict[tuple[str, str], float | None] = {}
    for outlet in {row.outlet for row in shown}:
        ours = np.zeros(len(keys))
        own = by_outlet[outlet]
        ours[[place[row.key] for row in own]] = [row.n_articles for row in own]
        known = (total >= settings.minimum_articles) & ((total - ours).sum() > 0)
        z = log_odds(ours, total - ours, prior).z
        for row in own:
            at = place[row.key]
            found[outlet, row.key] = float(z[at]) if known[at] else None
    return found


def _sentence(place: Mapping[str, Any], texts: _Texts) -> Sentence:
    text, start = texts[(place["article"], place["sentence"])]
    return Sentence(
        article=place["article"],
        event=place["event"],
        text=text,
        span=Span(place["start"] - start, place["end"] - start),
        voice=Voice(place["voice"]),
        speaker=place["speaker"],
    )

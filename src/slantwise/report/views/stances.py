"""The grid of outlets and actors: how each voice of each outlet presents each actor."""

from collections.abc import Iterable
from dataclasses import dataclass

from slantwise.records import Voice
from slantwise.records.comparison import ActorRow, Comparison, StanceCell, Verdict
from slantwise.report.numbering import Numbering
from slantwise.report.queries import ABSTAINED, FAILED, Figure, Query
from slantwise.report.words import count, decimal, spread


@dataclass(frozen=True, slots=True)
class StanceView:
    """One outlet and one actor.

    Attributes:
        outlet: name of the outlet.
        cell: the figures; None where the outlet's voice does not judge the actor at all.
        mean: mean stance with its evidence; None where too few.
        interval: its interval in words; empty where too few.
        counts: (letter or word, number of articles with evidence), zero counts left out
            save those of the three stances.
        n_articles: all articles of the cell with their evidence.
    """

    outlet: str
    cell: StanceCell | None
    mean: Figure | None
    interval: str
    counts: tuple[tuple[str, Figure], ...]
    n_articles: Figure


@dataclass(frozen=True, slots=True)
class ActorView:
    """One row of the grid.

    Attributes:
        name: the actor.
        sort: what sort of actor, in words, with the actor it rolls up to.
        cells: one an outlet, in the comparison's order.
    """

    name: str
    sort: str
    cells: tuple[StanceView, ...]


@dataclass(frozen=True, slots=True)
class StanceGrid:
    """All actors shown for one voice.

    Attributes:
        voice: whose words.
        outlets: names, in order of the columns.
        actors: rows, the most widely mentioned first; empty where the voice judges nobody.
        n_more: actors judged in that voice but left to the tables.
    """

    voice: Voice
    outlets: tuple[str, ...]
    actors: tuple[ActorView, ...]
    n_more: int


def stance_grid(
    comparison: Comparison, numbering: Numbering, *, voice: Voice, max_actors: int
) -> StanceGrid:
    """The grid of one voice; actors that voice never judges are left out."""
    cells = {(c.outlet, c.actor): c for c in comparison.stances if c.voice is voice}
    met = {actor for (_, actor), cell in cells.items() if cell.n_articles}
    outlets = tuple(row.outlet for row in comparison.outlets)
    judged = [actor for actor in comparison.actors if actor.id in met]
    names = {actor.id: actor.name for actor in comparison.actors}
    rows = tuple(
        ActorView(
            name=actor.name,
            sort=_sort(actor, names),
            cells=tuple(
                _view(outlet, cells.get((outlet, actor.id)), numbering) for outlet in outlets
            ),
        )
        for actor in judged[:max_actors]
    )
    return StanceGrid(voice, outlets, rows, len(judged) - len(rows))


def state_totals(cells: Iterable[StanceCell]) -> tuple[int, int, int]:
    """Judgements labelled, abstained and failed, over all given cells."""
    labelled = abstained = failed = 0
    for cell in cells:
        labelled += cell.against + cell.neutral + cell.favour
        abstained += cell.abstained
        failed += cell.failed
    return labelled, abstained, failed


def _sort(actor: ActorRow, names: dict[str, str]) -> str:
    words = actor.kind.value.replace("-", " ")
    if actor.parent is None:
        return words
    return f"{words}, counted under {names.get(actor.parent, actor.parent)} too"


def _view(outlet: str, cell: StanceCell | None, numbering: Numbering) -> StanceView:
    if cell is None or not cell.n_articles:
        return StanceView(outlet, None, None, "", (), Figure("0"))
    n_articles = Figure(count(cell.n_articles), _query(cell, numbering, n=cell.n_articles))
    if cell.mean is None or cell.verdict is Verdict.TOO_FEW:
        return StanceView(outlet, cell, None, "", _counts(cell, numbering), n_articles)
    mean = Figure(decimal(cell.mean.value, signed=True), _query(cell, numbering, n=cell.n_articles))
    interval = spread(cell.mean, signed=True)
    return StanceView(outlet, cell, mean, interval, _counts(cell, numbering), n_articles)


def _counts(cell: StanceCell, numbering: Numbering) -> tuple[tuple[str, Figure], ...]:
    rows = (
        ("A", cell.against, 0),
        ("N", cell.neutral, 1),
        ("F", cell.favour, 2),
        ("abstained", cell.abstained, ABSTAINED),
        ("failed", cell.failed, FAILED),
    )
    return tuple(
        (word, Figure(count(number), _query(cell, numbering, state=state, n=number)))
        for word, number, state in rows
        if number or state < ABSTAINED
    )


def _query(
    cell: StanceCell, numbering: Numbering, *, state: int | None = None, n: int
) -> Query | None:
    if not n:
        return None
    return Query(
        "stances",
        outlets=(numbering.outlet[cell.outlet],),
        voice=cell.voice,
        actor=numbering.actor.get(cell.actor),
        state=state,
        n=n,
    )

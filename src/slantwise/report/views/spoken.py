"""Stance by a speaker: what those quoted say of others, apart from the outlets' own voice."""

from dataclasses import dataclass

from slantwise.records.comparison import Comparison, Quoted, SpokenCell
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure, Query
from slantwise.report.words import count, decimal, spread


@dataclass(frozen=True, slots=True)
class SpokenView:
    """What one outlet quotes one speaker saying of one actor.

    Attributes:
        outlet: name of the outlet.
        cell: the figures; None where there are none.
        mean: mean stance with its evidence; None where too few.
        interval: in words; empty where too few.
        counts: (letter or word, number of articles).
    """

    outlet: str
    cell: SpokenCell | None
    mean: Figure | None
    interval: str
    counts: tuple[tuple[str, Figure], ...]


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One speaker and one actor spoken of.

    Attributes:
        speaker: name of the speaker or side.
        actor: name of the actor spoken of.
        cells: one an outlet, in the comparison's order.
    """

    speaker: str
    actor: str
    cells: tuple[SpokenView, ...]


@dataclass(frozen=True, slots=True)
class SpokenTable:
    """Who says what of whom, direct and reported speech together.

    Attributes:
        outlets: names, in order of the columns.
        lines: pairs of speaker and actor in most articles first; may be empty.
        n_more: pairs left to the table.
    """

    outlets: tuple[str, ...]
    lines: tuple[SpokenLine, ...]
    n_more: int


def spoken_table(comparison: Comparison, numbering: Numbering, *, max_lines: int) -> SpokenTable:
    """The pairs in most articles, ties in the order of speakers and actors."""
    pairs: dict[tuple[str, str], dict[str, SpokenCell]] = {}
    for cell in comparison.spoken:
        if cell.quoted is Quoted.ALL:
            pairs.setdefault((cell.speaker, cell.actor), {})[cell.outlet] = cell
    widest = sorted(pairs, key=lambda pair: -sum(c.n_articles for c in pairs[pair].values()))
    names = {actor.id: actor.name for actor in comparison.actors}
    outlets = tuple(row.outlet for row in comparison.outlets)
    lines = tuple(
        SpokenLine(
            names.get(pair[0], pair[0]),
            names.get(pair[1], pair[1]),
            tuple(_view(outlet, pairs[pair].get(outlet), numbering) for outlet in outlets),
        )
        for pair in widest[:max_lines]
    )
    return SpokenTable(outlets, lines, len(widest) - len(lines))


def _view(outlet: str, cell: SpokenCell | None, numbering: Numbering) -> SpokenView:
    if cell is None:
        return SpokenView(outlet, None, None, "", ())
    query = Query(
        "words",
        (numbering.outlet[outlet],),
        speaker=numbering.actor.get(cell.speaker),
        actor=numbering.actor.get(cell.actor),
        n=cell.n_articles,
    )
    counts = [("A", cell.against), ("N", cell.neutral), ("F", cell.favour)]
    counts += [(w, n) for w, n in (("abstained", cell.abstained), ("failed", cell.failed)) if n]
    shown = tuple((word, Figure(count(n))) for word, n in counts)
    if cell.mean is None:
        articles = ("articles", Figure(count(cell.n_articles), query))
        return SpokenView(outlet, cell, None, "", (*shown, articles))
    mean = Figure(decimal(cell.mean.value, signed=True), query)
    return SpokenView(outlet, cell, mean, spread(cell.mean, signed=True), shown)

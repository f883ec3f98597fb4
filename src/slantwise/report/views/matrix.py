"""Tables for many outlets: a row an outlet, a column an actor or a kind, a figure a cell.

With few outlets each has a column with drawn figures; with more than `MANY` such a table is wider
than any screen and a page of them too large to open, so that outlets become rows that a reader
can filter and sort, and cells hold words only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slantwise.records.comparison import Interval
from slantwise.report.queries import Figure
from slantwise.report.views.rates import Forest, RateLine
from slantwise.report.views.shares import ShareTable, ShareView
from slantwise.report.views.spoken import SpokenTable, SpokenView
from slantwise.report.views.stances import StanceGrid, StanceView
from slantwise.report.words import count

MANY = 8
"""Outlets that still stand side by side; more stand one below another."""

TOO_FEW = "too few"


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One outlet and one column.

    Attributes:
        figure: the figure with its evidence; None where the outlet has nothing to count.
        interval: in words; empty where too few.
        of: what the figure rests on, in words.
        firm: whether a mean stance has an interval that excludes 0; False for rates and shares.
    """

    figure: Figure | None
    interval: str = ""
    of: str = ""
    firm: bool = False

    @property
    def text(self) -> str:
        """The whole cell in words; a dash for none."""
        if self.figure is None:
            return "–"
        inside = f" ({self.interval})" if self.interval else ""
        return f"{self.figure.text}{inside}; {self.of}"


@dataclass(frozen=True, slots=True)
class Matrix:
    """One table.

    Attributes:
        key: a short name, by which it is saved.
        label: what it shows, for screen readers.
        columns: (name, what stands below it), from the left.
        rows: (outlet, what stands below it, its cells), in the comparison's order.
        n_more: columns left to the CSV table.
        file: the CSV table that holds every row.
        nothing: what a dash means.
        what: what a column is, singular.
    """

    key: str
    label: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str, tuple[MatrixCell, ...]], ...]
    n_more: int
    file: str
    nothing: str
    what: str = "actor"


@dataclass(frozen=True, slots=True)
class Matrices:
    """Every table of a page with many outlets.

    Attributes:
        stance: stance in the outlets' own voice.
        kinds: rates in the outlets' own voice.
        shares: in the order of `share_tables`.
        spoken: stance by speakers.
        quoted: stance and rates of each quoted voice.
    """

    stance: Matrix
    kinds: Matrix
    shares: tuple[Matrix, ...]
    spoken: Matrix
    quoted: tuple[tuple[Matrix, Matrix], ...]


def stance_matrix(grid: StanceGrid, *, key: str = "stance") -> Matrix:
    """The grid turned: articles judged stand with each mean."""
    rows = (
        (outlet, "", tuple(_stance_cell(actor.cells[number]) for actor in grid.actors))
        for number, outlet in enumerate(grid.outlets)
    )
    return Matrix(
        key=key,
        label="Stance by outlet and actor",
        columns=tuple((actor.name, actor.sort) for actor in grid.actors),
        rows=tuple(rows),
        n_more=grid.n_more,
        file="stances.csv",
        nothing="not mentioned in this voice",
    )


def kinds_matrix(forest: Forest, *, key: str = "kinds") -> Matrix:
    """Rates by kind, all kinds together first; the words of the voice stand with each outlet."""
    groups = [*([forest.total] if forest.total else []), *forest.kinds]
    by_outlet: dict[str, list[RateLine]] = {}
    for group in groups:
        for line in group.lines:
            by_outlet.setdefault(line.outlet, []).append(line)
    return Matrix(
        key=key,
        label="Findings per 1,000 words by outlet and kind",
        columns=tuple(
            (group.entry.name, group.entry.tag) if group.entry else ("all kinds", "")
            for group in groups
        ),
        rows=tuple(
            (outlet, f"{lines[0].n_words.text} words", tuple(map(_rate_cell, lines)))
            for outlet, lines in by_outlet.items()
        ),
        n_more=0,
        file="rates.csv",
        nothing="no words in this voice",
        what="kind",
    )


def share_matrix(table: ShareTable) -> Matrix:
    """Shares turned; what counts for no actor stands with each outlet."""
    unknown = table.unknown or ("",) * len(table.outlets)
    rows = (
        (
            outlet,
            f"not known whose: {unknown[number]}" if unknown[number] else "",
            tuple(_share_cell(line.cells[number]) for line in table.lines),
        )
        for number, outlet in enumerate(table.outlets)
    )
    return Matrix(
        key=table.key,
        label=table.title,
        columns=tuple((line.name, line.sort) for line in table.lines),
        rows=tuple(rows),
        n_more=table.n_more,
        file=table.file,
        nothing="none",
    )


def spoken_matrix(table: SpokenTable) -> Matrix:
    """Stance by speakers turned: a column a speaker and the one spoken of."""
    rows = (
        (outlet, "", tuple(_spoken_cell(line.cells[number]) for line in table.lines))
        for number, outlet in enumerate(table.outlets)
    )
    return Matrix(
        key="spoken",
        label="Stance by speakers",
        columns=tuple((line.speaker, f"of {line.actor}") for line in table.lines),
        rows=tuple(rows),
        n_more=table.n_more,
        file="spoken.csv",
        nothing="not quoted on the other",
        what="pair",
    )


def matrices(
    grid: StanceGrid,
    forest: Forest,
    shares: Iterable[ShareTable],
    spoken: SpokenTable,
    quoted: Sequence[tuple[StanceGrid, Forest]],
) -> Matrices:
    """All of them, from the tables that a page of few outlets shows."""
    return Matrices(
        stance=stance_matrix(grid),
        kinds=kinds_matrix(forest),
        shares=tuple(map(share_matrix, shares)),
        spoken=spoken_matrix(spoken),
        quoted=tuple(
            (
                stance_matrix(each, key=f"stance-{each.voice.value}"),
                kinds_matrix(rates, key=f"kinds-{rates.voice.value}"),
            )
            for each, rates in quoted
        ),
    )


def _stance_cell(view: StanceView) -> MatrixCell:
    if view.cell is None:
        return MatrixCell(None)
    of = f"n {count(view.cell.n_articles)}"
    if view.mean is None:
        return MatrixCell(Figure(TOO_FEW, view.n_articles.query), of=of)
    return MatrixCell(view.mean, view.interval, of, _excludes_zero(view.cell.mean))


def _spoken_cell(view: SpokenView) -> MatrixCell:
    if view.cell is None:
        return MatrixCell(None)
    of = f"n {count(view.cell.n_articles)}"
    if view.mean is None:
        behind = view.counts[-1][1].query
        return MatrixCell(Figure(TOO_FEW, behind), of=of)
    return MatrixCell(view.mean, view.interval, of, _excludes_zero(view.cell.mean))


def _share_cell(view: ShareView) -> MatrixCell:
    if view.of is None:
        return MatrixCell(None)
    of = view.of.text.split(";")[0]
    if view.value is None:
        return MatrixCell(Figure(TOO_FEW, view.of.query), of=of)
    return MatrixCell(view.value, view.interval, of)


def _rate_cell(line: RateLine) -> MatrixCell:
    if line.n_words.text == "0":
        return MatrixCell(None)
    of = line.n_findings.text
    if line.value is None:
        return MatrixCell(Figure(TOO_FEW, line.n_findings.query), of=of)
    return MatrixCell(line.value, line.interval, of)


def _excludes_zero(interval: Interval | None) -> bool:
    return interval is not None and (interval.low > 0 or interval.high < 0)

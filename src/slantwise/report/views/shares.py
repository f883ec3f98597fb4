"""Tables of shares by actor and outlet: who speaks, how introduced, who is named, who is mentioned.

One layout serves all four: a row an actor, a column an outlet, in each cell the share with its
interval and what it is a share of.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from slantwise.records import HarmForm, Voice
from slantwise.records.comparison import (
    ActorRow,
    AgencyRow,
    Comparison,
    Interval,
    IntroductionRow,
    MentionRow,
    Quoted,
    SpeechRow,
)
from slantwise.report.numbering import Numbering
from slantwise.report.queries import Figure, Query
from slantwise.report.svg import Scale, scale_from_zero
from slantwise.report.views.share_words import (
    AGENCY,
    DIRECT,
    INTRODUCTIONS,
    MENTIONS,
    SPEECH,
    ShareWords,
)
from slantwise.report.words import count, percent, percents, plural

WIDTH = 190


class ShareRow(Protocol):
    """What every table of shares has."""

    @property
    def outlet(self) -> str:
        """Name of the outlet."""

    @property
    def actor(self) -> str:
        """Id of the actor."""

    @property
    def share(self) -> Interval | None:
        """The share with its interval; None where too few."""


Row = TypeVar("Row", bound=ShareRow)


@dataclass(frozen=True, slots=True)
class ShareView:
    """One outlet and one actor.

    Attributes:
        outlet: name of the outlet.
        share: the share with interval; None where too few, or where there is no row.
        value: the share as shown, with its evidence; None where too few.
        interval: in words; empty where too few.
        of: numerator and denominator in words, with their evidence; None where there is no row.
    """

    outlet: str
    share: Interval | None
    value: Figure | None
    interval: str
    of: Figure | None


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One actor.

    Attributes:
        name: the actor.
        sort: what sort of actor, in words.
        cells: one an outlet, in the comparison's order.
    """

    name: str
    sort: str
    cells: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class ShareTable:
    """One measure.

    Attributes:
        key: a short name, unique on the page.
        title: what is shared out.
        note: how to read it, in words.
        outlets: names, in order of the columns.
        lines: actors, the most widely met first; may be empty.
        unknown: for each outlet what counts for no actor, in words; empty where nothing can.
        n_more: actors left to the tables.
        file: the CSV table with all of them.
        nothing: words for the case that there are no lines.
        scale: axis of the figures.
    """

    key: str
    title: str
    note: str
    outlets: tuple[str, ...]
    lines: tuple[ShareLine, ...]
    unknown: tuple[str, ...]
    n_more: int
    file: str
    nothing: str
    scale: Scale


def share_tables(
    comparison: Comparison, numbering: Numbering, *, max_actors: int
) -> tuple[ShareTable, ...]:
    """Words quoted in all, directly quoted; introductions; doers named; mentions."""
    known = {row.id: row for row in comparison.actors}
    maker = _Maker(comparison, numbering, max_actors, known)
    speech = {
        quoted: [row for row in comparison.speech if row.quoted is quoted] for quoted in Quoted
    }
    return (
        maker.table(SPEECH, speech[Quoted.ALL], _speech_view),
        maker.table(DIRECT, speech[Quoted.DIRECT], _direct_view),
        maker.table(INTRODUCTIONS, comparison.introductions, _introduction_view),
        maker.table(AGENCY, comparison.agency, _agency_view),
        maker.table(MENTIONS, comparison.mentions, _mention_view),
    )


_Shown = tuple[str, Figure | None, str]
"""What a row shows: its numerator and denominator in words, its evidence, and what is unknown."""


@dataclass(frozen=True, slots=True)
class _Maker:
    comparison: Comparison
    numbering: Numbering
    max_actors: int
    actors: Mapping[str, ActorRow]

    def table(
        self, words: ShareWords, rows: Sequence[Row], view: Callable[[Row, Numbering], _Shown]
    ) -> ShareTable:
        by_actor: dict[str, dict[str, Row]] = {}
        for row in rows:
            by_actor.setdefault(row.actor, {})[row.outlet] = row
        actors = list(by_actor)
        shown = actors[: self.max_actors]
        outlets = tuple(row.outlet for row in self.comparison.outlets)
        unknown = {row.outlet: view(row, self.numbering)[2] for row in rows}
        highs = [row.share.high for actor in shown for row in by_actor[actor].values() if row.share]
        return ShareTable(
            key=words.key,
            title=words.title,
            note=words.note,
            outlets=outlets,
            lines=tuple(self._line(actor, by_actor[actor], outlets, view) for actor in shown),
            unknown=tuple(unknown.get(o, "") for o in outlets) if any(unknown.values()) else (),
            n_more=len(actors) - len(shown),
            file=words.file,
            nothing=words.nothing,
            scale=scale_from_zero(min(1.0, max(highs, default=1.0)), width=WIDTH),
        )

    def _line(
        self,
        actor: str,
        rows: dict[str, Row],
        outlets: Iterable[str],
        view: Callable[[Row, Numbering], _Shown],
    ) -> ShareLine:
        cells = []
        for outlet in outlets:
            row = rows.get(outlet)
            if row is None:
                cells.append(ShareView(outlet, None, None, "", None))
                continue
            text, behind, _ = view(row, self.numbering)
            of = Figure(text, behind.query if behind else None)
            value = Figure(percent(row.share.value), of.query) if row.share else None
            interval = percents(row.share) if row.share else ""
            cells.append(ShareView(outlet, row.share, value, interval, of))
        known = self.actors.get(actor)
        sort = known.kind.value.replace("-", " ") if known else ""
        return ShareLine(known.name if known else actor, sort, tuple(cells))


def _speech_view(row: SpeechRow, numbering: Numbering) -> _Shown:
    voice = Voice.DIRECT if row.quoted is Quoted.DIRECT else None
    actor = numbering.actor.get(row.actor)
    query = Query(
        "words",
        (numbering.outlet[row.outlet],),
        voice=voice,
        speaker=actor,
        n=row.n_articles,
    )
    of = f"{count(row.n_words)} of {count(row.n_known)} words"
    unknown = f"{count(row.n_unknown)} words"
    return of, Figure(of, None if actor is None else query), unknown


def _direct_view(row: SpeechRow, numbering: Numbering) -> _Shown:
    return _speech_view(row, numbering)


def _introduction_view(row: IntroductionRow, numbering: Numbering) -> _Shown:
    actor = numbering.actor.get(row.actor)
    query = Query("words", (numbering.outlet[row.outlet],), speaker=actor)
    of = f"{count(row.n_loaded)} of {plural(row.n_introductions, 'introduction')}"
    unknown = plural(row.n_unknown, "introduction")
    return of, Figure(of, None if actor is None else query), unknown


def _agency_view(row: AgencyRow, numbering: Numbering) -> _Shown:
    actor = numbering.actor.get(row.actor)
    outlet = numbering.outlet[row.outlet]
    query = Query("harms", (outlet,), voice=Voice.OUTLET, actor=actor, n=row.n_harms)
    left_out = (
        (HarmForm.PASSIVE, "passive"),
        (HarmForm.NOMINAL, "as a noun or thing"),
        (HarmForm.INTRANSITIVE, "as a death or loss"),
    )
    ways = [f"{count(n)} {how}" for form, how in left_out if (n := row.forms.get(form, 0))]
    of = f"{count(row.n_named)} of {plural(row.n_harms, 'harm')}"
    if ways:
        of += f"; left out: {', '.join(ways)}"
    unknown = plural(row.n_unknown, "harm")
    return of, Figure(of, None if actor is None else query), unknown


def _mention_view(row: MentionRow, numbering: Numbering) -> _Shown:
    actor = numbering.actor.get(row.actor)
    query = Query("stances", (numbering.outlet[row.outlet],), actor=actor)
    of = f"{count(row.n_mentioned)} of {plural(row.n_events, 'event')}"
    behind = query if actor is not None and row.n_mentioned else None
    return of, Figure(of, behind), ""

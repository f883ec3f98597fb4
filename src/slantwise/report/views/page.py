"""Everything one report shows, gathered once for the page and for Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from slantwise.records import Voice
from slantwise.records.comparison import Comparison
from slantwise.report.evidence import Listed
from slantwise.report.headlines import Headline, caution, headlines, nothing_stands
from slantwise.report.left_out import not_compared
from slantwise.report.method import Method, method
from slantwise.report.numbering import Numbering
from slantwise.report.settings import ReportSettings
from slantwise.report.standing import left_to_tables
from slantwise.report.views.coding import CodingView
from slantwise.report.views.corrected import Corrected, corrected
from slantwise.report.views.coverage import HONEST, CoverageLine, coverage_lines
from slantwise.report.views.events import EventList, event_list
from slantwise.report.views.gaps import GapTable, gap_tables, units_note
from slantwise.report.views.matrix import MANY, Matrices, matrices
from slantwise.report.views.overview import Overview, overview
from slantwise.report.views.rates import Forest, forest
from slantwise.report.views.shares import ShareTable, share_tables
from slantwise.report.views.spoken import SpokenTable, spoken_table
from slantwise.report.views.stances import StanceGrid, stance_grid
from slantwise.report.views.timeline import Timeline, timeline
from slantwise.report.views.widest import outlets_note, with_outlets
from slantwise.report.views.worded import WordingView
from slantwise.report.words import Pieces

QUOTED = (Voice.DIRECT, Voice.REPORTED)
_QUOTED = 8
"""Actors in the grid of a quoted voice; the tables hold the others."""


@dataclass(frozen=True, slots=True)
class Page:
    """One report.

    Attributes:
        comparison: the figures it is made from.
        overview: what was compared.
        headlines: the differences that stand; may be empty.
        caution: words above them where none holds after correction; empty where one does.
        left_to_tables: differences that stand but are no headlines, in words; empty for none.
        nothing: words for the case that there are none.
        not_compared: what could not be compared and why.
        grid: stance in the outlets' own voice.
        forest: kinds in the outlets' own voice.
        quoted: for direct and for reported speech, apart: grid and kinds.
        corrected: differences corrected with a human-coded sample, or that none is.
        shares: who speaks (all quoted words, direct ones), introductions, doers, mentions.
        spoken: stance by speakers.
        coverage: what each outlet leaves out; empty where events are not shared.
        honest: what absence means, in words.
        units_note: what the numbers of units mean, in words.
        gaps: differences in all kinds, by kind, in stance, and in each share.
        events: events and who reported them.
        method: method, limits, signature and citation in words.
        generated: day to print; None for none.
        timeline: articles by date; None where dates are not known.
        matrices: the tables with outlets as rows; None where few enough stand side by side.
        outlets_note: outlets that the tables leave out, in words; empty for none.
        redacted: whether the words of articles are left out.
        max_events: events listed from the start where the evidence is split.
        files: names of the CSV tables beside the page.
        wording: how outlets word the same; None where that was not looked at.
        coding: the researcher's own kinds; None where there are none.
    """

    comparison: Comparison
    overview: Overview
    headlines: tuple[Headline, ...]
    caution: str
    left_to_tables: str
    nothing: str
    not_compared: tuple[Pieces, ...]
    grid: StanceGrid
    forest: Forest
    quoted: tuple[tuple[StanceGrid, Forest], ...]
    shares: tuple[ShareTable, ...]
    spoken: SpokenTable
    coverage: tuple[CoverageLine, ...]
    honest: str
    units_note: str
    gaps: tuple[GapTable, ...]
    corrected: Corrected
    events: EventList
    method: Method
    generated: date | None
    timeline: Timeline | None = None
    matrices: Matrices | None = None
    outlets_note: str = ""
    redacted: bool = False
    max_events: int = 150
    files: tuple[str, ...] = ()
    wording: WordingView | None = None
    coding: CodingView | None = None


def page(
    comparison: Comparison,
    articles: Sequence[Listed],
    numbering: Numbering,
    *,
    settings: ReportSettings,
) -> Page:
    """The whole report as records, from the comparison and its articles."""
    shown = with_outlets(comparison, most=settings.max_outlets)

    def grid(voice: Voice) -> StanceGrid:
        most = settings.max_actors if voice is Voice.OUTLET else min(settings.max_actors, _QUOTED)
        return stance_grid(shown, numbering, voice=voice, max_actors=most)

    tables = (
        grid(Voice.OUTLET),
        forest(shown, numbering, voice=Voice.OUTLET),
        share_tables(shown, numbering, max_actors=settings.max_actors),
        spoken_table(shown, numbering, max_lines=settings.max_actors),
        tuple((grid(v), forest(shown, numbering, voice=v)) for v in QUOTED),
    )
    told = headlines(comparison, numbering, limit=settings.max_headlines)
    return Page(
        comparison=comparison,
        overview=overview(comparison, numbering, title=settings.title, shown=shown),
        headlines=told,
        caution=caution(told, comparison),
        left_to_tables=left_to_tables(comparison),
        nothing=nothing_stands(comparison),
        not_compared=not_compared(comparison),
        grid=tables[0],
        forest=tables[1],
        quoted=tables[4],
        shares=tables[2],
        spoken=tables[3],
        coverage=coverage_lines(shown, few=len(shown.outlets) > MANY),
        honest=HONEST,
        units_note=units_note(comparison),
        gaps=gap_tables(comparison, numbering, max_gaps=settings.max_gaps),
        corrected=corrected(comparison),
        events=event_list(comparison, articles, numbering),
        method=method(comparison, generated=settings.generated),
        timeline=timeline(shown, articles),
        matrices=matrices(*tables) if len(shown.outlets) > MANY else None,
        outlets_note=outlets_note(comparison, shown),
        redacted=settings.redact,
        max_events=settings.max_events,
        generated=settings.generated,
    )

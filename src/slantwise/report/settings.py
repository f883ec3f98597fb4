"""Settings of the report, and the list of files it wrote."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from slantwise.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """How much a report shows; what it shows is fixed by the comparison.

    Attributes:
        title: heading of the page; empty for one made from the numbers of outlets and events.
        max_headlines: how many findings that stand are put into words on the first screen.
        max_actors: actors in each stance grid, the most widely mentioned first; the rest
            stand in the tables.
        max_outlets: outlets in each table, those with most articles; the rest stand in the
            CSV tables.
        max_gaps: rows in the table of differences, the largest effects first; the rest stand
            in the tables.
        min_confidence: findings below it are left out, as they must be where the comparison left
            them out; None shows all.
        max_events: events listed from the start in a page too large to carry its evidence; the
            others are listed as the reader goes on.
        max_page_bytes: size of a page that carries its evidence itself; where it would be larger,
            the evidence is split into files beside it.
        redact: leave the words of articles out.
        pdf: write report.pdf too; needs the `pdf` extra.
        generated: the day to print on the report; None prints none, so that the same run
            gives the same bytes.

    Raises:
        SettingsError: a limit is below 1, or a confidence is not in 0..1.
    """

    title: str = ""
    max_headlines: int = 5
    max_actors: int = 12
    max_outlets: int = 50
    max_gaps: int = 20
    min_confidence: float | None = None
    max_events: int = 150
    max_page_bytes: int = 2_000_000
    redact: bool = False
    pdf: bool = False
    generated: date | None = None

    def __post_init__(self) -> None:
        limits = (
            *("max_headlines", "max_actors", "max_outlets", "max_gaps"),
            *("max_events", "max_page_bytes"),
        )
        for name in limits:
            value = getattr(self, name)
            if value < 1:
                raise SettingsError(
                    f"report setting {name} is {value}; expected 1 or more; "
                    "leave it out for the default"
                )
        if self.min_confidence is not None and not 0.0 <= self.min_confidence <= 1.0:
            raise SettingsError(
                f"report setting min_confidence is {self.min_confidence}; expected none, or 0 to "
                "1; give the one that the comparison was made with"
            )


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The files of one report.

    Attributes:
        html: the page, one file that works offline.
        markdown: the same figures in words and tables.
        tables: CSV files, in the order of their names.
        manifest: signature and digests of the files above.
        evidence: further files that the page reads; none where it carries its evidence.
        pdf: the page for print; None where it was not asked for.
    """

    html: Path
    markdown: Path
    tables: tuple[Path, ...]
    manifest: Path
    evidence: tuple[Path, ...] = ()
    pdf: Path | None = None

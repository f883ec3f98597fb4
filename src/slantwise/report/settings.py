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
        max_gaps: rows in the table of differences, the largest effects first; the rest stand
            in the tables.
        min_confidence: findings below it are left out, as they must be where the comparison left
            them out; None shows all.
        generated: the day to print on the report; None prints none, so that the same run
            gives the same bytes.

    Raises:
        SettingsError: a limit is below 1, or a confidence is not in 0..1.
    """

    title: str = ""
    max_headlines: int = 5
    max_actors: int = 12
    max_gaps: int = 80
    min_confidence: float | None = None
    generated: date | None = None

    def __post_init__(self) -> None:
        for name in ("max_headlines", "max_actors", "max_gaps"):
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
    """

    html: Path
    markdown: Path
    tables: tuple[Path, ...]
    manifest: Path

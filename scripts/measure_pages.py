"""Score saved pages against the body, date and outlet that a person checked.

    python scripts/measure_pages.py [--pages ../shared/exports/html] [--show]

Each folder of a news site holds its saved pages (`.html`, `.html.gz`) and one JSON file with the
checked record of each (title, publishing date, body as summary and sections). A page belongs to
the record whose headline is most like its own. The body's score is the F1 of the two multisets
of words, case set aside; the mean over pages is given, before cleaning and after it. A date is
right where it is the same instant, or, where one of the two has no zone, the same day; an outlet
where the folder's name, blanks and case set aside, is a name of the outlet found.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from measure_options import folder_and_switch
from slantwise.clean import clean
from slantwise.ingest import read
from slantwise.outlets import OutletTable
from slantwise.pipeline import shipped_outlets
from slantwise.records import Article, CleanedArticle

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Score:
    """How one page was read.

    Attributes:
        page: name of its file.
        before: F1 of the body as `ingest` gives it.
        after: F1 of the body as `clean` leaves it.
        missing: words of the checked body that the cleaned one lacks.
        extra: words of the cleaned body that the checked one lacks.
        date: whether the date is right.
        outlet: the outlet found.
        right_outlet: whether the folder is named as that outlet is.
    """

    page: str
    before: float
    after: float
    missing: int
    extra: int
    date: bool
    outlet: str
    right_outlet: bool


def words(text: str) -> Counter[str]:
    """How often each word stands in the text."""
    return Counter(_WORD.findall(text.casefold()))


def f1(found: Counter[str], wanted: Counter[str]) -> float:
    """F1 of two multisets of words; 0 where they share none.

    >>> f1(words("a b b c"), words("b c d"))  # 2 shared: P 2/4, R 2/3
    0.5714285714285714
    """
    shared = (found & wanted).total()
    return 2 * shared / (found.total() + wanted.total()) if shared else 0.0


def checked_body(record: dict[str, Any]) -> str:
    """The body that a person checked: summary, then sections with their headlines."""
    body = record["body"]
    parts = list(body["summary"])
    for section in body["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n\n".join(parts)


def record_of(article: Article, records: list[dict[str, Any]]) -> dict[str, Any]:
    """The checked record whose headline is most like the article's."""
    title = article.title.of(article.raw) if article.title else ""
    return max(records, key=lambda r: SequenceMatcher(None, title, r["title"]).ratio())


def same_date(found: datetime | None, wanted: str) -> bool:
    """Whether both are one instant; one day where either has no zone."""
    other = datetime.fromisoformat(wanted)
    if found is None:
        return False
    if found.tzinfo and other.tzinfo:
        return abs((found - other).total_seconds()) < 1
    return found.date() == other.date()


def same_outlet(found: str, folder: str, table: OutletTable) -> bool:
    """Whether the folder's name is a name of the outlet found."""
    outlet = table.resolve(found)
    names = (found,) if outlet is None else (outlet.name, *outlet.aliases)
    return _squashed(folder) in map(_squashed, names)


def _squashed(name: str) -> str:
    return "".join(_WORD.findall(name.casefold())).removeprefix("the")


def score(
    article: Article, cleaned: CleanedArticle, record: dict[str, Any], table: OutletTable
) -> Score:
    """The page's score."""
    wanted = words(checked_body(record))
    before = words("\n\n".join(span.of(article.raw) for span in article.body))
    after = words("\n\n".join(span.of(cleaned.text) for span in cleaned.paragraphs))
    return Score(
        page=Path(article.source.path).name,
        before=f1(before, wanted),
        after=f1(after, wanted),
        missing=(wanted - after).total(),
        extra=(after - wanted).total(),
        date=same_date(article.published, record["publishing_date"]),
        outlet=article.outlet,
        right_outlet=same_outlet(article.outlet, Path(article.source.path).parent.name, table),
    )


def measure(folder: Path, *, show: bool = False) -> list[Score]:
    """Scores of the pages of all sites in the folder, in order of their paths."""
    scores, table = [], shipped_outlets()
    for path in sorted(folder.rglob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        records = [value for value in data.values() if isinstance(value, dict)]
        for article in read(sorted(path.parent.glob("*.html*")), outlets=table):
            if isinstance(article, Article):
                record = record_of(article, records)
                cleaned = clean(article)
                scores.append(score(article, cleaned, record, table))
                if show:
                    differences(cleaned, record)
    return scores


def differences(cleaned: CleanedArticle, record: dict[str, Any]) -> None:
    """Print the paragraphs that only one of the two bodies holds."""
    ours = [span.of(cleaned.text) for span in cleaned.paragraphs]
    theirs = checked_body(record).split("\n\n")
    print(f"== {cleaned.article.source.path}")
    for mark, one, other in (("+", ours, theirs), ("-", theirs, ours)):
        all_of_other = words("\n".join(other))
        for paragraph in one:
            counted = words(paragraph)
            if (counted - all_of_other).total() or " ".join(paragraph.split()) not in " ".join(
                " ".join(other).split()
            ):
                print(f"  {mark} {paragraph[:220]!r}")


def main() -> None:
    """Measure and print."""
    pages, show = folder_and_switch(
        __doc__, folder=("pages", "exports/html"), switch=("show", "print what differs")
    )
    scores = measure(pages, show=show)
    print(f"{'page':<44} before  after  missing extra  date   outlet")
    for s in scores:
        print(
            f"{s.page:<44} {s.before:.4f} {s.after:.4f} {s.missing:>8} {s.extra:>5}  "
            f"{'right' if s.date else 'WRONG'}  {s.outlet}"
            f"{'' if s.right_outlet else '  WRONG'}"
        )
    n = len(scores)
    print(
        f"{n} pages: mean F1 {sum(s.before for s in scores) / n:.4f} as read, "
        f"{sum(s.after for s in scores) / n:.4f} cleaned; "
        f"dates right {sum(s.date for s in scores)}, "
        f"outlets right {sum(s.right_outlet for s in scores)}"
    )


if __name__ == "__main__":
    main()

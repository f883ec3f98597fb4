"""Releases that group articles by event, as `articles`: AllSides groups and NeuS."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from gold.sets import GoldSet, Line, counted, read_objects, value_at
from slantwise.errors import GoldError
from slantwise.train.data.files import read_text

# The forms of the release, most of them ISO 8601.
DATE_FORMS = ("%Y-%m-%d", "%m/%d/%y")
_SIDE = re.compile(r"TITLE=>(.*?)ARTICLE=>(.*)", re.DOTALL)


def allsides(folder: Path) -> Iterator[GoldSet]:
    """Articles with the event a machine guessed, and the same articles without it.

    The second set is to stand among articles whose events are known, as distractors.
    """
    rows = list(read_objects(folder / "articles.jsonl"))
    lines = [allsides_line(row, place) for place, row in rows]
    guessed = "events are a machine's guess, not checked: try things out, report no score"
    yield GoldSet("allsides", "articles", tuple(lines), (guessed,))
    without = tuple({k: v for k, v in line.items() if k != "event"} for line in lines)
    note = "without events: append it to a set that has them; alone it cannot be scored"
    yield GoldSet("allsides-unlabelled", "articles", without, (note,))


def allsides_line(row: Line, place: str) -> Line:
    """One article."""
    return {
        "id": value_at(row, "ID", place),
        "outlet": value_at(row, "source", place),
        "title": value_at(row, "title", place),
        "body": value_at(row, "content_original", place),
        "published": day(value_at(row, "date", place), place),
        "url": row.get("url") or "",
        "event": value_at(row, "event", place),
    }


def day(given: str, place: str) -> str:
    """A date in ISO 8601.

    Raises:
        GoldError: it has none of the release's forms.

    >>> day("6/15/17", "line 1")
    '2017-06-15'
    """
    for form in DATE_FORMS:
        try:
            return datetime.strptime(given, form).date().isoformat()
        except ValueError:
            continue
    raise GoldError(f"{place}: found the date {given!r}; expected one as {' or '.join(DATE_FORMS)}")


def neus(folder: Path) -> Iterator[GoldSet]:
    """The raw stories, whose outlets are named, and the paired stories of val."""
    rows = list(read_objects(folder / "headline_11_2021-10-19_crawled_all.jsonl"))
    lines = [line for place, row in rows for line in raw_lines(row, place)]
    empty = sum(not row["news"] for _, row in rows)
    dates = f"{empty} stories hold no article; no dates: the release dates stories, not articles"
    yield _with_body("neus", lines, dates)
    path = folder / "val.source"
    paired = [
        line
        for number, story in enumerate(read_text(path).split("\n"), start=1)
        if story.strip()
        for line in paired_lines(story, number, f"{path}, line {number}")
    ]
    yield _with_body("neus-val", paired, "the release names neither outlets nor dates")


def _with_body(name: str, lines: list[Line], note: str) -> GoldSet:
    kept = tuple(line for line in lines if line["body"].strip())
    notes = (*counted(len(lines) - len(kept), "articles without body"), note, "leads are cut off")
    return GoldSet(name, "articles", kept, notes)


def raw_lines(row: Line, place: str) -> Iterator[Line]:
    """The articles of one raw story."""
    story = value_at(row, "id", place)
    for side, article in value_at(row, "news", place).items():
        yield {
            "id": f"neus-{story}-{side}",
            "outlet": value_at(article, "newsSource", place),
            "title": value_at(article, "newsTitle", place),
            "body": "\n\n".join(value_at(article, "newBody", place)),
            "url": article.get("newsLink") or "",
            "event": f"neus-{story}",
        }


def paired_lines(story: str, number: int, place: str) -> Iterator[Line]:
    """The articles of one paired story, whose outlets the release does not name."""
    for position, article in enumerate(story.split(" [SEP] "), start=1):
        parts = _SIDE.match(article.strip())
        if parts is None:
            raise GoldError(f"{place}: found {article[:60]!r}; expected TITLE=> … ARTICLE=> …")
        yield {
            "id": f"neus-val-{number}-{position}",
            "outlet": f"not named {position}",
            "title": parts.group(1).strip(),
            "body": parts.group(2).strip(),
            "event": f"neus-val-{number}",
        }

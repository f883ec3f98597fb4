import csv
from collections.abc import Callable
from pathlib import Path

from slantwise.ingest.web import gdelt
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

EXTRAS = (
    "<PAGE_PRECISEPUBTIMESTAMP>20260304093000</PAGE_PRECISEPUBTIMESTAMP>"
    "<PAGE_AUTHORS>Ann Lee;Bo Ek</PAGE_AUTHORS><PAGE_TITLE>Ferry &amp; bus</PAGE_TITLE>"
)


def row(number: int, address: str, extras: str = EXTRAS, collection: str = "1") -> str:
    first = [f"20260304100000-{number}", "20260304100000", collection, "times.test", address]
    return "\t".join([*first, *[""] * 21, extras]) + "\n"


def texts(put: Put) -> Path:
    return put("t.jsonl", "".join(
        f'{{"url": "https://times.test/{number}", "text": "Text {number}."}}\n'
        for number in range(1, 4)
    ))  # fmt: skip


def test_rows_are_joined(put: Put, reading: Reading) -> None:
    path = put("a.gkg.csv", row(1, "https://times.test/1") + row(2, "http://times.test/2/", ""))
    (first, second), problems = reading(path, texts=(texts(put),))
    assert problems == []
    assert (first.id, first.outlet, first.byline) == (
        "20260304100000-1", "times.test", "Ann Lee, Bo Ek",
    )  # fmt: skip
    dates = [a.published.isoformat() for a in (first, second) if a.published]
    assert dates == ["2026-03-04T09:30:00+00:00", "2026-03-04T10:00:00+00:00"]
    assert [span.of(second.raw) for span in second.body] == ["Text 2."]
    places = {origin.field: origin.place for origin in first.origins}
    assert places["published"].endswith("row 1: PAGE_PRECISEPUBTIMESTAMP")


def test_odd_rows_cost_themselves_alone(put: Put, reading: Reading) -> None:
    content = (
        row(1, "https://times.test/1")
        + "20260304100000-9\t20260304100000\t1\tcut off\n"
        + row(2, "The Times, page 3", collection="2")
        + "\n"
        + row(3, "https://times.test/3", "x" * 5000)
        + row(4, "https://times.test/2")
    )
    articles, problems = reading(put("a.csv", content), texts=(texts(put),), max_record_chars=3000)
    assert [a.id for a in articles] == ["20260304100000-1", "20260304100000-4"]
    assert [(p.reason, p.source.record) for p in problems] == [
        ("bad-row", "row 2"),
        ("bad-row", "row 3"),
        ("bad-row", "row 5"),
    ]


def test_without_texts_every_row_is_a_problem(put: Put, reading: Reading) -> None:
    articles, problems = reading(put("a.csv", row(1, "https://times.test/1")))
    assert (articles, [p.reason for p in problems]) == ([], ["no-text"])


def test_columns_are_those_of_the_format(shared: Path) -> None:
    (path,) = (shared / "exports" / "gdelt").glob("*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        names = [column["name"].casefold() for column in csv.DictReader(file)]
    assert len(names) == gdelt.N_COLUMNS
    expected = {
        gdelt.ID: "gkgrecordid",
        gdelt.DATE: "date",
        gdelt.COLLECTION: "sourcecollectionidentifier",
        gdelt.OUTLET: "sourcecommonname",
        gdelt.ADDRESS: "documentidentifier",
        gdelt.TRANSLATION: "translationinfo",
        gdelt.EXTRAS: "extras",
    }
    assert {place: names[place] for place in expected} == expected

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from slantwise import api
from slantwise.cli.app import app
from slantwise.duplicates import DuplicateSettings
from slantwise.errors import InputError, RunError, SettingsError
from slantwise.pipeline import Ingested
from slantwise.records import Article, Problem
from slantwise.run import FileCounts, Store

ENGLISH = (
    "The council said on Monday that the bridge at Qora {n} would stay closed until the spring, "
    "and that no one was hurt when its northern pier gave way. Engineers of the county are to "
    "look at the piers again in week {n}, while the town has one road left to the coast."
)
GERMAN = (
    "Die Regierung hat am Donnerstag mitgeteilt, dass die Brücke bis zum Frühling gesperrt "
    "bleibt, während die Opposition eine Untersuchung der Schäden an den Pfeilern verlangte."
)


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def row(n: int, text: str = "", **fields: str) -> dict[str, str]:
    given = {"outlet": "North Post", "date": f"2024-05-{n + 1:02}"}
    return {"id": f"n{n}", "text": text or ENGLISH.format(n=n), **given, **fields}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Six articles under one repeating line, a copy, a longer version, German, and an empty one."""
    line = "Follow our coast page »"
    own = [row(n, f"Story {n} tells of another place.\n\n{ENGLISH}\n\n{line}") for n in range(6)]
    texts = [f"{own[n]['text'].replace('{n}', str(n) * 3)}" for n in range(6)]
    # So alike are the six that they must be told apart by their dates: a fortnight each.
    dates = [f"2024-{n + 1:02}-15" for n in range(6)]
    first = [
        {**one, "text": text, "date": date}
        for one, text, date in zip(own, texts, dates, strict=True)
    ]
    second = [
        {**first[0], "id": "copy"},
        {**first[1], "id": "later", "date": "2024-02-16", "text": f"{texts[1]}\n\nIt reopened."},
        row(8, GERMAN, id="german"),
        row(9, " ", id="empty"),
        {**first[2], "id": "elsewhere", "outlet": "South Post"},
    ]
    bad = tmp_path / "c.txt"
    bad.write_bytes(b"")
    return [write(tmp_path / "a.jsonl", first), write(tmp_path / "b.jsonl", second), bad]


def ingest(files: list[Path], run: Path, **settings: object) -> Ingested:
    return api.ingest(files, run=run, workers=1, **settings)  # type: ignore[arg-type]


def by_name(ingested: Ingested) -> dict[str, FileCounts]:
    return {Path(file.path).name: file for file in ingested.files}


def test_every_file_is_accounted_for(files: list[Path], tmp_path: Path) -> None:
    counts = by_name(ingest(files, tmp_path / "run"))
    # a: n1 gives way to "later". b: "copy" gives way to n0 of the same instant and length, for
    # ids decide; the German one is kept; the empty one is skipped.
    assert (counts["a.jsonl"].read, counts["a.jsonl"].kept, counts["a.jsonl"].duplicates) == (
        6,
        4 + 1,
        1,
    )
    b = counts["b.jsonl"]
    assert (b.read, b.kept, b.duplicates, b.other_language) == (4, 3, 1, 1)
    assert b.skipped == {"no-text": 1}
    assert counts["c.txt"].skipped == {"empty-file": 1}
    assert list(counts) == ["a.jsonl", "b.jsonl", "c.txt"]


def test_what_is_stored_is_what_was_read(files: list[Path], tmp_path: Path) -> None:
    ingest(files, tmp_path / "run")
    records = list(Store(tmp_path / "run").read())
    articles = [record for record in records if isinstance(record, Article)]
    assert [a.id for a in articles] == [
        "n0",
        "n2",
        "n3",
        "n4",
        "n5",
        "later",
        "german",
        "elsewhere",
    ]
    assert articles[0].body[0].of(articles[0].raw) == "Story 0 tells of another place."
    problems = {r.article_id: r.reason for r in records if isinstance(r, Problem) and r.article_id}
    assert problems["copy"] == "duplicate"
    assert problems["n1"] == "earlier-version"
    (message,) = (r.message for r in records if isinstance(r, Problem) and r.article_id == "n1")
    assert "'later'" in message


def test_repeating_lines_are_found_among_articles_that_count(
    files: list[Path], tmp_path: Path
) -> None:
    ingest(files, tmp_path / "run")
    rows = pq.read_table(tmp_path / "run" / "ingest" / "recurring.parquet").to_pylist()
    found = {(one["outlet"], one["line"]): one["n_articles"] for one in rows}
    # North Post: n0, n2, n3, n4, n5 and "later" hold the line; South Post's one article is too few.
    assert found["North Post", "follow our coast page"] == 6
    assert {outlet for outlet, _ in found} == {"North Post"}


def test_the_order_of_files_and_the_workers_change_nothing(
    files: list[Path], tmp_path: Path
) -> None:
    one = ingest(files, tmp_path / "one")
    other = ingest(files[::-1], tmp_path / "other")
    assert by_name(one) == by_name(other)
    many = api.ingest(files, run=tmp_path / "many", workers=2)
    assert many.files == one.files
    left_out = [
        pq.read_table(tmp_path / name / "ingest" / "left_out.parquet").to_pylist()
        for name in ("one", "other", "many")
    ]
    assert left_out[0] == left_out[1] == left_out[2]


def test_a_finished_ingest_is_not_made_twice_nor_mixed(files: list[Path], tmp_path: Path) -> None:
    one = ingest(files, tmp_path / "run")
    part = Store(tmp_path / "run").parts()[0]
    before = part.stat().st_mtime_ns
    assert ingest(files, tmp_path / "run") == one
    assert part.stat().st_mtime_ns == before
    with pytest.raises(RunError, match="another setting: duplicates_window_days"):
        ingest(files, tmp_path / "run", duplicates=DuplicateSettings(window_days=1))
    with pytest.raises(RunError, match="another input"):
        ingest(files[:1], tmp_path / "run")


def test_an_unfinished_ingest_is_begun_anew(files: list[Path], tmp_path: Path) -> None:
    one = ingest(files, tmp_path / "run")
    (tmp_path / "run" / "ingest" / "manifest.json").unlink()
    with pytest.raises(RunError, match="no finished ingest"):
        Store(tmp_path / "run").manifest()
    assert ingest(files, tmp_path / "run") == one


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        ingest([tmp_path / "no"], tmp_path / "run")
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(InputError, match="empty"):
        ingest([tmp_path / "a.txt"], tmp_path / "run")
    (tmp_path / "own.yaml").write_text("- {id: a}")
    with pytest.raises(SettingsError, match=r"own\.yaml, line 1"):
        ingest([tmp_path / "a.txt"], tmp_path / "run", outlets=[tmp_path / "own.yaml"])


def test_own_outlets_are_taken(files: list[Path], tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("- {id: n, name: The North Post, aliases: [North Post]}\n")
    ingest(files, tmp_path / "run", outlets=[own])
    articles = [r for r in Store(tmp_path / "run").read() if isinstance(r, Article)]
    assert {(a.outlet, a.outlet_given) for a in articles} == {
        ("The North Post", "North Post"),
        ("South Post", ""),
    }


def test_analysis_takes_up_what_was_ingested(files: list[Path], tmp_path: Path) -> None:
    ingest(files, tmp_path / "run")
    run = api.analyze(tmp_path / "run", run=tmp_path / "run", workers=1)
    articles = list(run.articles())
    assert [a.article.id for a in articles] == ["n0", "n2", "n3", "n4", "n5", "later", "elsewhere"]
    assert [r.rule for r in articles[0].article.removals] == ["recurring-line"]
    assert "Follow our coast page" not in articles[0].text
    assert "Follow our coast page" in articles[-1].text
    reasons = sorted(r.reason for r in run.read() if isinstance(r, Problem))
    assert reasons == ["duplicate", "earlier-version", "empty-file", "no-text", "other-language"]


def test_the_command_prints_a_table_or_json_or_nothing(files: list[Path], tmp_path: Path) -> None:
    arguments = ["ingest", *map(str, files), "--run", str(tmp_path / "run"), "--workers", "1"]
    shown = CliRunner().invoke(app, arguments)
    assert shown.exit_code == 0
    assert "3 files" in shown.output
    data = json.loads(CliRunner().invoke(app, [*arguments, "--json"]).stdout)
    assert [file["read"] for file in data["files"]] == [6, 4, 0]
    quiet = CliRunner().invoke(app, [*arguments, "--quiet"])
    assert (quiet.exit_code, quiet.output) == (0, "")
    failed = CliRunner().invoke(app, ["ingest", str(tmp_path / "no"), "--run", str(tmp_path / "x")])
    assert failed.exit_code == 2

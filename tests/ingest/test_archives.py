import gzip
import io
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.ingest import IngestSettings, read
from slantwise.ingest.unpacking import Unpacking
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

STORY = "Ferry delayed\n\nThe ferry left an hour late. Nobody was hurt."


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of the files, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_files_of_an_archive_are_read_as_those_of_a_folder(put: Put, reading: Reading) -> None:
    path = put(
        "study.zip",
        packed(
            {
                "The Herald/b.txt": STORY,
                "The Herald/a.jsonl": '{"text": "One.", "outlet": "X"}\n{"text": "Two."}\n',
                "README.md": "About.",
                "__MACOSX/The Herald/b.txt": "junk",
                "page_files/frame.html": "<html><p>Not this one</p></html>",
                "page.html": f"<html><p>{STORY * 9}</p></html>",
            }
        ),
    )
    articles, _ = reading(path)
    assert [(a.id, a.outlet) for a in articles] == [
        ("study.zip/The Herald/a.jsonl#1".replace("study", f"{path.parent.name}/study"), "X"),
        (f"{path.parent.name}/study.zip/The Herald/a.jsonl#2", ""),
        (f"{path.parent.name}/study.zip/The Herald/b", "The Herald"),
        (f"{path.parent.name}/study.zip/page.html", "study"),
    ]
    assert articles[2].source.path == f"{path}/The Herald/b.txt"
    assert [article.source.record for article in articles[:2]] == ["line 1", "line 2"]


def test_archives_inside_archives_and_gzip_around_them(put: Put, reading: Reading) -> None:
    inner = packed({"a.txt": STORY, "b.txt.gz": gzip.compress(STORY.encode())})
    path = put("outer.zip.gz", gzip.compress(packed({"inner.zip": inner, "c.txt": STORY})))
    articles, problems = reading(path, outlet="X")
    assert [a.source.path for a in articles] == [
        f"{path}/c.txt",
        f"{path}/inner.zip/a.txt",
        f"{path}/inner.zip/b.txt.gz",
    ]
    assert problems == []


def test_a_table_that_needs_seeking_is_read_out_of_gzip_and_zip(put: Put, reading: Reading) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    stream = io.BytesIO()
    pq.write_table(pa.table({"text": ["One.", "Two."], "outlet": ["X", "Y"]}), stream)
    zipped = put("a.zip", packed({"t.parquet": stream.getvalue()}))
    gzipped = put("b.parquet.gz", gzip.compress(stream.getvalue()))
    articles, problems = reading(zipped, gzipped)
    assert [a.outlet for a in articles] == ["X", "Y"] * 2
    assert problems == []


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:/out.txt", "..\\out.txt", "\\out.txt"],
)
def test_names_that_lead_out_are_refused_and_the_others_read(
    put: Put, reading: Reading, name: str
) -> None:
    path = put("in/a.zip", packed({name: STORY, "b.txt": STORY}))
    articles, problems = reading(path, outlet="X")
    assert [a.source.path for a in articles] == [f"{path}/b.txt"]
    assert [p.reason for p in problems] == ["unsafe-name"]
    assert repr(name) in problems[0].message
    assert not list(path.parent.parent.rglob("out.txt"))


def test_links_are_refused(put: Put, reading: Reading) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        link = zipfile.ZipInfo("passwords.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("b.txt", STORY)
    articles, problems = reading(put("a.zip", stream.getvalue()), outlet="X")
    assert (len(articles), [p.reason for p in problems]) == (1, ["link-in-archive"])


def test_encrypted_entries_are_refused(put: Put, reading: Reading) -> None:
    content = bytearray(packed({"a.txt": STORY, "b.txt": STORY}))
    # Bit 0 of the general purpose flags: byte 6 of a local header, byte 8 of a central one.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    articles, problems = reading(put("a.zip", bytes(content)), outlet="X")
    assert [a.source.path.rpartition("/")[2] for a in articles] == ["b.txt"]
    assert [p.reason for p in problems] == ["encrypted"]
    assert "password" in problems[0].message


def test_an_unread_way_of_packing_is_named(put: Put, reading: Reading) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", STORY)
    assert [p.reason for p in reading(put("a.zip", stream.getvalue()))[1]] == ["unread-packing"]


def test_a_bomb_costs_itself_alone(put: Put, reading: Reading) -> None:
    # 30 MB of blanks pack to about 30 kB, a thousandth; the limit is a two-hundredth.
    bomb = b" " * 30_000_000
    path = put("a.zip", packed({"a.txt": bomb, "b.txt": STORY}))
    articles, problems = reading(path, outlet="X")
    assert [a.source.path for a in articles] == [f"{path}/b.txt"]
    assert [p.reason for p in problems] == ["archive-too-large"]
    assert "200 times" in problems[0].message


def test_a_gzip_bomb_is_not_read_to_its_end(put: Put, reading: Reading) -> None:
    line = b'{"text": "One.", "outlet": "X"}\n'
    path = put("a.jsonl.gz", gzip.compress(line + b" " * 30_000_000))
    articles, problems = reading(path)
    assert (len(articles), [p.reason for p in problems]) == (1, ["unreadable-file"])
    assert "unfold to" in problems[0].message


@pytest.mark.parametrize(
    ("limits", "n_articles"),
    [
        # Each of the two stories is 60 bytes: the first passes a total of 100, the second not.
        (Unpacking(max_total_bytes=100), 1),
        (Unpacking(max_member_bytes=59), 0),
        (Unpacking(max_members=1), 0),
    ],
)
def test_limits_are_kept(put: Put, reading: Reading, limits: Unpacking, n_articles: int) -> None:
    assert len(STORY) == 60
    path = put("a.zip", packed({"a.txt": STORY, "b.txt": STORY}))
    articles, problems = reading(path, outlet="X", unpacking=limits)
    assert len(articles) == n_articles
    assert {p.reason for p in problems} == {"archive-too-large"}


def test_the_total_counts_archives_inside(put: Put, reading: Reading) -> None:
    inner = packed({f"{number}.txt": STORY for number in range(9)})
    path = put("a.zip", packed({"inner.zip": inner}))
    limits = Unpacking(max_total_bytes=len(inner) + 200)
    articles, problems = reading(path, outlet="X", unpacking=limits)
    # 200 bytes are left for the stories, of 60 each.
    assert (len(articles), [p.reason for p in problems]) == (3, ["archive-too-large"])


def test_archives_are_followed_so_deep_only(put: Put, reading: Reading) -> None:
    content: bytes = packed({"a.txt": STORY})
    for _ in range(3):
        content = packed({"in.zip": content, "b.txt": STORY})
    articles, problems = reading(put("a.zip", content), outlet="X")
    assert (len(articles), [p.reason for p in problems]) == (3, ["archive-too-deep"])


def test_a_cut_off_archive_is_a_problem_and_the_other_files_are_read(
    put: Put, reading: Reading
) -> None:
    put("c/a.zip", packed({"a.txt": STORY, "b.txt": STORY})[:-40])
    folder = put("c/b.txt", STORY).parent
    articles, problems = reading(folder, outlet="X")
    assert (len(articles), [p.reason for p in problems]) == (1, ["damaged-archive"])


def test_a_damaged_entry_costs_itself_alone(put: Put, reading: Reading) -> None:
    content = bytearray(packed({"a.txt": STORY * 50, "b.txt": STORY}))
    content[45:60] = bytes(15)
    articles, problems = reading(put("a.zip", bytes(content)), outlet="X")
    assert (len(articles), [p.reason for p in problems]) == (1, ["damaged-archive"])
    assert "'a.txt'" in problems[0].message


def test_archives_without_articles(put: Put, reading: Reading) -> None:
    empty, pictures = put("a.zip", packed({})), put("b.zip", packed({"a.png": b"x"}))
    assert [p.reason for p in reading(empty, pictures)[1]] == ["empty-archive"] * 2


def test_nothing_unpacked_is_left_behind(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    path = put("a.zip", packed({"a.txt": STORY, "b.txt": STORY}))
    articles = read([path], IngestSettings(outlet="X"))
    next(articles)
    assert len(list(work.iterdir())) == 1
    articles.close()  # type: ignore[attr-defined]
    assert list(work.iterdir()) == []


WHOLE = packed({"a.txt": STORY, "b.jsonl": '{"text": "One.", "outlet": "X"}\n' * 3})


@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8),
    kept=st.integers(4, len(WHOLE)),
)
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_damage_gives_articles_or_problems(
    put: Put, changes: list[tuple[int, int]], kept: int
) -> None:
    content = bytearray(WHOLE)
    for place, byte in changes:
        content[place] = byte
    path = put("a.zip", bytes(content[:kept]))
    found = list(read([path]))
    assert found
    assert all(str(path) in str(item.source) for item in found)

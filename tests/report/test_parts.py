"""Evidence beside the page: whole events, every article once, nothing that a script would run."""

import json
import re
from dataclasses import replace

import pytest

from slantwise.report import ReportSettings, parts, write
from slantwise.report.collecting import collect
from slantwise.report.files import Content
from slantwise.report.numbering import number


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of about one event."""
    monkeypatch.setattr(parts, "PART_BYTES", 4_000)


def _carried(run, max_bytes: int) -> parts.Carried:
    numbering = number(run.comparison)
    evidence = collect(run.comparison, run.articles, numbering)
    return parts.carried(evidence, run.comparison, numbering, max_bytes=max_bytes)


def _content(part: Content) -> str:
    return (part if isinstance(part, bytes) else b"".join(part.pieces())).decode()


def _handed(content: Content) -> tuple[int, list[int], list[dict[str, object]]]:
    found = re.fullmatch(r"slantwisePart\((.*)\);\n", _content(content), re.DOTALL)
    assert found
    part, numbers, articles = json.loads(f"[{found[1]}]")
    return part, numbers, articles


def test_what_fits_stands_in_the_page(run) -> None:
    whole = _carried(run, 10_000_000)
    assert not whole.index
    assert [row["id"] for row in json.loads(whole.embedded)["articles"]] == [
        article.id for article in run.articles
    ]


@pytest.mark.usefixtures("small_parts")
def test_every_article_stands_in_one_part_with_its_event(run) -> None:
    split = _carried(run, 100)
    assert json.loads(split.embedded) == {"index": parts.INDEX}
    script = _content(split.parts.pop(parts.INDEX))
    embedded = json.loads(script.removeprefix("slantwiseIndex=").removesuffix(";\n"))
    assert list(split.parts) == embedded["parts"]
    assert len(split.parts) > 1
    seen: dict[int, int] = {}
    events: dict[int, set[int]] = {}
    for at, content in enumerate(split.parts.values()):
        part, numbers, articles = _handed(content)
        assert part == at
        for article, row in zip(numbers, articles, strict=True):
            assert row["id"] == run.articles[article].id
            assert article not in seen
            seen[article] = part
            events.setdefault(row["e"], set()).add(part)  # type: ignore[call-overload]
    assert sorted(seen) == list(range(len(run.articles)))
    assert all(len(held) == 1 for held in events.values())
    assert [stub[3] for stub in embedded["articles"]] == [seen[n] for n in sorted(seen)]
    assert "The heavy-handed port authority" not in script


@pytest.mark.usefixtures("small_parts")
def test_parts_hold_nothing_that_markup_or_scripts_would_read(run) -> None:
    for content in _carried(run, 100).parts.values():
        assert not set("<>&\u2028\u2029") & set(_content(content))


@pytest.mark.usefixtures("small_parts")
def test_a_split_report_names_its_parts_in_the_manifest(run, tmp_path) -> None:
    settings = replace(ReportSettings(), max_page_bytes=100, max_events=2)
    files = write(run.comparison, run.articles, tmp_path, settings=settings)
    assert len(files.evidence) > 1
    manifest = json.loads(files.manifest.read_text())
    assert {f"evidence/{path.name}" for path in files.evidence} <= set(manifest["files"])
    page = files.html.read_text(encoding="utf-8")
    assert page.count('class="event"') == 2
    assert "script-src &#39;sha256-" in page.replace("'", "&#39;")
    assert "file:" in page

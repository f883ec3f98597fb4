"""Generated articles that mean harm, through the main job from file to report.

Whatever stands in them: no crash, each record accounted for, nothing active in the page or the
tables, nothing written outside the run folder and the report.
"""

import csv
import json
import re
import resource
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import html

from slantwise import api, load
from slantwise.ingest import IngestSettings
from slantwise.pipeline import AnalyserSettings, Batch, analyze_files
from slantwise.records import AnalysedArticle

PLAIN = [
    "The council put off its vote on the bridge, and the mayor said nothing about it.",
    "“They must end their reckless stance,” said Dana Ode, the minister of Merania.",
    "Critics called the so-called ‘reform’ a shameless gift to builders on Monday.",
]
ACTIVE = [
    "<script>HOSTILE()</script>",
    "</script><script>HOSTILE()</script>",
    "<img src=x onerror=HOSTILE()>",
    "<svg/onload=HOSTILE()>",
    "<a href='javascript:HOSTILE()'>vote</a>",
    "\"><iframe src='//hostile.example'></iframe>",
    "<!--<script>",
    "]]><![CDATA[",
    "{{ 7 * 7 }}{% include '/etc/passwd' %}",
    "<style>*{background:url(//hostile.example)}</style>",
]
FORMULAS = ["=cmd|' /C calc'!A0", "+1+HOSTILE()", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "%0A=1"]
PATHS = ["../../../../hostile", "/etc/hostile", "C:\\hostile", "..", "con", "a/../../b", "~/h"]
MARKS = [
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\ufeff", "\u200b", "\u00ad"),
    *("\x00", "\x08", "\x1b[2J", "\x7f", "\x85", "\u2028", "\ud800", "\udfff", "\ufffe"),
    *("\U000e0041", "e" + "\u0301" * 40, "\U0001f469\u200d\U0001f680", "ﷺ", "İ", "ŉ"),
]
GIANT = ["x" * 5000, "-" * 3000, "“" * 400, "(" * 1500, "A." * 1000, "é" * 3000, "1" * 4000]

piece = st.one_of(
    st.sampled_from(PLAIN),
    st.sampled_from(PLAIN),
    st.sampled_from([*ACTIVE, *FORMULAS, *MARKS]),
    st.sampled_from(GIANT),
    st.text(max_size=40),
)
body = st.lists(piece, min_size=1, max_size=7).map(" ".join)
short = st.one_of(
    st.sampled_from(["Herald", "Courier", *FORMULAS, *ACTIVE, *PATHS, *MARKS]), st.text(max_size=12)
)
record = st.fixed_dictionaries(
    {
        "id": st.one_of(st.sampled_from(PATHS), short, st.uuids().map(str)),
        "title": st.one_of(short, st.sampled_from(PLAIN)),
        "body": st.builds("{}\n\n{}".format, st.sampled_from(PLAIN), body),
        "outlet": short,
        "url": st.sampled_from(["https://a.example/1", "javascript:HOSTILE()", "//x", ""]),
        "date": st.sampled_from(["2026-01-05", "0000-00-00", "2026-13-45T99:99", "", "\u202e"]),
        "byline": short,
    }
)


@pytest.fixture(scope="module")
def analyser():
    return load()


def go_through(records, analyser) -> None:
    """The main job on the records, and everything that must hold afterwards."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        root = Path(folder)
        inner = root / "a" / "b" / "c"
        inner.mkdir(parents=True)
        patch.chdir(inner)
        lines = [json.dumps(one) for one in records]
        (inner / "articles.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        before = everything(root)
        run = analyze_files(
            Batch(
                inputs=(inner / "articles.jsonl",),
                run=inner / "run",
                ingest=IngestSettings(),
                analyser=AnalyserSettings(),
                workers=1,
                build=lambda _: analyser,
            )
        )
        api.compare(run, out=inner / "out")
        outside = {p for p in everything(root) - before if not {"run", "out"} & set(p.parts)}
        assert outside == set()
        check_run(run, len(records))
        check_page((inner / "out" / "report.html").read_text("utf-8"))
        for table in (inner / "out").rglob("*.csv"):
            check_table(table)


def everything(root: Path) -> set[Path]:
    return {path.relative_to(root) for path in root.rglob("*")}


def check_run(run, n_records: int) -> None:
    assert api.verify(run.path).faults == ()
    outcomes = list(run.read())
    articles = [one for one in outcomes if isinstance(one, AnalysedArticle)]
    lost = [one for one in outcomes if not isinstance(one, AnalysedArticle) and one.fatal]
    assert len(articles) + len(lost) == n_records
    assert all(problem.reason != "analysis-failed" for problem in lost), lost
    for article in articles:
        for finding in article.findings:
            assert 0 <= finding.span.start < finding.span.end <= len(article.text)
        assert article.words.total >= 0


def check_page(page: str) -> None:
    tree = html.fromstring(page)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        assert element.tag not in {"iframe", "object", "embed", "base"}
        assert (
            "action" not in element.attrib
        )  # the page's own filters are a form that sends nothing
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert not re.match(r"\s*(?:javascript|vbscript|data:text)", value, re.I), value
        if element.tag in {"script", "style"} and "json" not in element.get("type", ""):
            assert "HOSTILE" not in (element.text or "")
            assert "hostile.example" not in (element.text or "")


def check_table(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            for cell in row:
                assert not cell.startswith(("=", "@", "\t", "\r")), (path.name, cell)
                assert not re.match(r"[+-](?![\d.])", cell), (path.name, cell)


def _settings(n_examples: int):
    return settings(
        max_examples=n_examples,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # shrinking would analyse for hours; the example is named
        suppress_health_check=list(HealthCheck),
    )


@_settings(4)
@given(records=st.lists(record, min_size=50, max_size=50))
def test_hundreds_of_hostile_articles(analyser, records):
    go_through(records, analyser)


@pytest.mark.long
@_settings(100)
@given(records=st.lists(record, min_size=100, max_size=100))
def test_ten_thousand_hostile_articles(analyser, records):
    go_through(records, analyser)


@pytest.fixture(scope="module")
def single():
    """An analyser with one thread: threads that wait for one another count as CPU time too."""
    analyser = load(threads=1)
    analyser.read(" ".join(PLAIN))  # what is loaded when first needed is not measured
    return analyser


def read_seconds(analyser, text: str) -> float:
    before = time.thread_time()
    analyser.read(text)
    return time.thread_time() - before


@pytest.mark.parametrize(
    "unit",
    ["x", "(", "“", "A. ", "=1+", "<b>", "\u0301", "\u202e", "said ", "No. 1, ", '"a" ', "\n\n"],
)
def test_time_and_memory_grow_no_faster_than_the_article(single, unit):
    """Eight times the text takes at most 24 times the time (and a second), and little memory.

    The time is the CPU time of this thread alone, which does all the work. A busy machine makes
    it longer by caches that others fill, so the least of up to three readings counts: what grows
    with the square, 64 times here, is over the limit each time.
    """
    short, long = (f"{PLAIN[0]} {unit * (n // len(unit))} {PLAIN[1]}" for n in (5_000, 40_000))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    limit = 24 * read_seconds(single, short) + 1.0
    seconds = [read_seconds(single, long)]
    while seconds[-1] >= limit and len(seconds) < 3:
        seconds.append(read_seconds(single, long))
    assert min(seconds) < limit, (limit, seconds)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    # A character that is a token of its own takes 16 KB while it is read: 40,000 take 640 MB.
    assert grown < 20 * len(long) + 100 * 1024, f"{grown} KiB more for {len(long)} characters"

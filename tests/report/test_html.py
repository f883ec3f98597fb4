"""The page as a file: nothing active but our own, nothing from the data read as markup."""

import re
from html.parser import HTMLParser

import pytest

from slantwise.report import ReportFiles
from slantwise.report.html import policy

PARTS = {
    "stands",
    "outlets",
    "stance",
    "kinds",
    "quoted",
    "gaps",
    "corrected",
    "events",
    "method",
    "speakers",
    "agency",
    "coverage",
    "timeline",
    "kwic",
    "data",
}


class _Outline(HTMLParser):
    """Every element with its attributes, and the text outside scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside not in {"script", "style"}:
            self.text.append(data)


@pytest.fixture(scope="module")
def source(written: ReportFiles) -> str:
    return written.html.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def outline(source: str) -> _Outline:
    parser = _Outline()
    parser.feed(source)
    return parser


def test_the_only_scripts_are_ours(outline: _Outline) -> None:
    scripts = [attributes for tag, attributes in outline.elements if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "evidence-data"}, {}]


def test_the_hostile_title_is_text(outline: _Outline, source: str) -> None:
    assert "<script>alert(1)</script> & “port” talks" in "".join(outline.text)
    assert "<script>alert" not in source
    assert "Port <b>Authority</b>" in "".join(outline.text)
    assert "<b>Authority" not in source


def test_names_with_direction_marks_are_kept_apart_from_the_line(source: str) -> None:
    marked = "Daily \u202eBell\u202c 🔔"
    apart = source.count(f"<bdi>{marked}</bdi>")
    outside = source[: source.index('id="evidence-data"')].count(marked)
    assert apart == outside - 1 > 10  # the lane of the timeline is a text of its own


def test_nothing_on_the_page_asks_the_network(outline: _Outline) -> None:
    tags = {tag for tag, _ in outline.elements}
    assert not tags & {"img", "iframe", "object", "embed", "base", "audio", "video", "source"}
    for _, attributes in outline.elements:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name != "style"
            assert name != "src"
            if name == "href":
                assert (value or "").startswith(("#", "data:,", "tables/"))


def test_styles_ask_nothing_either(source: str) -> None:
    style = source[source.index("<style>") : source.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_names_our_own_style_and_script(source: str) -> None:
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    script = re.search(r"<script>(.*?)</script>", source, re.DOTALL)
    assert style and script
    written = policy(style[1], script[1]).replace("'", "&#39;").replace("+", "&#43;")
    assert f'content="{written}"' in source.replace("+", "&#43;")
    assert "unsafe" not in written


def test_every_id_stands_once_and_every_link_has_its_end(
    outline: _Outline, written: ReportFiles
) -> None:
    ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    ends = {
        (attributes["href"] or "").removeprefix("#")
        for tag, attributes in outline.elements
        if tag == "a"
    }
    beside = {f"tables/{path.name}" for path in written.tables}
    assert ends <= set(ids) | beside
    assert beside <= ends
    for _, attributes in outline.elements:
        assert set((attributes.get("aria-labelledby") or "").split()) <= set(ids)


def test_every_part_is_there(outline: _Outline) -> None:
    sections = {attributes.get("id") for tag, attributes in outline.elements if tag == "section"}
    assert sections == PARTS


def test_what_stance_means_and_what_is_not_corrected_is_said(outline: _Outline) -> None:
    text = " ".join("".join(outline.text).split())
    assert text.count("not what the writer privately thinks") == 2
    assert "whose error is not corrected here, for no human-coded sample was given" in text
    assert "Below 4 events nothing is compared" in text
    assert "finding threshold 0.50, stance threshold 0.55" in text


def test_no_outlet_is_judged(source: str, written: ReportFiles) -> None:
    for text in (source, written.markdown.read_text(encoding="utf-8")):
        words = text.casefold()
        assert "biased" not in words
        assert "bias " not in words


def test_every_table_has_headers_and_every_field_a_label(outline: _Outline, source: str) -> None:
    for table in re.findall(r"<table.*?</table>", source, re.DOTALL):
        assert 'scope="col"' in table
    fields = [attributes for tag, attributes in outline.elements if tag in {"select", "input"}]
    assert len(fields) == 12
    assert source.count("<label") == 12

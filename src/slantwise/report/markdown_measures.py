"""Who speaks, who is named as a doer and what is left out, as Markdown."""

from collections.abc import Iterator

from slantwise.report.markdown_matrix import matrix_markdown
from slantwise.report.markdown_text import escape, table
from slantwise.report.views.coverage import CoverageLine
from slantwise.report.views.matrix import Matrix
from slantwise.report.views.page import Page
from slantwise.report.views.shares import ShareTable, ShareView
from slantwise.report.views.spoken import SpokenTable, SpokenView
from slantwise.report.words import count

_TOO_FEW = "too few to compare"
_HEADINGS = {
    "speech": "## Who gets to speak",
    "agency": "## Who is named as the doer of harm",
    "mentions": "## What is left out",
}


def measures(page: Page) -> Iterator[str]:
    """The blocks of all tables of shares, of stance by speakers, and of coverage."""
    turned = page.matrices.shares if page.matrices else (None,) * len(page.shares)
    for each, matrix in zip(page.shares, turned, strict=True):
        if each.key == "agency":
            yield from _spoken(page.spoken, page.matrices.spoken if page.matrices else None)
        if each.key in _HEADINGS:
            yield _HEADINGS[each.key]
        if each.key == "mentions":
            yield page.honest
            yield from _coverage(page.coverage)
        yield f"### {each.title}"
        yield each.note
        yield from matrix_markdown(matrix) if matrix else _shares(each)


def _shares(shares: ShareTable) -> Iterator[str]:
    if not shares.lines:
        yield shares.nothing
        return
    rows = [[escape(line.name), *map(_share, line.cells)] for line in shares.lines]
    if shares.unknown:
        rows.append(["not known whose", *(text or "none" for text in shares.unknown)])
    yield table(["actor", *map(escape, shares.outlets)], rows)
    if shares.n_more:
        yield f"{count(shares.n_more)} more in `tables/{shares.file}`."


def _share(view: ShareView) -> str:
    if view.of is None:
        return "none"
    value = f"{view.value.text} ({view.interval})" if view.value else _TOO_FEW
    return f"{value}; {view.of.text}"


def _spoken(spoken: SpokenTable, turned: Matrix | None) -> Iterator[str]:
    yield "### What speakers say of others"
    yield (
        "Stance by the speaker, from −1 (against) to +1 (favour), over articles; direct and "
        "reported speech together. It is not the outlet’s stance."
    )
    if not spoken.lines:
        yield "No speaker is quoted on another actor."
        return
    if turned:
        yield from matrix_markdown(turned)
        return
    rows = [
        [escape(line.speaker), escape(line.actor), *map(_said, line.cells)] for line in spoken.lines
    ]
    yield table(["speaker", "of", *map(escape, spoken.outlets)], rows)
    if spoken.n_more:
        yield f"{count(spoken.n_more)} more in `tables/spoken.csv`."


def _said(view: SpokenView) -> str:
    if view.cell is None:
        return "none"
    counts = ", ".join(f"{word} {figure.text}" for word, figure in view.counts)
    mean = _TOO_FEW if view.mean is None else f"{view.mean.text} ({view.interval})"
    return f"{mean}; {counts}"


def _coverage(lines: tuple[CoverageLine, ...]) -> Iterator[str]:
    if not lines:
        return
    header = ["outlet", "its dates", "reported", "share", "undated", "not in its sample"]
    yield table(header, [_covered(line) for line in lines])


def _covered(line: CoverageLine) -> list[str]:
    missing = [escape(event.title) for event in line.left_out]
    if line.n_more:
        missing.append(f"{count(line.n_more)} more")
    left_out = "; ".join(missing) or "none"
    return [escape(line.outlet), line.dates, line.reported, line.share, line.undated, left_out]

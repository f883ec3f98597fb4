"""Tables of many outlets as Markdown: a row an outlet."""

from collections.abc import Iterator

from slantwise.report.markdown_text import escape, table
from slantwise.report.views.matrix import Matrix
from slantwise.report.words import plural


def matrix_markdown(matrix: Matrix) -> Iterator[str]:
    """The table, what a dash means, and how many columns are left to the CSV table."""
    if not matrix.columns:
        yield "Nothing to show."
        return
    header = ["outlet", *(_head(name, below) for name, below in matrix.columns)]
    rows = [
        [_head(outlet, below), *(escape(cell.text) for cell in cells)]
        for outlet, below, cells in matrix.rows
    ]
    yield table(header, rows)
    left = ""
    if matrix.n_more:
        left = f" {plural(matrix.n_more, f'further {matrix.what}')} in `tables/{matrix.file}`."
    yield f"A dash: {matrix.nothing}.{left}"


def _head(name: str, below: str) -> str:
    return f"{escape(name)} ({escape(below)})" if below else escape(name)

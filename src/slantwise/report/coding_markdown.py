"""The section on a researcher's codebook in Markdown."""

from collections.abc import Iterator

from slantwise.report.markdown_text import escape, table
from slantwise.report.views.coding import CodeBlock, CodingView


def coding_markdown(view: CodingView) -> Iterator[str]:
    """Blocks of Markdown: heading, then a table a kind."""
    yield f"## Codebook: {escape(view.name)}"
    yield (
        f"Kinds of the researcher’s own, {view.stands}; findings in the outlets’ own voice per "
        "1,000 words of it, with 95 % interval. Every finding stands in "
        "`tables/codebook_findings.csv` with what decided it."
    )
    for block in view.blocks:
        yield from _block(block)


def _block(block: CodeBlock) -> Iterator[str]:
    yield f"### {escape(block.name)}"
    yield f"{escape(block.definition)} Found by {block.evidence}."
    header = ["outlet", "per 1,000 words", "findings", "in other voices"]
    rows = [[escape(each.outlet), each.rate, each.counts, each.quoted] for each in block.lines]
    yield table(header, rows)

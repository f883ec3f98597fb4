"""The section on wording contrasts in Markdown; words of articles, never whole sentences."""

from collections.abc import Iterator, Sequence

from slantwise.report.markdown_text import escape, table
from slantwise.report.views.worded import Block, Wording, WordingView
from slantwise.report.words import plural

LEAD = (
    "Outlets side by side on the events they share: one act in their words, then each actor, then "
    "the words typical of each outlet’s own voice. What is set side by side was found by machine; "
    "the sentences stand in `tables/wording_*.csv`."
)


def wording_markdown(view: WordingView) -> Iterator[str]:
    """Blocks of Markdown: heading, acts, actors, terms."""
    yield "## How outlets word the same thing"
    yield LEAD
    yield "### The same act"
    for title, line in view.sharpest:
        yield _block(Block(title, "1 act", (line,)), view.outlets)
    for block in view.acts:
        yield _block(block, view.outlets)
    yield _left_out(view)
    yield "### The same actor or place"
    for block in view.actors:
        yield _block(block, view.listed)
    yield "### Words typical of an outlet"
    yield _terms(view)


def _left_out(view: WordingView) -> str:
    left = ""
    if view.n_events_left:
        events = plural(view.n_events_left, "event")
        left = f" The acts of {events} that fewer outlets report were not laid side by side."
    return (
        f"{plural(view.n_more_acts, 'more act')} worded in different ways, and "
        f"{view.n_alike} worded alike, in `tables/wording_acts.csv`; "
        f"{plural(view.n_unaligned, 'act')} found no match."
        f"{left}"
    )


def _block(block: Block, outlets: Sequence[str]) -> str:
    labelled = any(line.label for line in block.lines)
    told = [at for at in range(len(outlets)) if any(line.cells[at] for line in block.lines)]
    header = [*([""] if labelled else []), *(escape(outlets[at]) for at in told)]
    rows = [
        [*([line.label] if labelled else []), *(_cell(line.cells[at]) for at in told)]
        for line in block.lines
    ]
    return f"**{escape(block.title)}** ({block.aside})\n\n{table(header, rows)}"


def _cell(cell: Sequence[Wording]) -> str:
    return "; ".join(_wording(each) for each in cell) or "–"


def _wording(each: Wording) -> str:
    around = [escape(each.before), f"**{escape(each.words)}**", escape(each.after)]
    note = f" ({each.note})" if each.note else ""
    return " ".join(piece for piece in around if piece) + note


def _terms(view: WordingView) -> str:
    if not view.terms:
        return "No term is typical of one outlet, or too few articles share events."
    header = ["outlet", "term", "its articles", "others’ articles", "z", "95 % interval", "holds"]
    rows = [
        [
            *(escape(t.outlet), escape(t.term), t.here, t.elsewhere, t.z, t.interval),
            "yes" if t.holds else "no",
        ]
        for t in view.terms
    ]
    return table(header, rows)

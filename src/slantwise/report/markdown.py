"""The report as Markdown: the same figures in words and plain tables, without article text."""

from collections.abc import Iterable, Iterator

from slantwise.report.codebook import VOICE_NAMES, VOICES
from slantwise.report.headlines import Headline
from slantwise.report.markdown_matrix import matrix_markdown
from slantwise.report.markdown_measures import measures
from slantwise.report.markdown_text import escape, table
from slantwise.report.views.coders import Coders
from slantwise.report.views.corrected import Corrected, CorrectedLine
from slantwise.report.views.events import EventView
from slantwise.report.views.gaps import GapLine, GapTable
from slantwise.report.views.matrix import Matrix
from slantwise.report.views.page import Page
from slantwise.report.views.rates import Forest, RateGroup
from slantwise.report.views.stances import StanceGrid, StanceView
from slantwise.report.words import Piece, count, day, plural

TOO_FEW = "too few to compare"


def markdown(page: Page) -> str:
    """The report as Markdown, one blank line between blocks, a line break at the end."""
    blocks = [
        *_opening(page),
        *_stance(page.grid, turned=page.matrices.stance if page.matrices else None),
        *_rates(page.forest, turned=page.matrices.kinds if page.matrices else None),
        *_quoted(page),
        *measures(page),
        *_gaps(page.gaps),
        *_corrected(page.corrected),
        *_events(page),
        *_method(page),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _line(pieces: Iterable[Piece]) -> str:
    return "".join(
        f"**{escape(p.text)}**"
        if p.role == "strong"
        else escape(p.text)
        if p.role == "name"
        else p.text
        for p in pieces
    )


def _opening(page: Page) -> Iterator[str]:
    yield f"# {escape(page.overview.title)}"
    facts = "; ".join(f"{figure.text} {what}" for figure, what in page.overview.facts)
    when = f" {page.overview.when}." if page.overview.when else ""
    made = f" Made on {day(page.generated)}." if page.generated else ""
    model = escape(page.method.model)
    yield f"Run {escape(page.comparison.run)}, model {model}.{when} {facts}.{made}"
    yield page.method.paragraphs[2]
    yield "## What differs, each looked at alone" if page.caution else "## What stands"
    yield page.caution
    yield "\n".join(_headline(each) for each in page.headlines) or page.nothing
    yield page.left_to_tables
    if page.not_compared:
        yield "## What could not be compared"
        yield "\n".join(f"- {_line(reason)}" for reason in page.not_compared)
    yield "## What was read"
    yield _outlets(page)
    yield page.outlets_note


def _headline(headline: Headline) -> str:
    lines = [f"1. {_line(headline.sentence)} {_upper(headline.standing)}. {headline.doubt}."]
    if headline.also:
        lines.append("   Also: " + "; ".join(_line(pieces) for pieces in headline.also) + ".")
    return "\n".join(lines)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _outlets(page: Page) -> str:
    header = ["outlet", "articles", "wire copies", "shared events"]
    header += [f"words, {VOICE_NAMES[voice]}" for voice in VOICES]
    header += [f"findings, {VOICE_NAMES[voice]}" for voice in VOICES]
    rows = [
        [
            *(escape(row.outlet), row.n_articles.text, row.n_wire, row.n_events.text),
            *(figure.text for figure in (*row.words, *row.findings)),
        ]
        for row in page.overview.outlets
    ]
    return table(header, rows)


def _stance(grid: StanceGrid, level: str = "##", *, turned: Matrix | None = None) -> Iterator[str]:
    yield f"{level} Stance toward actors: {VOICE_NAMES[grid.voice]}"
    if not grid.actors:
        yield "No actor is judged in this voice."
        return
    yield (
        "Mean from −1 (against) to +1 (favour) with 95 % interval; articles labelled against (A), "
        "neutral (N), favour (F)."
    )
    if turned:
        yield from matrix_markdown(turned)
        return
    header = ["actor", *(escape(outlet) for outlet in grid.outlets)]
    rows = [[escape(row.name), *(_cell(cell) for cell in row.cells)] for row in grid.actors]
    yield table(header, rows)
    if grid.n_more:
        yield f"{plural(grid.n_more, 'further actor')} in `tables/stances.csv`."


def _cell(view: StanceView) -> str:
    if view.cell is None:
        return "not mentioned"
    counts = ", ".join(f"{word} {figure.text}" for word, figure in view.counts)
    mean = TOO_FEW if view.mean is None else f"{view.mean.text} ({view.interval})"
    return f"{mean}; {counts}"


def _rates(forest: Forest, level: str = "##", *, turned: Matrix | None = None) -> Iterator[str]:
    yield f"{level} Kinds of loaded framing: {VOICE_NAMES[forest.voice]}"
    groups = [*([forest.total] if forest.total else []), *forest.kinds]
    if not groups:
        yield "No words in this voice."
        return
    if turned:
        yield from matrix_markdown(turned)
        return
    header = ["kind", "outlet", "per 1,000 words", "95 % interval", "findings", "words"]
    yield table(header, [row for group in groups for row in _group(group)])
    if forest.silent:
        yield f"No findings: {', '.join(entry.name for entry in forest.silent)}."


def _group(group: RateGroup) -> Iterator[list[str]]:
    kind = group.entry.name if group.entry else "all kinds"
    for line in group.lines:
        rate = line.value.text if line.value else TOO_FEW
        yield [
            kind,
            escape(line.outlet),
            rate,
            line.interval,
            line.n_findings.text,
            line.n_words.text,
        ]


def _quoted(page: Page) -> Iterator[str]:
    yield "## Quoted voices"
    yield "What the outlets quote is not what they say: these figures count quoted words only."
    turned = page.matrices.quoted if page.matrices else ((None, None),) * len(page.quoted)
    for (grid, forest), (stance, kinds) in zip(page.quoted, turned, strict=True):
        yield from _stance(grid, "###", turned=stance)
        yield from _rates(forest, "###", turned=kinds)


def _gaps(tables: Iterable[GapTable]) -> Iterator[str]:
    yield "## Differences between outlets"
    for each in tables:
        yield f"### {each.title}"
        yield (
            f"{plural(each.n_compared, 'difference')} compared, "
            f"{count(each.n_too_few)} with too few to compare."
        )
        if each.lines:
            header = "subject,higher,lower,values,difference,95 % interval,d,p,q,units,stands"
            header += ",under other choices"
            yield table(header.split(","), [_gap(line) for line in each.lines])
        if each.n_compared > len(each.lines):
            yield f"{count(each.n_compared - len(each.lines))} more in `tables/gaps.csv`."


def _gap(line: GapLine) -> list[str]:
    return [
        *(escape(line.subject.text), escape(line.first), escape(line.second)),
        *(" against ".join(figure.text for figure in line.values), line.shown.text, line.interval),
        *(line.effect, line.p, line.q, line.n_units, "yes" if line.stands else "no"),
        "; ".join(f"{check.choice}: {check.outcome}" for check in line.checks),
    ]


def _corrected(section: Corrected) -> Iterator[str]:
    yield "## Corrected with a human-coded sample"
    yield section.warning
    for each in section.tables:
        yield f"### {each.title}"
        yield each.basis
        if each.lines:
            header = (
                "subject,measure,first,second,model alone,supervised,powered,stands,coded,units"
            )
            yield table(header.split(","), [_corrected_line(line) for line in each.lines])
        yield "\n".join(
            f"- {escape(first)} and {escape(second)}, {escape(subject.text)}: {escape(reason)}."
            for first, second, subject, reason in each.too_few
        )
        yield from _coders(each.coders)


def _coders(found: Coders) -> Iterator[str]:
    if found.by_outlet:
        yield "### Where the model errs"
        header = ["outlet", "class", "precision", "model's units", "recall", "coders' units"]
        rows = [
            [escape(r.outlet), r.what, r.precision, r.n_model, r.recall, r.n_coders]
            for r in (*found.by_outlet, *found.by_class)
        ]
        yield table(header, rows)
    if found.alphas:
        yield f"### How far coders agree, on {found.n_double} units coded twice"
        rows = [[r.what, r.metric, r.alpha, r.n_units] for r in found.alphas]
        yield table(["question", "metric", "Krippendorff's alpha", "units"], rows)


def _corrected_line(line: CorrectedLine) -> list[str]:
    stands = line.changed or ("yes" if line.stands else "no")
    return [
        *(escape(line.subject.text), line.measure, escape(line.first), escape(line.second)),
        *(line.naive, line.supervised, line.powered, stands, line.n_coded, line.n_units),
    ]


def _events(page: Page) -> Iterator[str]:
    yield "## Events"
    header = ["event", "dates", "findings in each outlet’s own voice", "articles", "notes"]
    events = (*page.events.shared, *page.events.single)
    yield table(header, [_event(event) for event in events]) if events else "No events."


def _event(event: EventView) -> list[str]:
    outlets = ", ".join(f"{escape(outlet)} {figure.text}" for outlet, figure in event.outlets)
    notes = "; ".join(event.notes)
    return [escape(event.title), event.when, outlets, count(event.n_articles), notes]


def _method(page: Page) -> Iterator[str]:
    yield "## Method"
    yield from (escape(paragraph) for paragraph in page.method.paragraphs)
    yield "## Limits"
    yield "\n".join(f"- {limit}" for limit in page.method.limits)
    yield "## Signature"
    rows = [(escape(key), escape(value)) for key, value in page.method.signature]
    yield table(["setting", "value"], rows)
    yield "## How to cite"
    yield escape(page.method.citation)

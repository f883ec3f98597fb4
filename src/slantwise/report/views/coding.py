"""A researcher's codebook for the page and for Markdown: kinds, rates, what decided them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from slantwise.records import AnalysedArticle, Code, Voice
from slantwise.records.codebook_counts import CodebookCounts, CodebookEntry, CodeRate
from slantwise.report.codebook import VOICE_NAMES
from slantwise.report.words import count, decimal, plural, spread
from slantwise.spreadsheets import Row, table

MAX_SENTENCES = 3
"""Sentences shown of a kind and an outlet."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence with the words in question set apart.

    Attributes:
        before: text before them.
        words: the words.
        after: text after them.
        source: article id, with the voice where it is not the outlet's own.
    """

    before: str
    words: str
    after: str
    source: str


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One outlet's rate of one kind in its own voice.

    Attributes:
        outlet: its name.
        rate: findings per 1,000 words with interval; "too few to compare" where too few.
        counts: numerator and denominator in words.
        n_own: findings in the own voice, as shown.
        quoted: findings in quoted and reported words, which are no part of the rate.
        sentences: the first sentences, with what decided each.
    """

    outlet: str
    rate: str
    counts: str
    n_own: str
    quoted: str
    sentences: tuple[tuple[Shown, str], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """One kind.

    Attributes:
        name: its name.
        definition: what it is.
        evidence: what finds it: terms, patterns, classifier with its checked figure.
        lines: one an outlet.
    """

    name: str
    definition: str
    evidence: str
    lines: tuple[CodeLine, ...]


@dataclass(frozen=True, slots=True)
class CodingView:
    """The section.

    Attributes:
        name: of the codebook.
        stands: whether it stands beside or instead of slantwise's kinds, in words.
        blocks: one a kind.
    """

    name: str
    stands: str
    blocks: tuple[CodeBlock, ...]


def coding_view(
    counts: CodebookCounts,
    articles: Iterable[AnalysedArticle],
    outlets: Sequence[str],
    *,
    redact: bool = False,
) -> CodingView:
    """The section of a run that was made with a codebook; without sentences where redacted."""
    shown: dict[tuple[str, str], list[tuple[Shown, str]]] = {}
    for article in () if redact else articles:
        for code in article.codes:
            kept = shown.setdefault((code.kind, article.article.article.outlet), [])
            if code.voice is Voice.OUTLET and len(kept) < MAX_SENTENCES:
                kept.append((_shown(article, code), code.evidence))
    return CodingView(
        name=counts.name,
        stands="instead of slantwise’s own kinds" if counts.replace else "beside slantwise’s kinds",
        blocks=tuple(_block(entry, counts.rates, shown, outlets) for entry in counts.kinds),
    )


def _block(
    entry: CodebookEntry,
    rates: Sequence[CodeRate],
    shown: dict[tuple[str, str], list[tuple[Shown, str]]],
    outlets: Sequence[str],
) -> CodeBlock:
    evidence = [plural(entry.n_terms, "term"), plural(entry.n_patterns, "pattern")]
    if entry.checked:
        evidence.append(f"a classifier of labelled sentences: {entry.checked}")
    of_kind = [rate for rate in rates if rate.kind == entry.id]
    return CodeBlock(
        name=entry.name,
        definition=entry.definition,
        evidence=", ".join(evidence),
        lines=tuple(
            _line(
                outlet,
                [r for r in of_kind if r.outlet == outlet],
                tuple(shown.get((entry.id, outlet), ())),
            )
            for outlet in outlets
        ),
    )


def _line(
    outlet: str, rates: Sequence[CodeRate], sentences: tuple[tuple[Shown, str], ...]
) -> CodeLine:
    own = next(rate for rate in rates if rate.voice is Voice.OUTLET)
    rate = "too few to compare"
    if own.per_1k_words is not None:
        value = decimal(own.per_1k_words.value, digits=1)
        rate = f"{value} ({spread(own.per_1k_words, digits=1)})"
    quoted = ", ".join(
        f"{count(r.n_findings)} in {VOICE_NAMES[r.voice]}"
        for r in rates
        if r.voice is not Voice.OUTLET and r.n_findings
    )
    counts = f"{plural(own.n_findings, 'finding')} in {count(own.n_words)} words"
    if own.n_classified:
        counts += f", {count(own.n_classified)} by the classifier alone"
    return CodeLine(outlet, rate, counts, count(own.n_findings), quoted, sentences)


def _shown(article: AnalysedArticle, code: Code) -> Shown:
    sentence = article.sentences[code.sentence].span
    text = article.text
    return Shown(
        text[sentence.start : code.span.start],
        code.span.of(text),
        text[code.span.end : sentence.end],
        article.id,
    )


def coding_tables(
    counts: CodebookCounts, articles: Iterable[AnalysedArticle], *, redact: bool = False
) -> dict[str, str]:
    """Rates and findings of the codebook as CSV by file name; without words where redacted."""
    return {
        "codebook_findings.csv": table(_findings(articles, redact=redact)),
        "codebook_rates.csv": table(_rates(counts)),
    }


def _rates(counts: CodebookCounts) -> Iterable[Row]:
    yield [
        *("outlet", "kind", "voice", "n_findings", "n_classified", "n_words", "n_articles"),
        *("per_1k_words", "low", "high", "n_units", "verdict"),
    ]
    for rate in counts.rates:
        per = rate.per_1k_words
        three = (per.value, per.low, per.high) if per else (None, None, None)
        figures = (rate.n_findings, rate.n_classified, rate.n_words, rate.n_articles)
        yield [rate.outlet, rate.kind, rate.voice, *figures, *three, rate.n_units, rate.verdict]


def _findings(articles: Iterable[AnalysedArticle], *, redact: bool) -> Iterable[Row]:
    yield [
        *("article", "outlet", "start", "end", "words", "sentence", "kind", "voice", "speaker"),
        *("actors", "direction", "confidence", "evidence"),
    ]
    for article in articles:
        for code in article.codes:
            sentence = article.sentences[code.sentence].span.of(article.text)
            words = code.span.of(article.text)
            where = (article.id, article.article.article.outlet, code.span.start, code.span.end)
            who = (code.kind, code.voice, code.speaker, "; ".join(code.actors), code.direction)
            said = (None, None) if redact else (words, sentence)
            yield [*where, *said, *who, code.confidence, code.evidence]

"""Rows of `findings.csv`: every finding with the words around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slantwise.records import Span
from slantwise.records.reported import ReportedArticle
from slantwise.report.files import as_bytes
from slantwise.report.numbering import Numbering
from slantwise.report.spool import Spool
from slantwise.spreadsheets import Row, table

HEADER = (
    *("article", "outlet", "event", "published", "headline", "copy_of"),
    *("start", "end", "words", "sentence", "kinds", "voice", "speaker", "actors"),
    *("direction", "confidence", "evidence"),
)


@dataclass(frozen=True, slots=True, eq=False)
class FindingTable:
    """The whole table, put together when it is written.

    Attributes:
        rows: of one article after another.
    """

    rows: Spool

    def pieces(self) -> Iterator[bytes]:
        """The table from its header on."""
        yield as_bytes(table([HEADER]))
        yield from self.rows


def finding_rows(
    reported: ReportedArticle, numbering: Numbering, *, events: Sequence[str], redact: bool
) -> str:
    """The rows of one article as CSV, without the header; empty where nothing is found in it.

    Args:
        reported: the article, redacted where the report is.
        numbering: tells its event, and whose copy it is.
        events: id of each event by number.
        redact: leave out the words.
    """
    return table(_rows(reported, numbering, events=events, redact=redact))


def _rows(
    reported: ReportedArticle, numbering: Numbering, *, events: Sequence[str], redact: bool
) -> Iterator[Row]:
    analysed, sentences = reported.article, reported.places.sentences
    article, title = analysed.article.article, analysed.article.title
    event = numbering.event_of.get(analysed.id)
    about = (
        *(analysed.id, article.outlet),
        None if event is None else events[event],
        article.published.isoformat() if article.published else None,
        title.of(analysed.text) if title else None,
        numbering.copy_of.get(analysed.id),
    )
    for finding in analysed.findings:
        place = (finding.span.start, finding.span.end)
        words = finding.span.of(analysed.text)
        sentence = Span(*sentences[finding.sentence].tolist()).of(analysed.text)
        said = (None, None) if redact else (words, sentence)
        kinds, actors = "; ".join(finding.kinds), "; ".join(finding.actors)
        who = (finding.voice, finding.speaker, actors, finding.direction)
        yield [*about, *place, *said, kinds, *who, finding.confidence, finding.evidence]

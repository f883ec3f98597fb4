"""Articles as read and as cleaned, and the problems met on the way.

`ingest` makes `Article`; `clean` makes `CleanedArticle`, whose text is never changed again.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from slantwise.records.spans import Span

Stage = Literal[
    "ingest",
    "clean",
    "segment",
    "encode",
    "voice",
    "actors",
    "framing",
    "stance",
    "events",
    "pipeline",
    "coding",
]

Precision = Literal["", "day", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read.

    Attributes:
        path: the file, as the user named it.
        record: the record inside the file ("line 12", "row 3"); empty where a file is one record.
    """

    path: str
    record: str = ""

    def __str__(self) -> str:
        return f"{self.path}, {self.record}" if self.record else self.path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or judged, and why; never a silent gap.

    Attributes:
        stage: the stage that met it.
        reason: a short, stable code ("empty-file", "duplicate-id", "other-language", …).
        message: what happened, where, what was expected, what to try.
        source: the file and record.
        article_id: the article, where one was made.
        fatal: whether the article (or the file) drops out of the analysis because of it.
    """

    stage: Stage
    reason: str
    message: str
    source: Source
    article_id: str = ""
    fatal: bool = True


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field of an article was read.

    Attributes:
        field: name of the field ("outlet", "published", "title", "body", …).
        place: where it stood, in words ("column 'headline'", "JSON-LD", "--outlet").
    """

    field: str
    place: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as read from a file.

    Attributes:
        id: unique in a run.
        outlet: name of the outlet.
        raw: the text as read, from which nothing is taken away.
        title: where the headline stands in `raw`; None where there is none.
        body: where the paragraphs stand in `raw`, in order (standfirst first).
        source: the file and record it was read from.
        published: date or time of publication; without zone where the source gives none.
        url: address of the article, as given.
        event: the event it reports, where the data name one.
        byline: who signed it, as given.
        section: part of the outlet it stood in, with the page where that is given beside it.
        language: ISO 639-1 code, where the data name one.
        precision: how exact `published` is as written; midnight without zone is a day. Empty
            where there is no date, or nobody said.
        outlet_given: the outlet as the file writes it, where the outlet table knows it by
            another name; else empty.
        agencies: news agencies that byline, dateline or last line name, in that order.
        origins: where the fields were read, as far as the format tells them apart.
    """

    id: str
    outlet: str
    raw: str
    title: Span | None
    body: tuple[Span, ...]
    source: Source
    published: datetime | None = None
    url: str = ""
    event: str = ""
    byline: str = ""
    section: str = ""
    language: str = ""
    precision: Precision = ""
    outlet_given: str = ""
    agencies: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """A stretch of raw text that cleaning left out.

    Attributes:
        span: where it stood in the raw text.
        text: what was left out.
        rule: the rule that decided it.
    """

    span: Span
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class OffsetRun:
    """A stretch of cleaned text and the raw stretch it came from.

    Where both have one length, they correspond character by character; else as wholes.

    Attributes:
        text: span in the cleaned text.
        raw: span in the raw text.
    """

    text: Span
    raw: Span


@dataclass(frozen=True, slots=True)
class CleanedArticle:
    """An article whose text is final: every later offset counts in `text`.

    Attributes:
        article: the article as read.
        text: title, blank line, body paragraphs joined by blank lines.
        title: where the headline stands in `text`; None where there is none.
        paragraphs: where each body paragraph stands in `text`.
        offsets: runs that map `text` to the raw text, in order.
        removals: what was left out, with the rule.
        language: ISO 639-1 code found on the body, or given; empty where too short to tell.
    """

    article: Article
    text: str
    title: Span | None
    paragraphs: tuple[Span, ...]
    offsets: tuple[OffsetRun, ...]
    removals: tuple[Removal, ...] = ()
    language: str = ""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    def to_raw(self, span: Span) -> Span:
        """The raw stretch that `span` of the cleaned text came from.

        Raises:
            ValueError: the span lies outside the text or touches only inserted blank lines.
        """
        parts = [_raw_part(run, span) for run in self.offsets if run.text.overlaps(span)]
        if not parts or span.end > len(self.text):
            raise ValueError(f"{span} of article {self.id} does not come from the raw text")
        return Span(min(p.start for p in parts), max(p.end for p in parts))


def _raw_part(run: OffsetRun, span: Span) -> Span:
    if len(run.text) != len(run.raw):
        return run.raw
    start = max(span.start, run.text.start) - run.text.start
    end = min(span.end, run.text.end) - run.text.start
    return Span(run.raw.start + start, run.raw.start + end)

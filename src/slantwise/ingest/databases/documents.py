"""Articles of a database's export as runs of labelled parts, and the drafts made of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from slantwise.ingest.blocks import lines_in, tight
from slantwise.ingest.databases.copyrights import copyright_year
from slantwise.ingest.databases.language_names import language_code
from slantwise.ingest.databases.written_dates import plain_date
from slantwise.ingest.drafts import Draft, Note
from slantwise.ingest.encodings import without_lone_surrogates
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem, shown
from slantwise.records import Origin, Problem, Span

BODY = "body"
ASIDE = "aside"
"""Text of the article that is not of its body: captions, abstracts, corrections."""

_BETWEEN = "\n\n"
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_NUMBER = re.compile(r"\d{1,3}(?:[., \u00a0\u202f]\d{3})+|\d+")
_UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WITH_ORIGIN = frozenset({
    "id", "title", "body", "outlet", "date", "byline", "section", "language", "url",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an export: a field of the article, a paragraph, or what only stays in `raw`.

    Attributes:
        text: what stands there, tidied.
        field: field of the draft that it gives ("title", "body", "outlet", "date", "time",
            "section", "byline", "language", "url", "id"), "n_words" for the file's own count,
            "loaded" for the day on which the database took it in, "aside" for text beside the
            body; empty for what is kept in the raw text alone.
        label: what the file calls it, or where it stood, in words.
        start: where the value begins in the text, behind a label.
    """

    text: str
    field: str = ""
    label: str = ""
    start: int = 0

    @property
    def value(self) -> str:
        """The text without the label before it."""
        return self.text[self.start :].strip()


@dataclass(frozen=True, slots=True)
class Document:
    """One article of an export, before it is a draft.

    Attributes:
        parts: its parts, in the order of the file; empty parts are passed over.
        number: its place in the file, from 1.
        total: how many the file says that it holds; 0 where it does not say.
        notes: what to report beside the article.
        failure: why it cannot be read, as reason and message; None where it can.
    """

    parts: tuple[Part, ...]
    number: int
    total: int = 0
    notes: tuple[Note, ...] = ()
    failure: Note | None = None

    @property
    def record(self) -> str:
        """How messages name it."""
        of = f" of {self.total}" if self.total else ""
        return f"article {self.number}{of}"


def tidy(text: str) -> str:
    r"""The text with blanks made single, line ends kept, control and half characters gone.

    >>> tidy(" a\u00a0 b \r\n\n c ")
    'a b\nc'
    """
    plain = _CONTROLS.sub("", without_lone_surrogates(text)).replace("\r\n", "\n")
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", plain.replace("\r", "\n"))).strip()


def flat(text: str) -> str:
    r"""The text on one line, blanks made single.

    >>> flat(" a \n b")
    'a b'
    """
    return " ".join(tidy(text).split())


def drafts_from(
    documents: Iterable[Document | Problem], file: InputFile
) -> Iterator[Draft | Problem]:
    """A draft or a problem for each document, in order; problems are passed on."""
    for document in documents:
        if isinstance(document, Problem):
            yield document
            continue
        if document.failure is not None:
            failure = document.failure
            yield problem(file.source(document.record), failure.reason, failure.message)
            continue
        yield _draft(document, file)


def n_words_of(value: str) -> int:
    """The number in a text such as "1,285 words"; 0 where there is none.

    >>> n_words_of("1.285 Wörter"), n_words_of("none")
    (1285, 0)
    """
    match = _NUMBER.search(value)
    return int(re.sub(r"\D", "", match.group())) if match and len(match.group()) < 12 else 0


def _draft(document: Document, file: InputFile) -> Draft | Problem:
    source = file.source(document.record)
    parts = [part for part in document.parts if part.value]
    raw = _BETWEEN.join(part.text for part in parts)
    placed = list(zip(parts, _spans(parts), strict=True))
    body = tuple(
        line for part, span in placed if part.field == BODY for line in lines_in(raw, span)
    )
    if not body:
        return problem(source, "no-text", _no_text(parts))
    parts, undated = _with_date(parts)
    values = _first_values(parts)
    titles = [span for part, span in placed if part.field == "title"]
    return Draft(
        source=source,
        raw=raw,
        title=tight(raw, titles[0]) if titles else None,
        body=body,
        key=f"{file.key}#{document.number}",
        id=values.get("id", ""),
        outlet=values.get("outlet", ""),
        byline=values.get("byline", ""),
        section=values.get("section", ""),
        url=values.get("url", ""),
        named=file.named,
        date=plain_date(values.get("date", ""), values.get("time", "")),
        language=language_code(values.get("language", "")),
        notes=(*document.notes, *undated, *_word_note(parts)),
        origins=_origins(parts),
    )


def _spans(parts: Iterable[Part]) -> Iterator[Span]:
    """Where the value of each part stands in the raw text."""
    start = 0
    for part in parts:
        yield Span(start + part.start, start + len(part.text))
        start += len(part.text) + len(_BETWEEN)


def _first_values(parts: Iterable[Part]) -> dict[str, str]:
    values: dict[str, str] = {}
    for part in parts:
        if part.field and part.field != BODY:
            values.setdefault(part.field, flat(part.value))
    return values


def _origins(parts: Iterable[Part]) -> tuple[Origin, ...]:
    """Where each field was read, once a field."""
    labels: dict[str, str] = {}
    for part in parts:
        if part.field in _WITH_ORIGIN:
            labels.setdefault(part.field, part.label)
    return tuple(Origin(field, label) for field, label in labels.items() if label)


def _no_text(parts: Iterable[Part]) -> str:
    title = next((part.value for part in parts if part.field == "title"), "")
    named = f" headed {shown(title)}" if title else ""
    return (
        f"the article{named} has no text: the database gave its description alone, or not even "
        "that. Choose full text when exporting, or leave the article out."
    )


def _with_date(parts: list[Part]) -> tuple[list[Part], tuple[Note, ...]]:
    """The parts, the day of loading made the date where there is none, and a note on that.

    Nexis leaves the date out of some corrected articles. New articles are loaded on the day on
    which they appear, those of an archive years later, so that the copyright's year must agree.
    """
    if any(part.field == "date" for part in parts):
        return parts, ()
    years = {copyright_year(part.text) for part in parts}
    for index, part in enumerate(parts):
        loaded = plain_date(part.value) if part.field == "loaded" else ""
        if loaded and loaded[-4:] in years:
            dated = [*parts[:index], replace(part, field="date"), *parts[index + 1 :]]
            message = (
                f"the file gives no date of publication; {loaded}, on which the database took the "
                "article in, is taken for it, as it is of the copyright's year."
            )
            return dated, (Note("date-of-loading", message),)
    message = "the file gives no date for this article, so the article has none."
    return parts, (Note("no-date", message),)


def _word_note(parts: Iterable[Part]) -> tuple[Note, ...]:
    """That the words read are many fewer or more than the file counts.

    Databases count differently (headline, captions and codes in or out): on the exports seen,
    their counts lie between 0.9 and 1.3 times the words of the body, so that a third and twenty
    words off is no matter of counting any more.
    """
    given, body, beside = 0, 0, 0
    for part in parts:
        if part.field == "n_words":
            given = given or n_words_of(part.value)
        elif part.field == BODY:
            body += _count(part.value)
        elif part.field in (ASIDE, "title"):
            beside += _count(part.value)
    if not given or (2 / 3 * given - 20 <= body + beside and body <= 1.5 * given + 20):
        return ()
    message = (
        f"the file counts {given} words, and {body} were read (and {beside} of headline, captions "
        "and the like). The text may be cut, or run into another; compare it with the database."
    )
    return (Note("word-count-differs", message),)


def _count(text: str) -> int:
    """Words between blanks; a character of a script without blanks counts as one."""
    n_unparted = len(_UNPARTED.findall(text))
    return len(_UNPARTED.sub(" ", text).split()) + n_unparted


def as_failure(document: Document, reason: str, message: str) -> Document:
    """The document, marked as one that cannot be read."""
    return replace(document, failure=Note(reason, message))

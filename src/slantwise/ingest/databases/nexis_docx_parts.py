"""One article of a Nexis DOCX as parts: masthead, labels, body, and what stands behind it."""

import re
from collections.abc import Iterator, Sequence

from slantwise.ingest.databases.copyrights import is_copyright
from slantwise.ingest.databases.documents import ASIDE, BODY, Part, flat, tidy
from slantwise.ingest.databases.nexis_labels import Label, read_label
from slantwise.ingest.databases.word_paragraphs import Paragraph
from slantwise.ingest.databases.written_dates import is_date

END = "End of Document"
_BODY_MARK = re.compile(r"Body(?:_\d+)?")
_BEHIND_MARK = re.compile(r"(?:Classification|Correction|Graphic|Notes?)(?:_\d+)?")
_BEHIND = frozenset({"classification", "graphic", "correction", "notes", "graphique", "grafik"})
_LABEL = re.compile(r"\s*[^\W\d_][\w /-]{1,23}:\u00a0")
_CORRECTED = re.compile(r"\s+-+\s+Correction Appended$", re.IGNORECASE)
_FULL_TEXT = re.compile(r"FULL TEXT:?(?:\s+|$)")
_ADDRESS = re.compile(r"https?://\S+")
_WITH_PATH = re.compile(r"https?://[^/\s]+/\S+")
_FURTHEST_DATE = 6


def has_body(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the heading of a body stands among the paragraphs."""
    return _body_start(paragraphs) < len(paragraphs)


def parts_of(paragraphs: Sequence[Paragraph], *, marked: bool) -> tuple[Part, ...]:
    """The parts of the article.

    Args:
        paragraphs: from the first behind its bookmark, or behind the end of the one before.
        marked: whether a bookmark says where it begins; else its headline is looked for before
            its date, since a cover may stand before it.
    """
    start = _body_start(paragraphs)
    head = [flat(paragraph.text) for paragraph in paragraphs[:start]]
    end = max(start, _body_end(paragraphs, start + 1))
    return tuple(
        part
        for part in (
            *_head(list(filter(None, head)), marked=marked),
            *_heading(paragraphs[start : start + 1]),
            *_body([tidy(paragraph.text) for paragraph in paragraphs[start + 1 : end]]),
            *_behind(paragraphs[end:]),
        )
        if part.text
    )


def _body_start(paragraphs: Sequence[Paragraph]) -> int:
    """Where the heading "Body" stands: by its bookmark, else by its text; the end without one."""
    for index, paragraph in enumerate(paragraphs):
        if any(map(_BODY_MARK.fullmatch, paragraph.bookmarks)):
            return index
    for index, paragraph in enumerate(paragraphs):
        if tidy(paragraph.text) == "Body":
            return index
    return len(paragraphs)


def _body_end(paragraphs: Sequence[Paragraph], start: int) -> int:
    for index in range(start, len(paragraphs)):
        if _is_behind(paragraphs[index]):
            return index
    return len(paragraphs)


def _is_behind(paragraph: Paragraph) -> bool:
    """Whether the paragraph begins what stands behind a body."""
    if any(map(_BEHIND_MARK.fullmatch, paragraph.bookmarks)):
        return True
    text = tidy(paragraph.text)
    if text == END or (paragraph.text.startswith("\n") and text.casefold() in _BEHIND):
        return True
    label = _label(paragraph.text)
    return label is not None and label.in_tail


def _label(text: str) -> Label | None:
    """The label at the beginning, parted from its value by a fixed blank as Nexis does."""
    return read_label(tidy(text), capitals=False) if _LABEL.match(text) else None


def _head(texts: Sequence[str], *, marked: bool) -> Iterator[Part]:
    """Headline, publication, date and the labels between them and the body."""
    date = next((index for index, text in enumerate(texts) if _is_dateline(texts, index)), None)
    if date is None or (marked and date > _FURTHEST_DATE):
        date = None
    first = 0 if marked or date is None else max(0, date - 2)
    yield from (Part(text) for text in texts[:first])
    before = texts[first:date] if date is not None else texts[first : first + 2]
    yield from _masthead(before)
    if date is not None:
        yield Part(texts[date], "date", "line of the date")
    rest = first + len(before) + (date is not None)
    for text in texts[rest:]:
        label = read_label(text, capitals=False)
        if label is None or not label.in_head:
            yield Part(text)
        else:
            field = {"text": "", "dateline": ""}.get(label.field, label.field)
            yield Part(text, field, f"label {label.name!r}", label.start)


def _is_dateline(texts: Sequence[str], index: int) -> bool:
    """Whether it is the date: the last that could be one before copyright and labels."""
    if not is_date(texts[index]):
        return False
    following = texts[index + 1 : index + 2]
    return not following or not is_date(following[0])


def _masthead(texts: Sequence[str]) -> Iterator[Part]:
    """Headline and publication, with the name of a blog behind it; the publication alone."""
    if len(texts) == 1:
        yield Part(texts[0], "outlet", "line of the publication")
        return
    for index, text in enumerate(texts):
        if index == 0:
            corrected = _CORRECTED.search(text)
            end = corrected.start() if corrected else len(text)
            yield Part(text[:end], "title", "headline")
            yield Part(text[end:].strip())
        elif index == 1:
            yield Part(text, "outlet", "line of the publication")
        else:
            yield Part(text)


def _heading(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    yield from (Part(tidy(paragraph.text)) for paragraph in paragraphs)


def _body(texts: Sequence[str]) -> Iterator[Part]:
    """The paragraphs of the body: without the abstract before "FULL TEXT", and addresses behind."""
    kept = list(filter(None, texts))
    abstract, kept = _abstract(kept)
    yield from abstract
    end = len(kept)
    while end and _ADDRESS.fullmatch(kept[end - 1]):
        end -= 1
    yield from (Part(text, BODY, "section Body") for text in kept[:end])
    for text in kept[end:]:
        yield Part(text, "url" if _WITH_PATH.fullmatch(text) else "", "address below the text")


def _abstract(texts: list[str]) -> tuple[list[Part], list[str]]:
    """The abstract before a heading "FULL TEXT" as text beside the body, and the rest."""
    if not texts or texts[0].rstrip(":") != "ABSTRACT":
        return [], texts
    for index, text in enumerate(texts[1:], start=1):
        match = _FULL_TEXT.match(text)
        if match is not None:
            parts = [Part(part, ASIDE, "ABSTRACT") for part in texts[1:index]]
            headed = [Part(texts[0]), *parts, Part(text[: match.end()].strip())]
            return headed, list(filter(None, [text[match.end() :], *texts[index + 1 :]]))
    return [], texts


def _behind(paragraphs: Sequence[Paragraph]) -> Iterator[Part]:
    """Captions, corrections and labels; the text below a heading is text beside the body."""
    beside = False
    for paragraph in paragraphs:
        text = tidy(paragraph.text)
        label = _label(paragraph.text)
        if label is not None:
            beside = False
            yield Part(text, label.field, f"label {label.name!r}", label.start)
        elif text == END or is_copyright(text) or text.casefold() in _BEHIND:
            beside = text.casefold() in _BEHIND and text.casefold() != "classification"
            yield Part(text)
        else:
            yield Part(text, ASIDE if beside else "")

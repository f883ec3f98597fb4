"""Factiva RTF exports: a page an article, codes on lines or in cells of their own, or none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.databases.copyrights import is_copyright
from slantwise.ingest.databases.documents import (
    ASIDE,
    BODY,
    Document,
    Part,
    as_failure,
    drafts_from,
    flat,
)
from slantwise.ingest.databases.factiva_codes import (
    FIELDS,
    TAIL,
    TEXT,
    accession_number,
    coded_part,
    with_credit,
)
from slantwise.ingest.databases.factiva_lines import parts_above, parts_below, word_count_at
from slantwise.ingest.databases.language_names import language_code
from slantwise.ingest.databases.rtf_pages import BadRtfError, rtf_pages
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.records import Problem

_CODE = re.compile(r"(?P<code>[A-Z]{2,6})(?:\s*\|\s*|\t\s*|\s{2,}|\s*$)(?P<text>.*)")
_FOOTER = re.compile(
    r"(?:Page|Seite|Página|Pagina)\s+\d+\s+(?:of|von|de|sur|di)\s+\d+\b.*|.*© \d{4} Factiva\b.*"
)
_SUMMARY = re.compile(
    r"Search Summary|Suchzusammenfassung|Résumé de la recherche|Resumen de (?:la )?búsqueda"
)
_COMPANY = re.compile(r"(?:Inc|Ltd|Co|Corp|S\.A|plc|LLC|GmbH)\.?$", re.IGNORECASE)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MOST_WORDS_OF_A_PUBLISHER = 12


def is_rtf(head: Head) -> bool:
    """Whether the file is RTF; whether it is Factiva's shows when it is read."""
    return head.content.startswith(b"{\\rtf")


def read_factiva_rtf(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The articles of the file, in order; a problem where it is another RTF document.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    limit = settings.max_record_chars
    with open_bytes(file.path) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        message = f"the file is longer than {limit} bytes. Export fewer articles at once."
        yield problem(file.source(), "record-too-long", message)
        return
    try:
        pages = rtf_pages(content.decode("cp1252", "replace"))
    except BadRtfError as error:
        message = f"the file is no sound RTF ({error}). Export it again."
        yield problem(file.source(), "bad-rtf", message)
        return
    documents = [_document(lines, number) for number, lines in enumerate(_articles(pages), 1)]
    if not documents:
        message = (
            "the file is an RTF document, and no export of Factiva: no article with a count of "
            "words and a number was found. Save its text as a .txt file."
        )
        yield problem(file.source(), "unsupported-format", message)
        return
    yield from drafts_from(documents, file)


def _articles(pages: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: up to its number; without covers and the summary of the search.

    What stands on a page and has no number is carried over to the next one if it begins an
    article, since such a page was broken inside it.
    """
    held: list[str] = []
    for page in pages:
        if not _begins_article(held):
            held = []
        for line in page.split("\n"):
            text = line.strip()
            if _SUMMARY.match(text) and not _begins_article(held):
                held = []
                break
            if not _FOOTER.fullmatch(text):
                held.append(line.rstrip())
            if _number_in(text):
                yield held
                held = []
    if _begins_article(held):
        yield held


def _number_in(line: str) -> str:
    match = _CODE.fullmatch(line)
    text = match["text"].strip("| \t") if match and match["code"] == "AN" else line
    return accession_number(text)


def _begins_article(lines: Sequence[str]) -> bool:
    filled = [flat(line) for line in lines if line.strip()]
    return _is_coded(lines) or word_count_at(filled) is not None


def _is_coded(lines: Sequence[str]) -> bool:
    codes = {match["code"] for line in lines if (match := _CODE.fullmatch(line.strip()))}
    return "HD" in codes and bool(codes & {"PD", "SN", "WC"})


def _document(lines: Sequence[str], number: int) -> Document:
    parts = _coded(lines) if _is_coded(lines) else _uncoded(lines)
    document = Document(with_credit(parts), number)
    if any(part.field == "id" for part in parts):
        return document
    message = (
        "its end is missing: no line with its number stands behind it. The article is left out; "
        "export it again."
    )
    return as_failure(replace(document, parts=()), "cut-off-article", message)


def _coded(lines: Sequence[str]) -> list[Part]:
    """The parts beside codes. Behind the text only codes that stand there begin a new one."""
    parts: list[Part] = []
    code = ""
    for line in lines:
        match = _CODE.fullmatch(line.strip())
        text = line
        if match is not None and match["code"] in _following(code):
            code, text = match["code"], match["text"]
        text = flat(text.strip().strip("|"))
        if text and code:
            parts.append(coded_part(code, text))
        elif text:
            parts.append(Part(text))
    return _joined_values(parts)


def _following(code: str) -> frozenset[str]:
    """The codes that may stand behind this one."""
    if code in TEXT:
        return frozenset({*TEXT, *TAIL})
    return frozenset(TAIL) if code in TAIL else frozenset(FIELDS)


def _joined_values(parts: Sequence[Part]) -> list[Part]:
    """The parts, with headlines of several lines made one."""
    kept: list[Part] = []
    for part in parts:
        if kept and part.field == "title" == kept[-1].field:
            kept[-1] = replace(kept[-1], text=f"{kept[-1].text} {part.text}")
        else:
            kept.append(part)
    return kept


def _uncoded(lines: Sequence[str]) -> list[Part]:
    filled = [flat(line) for line in lines if line.strip()]
    count_at = word_count_at(filled)
    if count_at is None:
        return [Part(line) for line in filled]
    end = _head_end(filled, count_at)
    text, number = filled[end:], []
    if text and accession_number(text[-1]):
        number = [coded_part("AN", text.pop())]
    publisher = [Part(text.pop(), ASIDE)] if text and number and _is_publisher(text[-1]) else []
    return [
        *parts_above(filled[:count_at]),
        *parts_below(filled[count_at:end]),
        *(Part(line, BODY, "lines below the head") for line in text),
        *publisher,
        *number,
    ]


def _head_end(lines: Sequence[str], count_at: int) -> int:
    """Where the text begins: behind the copyright, else behind the language."""
    looked_at = range(count_at + 2, min(len(lines), count_at + 14))
    for is_last in (is_copyright, _is_language):
        end = next((index + 1 for index in looked_at if is_last(lines[index])), 0)
        if end:
            return end
    return min(len(lines), count_at + 4)


def _is_language(line: str) -> bool:
    return bool(language_code(line)) and len(line) > 3


def _is_publisher(line: str) -> bool:
    """Whether the last line is the name of a company, as Factiva prints below a text."""
    if len(line.split()) > _MOST_WORDS_OF_A_PUBLISHER:
        return False
    return not _STOP.search(line) or bool(_COMPANY.search(line))

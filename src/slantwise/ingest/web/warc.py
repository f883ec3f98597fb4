"""Pages out of WARC files, as crawlers and web archives keep them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from slantwise.ingest.content import HEAD_BYTES, Head, open_bytes
from slantwise.ingest.drafts import Draft
from slantwise.ingest.encodings import decode
from slantwise.ingest.files import InputFile
from slantwise.ingest.pages import CHARSET, page_draft
from slantwise.ingest.problems import problem, shown
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.web.http_answers import Answer, AnswerError, read_answer
from slantwise.ingest.web.skipped import skipped_note
from slantwise.ingest.web.warc_records import Headers, WarcRecord, warc_records
from slantwise.records import Origin, Problem

_ASKED = 200


def is_warc(head: Head) -> bool:
    """Whether the bytes begin as WARC files do."""
    return head.content.startswith(b"WARC/")


def read_warc(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The article of each page that a server answered with, in order; other records are counted.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read on.
    """
    skipped: Counter[str] = Counter()
    limit = settings.max_record_chars
    with open_bytes(file.path, settings.unpacking) as stream:
        for record in warc_records(stream, _is_response, limit):
            source = file.source(f"record {record.number}")
            if record.failure:
                message = (
                    f"the record at byte {record.offset} cannot be read: {record.failure}. The "
                    "others are read; save or download the file again to have it."
                )
                yield problem(source, "bad-record", message)
            elif not _is_response(record.headers):
                skipped[record.headers.get("warc-type", "without a type")] += 1
            else:
                yield from _page(record, file, skipped, limit)
    if skipped:
        yield skipped_note(file, skipped, "records that are no page")


def _is_response(headers: Headers) -> bool:
    return headers.get("warc-type", "").lower() == "response"


def _page(
    record: WarcRecord, file: InputFile, skipped: Counter[str], limit: int
) -> Iterator[Draft | Problem]:
    source = file.source(f"record {record.number}")
    address = record.headers.get("warc-target-uri", "").strip("<> ")
    where = f"the page {shown(address, 200)}"
    try:
        answer = read_answer(record.block, limit)
    except AnswerError as error:
        yield problem(source, "bad-record", f"{where} cannot be read: {error}.")
        return
    if answer.status != _ASKED:
        skipped[f"response with status {answer.status}"] += 1
    elif not answer.is_page:
        skipped[f"response of type {answer.content_type or 'unknown'}"] += 1
    else:
        draft = page_draft(file, decode(answer.content, _charset(answer)))
        if draft is None:
            yield problem(source, "no-text", f"no text of an article was found on {where}.")
        else:
            yield _placed(draft, record, address, file)


def _charset(answer: Answer) -> str:
    if answer.charset:
        return answer.charset
    named = CHARSET.search(answer.content, 0, HEAD_BYTES)
    return named[1].decode("ascii", "replace") if named else ""


def _placed(draft: Draft, record: WarcRecord, address: str, file: InputFile) -> Draft:
    """The page's draft as that of the record, under the address it was asked for by."""
    origins = draft.origins
    if not draft.url:
        origins = (*origins, Origin("url", "WARC-Target-URI"))
    return replace(
        draft,
        source=file.source(f"record {record.number}"),
        key=f"{file.key}#{record.number}",
        folder="",
        url=draft.url or address,
        addresses=(*draft.addresses, address),
        origins=origins,
    )

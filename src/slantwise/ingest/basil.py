"""BASIL's articles: one JSON file each, paragraphs as lists of sentences, events as triplets."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from slantwise.ingest.content import Head, open_bytes
from slantwise.ingest.drafts import Draft
from slantwise.ingest.encodings import decode, without_lone_surrogates
from slantwise.ingest.files import InputFile
from slantwise.ingest.problems import problem
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.values import text_of
from slantwise.records import Problem, Span

_OUTLETS: Mapping[str, str] = {
    "fox": "Fox News",
    "nyt": "The New York Times",
    "hpo": "HuffPost",
}
_EVENT_KEYS = ("triplet-uuid", "pair-uuid")


def is_basil(head: Head) -> bool:
    """Whether the text is an object with BASIL's keys."""
    return (
        head.text.lstrip().startswith("{")
        and any(f'"{key}"' in head.text for key in _EVENT_KEYS)
        and '"body-paragraphs"' in head.text
    )


def read_basil(file: InputFile, settings: IngestSettings) -> Iterator[Draft | Problem]:
    """The one article of the file.

    Its id is the file's name: annotations refer to it, and the release's own `uuid` stands
    on two pairs of articles twice. Its paragraphs are sentences joined by a blank.

    Raises:
        OSError, EOFError, zlib.error: the file cannot be read.
    """
    with open_bytes(file.path) as stream:
        content = stream.read(settings.max_record_chars + 1)
    try:
        record = json.loads(decode(content).text)
        paragraphs = _paragraphs(record["body-paragraphs"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = (
            f"this is no article of BASIL ({type(error).__name__}: {error}); expected an object "
            "whose body-paragraphs are lists of sentences."
        )
        yield problem(file.source(), "bad-json", message)
        return
    if not paragraphs:
        yield problem(file.source(), "no-text", "the article has no sentence. Leave it out.")
        return
    yield _draft(file, record, paragraphs)


def _paragraphs(listed: object) -> list[str]:
    """The paragraphs that hold a sentence.

    Raises:
        TypeError: the value is no list of lists of text.
    """
    if not isinstance(listed, list) or not all(isinstance(part, list) for part in listed):
        raise TypeError(f"body-paragraphs is {type(listed).__name__}")
    joined = (" ".join(filter(None, map(str.strip, sentences))) for sentences in listed)
    return [without_lone_surrogates(paragraph) for paragraph in joined if paragraph]


def _draft(file: InputFile, record: Mapping[str, Any], paragraphs: list[str]) -> Draft:
    title = text_of(record.get("title")).strip()
    parts = [title, *paragraphs] if title else paragraphs
    spans, start = [], 0
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + len("\n\n")
    outlet = text_of(record.get("source")).strip()
    return Draft(
        source=file.source(),
        raw="\n\n".join(parts),
        title=spans[0] if title else None,
        body=tuple(spans[1:] if title else spans),
        key=file.key,
        id=file.path.name.removesuffix(".gz").removesuffix(".json"),
        outlet=_OUTLETS.get(outlet.casefold(), outlet),
        date=text_of(record.get("date")),
        url=text_of(record.get("url")),
        event=next(filter(None, (text_of(record.get(key)) for key in _EVENT_KEYS)), ""),
    )

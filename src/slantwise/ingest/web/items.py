"""One article of a feed, a wire or a crawl, and the draft made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from slantwise.ingest.columns import folded
from slantwise.ingest.drafts import Draft, Note, Said
from slantwise.ingest.files import InputFile
from slantwise.ingest.values import text_of
from slantwise.records import Origin, Span

_BETWEEN = "\n\n"
_FIELDS = ("id", "outlet", "date", "url", "byline", "section", "language")


@dataclass(frozen=True, slots=True)
class Item:
    """What a record of the web gives of one article.

    Attributes:
        number: its number in the file, from 1; part of the id where the file gives none.
        record: how messages name it ("item 3"); empty where it is the whole file.
        title: the headline; empty for none.
        paragraphs: the text; may be none.
        fields: what else is said of it, by field of the draft.
        places: where headline and text stood, by "title" and "body".
        notes: what to report beside the article.
    """

    number: int
    record: str
    title: str
    paragraphs: Sequence[str]
    fields: Mapping[str, Said]
    places: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def item_draft(item: Item, file: InputFile) -> Draft:
    """The draft; its body is empty where the item has no text.

    A first paragraph that only repeats the headline is left out.
    """
    paragraphs = [part for part in item.paragraphs if part]
    if item.title and len(paragraphs) > 1 and folded(paragraphs[0]) == folded(item.title):
        del paragraphs[0]
    parts = [item.title, *paragraphs] if item.title else paragraphs
    spans, start = [], 0
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + len(_BETWEEN)
    n_titles = 1 if item.title else 0
    values = {name: item.fields[name].value for name in _FIELDS if name in item.fields}
    places = {name: said.place for name, said in item.fields.items()} | dict(item.places)
    return Draft(
        source=file.source(item.record),
        raw=_BETWEEN.join(parts),
        title=spans[0] if n_titles else None,
        body=tuple(spans[n_titles:]),
        key=f"{file.key}#{item.number}" if item.record else file.key,
        named=file.named,
        notes=item.notes,
        origins=tuple(Origin(name, place) for name, place in places.items()),
        addresses=(),
        **values,
    )


def said(**found: tuple[object, str]) -> dict[str, Said]:
    """Values and where they stood, by field; those that are empty are left out.

    >>> said(outlet=("The  Example", "'by'"), url=(None, "'link'"))
    {'outlet': Said(value='The Example', place="'by'")}
    """
    texts = {name: (" ".join(text_of(value).split()), place) for name, (value, place) in
             found.items()}  # fmt: skip
    return {name: Said(text, place) for name, (text, place) in texts.items() if text}


def first_said(values: Mapping[str, object], *names: str) -> tuple[object, str]:
    """The first of the named values that is not empty, and its name as the place it stood.

    >>> first_said({"by": "", "byline": "Ann Lee"}, "by", "byline")
    ('Ann Lee', "'byline'")
    """
    name = next((name for name in names if text_of(values.get(name)).strip()), names[0])
    return values.get(name), repr(name)

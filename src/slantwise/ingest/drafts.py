"""What a reader takes out of a file, before ids, dates and outlets are settled."""

from dataclasses import dataclass

from slantwise.records import Origin, Source, Span


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a draft that its reader wants known, and that does not stop it.

    Attributes:
        reason: the code of the problem it becomes.
        message: what happened, what was expected, what to try.
    """

    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of an article, in one field.

    Attributes:
        value: as written, blanks made single.
        place: where it stood, in words ("JSON-LD", "meta tag og:title", "'byline'").
    """

    value: str
    place: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it.

    Attributes:
        source: the file and record.
        raw: the text as read.
        title: where the headline stands in `raw`; None where there is none.
        body: where the paragraphs stand in `raw`.
        key: id to fall back on: unique among the records of the run's files.
        id: id that the file gives; empty for none.
        outlet: outlet that the file gives; empty for none.
        folder: name of the folder that may stand for the outlet; empty where the format does
            not take outlets from folders.
        named: whether the user named the file itself, and not the folder whose name is taken.
        date: date of publication as written; empty for none.
        url: address; empty for none.
        event: event; empty for none.
        byline: who signed; empty for none.
        section: part of the outlet it stood in; empty for none.
        language: language that the file gives; empty for none.
        notes: what to report beside the article.
        origins: where the reader found the fields, by their names here; may name empty ones too.
        addresses: further addresses under which the text is known.
    """

    source: Source
    raw: str
    title: Span | None
    body: tuple[Span, ...]
    key: str
    id: str = ""
    outlet: str = ""
    folder: str = ""
    named: bool = False
    date: str = ""
    url: str = ""
    event: str = ""
    byline: str = ""
    section: str = ""
    language: str = ""
    notes: tuple[Note, ...] = ()
    origins: tuple[Origin, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of which a file gives the address, and the text stands elsewhere.

    Attributes:
        draft: what the file gives; `body` is its summary, or empty.
    """

    draft: Draft

"""Strict readers of gold files: JSON Lines in the seven forms of the evaluator, plain or gzipped.

The first step of an evaluation. Lines are read one by one; memory does not grow with the file.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from slantwise.errors import GoldError
from slantwise.evaluation.fields import Fields, inside, listed, pair, shown, whole_object
from slantwise.evaluation.items import (
    GoldArticle,
    GoldAttribution,
    GoldMention,
    GoldPair,
    GoldPassage,
    GoldSentence,
    GoldSpan,
    GoldStance,
    GoldVoices,
)
from slantwise.records import Kind, Span, Stance, Voice


def read_gold(task: str, path: Path) -> Iterator[Any]:
    """The items of a gold file in its order, one a line, in the form of `task`.

    Yields:
        Records of `items`: `GoldSentence` for framing-sentences, and so on.

    Raises:
        GoldError: the task is unknown; the file cannot be read or is empty; a line is not of
            the task's form (the message names file, line, what was found and expected); two
            articles of one file share an id.
    """
    if task not in FORMS:
        raise GoldError(f"there is no gold form {task!r}; expected {listed(tuple(FORMS))}")
    read, number, ids = FORMS[task], 0, set[str]()
    for number, (place, value) in enumerate(_objects(path), start=1):
        item = read(value, place)
        if isinstance(item, GoldArticle):
            if item.id in ids:
                raise GoldError(f"{place}: the id {item.id!r} was used before; expected a new one")
            ids.add(item.id)
        yield item
    if not number:
        raise GoldError(f"{path}: the file is empty; expected one JSON object a line")


def digest_of(path: Path) -> str:
    """The SHA-256 of the file as it lies on the disk, in hexadecimal.

    Raises:
        GoldError: the file cannot be read.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
    except OSError as error:
        raise _unreadable(path, error) from error
    return digest.hexdigest()


def _objects(path: Path) -> Iterator[tuple[str, object]]:
    """The place ("file, line n") and the JSON value of each line."""
    for number, line in enumerate(_lines(path), start=1):
        place = f"{path}, line {number}"
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise GoldError(f"{place}: byte {error.start} is not UTF-8; expected UTF-8") from error
        if not text.strip():
            raise GoldError(f"{place}: the line is blank; expected a JSON object")
        try:
            yield place, json.loads(text)
        # ValueError covers broken JSON and numbers of more digits than Python reads.
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{place}: found {error}; expected one JSON object") from error


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield from file
    except (OSError, EOFError, zlib.error) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> GoldError:
    return GoldError(
        f"{path} cannot be read ({error}); expected a JSON Lines file, plain or ending in .gz"
    )


def sentence(value: object, place: str) -> GoldSentence:
    """A line of `framing-sentences`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "biased"), optional=("outlet", "topic"))
    return GoldSentence(
        id=fields.string("id"),
        text=fields.visible("text"),
        biased=fields.flag("biased"),
        outlet=fields.string("outlet"),
        topic=fields.string("topic"),
    )


def passage(value: object, place: str) -> GoldPassage:
    """A line of `framing-spans`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "spans"))
    text = fields.visible("text")

    def span(part: object, where: str) -> GoldSpan:
        keys = Fields(
            part, where, required=("start", "end"), optional=("kind", "actor", "voice")
        )
        return GoldSpan(
            span=inside(keys, text),
            kind=keys.label("kind", Kind) if "kind" in keys else None,
            actor=keys.string("actor"),
            voice=keys.label("voice", Voice) if "voice" in keys else None,
        )

    return GoldPassage(fields.string("id"), text, fields.several("spans", span))


def mention(value: object, place: str) -> GoldMention:
    """A line of `stance-mentions`.

    Raises:
        GoldError: it has another form.
    """
    required = ("id", "text", "start", "end", "stance")
    fields = Fields(value, place, required=required, optional=("actor",))
    text = fields.visible("text")
    return GoldMention(
        id=fields.string("id"),
        text=text,
        mention=inside(fields, text),
        stance=fields.label("stance", Stance),
        actor=fields.string("actor"),
    )


def directed(value: object, place: str) -> GoldPair:
    """A line of `stance-directed`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "holder", "target", "stance"))
    text = fields.visible("text")
    return GoldPair(
        id=fields.string("id"),
        text=text,
        holder=whole_object(fields.object("holder"), f"{place}, holder", text),
        target=whole_object(fields.object("target"), f"{place}, target", text),
        stance=fields.label("stance", Stance),
    )


def article_stance(value: object, place: str) -> GoldStance:
    """A line of `stance-articles`: the article stands under `text`, or `title` and `body`.

    Raises:
        GoldError: it has another form.
    """
    whole = isinstance(value, dict) and "text" in value
    parts = ("text",) if whole else ("title", "body")
    required = ("id", *parts, "actor", "stance")
    fields = Fields(value, place, required=required, optional=("aliases", "outlet"))
    aliases = fields.several("aliases", _name) if "aliases" in fields else ()
    return GoldStance(
        id=fields.string("id"),
        title="" if whole else fields.string("title"),
        body=fields.visible("text" if whole else "body"),
        actor=fields.visible("actor"),
        stance=fields.label("stance", Stance),
        aliases=aliases,
        outlet=fields.string("outlet"),
    )


def _name(part: object, place: str) -> str:
    if not isinstance(part, str) or not part.strip():
        raise GoldError(f"{place}: found {shown(part)}; expected a name")
    return part


def voices(value: object, place: str) -> GoldVoices:
    """A line of `voice`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "attributions"))
    text = fields.visible("text")

    def span(part: object, where: str) -> Span:
        return pair(part, where, text)

    def attribution(part: object, where: str) -> GoldAttribution:
        keys = Fields(part, where, required=("content", "source"), optional=("cue",))
        content = keys.several("content", span)
        if not content:
            keys.refuse("'content' is an empty list", "at least one [start, end]")
        cue = keys.several("cue", span) if "cue" in keys else ()
        return GoldAttribution(content, keys.several("source", span), cue)

    return GoldVoices(fields.string("id"), text, fields.several("attributions", attribution))


def article(value: object, place: str) -> GoldArticle:
    """A line of `articles`.

    Raises:
        GoldError: it has another form.
    """
    optional = ("title", "published", "url", "event")
    fields = Fields(value, place, required=("id", "outlet", "body"), optional=optional)
    return GoldArticle(
        id=fields.string("id"),
        outlet=fields.string("outlet"),
        body=fields.visible("body"),
        title=fields.string("title"),
        published=_moment(fields) if "published" in fields else None,
        url=fields.string("url"),
        event=fields.string("event"),
    )


def _moment(fields: Fields) -> datetime:
    given = fields.string("published")
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        fields.refuse(f"'published' is {given!r}", "a date or time in ISO 8601, as 2024-05-31")


FORMS: Final[Mapping[str, Callable[[object, str], Any]]] = {
    "framing-sentences": sentence,
    "framing-spans": passage,
    "stance-mentions": mention,
    "stance-directed": directed,
    "stance-articles": article_stance,
    "voice": voices,
    "articles": article,
}
"""What reads one line of each task, given its JSON value and its place."""

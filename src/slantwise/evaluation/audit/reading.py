"""Pairs files: JSON Lines in the form of docs/audit.md, checked key by key.

First step of the audit.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from slantwise.errors import GoldError
from slantwise.evaluation.audit.pairs import Edit, Swap, SwapSentence, swapped
from slantwise.evaluation.fields import Fields, checked, inside
from slantwise.evaluation.gold import read_objects
from slantwise.records import Stance


def read_pairs(path: Path) -> Iterator[SwapSentence]:
    """The sentences of a pairs file in its order, one a line (JSON Lines, plain or gzipped).

    Raises:
        GoldError: the file cannot be read or is empty; a line is not of the form of
            docs/audit.md (the message names file, line, what was found and expected); two lines
            share an id.
    """
    ids = set[str]()
    for place, value in read_objects(path):
        sentence = _sentence(value, place)
        if sentence.id in ids:
            raise GoldError(f"{place}: the id {sentence.id!r} was used before; expected a new one")
        ids.add(sentence.id)
        yield sentence
    if not ids:
        raise GoldError(f"{path}: the file is empty; expected one JSON object a line")


def _sentence(value: object, place: str) -> SwapSentence:
    fields = Fields(
        value,
        place,
        required=("id", "text", "start", "end", "actor", "swaps"),
        optional=("group", "category", "portrayal", "loaded", "role", "split"),
    )
    text = fields.visible("text")
    sentence = SwapSentence(
        id=fields.visible("id"),
        text=text,
        mention=inside(fields, text),
        actor=fields.visible("actor"),
        swaps=fields.several("swaps", lambda part, where: _swap(part, where, text)),
        group=fields.string("group"),
        category=fields.string("category"),
        portrayal=fields.label("portrayal", Stance) if "portrayal" in fields else None,
        loaded=fields.flag("loaded") if "loaded" in fields else None,
        role=fields.string("role"),
        split=fields.string("split"),
    )
    _check(sentence, fields)
    return sentence


def _swap(value: object, place: str, text: str) -> Swap:
    fields = Fields(value, place, required=("actor", "edits"), optional=("group", "alike"))
    edits = fields.several("edits", lambda part, where: _edit(part, where, text))
    for before, after in pairwise(edits):
        if after.span.start < before.span.end:
            found = (
                f"the edit at {after.span.start} starts before the one at {before.span.start} ends"
            )
            fields.refuse(found, "edits in the order of the text, apart from each other")
    return Swap(
        actor=fields.visible("actor"),
        group=fields.string("group"),
        alike=fields.flag("alike") if "alike" in fields else None,
        edits=edits,
    )


def _edit(value: object, place: str, text: str) -> Edit:
    fields = Fields(value, place, required=("start", "end", "text"))
    span = checked(fields.number("start"), fields.number("end"), place, text)
    edit = Edit(span, fields.visible("text"))
    if span.of(text) == edit.text:
        fields.refuse(f"{edit.text!r} would replace itself", "a text that differs")
    return edit


def _check(sentence: SwapSentence, fields: Fields) -> None:
    if not sentence.swaps:
        fields.refuse("'swaps' is empty", "at least one counterpart")
    texts = {sentence.text}
    for number, swap in enumerate(sentence.swaps, start=1):
        holding = sum(edit.span.contains(sentence.mention) for edit in swap.edits)
        if holding != 1:
            fields.refuse(
                f"{holding} edits of swap {number} hold the marked mention "
                f"{sentence.mention.of(sentence.text)!r}",
                "exactly one edit that replaces it whole",
            )
        text = swapped(sentence, swap).text
        if text in texts:
            fields.refuse(f"swap {number} gives a sentence that was there before", "a new one")
        texts.add(text)

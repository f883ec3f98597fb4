"""Pairs files: the form is read, and every flaw is named with file and line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from slantwise.errors import GoldError
from slantwise.evaluation.audit.pairs import Edit
from slantwise.evaluation.audit.reading import read_pairs
from slantwise.records import Span, Stance

Write = Callable[..., Path]
Line = Callable[..., dict[str, Any]]


def test_lines_come_back_in_order_with_all_they_say(gold_file: Write, line: Line) -> None:
    said = {"group": "north", "category": "country", "portrayal": "against", "loaded": True}
    first = line("1", "Merania", "Osland", role="subject", split="dev", **said)
    first["swaps"][0] |= {"group": "south", "alike": False}
    path = gold_file(first, line("2", "Vane", "Osk", "Rulo"))
    one, two = read_pairs(path)
    assert (one.id, one.actor, one.group, one.category) == ("1", "Merania", "north", "country")
    assert (one.portrayal, one.loaded, one.role, one.split) == (
        Stance.AGAINST,
        True,
        "subject",
        "dev",
    )
    (swap,) = one.swaps
    assert (swap.actor, swap.group, swap.alike) == ("Osland", "south", False)
    assert swap.edits == (Edit(Span(0, 7), "Osland"),)
    assert [swap.actor for swap in two.swaps] == ["Osk", "Rulo"]
    assert (two.portrayal, two.loaded, two.swaps[0].alike) == (None, None, None)


def edit(start: int, end: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sides": 1}, "the key 'sides' is not known"),
        ({"start": 4, "end": 4}, "found the span 4..4"),
        ({"portrayal": "hostile"}, "'portrayal' is \"hostile\" (a string)"),
        ({"swaps": []}, "'swaps' is empty; expected at least one counterpart"),
        ({"swaps": [{"actor": "Osk"}]}, "swaps 1: the key 'edits' is missing"),
        (
            {"swaps": [{"actor": "Osk", "edits": [edit(5, 8, "saw")]}]},
            "0 edits of swap 1 hold the marked mention 'Vane'",
        ),
        (
            {"swaps": [{"actor": "Osk", "edits": [edit(0, 4, "Vane")]}]},
            "edits 1: 'Vane' would replace itself",
        ),
        (
            {"swaps": [{"actor": "Osk", "edits": [edit(0, 4, "Osk"), edit(3, 8, "x")]}]},
            "the edit at 3 starts before the one at 0 ends",
        ),
        (
            {"swaps": 2 * [{"actor": "Osk", "edits": [edit(0, 4, "Osk")]}]},
            "swap 2 gives a sentence that was there before",
        ),
    ],
)
def test_a_flaw_is_named_with_file_and_line(
    gold_file: Write, line: Line, change: dict[str, Any], said: str
) -> None:
    path = gold_file(line("1", "Vane", "Osk"), line("2", "Vane", "Osk") | change)
    with pytest.raises(GoldError) as error:
        list(read_pairs(path))
    assert str(error.value).startswith(f"{path}, line 2")
    assert said in str(error.value)


def test_an_id_twice_and_an_empty_file_are_refused(gold_file: Write, line: Line) -> None:
    twice = gold_file(line("1", "Vane", "Osk"), line("1", "Vane", "Rulo"), name="twice.jsonl")
    with pytest.raises(GoldError, match="line 2: the id '1' was used before"):
        list(read_pairs(twice))
    with pytest.raises(GoldError, match="the file is empty"):
        list(read_pairs(gold_file(name="empty.jsonl")))

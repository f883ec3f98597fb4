"""Versions of a sentence: everything that goes with the actor changes, nothing else."""

import pytest

from slantwise.evaluation.audit.pairs import Edit, Swap, SwapSentence, original_span, versions
from slantwise.records import Span

TEXT = "The Merani army left; Merania's crew wept."
#       0         1         2         3
#       0123456789012345678901234567890123456789


def sentence(mention: Span, *edits: Edit) -> SwapSentence:
    return SwapSentence("1", TEXT, mention, "Merania", (Swap("Osland", "", None, edits),))


def test_every_edit_is_made_and_the_mention_moves() -> None:
    both = (Edit(Span(4, 10), "Oslander"), Edit(Span(22, 31), "Osland's"))
    written, swapped = versions(sentence(Span(22, 29), *both))
    assert (written.text, written.mention.of(written.text)) == (TEXT, "Merania")
    assert swapped.text == "The Oslander army left; Osland's crew wept."
    assert swapped.mention.of(swapped.text) == "Osland"
    assert (written.actor, swapped.actor) == ("Merania", "Osland")


@pytest.mark.parametrize(
    ("new", "mention"),
    [
        ("The Free State", "Free State"),
        ("the", "the"),
        ("Osland’s", "Osland"),
        ("Democrats'", "Democrats"),
        ("Anders", "Anders"),
        ("'", "'"),
    ],
)
def test_a_mention_leaves_out_article_and_possessive(new: str, mention: str) -> None:
    _, swapped = versions(sentence(Span(22, 29), Edit(Span(22, 31), new)))
    assert swapped.mention.of(swapped.text) == mention


@pytest.mark.parametrize(
    ("found", "place"),
    [
        # "Oslander" is 2 longer than "Merani": "left", 18..22 after the swap, stood at 16..20.
        ((18, 22), (16, 20)),
        ((0, 3), (0, 3)),
        # Part of the new name stands for all of the old one.
        ((6, 9), (4, 10)),
        ((6, 22), (4, 20)),
    ],
)
def test_spans_are_brought_back(found: tuple[int, int], place: tuple[int, int]) -> None:
    edits = (Edit(Span(4, 10), "Oslander"), Edit(Span(22, 31), "Osland's"))
    assert original_span(Span(*found), edits) == Span(*place)

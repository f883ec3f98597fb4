"""Batches: order kept, one pass a distinct text, nothing lost at their edges."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.tasks import batches


def test_one_forward_pass_a_distinct_text(stub: SimpleNamespace) -> None:
    analyser = stub.Analyser(said={"bias": {"b": 0.7}})
    pairs = list(batches.encoded(["a", "b", "a"], lambda item: item, analyser))
    assert [(item, outputs.bias) for item, outputs in pairs] == [("a", 0), ("b", 0.7), ("a", 0)]
    assert analyser.encoder.asked == [["a", "b"]]


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_sentences_of_an_item_stay_together(
    at_once: int, stub: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_SENTENCES_AT_ONCE", at_once)
    items = ["a b", "", "c", "d e f"]

    def cut(item: str) -> list[tuple[str, int]]:
        return [(word, 2 * number) for number, word in enumerate(item.split())]

    pairs = list(batches.encoded_sentences(items, cut, stub.Analyser()))
    assert [item for item, _ in pairs] == items
    assert [[int(o.tokens[0, 0]) for o in outputs] for _, outputs in pairs] == [
        [0, 2],
        [],
        [0],
        [0, 2, 4],
    ]

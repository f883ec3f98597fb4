import json
from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import framing
from slantwise.train.labels import KINDS


def line(spans: list[dict[str, object]], split: str = "train") -> str:
    return json.dumps({"id": "a1", "split": split, "text": "The vile mob left.", "spans": spans})


def span(voice: str, **more: object) -> dict[str, object]:
    return {"start": 4, "end": 8, "kinds": ["evaluative", "label"], "voice": voice} | more


@pytest.mark.parametrize(("voice", "biased"), [("outlet", True), ("scare", True), ("direct", None)])
def test_spans_of_every_voice_are_loaded(tmp_path: Path, voice: str, biased: bool | None) -> None:
    (tmp_path / "x.jsonl").write_text(line([span(voice)]) + "\n" + line([], "dev"), "utf-8")
    (example,) = framing.read(tmp_path, "train")
    assert example.loaded == ((4, 8),)
    assert [KINDS[s.column] for s in example.kinds or ()] == ["evaluative", "label"]
    assert example.biased is biased


def test_a_sentence_without_spans_is_not_biased(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(line([]), encoding="utf-8")
    (example,) = framing.read(tmp_path, "train")
    assert (example.biased, example.loaded, example.kinds) == (False, (), ())


@pytest.mark.parametrize("bad", [span("outlet", kinds=["rude"]), span("outlet", end=99)])
def test_a_bad_span_is_named(tmp_path: Path, bad: dict[str, object]) -> None:
    (tmp_path / "x.jsonl").write_text(line([bad]), encoding="utf-8")
    with pytest.raises(GoldError, match=r"x\.jsonl, line 1"):
        framing.read(tmp_path, "train")


def test_an_item_of_several_sentences_is_cut(tmp_path: Path) -> None:
    # "vile" at 8–12 of the second sentence, which begins at 14; its actor stands in the first.
    text = "The mayor won. He is a vile man."
    spans = [
        {"start": 23, "end": 27, "kinds": ["label"], "voice": "outlet", "actors": ["mayor", "He"]}
    ]
    row = {"id": "a1", "split": "train", "text": text, "spans": spans}
    (tmp_path / "x.jsonl").write_text(json.dumps(row), encoding="utf-8")
    first, second = framing.read(tmp_path, "train")
    assert (first.id, first.text, first.biased, first.loaded) == (
        "framing-a1", "The mayor won.", False, (),
    )  # fmt: skip
    assert (second.id, second.text, second.biased) == ("framing-a1-1", "He is a vile man.", True)
    assert second.loaded == ((8, 12),)
    assert [(hit.words, hit.actor) for hit in second.hits] == [((8, 12), (0, 2))]

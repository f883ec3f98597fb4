import json
from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import newsmtsc
from slantwise.train.examples import Mention


def write(folder: Path, rows: list[dict[str, object]]) -> None:
    path = folder / "newsmtsc-rw-hf" / "train.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def row(start: int, end: int, polarity: int, sentence: str = "Ann met Bob.") -> dict[str, object]:
    mention = sentence[start:end]
    return {
        "sentence": sentence,
        "from": start,
        "to": end,
        "mention": mention,
        "polarity": polarity,
    }


def test_mentions_of_one_sentence_are_grouped_and_polarity_shifted(tmp_path: Path) -> None:
    write(tmp_path, [row(0, 3, -1), row(8, 11, 1)])
    (example,) = newsmtsc.read(tmp_path, "train")
    assert example.mentions == (Mention((0, 3), 0), Mention((8, 11), 2))


def test_a_train_mention_with_two_labels_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, [row(0, 3, -1), row(0, 3, 0), row(8, 11, 0), row(8, 11, 0)])
    (example,) = newsmtsc.read(tmp_path, "train")
    assert example.mentions == (Mention((8, 11), 1),)


@pytest.mark.parametrize("bad", [row(0, 3, 2), row(9, 40, 0), {"sentence": "Ann."}])
def test_a_bad_line_is_named(tmp_path: Path, bad: dict[str, object]) -> None:
    write(tmp_path, [row(0, 3, 0), bad])
    with pytest.raises(GoldError, match=r"train\.jsonl, line 2"):
        newsmtsc.read(tmp_path, "train")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="is missing"):
        newsmtsc.read(tmp_path, "train")


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    write(tmp_path, [])
    assert newsmtsc.read(tmp_path, "train") == []

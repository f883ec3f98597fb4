from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import babe

HEAD = "text,outlet,label,biased_words\n"


def test_labels_and_words(tmp_path: Path) -> None:
    rows = "\"The hoax, a hoax.\",X,1,\"['hoax', 'absent']\"\nPlain.,X,0,[]\nNobody asked.,X,0,\n"
    (tmp_path / "babe_v2_train.csv").write_text(HEAD + rows, encoding="utf-8")
    first, second, third = babe.read(tmp_path, "train")
    # The first match of "hoax" only: 4..8; a word that does not occur is passed over.
    assert (first.biased, first.loaded) == (True, ((4, 8),))
    assert (second.biased, second.loaded) == (False, ())
    assert third.loaded is None


@pytest.mark.parametrize("row", ["Text.,X,2,[]\n", "Text.,X,1,hoax and more\n"])
def test_a_bad_row_is_named(tmp_path: Path, row: str) -> None:
    (tmp_path / "babe_v2_train.csv").write_text(HEAD + row, encoding="utf-8")
    with pytest.raises(GoldError, match=r"train\.csv, row 1"):
        babe.read(tmp_path, "train")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    (tmp_path / "babe_v2_train.csv").write_text("text,label\n", encoding="utf-8")
    with pytest.raises(GoldError, match="biased_words"):
        babe.read(tmp_path, "train")


def test_two_spellings_are_one_group(tmp_path: Path) -> None:
    rows = "A.,Daily Beast,1,[]\nB.,The Daily Beast,0,[]\nC.,UCSD Guardian,0,[]\n"
    (tmp_path / "babe_v2_train.csv").write_text(HEAD + rows, encoding="utf-8")
    groups = babe.read_groups(tmp_path, "train", "outlet")
    assert list(groups.values()) == ["daily beast", "daily beast", "ucsd guardian"]
    assert list(groups) == [example.id for example in babe.read(tmp_path, "train")]


def test_a_sentence_without_outlet_is_named(tmp_path: Path) -> None:
    (tmp_path / "babe_v2_train.csv").write_text(HEAD + "A., ,1,[]\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"row 1: expected a name in column outlet"):
        babe.read_groups(tmp_path, "train", "outlet")

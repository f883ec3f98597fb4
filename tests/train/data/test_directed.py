import gzip
from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import directed
from slantwise.train.examples import Pair


def test_brackets_are_stripped_and_clipped_entities_grown_to_the_word(tmp_path: Path) -> None:
    line = "[Congre]ss blamed [Trump’]s aide.\tCongre\tTrump’\t3\n"
    (tmp_path / "train.txt.gz").write_bytes(gzip.compress(line.encode()))
    (example,) = directed.read(tmp_path, "train")
    assert example.text == "Congress blamed Trump’s aide."
    # "Congress" = 0..8, "Trump" = 16..21; label 3: p is against q, q holds nothing toward p.
    assert example.pairs == (Pair((0, 8), (16, 21), 0), Pair((16, 21), (0, 8), 1))


def test_rows_of_one_sentence_are_grouped_and_repeats_dropped(tmp_path: Path) -> None:
    rows = [
        "[Ann] met [Bob] and Cy.\tAnn\tBob\t0",
        "[Ann] met [Bob] and Cy.\tAnn\tBob\t0",
        "[Ann] met Bob and [Cy].\tAnn\tCy\t2",
    ]
    (tmp_path / "train.txt").write_text("\n".join(rows), encoding="utf-8")
    (example,) = directed.read(tmp_path, "train")
    assert [pair.stance for pair in example.pairs] == [1, 1, 1, 2]


def test_a_bracket_with_only_a_mark_gives_no_pair(tmp_path: Path) -> None:
    (tmp_path / "train.txt").write_text("In it[,] the [Senate].\t,\tSenate\t0\n", encoding="utf-8")
    assert directed.read(tmp_path, "train") == []


@pytest.mark.parametrize("line", ["no tabs", "[A] b.\tA\tb\t0", "[A] [b].\tA\tb\t9"])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "train.txt").write_text(line, encoding="utf-8")
    with pytest.raises(GoldError, match=r"train\.txt, line 1"):
        directed.read(tmp_path, "train")

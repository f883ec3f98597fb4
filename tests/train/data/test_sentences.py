from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from slantwise.errors import GoldError
from slantwise.train.data import sentences


def test_newssd_strips_line_ends_and_maps_labels(tmp_path: Path) -> None:
    text = 'Sentence,Label,Solved conflict\n"It is bad.\n",SUBJ,True\nIt is.,OBJ,False\n'
    (tmp_path / "train.csv").write_text(text, encoding="utf-8")
    found = sentences.read_newssd(tmp_path, "train")
    assert [(e.text, e.biased) for e in found] == [("It is bad.", True), ("It is.", False)]


def test_newssd_names_a_bad_row(tmp_path: Path) -> None:
    (tmp_path / "train.csv").write_text("Sentence,Label\nA.,MAYBE\n", encoding="utf-8")
    with pytest.raises(GoldError, match="row 1"):
        sentences.read_newssd(tmp_path, "train")


def write_parquet(folder: Path, columns: dict[str, list[object]]) -> None:
    table = pyarrow.table(columns)
    pyarrow.parquet.write_table(table, folder / "anno-lexical-train.parquet")


def test_anno_lexical(tmp_path: Path) -> None:
    write_parquet(tmp_path, {"text": ["A. ", "B."], "label": [1, 0]})
    found = sentences.read_anno_lexical(tmp_path, "train")
    assert [(e.text, e.biased) for e in found] == [("A.", True), ("B.", False)]


def test_anno_lexical_names_a_missing_column_and_a_bad_label(tmp_path: Path) -> None:
    write_parquet(tmp_path, {"text": ["A."]})
    with pytest.raises(GoldError, match="label"):
        sentences.read_anno_lexical(tmp_path, "train")
    write_parquet(tmp_path, {"text": ["A."], "label": [3]})
    with pytest.raises(GoldError, match="row 1"):
        sentences.read_anno_lexical(tmp_path, "train")


def test_a_missing_parquet_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="missing"):
        sentences.read_anno_lexical(tmp_path, "train")

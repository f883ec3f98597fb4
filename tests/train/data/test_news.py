import json
from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import news


def write(folder: Path, *texts: object) -> Path:
    rows = [json.dumps({"content_original": text}) for text in texts]
    (folder / news.FILE).write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def test_every_sentence_of_fitting_length_comes_once(tmp_path: Path) -> None:
    long = "The port reopened on Monday after two days."
    folder = write(tmp_path, f"By Ann Vale\n\n{long} Ships left at once.", f"{long}")
    # "By Ann Vale" and "Ships left at once." have under six words.
    assert [e.text for e in news.read(folder, "train")] == [long]


def test_other_splits_and_articles_without_text_are_refused(tmp_path: Path) -> None:
    folder = write(tmp_path, None)
    with pytest.raises(GoldError, match="split 'dev' does not exist"):
        news.read(folder, "dev")
    with pytest.raises(GoldError, match="line 1: key 'content_original' is missing"):
        news.read(folder, "train")

from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import ptc
from slantwise.train.examples import ClassSpan
from slantwise.train.labels import TECHNIQUES

LOADED, DOUBT, ANY = (TECHNIQUES.index(n) for n in ("Loaded_Language", "Doubt", "any"))


def write(folder: Path, labels: str) -> None:
    (folder / "train-articles").mkdir()
    text = "A title\n\nA vile act.\n Who knows?\n"
    (folder / "train-articles" / "article7.txt").write_text(text, encoding="utf-8")
    (folder / "train-task-flc-tc.labels").write_text(labels, encoding="utf-8")


def test_spans_fall_on_their_lines(tmp_path: Path) -> None:
    # "vile" = 11..15; the doubt runs from "act" (16) over the line end to "Who" (22..25).
    write(tmp_path, "7\tLoaded_Language\t11\t15\n7\tDoubt\t16\t25\n")
    title, second, third = ptc.read(tmp_path, "train")
    assert (title.text, title.techniques, title.loaded) == ("A title", (), ())
    # Line 2 starts at 9: 11..15 -> 2..6, and 16..20 (the line's end) -> 7..11.
    assert second.loaded == ((2, 6),)
    assert second.techniques == (
        ClassSpan((2, 6), LOADED),
        ClassSpan((2, 6), ANY),
        ClassSpan((7, 11), DOUBT),
        ClassSpan((7, 11), ANY),
    )
    # Line 3 starts at 21 with a blank, trimmed to 22: 22..25 -> 0..3.
    assert third.text == "Who knows?"
    assert third.techniques == (ClassSpan((0, 3), DOUBT), ClassSpan((0, 3), ANY))


@pytest.mark.parametrize(
    "line", ["7\tNo_Such\t1\t2", "7\tDoubt\t1", "7\tDoubt\tx\t2", "7\tany\t1\t2"]
)
def test_a_bad_label_line_is_named(tmp_path: Path, line: str) -> None:
    write(tmp_path, line)
    with pytest.raises(GoldError, match="line 1"):
        ptc.read(tmp_path, "train")

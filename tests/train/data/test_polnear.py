from pathlib import Path

import pytest

from slantwise.errors import GoldError
from slantwise.train.data import polnear
from slantwise.train.examples import ClassSpan

TEXT = "It rained all day. It will stop, Ann said."


def write(folder: Path, annotations: dict[str, str]) -> None:
    base = folder / "data" / "train"
    (base / "text").mkdir(parents=True)
    (base / "attributions").mkdir()
    (base / "text" / "paper_2016_x.txt").write_text(TEXT, encoding="utf-8")
    for annotator, lines in annotations.items():
        path = base / "attributions" / f"paper_2016_x_{annotator}.ann"
        path.write_text(lines, encoding="utf-8")


def test_spans_fall_on_their_sentence(tmp_path: Path) -> None:
    # The second sentence starts at 19; content 19..31 in two pieces, source 33..36, cue 37..41.
    lines = (
        "T1\tContent 19 21;27 31\tIt stop\nT2\tSource 33 36\tAnn\nT3\tCue 37 41\tsaid\n"
        "T4\tAttribution 37 41\tsaid\nE1\tAttribution:T4 Content:T1 Cue:T3 Source:T2\n"
    )
    write(tmp_path, {"aaaa": lines})
    first, second = polnear.read(tmp_path, "train")
    assert first.attributed == ()
    assert second.attributed == (
        ClassSpan((0, 2), 0),
        ClassSpan((8, 12), 0),
        ClassSpan((14, 17), 2),
        ClassSpan((18, 22), 1),
    )


def test_words_over_a_line_end_and_the_first_annotator(tmp_path: Path) -> None:
    ours = "T1\tContent 0 18\tIt rained\nThe rest of the words\n"
    write(tmp_path, {"aaaa": ours, "bbbb": "T1\tCue 0 2\tIt\n"})
    first, _ = polnear.read(tmp_path, "train")
    assert first.attributed == (ClassSpan((0, 18), 0),)


def test_a_bad_annotation_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"aaaa": "T1\tContent\twords\n"})
    with pytest.raises(GoldError, match="line 1"):
        polnear.read(tmp_path, "train")


def test_an_article_without_annotation_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {})
    assert polnear.read(tmp_path, "train") == []

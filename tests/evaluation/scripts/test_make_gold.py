"""The script itself: our corpora, refusals, and the real releases where they stand."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from slantwise.errors import GoldError

Convert = Callable[..., dict[str, Any]]
Scripts = Callable[[str], ModuleType]

RELEASES = {
    "allsides": ("allsides_events", {"allsides articles": 2589}),
    "anno-lexical": ("anno_lexical", {"anno-lexical-dev framing-sentences": 7245}),
    # 3018 sentences, 328 of them without a list of words.
    "babe": ("babe", {"babe framing-sentences": 3018, "babe framing-spans": 2690}),
    "basil": (
        "basil",
        {
            "basil framing-spans": 180,
            "basil-sentences framing-sentences": 4867,
            "basil stance-articles": 352,
        },
    ),
    # 1026 rows, less 2 in train, 6 nearly so and 11 that mark nobody, in both directions.
    "directed": ("directed_sentiment", {"dse-valid stance-directed": 2014}),
    "newsmtsc": (
        "newsmtsc",
        {"newsmtsc-rw-dev stance-mentions": 342, "newsmtsc-mt-dev stance-mentions": 440},
    ),
    "newssd": ("newssd_eng", {"newssd-val framing-sentences": 99}),
    "neus": ("neus", {"neus-val articles": 904}),
    "persent": ("persent", {"persent-dev stance-articles": 569}),
    "polnear": ("polnear", {"polnear-dev voice": 84}),
    "ptc": ("ptc", {"ptc-dev framing-spans": 72}),
    "seesaw": ("seesaw", {"seesaw-valid stance-articles": 779}),
}


@pytest.mark.slow
@pytest.mark.parametrize("release", RELEASES)
def test_the_real_releases(release: str, shared: Path, tmp_path: Path, scripts: Scripts) -> None:
    folder, expected = RELEASES[release]
    found = {}
    for gold in scripts("gold.table").RELEASES[release](shared / "data" / folder):
        scripts("gold.sets").write(gold, tmp_path)
        found[f"{gold.name} {gold.task}"] = gold
    assert {name: len(found[name].lines) for name in expected} == expected
    if release == "basil":
        spans = Counter(len(line["spans"]) for line in found["basil framing-spans"].lines)
        assert sum(number * times for number, times in spans.items()) == 262


def test_the_demo_corpus(corpora: Path, scripts: Scripts, tmp_path: Path) -> None:
    found = {}
    for gold in scripts("gold.table").RELEASES["demo"](corpora / "demo"):
        scripts("gold.sets").write(gold, tmp_path)
        found[gold.task] = gold.lines
    labels = [
        json.loads(line)
        for line in (corpora / "demo/labels.jsonl").read_text("utf-8").split("\n")
        if line
    ]
    assert len(found["framing-spans"]) == len(found["articles"]) == len(labels)
    for row, spans, voices in zip(labels, found["framing-spans"], found["voice"], strict=True):
        words = [span["text"] for span in row["spans"]]
        assert [spans["text"][s["start"] : s["end"]] for s in spans["spans"]] == words
        assert len(voices["attributions"]) == sum(
            one["voice"] != "scare" for one in row["attributions"]
        )
    assert len(found["stance-articles"]) == sum(len(row["stances"]) for row in labels)


def test_the_framing_corpus(corpora: Path, scripts: Scripts, tmp_path: Path) -> None:
    sets = list(scripts("gold.table").RELEASES["framing"](corpora / "framing"))
    assert [gold.name for gold in sets] == ["framing-dev", "framing-test", "framing-train"]
    for gold in sets:
        scripts("gold.sets").write(gold, tmp_path)


def test_the_texts_of_voices(corpora: Path, scripts: Scripts, tmp_path: Path) -> None:
    sets = list(scripts("gold.table").RELEASES["voice"](corpora / "voice"))
    assert [gold.name for gold in sets] == ["voice-dev", "voice-test"]
    for gold in sets:
        scripts("gold.sets").write(gold, tmp_path)
        assert any(len(line["attributions"]) > 1 for line in gold.lines)


def test_the_texts_of_actors(corpora: Path, scripts: Scripts, tmp_path: Path) -> None:
    sets = list(scripts("gold.table").RELEASES["actors"](corpora / "actors_gold"))
    assert [gold.name for gold in sets] == ["actors-dev", "actors-test"]
    for gold in sets:
        scripts("gold.sets").write(gold, tmp_path)


def test_a_demo_article_needs_a_header(convert: Convert) -> None:
    files = {
        "actors.yaml": "[]",
        "labels.jsonl": [{"id": "klaxon/row"}],
        "articles/klaxon/row.txt": "Head\n\nBody.",
    }
    with pytest.raises(GoldError, match=r"row\.txt: expected Outlet:, Date:, Byline:"):
        convert("demo", files)


def test_files_are_written_and_told(
    tmp_path: Path, scripts: Scripts, corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = scripts("make_gold").main
    out = tmp_path / "gold"
    assert main(["framing", str(corpora / "framing"), "--out", str(out)]) == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "framing-dev.framing-spans.jsonl",
        "framing-test.framing-spans.jsonl",
        "framing-train.framing-spans.jsonl",
    ]
    assert "    the shipped models are trained on these\n" in capsys.readouterr().out


def test_a_folder_inside_the_repository_is_refused(
    scripts: Scripts, corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = corpora.parent / "gold-files"
    assert scripts("make_gold").main(["framing", str(corpora / "framing"), "--out", str(out)]) == 2
    assert "lies inside the repository" in capsys.readouterr().err
    assert not out.exists()


def test_a_release_of_another_form_is_refused(
    tmp_path: Path, scripts: Scripts, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["newsmtsc", str(tmp_path), "--out", str(tmp_path / "gold")]
    assert scripts("make_gold").main(arguments) == 2
    assert "dev.jsonl is missing" in capsys.readouterr().err


def test_a_line_of_another_form_is_not_kept(tmp_path: Path, scripts: Scripts) -> None:
    sets = scripts("gold.sets")
    with pytest.raises(GoldError, match="'text' is blank"):
        sets.write(
            sets.GoldSet("x", "voice", ({"id": "1", "text": "", "attributions": []},)), tmp_path
        )
    assert list(tmp_path.iterdir()) == []

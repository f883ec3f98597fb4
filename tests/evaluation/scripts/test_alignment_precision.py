"""Drawing pairs of aligned wordings, and what judgements on them come to."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from slantwise.errors import CodingError
from slantwise.records import Span, Voice
from slantwise.records.contrasts import ActWording, AlignedAct, Sentence

Scripts = Callable[[str], ModuleType]


def wording(outlet: str, text: str, word: str) -> ActWording:
    span = Span(text.index(word), text.index(word) + len(word))
    sentence = Sentence(f"{outlet}/1", "e", text, span, Voice.OUTLET, None)
    return ActWording(outlet, word, "active", "", "", sentence)


def act(number: int, *, alike: bool = False) -> AlignedAct:
    told = (
        wording("North", f"Troops took hill {number}.", "took"),
        wording("North", f"They held hill {number}.", "held"),
        wording("South", f"=Troops seized hill {number}.", "seized"),
    )
    return AlignedAct("e", "Hills", 0.8, alike, told)


@pytest.fixture
def script(scripts: Scripts) -> Any:
    return scripts("alignment_precision")


def test_a_sample_is_drawn_by_its_seed_and_pairs_are_of_two_outlets(script: Any) -> None:
    acts = [act(number) for number in range(9)]
    pairs = script.draw(acts, 4, seed=3)
    assert pairs == script.draw(acts, 4, seed=3) != script.draw(acts, 4, seed=4)
    assert len({pair.places for pair in pairs}) == 4
    assert all({p.first.outlet, p.second.outlet} == {"North", "South"} for p in pairs)
    assert len(script.draw(acts, 100, seed=3)) == 9
    assert script.draw([], 5, seed=1) == []


def test_judgements_are_written_into_the_file_and_read_back(script: Any, tmp_path: Path) -> None:
    pairs = script.draw([act(1), act(2, alike=True), act(3)], 3, seed=1)
    path = tmp_path / "pairs.csv"
    script.write(pairs, path, {pairs[0].places: "same"})
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert [row["judgement"] for row in rows] == ["same", "", ""]
    assert {row["alike"] for row in rows} == {"yes", "no"}
    # A sentence that a spreadsheet would take for a formula is kept as text.
    assert rows[0]["sentence_b"].startswith("'=Troops [seized] hill")
    read = script.read(path)
    assert (read[0]["place_a"], read[0]["place_b"]) == pairs[0].places
    script.write(pairs, path, {}, text=False)
    assert "hill" not in path.read_text("utf-8")
    assert [row["place_a"] for row in script.read(path)] == [p.places[0] for p in pairs]


def test_precision_with_its_interval(script: Any) -> None:
    given = ["same"] * 30 + ["different"] * 5 + ["unsure", ""]
    found = script.precision({"judgement": one} for one in given)
    assert (found.same, found.different, found.unsure, found.open) == (30, 5, 1, 1)
    # Wilson for 30 of 35, z 1.96: centre (30 + 1.921) / (35 + 3.841) = 0.8218; half width
    # 1.96 * sqrt(30 * 5 / 35 + 0.960) / 38.841 = 0.1156: 0.7062 to 0.9374.
    shown = "30/35 = 0.857 (95 % Wilson 0.706 to 0.937); 1 unsure, 1 not judged"
    assert str(found) == shown
    assert str(script.precision([])) == "no pair is judged; 0 unsure, 0 not judged"


def test_another_word_is_refused_with_its_row(
    script: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pairs.csv"
    script.write(script.draw([act(1)], 1, seed=1), path, {})
    path.write_text(path.read_text("utf-8").replace(",0.800,,", ",0.800,maybe,"), "utf-8")
    with pytest.raises(CodingError, match="row 2: found the judgement 'maybe'; expected same"):
        script.read(path)
    assert script.main(["score", str(path)]) == 2
    assert "maybe" in capsys.readouterr().err
    path.write_text("a,b\n", "utf-8")
    with pytest.raises(CodingError, match=r"columns .* are missing"):
        script.read(path)


def test_the_judgements_on_basil_are_scored(
    script: Any, corpora: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main(["score", str(corpora / "wording" / "judgements_basil.csv")]) == 0
    assert "all: 43/51 = 0.843" in capsys.readouterr().out

from pathlib import Path

import pytest

from slantwise.errors import SettingsError
from slantwise.train.card import terms
from slantwise.train.recipe import read_recipe, trained_tasks
from slantwise.train.sources import SOURCES

ROOT = Path(__file__).resolve().parents[2]
RECIPES = sorted((ROOT / "models" / "recipes").glob("*.toml"))
BASE = (ROOT / "models" / "recipes" / "base.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", RECIPES, ids=lambda path: path.stem)
def test_shipped_recipes_are_valid(path: Path) -> None:
    recipe = read_recipe(path)
    assert recipe.name == path.stem
    assert recipe.stage[0].source


def test_the_open_recipe_learns_only_what_any_use_may_teach() -> None:
    recipe = read_recipe(ROOT / "models" / "recipes" / "open.toml")
    sources = {source.data for stage in recipe.stage for source in stage.source}
    assert sources == {"newsmtsc", "newssd", "anno-lexical", "framing"}
    assert all(SOURCES[name].any_use for name in sources)
    assert not recipe.teacher and "directed" not in trained_tasks(recipe)
    assert "allows any use" in terms(recipe)
    research = read_recipe(ROOT / "models" / "recipes" / "base.toml")
    assert "AGPL-3.0" in terms(research)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("seed = 7", "seed = 7\nsede = 8", r"bad\.toml: unknown key 'sede'"),
        ("seed = 7", "", r"key 'seed' is missing"),
        ("seed = 7", 'seed = "7"', r"key seed: expected int, found '7'"),
        ("rank = 18", "rank = 18\ndepth = 1", r"key network: unknown key 'depth'"),
        ("rank = 18", "rank = 2", r"network\.rank: expected 3"),
        ("kind = 1.5", "", r"loss_weights: expected one for each"),
        ('heads = ["bias", "words"]', 'heads = ["tone"]', r"heads \['tone'\]"),
        ("swap = 0.25", "swap = 1.5", r"shares lie in 0\.\.1"),
        ("epochs = 3", "epochs = 0", r"expected epochs"),
        ("seed = 7", "seed =", r"not valid TOML"),
        ('soft = ["stance", ', 'soft = ["tone", ', r"soft takes some of"),
        ('teacher = "../large"', "", r"recipe must name a teacher"),
    ],
)
def test_a_bad_recipe_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in BASE
    path = tmp_path / "bad.toml"
    path.write_text(BASE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        read_recipe(path)


def test_a_missing_recipe_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="missing"):
        read_recipe(tmp_path / "none.toml")

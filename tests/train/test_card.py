"""The model card says what the weights learned from, labels of a teacher included."""

from dataclasses import replace
from pathlib import Path

from slantwise.train.card import card, teacher
from slantwise.train.recipe import Recipe, read_recipe

RECIPES = Path(__file__).resolve().parents[2] / "models" / "recipes"


def base() -> Recipe:
    return read_recipe(RECIPES / "base.toml")


def test_a_teachers_tasks_stand_with_their_data_and_the_stage() -> None:
    text = teacher(base())
    assert "`large`" in text
    assert "kind, technique, attributed, stance, directed on news (broad)" in text


def test_without_a_teacher_nothing_is_said() -> None:
    recipe = base()
    alone = tuple(
        replace(stage, source=tuple(replace(source, soft=()) for source in stage.source))
        for stage in recipe.stage
    )
    assert teacher(replace(recipe, stage=alone)) == ""


def test_unseen_names_are_a_limit_of_a_blind_model_alone() -> None:
    recipe = base()
    seen = tuple(replace(stage, blind=False) for stage in recipe.stage)
    assert "names.tsv" in card(recipe, [], {}, {}, None)
    assert "names.tsv" not in card(replace(recipe, stage=seen), [], {}, {}, None)

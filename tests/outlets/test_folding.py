import pytest

from slantwise.outlets.folding import fold_name, parted, without_edition


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Coast Herald", "COAST  HERALD."),
        ("El Eco de Qóra", "El Eco de Qora"),
        ("Coast & Sea", "Coast and Sea"),
        ("Sailor’s Post", "Sailor's Post"),
        ("Coast-Herald", "Coast Herald"),
        ("Coast Herald(Qora)", "Coast Herald (Qora)"),
    ],
)
def test_spellings_that_say_nothing_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_what_tells_outlets_apart_stays() -> None:
    assert fold_name("Coast Herald (Qora)") != fold_name("Coast Herald")
    assert fold_name("Coast Times") != fold_name("Coast Herald")
    assert fold_name("—") == ""
    assert fold_name("The") == "the"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Coast Herald, Late Edition - Final", "The Coast Herald"),
        ("Coast Herald - International Edition", "Coast Herald"),
        ("Coast Herald (Online)", "Coast Herald"),
        ("Coast Herald Online", "Coast Herald"),
        ("Coast Herald", "Coast Herald"),
        ("The Edition", "The Edition"),
        ("Online", "Online"),
    ],
)
def test_editions_are_set_aside(written: str, name: str) -> None:
    assert without_edition(written) == name


def test_places_behind_a_name() -> None:
    assert parted("Coast Herald(Qora)") == ("Coast Herald", "Qora")
    assert parted("(Qora)") == ("(Qora)", "")

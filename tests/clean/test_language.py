import pytest

from slantwise.clean.language import found_language, is_plainly_english

TEXTS = {
    "en": "The government said on Thursday that the bridge would stay closed until the spring, "
    "while the opposition called for an inquiry into who had known of the cracks.",
    "de": "Die Regierung hat am Donnerstag mitgeteilt, dass die Brücke bis zum Frühling gesperrt "
    "bleibt, während die Opposition eine Untersuchung der Schäden verlangte.",
    "fr": "Le gouvernement a annoncé jeudi que le pont resterait fermé jusqu’au printemps, tandis "
    "que l’opposition demandait une enquête sur les fissures.",
    "es": "El gobierno anunció el jueves que el puente seguirá cerrado hasta la primavera, "
    "mientras que la oposición pidió una investigación sobre las grietas.",
}


@pytest.mark.parametrize("language", list(TEXTS))
def test_languages_are_told_apart(language: str) -> None:
    assert found_language([TEXTS[language]]) == language


def test_short_texts_are_not_judged() -> None:
    assert found_language([]) == ""
    assert found_language(["Bridge closed", "Town waits"]) == ""
    assert found_language(["1234567890 " * 50]) == ""


def test_only_the_beginning_is_looked_at() -> None:
    assert found_language([TEXTS["en"]] * 8 + [TEXTS["de"]] * 100) == "en"


@pytest.mark.parametrize("language", list(TEXTS))
def test_only_english_is_plainly_english(language: str) -> None:
    assert is_plainly_english(TEXTS[language]) is (language == "en")
    assert not is_plainly_english("")


def test_plain_english_does_not_wake_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("slantwise.clean.language._identifier", lambda: pytest.fail("was asked"))
    assert found_language([TEXTS["en"]]) == "en"

import pytest

from slantwise.ingest.databases.language_names import language_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ENGLISH", "en"), ("Englisch", "en"), ("Anglais", "en"), ("inglés", "en"), ("EN", "en"),
        ("GERMAN; DEUTSCH", "de"), ("Français", "fr"), ("deu", "de"), ("日本語", "ja"),
        ("DUTCH; NEDERLANDS", "nl"), ("Chinese - Traditional; Chinese", "zh"),
        ("Arabic", "ar"), ("Hebrew", "he"),
    ],
)  # fmt: skip
def test_names_in_any_interface(name: str, code: str) -> None:
    assert language_code(name) == code


@pytest.mark.parametrize("name", ["", ";", "Klingon", "13", "(c) 2026 The Example", "x" * 500])
def test_what_is_no_language_has_no_code(name: str) -> None:
    assert language_code(name) == ""

import pytest

from slantwise.clean.mapped import runs
from slantwise.clean.repair import repaired_line
from slantwise.records import Span


def repair(text: str) -> str:
    return repaired_line(text, Span(0, len(text))).text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Plain text, as it is.", "Plain text, as it is."),
        ("The ministerâ€™s â€œplanâ€\u009d", "The minister’s “plan”"),
        ("Fish &amp; chips", "Fish & chips"),
        ("ti\u00adtle", "title"),
        ("ze\u200bro\ufeff wi\u2060dth", "zero width"),
        ("met\u00a0in\u00a0 \u00a0Baku ", "met in Baku"),
        ("tab\tand   blanks", "tab and blanks"),
        ("con\x00trol\x07s", "controls"),
        ("\u202eturned\u202c", "turned"),
        ("o\ufb03ce", "office"),
        ("e\u0301te", "éte"),
        (" \u00a0\u200b ", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_repairs(raw: str, text: str) -> None:
    assert repair(raw) == text


@pytest.mark.parametrize(
    "kept", ['“mixed" marks’', "‘single’", "«ja»", "Türkiye", "👩\u200d🚒", "<b>"]
)
def test_what_is_evidence_or_sound_stays(kept: str) -> None:
    assert repair(kept) == kept


def test_every_character_maps_to_where_it_came_from() -> None:
    raw = "xx cafÃ© a\u00a0\u00a0b"
    done = repaired_line(raw, Span(3, len(raw)))
    assert done.text == "café a b"
    found = {run.text.of(done.text): run.raw.of(raw) for run in runs(done, 0)}
    # The two blanks are one; "caf" and " a" are as they were.
    assert found == {"caf": "caf", "é": "Ã©", " a": " a", " ": "\u00a0\u00a0", "b": "b"}


def test_a_very_long_line_is_repaired_throughout() -> None:
    raw = "donâ€™t " * 40_000
    assert repair(raw) == ("don’t " * 40_000).strip()


def test_one_long_word_is_repaired_too() -> None:
    assert repair("é" * 9000 + "\u00ad") == "é" * 9000

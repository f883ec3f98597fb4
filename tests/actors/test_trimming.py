import pytest

from slantwise.actors.trimming import trim
from slantwise.records import Span


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the Turkish Army’s", "Turkish Army"),
        ("“Hamas,”", "Hamas"),
        ("U.S.", "U.S."),
        ("Apple Inc.", "Apple Inc."),
        ("Army.", "Army"),
        ("Palmyra (Tadmor)", "Palmyra (Tadmor)"),
        ("MEE)", "MEE"),
        ("Pele\u0301", "Pele\u0301"),
        ("((((", ""),
        ("A", "A"),
    ],
)
def test_trim(text, kept):
    assert trim(text, Span(0, len(text))).of(text) == kept

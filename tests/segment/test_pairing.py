import pytest

from slantwise.records import Span
from slantwise.segment.marks import marks_in
from slantwise.segment.pairing import Pairing


def pairs(text):
    pairing = Pairing(text, len(text))
    pairing.read(tuple(marks_in(text, Span(0, len(text)))))
    return sorted(
        text[stretch.opening.end : stretch.closing.start]
        for stretch in pairing.stretches
        if stretch.closing is not None
    )


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("say “a” and “b”", ["a", "b"]),
        ('“unwanted incidents" came', ["unwanted incidents"]),
        ('"unwanted incidents” came', ["unwanted incidents"]),
        ("„ja“ und „no”", ["ja", "no"]),
        ("«oui» et « non »", [" non ", "oui"]),
        ("sagte »ja« laut", ["ja"]),
        ("“a ‘b “c” d’ e”", ["a ‘b “c” d’ e", "b “c” d", "c"]),
        ("the workers’ rights", []),
        ("‘the workers’ rights’ law", ["the workers’ rights"]),
        ("‘deconfliction talks’ were held", ["deconfliction talks"]),
        ("he's at the boys' school", []),
        ("rock 'n' roll", []),
    ],
)
def test_what_stands_between_paired_marks(text, inside):
    assert pairs(text) == inside


def test_closing_mark_without_opener_is_an_orphan():
    text = "its assets there,” and"
    pairing = Pairing(text, len(text))
    pairing.read(tuple(marks_in(text, Span(0, len(text)))))
    assert [mark.start for mark in pairing.orphans] == [17]
    assert pairing.stretches == []


def test_many_nested_marks_pair_in_linear_time():
    assert len(pairs("“" * 10_000 + "x" + "”" * 10_000)) == 10_000

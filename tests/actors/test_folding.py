import pytest

from slantwise.actors.folding import fold, fold_form, fold_word, slug
from slantwise.records import Span


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Türkiye", "Turkiye"),
        ("TÜRKİYE", "TURKIYE"),
        ("Dağlı ve Şahin", "Dagli ve Sahin"),
        ("Al‑Jazeera’s", "Al Jazeera's"),
        ("Ærø and Straße", "Aero and Strasse"),
        ("Times of Israel", "Times of Israel"),
        ("½ … €", "½ … €"),  # symbols are no letters and stay as they are
        ("", ""),
    ],
)
def test_fold_leaves_base_letters(text, folded):
    assert fold(text).text == folded
    assert len(fold(text).lower) == len(folded)


def test_span_leads_back_over_zero_width_and_bidi_marks():
    text = "In Is\u202era\u200bel’s view"
    folded = fold(text)
    start = folded.text.index("Israel")
    assert folded.span(start, start + 6).of(text) == "Is\u202era\u200bel"


def test_span_takes_in_the_combining_mark_of_its_last_letter():
    text = "Pele\u0301 played"  # four letters, the last with an accent of its own: five characters
    assert fold(text).span(0, 4) == Span(0, 5)


def test_span_of_a_plain_text_is_the_same_span():
    assert fold("plain").starts is None
    assert fold("plain").span(1, 3) == Span(1, 3)


def test_fold_form_and_word():
    assert fold_form("  New   York ") == "New York"
    assert fold_word("Élysée-Palast") == "elysee-palast"


def test_slug_of_nothing_but_marks():
    assert slug("—") == "x"
    assert slug("Terry O'Neill") == "terry-oneill"

import pytest

from slantwise.ingest.databases.nexis_labels import read_label


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("LENGTH: 355 words", "n_words", "355 words"),
        ("LÄNGE: 355 Wörter", "n_words", "355 Wörter"),
        ("LONGUEUR: 355 mots", "n_words", "355 mots"),
        ("BYLINE: Ann Lee", "byline", "Ann Lee"),
        ("AUTEUR: Luc Martin", "byline", "Luc Martin"),
        ("RUBRIK: LOKALES", "section", "LOKALES"),
        ("SPRACHE: GERMAN; DEUTSCH", "language", "GERMAN; DEUTSCH"),
        ("LOAD-DATE: March 2, 2026", "loaded", "March 2, 2026"),
        ("BODY:", "text", ""),
    ],
)
def test_labels_in_three_languages(text: str, field: str, value: str) -> None:
    label = read_label(text)
    assert label is not None
    assert (label.field, text[label.start :]) == (field, value)


@pytest.mark.parametrize(
    "text", ["PARIS: boats", "BERLIN: Boote", "NOTE: x", "Length: of it", ":", ""]
)
def test_text_in_the_same_form_is_no_label(text: str) -> None:
    assert read_label(text) is None


def test_small_letters_only_where_the_layout_has_them() -> None:
    label = read_label("Publication-Type: Newspaper", capitals=False)
    assert label is not None
    assert label.in_tail
    assert not label.in_head

import pytest

from slantwise.encode import Lemmatizer


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("Waged", "VBD", "wage"),
        ("planning", "VBG", "plan"),
        ("killed", "VBN", "kill"),
        ("progress", "NN", "progress"),
        ("villages", "NNS", "village"),
        ("lay", "VBD", "lie"),
        ("Velmish", "NNP", "velmish"),
    ],
)
def test_lemmas_by_tag(word, tag, lemma):
    assert Lemmatizer()(word, tag) == lemma

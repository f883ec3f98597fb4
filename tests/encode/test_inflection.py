import pytest

from slantwise.encode.inflection import stems, uninflected


@pytest.mark.parametrize(
    ("word", "tag", "lemma"),
    [
        ("jihadis", "NNS", "jihadi"),
        ("cryptocurrencies", "NNS", "cryptocurrency"),
        ("smartwatches", "NNS", "smartwatch"),
        ("railwaymen", "NNS", "railwayman"),
        ("Houthis".lower(), "NNPS", "houthi"),
        ("1990s", "NNS", "1990s"),
        ("virus", "NNS", "virus"),
        ("vapes", "VBZ", "vape"),
        ("doxxed", "VBD", "dox"),
        ("demonized", "VBN", "demonize"),
        ("gatecrashing", "VBG", "gatecrash"),
        ("themed", "VBN", "theme"),
        ("pilloried", "VBD", "pillory"),
        ("nuttier", "JJR", "nutty"),
        ("glummest", "JJS", "glum"),
    ],
)
def test_spelling_alone(word, tag, lemma):
    assert uninflected(word, tag, {}, frozenset()) == lemma


def test_a_stem_that_is_listed_goes_before_the_likelier_one():
    assert uninflected("homered", "VBD", {}, {"homer"}) == "homer"
    assert uninflected("acquitted", "VBD", {}, frozenset()) == "acquit"
    assert uninflected("reposting", "VBG", {}, {"reposte"}) == "reposte"


def test_a_listed_form_of_five_letters_at_the_end_is_followed():
    forms = {"strung": "string", "held": "hold", "sting": "sting"}
    assert uninflected("hamstrung", "VBN", forms, frozenset()) == "hamstring"
    assert uninflected("upheld", "VBN", forms, frozenset()) == "upheld"  # "held" has four
    assert uninflected("trysting", "VBG", forms, frozenset()) == "tryst"  # "sting" is no form


@pytest.mark.parametrize("word", ["", "s", "ed", "ing", "'s", "—"])
@pytest.mark.parametrize("tag", ["NNS", "VBD", "VBG", "JJR", "RBS", "NN", "XX"])
def test_no_stem_is_made_of_nothing(word, tag):
    assert uninflected(word, tag, {}, frozenset()) == word


def test_stems_in_order():
    assert stems("blogg") == ("blog",)
    assert stems("troll") == ("troll", "trol")
    assert stems("walk") == ("walk", "walke")

import pytest

from slantwise.errors import SettingsError
from slantwise.framing import read_lexicon
from slantwise.framing.lexicon import expand
from slantwise.records import Kind, Stance
from slantwise.resources import shipped

LISTS = """
version: 1
groups:
  - kind: contested-status
    direction: against
    weight: 0.9
    terms: ["{illegally,unlawfully} occupied"]
  - kind: label
    direction: against
    weight: 0.7
    terms:
      - term: "regime"
        unless_previous: [tax]
      - "*-dominated"
  - kind: evaluative
    direction: against
    weight: 0.6
    terms: ["occupied"]
"""


@pytest.fixture
def lexicon(tmp_path):
    path = tmp_path / "lists.yaml"
    path.write_text(LISTS, encoding="utf-8")
    return read_lexicon(path)


def found(lexicon, text):
    return [(hit.span.of(text), hit.term.kind) for hit in lexicon.hits(text)]


def test_the_longest_phrase_wins(lexicon):
    text = "It was illegally occupied, then occupied again."
    assert found(lexicon, text) == [
        ("illegally occupied", Kind.CONTESTED_STATUS),
        ("occupied", Kind.EVALUATIVE),
    ]


def test_only_whole_words_count(lexicon):
    assert found(lexicon, "The regimen and the preoccupied clerk, un-occupied.") == []


def test_a_plain_sense_beside_the_word_is_no_hit(lexicon):
    assert found(lexicon, "The tax regime changed.") == []
    assert found(lexicon, "The Regime fell.") == [("Regime", Kind.LABEL)]


def test_an_ending_takes_the_whole_hyphenated_word(lexicon):
    assert found(lexicon, "an extremist-dominated army") == [("extremist-dominated", Kind.LABEL)]
    assert found(lexicon, "a -dominated army") == []


def test_letters_that_grow_in_lower_case_keep_offsets(lexicon):
    text = "İİ The regime fell"
    assert found(lexicon, text) == [("regime", Kind.LABEL)]


def test_choices_multiply():
    assert expand("{a,b} {c,d}") == ["a c", "a d", "b c", "b d"]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("version: 1", "'groups'"),
        ("version: 1\ngroups: [{kind: nonsense, direction: against, weight: 0.5}]", "nonsense"),
        ("version: 1\ngroups: [{kind: label, direction: against, weight: 2}]", "between 0 and 1"),
        ("version: 1\ngroups: [{kind: label, colour: red}]", "colour"),
        (
            "version: 1\ngroups: [{kind: label, direction: against, weight: 0.5, terms: [x]}]",
            "too short",
        ),
    ],
)
def test_a_broken_list_is_refused_with_its_place(tmp_path, broken, says):
    path = tmp_path / "lists.yaml"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(SettingsError, match=says):
        read_lexicon(path)


def test_the_shipped_lists_cover_every_kind_of_wording():
    lexicon = read_lexicon(shipped("corpora/terms/framing.yaml"))
    by_form = {Kind.SCARE_QUOTES, Kind.AGENCY}
    assert {term.kind for term in lexicon.terms} == set(Kind) - by_form
    assert {term.direction for term in lexicon.terms} == {Stance.AGAINST, Stance.FAVOUR}

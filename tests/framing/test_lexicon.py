from collections import Counter

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


def test_choices_may_hold_choices():
    assert expand("{thug{,s},mob} rule") == ["thug rule", "thugs rule", "mob rule"]


def test_a_beginning_takes_the_whole_word(tmp_path):
    lexicon = one_term(tmp_path, '{term: "pseudo-*", unless_word: [pseudo-code]}')
    assert found(lexicon, "a pseudo-expert's view") == [("pseudo-expert", Kind.LABEL)]
    assert found(lexicon, "some pseudo-code, unpseudo-expert, pseudo- and so on") == []


def test_a_word_excepted_from_an_ending_is_no_hit(tmp_path):
    lexicon = one_term(tmp_path, '{term: "*-run", unless_word: [family-run]}')
    text = "A family-run shop and a junta-run court"
    assert found(lexicon, text) == [("junta-run", Kind.LABEL)]


def test_a_plain_sense_may_be_three_words_long(tmp_path):
    lexicon = one_term(tmp_path, '{term: "swarm", unless_next: [of bees], unless_previous: [in a]}')
    assert found(lexicon, "A swarm of bees. They fly in a swarm.") == []
    assert found(lexicon, "A swarm of clerks.") == [("swarm", Kind.LABEL)]


def one_term(tmp_path, entry):
    path = tmp_path / "one.yaml"
    group = f"{{kind: label, direction: against, weight: 0.5, terms: [{entry}]}}"
    path.write_text(f"version: 1\ngroups: [{group}]", encoding="utf-8")
    return read_lexicon(path)


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (
            "version: 1\ngroups: [{kind: label, direction: against, weight: 0.5, "
            'terms: ["thug{,s"]}]',
            "not closed",
        ),
        (
            "version: 1\ngroups: [{kind: label, direction: against, weight: 0.5, "
            'terms: ["thug,s}"]}]',
            "not opened",
        ),
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


@pytest.fixture(scope="module")
def shipped_lists():
    return read_lexicon(shipped("corpora/terms/framing.yaml"))


def test_the_shipped_lists_cover_every_kind_of_wording(shipped_lists):
    by_form = {Kind.SCARE_QUOTES, Kind.AGENCY}
    assert {term.kind for term in shipped_lists.terms} == set(Kind) - by_form
    assert {term.direction for term in shipped_lists.terms} == {Stance.AGAINST, Stance.FAVOUR}


def test_a_phrase_stands_once_a_kind(shipped_lists):
    counted = Counter((term.text, term.kind) for term in shipped_lists.terms)
    assert [key for key, n in counted.items() if n > 1] == []


def test_no_weight_is_too_low_to_say_anything(shipped_lists):
    assert min(term.weight for term in shipped_lists.terms) >= 0.08


@pytest.mark.parametrize(
    ("sides", "kind"),
    [
        (("far-left", "far-right"), Kind.LABEL),
        (("hard-left", "hard-right"), Kind.LABEL),
        (("woke mob", "anti-woke mob"), Kind.LABEL),
        (("left-wing extremist", "right-wing extremist"), Kind.LABEL),
        (
            ("islamic extremist", "christian extremist", "jewish extremist", "hindu extremist"),
            Kind.LABEL,
        ),
        (("russian occupier", "arab occupier", "zionist occupier"), Kind.CONTESTED_STATUS),
        (("russian invader", "ukrainian invader", "turkish invader"), Kind.CONTESTED_STATUS),
        (("palestinian terrorists", "israeli terrorists"), Kind.CONTESTED_STATUS),
        (("kremlin-funded", "cia-funded", "beijing-funded", "soros-funded"), Kind.DISCREDITING),
        (("putin's puppet", "america's puppet"), Kind.ASSOCIATION),
        (("islamo-fascist", "crypto-communist", "eco-fascist"), Kind.ASSOCIATION),
    ],
)
def test_counterparts_weigh_the_same(shipped_lists, sides, kind):
    weights = {t.text: t.weight for t in shipped_lists.terms if t.kind is kind}
    assert len({weights[side] for side in sides}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("piranhas round the mill", {("piranhas", Kind.THREAT_METAPHOR)}),
        ("its tentacles reach the port", {("its tentacles", Kind.THREAT_METAPHOR)}),
        ("a lapdog of a paper", {("lapdog", Kind.LABEL), ("lapdog", Kind.DISCREDITING)}),
        ("Castro-style unions", {("Castro-style", Kind.ASSOCIATION)}),
        ("a shameful vote", {("shameful", Kind.EVALUATIVE)}),
        ("radical surgery", set()),
        ("a Georgian-style house", set()),
        ("a family-run bakery", set()),
        ("toxic waste", set()),
        ("pupils were admitted", set()),
        ("the visitors conceded a goal", set()),
        ("a mob boss", set()),
    ],
)
def test_the_shipped_lists_know_vivid_words_and_plain_senses(shipped_lists, text, expected):
    assert set(found(shipped_lists, text)) == expected

"""Which predicates word one act."""

import json
import math

import numpy as np
import pytest

from slantwise.wording.act_pairs import FEATURES, act_table
from slantwise.wording.acts import Act, stems
from slantwise.wording.alignment import AlignmentSettings, Links, aligned, linked, mutual
from slantwise.wording.clusters import GROUPS_OF


def act(article, lemma, agent, patient, sentence, position=0.1):
    stemmed = frozenset(stems(sentence))
    return Act(
        article=article,
        outlet=article[0],
        lemma=lemma,
        agent=agent,
        patient=patient,
        words=frozenset(stems(f"{agent} {patient}")),
        near=stemmed,
        sentence=stemmed,
        numbers=frozenset(s for s in stemmed if s[0].isdigit()),
        position=position,
    )


ARREST = act("A1", "arrest", "police", "people", "Police 41 people protest")
SLING = act("B1", "sling", "", "people", "forty people 41 cells police", 0.3)
VOTE = act("B1", "expect", "", "vote", "vote 22 January", 0.9)


def test_features_by_hand():
    ((first, second, values),) = act_table([ARREST, SLING, VOTE]).blocks()
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == [(0, 1)]
    found = dict(zip(FEATURES, values[0].tolist(), strict=True))
    assert found["constant"] == 1 and found["same lemma"] == 0
    assert found["one group"] == 1  # arrest and sling stand in one group
    assert found["same agent"] == 0 and found["other agent"] == 0  # no doer named: unknown
    assert found["same patient"] == 1 and found["other patient"] == 0
    assert found["crossed arguments"] == 0
    assert found["shared numbers"] == 1
    assert found["distance"] == pytest.approx(0.2)


def test_overlap_by_hand():
    # Three sentences. Of the stems of ARREST (polic, 41, peopl, protest) and SLING (forty, peopl,
    # 41, cell, polic), three stand in two sentences, the others in one: they weigh
    # ln(4 / 2.5)² = 0.2209 and ln(4 / 1.5)² = 0.9620.
    ((_, _, values),) = act_table([ARREST, SLING, VOTE]).blocks()
    often, once = math.log(4 / 2.5) ** 2, math.log(4 / 1.5) ** 2
    expected = 3 * often / math.sqrt((3 * often + once) * (3 * often + 2 * once))
    assert values[0, FEATURES.index("sentence words")] == pytest.approx(expected)


def test_rarity_makes_what_all_sentences_hold_count_least():
    same = "forty people and cells"
    acts = [act(f"{outlet}1", "arrest", "", "people", same) for outlet in "AB"]
    # Each stem stands in both sentences: ln(3 / 2.5)² each, and the cosine of equal sets is 1.
    assert act_table(acts).rarity == pytest.approx(math.log(3 / 2.5) ** 2)
    ((_, _, values),) = act_table(acts).blocks()
    assert values[0, FEATURES.index("sentence words")] == pytest.approx(1)


def test_a_crossed_argument_counts():
    acts = [act("A1", "attack", "army", "rebels", "x"), act("B1", "raid", "rebels", "army", "y")]
    ((_, _, values),) = act_table(acts).blocks()
    assert values[0, FEATURES.index("crossed arguments")] == 1
    assert values[0, FEATURES.index("other agent")] == 1


def test_blocks_change_nothing(monkeypatch):
    acts = [
        act(f"{outlet}{n}", verb, "police", "people", f"{verb} people {n} police", n / 10)
        for outlet in "ABC"
        for n, verb in enumerate(["arrest", "sling", "expect", "vote"])
    ]
    whole = linked(act_table(acts), AlignmentSettings())
    monkeypatch.setattr("slantwise.wording.act_pairs._CELLS", 24)  # two acts at a time
    parts = linked(act_table(acts), AlignmentSettings())
    assert parts.keys.tolist() == whole.keys.tolist()
    assert parts.chances == pytest.approx(whole.chances)


def test_the_same_act_is_aligned_and_another_is_not():
    groups = aligned([ARREST, SLING, VOTE], AlignmentSettings())
    assert [group for group, _ in groups] == [[0, 1]]
    assert aligned([], AlignmentSettings()) == []


def test_acts_of_one_outlet_are_never_paired():
    assert list(act_table([SLING, VOTE]).blocks()) == []


def test_only_mutual_best_links_stay():
    # Acts 1 and 2 stand in one article: act 0 is linked with the better of them alone.
    links = Links(3, np.array([1, 2]), np.array([0.9, 0.8]))
    assert mutual(links, np.array([0, 1, 1]), 0.5).keys.tolist() == [1]
    assert mutual(links, np.array([0, 1, 1]), 0.95).keys.tolist() == []
    assert mutual(links, np.array([0, 1, 2]), 0.5).keys.tolist() == [1, 2]


def test_of_two_links_as_good_the_first_act_stays():
    links = Links(3, np.array([1, 2]), np.array([0.9, 0.9]))
    assert mutual(links, np.array([0, 1, 1]), 0.5).keys.tolist() == [1]


def test_chances_are_found_in_either_order():
    links = Links(3, np.array([1, 5]), np.array([0.9, 0.8]))
    assert links.between([(1, 0), (2, 1), (0, 2)]) == [0.9, 0.8, None]
    assert Links(0, np.empty(0, np.int64), np.empty(0)).between([(0, 1)]) == [None]


def test_order_of_acts_changes_nothing():
    there = aligned([ARREST, SLING, VOTE], AlignmentSettings())
    back = aligned([VOTE, SLING, ARREST], AlignmentSettings())
    assert [p for _, p in there] == pytest.approx([p for _, p in back])
    assert [sorted(2 - i for i in group) for group, _ in back] == [g for g, _ in there]


def test_groups_of_verbs():
    assert GROUPS_OF["clear"] & GROUPS_OF["storm"]
    assert not GROUPS_OF["clear"] & GROUPS_OF["vote"]


def test_labelled_predicates_lie_where_they_say(corpora):
    rows = [
        json.loads(line)
        for line in (corpora / "wording/predicates.jsonl").read_text("utf-8").splitlines()
    ]
    assert len({row["id"] for row in rows}) == len(rows) >= 700
    for row in rows:
        lines = (corpora / "demo/articles" / f"{row['article']}.txt").read_text("utf-8")
        text = lines.partition("\n\n")[2].rstrip("\n")
        assert text[row["start"] : row["end"]] == row["words"], row["id"]
        assert all(label.startswith(row["article"].partition("/")[2]) for label in row["acts"])

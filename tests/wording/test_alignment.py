"""Which predicates word one act."""

import json

import pytest

from slantwise.wording.acts import Act, stems
from slantwise.wording.alignment import (
    FEATURES,
    AlignmentSettings,
    aligned,
    candidate_pairs,
    features,
    mutual,
    rarity,
)
from slantwise.wording.clusters import related


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
    found = dict(zip(FEATURES, features(ARREST, SLING, rarity([ARREST, SLING, VOTE])), strict=True))
    assert found["constant"] == 1 and found["same lemma"] == 0
    assert found["one group"] == 1  # arrest and sling stand in one group
    assert found["same agent"] == 0 and found["other agent"] == 0  # no doer named: unknown
    assert found["same patient"] == 1 and found["other patient"] == 0
    assert found["shared numbers"] == 1
    assert found["distance"] == pytest.approx(0.2)


def test_rarity_makes_what_all_sentences_hold_count_least():
    weights = rarity([ARREST, SLING, VOTE]).weights
    assert weights["peopl"] < weights["january"]
    assert rarity([]).overlap(frozenset({"a"}), frozenset({"a"})) == 0


def test_the_same_act_is_aligned_and_another_is_not():
    groups = aligned([ARREST, SLING, VOTE], AlignmentSettings())
    assert [group for group, _ in groups] == [[0, 1]]
    assert aligned([], AlignmentSettings()) == []


def test_acts_of_one_outlet_are_never_paired():
    assert candidate_pairs([SLING, VOTE]) == []


def test_only_mutual_best_links_stay():
    links = {(0, 1): 0.9, (0, 2): 0.8}
    acts = [ARREST, SLING, VOTE]
    assert mutual(acts, links, 0.5) == {(0, 1): 0.9}
    assert mutual(acts, links, 0.95) == {}


def test_order_of_acts_changes_nothing():
    there = aligned([ARREST, SLING, VOTE], AlignmentSettings())
    back = aligned([VOTE, SLING, ARREST], AlignmentSettings())
    assert [p for _, p in there] == pytest.approx([p for _, p in back])
    assert [sorted(2 - i for i in group) for group, _ in back] == [g for g, _ in there]


def test_groups_of_verbs():
    assert related("clear", "storm") and not related("clear", "vote")
    assert not related("no-such-verb", "no-such-verb")


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

"""What the corpora promise in their READMEs."""

import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from slantwise.actors import IdentityTable, read_tables
from slantwise.actors.reading import read_source
from slantwise.records import Kind, Stance, Voice

SPLITS = ("train", "dev", "test")
SPAN_KEYS = {"start", "end", "kinds", "voice", "speaker", "actors", "direction"}


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def framing(corpora) -> dict[str, list[dict]]:
    return {split: lines(corpora / "framing" / f"{split}.jsonl") for split in SPLITS}


def shingles(text: str, size: int = 5) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}


def test_framing_labels_are_of_the_label_set(framing):
    kinds, voices = {k.value for k in Kind}, {v.value for v in Voice}
    for item in (item for split in SPLITS for item in framing[split]):
        for span in item["spans"]:
            assert set(span) == SPAN_KEYS, item["id"]
            assert span["kinds"] and set(span["kinds"]) <= kinds, item["id"]
            assert span["voice"] in voices, item["id"]
            assert span["direction"] in {s.value for s in Stance}, item["id"]
            assert (span["voice"] == "scare") == ("scare-quotes" in span["kinds"]), item["id"]
            if not span["actors"]:
                assert span["direction"] == "neutral", item["id"]


def test_framing_spans_are_words_of_the_text_and_do_not_overlap(framing):
    for item in (item for split in SPLITS for item in framing[split]):
        for span in item["spans"]:
            words = item["text"][span["start"] : span["end"]]
            assert words and words == words.strip(), item["id"]
            for actor in span["actors"]:
                assert actor in item["text"], (item["id"], actor)
        for left, right in pairwise(sorted(item["spans"], key=lambda s: s["start"])):
            assert left["end"] <= right["start"], item["id"]


def test_framing_holds_ninety_spans_of_every_kind(framing):
    items = [item for split in SPLITS for item in framing[split]]
    spans = Counter(kind for item in items for span in item["spans"] for kind in set(span["kinds"]))
    assert {kind: spans[kind.value] for kind in Kind if spans[kind.value] < 90} == {}


def test_the_guide_quotes_items_of_train_alone(corpora, framing):
    guide = (corpora / "framing" / "GUIDE.md").read_text(encoding="utf-8")
    quoted = set(re.findall(r"\b[a-e]\d{3}\b", guide))
    assert quoted and quoted <= {item["id"] for item in framing["train"]}


def test_framing_splits_share_no_topic_and_no_id(framing):
    topics = [{item["topic"] for item in framing[split]} for split in SPLITS]
    assert not (topics[0] & topics[1] or topics[0] & topics[2] or topics[1] & topics[2])
    ids = Counter(item["id"] for split in SPLITS for item in framing[split])
    assert max(ids.values()) == 1


def test_framing_holds_no_near_duplicates(framing):
    seen: dict[tuple[str, ...], str] = {}
    shared: Counter[tuple[str, str]] = Counter()
    sizes = {}
    for item in (item for split in SPLITS for item in framing[split]):
        found = shingles(item["text"])
        sizes[item["id"]] = len(found)
        for shingle in found:
            if shingle in seen:
                shared[seen[shingle], item["id"]] += 1
            seen.setdefault(shingle, item["id"])
    near = [pair for pair, n in shared.items() if n > 0.3 * min(sizes[pair[0]], sizes[pair[1]])]
    assert near == []


def test_about_four_in_ten_framing_items_hold_no_finding(framing):
    items = [item for split in SPLITS for item in framing[split]]
    without = sum(not item["spans"] for item in items)
    assert 0.38 <= without / len(items) <= 0.46


def demo_text(path: Path) -> str:
    """Title, blank line, body of a demonstration article."""
    _, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    return rest.strip()


def test_demo_labels_slice_back_to_their_words(corpora):
    demo = corpora / "demo"
    items = lines(demo / "labels.jsonl")
    assert len({item["event"] for item in items}) >= 4
    assert len({item["outlet"] for item in items}) >= 4
    for item in items:
        text = demo_text(demo / "articles" / f"{item['id']}.txt")
        for span in item["spans"]:
            assert text[span["start"] : span["end"]] == span["text"], item["id"]


LEFT_OUT = {
    ("asterby-custody-inquest", "The Bastion Courier"),
    ("scheldekerke-tenants-fund", "The Commons Lantern"),
}
"""The two gaps in coverage that the demo's README names."""


def test_every_event_of_the_demo_is_told_by_every_outlet_but_for_two_gaps(corpora):
    pairs = Counter(
        (item["event"], item["outlet"]) for item in lines(corpora / "demo" / "labels.jsonl")
    )
    events, outlets = {event for event, _ in pairs}, {outlet for _, outlet in pairs}
    assert set(pairs) == {(event, outlet) for event in events for outlet in outlets} - LEFT_OUT
    assert set(pairs.values()) == {1}


def test_demo_spans_do_not_overlap_and_follow_the_label_set(corpora):
    kinds, voices = {k.value for k in Kind}, {v.value for v in Voice}
    for item in lines(corpora / "demo" / "labels.jsonl"):
        spans = sorted(item["spans"], key=lambda s: s["start"])
        assert all(left["end"] <= right["start"] for left, right in pairwise(spans)), item["id"]
        for span in spans:
            where = (item["id"], span["text"])
            assert span["kinds"] and set(span["kinds"]) <= kinds, where
            assert span["voice"] in voices, where
            assert (span["voice"] == "scare") == ("scare-quotes" in span["kinds"]), where
            assert (span["speaker"] is None) == (span["voice"] in ("outlet", "scare")), where
            assert span["actors"] or span["direction"] == "neutral", where


IN_OFFICE, OUTSIDE = "those-in-office", "those-outside-office"
SLANTS = {"The Bastion Courier": (IN_OFFICE, OUTSIDE), "The Commons Lantern": (OUTSIDE, IN_OFFICE)}
"""The side that an outlet of the demo favours and the one that it is against."""


@pytest.fixture(scope="module")
def demo_actors(corpora) -> IdentityTable:
    return read_tables([corpora / "actors", corpora / "demo" / "actors.yaml"])


def test_the_demos_actors_stand_on_the_sides_its_readme_counts(corpora, demo_actors):
    own = {entry.id for entry in read_source(corpora / "demo" / "actors.yaml").identities}
    sides = {side: set(demo_actors.members(side)) for side in (IN_OFFICE, OUTSIDE)}
    assert [len(members) for members in sides.values()] == [78, 66]
    # 161 actors without the two sides themselves: 161 - 78 - 66 = 17 on neither, and of the
    # shipped table none at all, for real states stay out.
    assert len(own - {IN_OFFICE, OUTSIDE}) == 161
    assert set().union(*sides.values()) < own


def test_no_slant_planted_in_the_demo_runs_against_its_sides(corpora, demo_actors):
    for item in lines(corpora / "demo" / "labels.jsonl"):
        favoured, opposed = SLANTS.get(item["outlet"], ("", ""))
        for one in item["stances"]:
            assert not (
                (one["stance"] == "favour" and one["actor"] in demo_actors.members(opposed))
                or (one["stance"] == "against" and one["actor"] in demo_actors.members(favoured))
            ), (item["id"], one["actor"])


def test_demo_findings_in_quotations_lie_within_an_attribution(corpora):
    for item in lines(corpora / "demo" / "labels.jsonl"):
        contents = [(a["voice"], *part) for a in item["attributions"] for part in a["content"]]
        for span in item["spans"]:
            within = [v for v, s, e in contents if s < span["end"] and span["start"] < e]
            expected = span["voice"] if span["voice"] != "outlet" else None
            assert expected is None or expected in within, (item["id"], span["text"])


@pytest.mark.parametrize("name", ["second_coding.jsonl", "rereading.jsonl"])
def test_what_is_coded_twice_in_the_demo_slices_back_and_is_whole_events(corpora, name):
    demo = corpora / "demo"
    first = {item["id"]: item for item in lines(demo / "labels.jsonl")}
    second = lines(demo / name)
    twice = Counter(first[item["id"]]["event"] for item in second)
    assert set(twice.values()) == {4}
    for item in second:
        text = demo_text(demo / "articles" / f"{item['id']}.txt")
        for span in item["spans"]:
            assert text[span["start"] : span["end"]] == span["text"], item["id"]
            assert span["kind"] in {kind.value for kind in Kind}, item["id"]

"""The swap sentences that ship: form, balance, and grammar of both versions."""

import re
from collections import Counter
from pathlib import Path

import pytest

from slantwise.evaluation.audit.pairs import SwapSentence, versions
from slantwise.evaluation.audit.reading import read_pairs

WRONG_ARTICLE = re.compile(r"\b[Aa] [aeioAEIO]|\b[Aa]n [b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z]")
SILENT_H = re.compile(r"\b[Aa]n h(?:our|onest|onour|eir)")


@pytest.fixture(scope="module")
def sentences(corpora: Path) -> list[SwapSentence]:
    return list(read_pairs(corpora / "audit" / "sentences.jsonl"))


def test_there_are_enough_and_none_twice(sentences: list[SwapSentence]) -> None:
    texts = [version.text for sentence in sentences for version in versions(sentence)]
    assert len(sentences) >= 420
    assert sum(len(sentence.swaps) for sentence in sentences) >= 600
    assert len(texts) == len(set(texts))


def test_no_two_sentences_share_a_frame(sentences: list[SwapSentence]) -> None:
    # A template would give the same words around the actor.
    frames = Counter()
    for sentence in sentences:
        edits = sorted({edit.span for swap in sentence.swaps for edit in swap.edits}, reverse=True)
        frame = sentence.text
        for span in edits:
            frame = frame[: span.start] + "_" + frame[span.end :]
        frames[frame.lower()] += 1
    assert frames.most_common(1)[0][1] == 1


def test_portrayals_roles_and_words_are_all_there(sentences: list[SwapSentence]) -> None:
    n = len(sentences)
    portrayals = Counter(sentence.portrayal for sentence in sentences)
    assert len(portrayals) == 3 and min(portrayals.values()) >= 0.3 * n
    roles = Counter(sentence.role for sentence in sentences)
    assert set(roles) == {"subject", "object", "possessor", "quotation"}
    assert min(roles.values()) >= 0.1 * n
    loaded = Counter(sentence.loaded for sentence in sentences)
    assert 0.4 * n <= loaded[True] <= 0.6 * n
    plain = Counter(s.portrayal for s in sentences if s.loaded is False)
    assert min(plain.values()) >= 30


def test_every_category_has_every_portrayal_in_both_halves(sentences: list[SwapSentence]) -> None:
    cells = Counter((s.category, s.portrayal, s.split) for s in sentences)
    categories = {s.category for s in sentences}
    assert len(categories) == 7
    assert len(cells) == 7 * 3 * 2 and min(cells.values()) >= 4
    halves = Counter(s.split for s in sentences)
    assert abs(halves["dev"] - halves["test"]) <= 0.05 * len(sentences)


def test_regions_and_sides_are_balanced(sentences: list[SwapSentence]) -> None:
    groups = Counter(
        (s.category, version.group) for s in sentences for version in versions(s) if version.group
    )
    regions = {group: n for (category, group), n in groups.items() if category == "country"}
    assert len(regions) == 9 and min(regions.values()) >= 8
    # No region has more than a quarter of all mentions of countries.
    assert max(regions.values()) <= 0.25 * sum(regions.values())
    left, right = groups["party", "left party"], groups["party", "right party"]
    assert 0.75 <= left / right <= 1.33


def test_both_sorts_of_counterparts_are_there(sentences: list[SwapSentence]) -> None:
    alike = Counter(swap.alike for sentence in sentences for swap in sentence.swaps)
    assert alike[None] == 0
    assert alike[False] >= 60 and alike[True] >= 400


def test_articles_and_names_fit_in_every_version(sentences: list[SwapSentence]) -> None:
    for sentence in sentences:
        for version in versions(sentence):
            text = version.text
            assert not WRONG_ARTICLE.search(SILENT_H.sub("", text)), text
            assert not re.search(r"\bthe the\b|\s\s", text, re.IGNORECASE), version.text
            assert text.lstrip('"')[0].isupper(), version.text
            name = version.mention.of(version.text)
            assert name == name.strip() and not name.lower().startswith("the "), version.text


def test_counts_of_the_readme_are_the_files(sentences: list[SwapSentence], corpora: Path) -> None:
    page = (corpora / "audit" / "README.md").read_text("utf-8")
    for category in {s.category for s in sentences}:
        part = [s for s in sentences if s.category == category]
        pairs = sum(len(s.swaps) for s in part)
        assert f"| {category} | {len(part)} | {pairs} |" in page

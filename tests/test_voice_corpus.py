"""What corpora/voice/README.md promises, and how well the shipped model reads its dev part."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import slantwise
from slantwise.evaluation import evaluate
from slantwise.evaluation.gold import read_gold
from slantwise.evaluation.items import GoldVoices
from slantwise.evaluation.metrics import Bootstrap
from slantwise.records import Voice

SPLITS = ("dev", "test")

# What the dev part reaches, less what two to five of its 146 texts weigh. Raise a floor when a
# change earns it; lower one only with the reason in the commit.
FLOORS = {
    "direct_f1": 0.985,
    "speaker_accuracy": 0.97,
    "scare_f1": 0.87,
    "content_f1": 0.97,
    "source_overlap": 0.95,
    "chain_accuracy": 0.75,
}


@pytest.fixture(scope="module")
def folder(corpora: Path) -> Path:
    return corpora / "voice"


@pytest.fixture(scope="module")
def items(folder: Path) -> dict[str, list[GoldVoices]]:
    return {split: list(read_gold("voice", folder / f"{split}.jsonl")) for split in SPLITS}


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    scripts = str(Path(__file__).resolve().parents[1] / "scripts")
    monkeypatch.setattr(sys, "path", [scripts, *sys.path])
    from build_voice_corpus import built as function

    yield function
    sys.modules.pop("build_voice_corpus", None)


@pytest.mark.parametrize("split", SPLITS)
def test_gold_is_built_from_the_marked_text(folder, built, split):
    lines = text_of(folder, split).splitlines()
    marked = (folder / f"{split}.txt").read_text(encoding="utf-8")
    assert [json.loads(line) for line in lines] == built(marked)


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("## a | war | Europe | x\n{d1 “We go.”", "a: a brace is not closed"),
        ("## a | war | Europe | x\nWe go.}", "a: a closing brace at 6"),
        ("## a | war | Europe | x\n{s1 Lund} left.", "a: attribution 1 has no content"),
    ],
)
def test_a_slip_of_the_coder_is_named(built, marked, message):
    with pytest.raises(ValueError, match=message):
        built(marked)


def test_a_third_is_kept_as_test_by_topic(folder):
    lines = {
        split: [json.loads(line) for line in text_of(folder, split).splitlines()]
        for split in SPLITS
    }
    topics = [{line["topic"] for line in lines[split]} for split in SPLITS]
    assert not topics[0] & topics[1]
    n_dev, n_test = len(lines["dev"]), len(lines["test"])
    assert n_dev + n_test >= 130
    assert n_test >= (n_dev + n_test) / 3
    ids = Counter(line["id"] for split in SPLITS for line in lines[split])
    assert max(ids.values()) == 1
    regions = Counter(line["region"] for split in SPLITS for line in lines[split])
    assert len(regions) == 9
    assert max(regions.values()) <= 3 * min(regions.values())


@pytest.mark.parametrize("split", SPLITS)
def test_both_parts_hold_all_hard_cases(items, split):
    found = Counter(case for item in items[split] for case in cases(item))
    wanted = {"straight", "curly", "single", "guillemet", "nested", "chain", "headline", "scare"}
    wanted |= {"several parts", "partial", "plain", "multi-paragraph", "unknown marks"}
    assert wanted <= set(found)


def text_of(folder: Path, split: str) -> str:
    return (folder / f"{split}.jsonl").read_text(encoding="utf-8")


def cases(item: GoldVoices) -> Iterator[str]:
    names = {'"': "straight", "“": "curly", "‘": "single", "«": "guillemet", "»": "guillemet"}
    yield from {names[character] for character in item.text if character in names}
    spans = {
        voice: [span for one in item.attributions if one.voice is voice for span in one.content]
        for voice in (Voice.DIRECT, Voice.REPORTED)
    }
    direct = spans[Voice.DIRECT]
    if any(outer != span and outer.contains(span) for outer in direct for span in direct):
        yield "nested"
    if any(outer.contains(span) for outer in spans[Voice.REPORTED] for span in direct):
        yield "partial"
    if any(one.cited_by is not None for one in item.attributions):
        yield "chain"
    if item.headline is not None:
        yield "headline"
    if any(one.voice is Voice.SCARE for one in item.attributions):
        yield "scare"
    if any(len(one.content) > 1 for one in item.attributions):
        yield "several parts"
    for span in direct:
        if item.text[span.end : span.end + 3] == "\n\n“":
            yield "multi-paragraph"
        if item.text[max(0, span.start - 1)] == " " or item.text[span.end : span.end + 1] == " ":
            yield "unknown marks"
    if not item.attributions:
        yield "plain"


def test_floors_on_the_dev_part(folder):
    analyser = slantwise.load(threads=1)
    found = evaluate("voice", folder / "dev.jsonl", analyser, bootstrap=Bootstrap(resamples=20))
    values = {name: found.metrics[name].value for name in FLOORS}
    assert {name: value for name, value in values.items() if value < FLOORS[name]} == {}

"""Gold files: every form is read, and every flaw is named with file, line and expectation."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from slantwise.errors import GoldError
from slantwise.evaluation.gold import FORMS, digest_of, read_gold
from slantwise.evaluation.items import (
    GoldActor,
    GoldArticle,
    GoldAttribution,
    GoldCast,
    GoldHarm,
    GoldHarms,
    GoldMention,
    GoldPair,
    GoldPassage,
    GoldSentence,
    GoldSpan,
    GoldStance,
    GoldVoices,
)
from slantwise.records import ActorKind, HarmForm, Kind, Span, Stance, Voice

Write = Callable[..., Path]

TEXT = "Rulo slammed Vina."
LINES: dict[str, dict[str, Any]] = {
    "framing-sentences": {
        "id": "1", "text": TEXT, "biased": True, "outlet": "Klaxon", "topic": "x"
    },
    "framing-spans": {
        "id": "1",
        "text": TEXT,
        "spans": [
            {"start": 5, "end": 12, "kind": "charged-verb", "actor": "Rulo", "voice": "outlet"},
            {"start": 0, "end": 4},
        ],
    },
    "stance-mentions": {
        "id": "1", "text": TEXT, "start": 0, "end": 4, "stance": "against", "actor": "Rulo"
    },
    "stance-directed": {
        "id": "1",
        "text": TEXT,
        "holder": {"start": 0, "end": 4},
        "target": {"start": 13, "end": 17},
        "stance": "against",
    },
    "stance-articles": {
        "id": "1",
        "title": "",
        "body": TEXT,
        "actor": "Rulo",
        "aliases": ["Mr Rulo"],
        "stance": "favour",
        "outlet": "Klaxon",
    },
    "voice": {
        "id": "1",
        "text": TEXT,
        "attributions": [
            {
                "content": [[5, 12], [13, 17]],
                "source": [[0, 4]],
                "cue": [],
                "voice": "direct",
                "cited_by": 1,
            },
            {"content": [[5, 17]], "source": [], "voice": "reported"},
        ],
        "headline": [0, 4],
        "topic": "war",
        "region": "Europe",
    },
    "actors": {
        "id": "1",
        "text": TEXT,
        "mentions": [
            {"start": 0, "end": 4, "actor": "rulo", "kind": "person", "top": "rulo", "how": "name"}
        ],
        "published": "2026-02-03T10:00:00Z",
        "split": "dev",
        "topic": "x",
        "region": "y",
    },
    "agency": {
        "id": "1",
        "text": TEXT,
        "harms": [{"start": 0, "end": 4, "form": "active", "doer": TEXT[5:9]}],
        "topic": "x",
    },
    "articles": {
        "id": "1",
        "outlet": "Klaxon",
        "title": "Row",
        "body": TEXT,
        "published": "2026-02-03T10:00:00Z",
        "url": "https://example.org",
        "event": "row",
    },
}  # fmt: skip
ITEMS = {
    "framing-sentences": GoldSentence("1", TEXT, True, "Klaxon", "x"),
    "framing-spans": GoldPassage(
        "1",
        TEXT,
        (GoldSpan(Span(5, 12), Kind.CHARGED_VERB, ("Rulo",), Voice.OUTLET), GoldSpan(Span(0, 4))),
    ),
    "stance-mentions": GoldMention("1", TEXT, Span(0, 4), Stance.AGAINST, "Rulo"),
    "stance-directed": GoldPair("1", TEXT, Span(0, 4), Span(13, 17), Stance.AGAINST),
    "stance-articles": GoldStance("1", "", TEXT, "Rulo", Stance.FAVOUR, ("Mr Rulo",), "Klaxon"),
    "voice": GoldVoices(
        "1",
        TEXT,
        (
            GoldAttribution((Span(5, 12), Span(13, 17)), (Span(0, 4),), (), Voice.DIRECT, 1),
            GoldAttribution((Span(5, 17),), (), (), Voice.REPORTED),
        ),
        Span(0, 4),
    ),
    "actors": GoldCast(
        "1",
        TEXT,
        (GoldActor(Span(0, 4), "rulo", ActorKind.PERSON, "rulo", "name"),),
        datetime(2026, 2, 3, 10, tzinfo=UTC),
    ),
    "agency": GoldHarms("1", TEXT, (GoldHarm(Span(0, 4), HarmForm.ACTIVE, TEXT[5:9]),)),
    "articles": GoldArticle(
        id="1",
        outlet="Klaxon",
        body=TEXT,
        title="Row",
        published=datetime(2026, 2, 3, 10, tzinfo=UTC),
        url="https://example.org",
        event="row",
    ),
}
OPTIONAL = {
    "framing-sentences": ("outlet", "topic"),
    "framing-spans": (),
    "stance-mentions": ("actor",),
    "stance-directed": (),
    "stance-articles": ("aliases", "outlet"),
    "voice": ("headline", "topic", "region"),
    "actors": ("published", "split", "topic", "region"),
    "agency": ("topic",),
    "articles": ("title", "published", "url", "event"),
}
SAID = {"content": [[0, 4]], "source": []}
OUTLET = {**SAID, "voice": "outlet"}


def changed(task: str, **values: Any) -> dict[str, Any]:
    return {**LINES[task], **values}


def test_every_form_has_its_lines_here() -> None:
    assert list(FORMS) == list(LINES) == list(ITEMS) == list(OPTIONAL)


@pytest.mark.parametrize("task", FORMS)
def test_a_full_line_is_read(task: str, gold_file: Write) -> None:
    assert list(read_gold(task, gold_file(LINES[task]))) == [ITEMS[task]]


@pytest.mark.parametrize("task", FORMS)
def test_optional_keys_may_be_absent_and_no_others(task: str, gold_file: Write) -> None:
    bare = {key: value for key, value in LINES[task].items() if key not in OPTIONAL[task]}
    assert len(list(read_gold(task, gold_file(bare)))) == 1
    for key in bare:
        lacking = {k: v for k, v in bare.items() if k != key}
        with pytest.raises(GoldError, match=rf"gold\.jsonl, line 1: the key '{key}' is missing; "):
            list(read_gold(task, gold_file(lacking)))


@pytest.mark.parametrize("task", FORMS)
def test_an_unknown_key_is_refused(task: str, gold_file: Write) -> None:
    with pytest.raises(GoldError, match=r"line 1: the key 'labell' is not known; expected .*id"):
        list(read_gold(task, gold_file(changed(task, labell=1))))


@pytest.mark.parametrize(
    ("task", "values", "found", "expected"),
    [
        ("framing-sentences", {"biased": 1}, "'biased' is 1 (a whole number)", "true or false"),
        ("framing-sentences", {"text": " \n"}, "'text' is blank", "visible characters"),
        ("framing-sentences", {"text": 7}, "'text' is 7 (a whole number)", "a string"),
        ("framing-sentences", {"outlet": None}, "'outlet' is null (null)", "leave the key out"),
        ("framing-sentences", {"text": "\ud83d"}, "half of a surrogate pair", "Unicode"),
        ("framing-spans", {"spans": {}}, "'spans' is {} (an object)", "a list"),
        ("framing-spans", {"spans": [[1, 2]]}, "spans 1: found [1, 2] (a list)", "start and end"),
        ("framing-spans", {"spans": [{"start": 0, "end": 99}]}, "span 0..99", "<= 18"),
        ("framing-spans", {"spans": [{"start": 4, "end": 4}]}, "span 4..4", "start < end"),
        ("framing-spans", {"spans": [{"start": -1, "end": 4}]}, "span -1..4", "0 <= start"),
        ("framing-spans", {"spans": [{"start": 0.0, "end": 4}]}, "0.0 (a number)", "whole number"),
        ("framing-spans", {"spans": [{"start": True, "end": 4}]}, "true (true", "whole number"),
        (
            "framing-spans",
            {"spans": [{"start": 0, "end": 4, "kind": "rude"}]},
            "spans 1: 'kind' is \"rude\"",
            "one of evaluative, label",
        ),
        (
            "framing-spans",
            {"spans": [{"start": 0, "end": 4}, {"start": 0, "end": 4, "voice": "us"}]},
            "spans 2: 'voice' is",
            "outlet, direct, reported and scare",
        ),
        ("stance-mentions", {"stance": "positive"}, '"positive"', "against, neutral and favour"),
        ("stance-mentions", {"stance": ["against"]}, "(a list)", "against, neutral and favour"),
        ("stance-mentions", {"end": 19}, "span 0..19", "<= 18"),
        ("stance-directed", {"holder": [0, 4]}, "holder: found [0, 4]", "start and end"),
        ("stance-directed", {"target": {"start": 0, "end": 4, "x": 1}}, "'x' is not", "and end"),
        ("stance-articles", {"actor": ""}, "'actor' is blank", "visible"),
        ("stance-articles", {"aliases": "Rulo"}, '"Rulo" (a string)', "a list"),
        ("stance-articles", {"aliases": ["a", ""]}, "aliases 2: found", "a name"),
        ("stance-articles", {"text": TEXT}, "the key 'title' is not known", "id, text, actor"),
        ("voice", {"attributions": [{"content": [], "source": []}]}, "'content' is an empty", "["),
        ("voice", {"attributions": [{"content": [[0]], "source": []}]}, "content 1: found", "two"),
        ("voice", {"attributions": [{"content": [[0, 40]], "source": []}]}, "0..40", "<= 18"),
        ("voice", {"attributions": [{"content": [[0, 4]]}]}, "'source' is missing", "content and"),
        ("voice", {"attributions": [OUTLET]}, "'voice' is \"outlet\"", "direct, reported or"),
        ("voice", {"attributions": [SAID, {**SAID, "voice": "direct"}]}, "and some do", "all or"),
        ("voice", {"attributions": [{**SAID, "cited_by": 0}]}, "'cited_by' is 0", "0 to 0"),
        ("voice", {"attributions": [{**SAID, "cited_by": 1}]}, "'cited_by' is 1", "0 to 0"),
        ("voice", {"headline": [5, 9]}, "text stands before 'headline'", "start of the text"),
        ("articles", {"published": "03/02/2026"}, "'published' is '03/02/2026'", "ISO 8601"),
        ("articles", {"published": 2026}, "'published' is 2026", "a string"),
    ],
)
def test_a_wrong_value_is_refused(
    task: str, values: dict[str, Any], found: str, expected: str, gold_file: Write
) -> None:
    path = gold_file(LINES[task], changed(task, id="2", **values))
    with pytest.raises(GoldError) as error:
        list(read_gold(task, path))
    message = str(error.value)
    assert message.startswith(f"{path}, line 2")
    before, _, after = message.partition("; expected ")
    assert found in before
    assert expected in after
    message.encode("utf-8")


def test_text_may_stand_for_title_and_body(gold_file: Write) -> None:
    line = {"id": "1", "text": TEXT, "actor": "Rulo", "stance": "neutral"}
    (item,) = read_gold("stance-articles", gold_file(line))
    assert (item.title, item.body) == ("", TEXT)


def test_an_empty_file_is_refused(gold_file: Write) -> None:
    with pytest.raises(GoldError, match=r"gold\.jsonl: the file is empty; expected one JSON"):
        list(read_gold("voice", gold_file()))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b'{"id": "1"\n', "line 1: found Expecting"),
        (b"\n", "line 1: the line is blank"),
        (b"[1]\n", r"line 1: found \[1\] \(a list\); expected an object with the keys id, text"),
        (b'"\xff"\n', "line 1: byte 1 is not UTF-8"),
        (b"[" * 200_000 + b"\n", "line 1: found .*recursion"),
        (b"9" * 9000 + b"\n", "line 1: found Exceeds"),
    ],
)
def test_a_line_that_is_no_object_is_refused(raw: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(raw)
    with pytest.raises(GoldError, match=message):
        list(read_gold("framing-sentences", path))


def test_good_lines_come_before_the_bad_one_is_met(gold_file: Write) -> None:
    items = read_gold("voice", gold_file(LINES["voice"], {}))
    assert next(items).id == "1"
    with pytest.raises(GoldError, match="line 2"):
        next(items)


def test_gzip_and_byte_order_mark_are_read(tmp_path: Path) -> None:
    line = json.dumps(LINES["voice"]).encode() + b"\n"
    packed, marked = tmp_path / "gold.jsonl.gz", tmp_path / "bom.jsonl"
    packed.write_bytes(gzip.compress(line))
    marked.write_bytes(b"\xef\xbb\xbf" + line)
    assert list(read_gold("voice", packed)) == list(read_gold("voice", marked)) == [ITEMS["voice"]]


@pytest.mark.parametrize("cut", [5, -9])
def test_a_damaged_gzip_file_is_refused(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(LINES["voice"]).encode() * 9)[:cut])
    with pytest.raises(GoldError, match=r"gold\.jsonl\.gz cannot be read"):
        list(read_gold("voice", path))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        with pytest.raises(GoldError, match="cannot be read"):
            list(read_gold("voice", path))
        with pytest.raises(GoldError, match="cannot be read"):
            digest_of(path)


def test_an_unknown_task_is_refused(gold_file: Write) -> None:
    with pytest.raises(GoldError, match="no gold form 'voices'; expected framing-sentences"):
        list(read_gold("voices", gold_file(LINES["voice"])))


def test_two_articles_may_not_share_an_id(gold_file: Write) -> None:
    with pytest.raises(GoldError, match="line 2: the id '1' was used before"):
        list(read_gold("articles", gold_file(LINES["articles"], LINES["articles"])))
    # Two actors of one article may well be two lines of one id.
    assert len(list(read_gold("voice", gold_file(LINES["voice"], LINES["voice"])))) == 2


def test_digest_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"abc")
    # The digest of "abc" in FIPS 180-2, appendix B.1.
    expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert digest_of(path) == expected


def test_the_corpus_of_labelled_sentences_is_read_as_it_lies(tmp_path: Path) -> None:
    span = {
        "start": 5, "end": 12, "kinds": ["charged-verb", "evaluative"], "voice": "outlet",
        "speaker": None, "actors": ["Rulo", "Vel"], "direction": "against",
    }  # fmt: skip
    line = {"id": "1", "split": "dev", "topic": "x", "region": "y", "text": TEXT, "spans": [span]}
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps(line), encoding="utf-8")
    (item,) = read_gold("framing-spans", path)
    marked = GoldSpan(Span(5, 12), Kind.CHARGED_VERB, ("Rulo", "Vel"), Voice.OUTLET)
    assert item == GoldPassage("1", TEXT, (marked,))


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"kinds": ["charged-verb"], "kind": "label"}, "'kind' and 'kinds' both stand there"),
        ({"actors": ["Rulo"], "actor": "Rulo"}, "'actor' and 'actors' both stand there"),
        ({"kinds": []}, "'kinds' is an empty list"),
        ({"kinds": ["nonsense"]}, "expected one of evaluative"),
        ({"actors": [" "]}, "expected a name"),
    ],
)
def test_a_span_that_says_two_things_or_nothing_is_refused(
    tmp_path: Path, changed: dict[str, object], complaint: str
) -> None:
    path = tmp_path / "gold.jsonl"
    line = {"id": "1", "text": TEXT, "spans": [{"start": 5, "end": 12} | changed]}
    path.write_text(json.dumps(line), encoding="utf-8")
    with pytest.raises(GoldError, match=complaint):
        list(read_gold("framing-spans", path))

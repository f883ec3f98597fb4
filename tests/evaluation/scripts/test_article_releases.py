"""Converters of releases of whole articles, on invented ones."""

from collections.abc import Callable
from typing import Any

import pytest

from slantwise.errors import GoldError

Convert = Callable[..., dict[str, Any]]


def marked(line: dict[str, Any]) -> list[str]:
    return [line["text"][span["start"] : span["end"]] for span in line["spans"]]


def test_ptc(convert: Convert) -> None:
    files = {
        "dev-articles/article7.txt": "Head\n\nRulo is a brutal liar.\nHe fled.\n",
        "dev-articles/article8.txt": "Head\n\nNothing.\n",
        "dev-task-si.labels": "7\t6\t27\n",
        # The loaded spans overlap and are joined; Doubt is not about words.
        "dev-task-flc-tc.labels": (
            "7\tLoaded_Language\t16\t22\n7\tName_Calling,Labeling\t16\t27\n7\tDoubt\t6\t10\n"
        ),
    }
    found = convert("ptc", files)
    assert [(x["id"], marked(x)) for x in found["ptc-dev framing-spans"].lines] == [
        ("7", ["Rulo is a brutal liar"]),
        ("8", []),
    ]
    assert [marked(x) for x in found["ptc-dev-loaded framing-spans"].lines] == [["brutal liar"], []]
    with pytest.raises(GoldError, match=r"si\.labels, line 1: found '7 6 27'; expected 3 fields"):
        convert("ptc", files | {"dev-task-si.labels": "7 6 27\n"})


STORY = {
    "title": "Rulo fled",
    "source": "NYT",
    "date": "2010-07-02",
    "url": "https://example.org",
    "body-paragraphs": [["Rulo fled.", ""], [""], ["He slunk off.", "Mira wept."]],
}
MARKS = {
    "article-level-annotations": {
        "author_feeling_Rulo_Vane": "neg",
        "author_feeling_main_event": "pos",
        "you_feeling_Rulo_Vane": "neu",
    },
    "phrase-level-annotations": [
        {"bias": "lex", "id": "p3", "start": 3, "end": 8, "txt": "slunk", "target": "Rulo_Vane"},
        {"bias": "inf", "id": "p0", "start": 0, "end": 4, "txt": "Rulo", "target": ""},
        {"bias": "lex", "id": "title", "start": 5, "end": 9, "txt": "fled", "target": ""},
    ],
}
BASIL = {"articles/2010/t-1_1.json": STORY, "annotations/2010/t-1_1_ann.json": MARKS}


def test_basil_spans(convert: Convert) -> None:
    found = convert("basil", BASIL)
    (article,) = found["basil framing-spans"].lines
    assert article["text"] == "Rulo fled\n\nRulo fled.\n\nHe slunk off. Mira wept."
    assert marked(article) == ["fled", "slunk"]
    assert article["spans"][1]["actor"] == "Rulo Vane"
    assert "actor" not in article["spans"][0]
    gold = found["basil-sentences framing-spans"]
    # Sentence numbers count the two blank sentences, which are left out.
    assert [(x["id"], marked(x)) for x in gold.lines] == [
        ("t-1_1/title", ["fled"]),
        ("t-1_1/p0", []),
        ("t-1_1/p3", ["slunk"]),
        ("t-1_1/p4", []),
    ]
    assert gold.notes[0] == "2 left out: sentences without text"


def test_basil_stances_and_events(convert: Convert) -> None:
    found = convert("basil", BASIL)
    (stance,) = found["basil stance-articles"].lines
    assert (stance["actor"], stance["stance"]) == ("Rulo Vane", "against")
    assert stance["title"] == "Rulo fled"
    assert stance["body"] == "Rulo fled.\n\nHe slunk off. Mira wept."
    (article,) = found["basil articles"].lines
    assert (article["event"], article["outlet"]) == ("t-1", "The New York Times")
    assert article["published"] == "2010-07-02"


def test_basil_words_that_do_not_stand_there_are_refused(convert: Convert) -> None:
    wrong = {**MARKS["phrase-level-annotations"][0], "txt": "sneaked"}
    marks = {**MARKS, "phrase-level-annotations": [wrong]}
    with pytest.raises(GoldError, match=r"t-1_1, p3: found 'slunk' at 3\.\.8; expected 'sneaked'"):
        convert("basil", BASIL | {"annotations/2010/t-1_1_ann.json": marks})


def test_persent(convert: Convert) -> None:
    rows = (
        "DOCUMENT_INDEX,TITLE,TARGET_ENTITY,DOCUMENT,TRUE_SENTIMENT\n"
        '4,Head,Rulo Vane,"Rulo fled.\n He wept.\n",Positive\n'
    )
    (line,) = convert("persent", {"dev.csv": rows})["persent-dev stance-articles"].lines
    assert line == {
        "id": "persent-4",
        "title": "Head",
        "body": "Rulo fled.\n\n He wept.",
        "actor": "Rulo Vane",
        "stance": "favour",
    }


def seesaw(split: str) -> dict[str, Any]:
    files: dict[str, Any] = {
        "SEESAW/meta/TRIPLET_000.json": {
            "Split": split,
            **{f"Meta info for article {n}": {"source": f"Outlet {n}"} for n in range(3)},
        }
    }
    votes = {
        "Rulo": [["Slightly Negative", "A"], ["Very Negative", "B"], ["Positive", "C"]],
        "Mira": [["Neutral", "A"], ["Positive", "B"]],
        "Vane": [["Unknown", "A"], ["Positive", "B"]],
        "tax": [["Negative", "A"]],
    }
    kinds = [["Rulo", ["People"]], ["Mira", ["GPE"]], ["Vane", ["Organization", "People"]]]
    for n in range(3):
        name = f"TRIPLET_000_DOCUMENT_{n}.json"
        text = [{"id": 0, "text": "Rulo fled."}, {"id": 1, "text": ""}, {"id": 2, "text": "So."}]
        files[f"SEESAW/articles/{name}"] = {"title": "Head", "text": text}
        files[f"SEESAW/annotations/{name}"] = {
            "entity lists": [*kinds, ["tax", ["Topic"]]],
            "entity sentiments": votes,
        }
    return files


def test_seesaw(convert: Convert) -> None:
    gold = convert("seesaw", seesaw("valid"))["seesaw-valid stance-articles"]
    assert len(gold.lines) == 6
    assert [(x["actor"], x["stance"], x["outlet"]) for x in gold.lines[:2]] == [
        ("Rulo", "against", "Outlet 0"),
        ("Vane", "favour", "Outlet 0"),
    ]
    assert gold.lines[0]["body"] == "Rulo fled. So."
    # In each of three articles Mira's two votes differ and "tax" is a topic.
    assert gold.notes[:2] == (
        "3 left out: annotators do not agree, or do not know",
        "3 left out: topics and events, not actors",
    )
    with pytest.raises(GoldError, match="names no article of the split 'valid'"):
        convert("seesaw", seesaw("train"))


def test_polnear(convert: Convert) -> None:
    text = "Rulo said he would go, and\nstay. Mira smiled."
    notes = (
        "T1\tSource 0 4\tRulo\nT2\tCue 5 9\tsaid\nT3\tContent 10 21;27 31\the would go stay\n"
        "over a line\nT4\tAttribution 5 9\tsaid\n"
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nE2\tAttribution:T4 Cue:T2\n"
    )
    files = {
        "data/dev/text/klaxon_2016_a.txt": text,
        "data/dev/attributions/klaxon_2016_a_bbbb.ann": "",
        "data/dev/attributions/klaxon_2016_a_aaaa.ann": notes,
        "data/dev/text/klaxon_2016_b.txt": text,
    }
    gold = convert("polnear", files)["polnear-dev voice"]
    assert [line["attributions"] for line in gold.lines] == [
        [{"content": [[10, 21], [27, 31]], "source": [[0, 4]], "cue": [[5, 9]]}]
    ]
    assert gold.notes[:2] == (
        "1 left out: articles without annotation",
        "1 left out: attributions without content",
    )
    files["data/dev/attributions/klaxon_2016_a_aaaa.ann"] = "E1\tContent:T9\n"
    with pytest.raises(GoldError, match=r"ann, line 1: 'Content:T9' names no span"):
        convert("polnear", files)


def allsides(date: str) -> dict[str, Any]:
    row = {"ID": "a", "source": "Klaxon", "title": "Head", "date": date, "url": None}
    return {"articles.jsonl": [row | {"content_original": "Rulo\u2028fled.", "event": "e1"}]}


def test_allsides(convert: Convert) -> None:
    found = convert("allsides", allsides("6/15/17"))
    (line,) = found["allsides articles"].lines
    assert (line["published"], line["event"]) == ("2017-06-15", "e1")
    (line,) = found["allsides-unlabelled articles"].lines
    assert "event" not in line
    with pytest.raises(GoldError, match="line 1: found the date 'June'; expected one as"):
        convert("allsides", allsides("June"))


def test_neus(convert: Convert) -> None:
    article = {"newsSource": "Klaxon", "newsTitle": "Head", "newBody": ["Rulo fled.", "So."]}
    raw = [{"id": 4, "news": {"left": article, "right": article}}, {"id": 5, "news": {}}]
    files = {
        "headline_11_2021-10-19_crawled_all.jsonl": raw,
        "val.source": "TITLE=> One ARTICLE=> Rulo. [SEP] TITLE=> Two. ARTICLE=> \n",
    }
    found = convert("neus", files)
    gold = found["neus articles"]
    assert [(x["id"], x["event"]) for x in gold.lines] == [
        ("neus-4-left", "neus-4"),
        ("neus-4-right", "neus-4"),
    ]
    assert gold.lines[0]["body"] == "Rulo fled.\n\nSo."
    assert gold.notes[0].startswith("1 stories hold no article")
    gold = found["neus-val articles"]
    assert [(x["title"], x["body"], x["event"]) for x in gold.lines] == [
        ("One", "Rulo.", "neus-val-1")
    ]
    assert gold.notes[0] == "1 left out: articles without body"

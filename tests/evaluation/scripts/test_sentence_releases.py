"""Converters of releases of single sentences, on invented rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from slantwise.errors import GoldError

Convert = Callable[..., dict[str, Any]]


def mention(name: str, start: int, end: int, polarity: int) -> dict[str, Any]:
    text = "Rulo slammed Mira."
    return {
        "id": name,
        "sentence": text,
        "from": start,
        "to": end,
        "mention": text[start:end],
        "polarity": polarity,
    }


def test_newsmtsc(convert: Convert) -> None:
    rows = [
        mention("polusa_1_Rulo Vane_0_4", 0, 4, -1),
        mention("polusa_1_Rulo_0_4", 0, 4, 0),
        mention("x", 13, 17, 1),
    ]
    other = mention("y", 0, 4, 1) | {"sentence": "Rulo admired Mira."}
    files = {"newsmtsc-rw-hf/dev.jsonl": [rows[2], other], "newsmtsc-mt-hf/dev.jsonl": rows}
    found = convert("newsmtsc", files)
    gold = found["newsmtsc-mt-dev stance-mentions"]
    assert [(x["start"], x["end"], x["stance"], x["actor"]) for x in gold.lines] == [
        (0, 4, "against", "Rulo Vane"),
        (0, 4, "neutral", "Rulo"),
        (13, 17, "favour", "Mira"),
    ]
    assert gold.notes[0].startswith("1 mentions are marked twice")
    assert len(found["newsmtsc-rw-dev stance-mentions"].lines) == 2
    # SHA-256 of the two sentences begins with an even and with an odd byte.
    (line,) = found["newsmtsc-dev-other-half stance-mentions"].lines
    assert (line["id"], line["text"]) == ("rw/y", "Rulo admired Mira.")


def test_newsmtsc_refuses_another_polarity(convert: Convert) -> None:
    with pytest.raises(GoldError, match=r"dev\.jsonl, line 1: found the label 2; expected one of"):
        convert("newsmtsc", {"newsmtsc-rw-hf/dev.jsonl": [mention("x", 0, 4, 2)]})


BABE = """text,outlet,label,topic,biased_words,uuid
"A hoax, a brutal hoax.",Klaxon,1,tax,"['hoax', 'Brutal', 'liar']",u1
Taxes rose.,Lantern,0,tax,[],u2
Taxes fell.,Lantern,0,tax,,u3
"""


def test_babe(convert: Convert) -> None:
    found = convert("babe", {"babe_v2_train.csv": BABE})
    sentences = found["babe framing-sentences"].lines
    assert [(x["id"], x["biased"], x["outlet"]) for x in sentences] == [
        ("u1", True, "Klaxon"),
        ("u2", False, "Lantern"),
        ("u3", False, "Lantern"),
    ]
    gold = found["babe framing-spans"]
    # "hoax" at its first place; u3 has no expert row behind it and is left out.
    assert [(x["id"], x["spans"]) for x in gold.lines] == [
        ("u1", [{"start": 2, "end": 6}, {"start": 10, "end": 16}]),
        ("u2", []),
    ]
    assert gold.notes[:2] == (
        "1 left out: no expert row stands behind the sentence",
        "1 of 3 named words are not in their sentence, or are named twice",
    )


def test_directed(convert: Convert) -> None:
    valid = (
        "[Rulo] praised [Mira].\tRulo\tMira\t1\n"
        "[Rulo] was scolded by [Mir]a.\tRulo\tMir\t4\n"
        "[Rulo]  met [Mira].\tRulo\tMira\t0\n"
        "[—] met [Mira].\t—\tMira\t0\n"
    )
    # The third sentence stands in train with other brackets and blanks.
    files = {"train.txt": "Rulo [met] [Mira].\tmet\tMira\t0\n", "valid.txt": valid}
    gold = convert("directed", files)["dse-valid stance-directed"]

    def words(line: dict[str, Any]) -> tuple[str, str, str]:
        spans = (line["holder"], line["target"])
        holder, target = (line["text"][span["start"] : span["end"]] for span in spans)
        return holder, target, line["stance"]

    assert [words(line) for line in gold.lines] == [
        ("Rulo", "Mira", "favour"),
        ("Mira", "Rulo", "neutral"),
        ("Rulo", "Mira", "neutral"),
        ("Mira", "Rulo", "against"),
    ]
    assert gold.notes[:2] == (
        "1 left out: rows, of 4, that leak: train holds the sentence or one that shares half of "
        "the shorter one's five-word runs",
        "1 left out: rows whose brackets hold no letter",
    )


def test_newssd(convert: Convert) -> None:
    rows = 'Sentence,Label,Solved conflict\n"An odd vote.\n",SUBJ,False\nA vote.,OBJ,True\n'
    found = convert("newssd", {"val.csv": rows, "test.csv": rows})
    assert [(x["text"], x["biased"]) for x in found["newssd-test framing-sentences"].lines] == [
        ("An odd vote.", True),
        ("A vote.", False),
    ]
    with pytest.raises(GoldError, match="found the label 'MAYBE'; expected one of 'SUBJ', 'OBJ'"):
        convert("newssd", {"val.csv": "Sentence,Label\nA vote.,MAYBE\n"})


def test_anno_lexical(convert: Convert, tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"anno-lexical-dev\.parquet is missing"):
        convert("anno-lexical", {})
    rows = {"text": ["An odd vote."], "label": [1], "source_name": ["klaxon"], "sentence_id": ["a"]}
    (tmp_path / "release").mkdir()
    pq.write_table(pa.table(rows), tmp_path / "release" / "anno-lexical-dev.parquet")
    (line,) = convert("anno-lexical", {})["anno-lexical-dev framing-sentences"].lines
    assert (line["text"], line["biased"], line["outlet"]) == ("An odd vote.", True, "klaxon")

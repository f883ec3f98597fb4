import hashlib
import json
from pathlib import Path

from slantwise.train import shipped
from slantwise.train.shipped import HeadSettings


def test_settings_document_says_what_the_reader_needs() -> None:
    heads = {"stance": HeadSettings(1.5, 0.0, 0.4), "loaded": HeadSettings()}
    document = shipped.settings_document("base", heads, training={"seed": 1}, reads_words=True)
    assert document["heads"] == {
        "stance": {"temperature": 1.5, "threshold": 0.0, "abstain_below": 0.4},
        "loaded": {"temperature": 1.0, "threshold": 0.5},
    }
    assert json.loads(json.dumps(document)) == document
    labels = document["labels"]
    assert isinstance(labels, dict)
    assert [len(labels[k]) for k in ("kinds", "stance", "techniques", "attributed")] == [
        13,
        3,
        15,
        3,
    ]


def test_labels_of_words_stand_only_with_heads_that_read_them() -> None:
    for reads_words in (True, False):
        document = shipped.settings_document("few", {}, training={}, reads_words=reads_words)
        labels = document["labels"]
        assert isinstance(labels, dict)
        assert ("tags" in labels, "entities" in labels) == (reads_words, reads_words)


def test_check_sums_cover_every_other_file(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"b")
    (tmp_path / "a.txt").write_bytes(b"a")
    shipped.write_sums(tmp_path)
    shipped.write_sums(tmp_path)
    digest = hashlib.sha256(b"a").hexdigest()
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"{digest}  a.txt"
    assert len(lines) == 2


def test_files_are_put_over_their_namesakes(tmp_path: Path) -> None:
    ready, target = tmp_path / "ready", tmp_path / "target"
    ready.mkdir()
    target.mkdir()
    (ready / "a").write_text("new", encoding="utf-8")
    (target / "a").write_text("old", encoding="utf-8")
    (target / "kept").write_text("kept", encoding="utf-8")
    shipped.put_in_place(ready, target)
    assert {p.name: p.read_text(encoding="utf-8") for p in target.iterdir()} == {
        "a": "new",
        "kept": "kept",
    }


def test_the_tokenizer_is_written_without_padding_and_truncation(tmp_path: Path) -> None:
    source = tmp_path / "source.json"
    source.write_text('{"truncation": {"max_length": 128}, "padding": {}, "model": {}}', "utf-8")
    shipped.write_tokenizer(source.read_text(encoding="utf-8"), tmp_path / "tokenizer.json")
    document = json.loads((tmp_path / "tokenizer.json").read_text(encoding="utf-8"))
    assert document == {"truncation": None, "padding": None, "model": {}}

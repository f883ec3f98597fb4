import hashlib
import json
from pathlib import Path

import pytest

from slantwise.encode import open_model
from slantwise.errors import ModelError
from slantwise.records import Kind, Stance
from slantwise.resources import model_folder

SETTINGS = {
    "format": 1,
    "name": "tiny",
    "max_tokens": 16,
    "buckets": [8, 16],
    "labels": {
        "kinds_version": 1,
        "kinds": [kind.value for kind in Kind],
        "stance": [stance.value for stance in Stance],
        "techniques": ["any"],
    },
    "heads": {"stance": {"temperature": 1.5, "abstain_below": 0.5}},
}


def make(folder: Path, settings: dict) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "model.onnx").write_bytes(b"graph")
    (folder / "tokenizer.json").write_text("{}")
    (folder / "settings.json").write_text(json.dumps(settings))
    sums = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}"
        for path in sorted(folder.iterdir())
        if path.name != "SHA256SUMS"
    ]
    (folder / "SHA256SUMS").write_text("\n".join(sums) + "\n")
    return folder


def test_a_complete_model_opens(tmp_path):
    model = open_model(make(tmp_path / "m", SETTINGS))
    assert model.name == "tiny"
    assert model.heads["stance"].temperature == 1.5
    assert model.heads["stance"].threshold == 0.5


def test_an_altered_file_is_refused(tmp_path):
    folder = make(tmp_path / "m", SETTINGS)
    (folder / "model.onnx").write_bytes(b"other")
    with pytest.raises(ModelError, match=r"model\.onnx is altered"):
        open_model(folder)


def test_weights_in_parts_are_checked_and_name_the_model(tmp_path):
    whole = open_model(make(tmp_path / "m", SETTINGS)).digest
    (tmp_path / "m" / "model.1.weights").write_bytes(b"weights")
    folder = make(tmp_path / "m", SETTINGS)
    assert open_model(folder).digest != whole
    (folder / "model.1.weights").write_bytes(b"altered")
    with pytest.raises(ModelError, match=r"model\.1\.weights is altered"):
        open_model(folder)


def test_weights_that_no_check_sum_covers_are_refused(tmp_path):
    folder = make(tmp_path / "m", SETTINGS)
    (folder / "model.1.weights").write_bytes(b"weights")
    with pytest.raises(ModelError, match=r"model\.1\.weights is not listed in SHA256SUMS"):
        open_model(folder)


def test_weights_of_evidence_come_with_the_model_and_name_it(tmp_path):
    without = open_model(make(tmp_path / "m", SETTINGS))
    assert without.evidence == {}
    (tmp_path / "m" / "evidence.json").write_text('{"constant": 0.5, "kind": 1}')
    model = open_model(make(tmp_path / "m", SETTINGS))
    assert model.evidence == {"constant": 0.5, "kind": 1.0}
    assert model.digest != without.digest


@pytest.mark.parametrize("content", ["[1]", '{"kind": "much"}', "no JSON"])
def test_weights_of_another_form_are_refused(tmp_path, content):
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "evidence.json").write_text(content)
    with pytest.raises(ModelError, match=r"evidence\.json: expected one JSON object"):
        open_model(make(tmp_path / "m", SETTINGS))


def test_a_missing_file_is_refused(tmp_path):
    folder = make(tmp_path / "m", SETTINGS)
    (folder / "tokenizer.json").unlink()
    with pytest.raises(ModelError, match=r"tokenizer\.json is missing"):
        open_model(folder)


def test_other_labels_are_refused(tmp_path):
    other = {**SETTINGS, "labels": {**SETTINGS["labels"], "stance": ["con", "pro"]}}
    with pytest.raises(ModelError, match=r"labels\.stance"):
        open_model(make(tmp_path / "m", other))


def test_another_format_is_refused(tmp_path):
    with pytest.raises(ModelError, match="format 1"):
        open_model(make(tmp_path / "m", {**SETTINGS, "format": 2}))


def test_an_unknown_name_lists_the_models_there_are():
    with pytest.raises(ModelError, match=r"models found: .*base"):
        model_folder("nosuch")

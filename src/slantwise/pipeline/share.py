"""Which share of the input has been read, by the sizes of its files."""

from collections import deque
from collections.abc import Iterable
from itertools import islice

from slantwise.records import Article, Problem

_LARGE = 0.01
"""A packed file of at most this share of all bytes may be taken for read as soon as it is begun."""

_AHEAD = 4096
"""Files among which the one in hand is looked for: those between gave no record."""


class ReadShare:
    """Follows records as they are read, and tells the share of the input behind them.

    Files count by their bytes, the file in hand by the text seen of it. It is an estimate: for
    the time left, never for a result. A few thousand files are held at a time, not all.

    >>> from slantwise.records import Problem, Source
    >>> share = ReadShare([("a.txt", 30), ("b.txt", 70)], n_bytes=100)
    >>> share.see(Problem("ingest", "empty-file", "it is empty", Source("a.txt")))
    >>> share.share is None
    True
    >>> share.see(Problem("ingest", "empty-file", "it is empty", Source("b.txt")))
    >>> share.share
    0.3
    """

    def __init__(self, files: Iterable[tuple[str, int]] = (), *, n_bytes: int = 0) -> None:
        """Follow files of these sizes, in the order in which they are read.

        Args:
            files: path and bytes of each.
            n_bytes: bytes of all.
        """
        self._rest = iter(files)
        self._ahead: deque[tuple[str, int]] = deque()
        self._total = n_bytes
        self._before = 0
        self._file, self._size = "", 0
        self._path, self._known = "", False
        self._seen = 0

    def see(self, record: Article | Problem) -> None:
        """Take note of the next record."""
        path = record.source.path
        if path != self._path:
            self._path = path
            self._known = _holds(self._file, path) or self._advance(path)
        if self._known and isinstance(record, Article):
            self._seen += len(record.raw.encode("utf-8", "surrogatepass"))

    @property
    def share(self) -> float | None:
        """Share of the bytes read, 0 to 1; None before anything was, and where it cannot be told.

        It cannot for articles that come from no file, nor inside a large packed file, whose text
        is longer than the file.
        """
        if not self._total or not self._known:
            return None
        if self._seen > self._size > _LARGE * self._total:
            return None
        return (self._before + min(self._seen, self._size)) / self._total or None

    def _advance(self, path: str) -> bool:
        """Go on to the file that a record came from; False, and no step, where it is not near."""
        self._ahead.extend(islice(self._rest, _AHEAD - len(self._ahead)))
        for place, (file, size) in enumerate(self._ahead):
            if _holds(file, path):
                self._before += self._size + sum(self._ahead.popleft()[1] for _ in range(place))
                self._ahead.popleft()
                self._file, self._size, self._seen = file, size, 0
                return True
        return False


def _holds(file: str, path: str) -> bool:
    """Whether a record's path is that of the file, or lies in the archive that the file is."""
    return bool(file) and (path == file or path.startswith(f"{file}/"))

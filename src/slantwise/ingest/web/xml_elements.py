"""Elements of a large XML file, one at a time; nothing outside the file is ever fetched."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    from lxml.etree import _Element


class UnsafeXmlError(ValueError):
    """The XML declares entities, which may fill the memory or name other files."""


class ElementTooLongError(ValueError):
    """One element is longer than the limit."""


def xml_elements(
    stream: "io.BufferedReader[Any]", tags: tuple[str, ...], max_bytes: int
) -> Iterator["_Element"]:
    """The elements of those tags ("{namespace}name"), in order; each is emptied after its turn.

    Raises:
        lxml.etree.XMLSyntaxError: the text is no XML; says on which line.
        UnsafeXmlError: it declares entities.
        ElementTooLongError: an element, or what stands between two, is longer than the limit.
    """
    from lxml import etree

    limited = _Limited(stream, max_bytes)
    # By ElementTree's own names, these keep what an entity names from being read.
    events = etree.iterparse(
        cast(BinaryIO, limited),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    checked = False
    for event, element in events:
        if not checked:
            _check(element)
            checked = True
        if event == "end" and element.tag in tags:
            yield element
            limited.begin()
            _free(element)


def _check(root: "_Element") -> None:
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(iter(declared.iterentities()), None) is not None:
        raise UnsafeXmlError(
            "the XML declares entities of its own, which may fill the memory or name other files. "
            "Remove the DOCTYPE if you trust the file"
        )


def _free(element: "_Element") -> None:
    """Empty the element, and take what stood before it out of the tree."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


class _Limited(io.RawIOBase):
    """A stream of which only so much is read for one element."""

    def __init__(self, stream: "io.BufferedReader[Any]", max_bytes: int) -> None:
        self._stream = stream
        self._max_bytes = max_bytes
        self._n_read = 0

    def begin(self) -> None:
        """The next element begins."""
        self._n_read = 0

    def read(self, size: int = -1, /) -> bytes:
        content = self._stream.read(size)
        self._n_read += len(content)
        if self._n_read > self._max_bytes:
            raise ElementTooLongError(
                f"an element is longer than {self._max_bytes} bytes; expected one article. Split "
                "the file, or raise the limit"
            )
        return content

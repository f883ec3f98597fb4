"""Elements of an XML file one after another, with bounds on what they may take.

Entities are never expanded, nothing outside the file is read, and a file that declares entities
at all is refused: no export does.
"""

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING

from slantwise.errors import InputError

if TYPE_CHECKING:
    from lxml.etree import _Element


class RefusedXmlError(InputError):
    """XML that is not read on, and why: no sound XML, declarations, or too much of it."""


class Bounded:
    """A stream that is read up to a limit, counted from the last call of `begin_anew`."""

    def __init__(self, stream: IO[bytes], limit: int) -> None:
        """Begin to count."""
        self._stream = stream
        self._limit = limit
        self._n_read = 0

    def begin_anew(self) -> None:
        """Count from here."""
        self._n_read = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes.

        Raises:
            RefusedXmlError: the limit is passed.
        """
        content = self._stream.read(min(size, 65_536) if size > 0 else 65_536)
        self._n_read += len(content)
        if self._n_read > self._limit:
            raise RefusedXmlError(f"one of its parts is longer than {self._limit} bytes")
        return content


def elements(
    stream: Bounded, names: Sequence[str], *, cleared: Sequence[str] = ()
) -> Iterator["_Element"]:
    """The elements of these names, in the order in which they end; each is emptied behind its use.

    Args:
        stream: the file.
        names: names without a namespace.
        cleared: names of further elements that are emptied without being given.

    Raises:
        RefusedXmlError: the file is no sound XML, declares entities, or passes the limit.
    """
    from lxml import etree

    tags = tuple(f"{{*}}{name}" for name in (*names, *cleared))
    parsed = etree.iterparse(
        stream, events=("end",), tag=tags, resolve_entities=False, no_network=True, load_dtd=False
    )
    given = frozenset(names)
    is_checked = False
    try:
        for _, element in parsed:
            if not is_checked:
                _refuse_declarations(element)
                is_checked = True
            if element.tag.rpartition("}")[2] in given:
                yield element
            _empty(element)
            stream.begin_anew()
    except etree.XMLSyntaxError as error:
        raise RefusedXmlError(f"it is no sound XML ({error.msg})") from error


def _refuse_declarations(element: "_Element") -> None:
    """Declarations stand before the first element, so that one look is enough."""
    declared = element.getroottree().docinfo
    if declared.internalDTD is not None or declared.doctype:
        raise RefusedXmlError("it declares a document type or entities, as no export does")


def _empty(element: "_Element") -> None:
    """Give back the element's memory, and that of its elder siblings."""
    element.clear(keep_tail=True)
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]

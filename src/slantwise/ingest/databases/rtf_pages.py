"""The pages of an RTF document as text, with what striprtf leaves out or tears apart repaired."""

import re

from slantwise.errors import InputError

_PAGE = re.compile(r"(?<!\\)\\page(?![a-zA-Z]) ?")
_FIELD = re.compile(r"\\fldinst", re.IGNORECASE)
"""Where striprtf looks for the target of a link, which is no text, with an expression that takes
ages on many unclosed ones; a line end behind it, which means nothing in RTF, spares that."""

_LONGEST_FONT_TABLE = 65_536
_MARK = "\ue000"
_MARKED = re.compile(_MARK + r"\??")
_LINE = re.compile(r"[\x0b\u2028\u2029]|\r\n?")


class BadRtfError(InputError):
    """RTF that cannot be read."""


def rtf_pages(rtf: str) -> list[str]:
    r"""The text of each page, cells of tables parted by "|"; one page where none is broken.

    striprtf gives nothing for a page break, and takes the two halves of a character beyond the
    basic plane as two characters: breaks are marked before, halves put together after.

    Raises:
        BadRtfError: a control word carries a value that stands for nothing, or the table of
            fonts is longer than any.

    >>> rtf_pages(r"{\rtf1 One \u55357?\u56834?\page Two\par}")
    ['One 😂', 'Two\n']
    """
    from striprtf.striprtf import font_table_group, rtf_to_text

    if len(font_table_group(rtf)) > _LONGEST_FONT_TABLE:  # type: ignore[no-untyped-call]
        raise BadRtfError("its table of fonts has no end")
    marked = _FIELD.sub(r"\g<0>\n", _PAGE.sub(r"\\u57344?", rtf))
    try:
        text: str = rtf_to_text(marked, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
        raise BadRtfError(f"{type(error).__name__}: {error}") from error
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return [_LINE.sub("\n", page) for page in _MARKED.split(whole)]

"""Bytes to text: UTF-8 first, then byte order marks, then a guess that is always named.

Bytes that are no UTF-8 survive decoding as escapes (PEP 383), so that a stream can be read
without knowing what comes later, and each bad line is repaired on its own.
"""

import codecs
import re
from dataclasses import dataclass

_ESCAPED = re.compile("[\udc80-\udcff]")
_LONE = re.compile("[\ud800-\udfff]")
_SAMPLE = 65_536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = "cp1252"
_FEW = 4
_LIKELY = (
    "cp1252", "cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "mac_roman", "shift_jis", "euc_jp",
    "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""Encodings that are told apart. Left to all it knows, the guesser takes short Western texts for
Chinese, and English ones with a few accents for Central European: what is analysed is English, so
of the Latin encodings only Windows-1252 stands here."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text out of bytes.

    Attributes:
        text: the text; a byte that could not be read became U+FFFD.
        guessed: the encoding taken where the bytes name none and are no UTF-8; else empty.
    """

    text: str
    guessed: str = ""


def stream_encoding(head: bytes) -> str:
    r"""The encoding to open a stream with, from its first bytes: a Unicode one.

    Other encodings are read as UTF-8 with escapes, and repaired by `repaired`.

    >>> stream_encoding(b"h\x00i\x00"), stream_encoding(b"caf\xe9")
    ('utf-16-le', 'utf-8')
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    return _unmarked_utf16(head) or "utf-8"


def repaired(text: str, sample: bytes = b"") -> Decoded:
    r"""The text with its escaped bytes read in the likeliest encoding.

    Args:
        text: as decoded from UTF-8 with escapes.
        sample: more bytes of the same file, to guess from; the text's own where empty.

    >>> repaired("caf\udce9").text
    'café'
    """
    n_bad = 0 if _is_whole(text) else len(_ESCAPED.findall(text))
    if not n_bad:
        return Decoded(text)
    n_good = sum(1 for character in text if character > "\x7f") - n_bad
    if n_good > n_bad:
        return Decoded(_ESCAPED.sub(_western, text), _WESTERN)
    own = text.encode("utf-8", "surrogateescape")
    encoding = guess(sample if _is_not_utf8(sample) else own)
    return Decoded(own.decode(encoding, "replace"), encoding)


def decode(content: bytes, declared: str = "") -> Decoded:
    """The text of a whole file.

    Args:
        content: all its bytes.
        declared: encoding that the file itself declares, tried after UTF-8.
    """
    encoding = stream_encoding(content[:_SAMPLE])
    if encoding != "utf-8":
        return Decoded(content.decode(encoding, "replace"))
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if declared:
        try:
            return Decoded(content.decode(declared))
        except (LookupError, UnicodeDecodeError):
            pass
    return repaired(content.decode("utf-8", "surrogateescape"), content[:_SAMPLE])


def guess(sample: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8; Windows-1252 where too few speak."""
    if sum(byte > 127 for byte in sample[:_SAMPLE]) < _FEW:
        return _WESTERN
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:_SAMPLE], cp_isolation=list(_LIKELY)).best()
    if best is None or _WESTERN in best.could_be_from_charset:
        return _WESTERN
    return best.encoding


def guess_message(encoding: str) -> str:
    """What to tell about a guessed encoding."""
    return (
        f"the bytes are no UTF-8; they are read as {encoding}, which is a guess (said once a "
        "file). Check accented letters, or save the file as UTF-8."
    )


def without_lone_surrogates(text: str) -> str:
    r"""The text with halves of characters, which no file can hold, made U+FFFD.

    >>> without_lone_surrogates("a\ud83d") == "a\ufffd"
    True
    """
    return text if _is_whole(text) else _LONE.sub("\ufffd", text)


def _is_whole(text: str) -> bool:
    """Whether no half of a character stands in the text; quicker than looking for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _western(match: re.Match[str]) -> str:
    byte = bytes([ord(match.group()) - 0xDC00])
    return byte.decode(_WESTERN, "replace")


def _is_not_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return True
    return False


def _unmarked_utf16(head: bytes) -> str:
    """UTF-16 shows in Western text as a zero in every second byte and hardly elsewhere."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if not half or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return ""
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = head[: 2 * half].decode(encoding, "replace")
    visible = sum(character.isprintable() or character.isspace() for character in text)
    return encoding if visible > 0.9 * half else ""

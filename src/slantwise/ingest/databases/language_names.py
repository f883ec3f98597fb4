"""Names of languages, as the databases write them in any interface, to ISO 639-1 codes."""

import re
from functools import cache, lru_cache

_INTERFACES = (
    "en", "de", "fr", "es", "it", "nl", "pt", "ru", "pl", "sv", "da", "nb", "ja", "zh", "zh_Hant",
    "ko", "tr", "cs", "fi",
)  # fmt: skip
_LONGEST = 40
_CODE = re.compile(r"[A-Za-z]{2}")


def language_code(written: str) -> str:
    """The code of the language named first; empty where no language is named.

    >>> [language_code(name) for name in ("GERMAN; DEUTSCH", "Englisch", "ENG", "fr", "Klingon")]
    ['de', 'en', 'en', 'fr', '']
    """
    for part in re.split(r"[;,/|]", written[: 4 * _LONGEST]):
        name = " ".join(part.split()).casefold()
        if name and len(name) <= _LONGEST:
            code = _coded(name) or _named(name)
            if code:
                return code
    return ""


def _coded(name: str) -> str:
    """The code where the name is one of two or three letters itself."""
    if len(name) > 3 or not name.isascii():
        return ""
    from babel.core import get_global

    plain = get_global("language_aliases").get(name, name).partition("_")[0]
    return plain if plain in _names("en").values() else ""


@lru_cache(1000)
def _named(name: str) -> str:
    """The code of the name in the first interface language that knows it."""
    return next(filter(None, (_names(locale).get(name) for locale in _INTERFACES)), "")


@cache
def _names(locale: str) -> dict[str, str]:
    """Code by name, in one language; a locale is loaded when a name needs it."""
    from babel import Locale

    codes: dict[str, str] = {}
    for code, name in Locale.parse(locale).languages.items():
        plain = code.partition("_")[0]
        if _CODE.fullmatch(plain):
            codes.setdefault(name.casefold(), plain)
    return codes

"""Names of outlets folded for comparison: the stated rules, and no guess beyond them.

Case, diacritics, kinds of apostrophe and hyphen, blanks, a leading "The", full stops and a final
comma say nothing; nor does an edition behind the name ("Late Edition - Final", "Online"). A place
in brackets does: it may tell two outlets apart, so it counts where the table knows it.
"""

import re
import unicodedata

_LETTERS = str.maketrans({
    "ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d",
    "’": "'", "‘": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "&": " and ",
})  # fmt: skip
_MARKS = re.compile(r"[^\w()+!/@]+")
_BRACKETS = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]]*?)\s*[)\]]\s*$")
_AFTER_COMMA = re.compile(r"\s*,\s+(?P<inside>[^,()]+?)\s*$")
_EDITION_WORDS = (
    r"(?:international|national|late|early|final|first|second|third|city|metro|morning|evening"
    r"|weekend|sunday|saturday|print|web|online|digital|global|worldwide|europe(?:an)?|asia"
    r"|london|uk|us|u\.s\.|usa|north american?)"
)
_EDITION = re.compile(
    rf"[\s,;:-]*[(\[]?\s*(?:(?:{_EDITION_WORDS}\s+)*edition(?:\s*-\s*(?:final|main))?"
    r"|online(?: edition)?|website|web site|print|\(online\)|e-?paper)\s*[)\]]?[\s,.]*$"
)


def fold_name(name: str) -> str:
    """The name as it is compared; empty for one without a letter or digit.

    >>> fold_name(" The  GUARDIAN. "), fold_name("El País"), fold_name("Guardian.com.")
    ('guardian', 'el pais', 'guardian com')
    """
    plain = name.lower().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    folded = _MARKS.sub(" ", plain.replace("'", "").replace("(", " (")).strip()
    return folded.removeprefix("the ") or folded


def without_edition(name: str) -> str:
    """The name without the edition behind it; the name itself where there is none.

    >>> without_edition("The Example, Late Edition - Final"), without_edition("The Edition")
    ('The Example', 'The Edition')
    """
    shorter = name
    lowered = name.lower().translate(_LETTERS)
    while len(lowered) == len(shorter) and (match := _EDITION.search(lowered)):
        if not match.start() or lowered[: match.start()].strip() in ("", "the"):
            break
        shorter, lowered = shorter[: match.start()], lowered[: match.start()]
    return shorter


def parted(name: str) -> tuple[str, str]:
    """The name and the place behind it, in brackets or after a comma; "" where there is none.

    >>> parted("The Guardian(London)"), parted("The Herald, Glasgow"), parted("The Herald")
    (('The Guardian', 'London'), ('The Herald', 'Glasgow'), ('The Herald', ''))
    """
    match = _BRACKETS.search(name) or _AFTER_COMMA.search(name)
    if match is None or not match.start():
        return name, ""
    return name[: match.start()], match["inside"]

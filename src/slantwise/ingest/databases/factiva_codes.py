"""The two-letter codes of Factiva, and what each gives."""

import re
from collections.abc import Mapping

from slantwise.ingest.databases.documents import ASIDE, BODY, Part

HEAD: Mapping[str, str] = {
    "SE": "section", "CLM": "", "HD": "title", "BY": "byline", "CR": "credit", "WC": "n_words",
    "PD": "date", "ET": "time", "SN": "outlet", "SC": "", "NGC": "", "GC": "", "ED": "", "PG": "",
    "VOL": "", "LA": "language", "CY": "", "CX": ASIDE, "RBBCAT": "",
}  # fmt: skip
"""Field for each code before the text."""

TEXT: Mapping[str, str] = {"LP": BODY, "TD": BODY}
"""Field for each code of the text."""

TAIL: Mapping[str, str] = {
    "CT": "", "RF": "", "ART": ASIDE, "CO": "", "IN": "", "NS": "", "RE": "", "IPC": "", "IPD": "",
    "PUB": "", "AN": "id", "DESC": "",
}  # fmt: skip
"""Field for each code behind the text."""

FIELDS: Mapping[str, str] = {**HEAD, **TEXT, **TAIL}

_DOCUMENT = re.compile(
    r"(?:Documents?|Dokument|Documento|Документ|文書|文件|文档)[ \u3000]*"
    r"(?P<id>[A-Z0-9]{4,12}\d{8}[A-Za-z0-9]{5,14})"
)
_WORDS = re.compile(
    r"[\d.,\s\u00a0]{1,12}(?:words?|mots?|W[öo]rter|Wort|palabras?|parole|parola|palavras?|woorden"
    r"|слов[оа]?|語|ワード|字|单词|單詞|个字|個字)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*(?:GMT|UTC))?")


def accession_number(text: str) -> str:
    """The number in a line such as "Document IINM000020171113edbd0000d"; empty in others.

    >>> accession_number("Dokument XX00000020200102eg120001a")
    'XX00000020200102eg120001a'
    """
    match = _DOCUMENT.fullmatch(text.strip())
    return match["id"] if match else ""


def is_word_count(text: str) -> bool:
    """Whether the text is a count of words, in any language of the interface.

    >>> is_word_count("1.285 Wörter"), is_word_count("13")
    (True, False)
    """
    return _WORDS.fullmatch(text.strip()) is not None


def is_time(text: str) -> bool:
    """Whether the text is a time of the day and nothing else."""
    return _TIME.fullmatch(text.strip()) is not None


def coded_part(code: str, text: str) -> Part:
    """The part that stands beside a code."""
    field = FIELDS.get(code, "")
    if field == "id":
        number = accession_number(text)
        return Part(text, "id" if number else "", code, len(text) - len(number))
    return Part(text, field, code)


def with_credit(parts: list[Part]) -> tuple[Part, ...]:
    """The parts, with the credit ("Reuters") as byline where no one else signed."""
    signed = any(part.field == "byline" and part.value for part in parts)
    return tuple(
        Part(part.text, "" if signed else "byline", part.label, part.start)
        if part.field == "credit"
        else part
        for part in parts
    )

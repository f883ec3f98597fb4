"""The labels of Nexis, in English, German and French, and what each gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_HEAD: Mapping[str, str] = {
    "section": "section", "rubrik": "section", "rubrique": "section",
    "length": "n_words", "länge": "n_words", "longueur": "n_words",
    "byline": "byline", "autor": "byline", "auteur": "byline",
    "headline": "title",
    "dateline": "dateline",
    "highlight": "aside", "encart": "aside",
    "body": "text",
    "series": "", "distribution": "", "correction-date": "", "source": "", "column": "",
}  # fmt: skip
_TAIL: Mapping[str, str] = {
    "language": "language", "sprache": "language", "langue": "language",
    "url": "url",
    "load-date": "loaded", "update": "loaded", "date-chargement": "loaded",
    "publication-type": "", "type-publication": "", "document-type": "", "type": "",
    "journal-code": "", "zeitungs-code": "", "code-revue": "", "acc-no": "", "docid": "",
    "subject": "", "sujet": "", "person": "", "organization": "", "organisation": "",
    "company": "", "societe": "", "ticker": "", "stock-symbol": "", "symbole-boursier": "",
    "industry": "", "secteur-activite": "", "activity-sector": "", "geographic": "", "country": "",
    "state": "", "city": "", "localisation-geo": "", "geo-localization": "",
    "bibliographie": "", "pub-type": "", "correction-date": "", "series": "",
}  # fmt: skip
_BESIDE: Mapping[str, str] = {
    "graphic": "aside", "grafik": "aside", "graphique": "aside", "correction": "aside",
    "notes": "aside", "chart": "aside", "table": "aside", "enhancement": "",
}  # fmt: skip
_LABEL = re.compile(r"(?P<name>[^\W\d_][\w /-]{1,23}?)\s*:(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label that a block begins with.

    Attributes:
        name: as written, without the colon.
        field: field that it gives, as `documents.Part` has it; "dateline", or "text" where the
            body begins behind it.
        start: where the value begins.
        in_head: whether it stands before a body.
        in_tail: whether it stands behind a body.
        opens: whether blocks without a label behind it belong to it too.
    """

    name: str
    field: str
    start: int
    in_head: bool
    in_tail: bool
    opens: bool


def read_label(text: str, *, capitals: bool = True) -> Label | None:
    """The label that the text begins with; None where it is none of those known.

    Args:
        text: a block.
        capitals: whether labels are written in capitals.

    >>> read_label("LÄNGE: 355 Wörter").field
    'n_words'
    >>> read_label("PARIS: The town"), read_label("Length: of the road")
    (None, None)
    """
    match = _LABEL.match(text)
    if match is None or (capitals and match["name"] != match["name"].upper()):
        return None
    key = match["name"].casefold().replace(" ", "-")
    if key not in _HEAD and key not in _TAIL and key not in _BESIDE:
        return None
    field = _HEAD.get(key) or _TAIL.get(key) or _BESIDE.get(key) or ""
    in_tail = key in _TAIL or key in _BESIDE
    return Label(match["name"], field, match.end(), key in _HEAD, in_tail, key in _BESIDE)

"""The form of a run's parts: one row a record read, nested as `records.as_json` gives it.

Kept apart from the code that writes, so that a part can be checked without one.
"""

import pyarrow as pa

_SPAN = [("start", pa.int32()), ("end", pa.int32())]
_JUDGEMENT = [
    ("state", pa.string()),
    ("stance", pa.string()),
    ("against", pa.float64()),
    ("neutral", pa.float64()),
    ("favour", pa.float64()),
    ("reason", pa.string()),
]


def _struct(*fields: tuple[str, pa.DataType]) -> pa.DataType:
    return pa.struct(list(fields))


def _list_of(*fields: tuple[str, pa.DataType]) -> pa.DataType:
    return pa.list_(_struct(*fields))


_TEXTS = pa.list_(pa.string())
_ARGUMENT = _struct(*_SPAN, ("head", pa.string()), ("actor", pa.string()))

_ARTICLE = _struct(
    ("id", pa.string()),
    ("outlet", pa.string()),
    ("title", pa.string()),
    ("outlet_given", pa.string()),
    ("published", pa.string()),
    ("precision", pa.string()),
    ("url", pa.string()),
    ("event", pa.string()),
    ("byline", pa.string()),
    ("agencies", pa.list_(pa.string())),
    ("section", pa.string()),
    ("language", pa.string()),
    ("path", pa.string()),
    ("record", pa.string()),
    ("text", pa.string()),
    ("title_span", _struct(*_SPAN)),
    ("paragraphs", _list_of(*_SPAN)),
    ("raw", pa.string()),
    ("raw_title", _struct(*_SPAN)),
    ("raw_body", _list_of(*_SPAN)),
    ("raw_language", pa.string()),
    ("origins", _list_of(("field", pa.string()), ("place", pa.string()))),
    ("offsets", _list_of(*_SPAN, ("raw_start", pa.int32()), ("raw_end", pa.int32()))),
    ("removals", _list_of(*_SPAN, ("text", pa.string()), ("rule", pa.string()))),
)

PART = pa.schema(
    [
        ("article", _ARTICLE),
        ("sentences", _list_of(*_SPAN, ("paragraph", pa.int32()), ("bias", pa.float64()))),
        (
            "attributions",
            _list_of(
                ("voice", pa.string()),
                ("content", _list_of(*_SPAN)),
                ("cue", _struct(*_SPAN)),
                ("source", _struct(*_SPAN)),
                ("speaker", pa.string()),
                ("cited_by", pa.int32()),
                ("evidence", pa.string()),
                ("n_words", pa.int32()),
            ),
        ),
        (
            "actors",
            _list_of(
                ("id", pa.string()),
                ("name", pa.string()),
                ("kind", pa.string()),
                ("parent", pa.string()),
                ("aliases_seen", _TEXTS),
            ),
        ),
        (
            "mentions",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("actor", pa.string()),
                ("how", pa.string()),
                ("voice", pa.string()),
                ("speaker", pa.string()),
                *_JUDGEMENT,
            ),
        ),
        (
            "findings",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("kinds", _TEXTS),
                ("voice", pa.string()),
                ("speaker", pa.string()),
                ("actors", _TEXTS),
                ("direction", pa.string()),
                ("confidence", pa.float64()),
                ("evidence", pa.string()),
            ),
        ),
        (
            "weak_findings",
            _list_of(
                *_SPAN,
                ("kind", pa.string()),
                ("voice", pa.string()),
                ("confidence", pa.float64()),
            ),
        ),
        (
            "harms",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("form", pa.string()),
                ("voice", pa.string()),
                ("doer", pa.string()),
            ),
        ),
        (
            "stances",
            _list_of(
                ("actor", pa.string()),
                ("voice", pa.string()),
                ("speaker", pa.string()),
                *_JUDGEMENT,
                ("n_mentions", pa.int32()),
                ("n_abstained", pa.int32()),
                ("n_failed", pa.int32()),
            ),
        ),
        (
            "decisions",
            _list_of(
                ("surface", pa.string()),
                ("actor", pa.string()),
                ("merged", pa.bool_()),
                ("reason", pa.string()),
            ),
        ),
        (
            "words",
            _struct(
                ("outlet", pa.int32()),
                ("direct", pa.int32()),
                ("reported", pa.int32()),
                ("scare", pa.int32()),
            ),
        ),
        (
            "problems",
            _list_of(
                ("stage", pa.string()),
                ("reason", pa.string()),
                ("message", pa.string()),
                ("path", pa.string()),
                ("record", pa.string()),
                ("article_id", pa.string()),
                ("fatal", pa.bool_()),
            ),
        ),
        (
            "references",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("actor", pa.string()),
                ("form", pa.string()),
                ("how", pa.string()),
                ("plain", pa.bool_()),
                ("voice", pa.string()),
                ("speaker", pa.string()),
            ),
        ),
        (
            "predicates",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("lemma", pa.string()),
                ("form", pa.string()),
                ("agent", _ARGUMENT),
                ("patient", _ARGUMENT),
                ("speech", pa.bool_()),
                ("negated", pa.bool_()),
                ("voice", pa.string()),
                ("speaker", pa.string()),
            ),
        ),
        (
            "codes",
            _list_of(
                *_SPAN,
                ("text", pa.string()),
                ("sentence", pa.int32()),
                ("kind", pa.string()),
                ("voice", pa.string()),
                ("speaker", pa.string()),
                ("actors", _TEXTS),
                ("direction", pa.string()),
                ("confidence", pa.float64()),
                ("evidence", pa.string()),
            ),
        ),
    ]
)
"""Schema of `parts/*.parquet`. A record that could not be analysed has no `article`, only
`problems`."""

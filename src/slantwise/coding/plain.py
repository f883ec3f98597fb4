"""Records of this package as plain data, and back."""

from dataclasses import asdict
from typing import Any

from slantwise.coding.lines import Plain
from slantwise.coding.records import Answer, Coding, KeyEntry, Mark, Stratum, Unit
from slantwise.records import Kind, Source, Span, Stance


def unit_to_plain(unit: Unit) -> dict[str, Any]:
    """A unit as plain data."""
    mention = unit.mention
    return {
        **{name: getattr(unit, name) for name in ("id", "article")},
        "start": unit.span.start,
        "end": unit.span.end,
        **{name: getattr(unit, name) for name in ("left", "text", "right", "before", "after")},
        "actor": unit.actor,
        "mention": None if mention is None else [mention.start, mention.end],
        "coders": list(unit.coders),
    }


def unit_from_plain(row: Plain) -> Unit:
    """The unit of `unit_to_plain`.

    Raises:
        KeyError, TypeError, ValueError: the row is of another form.
    """
    span, mention = Span(row["start"], row["end"]), row["mention"]
    if len(row["text"]) != len(span):
        raise ValueError(f"the text of {row['id']} is not as long as its span {span}")
    words = {name: row[name] for name in ("left", "text", "right", "before", "after", "actor")}
    return Unit(
        id=row["id"],
        article=row["article"],
        span=span,
        **words,
        mention=None if mention is None else Span(*mention),
        coders=tuple(row["coders"]),
    )


def entry_to_plain(entry: KeyEntry) -> dict[str, Any]:
    """A key's entry as plain data."""
    return asdict(entry)


def entry_from_plain(row: Plain) -> KeyEntry:
    """The entry of `entry_to_plain`.

    Raises:
        KeyError, TypeError, ValueError: the row is of another form.
    """
    return KeyEntry(
        unit=row["unit"],
        place=int(row["place"]),
        stratum=int(row["stratum"]),
        label=str(row["label"]),
        probability=float(row["probability"]),
        kinds=tuple(Kind(kind) for kind in row["kinds"]),
    )


def stratum_from_plain(row: Plain) -> Stratum:
    """The stratum of `asdict`.

    Raises:
        KeyError, TypeError, ValueError: the row is of another form, or draws more than it holds.
    """
    stratum = Stratum(row["outlet"], row["band"], int(row["n_units"]), int(row["n_sampled"]))
    if not 0 <= stratum.n_sampled <= stratum.n_units:
        raise ValueError(f"{stratum.n_sampled} of {stratum.n_units} units drawn")
    return stratum


def coding_to_plain(coding: Coding) -> dict[str, Any]:
    """A coding as plain data, with where it was read."""
    answer = coding.answer
    return {
        "unit": coding.unit,
        "coder": coding.coder,
        "unsure": answer.unsure,
        "stance": answer.stance,
        "marks": [
            [mark.kind, *(() if mark.span is None else (mark.span.start, mark.span.end))]
            for mark in answer.marks
        ],
        "path": coding.source.path,
        "record": coding.source.record,
    }


def coding_from_plain(row: Plain) -> Coding:
    """The coding of `coding_to_plain`.

    Raises:
        KeyError, TypeError, ValueError: the row is of another form.
    """
    marks = tuple(Mark(Kind(kind), Span(*span) if span else None) for kind, *span in row["marks"])
    stance = None if row["stance"] is None else Stance(row["stance"])
    answer = Answer(unsure=bool(row["unsure"]), marks=marks, stance=stance)
    return Coding(row["unit"], row["coder"], answer, Source(row["path"], row["record"]))

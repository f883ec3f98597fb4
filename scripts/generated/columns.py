"""Columns of nested lists from flat arrays, in the form of a run's parts."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import pyarrow as pa

from generated.invention import Numbers
from slantwise.run.schema import PART


def named(names: Any, numbers: Numbers) -> pa.Array:
    """Values of the members of an enumeration, by their numbers."""
    return pa.array([each.value for each in names]).take(pa.array(numbers))


def some(values: Sequence[str], missing: float, chance: np.random.Generator) -> list[str | None]:
    """The values, a share of them missing by chance."""
    gone = (chance.random(len(values)) < missing).tolist()
    return [None if none else value for none, value in zip(gone, values, strict=True)]


def lists(name: str, counts: Numbers, given: Mapping[str, Any]) -> pa.Array:
    """A list column; what is not given is empty or missing."""
    kind = PART.field(name).type
    offsets = pa.array([0, *accumulate(counts.tolist())], pa.int32())
    rows = struct(kind.value_type, int(counts.sum()), given)
    return pa.ListArray.from_arrays(offsets, rows).cast(kind)


NULLABLE = {"speaker", "cited_by", "parent", "doer", "cue", "source", "title_span", "raw_title"}


def struct(kind: pa.StructType, size: int, given: Mapping[str, Any]) -> pa.Array:
    """A struct column of that size; what is not given is empty or missing."""
    arrays = []
    for field in kind:
        values = given.get(field.name)
        if values is not None:
            made = values if isinstance(values, pa.Array) else pa.array(values, field.type)
            arrays.append(made.cast(field.type))
        elif field.name in NULLABLE or pa.types.is_struct(field.type):
            arrays.append(pa.nulls(size, field.type))
        else:
            arrays.append(pa.array([empty(field.type)] * size, field.type))
    return pa.StructArray.from_arrays(arrays, fields=list(kind))


def empty(kind: pa.DataType) -> Any:
    """The empty value of a column that may not be missing."""
    if pa.types.is_string(kind):
        return ""
    return [] if pa.types.is_list(kind) else 0

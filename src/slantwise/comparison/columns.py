"""Columns of a run's parts as arrays of numbers."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.comparison.counts import FORMS, KINDS, STANCES, VOICES, Flags, Floats, Ints

VOICE_NAMES = pa.array([voice.value for voice in VOICES])
KIND_NAMES = pa.array([kind.value for kind in KINDS])
STANCE_NAMES = pa.array([stance.value for stance in STANCES])
FORM_NAMES = pa.array([form.value for form in FORMS])


def codes(names: pa.Array, known: pa.Array) -> Ints:
    """Array [row] of positions in `known`."""
    return numbers(pc.index_in(names, value_set=known))


def numbers(array: pa.Array) -> Ints:
    """Array [row] of whole numbers; a missing one is 0."""
    return np.asarray(pc.fill_null(array, 0).to_numpy(zero_copy_only=False), np.int64)


def floats(array: pa.Array) -> Floats:
    """Array [row] of numbers; a missing one is NaN."""
    return np.asarray(array.to_numpy(zero_copy_only=False), np.float64)


def flags(array: pa.Array) -> Flags:
    """Array [row] of truth values; a missing one is false."""
    return np.asarray(pc.fill_null(array, False).to_numpy(zero_copy_only=False), np.bool_)


def given(array: pa.Array) -> Flags:
    """Array [row], whether there is a value."""
    return np.asarray(array.is_valid().to_numpy(zero_copy_only=False), np.bool_)


def rows_of(column: pa.ChunkedArray) -> tuple[Ints, pa.StructArray]:
    """A list column as rows: array [row] of the list that each stands in, and the rows."""
    lists = column.combine_chunks()
    return numbers(pc.list_parent_indices(lists)), lists.flatten()

"""The network that chooses whom a finding falls on, with weights to add up by hand."""

import json
from pathlib import Path

import numpy as np
import pytest

from slantwise.errors import ModelError
from slantwise.framing.choosing import SHIPPED, Chooser, read_chooser, shipped_chooser
from slantwise.framing.reasons import REASONS


def test_reasons_are_weighed_by_units_that_are_cut_at_nought() -> None:
    # Two reasons, two units. Row 1: units 1·1 + 0 = 1 and 1·-2 + 1 = -1, cut to 0: 3·1 + 2·0 = 3.
    # Row 2: units 2·0.5 + 0 = 1 and 2·1 + 1 = 3: 3·1 + 2·3 = 9.
    chooser = Chooser(
        np.array([[1.0, -2.0], [0.5, 1.0]]), np.array([0.0, 1.0]), np.array([3.0, 2.0])
    )
    assert chooser.weigh(np.array([[1.0, 0.0], [0.0, 2.0]])).tolist() == [3.0, 9.0]


def test_nobody_is_weighed_where_nobody_is_near() -> None:
    assert shipped_chooser().weigh(np.zeros((0, len(REASONS)))).tolist() == []


def test_the_shipped_weights_are_read_as_they_were_written() -> None:
    data, chooser = json.loads(SHIPPED.read_text(encoding="utf-8")), read_chooser(SHIPPED)
    assert chooser.into.tolist() == list(data["reasons"].values())
    assert len(chooser.digest) == 64


def test_weights_of_no_file_are_named_by_themselves() -> None:
    one, two = np.array([[1.0]]), np.array([[2.0]])
    nought = np.array([0.0])
    first, again, other = (Chooser(each, nought, nought) for each in (one, one, two))
    assert first.digest == again.digest != other.digest


def test_weights_of_other_reasons_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "choosing.json"
    path.write_text(json.dumps({"reasons": {"picked": [1.0]}, "bias": [0.0], "out": [1.0]}))
    with pytest.raises(ModelError, match="weights for 1 reasons"):
        read_chooser(path)

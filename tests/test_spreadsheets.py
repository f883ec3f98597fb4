import csv
import io

import pytest

from slantwise.spreadsheets import as_typed, table


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@x", "＝1", "'=1", "'tis", "plain", 'a "b", c\r\nd', "'", ""]
)
def test_what_is_written_is_read_as_it_was_typed(cell):
    (row,) = csv.reader(io.StringIO(table([[cell, "end"]]), newline=""))
    assert as_typed(row[0]) == cell
    assert not row[0].startswith(("=", "+", "-", "@", "＝"))

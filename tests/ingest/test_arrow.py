import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.ingest import IngestSettings, read
from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

TABLE = pa.table({
    "headline": ["Ferry delayed", None],
    "text": ["It left late.", "Nobody was hurt."],
    "outlet": ["X", "Y"],
    "embedding": [[1.0], [2.0]],
})  # fmt: skip


def arrow(*, stream: bool) -> bytes:
    content = io.BytesIO()
    begin = pa.ipc.new_stream if stream else pa.ipc.new_file
    with begin(content, TABLE.schema) as writer:
        writer.write_table(TABLE, max_chunksize=1)
    return content.getvalue()


@pytest.mark.parametrize("stream", [True, False])
def test_both_forms_of_arrow(put: Put, reading: Reading, stream: bool) -> None:
    articles, problems = reading(put("a.arrow", arrow(stream=stream)))
    assert [(a.outlet, a.source.record) for a in articles] == [("X", "row 1"), ("Y", "row 2")]
    assert problems == []
    assert {(o.field, o.place) for o in articles[0].origins} >= {("title", "'headline'")}


def test_a_saved_data_set_is_a_folder(put: Put, reading: Reading) -> None:
    put("set/dataset_dict.json", json.dumps({"splits": ["train"]}))
    put("set/train/state.json", "{}")
    put("set/train/dataset_info.json", "{}")
    put("set/train/cache-1.arrow", arrow(stream=True))
    put("set/train/data-00000-of-00002.arrow", arrow(stream=True))
    folder = put("set/train/data-00001-of-00002.arrow", arrow(stream=True)).parent.parent
    articles, problems = reading(folder)
    assert [a.id for a in articles] == [
        f"train/data-0000{file}-of-00002.arrow#{row}" for file in (0, 1) for row in (1, 2)
    ]
    assert problems == []


def test_as_the_library_saves_it(tmp_path: Path, reading: Reading) -> None:
    datasets = pytest.importorskip("datasets")
    saved = datasets.Dataset.from_dict({"text": ["One.", "Two."], "outlet": ["X", "Y"]})
    datasets.DatasetDict({"train": saved}).save_to_disk(str(tmp_path / "set"))
    articles, problems = reading(tmp_path / "set")
    assert [(a.raw, a.outlet) for a in articles] == [("One.", "X"), ("Two.", "Y")]
    assert problems == []


def test_tables_without_text_and_empty_ones(put: Put, reading: Reading) -> None:
    content = io.BytesIO()
    with pa.ipc.new_file(content, pa.schema([("label", pa.int8())])):
        pass
    assert [p.reason for p in reading(put("a.arrow", content.getvalue()))[1]] == ["missing-column"]


WHOLE = {stream: arrow(stream=stream) for stream in (True, False)}


@given(
    stream=st.booleans(),
    changes=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=6),
    kept=st.integers(8, 4000),
)
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_damage_gives_articles_or_problems(
    put: Put, stream: bool, changes: list[tuple[int, int]], kept: int
) -> None:
    content = bytearray(WHOLE[stream])
    for place, byte in changes:
        content[place % len(content)] = byte
    path = put("a.arrow", bytes(content[:kept]))
    for item in read([path], IngestSettings(format="arrow")):
        if isinstance(item, Article):
            item.raw.encode()

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from slantwise.ingest.json_objects import Found, json_objects


def objects(text: str, limit: int = 10_000) -> list[Found]:
    return list(json_objects(io.StringIO(text), limit))


def test_objects_of_an_array_and_one_after_another() -> None:
    assert objects('[{"a": "}"},\n {"b": {"c": 1}}]') == [
        Found('{"a": "}"}', 1),
        Found('{"b": {"c": 1}}', 2),
    ]
    assert [found.text for found in objects('{"a": 1}{"b": 2}\n\n{}')] == [
        '{"a": 1}',
        '{"b": 2}',
        "{}",
    ]


def test_an_object_never_closed_is_a_failure_and_the_next_one_read() -> None:
    found = objects('[{"a": {"x": 1},\n{"b": 2},\n{"c": 3}]')
    assert found[0] == Found("", 1, "cut-off")
    assert [item.text for item in found[1:]] == ['{"b": 2}', '{"c": 3}']


def test_an_unclosed_string_is_a_failure() -> None:
    assert objects('{"a": "never') == [Found("", 1, "cut-off")]


def test_an_object_over_the_limit_is_a_failure() -> None:
    assert objects('{"a": "' + "x" * 50, limit=20)[0].failure == "too-long"


def test_after_a_hundred_failures_it_gives_up() -> None:
    found = objects("{{}\n" * 150)
    # Each line opens one brace more than it closes, so that no object but the inner ones ends.
    assert [item.failure for item in found] == ["cut-off"] * 100 + ["given-up"]
    assert found[-1].line == 101


def test_nothing() -> None:
    assert objects("") == []
    assert objects("[1, 2]") == []


@given(
    st.lists(
        st.dictionaries(
            st.text(max_size=5),
            st.recursive(st.text(max_size=9), lambda inner: st.lists(inner, max_size=2)),
            max_size=3,
        ),
        max_size=5,
    ),
    st.booleans(),
)
def test_every_object_comes_back_in_order(values: list[dict[str, object]], ascii_: bool) -> None:
    text = json.dumps(values, ensure_ascii=ascii_, indent=1)
    assert [json.loads(found.text) for found in objects(text)] == values


@given(st.text(alphabet='{}[]",\\ a:\n', max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    lines = [found.line for found in objects(text)]
    assert lines == sorted(lines)

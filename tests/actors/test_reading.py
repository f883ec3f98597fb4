from datetime import date

import pytest

from slantwise.actors.reading import read_file
from slantwise.errors import SettingsError


@pytest.fixture
def read(tmp_path):
    def run(text: str | bytes):
        path = tmp_path / "t.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_file(path)

    return run


def test_entries_come_in_order_with_their_lines(read):
    entries = read(
        "# ours\n"
        "- id: b\n  name: Bé\n  kind: state\n  aliases: [NO, 'Yes']\n  parent:\n"
        "- id: a\n  name: A\n  kind: person\n  titles: [King]\n"
    )
    assert [(e.id, e.name, e.line) for e in entries] == [("b", "Bé", 2), ("a", "A", 7)]
    # YAML would make a truth value of a bare NO; a name stays what is written.
    assert entries[0].aliases == ("NO", "Yes") and entries[0].parent is None
    assert entries[1].titles == ("King",)


@pytest.mark.parametrize("text", ["", "# only a remark\n", "[]\n"])
def test_an_empty_file_gives_no_entries(read, text):
    assert read(text) == ()


def test_parts_of_dates_are_completed(read):
    (entry,) = read("- {id: a, name: A, kind: state, valid_from: '2019', valid_to: 2020-02}")
    # 2020 is a leap year: its February has 29 days.
    assert (entry.valid_from, entry.valid_to) == (date(2019, 1, 1), date(2020, 2, 29))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("- id: a\n  name: A\n  kind: state\n  nmae: B\n", 4, "unknown key 'nmae'"),
        ("- name: A\n  kind: state\n", 1, "lacks its 'id'"),
        ("- id: a\n  kind: state\n", 1, "lacks its 'name'"),
        ("- id: A b\n  name: A\n  kind: state\n", 1, "is not an id"),
        ("- id: a\n  name: A\n  kind: planet\n", 3, "unknown kind 'planet'"),
        ("- id: a\n  name: A\n  kind: state\n  aliases: B\n", 4, "takes a list"),
        ("- id: a\n  name: [A]\n  kind: state\n", 2, "takes one value"),
        ("- id: a\n  name: A\n  kind: state\n  aliases: ['']\n", 4, "empty name"),
        ("- id: a\n  name: A\n  kind: state\n  valid_to: soon\n", 4, "is not a date"),
        ("- {id: a, name: A, kind: state, valid_from: 2020, valid_to: 2019}", 1, "lies before"),
        ("- id: a\n  id: b\n", 2, "stands twice"),
        ("id: a\n", 1, "expected a list of entries"),
        ("just words\n", 1, "expected a list of entries"),
        ("- a\n", 1, "expected an entry"),
        ("- id: a\n  name: A\n  kind: state\n  aliases: [[B]]\n", 4, "nested lists"),
        ("- id: !!python/object:os.system a\n", 1, "is not allowed"),
        ("- &x {id: a, name: A, kind: state}\n- *x\n", 2, "expected an entry"),
        ("- id: 'a\n", 2, "not YAML"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(read, text, line, reason):
    with pytest.raises(SettingsError, match=reason) as error:
        read(text)
    assert f"t.yaml, line {line}:" in str(error.value)


@pytest.mark.parametrize("text", [b"- id: \xff\xfe\n", b"\x00\x01\x02", b"- \x07\n"])
def test_a_binary_file_is_refused(read, text):
    with pytest.raises(SettingsError, match="identity table"):
        read(text)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        read_file(tmp_path / "none.yaml")


def test_deeply_nested_brackets_are_refused_at_once(read):
    with pytest.raises(SettingsError, match="line 1"):
        read("- id: " + "[" * 100_000)


def test_several_documents_are_refused(read):
    with pytest.raises(SettingsError, match="several YAML documents"):
        read("- {id: a, name: A, kind: state}\n---\n- {id: b, name: B, kind: state}\n")

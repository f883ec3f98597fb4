from datetime import date

import pytest

from slantwise.actors.reading import merge, read_file, read_source


@pytest.fixture
def read(tmp_path):
    def run(text: str | bytes):
        path = tmp_path / "t.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_file(path)

    return run


def test_entries_come_in_order_with_their_lines(read):
    reading = read(
        "# ours\n"
        "- id: b\n  name: Bé\n  kind: state\n  aliases: [NO, 'Yes']\n  parent:\n"
        "- id: a\n  name: A\n  kind: person\n  titles: [King]\n"
    )
    entries = reading.identities
    assert reading.faults == () and reading.whole
    assert [(e.id, e.name, e.line) for e in entries] == [("b", "Bé", 2), ("a", "A", 7)]
    # YAML would make a truth value of a bare NO; a name stays what is written.
    assert entries[0].aliases == ("NO", "Yes") and entries[0].parent is None
    assert entries[1].titles == ("King",)


@pytest.mark.parametrize("text", ["", "# only a remark\n", "[]\n"])
def test_an_empty_file_gives_no_entries(read, text):
    reading = read(text)
    assert (reading.identities, reading.faults, reading.whole) == ((), (), True)


def test_parts_of_dates_are_completed(read):
    text = "- {id: a, name: A, kind: state, valid_from: '2019', valid_to: 2020-02}"
    (entry,) = read(text).identities
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
    (fault,) = (fault for fault in read(text).faults if reason in fault.message)
    assert f"t.yaml, line {line}:" in str(fault)


def test_every_fault_is_told_and_sound_entries_stay(read):
    reading = read(
        "- id: a\n  name: [A]\n  kind: planet\n  aliases: ['', B, !!int 3]\n"  # lines 1 to 4
        "- {id: b, name: B, kind: state}\n"
        "- {colour: {deep: [red]}, kind: state, valid_to: soon}\n"
        "- just words\n"
        "- {id: c, name: C, kind: state}\n"
    )
    assert [(f.line, f.message.split(";")[0].split(",")[0]) for f in reading.faults] == [
        (2, "'name' takes one value"),
        (3, "unknown kind 'planet'"),
        (4, "'aliases' holds an empty name."),
        (4, "the tag 'tag:yaml.org"),
        (6, "'soon' is not a date"),
        (6, "an entry lacks its 'id'."),
        (6, "an entry lacks its 'name'."),
        (6, "unknown key 'colour'"),
        (7, "expected an entry of keys and values ('- id: …')."),
    ]
    assert [entry.id for entry in reading.identities] == ["b", "c"]
    assert (reading.spoilt, reading.whole) == ({"a"}, True)


def test_what_stands_before_a_break_is_read(read):
    reading = read("- {id: a, name: A, kind: state}\n- {id: b, name: 'B\n")
    assert [entry.id for entry in reading.identities] == ["a"]
    (fault,) = reading.faults
    assert "not YAML" in fault.message
    assert "What follows in this file was not read." in fault.message
    assert not reading.whole


@pytest.mark.parametrize("text", [b"- id: \xff\xfe\n", b"\x00\x01\x02", b"- \x07\n"])
def test_a_binary_file_is_a_fault(read, text):
    reading = read(text)
    assert "identity table" in str(reading.faults[0]) and not reading.whole


def test_a_missing_file_is_a_fault(tmp_path):
    (fault,) = read_file(tmp_path / "none.yaml").faults
    assert "none.yaml: cannot be read" in str(fault)


def test_deeply_nested_brackets_cost_no_time(read):
    # Read to the end they would take a minute: the scanner's time grows with the depth squared.
    reading = read("- {id: a, name: A, kind: state}\n- id: " + "[" * 100_000)
    assert [entry.id for entry in reading.identities] == ["a"]
    assert "nested deeper than 20 levels" in reading.faults[-1].message


def test_several_documents_are_a_fault(read):
    reading = read("- {id: a, name: A, kind: state}\n---\n- {id: b, name: B, kind: state}\n")
    assert "several YAML documents" in reading.faults[0].message
    assert [entry.id for entry in reading.identities] == ["a"] and not reading.whole


def test_a_folder_tells_the_faults_of_all_its_files(tmp_path):
    (tmp_path / "b.yaml").write_text("- {id: a, name: A, kind: moon}\n")
    (tmp_path / "a.yml").write_text("- {id: c, name: C, kind: state}\n- {kind: state}\n")
    (tmp_path / "c.yaml").write_text("\n- {id: c, name: C, kind: state}\n")
    reading = read_source(tmp_path)
    assert [(fault.path[-6:], fault.line) for fault in reading.faults] == [
        ("/a.yml", 2),
        ("/a.yml", 2),
        ("b.yaml", 1),
        ("c.yaml", 2),
    ]
    assert [entry.id for entry in reading.identities] == ["c"]


def test_a_later_source_replaces_entries(tmp_path):
    one, two = tmp_path / "1.yaml", tmp_path / "2.yaml"
    one.write_text("- {id: a, name: A, kind: state}\n- {id: b, name: B, kind: state}\n")
    two.write_text("- {id: a, name: Z, kind: state}\n- {id: c, kind: state}\n")
    reading = merge([read_source(one), read_source(two)])
    assert [(entry.id, entry.name) for entry in reading.identities] == [("a", "Z"), ("b", "B")]
    assert len(reading.faults) == 1 and reading.spoilt == {"c"} and reading.whole
    assert merge([]).identities == ()

import pickle
from pathlib import Path

import pytest

from slantwise.errors import SettingsError
from slantwise.outlets import Outlet, OutletTable, read_outlets


@pytest.mark.parametrize(
    "written",
    [
        "The Coast Herald",
        "COAST HERALD",
        "Coast Herald(Qora)",
        "Coast Herald (UK)",
        "The Coast Herald (Qora, England)",
        "CoastHerald.com.",
        "coastherald.example",
        "www.ch.example",
        "Herald of the Coast, Final Edition",
    ],
)
def test_names_of_one_outlet(table: OutletTable, written: str) -> None:
    found = table.resolve(written)
    assert found is not None
    assert found.id == "coast-herald"


@pytest.mark.parametrize(
    "written", ["Coast Herald (Lagos)", "Coast Mail", "Delta", "", "—", "Herald", "unknown.example"]
)
def test_what_is_not_known_is_not_guessed(table: OutletTable, written: str) -> None:
    assert table.resolve(written) is None


def test_a_place_tells_outlets_of_one_name_apart(table: OutletTable) -> None:
    found = table.resolve("The Coast Herald (Nigeria)")
    assert found is not None
    assert found.id == "coast-herald-ng"


def test_the_address_speaks_only_where_the_name_does_not(table: OutletTable) -> None:
    north = "https://www.north.example/a"
    assert table.resolve("Delta", north) == table.outlets["delta-a"]
    assert table.resolve("", north) == table.outlets["delta-a"]
    assert table.resolve("Coast Herald", north) == table.outlets["coast-herald"]
    assert table.resolve("Politics Desk", north) is None


def test_the_longest_domain_counts(table: OutletTable) -> None:
    assert table.by_domain("http://sport.ng.ch.example/x") == table.outlets["coast-herald-ng"]
    assert table.by_domain("http://sport.ch.example/x") == table.outlets["coast-herald"]
    assert table.by_domain("notch.example") is None
    assert table.by_domain("http://[bad") is None


def test_a_table_survives_pickling_and_has_one_digest(table: OutletTable) -> None:
    again = pickle.loads(pickle.dumps(table))
    assert again.digest() == table.digest()
    assert again.resolve("Coast Herald (UK)") == table.outlets["coast-herald"]
    assert OutletTable().digest() != table.digest()


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ((Outlet("a", "One"), Outlet("b", "The ONE")), "name 'one' of 'b'"),
        ((Outlet("a", "One", domains=("x.example",)), Outlet("b", "Two", domains=("x.example",))),
         "domain 'x.example'"),
        ((Outlet("a", "One", ambiguous=("One",)), Outlet("b", "One")), "listed as ambiguous"),
        ((Outlet("a", "One", marks=("X",)), Outlet("b", "Two", marks=("X",))), "mark 'X'"),
    ],
)  # fmt: skip
def test_entries_that_clash_are_refused(entries: tuple[Outlet, ...], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        OutletTable(entries)


def test_own_entries_add_and_override(tmp_path: Path) -> None:
    ours, own = tmp_path / "ours.yaml", tmp_path / "own.yaml"
    ours.write_text("- {id: a, name: One}\n- {id: b, name: Two, domains: [two.example]}\n")
    own.write_text("- {id: b, name: Deux, country: FR}\n- {id: c, name: Three}\n")
    table = read_outlets([ours, own])
    assert [outlet.name for outlet in table.outlets.values()] == ["One", "Deux", "Three"]
    assert table.resolve("Two") is None


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("- id: a\n  name: One\n  color: red\n", 3, "unknown key 'color'"),
        ("- id: a\n", 1, "lacks its 'name'"),
        ("- {id: a, name: One}\n- {id: A b, name: Two}\n", 2, "is not an id"),
        ("- {id: a, name: One, kind: blog}\n", 1, "unknown kind 'blog'"),
        ("- {id: a, name: One, country: uk}\n", 1, "no country code"),
        ("- {id: a, name: One, domains: ['https://x.example']}\n", 1, "no domain"),
        ("- {id: a, name: One, aliases: Uno}\n", 1, "takes a list"),
        ("- {id: a, name: One, name: Two}\n", 1, "stands twice"),
        ("- {id: a, name: [One]}\n", 1, "expected a text"),
        ("a: b\n", 1, "expected a list"),
        ("- {id: a, name: One}\n- {id: a, name: Two}\n", 2, "the id 'a'"),
        ("- {id: a\n", 2, "not YAML"),
    ],
)
def test_bad_tables_are_named_by_file_and_line(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text)
    with pytest.raises(SettingsError, match=message) as raised:
        read_outlets([path])
    assert f"{path}, line {line}" in str(raised.value)


def test_a_missing_table_and_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no outlet table"):
        read_outlets([tmp_path / "no.yaml"])
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    assert read_outlets([tmp_path / "empty.yaml"]).outlets == {}

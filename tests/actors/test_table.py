import pickle

import pytest

from slantwise.actors import read_tables
from slantwise.errors import SettingsError

STATE = "- {id: aland, name: Åland, kind: state, demonyms: [Alandic]}\n"
ARMY = "- {id: aland-army, name: Aland Guard, kind: army, parent: aland}\n"
UNIT = "- {id: unit, name: First Unit, kind: army, parent: aland-army}\n"


@pytest.fixture
def folder(tmp_path):
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "b.yaml").write_text(STATE, encoding="utf-8")
    (ours / "a.yml").write_text(ARMY + UNIT, encoding="utf-8")
    (ours / "notes.txt").write_text("not a table", encoding="utf-8")
    return ours


def test_a_folder_is_one_table(folder):
    table = read_tables([folder])
    assert list(table.identities) == ["aland", "aland-army", "unit"]
    assert table.roll_up("unit") == "aland" == table.roll_up("aland")
    assert table.members("aland") == ("aland-army", "unit")
    assert table.members("unit") == () == table.members("nobody")


def test_roll_up_of_composed_and_unknown_ids(folder):
    table = read_tables([folder])
    assert table.roll_up("aland/police") == "aland"
    assert table.roll_up("aland-army/spokesman") == "aland"
    assert table.roll_up("unlisted:x") == "unlisted:x"


def test_a_side_counts_its_members_and_is_nobodys_top(folder, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "- {id: in, name: Those in office, kind: group}\n"
        "- {id: aland, name: Aland, kind: state, parent: in}\n",
        encoding="utf-8",
    )
    table = read_tables([folder, mine])
    assert table.is_side("in") and not table.is_side("aland") and not table.is_side("group:in")
    assert table.members("in") == ("aland", "aland-army", "unit")
    assert [table.roll_up(actor) for actor in ("unit", "aland/police", "in")] == [
        "aland", "aland", "in",
    ]  # fmt: skip


def test_a_later_file_adds_and_replaces_whole_entries(folder, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "- {id: aland, name: Aland Islands, kind: territory}\n- {id: new, name: N, kind: party}\n",
        encoding="utf-8",
    )
    table = read_tables([folder, mine])
    assert list(table.identities) == ["aland", "aland-army", "new", "unit"]
    assert table.lookup("Aland Islands")[0].how == "name"
    assert table.lookup("Alandic") == ()


def test_one_id_twice_in_one_source_is_refused(folder):
    (folder / "c.yaml").write_text("\n" + STATE, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"c\.yaml, line 2: the id 'aland' stands already"):
        read_tables([folder])


def test_a_missing_path_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="there is no identity table"):
        read_tables([tmp_path / "none"])


def test_digest_is_of_the_content_alone(folder, tmp_path):
    one = tmp_path / "one.yaml"
    one.write_text("# all in one\n" + UNIT + ARMY + STATE, encoding="utf-8")
    assert read_tables([one]).digest() == read_tables([folder]).digest()
    one.write_text(UNIT + ARMY + STATE.replace("Alandic", "Alander"), encoding="utf-8")
    assert read_tables([one]).digest() != read_tables([folder]).digest()


def test_a_table_survives_pickling(folder):
    table = read_tables([folder])
    again = pickle.loads(pickle.dumps(table))
    assert again.digest() == table.digest()
    assert again.lookup("Aland")[0].identity == table.lookup("Åland")[0].identity


def test_no_tables_give_an_empty_one():
    assert read_tables([]).lookup("Israel") == ()


def test_the_shipped_table_is_valid(corpora):
    folder = corpora / "actors"
    if not folder.is_dir():
        pytest.skip("the shipped identity table is not in this checkout")
    table = read_tables([folder])
    for form in ("Turkiye", "Türkiye", "Turkey", "Turkish", "Ankara"):
        assert [c.identity.id for c in table.lookup(form)] == ["turkiye"], form
    assert table.roll_up("hakan-fidan") == "turkiye"


def test_all_that_is_wrong_is_counted(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text("- {id: a, name: A, kind: moon}\n- {id: b, name: B, kind: state, parent: z}\n")
    with pytest.raises(SettingsError, match=r"line 1: unknown kind 'moon'.* 1 more"):
        read_tables([path])

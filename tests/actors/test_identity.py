from datetime import date

from slantwise.actors.identity import Identity
from slantwise.records import ActorKind


def entry(**more) -> Identity:
    return Identity("a", "A", ActorKind.STATE, **more)


def test_holds_on_its_first_and_last_day_and_on_an_unknown_one():
    held = entry(valid_from=date(2020, 1, 1), valid_to=date(2020, 12, 31))
    assert held.holds(date(2020, 1, 1)) and held.holds(date(2020, 12, 31)) and held.holds(None)
    assert not held.holds(date(2019, 12, 31)) and not held.holds(date(2021, 1, 1))


def test_overlaps_needs_one_common_day():
    early = entry(valid_to=date(2020, 6, 30))
    assert early.overlaps(entry(valid_from=date(2020, 6, 30)))
    assert not early.overlaps(entry(valid_from=date(2020, 7, 1)))
    assert entry().overlaps(entry())


def test_forms_come_with_how_and_ambiguous_ones_count():
    named = entry(acronyms=("AA",), demonyms=("Aish",), ambiguous=("Alpha",))
    assert list(named.forms()) == [
        ("A", "name"), ("AA", "acronym"), ("Aish", "demonym"), ("Alpha", "alias"),
    ]  # fmt: skip


def test_where_names_file_and_line():
    assert Identity("a", "A", ActorKind.STATE, path="t.yaml", line=4).where == "t.yaml, line 4"

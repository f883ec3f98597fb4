import random
from collections.abc import Callable, Iterable
from itertools import permutations

import pytest
from tests.duplicates.conftest import words

from slantwise.duplicates import DuplicateSettings, Group, Sketch, find_duplicates, sort_key

Make = Callable[..., Sketch]
TEXT = words(0, 100)


def groups(sketches: Iterable[Sketch], **settings: float) -> list[Group]:
    ordered = sorted(sketches, key=sort_key)
    return list(find_duplicates(ordered, DuplicateSettings(**settings)))  # type: ignore[arg-type]


def ids(found: Iterable[Group]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(g.counts, [(v.id, v.how) for v in g.versions]) for g in found]


def test_the_same_text_of_one_outlet_is_one_article(make: Make) -> None:
    found = groups([make("b", TEXT), make("a", TEXT.upper())])
    # One instant and one length: the id decides, and the last counts.
    assert ids(found) == [("b", [("a", "exact")])]
    assert found[0].versions[0].similarity == 1


def test_an_update_counts_and_the_earlier_version_is_listed(make: Make) -> None:
    later = f"{TEXT} {words(500, 12)}"
    # 96 sequences in the first, 108 in the second, 96 in common: 96 / 108 = 0.89.
    found = groups([make("v2", later, 0.1), make("v1", TEXT, 0), make("other", words(900, 90))])
    assert ids(found) == [("v2", [("v1", "near")])]
    assert found[0].versions[0].similarity == pytest.approx(0.89, abs=0.09)


def test_a_chain_of_updates_is_one_group(make: Make) -> None:
    texts = [f"{TEXT} {words(500, 12 * n)}" for n in range(4)]
    found = groups([make(f"v{n}", text, n) for n, text in enumerate(texts)])
    assert ids(found) == [("v3", [("v0", "near"), ("v1", "near"), ("v2", "near")])]


def test_copies_in_two_outlets_are_two_articles(make: Make) -> None:
    assert groups([make("a", TEXT), make("b", TEXT, outlet="The Other")]) == []


@pytest.mark.parametrize(("days", "n_groups"), [(7, 1), (7.1, 0)])
def test_the_window_is_counted_in_days(make: Make, days: float, n_groups: int) -> None:
    assert len(groups([make("a", TEXT), make("b", TEXT, days)])) == n_groups


def test_the_window_begins_with_the_first_version(make: Make) -> None:
    # Days 0, 5 and 10: the third is within seven days of the second, not of the first.
    found = groups([make(str(day), TEXT, day) for day in (0, 5, 10)])
    assert ids(found) == [("5", [("0", "exact")])]


def test_articles_without_date_are_near_every_day(make: Make) -> None:
    found = groups([make("a", TEXT, None), make("b", TEXT, 400)])
    assert ids(found) == [("b", [("a", "exact")])]


def test_one_address_needs_less_alikeness(make: Make) -> None:
    # 96 sequences each, 46 in common: 46 / 146 = 0.32.
    other = words(50, 100)
    url = "https://a.example/x"
    assert groups([make("a", TEXT), make("b", other, 1)]) == []
    found = groups([make("a", TEXT, url=url), make("b", other, 1, url=url + "?utm_source=z")])
    assert ids(found) == [("b", [("a", "same-url")])]
    assert groups([make("a", TEXT, url=url), make("b", words(900, 90), 1, url=url)]) == []


def test_short_texts_are_alike_only_where_they_are_the_same(make: Make) -> None:
    short = words(0, 20)
    assert groups([make("a", short), make("b", short + " more", 1)]) == []
    assert len(groups([make("a", short), make("b", short, 1)])) == 1


def test_the_order_of_arrival_changes_nothing(make: Make) -> None:
    sketches = [
        make("v1", TEXT, 0),
        make("v2", f"{TEXT} {words(500, 12)}", 0),
        make("c", TEXT, None),
        make("d", words(900, 90), 3),
    ]
    results = {tuple(map(str, groups(order))) for order in permutations(sketches)}
    assert len(results) == 1


def test_memory_holds_the_window_alone(make: Make) -> None:
    from slantwise.duplicates.finding import _Live

    live = _Live(DuplicateSettings(window_days=2))
    for day in range(50):
        sketch = make(str(day), words(200 * day, 60), day)
        list(live.leave_behind(sketch))
        live.take(sketch)
    # Days 47, 48 and 49, each with one exact hash and 32 bands.
    assert len(live._dated) == 3
    assert len(live._by_key) == 3 * 33


def test_sketches_out_of_order_are_refused(make: Make) -> None:
    with pytest.raises(ValueError, match="sort by sort_key"):
        list(find_duplicates([make("a", TEXT, 1), make("b", TEXT, 0)]))


def test_no_sketches_no_groups() -> None:
    assert list(find_duplicates([])) == []


def test_random_texts_are_never_alike(make: Make) -> None:
    draw = random.Random(3)
    texts = [" ".join(draw.choices("abcdefghij", k=80)) for _ in range(60)]
    assert groups([make(str(n), text) for n, text in enumerate(texts)]) == []

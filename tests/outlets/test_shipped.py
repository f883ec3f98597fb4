"""What the README of the shipped table promises."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from slantwise.outlets import OutletTable, read_outlets


@pytest.fixture(scope="module")
def shipped(corpora: Path) -> OutletTable:
    return read_outlets([corpora / "outlets"])


def test_counts_are_those_of_the_readme(shipped: OutletTable, corpora: Path) -> None:
    text = (corpora / "outlets" / "README.md").read_text(encoding="utf-8")
    kinds = Counter(outlet.kind for outlet in shipped.outlets.values())
    for kind, count in kinds.items():
        assert re.search(rf"\| {kind} \| {count} \|", text), (kind, count)
    countries = {outlet.country for outlet in shipped.outlets.values()}
    assert f"**{len(shipped.outlets)}** entries of {len(countries)} countries" in text


def test_entries_are_sorted_and_every_country_has_its_names(
    shipped: OutletTable, corpora: Path
) -> None:
    lines = (corpora / "outlets" / "outlets.yaml").read_text(encoding="utf-8").splitlines()
    ids = [match[1] for line in lines if (match := re.match(r'- \{id: "?([a-z0-9-]+)', line))]
    assert ids == sorted(ids)
    assert set(ids) == set(shipped.outlets)
    countries = yaml.safe_load((corpora / "outlets" / "countries.yaml").read_text("utf-8"))
    assert {outlet.country for outlet in shipped.outlets.values()} <= set(countries)


def test_agencies_have_marks_and_no_other_has(shipped: OutletTable) -> None:
    for outlet in shipped.outlets.values():
        assert not outlet.marks or outlet.kind == "agency", outlet.id


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("The Guardian(London)", "The Guardian"),
        ("Guardian.com.", "The Guardian"),
        ("Guardian (UK)", "The Guardian"),
        ("theguardian.com", "The Guardian"),
        ("https://www.theguardian.com/world/x", "The Guardian"),
        ("The Guardian (Nigeria)", "The Guardian (Nigeria)"),
        ("The New York Times, Late Edition - Final", "The New York Times"),
        ("The Telegraph (Kolkata)", "The Telegraph (India)"),
        ("FOX", "Fox News"),
        ("People's Daily Online", "People's Daily"),
        ("Al-Jazeera English", "Al Jazeera"),
        ("Metro.co.uk", "Metro"),
    ],
)
def test_names_as_databases_print_them(shipped: OutletTable, written: str, name: str) -> None:
    found = shipped.resolve(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["ABC News", "The Herald", "El Universal", "Daily Klaxon"])
def test_names_that_several_bear_or_none_stay(shipped: OutletTable, written: str) -> None:
    assert shipped.resolve(written) is None

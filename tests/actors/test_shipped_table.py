"""What the README of the shipped identity table promises."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from babel import Locale

from slantwise.actors import IdentityTable, explain, read_tables
from slantwise.actors.roles import ROLES, role_at
from slantwise.records import ActorKind

OBSERVERS = {"holy-see", "palestine"}
# Cities of the same name as the state: no second name can stand for it.
CITY_STATES = {"singapore", "sao-tome-and-principe"}
INVARIANT = {"Swiss", "I-Kiribati", "Ni-Vanuatu", "Basotho"}
# Of CLDR, not of ISO 3166-1: groups, outlying parts, test codes.
NOT_ISO = set("EU EZ UN XA XB ZZ QO AC CP CQ DG EA IC TA".split())
OFFICES = [
    ("russia", "president", "2005-06-01", "vladimir-putin"),
    ("russia", "president", "2010-06-01", "dmitry-medvedev"),
    ("russia", "president", "2024-06-01", "vladimir-putin"),
    ("united-states", "president", "2018-06-01", "donald-trump"),
    ("united-states", "president", "2022-06-01", "joe-biden"),
    ("united-states", "president", "2025-06-01", "donald-trump"),
    ("israel", "prime minister", "2021-10-01", "naftali-bennett"),
    ("israel", "prime minister", "2023-10-08", "benjamin-netanyahu"),
    ("united-kingdom", "foreign secretary", "2024-10-01", "david-lammy"),
    ("united-kingdom", "foreign secretary", "2025-10-01", "yvette-cooper"),
    ("russia", "defence minister", "2024-10-01", "andrei-belousov"),
    ("united-states", "defense secretary", "2018-06-01", "james-mattis"),
    ("turkiye", "president", "2010-06-01", None),
    ("turkiye", "president", "2024-06-01", "recep-tayyip-erdogan"),
    ("canada", "prime minister", "2025-06-01", "mark-carney"),
    ("brazil", "president", "2020-06-01", "jair-bolsonaro"),
    ("nigeria", "president", "2020-06-01", "muhammadu-buhari"),
    ("sri-lanka", "president", "2022-07-01", "gotabaya-rajapaksa"),
]


@pytest.fixture(scope="module")
def shipped(corpora) -> IdentityTable:
    return read_tables([corpora / "actors"])


def members(table: IdentityTable) -> list:
    return [
        entry
        for entry in table.identities.values()
        if entry.kind is ActorKind.STATE and not entry.valid_to and entry.id not in OBSERVERS
    ]


def has_plural(demonyms: tuple[str, ...]) -> bool:
    return any(
        form in INVARIANT
        or form.endswith(("ese", "ois", "men"))
        or (form.endswith("s") and form[:-1] in demonyms)
        for form in demonyms
    )


def test_there_are_193_members_of_the_united_nations(shipped):
    assert len(members(shipped)) == 193
    assert set(shipped.identities) >= OBSERVERS


def test_every_member_has_an_adjective_a_plural_and_a_capital(shipped):
    found = members(shipped)
    assert [entry.id for entry in found if not entry.demonyms] == []
    assert [entry.id for entry in found if not has_plural(entry.demonyms)] == []
    without = {entry.id for entry in found if not entry.metonyms}
    assert without == CITY_STATES


def test_every_code_of_iso_3166_is_a_state_or_territory(shipped):
    names = Locale("en").territories
    codes = [code for code in names if re.fullmatch("[A-Z]{2}", code) and code not in NOT_ISO]
    assert len(codes) == 250  # 249 of the standard, and Kosovo's XK
    places = {ActorKind.STATE, ActorKind.TERRITORY}
    lacking = []
    for code in codes:
        # CLDR says "Hong Kong SAR China" and "Myanmar (Burma)".
        name = names[code].replace(" & ", " and ").removesuffix(" SAR China")
        claims = (*shipped.lookup(name), *shipped.lookup(name.partition(" (")[0]))
        if not any(claim.identity.kind in places for claim in claims):
            lacking.append((code, name))
    assert lacking == []


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Burma", "myanmar"),
        ("Swaziland", "eswatini"),
        ("Czech Republic", "czechia"),
        ("Macedonia", "north-macedonia"),
        ("Ivory Coast", "cote-divoire"),
        ("Cape Verde", "cabo-verde"),
        ("East Timor", "timor-leste"),
        ("Zaire", "democratic-republic-of-the-congo"),
        ("Ceylon", "sri-lanka"),
        ("Persia", "iran"),
        ("West Germany", "germany"),
        ("Holland", "netherlands"),
        ("Rangoon", "myanmar"),
        ("Kiev", "ukraine"),
    ],
)
def test_a_former_name_is_the_states(shipped, name, actor):
    assert [claim.identity.id for claim in shipped.lookup(name)] == [actor]


@pytest.mark.parametrize(("state", "office", "day", "holder"), OFFICES)
def test_an_office_is_its_holders_on_the_day(shipped, state, office, day, holder):
    words = office.split()
    role, _ = role_at(words, 0, len(words))
    found = shipped.offices.holder(state, role, date.fromisoformat(day))
    assert (found.id if found else None) == holder


@pytest.mark.parametrize(
    ("state", "role", "day", "body"),
    [
        ("syria", "army", "2024-12-08", "syrian-army"),
        ("syria", "army", "2024-12-09", "syrian-armed-forces"),
        ("syria", "government", "2015-01-01", "syrian-government-to-2024"),
        ("syria", "government", "2025-04-12", "syrian-transitional-government"),
        ("afghanistan", "army", "2021-08-15", "afghan-armed-forces-to-2021"),
        ("afghanistan", "army", "2022-01-01", None),
        ("iraq", "army", "2003-03-20", "iraqi-armed-forces-to-2003"),
        ("iraq", "army", "2003-06-30", None),
        ("iraq", "army", "2017-07-10", "iraqi-armed-forces"),
        ("libya", "army", "2011-03-19", "libyan-armed-forces-to-2011"),
        ("libya", "army", "2019-04-04", None),
        ("sudan", "army", "2018-01-01", "sudanese-armed-forces"),
        ("sudan", "army", "2023-04-15", "sudanese-armed-forces"),
        ("sudan", "government", "2020-06-01", "sudanese-transitional-government"),
        ("sudan", "government", "2023-06-01", None),
        ("myanmar", "army", "2018-01-01", "tatmadaw"),
        ("myanmar", "government", "2020-11-08", "myanmar-government-to-2021"),
        ("egypt", "army", "2013-07-03", "egyptian-armed-forces"),
        ("egypt", "government", "2013-07-03", "egyptian-government-2012-to-2013"),
        ("egypt", "government", "2013-07-04", None),
    ],
)
def test_an_institution_is_the_one_of_the_day(shipped, state, role, day, body):
    found = shipped.offices.body(state, ROLES[role], date.fromisoformat(day))
    assert (found.id if found else None) == body


def test_leaders_of_parties_roll_up_to_no_state(shipped):
    for name in ("Elly Schlein", "Marine Le Pen", "Rahul Gandhi", "Pierre Poilievre"):
        (top,) = {c.top for c in explain(name, shipped)}
        assert shipped.identities[top].kind is ActorKind.PARTY, name


def test_every_entry_has_its_source_and_every_file_its_order(corpora, shipped):
    assert [entry.id for entry in shipped.identities.values() if not entry.source] == []
    for file in sorted((corpora / "actors").glob("*.yaml")):
        ids = re.findall(r"^- id: (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        assert ids == sorted(ids), file.name


def test_the_readme_counts_what_the_files_hold(corpora, shipped):
    readme = (corpora / "actors" / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+\.yaml)` \| ([\d,]+) \|", readme, re.MULTILINE))
    files = Counter(Path(entry.path).name for entry in shipped.identities.values())
    assert {name: int(count.replace(",", "")) for name, count in rows.items()} == files
    assert f"**{len(shipped.identities):,}**" in readme
    for key in ("aliases", "acronyms", "demonyms", "metonyms", "titles"):
        n = sum(len(getattr(entry, key)) for entry in shipped.identities.values())
        assert f"{n:,} {key}" in " ".join(readme.split()), key


def test_the_gold_of_actors_names_whom_the_table_lists(corpora, shipped):
    wrong = []
    for part in ("dev", "test"):
        text = (corpora / "actors_gold" / f"{part}.jsonl").read_text(encoding="utf-8")
        for item in map(json.loads, text.splitlines()):
            for mention in item["mentions"]:
                entry = shipped.identities.get(mention["actor"])
                surface = item["text"][mention["start"] : mention["end"]]
                if entry and (entry.kind, _top(entry, shipped)) != (
                    mention["kind"],
                    mention["top"],
                ):
                    wrong.append((item["id"], surface, "kind or top"))
                claims = shipped.lookup(surface, date.fromisoformat(item["published"][:10]))
                sure = len(claims) == 1 and not claims[0].ambiguous
                if mention["actor"].startswith("unlisted:") and sure:
                    wrong.append((item["id"], surface, "is listed"))
    assert wrong == []


def _top(entry, table) -> str:
    while entry.kind is not ActorKind.PARTY and entry.parent:
        entry = table.identities[entry.parent]
    return entry.id

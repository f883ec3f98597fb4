import pytest

from slantwise.encode.names import (
    FIRST_NAME,
    STAND_INS,
    TITLE,
    NameBlinder,
    read_names,
    write_names,
)
from slantwise.errors import ModelError

NAMES = {
    "Israel": "place",
    "Turkey": "place",
    "United States": "place",
    "Korea": "place",
    "North Korea": "place",
    "Turkish": "people",
    "Greens": "group",
    "O'Neill": "person",
    "al-Sharaa": "person",
    "Niinistö": "person",
    "Islam": "faith",
    "Mary": FIRST_NAME,
    "Senator": TITLE,
}
BLINDER = NameBlinder(NAMES)


def shown(text: str) -> str:
    """The blinded text, stand-ins written out."""
    found = BLINDER.blind(text).text
    for kind, stand_in in STAND_INS.items():
        found = found.replace(stand_in, f"<{kind}>")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israel's army met Turkish guards.", "<place>'s army met <people> guards."),
        ("In North Korea and in Korea.", "In <place> and in <place>."),
        ("pro-Israel crowds", "pro-<place> crowds"),
        ("He left the United States.", "He left <place>."),
        ("The Turkish army left.", "The <people> army left."),
        ("The Greens won; the Greens' rivals lost.", "<group> won; <group>' rivals lost."),
        ("Ms O’Neill and Ahmed al-Sharaa", "Ms <person> and Ahmed <person>"),
        ("Niinisto or Niinistö?", "<person> or <person>?"),
        ("Islamist no, Islam yes, turkey no", "Islamist no, <faith> yes, turkey no"),
        ("North. Korea", "North. <place>"),
        ("Mary Lund spoke; Mary spoke.", "<person> spoke; Mary spoke."),
        (
            "When Mary J. Lund greeted Senator Ola Berg.",
            "When <person> greeted Senator <person> Berg.",
        ),
        ("A senator said", "A senator said"),
        ("", ""),
    ],
)
def test_names_give_way_to_stand_ins(text, expected):
    assert shown(text) == expected


def test_a_heading_has_no_names_by_first_name_or_title():
    # All seven long words have a capital: "Slams" would pass for a surname.
    assert shown("Senator Slams Plan While Turkey Waits Again") == (
        "Senator Slams Plan While <place> Waits Again"
    )


def test_both_versions_of_a_swap_read_alike():
    one = BLINDER.blind("Israel flattened the hills.")
    other = BLINDER.blind("The United States flattened the hills.")
    assert one.text == other.text


def test_an_article_before_a_longer_name_is_no_name_itself():
    names = {"The National": "group", "National Rifle Association": "group"}
    blinder, group = NameBlinder(names), STAND_INS["group"]
    assert blinder.blind("The National Rifle Association won.").text == f"{group} won."
    assert blinder.blind("The National won.").text == f"{group} won."


def test_places_lead_back_to_the_text():
    # Names at 0–6 and 17–30 ("the" belongs to the second) leave 1 + " thanked ".
    text = "Israel thanked the Greens at once."
    blinded = BLINDER.blind(text)
    assert blinded.names == ((0, 6), (15, 25))
    assert blinded.places == (0, 10)
    assert blinded.original(0, 1) == (0, 6)
    assert blinded.original(10, 11) == (15, 25)
    start = blinded.text.index("once")
    assert blinded.original(start, start + 4) == (29, 33)


def test_names_are_read_as_they_were_written(tmp_path):
    path = tmp_path / "names.tsv"
    write_names(NAMES.items(), path)
    assert read_names(path).names == NAMES


@pytest.mark.parametrize("line", ["Israel", "Israel\tcountry", "...\tplace"])
def test_a_line_of_another_form_is_named(tmp_path, line):
    path = tmp_path / "names.tsv"
    path.write_text(f"Greens\tgroup\n{line}\n", encoding="utf-8")
    with pytest.raises(ModelError, match="line 2"):
        read_names(path)

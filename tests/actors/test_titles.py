import pytest

from slantwise.actors.page import lay_out
from slantwise.actors.titles import title_before


@pytest.mark.parametrize(
    ("text", "name", "roles", "past"),
    [
        ("Turkish Foreign Minister Fidan met", "Fidan", {"foreign-minister", "minister"}, False),
        ("former President Trump met", "Trump", {"president"}, True),
        ("Sen. Kerry met", "Kerry", {"senator"}, False),
        ("Rep. Kerry met", "Kerry", {"representative", "congressman", "congresswoman"}, False),
        ("deputy army chief Aksoy met", "Aksoy", {"army-chief", "chief"}, False),
    ],
)
def test_titles(encode, text, name, roles, past):
    page = lay_out(encode(text))
    title = title_before(page, page.lowers.index(name.lower()))
    assert (set(title.roles), title.past) == (roles, past)


def test_address_tells_gender_and_no_office(encode):
    page = lay_out(encode("Mrs. Trump met Mr. Trump"))
    ladies, gentlemen = title_before(page, 1), title_before(page, 4)
    assert (ladies.female, ladies.roles) == (True, frozenset())
    assert gentlemen.female is False


@pytest.mark.parametrize("text", ["table Fidan", "Fidan", "the Fidan", "met the minister. Fidan"])
def test_no_title(encode, text):
    page = lay_out(encode(text))
    assert title_before(page, page.lowers.index("fidan")) is None

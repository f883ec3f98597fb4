import pytest

from slantwise.actors.people import People, clean_name


@pytest.fixture
def people(draft, found):
    def run(marked: str, **settings) -> tuple[People, object]:
        made = draft(marked, **settings)
        people = People(made)
        people.meet(found(marked, **settings))
        return people, made

    return run


def test_full_names_lead_to_short_ones(people):
    met, _ = people("[PERSON Ahmad al-Sharaa] met [PERSON Hakan Fidan].")
    assert met.full(("hakan", "fidan")) == "hakan-fidan"
    assert met.short(("fidan",)) == ["hakan-fidan"]
    assert met.short(("al", "sharaa")) == ["unlisted:ahmad-al-sharaa"] == met.short(("sharaa",))
    assert met.short(("hakan",)) == [] and met.by_first("hakan") == "hakan-fidan"


def test_two_forms_of_a_full_name_are_one_person(people):
    met, made = people("[PERSON George W. Bush] met. [PERSON George Bush] left.")
    assert met.short(("bush",)) == ["unlisted:george-w-bush"]
    assert made.decisions[0].surface == "George Bush"


def test_a_title_that_fits_makes_a_listed_surname_known(people):
    met, _ = people("President Trump met [PERSON Melania Trump].")
    assert met.short(("trump",)) == ["donald-trump", "unlisted:melania-trump"]


def test_the_headline_meets_nobody_by_itself(people):
    met, made = people("[PERSON Steele Criticized]\n\n[PERSON Michael Steele] met.", title=True)
    assert list(made.members) == ["unlisted:michael-steele"]
    part = met.within(made.page.span(0, 2))
    assert part.of(made.page.text) == "Steele"
    assert met.within(made.page.span(1, 2)) is None


def test_first_names_tell_who_is_not_meant(people):
    _, made = people("[PERSON Hillary Stone] met [PERSON Bob Stone] and [PERSON Kim Stone].")
    assert [m.female for m in made.members.values()] == [True, False, None]


def test_clean_name():
    assert clean_name("  Zeki\n“Z” Aktürk ") == "Zeki Z Aktürk"
    assert clean_name("") == ""

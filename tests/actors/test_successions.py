"""Bodies of invented states: Aland's army fell in 2020, Borland's never did."""

from datetime import datetime

import pytest

from slantwise.actors import link, read_tables

TABLE = """
- {id: aland, name: Aland, kind: state, demonyms: [Alandic], metonyms: [Alaville]}
- {id: borland, name: Borland, kind: state, demonyms: [Borlander]}
- {id: old-army, name: Alandic Royal Army, kind: army, aliases: [Alandic army], parent: aland,
   valid_to: 2020-05-01}
- {id: new-army, name: Armed Forces of Aland (from 2020), kind: army, aliases: [Alandic army],
   parent: aland, valid_from: 2020-05-02}
- {id: old-government, name: Government of Aland (to 2020), kind: government, parent: aland,
   valid_to: 2020-05-01}
- {id: new-government, name: Government of Aland (from 2020), kind: government, parent: aland,
   valid_from: 2020-05-02}
- {id: ada-olin, name: Ada Olin, kind: person, titles: [President, Alandic President],
   parent: aland, valid_from: 2010-01-01, valid_to: 2020-05-01}
- {id: bo-nyman, name: Bo Nyman, kind: person, titles: [President, Alandic President],
   parent: aland, valid_from: 2020-05-01}
- {id: cy-berg, name: Cy Berg, kind: person, titles: [President, Borlander President],
   parent: borland, valid_from: 2019-01-01}
"""
BEFORE, AFTER = datetime(2019, 3, 1), datetime(2023, 3, 1)


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    path = tmp_path_factory.mktemp("states") / "table.yaml"
    path.write_text(TABLE, encoding="utf-8")
    return read_tables([path])


@pytest.fixture(scope="module")
def named(states, encode):
    """Words → actor of a text, by the words of the mention."""

    def read(text: str, published: datetime | None = None) -> dict[str, str]:
        encoded = encode(text, published=published)
        linking = link(encoded, (), states)
        return {m.span.of(encoded.text): m.actor for m in linking.mentions}

    return read


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        # The day decides; a name that one body alone bears is that body's on every day.
        ("the Alandic army left", "Alandic army", "old-army", "new-army"),
        ("Alandic troops left", "Alandic troops", "old-army", "new-army"),
        ("the Alandic Royal Army left", "Alandic Royal Army", "old-army", "old-army"),
        ("the Alandic government said", "Alandic government", "old-government", "new-government"),
        # Words for the end of a body decide against the day; soldiers are no former body.
        ("the former Alandic army left", "Alandic army", "aland/former-army", "old-army"),
        ("Aland's former army left", "Aland's former army", "aland/former-army", "old-army"),
        ("former Alandic soldiers left", "Alandic soldiers", "old-army", "new-army"),
        ("the former Alandic government left", "Alandic government", "aland/former-government",
         "old-government"),
        ("the former Borlander government left", "Borlander government",
         "borland/former-government", "borland/former-government"),
        ("the Alandic interim government said", "Alandic interim government", "old-government",
         "new-government"),
        # The seat stands for the government of the day.
        ("the government in Alaville said", "government in Alaville", "old-government",
         "new-government"),
    ],
)  # fmt: skip
def test_the_day_and_the_words_tell_which_body_is_meant(named, text, words, before, after):
    assert named(text, BEFORE)[words] == before
    assert named(text, AFTER)[words] == after


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        # Nothing tells: one of the state's army, of whatever time.
        ("the Alandic army left", "Alandic army", "aland/army"),
        ("Alandic troops left", "Alandic troops", "aland/army"),
        ("the Alandic Royal Army left", "Alandic Royal Army", "old-army"),
        ("the former Alandic army left", "Alandic army", "old-army"),
        ("the new Alandic army left", "Alandic army", "new-army"),
        # Their presidents' terms: to 1 May 2020, and from then on.
        ("President Ada Olin met the Alandic army", "Alandic army", "old-army"),
        ("President Bo Nyman met the Alandic army", "Alandic army", "new-army"),
        ("former President Ada Olin met the Alandic army", "Alandic army", "aland/army"),
        # A term that began before 2020 and goes on fits both armies.
        ("President Cy Berg met the Alandic army", "Alandic army", "aland/army"),
        ("President Ada Olin met President Cy Berg and the Alandic army", "Alandic army",
         "old-army"),
        # Nobody was in office with both.
        ("President Ada Olin met President Bo Nyman and the Alandic army", "Alandic army",
         "aland/army"),
    ],
)  # fmt: skip
def test_without_a_day_words_and_offices_tell(named, text, words, actor):
    assert named(text)[words] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Aland voted. The former army left.", "The former army", "old-army"),
        ("Aland voted. The new government left.", "The new government", "new-government"),
        ("Aland voted. The armed forces of the interim government left.", "armed forces",
         "new-army"),
        ("Aland voted. The armed forces of the former government left.", "armed forces",
         "old-army"),
        ("The armed forces of Aland's interim government left.", "armed forces", "new-army"),
        ("The Borlander army left. The former army left.", "The former army",
         "borland/former-army"),
    ],
)  # fmt: skip
def test_descriptions_of_the_body_of_a_time(named, text, words, actor):
    assert named(text, AFTER)[words] == actor


def test_a_former_body_that_may_be_two_is_refused(named):
    text = "The former Alandic army and the former Borlander army left. The former army left."
    found = named(text, AFTER)
    assert (found["Alandic army"], found["Borlander army"]) == ("old-army", "borland/former-army")
    assert "The former army" not in found


def test_bodies_of_both_times_roll_up_to_the_state(states, encode):
    encoded = encode("the former Alandic army met the Alandic army", published=AFTER)
    actors = {actor.id: actor.parent for actor in link(encoded, (), states).actors}
    assert actors == {"old-army": "aland", "new-army": "aland", "aland": None}

import pytest

from slantwise.actors.names import family_first, name_words, same_person, surnames


@pytest.mark.parametrize(
    ("surface", "words"),
    [
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
        ("Terry O’Neill", ("terry", "o'neill")),
        ("Jesse Jackson Jr.", ("jesse", "jackson")),
        ("Is\u202era Ka\u200btz", ("isra", "katz")),
        ("((( 12", ()),
        ("", ()),
    ],
)
def test_name_words(surface, words):
    assert name_words(surface) == words


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Hakan Fidan", ["fidan"]),
        ("Ursula von der Leyen", ["von der leyen", "der leyen", "leyen"]),
        ("Kim Jong-un", ["kim"]),
        ("Wang Yi", ["wang"]),
        ("Kim Davis", ["davis"]),
        ("Hakan", []),
    ],
)
def test_surnames(name, short):
    assert [" ".join(words) for words in surnames(name_words(name))] == short


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("George W. Bush", "George Bush", True),
        ("Recep Erdogan", "Recep Tayyip Erdoğan", True),
        ("J. Biden", "Joe Biden", True),
        ("George W. Bush", "George H. W. Bush", True),  # "W" does not contradict "H W"
        ("Anne Marie Lee", "Anne Sophie Lee", False),
        ("Hunter Biden", "Joe Biden", False),
        ("Biden", "Joe Biden", False),
    ],
)
def test_same_person(one, other, same):
    assert same_person(name_words(one), name_words(other)) is same
    assert same_person(name_words(other), name_words(one)) is same


def test_family_first_needs_the_form_of_such_a_name():
    assert family_first(("moon", "jae", "in"))
    assert not family_first(("kim", "potter")) and not family_first(("lee",))

import pytest

from slantwise.actors.eras import Era, era_at


def era(draft, text: str, name: str) -> Era:
    page = draft(text).page
    words = name.lower().split()
    first = next(i for i in range(len(page)) if page.lowers[i : i + len(words)] == words)
    return era_at(page, range(first, first + len(words)))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("the former Syrian army left", "Syrian army", Era.FORMER),
        ("the Syrian army left", "Syrian army", Era.UNTOLD),
        ("the new Syrian army left", "Syrian army", Era.PRESENT),
        ("the Syrian interim government said", "Syrian interim government", Era.PRESENT),
        ("the former Syrian interim government said", "Syrian interim government", Era.FORMER),
        # Here the officer is former, not the army.
        ("a former Syrian army officer said", "Syrian army", Era.UNTOLD),
        ("He left the former palace. Syrian army units came", "Syrian army", Era.UNTOLD),
    ],
)
def test_what_words_say_of_the_time_of_a_body(draft, text, name, expected):
    assert era(draft, text, name) is expected

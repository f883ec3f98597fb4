import pytest

from slantwise.actors.page import lay_out
from slantwise.actors.places import datelines, located, seated


@pytest.mark.parametrize(
    ("text", "is_place"),
    [
        ("They met in Ankara yesterday", True),
        ("a blast near Ankara", True),
        ("outside the Ankara", True),
        ("She visited Ankara today", True),
        ("He flew to Ankara today", True),
        ("The Ankara airport closed", True),
        ("an Ankara-based bank", True),
        ("Ankara said no", False),
        ("ties depend on Ankara halting it", False),
        ("a message to Ankara", False),
        ("in Ankara’s view", False),
        ("in Ankara’s streets", True),
        ("relations with Ankara", False),
    ],
)
def test_located(encode, text, is_place):
    page = lay_out(encode(text))
    word = page.lowers.index("ankara")
    assert bool(located(page, word, word + 1)) is is_place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ANKARA — Talks began.", 1),
        ("ANKARA, Turkey (AP) — Talks began.", 6),
        ("Ankara (Reuters) - Talks began.", 4),
        ("Ankara – a city – grew.", 0),
        ("Sen. Bernie Sanders (I-Vt.) said so.", 0),
        ("Talks began in ANKARA — again.", 0),
        ("A B C D E F G H I J K L M N O — long.", 0),
    ],
)
def test_datelines_at_the_beginning_of_paragraphs(encode, text, words):
    found = datelines(lay_out(encode(text)))
    assert found == ([range(words)] if words else [])


def test_seated(encode):
    page = lay_out(encode("the government in Damascus and talks in Damascus"))
    role, start = seated(page, 3)
    assert (role.slug, start) == ("government", 1)
    assert seated(page, 7) is None

from collections.abc import Callable

from slantwise.clean import clean, language_problem, text_problem
from slantwise.records import Article

Make = Callable[..., Article]

GERMAN = (
    "Die Regierung hat am Donnerstag mitgeteilt, dass die Brücke bis zum Frühling gesperrt bleibt, "
    "während die Opposition eine Untersuchung der Schäden verlangte."
)


def test_another_language_keeps_an_article_out_and_says_so(make: Make) -> None:
    found = language_problem(clean(make(GERMAN)))
    assert found is not None
    assert (found.stage, found.reason, found.article_id, found.fatal) == (
        "clean",
        "other-language",
        "a",
        True,
    )
    assert found.message.startswith("a.txt: the text is in the language 'de'")


def test_english_and_doubt_do_not(make: Make) -> None:
    assert language_problem(clean(make("Too short to tell."))) is None
    assert language_problem(clean(make("Too short.", language="en"))) is None


def test_what_the_data_say_counts_where_nothing_is_found(make: Make) -> None:
    assert language_problem(clean(make("Zu kurz.", language="de"))) is not None


def test_an_article_of_furniture_alone_has_no_text(make: Make) -> None:
    found = text_problem(clean(make("No comments:\nPost a Comment", title="Bridge")))
    assert found is not None
    assert found.reason == "no-text"
    assert "rules: blog-footer" in found.message
    assert text_problem(clean(make("One sentence."))) is None

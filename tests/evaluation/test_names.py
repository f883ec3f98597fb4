"""Which actor a gold name means."""

from types import SimpleNamespace

import pytest

from slantwise.evaluation.names import meant, name_words
from slantwise.evaluation.texts import to_article
from slantwise.records import AnalysedArticle, Mention


@pytest.fixture
def article(stub: SimpleNamespace) -> AnalysedArticle:
    text = "Ankara met Donald Trump. He left. So did Trump Jr."
    return stub.analysed(
        to_article("a", text),
        stub.Reading(
            actors=(
                stub.actor("Türkiye", "Turkey", "Turkish"),
                stub.actor("Donald Trump"),
                stub.actor("Donald Trump Jr."),
                stub.actor("Al-Nour Party"),
            ),
            mentions=(
                Mention(stub.span_of(text, "Ankara"), 0, "id:Türkiye", "metonym"),
                Mention(stub.span_of(text, "He"), 0, "id:Donald Trump", "pronoun"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["id:Türkiye"], ["id:Türkiye"]),
        (["turkiye"], ["id:Türkiye"]),
        (["Turkey’s"], ["id:Türkiye"]),
        (["ANKARA"], ["id:Türkiye"]),
        (["the Turkish government"], ["id:Türkiye"]),
        (["Nobody", "Turkey"], ["id:Türkiye"]),
        (["Donald Trump"], ["id:Donald Trump"]),
        (["Trump"], ["id:Donald Trump", "id:Donald Trump Jr."]),
        (["President Donald Trump Jr"], ["id:Donald Trump Jr."]),
        (["Al Nour"], ["id:Al-Nour Party"]),
        (["he"], []),
        (["Turk"], []),
        (["the"], []),
        ([], []),
    ],
)
def test_names(names: list[str], ids: list[str], article: AnalysedArticle) -> None:
    assert list(meant(names, article)) == ids


def test_words_of_a_name_are_folded() -> None:
    assert name_words("The “Şirin” Group’s") == ("sirin", "group")

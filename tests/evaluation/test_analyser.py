"""Items stay beside their articles, however far the analyser reads ahead."""

from types import SimpleNamespace

from slantwise.evaluation.analyser import read_beside
from slantwise.evaluation.texts import to_article


def test_items_come_back_in_order_beside_their_articles(stub: SimpleNamespace) -> None:
    analyser = stub.Analyser()
    pairs = list(read_beside(["a", "b", "c"], lambda item: to_article(item, item * 2), analyser))
    assert [(item, analysed.text) for item, analysed in pairs] == [
        ("a", "aa"),
        ("b", "bb"),
        ("c", "cc"),
    ]
    assert list(read_beside([], lambda item: to_article(item, item), analyser)) == []

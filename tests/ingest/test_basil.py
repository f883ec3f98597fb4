import json
from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]

RECORD = {
    "title": "Bridge closed",
    "date": "2010-07-02",
    "uuid": "the-same-for-two",
    "url": "https://example.org/a",
    "source": "FOX",
    "pair-uuid": "t1",
    "body-paragraphs": [["One sentence.", "", "Two."], [""], ["Three."]],
}


def test_an_article_is_read_from_sentences(put: Put, reading: Reading) -> None:
    path = put("t1_2.json", json.dumps(RECORD))
    (article,), problems = reading(path)
    assert problems == []
    assert article.raw == "Bridge closed\n\nOne sentence. Two.\n\nThree."
    assert article.title is not None
    assert article.title.of(article.raw) == "Bridge closed"
    assert [span.of(article.raw) for span in article.body] == ["One sentence. Two.", "Three."]
    assert (article.id, article.outlet, article.event) == ("t1_2", "Fox News", "t1")


def test_labels_beside_the_articles_are_no_articles(put: Put, reading: Reading) -> None:
    put("basil/articles/2010/t1_1.json", json.dumps(RECORD))
    put("basil/annotations/2010/t1_1_ann.json", json.dumps({"phrase-level-annotations": []}))
    folder = put("basil/README.md", "About.").parent
    articles, problems = reading(folder)
    assert ([article.id for article in articles], problems) == (["t1_1"], [])


def test_a_damaged_article_is_a_problem(put: Put, reading: Reading) -> None:
    for body in ("[1, 2]", "null", '{"a": 1}', "[[]]"):
        text = '{"triplet-uuid": "t", "body-paragraphs": ' + body + "}"
        articles, problems = reading(put("a.json", text))
        assert (articles, len(problems)) == ([], 1)
    _, problems = reading(put("b.json", json.dumps(RECORD)[:-3]))
    assert [p.reason for p in problems] == ["bad-json"]


def test_all_of_basil(shared: Path, reading: Reading) -> None:
    articles, problems = reading(shared / "data" / "basil")
    assert (len(articles), problems) == (180, [])
    assert {article.outlet for article in articles} == {
        "Fox News",
        "The New York Times",
        "HuffPost",
    }
    assert len({article.event for article in articles}) == 60
    assert all(article.published and article.title and article.body for article in articles)

from collections.abc import Callable
from pathlib import Path

from slantwise.records import Article, Problem

Put = Callable[..., Path]
Reading = Callable[..., tuple[list[Article], list[Problem]]]


def test_title_and_body_stand_in_the_raw_text(put: Put, reading: Reading) -> None:
    path = put("a.csv", 'Headline,Text,Source,Date\nHills burn,"One.\n\nTwo.",X,2020-01-02\n')
    (article,), problems = reading(path)
    assert problems == []
    assert article.raw == "Hills burn\n\nOne.\n\nTwo."
    assert article.title is not None
    assert article.title.of(article.raw) == "Hills burn"
    assert [span.of(article.raw) for span in article.body] == ["One.", "Two."]
    assert (article.outlet, str(article.source)) == ("X", f"{path}, row 1")
    assert article.id.endswith("a.csv#1")


def test_odd_rows_are_named_and_the_others_kept(put: Put, reading: Reading) -> None:
    path = put(
        "a.csv",
        "id,title,text,outlet\n1,A,One.,X\n2,B,Two, and a half.,X\n3,C,,X\n4,D,Four.\n"
        "5,E,Five.,X,,\n",
    )
    articles, problems = reading(path)
    assert [article.id for article in articles] == ["1", "4", "5"]
    # Row 4 lacks its outlet: the short row is noted, and so is the missing outlet.
    assert [(p.reason, p.source.record, p.fatal) for p in problems] == [
        ("bad-row", "row 2", True),
        ("no-text", "row 3", True),
        ("ragged-row", "row 4", False),
        ("no-outlet", "row 4", False),
    ]
    assert "line 3" in problems[0].message
    assert "5 cells where the first row names 4 columns" in problems[0].message


def test_a_table_without_text_is_one_problem(put: Put, reading: Reading) -> None:
    path = put("a.csv", "title,url\nA,u\nB,v\n")
    articles, problems = reading(path)
    assert articles == []
    assert [(p.reason, p.fatal) for p in problems] == [("missing-column", True)]
    assert "found 'title', 'url'; expected one of body" in problems[0].message


def test_a_table_of_something_else_in_a_folder_is_no_failure(put: Put, reading: Reading) -> None:
    path = put("corpus/scores.csv", "annotator,score\na,1\nb,2\n")
    _, problems = reading(path.parent)
    assert [(p.reason, p.fatal) for p in problems] == [("not-an-article", False)]
    _, named = reading(path)
    assert [p.reason for p in named] == ["missing-column"]


def test_chosen_columns_are_read(put: Put, reading: Reading) -> None:
    path = put("a.csv", "kop,tekst,text\nA,De tekst.,other\n")
    (article,), _ = reading(path, columns={"title": "kop", "body": "tekst"})
    assert article.raw == "A\n\nDe tekst."
    _, problems = reading(path, columns={"body": "nothing"})
    assert "there is no column 'nothing'" in problems[0].message


def test_a_guessed_encoding_is_said_once(put: Put, reading: Reading) -> None:
    path = put("a.csv", "title,text,outlet\nA,caf\u00e9,X\nB,na\u00efve,X\n".encode("cp1252"))
    articles, problems = reading(path)
    assert [article.raw for article in articles] == ["A\n\ncafé", "B\n\nnaïve"]
    assert [(p.reason, p.fatal) for p in problems] == [("guessed-encoding", False)]
    assert "cp1252" in problems[0].message


def test_a_byte_order_mark_is_no_part_of_the_first_name(put: Put, reading: Reading) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        path = put(f"{encoding}.csv", "text,outlet\nOné.,X\n".encode(encoding))
        assert [article.raw for article in reading(path)[0]] == ["Oné."]


def test_a_formula_is_only_text(put: Put, reading: Reading) -> None:
    path = put("a.csv", "title,text,outlet\n<script>x</script>,One.,=cmd|' /C calc'!A0\n")
    (article,), _ = reading(path)
    assert article.outlet == "=cmd|' /C calc'!A0"
    assert article.raw.startswith("<script>x</script>")


def test_the_first_of_two_columns_of_one_name_is_read(put: Put, reading: Reading) -> None:
    (article,), _ = reading(put("a.csv", "text,text,outlet\nfirst,second,X\n"))
    assert article.raw == "first"


def test_a_table_of_names_alone_holds_no_articles(put: Put, reading: Reading) -> None:
    articles, problems = reading(put("a.csv", "title,text\n"))
    assert (articles, [p.reason for p in problems]) == ([], ["no-articles"])

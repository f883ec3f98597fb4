"""Gold texts as articles and sentences whose offsets count in the gold text."""

from slantwise.evaluation.texts import paragraphs_of, sentences_of, to_article

TEXT = "  A first line.\nStill the first. Two.\n \t\n\n“Three,” he said.\n"


def test_paragraphs_are_parted_by_blank_lines() -> None:
    found = [span.of(TEXT) for span in paragraphs_of(TEXT)]
    assert found == ["A first line.\nStill the first. Two.", "“Three,” he said."]
    assert paragraphs_of("") == paragraphs_of(" \n\n ") == ()


def test_an_article_without_title_counts_as_its_text_does() -> None:
    article = to_article("a1", TEXT, outlet="Klaxon")
    assert (article.id, article.outlet, article.raw, article.title) == ("a1", "Klaxon", TEXT, None)
    assert article.body == paragraphs_of(TEXT)


def test_an_article_with_title_holds_both() -> None:
    article = to_article("a1", "Body one.\n\nBody two.", title="Head")
    assert article.title is not None
    assert article.title.of(article.raw) == "Head"
    assert [span.of(article.raw) for span in article.body] == ["Body one.", "Body two."]


def test_sentences_of_the_text_as_it_stands() -> None:
    found = [sentence.span.of(TEXT) for sentence in sentences_of("a1", TEXT)]
    assert found == ["A first line.", "Still the first.", "Two.", "“Three,” he said."]

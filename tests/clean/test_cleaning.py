from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from slantwise.clean import clean
from slantwise.ingest import read
from slantwise.records import Article, CleanedArticle, Removal, Source, Span

Make = Callable[..., Article]


def test_the_text_is_headline_and_paragraphs_parted_by_blank_lines(make: Make) -> None:
    cleaned = clean(make("One\u00a0line. \r\nTwo.", title="Bridge\n closed"))
    assert cleaned.text == "Bridge closed\n\nOne line.\n\nTwo."
    assert cleaned.title == Span(0, 13)
    # 13 + 2 = 15; "One line." has 9 characters: 24; + 2 = 26; "Two." has 4.
    assert cleaned.paragraphs == (Span(15, 24), Span(26, 30))
    assert cleaned.to_raw(Span(15, 24)).of(cleaned.article.raw) == "One\u00a0line."


def test_furniture_is_left_out_and_logged_with_its_place(make: Make) -> None:
    article = make("One.\n\nNo comments:\n\nPost a Comment", title="Bridge closed")
    cleaned = clean(article)
    assert cleaned.text == "Bridge closed\n\nOne."
    assert cleaned.removals == (
        Removal(Span(21, 33), "No comments:", "blog-footer"),
        Removal(Span(35, 49), "Post a Comment", "blog-footer"),
    )
    for removal in cleaned.removals:
        assert removal.span.of(article.raw) == removal.text


def test_the_removed_text_is_the_raw_one(make: Make) -> None:
    cleaned = clean(make("Post\u00a0a\u00a0 Comment\nOne."))
    assert cleaned.removals[0].text == "Post\u00a0a\u00a0 Comment"


def test_metadata_repeated_in_the_body_goes(make: Make) -> None:
    article = make("Bridge closed\nBy Ann Lee\n12 May 2020\nIt was closed.", title="Bridge closed")
    cleaned = clean(article)
    assert [removal.rule for removal in cleaned.removals] == [
        "repeated-headline",
        "byline-line",
        "date-line",
    ]
    assert cleaned.text == "Bridge closed\n\nIt was closed."


def test_a_word_broken_at_a_hyphen_is_put_together(make: Make) -> None:
    body = (
        "The council said on Monday that the bridge over the Orr is un\u00ad\n"
        "safe, and that those who cross it do so at their own risk, as a well-\n"
        "known engineer had told it in the year before, when he had looked at\n"
        "the piers and found them wanting."
    )
    assert clean(make(body)).text == (
        "The council said on Monday that the bridge over the Orr is unsafe, and that those who "
        "cross it do so at their own risk, as a well-known engineer had told it in the year "
        "before, when he had looked at the piers and found them wanting."
    )


def test_the_article_is_left_as_it_was_and_the_result_is_the_same_twice(make: Make) -> None:
    article = make("One &amp; two.\nREAD MORE", title="A\u200bB")
    again = make("One &amp; two.\nREAD MORE", title="A\u200bB")
    assert clean(article) == clean(again)
    assert article == again


def test_an_article_without_text(make: Make) -> None:
    cleaned = clean(make(""))
    assert (cleaned.text, cleaned.title, cleaned.paragraphs, cleaned.offsets) == ("", None, (), ())
    assert clean(make("", title="Bridge")).text == "Bridge"


def test_headlines_without_anything_visible_are_none(make: Make) -> None:
    assert clean(make("One.", title="\u200b")).title is None


def _check(cleaned: CleanedArticle) -> None:
    raw, text = cleaned.article.raw, cleaned.text
    parts = [cleaned.title] if cleaned.title else []
    assert "\n\n".join(span.of(text) for span in [*parts, *cleaned.paragraphs]) == text
    reached = 0
    for run in cleaned.offsets:
        assert run.text.start >= reached
        assert len(run.text) > 0
        assert 0 < len(run.raw) <= len(raw)
        reached = run.text.end
        if len(run.text) == len(run.raw):
            for found, original in zip(run.text.of(text), run.raw.of(raw), strict=True):
                assert found == original or (found == " " and original.isspace()), run
    assert [run.raw.start for run in cleaned.offsets] == sorted(
        run.raw.start for run in cleaned.offsets
    )
    mapped = {at for run in cleaned.offsets for at in range(run.text.start, run.text.end)}
    between = {at for span in [*parts, *cleaned.paragraphs] for at in range(span.start, span.end)}
    assert mapped == between


def test_a_control_character_before_an_entity_stands_for_nothing(make: Make) -> None:
    cleaned = clean(make("\x00&amp;&amp;a"))
    assert cleaned.text == "&&a"
    _check(cleaned)


PIECES = st.sampled_from(
    ["a", "word ", " ", "\n", "\n\n", "\r\n", "\u00a0", "\u00ad", "\u200b", "Ã©", "â€™", "&amp;",
     "“", '"', "READ MORE\n", "No comments:\n", "ﬁ", "\t", ".", "-\n", "e\u0301", "👩\u200d🚒",
     "By Ann Lee\n", "12 May 2020\n", "\x00", "\u2028", "\ufeff", "a long line of many words "]
)  # fmt: skip


@given(title=st.lists(PIECES, max_size=5), body=st.lists(PIECES, max_size=40), data=st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_character_maps_to_the_raw_text(
    title: list[str], body: list[str], data: st.DataObject
) -> None:
    headline, text = "".join(title), "".join(body)
    raw = headline + "\n\n" + text
    article = Article(
        id="a",
        outlet="X",
        raw=raw,
        title=Span(0, len(headline)) if headline else None,
        body=(Span(len(headline) + 2, len(raw)),),
        source=Source("a"),
    )
    cleaned = clean(article)
    _check(cleaned)
    for span in (cleaned.title, *cleaned.paragraphs):
        if span is not None:
            start = data.draw(st.integers(span.start, span.end - 1))
            found = cleaned.to_raw(Span(start, data.draw(st.integers(start + 1, span.end))))
            assert 0 <= found.start < found.end <= len(raw)


def test_the_first_article_given(shared: Path) -> None:
    (article,) = (
        item
        for item in read([shared / "data" / "seed" / "article.txt"])
        if isinstance(item, Article)
    )
    cleaned = clean(article)
    assert [removal.text for removal in cleaned.removals] == ["No comments:", "Post a Comment"]
    assert cleaned.text.endswith("since 2016.")
    assert '“unwanted incidents" in Syria' in cleaned.text
    assert "\u00a0" not in cleaned.text
    assert cleaned.language == "en"
    _check(cleaned)


def test_basil_is_kept_whole(shared: Path) -> None:
    found = [clean(item) for item in read([shared / "data" / "basil"]) if isinstance(item, Article)]
    assert len(found) == 180
    assert {cleaned.language for cleaned in found} == {"en"}
    for cleaned in found:
        assert cleaned.paragraphs
        _check(cleaned)
    removals = [removal.rule for cleaned in found for removal in cleaned.removals]
    assert set(removals) <= {"repeated-headline", "credits"}

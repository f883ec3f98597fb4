from slantwise.segment.blocks import blocks_of
from slantwise.segment.quotations import quotations_in


def read(make, text, *, titled=False):
    article = make(text, titled=titled)
    return quotations_in(article.text, blocks_of(article)).quotations


def test_content_span_and_depth(make):
    # “He told ‘go’ on”: outer content 1..15, inner content 10..12
    outer, inner = read(make, "“He told ‘go’ on”")
    assert (outer.span.start, outer.content.start, outer.content.end, outer.depth) == (0, 1, 16, 0)
    assert (inner.content.start, inner.content.end, inner.depth, inner.single) == (10, 12, 1, True)


def test_unclosed_ends_with_its_paragraph(make):
    text = "He left “at once and for good.\n\nThe end."
    (quotation,) = read(make, text)
    assert not quotation.closed
    assert quotation.content.of(text) == "at once and for good."


def test_reopened_marks_continue(make):
    text = "“One goes on.\n\n“Two goes on.\n\n“Three ends,” he said."
    first, second, third = read(make, text)
    assert (first.continues, second.continues, third.continues) == (None, 0, 1)
    assert [q.closed for q in (first, second, third)] == [False, False, True]


def test_closed_quotation_is_not_continued(make):
    first, second = read(make, "“One ends.”\n\n“Two ends.”")
    assert first.continues is None
    assert second.continues is None


def test_earlier_unclosed_mark_stops_before_the_next_quotation(make):
    text = '"A came first. "B" was second.'
    first, second = read(make, text)
    assert first.content.of(text) == "A came first."
    assert (first.closed, second.closed, second.depth) == (False, True, 0)


def test_missing_opener_is_found_behind_the_lead_in(make):
    text = "He said that the base is off limits,” and left."
    (quotation,) = read(make, text)
    assert quotation.content.of(text) == "the base is off limits,"
    assert quotation.span.start == quotation.content.start


def test_headline_in_single_marks(make):
    text = "'Red line' crossed as workers' rights row grows\n\nText."
    (quotation,) = read(make, text, titled=True)
    assert quotation.content.of(text) == "Red line"
    assert quotation.single


def test_empty_marks_are_no_quotation(make):
    assert read(make, "It is “” so.") == ()


def test_deep_nesting_is_numbered(make):
    quotations = read(make, "“" * 10_000 + "x" + "”" * 10_000)
    assert [quotation.depth for quotation in quotations] == list(range(10_000))


def test_one_unclosed_mark_in_a_long_text(make):
    text = "“We go on. " + "The man went there and was glad. " * 30_000
    (quotation,) = read(make, text)
    assert not quotation.closed
    assert quotation.span.end == len(text.rstrip())

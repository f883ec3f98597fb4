from collections.abc import Callable

import pytest

from slantwise.clean import RecurringLines, candidate_lines, clean, recurs
from slantwise.clean.recurring import folded_line, is_sentence
from slantwise.records import Article

Make = Callable[..., Article]
LINE = "Follow our coast page here"


def test_lines_at_both_ends_are_candidates_each_once() -> None:
    paragraphs = [f"Line {number}" for number in range(12)] + ["LINE 0!"]
    # 13 paragraphs: the first three are 0 to 2, the last six 7 to 12, of which the last
    # repeats line 0.
    found = [line for line, _ in candidate_lines(paragraphs)]
    assert found == [f"line {number}" for number in (0, 1, 2, 7, 8, 9, 10, 11)]
    assert list(candidate_lines([])) == []
    assert list(candidate_lines(["x" * 301, "—"])) == []


@pytest.mark.parametrize(
    ("n", "of", "sentence", "expected"),
    [
        (5, 250, False, True),  # 2 % of 250 is 5
        (5, 251, False, False),  # 2 % of 251 is 5.02
        (4, 4, False, False),  # five articles at least
        (50, 250, True, True),  # 20 % of 250 is 50
        (49, 250, True, False),
    ],
)
def test_thresholds(n: int, of: int, sentence: bool, expected: bool) -> None:
    assert recurs(n, of, sentence=sentence) is expected


def test_a_sentence_has_eight_words_and_a_stop() -> None:
    assert is_sentence("The war began when the river had been crossed.")
    assert not is_sentence("Follow us for more.")
    assert not is_sentence("The war began when the river had been crossed")


def test_repeating_lines_go_from_that_outlet_alone_and_are_logged(make: Make) -> None:
    body = f"The bridge was closed.\nIt stays so.\n{LINE.upper()} »"
    lines = RecurringLines.of([("The Example", folded_line(LINE))])
    cleaned = clean(make(body), lines)
    assert cleaned.text == "The bridge was closed.\n\nIt stays so."
    (removal,) = cleaned.removals
    assert (removal.rule, removal.text) == ("recurring-line", f"{LINE.upper()} »")
    assert removal.span.of(cleaned.article.raw) == removal.text
    other = clean(make(body, outlet="The Other"), lines)
    assert other.removals == ()


def test_in_the_middle_of_an_article_it_stays(make: Make) -> None:
    # 11 paragraphs: 0 to 2 and 5 to 10 are looked at; the line stands at 4.
    paragraphs = [f"Paragraph {number}." for number in range(11)]
    paragraphs[4] = LINE
    lines = RecurringLines.of([("The Example", folded_line(LINE))])
    assert clean(make("\n".join(paragraphs)), lines).removals == ()


def test_removals_come_in_the_order_of_the_text(make: Make) -> None:
    body = f"{LINE}\nThe bridge was closed.\nREAD MORE\nIt stays so."
    lines = RecurringLines.of([("The Example", folded_line(LINE))])
    removals = clean(make(body), lines).removals
    assert [removal.rule for removal in removals] == ["recurring-line", "read-more"]

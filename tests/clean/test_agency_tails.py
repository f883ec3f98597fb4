import pytest

from slantwise.clean.boilerplate import boilerplate_rule


@pytest.mark.parametrize(
    "paragraph",
    [
        "— AFP",
        "(Reuters)",
        "Source: Xinhua",
        "(With inputs from agencies)",
        "(With inputs from PTI and ANI)",
        "This story has not been edited by our staff and comes from a syndicated feed.",
        "This article was originally published in The Example.",
    ],
)
def test_lines_that_name_the_agency_alone_go(paragraph: str) -> None:
    assert boilerplate_rule(paragraph) == "agency-tail"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Reuters was told of the plan.",
        "The AP said so.",
        "With reports of new fighting, they fled.",
        "This story is told in the town.",
    ],
)
def test_sentences_about_agencies_stay(paragraph: str) -> None:
    assert boilerplate_rule(paragraph) == ""

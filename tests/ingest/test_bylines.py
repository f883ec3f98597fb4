import pytest

from slantwise.ingest.bylines import read_byline


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("News Desk\u00a0 -\u00a0 The Example ", "The Example"),
        ("By Ann Lee", ""),
        ("BY ANN LEE AND BO EK", ""),
        ("By Ann Lee, The Example", "The Example"),
        ("By Ann Lee, Political Editor", ""),
        ("By Ann Lee | Daily Example", "Daily Example"),
        ("Ann Lee | The Example", "The Example"),
        ("Reuters - Bo Ek", ""),
        ("Staff Writer", ""),
        ("Associated Press", ""),
        ("Foreign Staff – Qora", "Qora"),
    ],
)
def test_bylines(line: str, outlet: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.text, found.outlet) == (" ".join(line.split()), outlet)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Hills burn",
        "By the river, a town waits",
        "By 2030, Paris Will Be Car Free",
        "Ministers meet - and part",
        "Gaza - Day",
        "By Ann Lee.",
        "A desk was found in the river",
        "By " + "Ann " * 60,
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert read_byline(line) is None

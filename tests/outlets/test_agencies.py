import pytest

from slantwise.outlets import OutletTable, agencies_of

EAST, WEST = "East Wire Press", "West News Agency"


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        ("By Ann Lee | East Wire Press", (EAST,)),
        ("ANN LEE, EWP Business Writer", (EAST,)),
        ("EWP/Bo Ek", (EAST,)),
        ("The East Wire Press", (EAST,)),
        ("By Ann Lee and WNA", (WEST,)),
        ("By ANN LEE East Wire Press", (EAST,)),
        ("WNA, EWP", (WEST, EAST)),
        ("East Wire Staff", (EAST,)),
        ("By Ann Lee", ()),
        ("ewp", ()),
        ("", ()),
    ],
)
def test_bylines(table: OutletTable, byline: str, expected: tuple[str, ...]) -> None:
    assert agencies_of(byline, ["The bridge was closed."], table) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("(EWP) - The bridge was closed.", (EAST,)),
        ("QORA, Orr (EWP) — The bridge was closed.", (EAST,)),
        ("QORA, May 3 (WNA) -- The bridge was closed.", (WEST,)),
        ("QORA (EWP/WNA) – The bridge was closed.", (EAST, WEST)),
        ("QORA /WNA/ - The bridge was closed.", (WEST,)),
        ("EWP/Qora: The bridge was closed.", (EAST,)),
        ("By Ann Lee, East Wire Press", (EAST,)),
        ("He told the agency (EWP) that it was closed.", ()),
        ("EWP said the bridge was closed.", ()),
    ],
)
def test_datelines(table: OutletTable, paragraph: str, expected: tuple[str, ...]) -> None:
    assert agencies_of("", [paragraph, "Two.", "Three."], table) == expected


def test_the_last_line_and_no_other(table: OutletTable) -> None:
    body = ["One.", "Two.", "Three.", "Four.", "— WNA"]
    assert agencies_of("", body, table) == (WEST,)
    assert agencies_of("", [*body, "Six."], table) == ()
    assert agencies_of("", [], table) == ()

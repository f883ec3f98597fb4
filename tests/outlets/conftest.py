"""An outlet table of invented outlets."""

import pytest

from slantwise.outlets import Outlet, OutletTable

COUNTRIES = {"GB": ("UK", "United Kingdom", "England"), "NG": ("Nigeria",)}
OUTLETS = (
    Outlet(
        "coast-herald",
        "The Coast Herald",
        "GB",
        aliases=("Herald of the Coast", "CoastHerald.com"),
        domains=("coastherald.example", "ch.example"),
        places=("Qora",),
    ),
    Outlet("coast-herald-ng", "The Coast Herald (Nigeria)", "NG", domains=("ng.ch.example",)),
    Outlet("delta-a", "Delta News (North)", aliases=("Delta",), ambiguous=("Delta",),
           domains=("north.example",)),
    Outlet("delta-b", "Delta News (South)", aliases=("Delta",), ambiguous=("Delta",),
           domains=("south.example",)),
    Outlet("ewp", "East Wire Press", kind="agency", aliases=("EWP",), marks=("EWP", "East Wire")),
    Outlet("wna", "West News Agency", kind="agency", marks=("WNA",)),
)  # fmt: skip


@pytest.fixture
def table() -> OutletTable:
    return OutletTable(OUTLETS, COUNTRIES)

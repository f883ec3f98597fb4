"""Outlets: which names and web addresses are one outlet, and which agencies supplied a text.

Read once and handed to `ingest`; ours ships, and a researcher's own file adds to it or
overrides it entry by entry.
"""

from slantwise.outlets.agencies import agencies_of
from slantwise.outlets.entries import Outlet
from slantwise.outlets.table import OutletTable, read_outlets

__all__ = ["Outlet", "OutletTable", "agencies_of", "read_outlets"]

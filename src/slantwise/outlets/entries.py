"""One entry of the outlet table."""

from dataclasses import dataclass
from typing import Literal, get_args

OutletKind = Literal["newspaper", "broadcaster", "agency", "magazine", "web"]

KINDS: tuple[OutletKind, ...] = get_args(OutletKind)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet or agency.

    Attributes:
        id: stable slug.
        name: the name that its articles are counted under.
        country: ISO 3166-1 code of the country where it is edited (XK for Kosovo); empty where
            not given.
        kind: newspaper, broadcaster, agency, magazine or web.
        aliases: other names, as databases print them.
        ambiguous: those of the names that other outlets bear too; they alone resolve to none.
        domains: hosts of its web addresses, without "www."; hosts below them are its own too.
        places: cities whose name may stand behind its own ("The Guardian (London)").
        marks: of an agency, what stands for it in bylines and datelines, in its very capitals.
        path: the file that the entry stands in.
        line: the line that it begins on.
    """

    id: str
    name: str
    country: str = ""
    kind: OutletKind = "newspaper"
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    path: str = ""
    line: int = 0

    @property
    def where(self) -> str:
        """The file and line, for messages."""
        return f"{self.path}, line {self.line}"

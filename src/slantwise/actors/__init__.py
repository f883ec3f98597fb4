"""Actors: who is named in an article, under which names, and who speaks.

`link` reads one article with an `IdentityTable`, which `read_tables` reads from YAML.
"""

from slantwise.actors.checks import misfits
from slantwise.actors.explaining import Candidate, explain, select
from slantwise.actors.faults import Fault
from slantwise.actors.first_names import MEN, WOMEN
from slantwise.actors.identity import Claim, How, Identity
from slantwise.actors.linking import link
from slantwise.actors.matching import TableMatch
from slantwise.actors.reading import Reading, merge, read_source
from slantwise.actors.table import IdentityTable, read_tables

__all__ = [
    "MEN",
    "WOMEN",
    "Candidate",
    "Claim",
    "Fault",
    "How",
    "Identity",
    "IdentityTable",
    "Reading",
    "TableMatch",
    "explain",
    "link",
    "merge",
    "misfits",
    "read_source",
    "read_tables",
    "select",
]

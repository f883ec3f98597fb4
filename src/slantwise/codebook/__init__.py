"""A researcher's own kinds: read, checked, learnt, coded beside ours or instead of them.

Counting a finished run's codes is `codebook.counting`, which an analysis has no need to import.
"""

from slantwise.codebook.coding import Coder, code, prepare
from slantwise.codebook.keeping import read_kept, write_codebook
from slantwise.codebook.kinds import Codebook, CodebookKind
from slantwise.codebook.reading import read_codebook

__all__ = [
    "Codebook",
    "CodebookKind",
    "Coder",
    "code",
    "prepare",
    "read_codebook",
    "read_kept",
    "write_codebook",
]

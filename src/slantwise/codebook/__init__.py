"""A researcher's own kinds: read, checked, learnt, coded beside ours or instead of them."""

from slantwise.codebook.coding import Coder, code, prepare
from slantwise.codebook.counting import count_codes, read_kept, write_codebook
from slantwise.codebook.kinds import Codebook, CodebookKind
from slantwise.codebook.reading import read_codebook

__all__ = [
    "Codebook",
    "CodebookKind",
    "Coder",
    "code",
    "count_codes",
    "prepare",
    "read_codebook",
    "read_kept",
    "write_codebook",
]

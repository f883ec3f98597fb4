"""Input files as a run remembers them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileDigest:
    """A file and its content's digest.

    Attributes:
        path: the file, as problems name it.
        sha256: digest of its bytes, in hexadecimal.
        n_bytes: its size.
    """

    path: str
    sha256: str
    n_bytes: int

"""What the scripts that measure a stage on public data are asked: where it lies, and one switch."""

import argparse
from pathlib import Path
from typing import Final

SHARED: Final = Path("../shared")
"""Where the public data lie unless another folder is named."""


def folder_and_switch(
    description: str | None, *, folder: tuple[str, str], switch: tuple[str, str]
) -> tuple[Path, bool]:
    """The folder and the switch of the command line.

    Args:
        description: the script's docstring.
        folder: name of the option, and its default below `SHARED`.
        switch: name of the option, and what it does.
    """
    parser = argparse.ArgumentParser(description=description)
    name, default = folder
    parser.add_argument(f"--{name}", dest="folder", type=Path, default=SHARED / default)
    name, does = switch
    parser.add_argument(f"--{name}", dest="switch", action="store_true", help=does)
    given = parser.parse_args()
    return given.folder, given.switch

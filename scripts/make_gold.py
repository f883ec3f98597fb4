"""Turn a public release, or one of our corpora, into gold files for `slantwise evaluate`.

    python scripts/make_gold.py RELEASE FOLDER --out DIR

FOLDER is the release as its makers give it (files may be gzipped); DIR takes one JSON Lines file
a set and task, named NAME.TASK.jsonl. The text of the releases belongs to its publishers, so DIR
may not lie inside this repository.
"""

import argparse
import sys
from pathlib import Path

from gold.sets import write
from gold.table import RELEASES
from slantwise.errors import SlantwiseError

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 where all files were written, 2 where something was refused."""
    given = _parser().parse_args(arguments)
    if given.out.resolve().is_relative_to(ROOT):
        print(
            f"--out {given.out} lies inside the repository; name a folder outside it",
            file=sys.stderr,
        )
        return 2
    try:
        given.out.mkdir(parents=True, exist_ok=True)
        for gold in RELEASES[given.release](given.folder):
            print(f"{write(gold, given.out)}: {len(gold.lines)} lines")
            for note in gold.notes:
                print(f"    {note}")
    except (SlantwiseError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("release", choices=sorted(RELEASES), help="which release FOLDER holds")
    parser.add_argument("folder", type=Path, help="folder of the release")
    parser.add_argument("--out", type=Path, required=True, help="folder for the gold files")
    return parser


if __name__ == "__main__":
    sys.exit(main())

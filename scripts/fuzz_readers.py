"""Fuzz every reader with atheris, which steers its inputs by the code they reach.

    pip install atheris
    python scripts/fuzz_readers.py [--format ninjs] [--seconds 60] [--seeds FOLDER]

Each reader gets mutations of the seed files (tests' own fixtures make good ones) as files of its
format, and must give articles and problems: any exception is a crash, which atheris writes to
crash-… with the bytes that caused it. Keep such bytes as a test.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from slantwise.errors import MissingExtraError

LONGEST_INPUT = 4096


def main() -> None:
    """Fuzz until the time is up."""
    try:
        import atheris
    except ModuleNotFoundError as error:
        raise MissingExtraError("fuzzing needs the package atheris: pip install atheris") from error
    with atheris.instrument_imports(include=["slantwise.ingest"]):
        from slantwise.ingest import IngestSettings, read
        from slantwise.ingest.formats import FORMATS

    parser = argparse.ArgumentParser(description=__doc__)
    names = [entry.name for entry in FORMATS]
    parser.add_argument("--format", choices=names, help="one reader; every one in turn else")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seeds", type=Path, help="folder of files to mutate")
    arguments = parser.parse_args()
    chosen = [arguments.format] if arguments.format else names
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "input"

        def one_input(content: bytes) -> None:
            file.write_bytes(content[1:])
            name = chosen[content[0] % len(chosen)] if content else chosen[0]
            for _ in read([file], IngestSettings(format=name, max_record_chars=100_000)):
                pass

        options = [f"-max_total_time={arguments.seconds}", f"-max_len={LONGEST_INPUT}"]
        seeds = [str(arguments.seeds)] if arguments.seeds else []
        atheris.Setup([sys.argv[0], *options, *seeds], one_input)
        atheris.Fuzz()


if __name__ == "__main__":
    main()

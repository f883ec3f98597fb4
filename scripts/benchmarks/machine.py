"""The machine that a figure was measured on, the memory that a measurement took, and its file."""

import json
import os
import platform
import shlex
import sys
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from slantwise.version import __version__

_INSTRUCTIONS = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm")
_SAMPLES_PER_SECOND = 10


def machine() -> dict[str, Any]:
    """What names the machine: processor, cores, memory, instructions that int8 arithmetic uses."""
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "memory_gb": _memory_gb(),
        "instructions": [name for name in _INSTRUCTIONS if name in _flags()],
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "slantwise": __version__,
    }


def command() -> str:
    """The command that this process was started with, as one would give it again."""
    return shlex.join(["python", *sys.argv])


def save(folder: Path, name: str, result: Mapping[str, Any]) -> None:
    """Write a result as FOLDER/NAME.json."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


class PeakMemory:
    """Samples the memory of this process and its children, ten times a second.

    Memory is the proportional set size: what processes share is counted once.
    """

    def __init__(self) -> None:
        """Begin with nothing; the samples are taken inside `with`."""
        self.peak_bytes = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def peak_mb(self) -> int:
        """The highest of the samples, in megabytes."""
        return round(self.peak_bytes / 1e6)

    def _watch(self) -> None:
        while not self._stop.wait(1 / _SAMPLES_PER_SECOND):
            self.peak_bytes = max(self.peak_bytes, sum(map(_proportional_bytes, _family())))


def _family() -> list[int]:
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # the process ended between the listing and the reading
        parents[int(entry.parent.name)] = int(fields[1])
    family = {os.getpid()}
    while grown := {child for child, parent in parents.items() if parent in family} - family:
        family |= grown
    return sorted(family)


def _proportional_bytes(process: int) -> int:
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0  # ended meanwhile
    return next(
        int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")
    )


def _cpu() -> str:
    return _of_processor("model name") or platform.processor() or "unknown"


def _flags() -> Iterable[str]:
    return (_of_processor("flags") or _of_processor("Features")).split()


def _of_processor(name: str) -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _memory_gb() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9)

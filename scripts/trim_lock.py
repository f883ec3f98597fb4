"""Print the entries of one lock file that another does not hold, without NVIDIA's packages.

`make lock` calls it: the train extra's own packages, torch's accelerator builds left out.
"""

import re
import sys
from pathlib import Path


def entries(path: Path) -> dict[str, str]:
    """Lock entries by package name; each with its marker and hashes."""
    found: dict[str, str] = {}
    for entry in re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip()):
        name = re.split(r"[=\s;\[]", entry, maxsplit=1)[0]
        found[name] = f"{found[name]}\n{entry}" if name in found else entry
    return found


def main() -> None:
    """Trim the first file by the second."""
    every, others = entries(Path(sys.argv[1])), entries(Path(sys.argv[2]))
    for name, entry in every.items():
        if name not in others and not name.startswith(("nvidia-", "cuda-")):
            print(entry)


if __name__ == "__main__":
    main()

"""Print what the corpora hold: items, splits, kinds, voices, share without a finding; actors.

python scripts/count_corpora.py
"""

import json
from collections import Counter
from pathlib import Path

from slantwise.actors import Identity, read_source

CORPORA = Path(__file__).resolve().parent.parent / "corpora"


def _lines(path: Path) -> list[dict[str, list[dict[str, list[str]]]]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _print(name: str, items: list[dict[str, list[dict[str, list[str]]]]]) -> None:
    spans = [span for item in items for span in item["spans"]]
    plain = sum(not item["spans"] for item in items)
    print(f"{name}: {len(items)} items, {len(spans)} spans, {plain / len(items):.1%} without one")
    kinds = Counter(kind for span in spans for kind in span["kinds"])
    print("  kinds:  " + ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
    voices = Counter(str(span["voice"]) for span in spans)
    print("  voices: " + ", ".join(f"{voice} {n}" for voice, n in voices.most_common()))


def _print_actors(folder: Path) -> None:
    everyone: tuple[Identity, ...] = read_source(folder).identities
    for file in sorted({Path(entry.path).name for entry in everyone}):
        entries = [entry for entry in everyone if Path(entry.path).name == file]
        kinds = Counter(entry.kind.value for entry in entries).most_common()
        print(f"actors {file}: {len(entries)}: " + ", ".join(f"{n} {kind}" for kind, n in kinds))
    print(f"actors in all: {len(everyone)}, {len({entry.name for entry in everyone})} shown names")
    for key in ("aliases", "acronyms", "demonyms", "metonyms", "titles", "ambiguous"):
        print(f"  {key}: {sum(len(getattr(entry, key)) for entry in everyone)}")


def main() -> None:
    """Print the counts."""
    for split in ("train", "dev", "test"):
        _print(f"framing {split}", _lines(CORPORA / "framing" / f"{split}.jsonl"))
    _print_actors(CORPORA / "actors")
    _print("demo", _lines(CORPORA / "demo" / "labels.jsonl"))


if __name__ == "__main__":
    main()

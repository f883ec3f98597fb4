"""Build corpora/voice/*.jsonl, gold of the task `voice`, from the marked texts beside them.

    python scripts/build_voice_corpus.py

A marked text is what a coder edits; corpora/voice/README.md tells its form.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).resolve().parent.parent / "corpora" / "voice"
SPLITS = ("dev", "test")

_TOKEN = re.compile(r"\{(?P<kind>[drsk])(?P<numbers>\d+(?:,\d+)*) |\{(?P<scare>x) |(?P<close>\})")
_CHAIN = re.compile(r" \| (?P<pairs>\d+<\d+(?: \d+<\d+)*)\s*\Z")
_MARKS = "\"“”„‟«»‹›‘’‚‛'"
_KEYS = {"d": "content", "r": "content", "s": "source", "k": "cue"}
_VOICES = {"d": "direct", "r": "reported"}

Spans = list[list[int]]


@dataclass(slots=True)
class _Coded:
    """One attribution while its parts are collected."""

    voice: str = ""
    parts: dict[str, Spans] = field(
        default_factory=lambda: {"content": [], "source": [], "cue": []}
    )


def built(marked: str) -> list[dict[str, object]]:
    """The items of a marked text as gold lines; none for an empty text.

    Raises:
        ValueError: an item is not of the form; the message names it.
    """
    return [_item(part) for part in re.split(r"^## ", marked, flags=re.MULTILINE)[1:]]


def _item(part: str) -> dict[str, object]:
    head, _, body = part.partition("\n")
    name, topic, region, _ = (given.strip() for given in head.split("|"))
    body, outer = _without_chain(body.strip())
    titled = body.startswith("# ")
    text, coded, scare = _read(name, body.removeprefix("# "))
    item: dict[str, object] = {"id": name, "topic": topic, "region": region}
    item["text"] = text
    if titled:
        item["headline"] = [0, text.index("\n")]
    item["attributions"] = _attributions(name, coded, outer, scare)
    return item


def _without_chain(body: str) -> tuple[str, dict[int, int]]:
    """The text, and for each attribution that stands inside another the number of that one."""
    found = _CHAIN.search(body)
    if found is None:
        return body, {}
    pairs = (pair.split("<") for pair in found["pairs"].split())
    return body[: found.start()], {int(inner): int(outer) for inner, outer in pairs}


def _read(name: str, body: str) -> tuple[str, dict[int, _Coded], Spans]:
    """The text without braces, the attributions by number, the scare quotations."""
    coded: dict[int, _Coded] = {}
    scare: Spans = []
    opened: list[tuple[str, list[int], int]] = []
    text, reached = "", 0
    for found in _TOKEN.finditer(body):
        text += body[reached : found.start()]
        reached = found.end()
        if not found["close"]:
            numbers = [int(number) for number in (found["numbers"] or "0").split(",")]
            opened.append((found["kind"] or found["scare"], numbers, len(text)))
            continue
        if not opened:
            raise ValueError(f"{name}: a closing brace at {found.start()} closes nothing")
        _close(opened.pop(), text, coded, scare)
    text += body[reached:]
    if opened or re.search(r"[{}]", text):
        raise ValueError(f"{name}: a brace is not closed, or is no mark of the form")
    return text, coded, scare


def _close(
    part: tuple[str, list[int], int], text: str, coded: dict[int, _Coded], scare: Spans
) -> None:
    kind, numbers, start = part
    if kind == "x":
        scare.append([start, len(text)])
        return
    for number in numbers:
        one = coded.setdefault(number, _Coded())
        span = _inner(text, start) if kind == "d" else [start, len(text)]
        one.parts[_KEYS[kind]].append(span)
        one.voice = _VOICES.get(kind, one.voice)


def _inner(text: str, start: int) -> list[int]:
    """The span from `start` to the end of the text, without quotation marks at its edges."""
    end = len(text)
    return [start + (text[start] in _MARKS), end - (text[end - 1] in _MARKS)]


def _attributions(
    name: str, coded: dict[int, _Coded], outer: dict[int, int], scare: Spans
) -> list[dict[str, object]]:
    order = sorted(coded)
    made: list[dict[str, object]] = []
    for number in order:
        one = coded[number]
        if not one.parts["content"]:
            raise ValueError(f"{name}: attribution {number} has no content")
        line: dict[str, object] = {"voice": one.voice, **one.parts}
        if number in outer:
            line["cited_by"] = order.index(outer[number])
        made.append(line)
    return made + [{"voice": "scare", "content": [span], "source": []} for span in scare]


def main() -> None:
    """Write one file a split."""
    for split in SPLITS:
        items = built((CORPUS / f"{split}.txt").read_text(encoding="utf-8"))
        lines = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)
        (CORPUS / f"{split}.jsonl").write_text(lines, encoding="utf-8")
        print(f"{split}: {len(items)} items")


if __name__ == "__main__":
    main()

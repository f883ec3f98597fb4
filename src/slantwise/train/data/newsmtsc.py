"""NewsMTSC: stance toward marked mentions (Hamborg and Donnay, EACL 2021)."""

from pathlib import Path
from typing import Any

from slantwise.errors import GoldError
from slantwise.train.data.files import read_jsonl, whole_number
from slantwise.train.examples import Example, Mention

FILES = {
    "train": "newsmtsc-rw-hf/train.jsonl",
    "rw-dev": "newsmtsc-rw-hf/dev.jsonl",
    "mt-dev": "newsmtsc-mt-hf/dev.jsonl",
}
KEYS = ("sentence", "from", "to", "mention", "polarity")


def read(folder: Path, split: str) -> list[Example]:
    """Sentences with all their mentions, in order of first appearance.

    A train mention marked twice counts once, and not at all where its labels differ: that
    teaches nothing. Dev mentions all count, as published figures count them.

    Raises:
        GoldError: a line is not of the release's form.
    """
    path = folder / FILES[split]
    mentions: dict[str, list[Mention]] = {}
    for place, row in read_jsonl(path):
        mentions.setdefault(str(row.get("sentence")), []).append(to_mention(row, place))
    examples = []
    for number, (text, found) in enumerate(mentions.items()):
        kept = consistent(found) if split == "train" else found
        if kept:
            examples.append(Example(f"newsmtsc-{split}-{number}", text, mentions=tuple(kept)))
    return examples


def to_mention(row: dict[str, Any], place: str) -> Mention:
    """The mention of one line; polarity -1, 0, 1 becomes stance 0, 1, 2.

    Raises:
        GoldError: a key is missing, the span is outside the sentence, the polarity is another.
    """
    missing = [key for key in KEYS if key not in row]
    if missing:
        raise GoldError(f"{place}: keys {missing} are missing, found {sorted(row)}")
    start = whole_number(row["from"], place, "from")
    end = whole_number(row["to"], place, "to")
    if not 0 <= start < end <= len(row["sentence"]):
        raise GoldError(f"{place}: span {start}..{end} is not inside the sentence")
    polarity = whole_number(row["polarity"], place, "polarity")
    if polarity not in (-1, 0, 1):
        raise GoldError(f"{place}: expected polarity -1, 0 or 1, found {polarity}")
    return Mention((start, end), polarity + 1)


def consistent(mentions: list[Mention]) -> list[Mention]:
    """Mentions whose extent carries one stance only, each once."""
    stances: dict[tuple[int, int], set[int]] = {}
    for mention in mentions:
        stances.setdefault(mention.extent, set()).add(mention.stance)
    return [mention for mention in dict.fromkeys(mentions) if len(stances[mention.extent]) == 1]

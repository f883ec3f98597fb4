"""SEESAW valid as `stance-articles` (Zhang, Beauchamp and Wang, EMNLP 2022)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold.sets import GoldSet, Line, counted, known, read_object, value_at
from slantwise.errors import GoldError

AGAINST, NEUTRAL, FAVOUR, UNKNOWN = "against", "neutral", "favour", ""
VOTES = {
    "Very Negative": AGAINST,
    "Negative": AGAINST,
    "Slightly Negative": AGAINST,
    "Neutral": NEUTRAL,
    "Slightly Positive": FAVOUR,
    "Positive": FAVOUR,
    "Very Positive": FAVOUR,
    "Unknown": UNKNOWN,
}
ACTORS = frozenset({"People", "Organization", "GPE"})
_SPLIT = "valid"


def convert(folder: Path) -> Iterator[GoldSet]:
    """The vote of most annotators on each actor of each article; topics and events are none."""
    base = folder / "SEESAW" if (folder / "SEESAW").is_dir() else folder
    lines, left_out = [], Counter[str]()
    for path in sorted((base / "meta").glob("TRIPLET_*.json")):
        meta = read_object(path)
        if value_at(meta, "Split", str(path)) == _SPLIT:
            for number in range(3):
                found, reasons = article_lines(base, meta, f"{path.stem}_DOCUMENT_{number}", number)
                lines += found
                left_out += reasons
    if not lines:
        raise GoldError(f"{base / 'meta'} names no article of the split {_SPLIT!r}")
    notes = [note for reason, n in sorted(left_out.items()) for note in counted(n, reason)]
    names = "actors bear the titles of their Wikipedia pages, which often differ from the text"
    yield GoldSet("seesaw-valid", "stance-articles", tuple(lines), (*notes, names))


def article_lines(
    base: Path, meta: Line, name: str, number: int
) -> tuple[list[Line], Counter[str]]:
    """Lines of one article, and how many entities were left out for which reason."""
    article = read_object(base / "articles" / f"{name}.json")
    annotation = read_object(base / "annotations" / f"{name}.json")
    kinds = {entry[0]: set(entry[1]) for entry in value_at(annotation, "entity lists", name)}
    sentences = [value_at(part, "text", name) for part in value_at(article, "text", name)]
    head = {
        "title": value_at(article, "title", name),
        "body": " ".join(sentence for sentence in sentences if sentence.strip()),
    }
    outlet = value_at(meta[f"Meta info for article {number}"], "source", name)
    lines, left_out = [], Counter[str]()
    for entity, votes in value_at(annotation, "entity sentiments", name).items():
        if not kinds.get(entity, set()) & ACTORS:
            left_out["topics and events, not actors"] += 1
            continue
        stance = majority([known(VOTES, vote, f"{name}, {entity}") for vote, _ in votes])
        if stance:
            line = {"id": f"{name}/{entity}", **head, "actor": entity, "stance": stance}
            lines.append(line | {"outlet": outlet})
        else:
            left_out["annotators do not agree, or do not know"] += 1
    return lines, left_out


def majority(votes: Sequence[str]) -> str:
    """The stance with most votes; empty where two have as many, or none has any.

    >>> majority(["against", "against", "neutral"]), majority(["against", "favour"]), majority([""])
    ('against', '', '')
    """
    ranked = Counter(vote for vote in votes if vote).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]

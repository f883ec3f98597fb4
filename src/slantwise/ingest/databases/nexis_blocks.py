"""An article of an old Nexis export as parts: the layout that its text and HTML forms share.

Centred outlet and date, headline, labelled lines, body, labelled lines, copyright. A block is a
stretch between blank lines, or a box of the page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from slantwise.ingest.databases.copyrights import is_copyright
from slantwise.ingest.databases.documents import ASIDE, BODY, Part
from slantwise.ingest.databases.nexis_labels import Label, read_label
from slantwise.ingest.databases.written_dates import is_date

_LOOKED_AT = 8
_ADDRESS = re.compile(r"(?:(?<=[;\s])|^)https?://\S{1,2000}$")


@dataclass(frozen=True, slots=True)
class Articled:
    """The parts of one article.

    Attributes:
        parts: in the order of the file.
        has_tail: whether anything stands behind the body, as it does in a whole article.
    """

    parts: tuple[Part, ...]
    has_tail: bool


def parts_of(blocks: Sequence[str]) -> Articled:
    """The parts of the article that the blocks are.

    The body is what stands between the first run of labelled blocks and the last. A paragraph
    such as "PARIS: …" or a label's name in running text is body.
    """
    labels = [read_label(block) for block in blocks]
    first = _first_label(labels)
    head = _head_end(labels, first)
    tail = _tail_start(blocks, labels, head)
    parts = [
        *_masthead(blocks[:first]),
        *(
            _labelled(block, label)
            for block, label in zip(blocks[first:head], labels[first:head], strict=True)
        ),
        *(_paragraph(block) for block in blocks[head:tail]),
        *_tail(blocks[tail:], labels[tail:]),
    ]
    return Articled(tuple(_with_address(parts)), has_tail=tail < len(blocks))


def _first_label(labels: Sequence[Label | None]) -> int:
    """Where the first labelled block stands; after the masthead where there is none."""
    for index, label in enumerate(labels[:_LOOKED_AT]):
        if label is not None and label.in_head:
            return index
    return min(3, len(labels))


def _head_end(labels: Sequence[Label | None], first: int) -> int:
    end = first
    while end < len(labels):
        label = labels[end]
        if label is None or not label.in_head:
            break
        end += 1
        if label.field == "text":
            break
    return end


def _tail_start(blocks: Sequence[str], labels: Sequence[Label | None], head: int) -> int:
    """Where the body ends: at a graphic or correction, or at the last run of labelled blocks."""
    tail = len(blocks)
    while tail > head:
        label = labels[tail - 1]
        if not (label and label.in_tail) and not is_copyright(blocks[tail - 1]):
            break
        tail -= 1
    for index in range(tail - 1, head - 1, -1):
        label = labels[index]
        if label is not None and label.opens and _is_followed(labels, index):
            return _tail_start(blocks[:index], labels[:index], head)
    return tail


def _is_followed(labels: Sequence[Label | None], index: int) -> bool:
    """Whether another label of the tail stands behind this one, which then ended the body."""
    return any(label is not None and label.in_tail for label in labels[index + 1 :])


def _masthead(blocks: Sequence[str]) -> list[Part]:
    """Copyright, outlet, date with edition, and headline, which is all that is left."""
    parts: list[Part] = []
    seen: set[str] = set()
    for block in blocks:
        if is_copyright(block) and "outlet" not in seen:
            parts.append(Part(block))
        elif "outlet" not in seen:
            parts.append(Part(block, "outlet", "line of the publication"))
            seen.add("outlet")
        elif "date" not in seen and is_date(block):
            parts.append(Part(block, "date", "line of the date"))
            seen.add("date")
        else:
            parts.append(Part(block, "title", "headline"))
    return _one_title(parts)


def _one_title(parts: Sequence[Part]) -> list[Part]:
    """The parts with headlines of several blocks joined to one."""
    titles = [part.text for part in parts if part.field == "title"]
    if len(titles) < 2:
        return list(parts)
    joined = Part(" ".join(titles), "title", "headline")
    first = next(index for index, part in enumerate(parts) if part.field == "title")
    rest = [part for part in parts if part.field != "title"]
    return [*rest[:first], joined, *rest[first:]]


def _labelled(block: str, label: Label | None) -> Part:
    if label is None:
        return Part(block)
    field = {"text": BODY, "dateline": ""}.get(label.field, label.field)
    return Part(block, field, f"label {label.name!r}", label.start)


def _tail(blocks: Sequence[str], labels: Sequence[Label | None]) -> list[Part]:
    """The labelled blocks behind the body, with blocks that belong to the label before them."""
    parts: list[Part] = []
    open_label: Label | None = None
    for block, label in zip(blocks, labels, strict=True):
        if label is not None:
            open_label = label if label.opens else None
            parts.append(_labelled(block, label))
        elif open_label is not None and not is_copyright(block):
            parts.append(Part(block, open_label.field, f"label {open_label.name!r}"))
        else:
            parts.append(Part(block))
    return parts


def _paragraph(block: str) -> Part:
    return Part(block, BODY, "text")


def _with_address(parts: Sequence[Part]) -> list[Part]:
    """The parts, with one for the address at the end of a highlight."""
    found: list[Part] = []
    for part in parts:
        match = _ADDRESS.search(part.text) if part.field == ASIDE else None
        if match is None:
            found.append(part)
            continue
        found.append(Part(part.text[: match.start()].rstrip("; "), ASIDE, part.label, part.start))
        found.append(Part(match.group(), "url", part.label))
    return found

"""Evidence split into files beside the page, for reports too large for one file.

An index, read with the page, says where each article stands; a part is read when something in it
is opened. Both are scripts that hand their rows over, for a page opened from a disk may read
scripts and nothing else. An event is never split.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from slantwise.records.comparison import Comparison
from slantwise.report.evidence import Evidence
from slantwise.report.files import Content, as_bytes
from slantwise.report.numbering import Numbering
from slantwise.report.script_json import as_script
from slantwise.report.spool import Spool

PART_BYTES = 1_000_000
"""Evidence in one part, about; read in a fraction of a second from a disk."""

FOLDER = "evidence"

INDEX = f"{FOLDER}/index.js"
"""What the page itself has to know of every article, actor and event; of 10,000 articles half a
megabyte, so that it stands beside the page too."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Where the evidence of a page stands.

    Attributes:
        embedded: JSON for the page itself.
        parts: content of every further file by path beside the page, the index first; empty
            where the page carries everything.
    """

    embedded: str
    parts: dict[str, Content]

    @property
    def index(self) -> str:
        """The script that the page reads from the start; empty where it carries everything."""
        return INDEX if self.parts else ""


def carried(
    evidence: Evidence, comparison: Comparison, numbering: Numbering, *, max_bytes: int
) -> Carried:
    """Everything in the page, or, where that is more than `max_bytes`, in parts beside it."""
    if sum(evidence.packed.sizes) <= max_bytes:
        return Carried(evidence.whole(), {})
    groups = list(_groups(evidence, numbering))
    names = [f"{FOLDER}/part-{number:04}.js" for number in range(1, len(groups) + 1)]
    part_of = {article: number for number, group in enumerate(groups) for article in group}
    index = as_script(
        {
            **evidence.shared,
            "parts": names,
            "days": [event.first.isoformat() if event.first else "" for event in comparison.events],
            "articles": [
                _stub(evidence, numbering, article, part_of[article])
                for article in range(len(evidence.packed))
            ],
        }
    )
    parts: dict[str, Content] = {INDEX: as_bytes(f"slantwiseIndex={index};\n")}
    parts |= {
        name: Part(evidence.packed, number, tuple(group))
        for number, (name, group) in enumerate(zip(names, groups, strict=True))
    }
    return Carried(as_script({"index": INDEX}), parts)


def _groups(evidence: Evidence, numbering: Numbering) -> Iterator[list[int]]:
    """Numbers of articles by part: whole events in order, then articles of none."""
    events: dict[int, list[int]] = {}
    last = len(numbering.event_of) + 1
    for number, article in enumerate(evidence.articles):
        events.setdefault(numbering.event_of.get(article.id, last), []).append(number)
    part: list[int] = []
    size = 0
    for event in sorted(events):
        wide = sum(evidence.packed.sizes[number] for number in events[event])
        if part and size + wide > PART_BYTES:
            yield part
            part, size = [], 0
        part += events[event]
        size += wide
    if part:
        yield part


def _stub(evidence: Evidence, numbering: Numbering, number: int, part: int) -> list[int]:
    """Outlet, event, whether a copy, part: what a number needs before a part is read."""
    article = evidence.articles[number]
    return [
        numbering.outlet[article.outlet],
        numbering.event_of.get(article.id, -1),
        int(article.id in numbering.copy_of),
        part,
    ]


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part, put together when it is written.

    Attributes:
        packed: the articles of the whole report.
        number: of the part.
        group: numbers of its articles.
    """

    packed: Spool
    number: int
    group: tuple[int, ...]

    def pieces(self) -> Iterator[bytes]:
        """The script from its start."""
        yield as_bytes(f"slantwisePart({self.number},{json.dumps(self.group)},[")
        for at, article in enumerate(self.group):
            if at:
                yield b","
            yield self.packed[article]
        yield b"]);\n"

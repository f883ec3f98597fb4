"""Swapping an actor's name for another in the same sentence, labels unchanged.

Teaches that stance lies in the words about an actor and not in who it is.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from slantwise.train.examples import ClassSpan, Example, Extent, Hit, Mention, Pair

NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: [^\W\d_a-z][\w'’.-]*)*")
PRONOUNS = frozenset({"He", "She", "They", "It", "I", "We", "You", "His", "Her", "Their", "Its"})

Like = tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement in a text.

    Attributes:
        extent: what is replaced.
        text: what stands there afterwards.
    """

    extent: Extent
    text: str


def likeness(name: str) -> Like:
    """Names of one likeness may stand for each other: one word or several, plural form or not."""
    return " " in name, name.endswith("s")


def name_pool(examples: Iterable[Example]) -> dict[Like, tuple[str, ...]]:
    """Names among the marked mentions, by likeness, each once, sorted."""
    pool: dict[Like, set[str]] = defaultdict(set)
    for example in examples:
        for name in names_in(example):
            pool[likeness(name)].add(name)
    return {like: tuple(sorted(names)) for like, names in pool.items()}


def names_in(example: Example) -> list[str]:
    """Marked mentions that are names, each once, in order."""
    extents = [mention.extent for mention in example.mentions]
    extents += [pair.holder for pair in example.pairs]
    texts = dict.fromkeys(example.text[start:end] for start, end in extents)
    return [text for text in texts if NAME.fullmatch(text) and text not in PRONOUNS]


def swapped(
    example: Example, pool: Mapping[Like, tuple[str, ...]], chance: random.Random
) -> Example:
    """The example with one of its names replaced wherever it stands as a whole word.

    The example itself where it marks no name or the new name stands in it already.
    """
    names = names_in(example)
    if not names:
        return example
    old = chance.choice(names)
    new = chance.choice(pool[likeness(old)])
    if new in example.text:
        return example
    pattern = rf"(?<!\w){re.escape(old)}(?!\w)"
    return edited(example, [Edit(m.span(), new) for m in re.finditer(pattern, example.text)])


def edited(example: Example, edits: list[Edit]) -> Example:
    """The example with `edits` (sorted, apart from each other) made and all extents moved.

    Its words and a teacher's labels, which are those of the text as it stood, are left out.
    """
    pieces, done = [], 0
    for edit in edits:
        pieces += [example.text[done : edit.extent[0]], edit.text]
        done = edit.extent[1]
    pieces.append(example.text[done:])

    def move(extent: Extent) -> Extent:
        return moved(extent[0], edits, at_end=False), moved(extent[1], edits, at_end=True)

    def move_all(spans: tuple[ClassSpan, ...] | None) -> tuple[ClassSpan, ...] | None:
        return spans and tuple(ClassSpan(move(span.extent), span.column) for span in spans)

    return replace(
        example,
        text="".join(pieces),
        loaded=example.loaded and tuple(move(extent) for extent in example.loaded),
        kinds=move_all(example.kinds),
        techniques=move_all(example.techniques),
        attributed=move_all(example.attributed),
        mentions=tuple(Mention(move(m.extent), m.stance) for m in example.mentions),
        pairs=tuple(Pair(move(p.holder), move(p.target), p.stance) for p in example.pairs),
        hits=tuple(Hit(move(h.words), move(h.actor), h.falls) for h in example.hits),
        words=None,
        soft=None,
    )


def moved(offset: int, edits: list[Edit], *, at_end: bool) -> int:
    """Where a start (or end) offset stands after the edits.

    One inside a replaced stretch moves out to the stretch's start (or end).

    >>> moved(8, [Edit((0, 4), "Al")], at_end=False)
    6
    """
    shift = 0
    for edit in edits:
        start, end = edit.extent
        if offset >= end:
            shift += len(edit.text) - (end - start)
        elif offset > start:
            return start + shift + (len(edit.text) if at_end else 0)
    return offset + shift

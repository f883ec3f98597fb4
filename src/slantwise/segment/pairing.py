"""Pairs the quotation marks of one paragraph with a stack, in linear time.

Every mark is pushed at most once and popped at most once, whatever the nesting; how many marks
of a family are open is counted, so that no mark searches the stack in vain.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from slantwise.segment.marks import Family, Mark

# After "…s’" one of these goes on with the sentence round the quotation; any other word in
# lower case may be what is owned ("the workers’ rights").
_GOES_ON = re.compile(
    r"\s+(?:and|or|but|nor|as|at|by|for|from|in|into|of|on|to|with|after|before|that|which|who|"
    r"when|where|while|because|is|are|was|were|be|been|has|have|had|will|would|could|should|"
    r"can|may|might|must|say|said|says|he|she|it|they|we|the|a|an|over|about|against|between|"
    r"during|than|if|not|also|so|then)\b|\s+[^a-z]|\W*$|[^\s]"
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one opening mark opens.

    Attributes:
        opening: the opening mark.
        closing: the closing mark; None where it is missing.
        limit: offset that the quotation cannot go past: start of the closing mark, of the mark
            that closes what is around it, or the end of the paragraph.
    """

    opening: Mark
    closing: Mark | None
    limit: int


@dataclass(slots=True)
class Pairing:
    """The state of one paragraph while its marks are read in order.

    Attributes:
        text: the article's text.
        end: where the paragraph ends.
        stretches: what is paired or given up so far, not in order.
        orphans: closing marks of double quotations that close nothing.
    """

    text: str
    end: int
    stretches: list[Stretch] = field(default_factory=list)
    orphans: list[Mark] = field(default_factory=list)
    _stack: list[Mark] = field(default_factory=list)
    _open: Counter[Family] = field(default_factory=Counter)

    def read(self, marks: Sequence[Mark]) -> None:
        """Take all marks of the paragraph; afterwards `stretches` and `orphans` are complete."""
        for index, mark in enumerate(marks):
            if mark.family is Family.SINGLE:
                self._single(mark, marks[index + 1 : index + 2])
            elif mark.family is Family.DOUBLE:
                self._double(mark)
            else:
                self._angled(mark)
        while self._stack:
            self._give_up(self.end)

    def _double(self, mark: Mark) -> None:
        is_open = self._open[Family.DOUBLE] > 0
        if mark.char in ("“", "``", "„", "‟"):
            closing = is_open and mark.char == "“" and mark.closes and not mark.opens
        elif mark.char in ("”", "''"):
            closing = is_open or not mark.opens
        elif mark.opens == mark.closes:
            closing = is_open
        else:
            closing = mark.closes
        if not closing:
            self._push(mark)
        elif is_open:
            self._close(mark)
        elif mark.closes and mark.char != "inch":
            self.orphans.append(mark)

    def _angled(self, mark: Mark) -> None:
        is_open = self._open[mark.family] > 0
        closing_shape = mark.char in "»›"
        reverse = mark.opens != mark.closes and mark.opens == closing_shape
        if reverse and closing_shape and not is_open:
            self._push(mark)
        elif is_open and (closing_shape or (reverse and self._reversed(mark.family))):
            self._close(mark)
        elif not closing_shape:
            self._push(mark)

    def _reversed(self, family: Family) -> bool:
        top = self._stack[-1]
        return top.family is family and top.char in "»›"

    def _single(self, mark: Mark, following: Sequence[Mark]) -> None:
        top_is_single = bool(self._stack) and self._stack[-1].family is Family.SINGLE
        if top_is_single and mark.closes and not self._owns(mark, following):
            self._close(mark)
        elif mark.opens:
            self._push(mark)

    def _owns(self, mark: Mark, following: Sequence[Mark]) -> bool:
        """Whether the mark is the apostrophe of a plural ("the workers’ rights’")."""
        if mark.char == "‘" or self.text[mark.start - 1] not in "sS":
            return False
        closes_later = bool(following) and following[0].closes and not following[0].opens
        return closes_later and not _GOES_ON.match(self.text, mark.end, self.end)

    def _push(self, mark: Mark) -> None:
        self._stack.append(mark)
        self._open[mark.family] += 1

    def _close(self, mark: Mark) -> None:
        while self._stack[-1].family is not mark.family:
            self._give_up(mark.start)
        opening = self._pop()
        self.stretches.append(Stretch(opening, mark, mark.start))

    def _give_up(self, limit: int) -> None:
        opening = self._pop()
        self.stretches.append(Stretch(opening, None, limit))

    def _pop(self) -> Mark:
        opening = self._stack.pop()
        self._open[opening.family] -= 1
        return opening

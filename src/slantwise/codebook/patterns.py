"""Terms and patterns of a codebook: checked when read, matched in time linear in the text.

Patterns run on RE2, which never backtracks. A repetition of a repetition is refused all the
same: in other tools that read the codebook it may run without end.
"""

from typing import Any

from slantwise.errors import SettingsError
from slantwise.patterns import compiled, term_pattern

MAX_PATTERN = 500
"""Characters of a pattern or term."""

_MEMORY = 2**22
"""Bytes that RE2 may use for one pattern."""


class PatternError(SettingsError):
    """A pattern or term that is refused; the message says why, the caller says where."""


def compiled_term(term: str) -> Any:
    """The pattern of a term: whole words, any case; "*" at an end stands for any letters.

    Raises:
        PatternError: the term has fewer than two letters, or is too long.
    """
    letters = sum(character.isalnum() for character in term)
    if letters < 2:
        raise PatternError(f"the term {term!r} has fewer than two letters and would match anywhere")
    return _compile(term_pattern(term))


def compiled_pattern(pattern: str) -> Any:
    """A pattern in RE2 syntax, any case.

    Raises:
        PatternError: it is empty, too long, unclosed, uses look-around or back-references,
            repeats a repetition, or matches the empty text.
    """
    if not pattern.strip():
        raise PatternError("the pattern is empty")
    if repeats_a_repetition(pattern):
        raise PatternError(
            f"the pattern {pattern!r} repeats a repetition, as in (a+)+, which in many tools "
            "backtracks without end; write the inner or the outer repetition alone"
        )
    found = _compile(pattern)
    if found.search("") is not None:
        raise PatternError(f"the pattern {pattern!r} matches the empty text, that is, everywhere")
    return found


def _compile(pattern: str) -> Any:
    if len(pattern) > MAX_PATTERN:
        raise PatternError(f"the pattern is longer than {MAX_PATTERN} characters")
    try:
        return compiled(pattern, max_bytes=_MEMORY)
    except ValueError as error:
        raise PatternError(
            f"the pattern {pattern!r} cannot be used: {error} (RE2 syntax, without look-around "
            "and back-references)"
        ) from error


def repeats_a_repetition(pattern: str) -> bool:
    r"""Whether an unbounded repetition stands round a group that holds one.

    >>> repeats_a_repetition(r"(a+)+b"), repeats_a_repetition(r"(\w+\s)*end")
    (True, True)
    >>> repeats_a_repetition(r"(a|b)+c*"), repeats_a_repetition(r"[(a+)+]")
    (False, False)
    """
    holds = [False]  # for every open group: whether an unbounded repetition stands in it
    group_held = False  # whether the thing just read is a group that holds one
    index = 0
    while index < len(pattern):
        character = pattern[index]
        if _is_unbounded(pattern, index):
            if group_held:
                return True
            holds[-1] = True
        group_held = False
        if character == "\\":
            index += 1
        elif character == "[":
            index = _class_end(pattern, index)
        elif character == "(":
            holds.append(False)
        elif character == ")" and len(holds) > 1:
            group_held = holds.pop()
            holds[-1] = holds[-1] or group_held
        index += 1
    return False


def _class_end(pattern: str, index: int) -> int:
    """Index of the bracket that closes a character class."""
    index += 2 if pattern[index + 1 : index + 2] in ("]", "^") else 1
    while index < len(pattern) and pattern[index] != "]":
        index += 2 if pattern[index] == "\\" else 1
    return index


def _is_unbounded(pattern: str, index: int) -> bool:
    if pattern[index] in "*+":
        return True
    if pattern[index] != "{":
        return False
    end = pattern.find("}", index)
    return end > 0 and pattern[index + 1 : end].endswith(",")

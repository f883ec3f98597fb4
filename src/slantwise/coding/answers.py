"""What a coder writes in a cell or chooses from a list, and what it means.

Framing: `none`, `unsure`, or one entry a loaded stretch, apart by `|`: a kind, best with the
words it marks ("charged-verb: stormed | label: thugs"). Stance: `against`, `neutral`, `favour` or
`unsure`. An empty answer is no answer: it never means "none".
"""

from slantwise.coding.anchoring import Quote, locate
from slantwise.coding.records import Answer, Mark, Task
from slantwise.records import Kind, Stance

NONE = "none"
UNSURE = "unsure"


class UnknownAnswer(ValueError):  # noqa: N818 - it is not an error of the program
    """The answer is not one of those the task knows; says what was expected."""


def choices(task: Task) -> tuple[str, ...]:
    """The answers that are chosen from a list, `unsure` last.

    >>> choices(Task.STANCE)
    ('against', 'neutral', 'favour', 'unsure')
    """
    named = (NONE,) if task is Task.FRAMING else tuple(stance.value for stance in Stance)
    return (*named, UNSURE)


def chosen(task: Task, word: str) -> Answer:
    """The answer that a word from the list means; case and outer spaces do not matter.

    Raises:
        UnknownAnswer: it is not in the list.
    """
    found = word.strip().casefold()
    if found not in choices(task):
        expected = ", ".join(choices(task))
        raise UnknownAnswer(f"the answer is {word.strip()!r}; expected one of: {expected}")
    if found == UNSURE:
        return Answer(unsure=True)
    return Answer() if task is Task.FRAMING else Answer(stance=Stance(found))


def kind_of(word: str) -> Kind:
    """The kind of that name.

    Raises:
        UnknownAnswer: there is none.
    """
    try:
        return Kind(word.strip().casefold())
    except ValueError as error:
        kinds = ", ".join(kind.value for kind in Kind)
        raise UnknownAnswer(f"the kind is {word.strip()!r}; expected one of: {kinds}") from error


def written(task: Task, cell: str, text: str) -> Answer:
    """The answer that a cell of a sheet means, with marks found in the unit's text.

    Raises:
        UnknownAnswer: the cell says something else, or marks words that the text does not hold.

    >>> written(Task.FRAMING, "charged-verb: stormed", "They stormed it.").marks[0].span
    Span(start=5, end=12)
    """
    if task is Task.STANCE or cell.strip().casefold() in (NONE, UNSURE):
        return chosen(task, cell)
    marks: list[Mark] = []
    for entry in cell.split("|"):
        kind, colon, words = entry.partition(":")
        mark = Mark(kind_of(kind))
        if colon and words.strip():
            reached = [m.span.end for m in marks if m.span and m.kind is mark.kind]
            span = locate(text, Quote(words.strip(), start=max(reached, default=0)))
            if span is None:
                raise UnknownAnswer(f"the words {words.strip()!r} do not stand in the unit's text")
            mark = Mark(mark.kind, span)
        marks.append(mark)
    return Answer(marks=tuple(marks))

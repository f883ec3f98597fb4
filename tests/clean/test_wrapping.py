import textwrap

from slantwise.clean.wrapping import paragraphs_of
from slantwise.records import Span

FIRST = (
    "The bridge over the Orr was closed on Monday after engineers found cracks in three of its "
    "eleven piers, the council said. No one was hurt, but the town was left with a single road "
    "to the coast, which floods each spring."
)
SECOND = (
    "Repairs may take until the spring, said the engineer in charge, who asked for patience and "
    "promised a ferry within the week. The owner of the inn beside the bridge was less calm: he "
    "had, he said, heard of a ferry before."
)


def cut(raw: str, blocks: list[Span] | None = None) -> list[str]:
    found = paragraphs_of(raw, blocks or [Span(0, len(raw))])
    return [" ".join(line.of(raw) for line in lines) for lines in found]


def test_lines_broken_at_a_width_are_put_together() -> None:
    for width in (60, 72, 100):
        raw = textwrap.fill(FIRST, width) + "\r\n\r\n" + textwrap.fill(SECOND, width)
        assert cut(raw) == [FIRST, SECOND]


def test_paragraphs_set_off_by_an_indent_or_a_short_line_are_kept_apart() -> None:
    indented = "\n".join(textwrap.fill(p, 64, initial_indent="    ") for p in (FIRST, SECOND))
    assert cut(indented) == [FIRST, SECOND]
    plain = textwrap.fill(FIRST, 64) + "\n" + textwrap.fill(SECOND, 64)
    assert cut(plain) == [FIRST, SECOND]


def test_a_line_a_paragraph_stays_so() -> None:
    assert cut(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}") == [FIRST, SECOND, FIRST, SECOND]
    short = [
        "Short lines.",
        "One below the other.",
        "None of them full.",
        "A list, perhaps.",
        "End.",
    ]
    assert cut("\n".join(short)) == short


def test_two_lines_are_too_few_to_tell() -> None:
    assert cut("The bridge over the Orr was\nclosed on Monday.") == [
        "The bridge over the Orr was",
        "closed on Monday.",
    ]


def test_only_the_blocks_given_are_read() -> None:
    raw = "title\n\nOne.\n\nfooter"
    assert cut(raw, [Span(7, 11)]) == ["One."]


def test_nothing_visible_gives_nothing() -> None:
    assert cut("") == []
    assert cut(" \n\u00a0\n") == []
    assert list(paragraphs_of("x", [])) == []

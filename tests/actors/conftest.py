"""A small identity table, and articles written with their entities marked."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from slantwise.actors import IdentityTable, link, read_tables
from slantwise.actors.candidates import Candidates, candidates
from slantwise.actors.cast import Draft
from slantwise.actors.page import lay_out
from slantwise.records import (
    Article,
    Attribution,
    CleanedArticle,
    EncodedArticle,
    Entity,
    Linking,
    Quotation,
    Sentence,
    Source,
    Span,
    Voice,
    Word,
)

TABLE = """
- {id: turkiye, name: Türkiye, kind: state, aliases: [Turkey, Republic of Türkiye],
   demonyms: [Turkish, Turk, Turks], metonyms: [Ankara], ambiguous: [Turkey]}
- {id: israel, name: Israel, kind: state, demonyms: [Israeli, Israelis],
   metonyms: [Tel Aviv, Jerusalem]}
- {id: syria, name: Syria, kind: state, demonyms: [Syrian, Syrians], metonyms: [Damascus]}
- {id: lebanon, name: Lebanon, kind: state, demonyms: [Lebanese], metonyms: [Beirut]}
- {id: jordan, name: Jordan, kind: state, demonyms: [Jordanian], metonyms: [Amman],
   ambiguous: [Jordan]}
- {id: georgia, name: Georgia, kind: state, demonyms: [Georgian], metonyms: [Tbilisi],
   ambiguous: [Georgia, Georgian]}
- {id: armenia, name: Armenia, kind: state, demonyms: [Armenian]}
- {id: united-states, name: United States, kind: state, aliases: [America], acronyms: [US, U.S.],
   demonyms: [American], metonyms: [Washington, White House], ambiguous: [Washington]}
- {id: georgia-us, name: Georgia, kind: territory, parent: united-states, demonyms: [Georgian],
   ambiguous: [Georgia, Georgian]}
- {id: us-congress, name: United States Congress, kind: government, aliases: [Congress],
   ambiguous: [Congress], parent: united-states}
- {id: india, name: India, kind: state, demonyms: [Indian]}
- {id: inc, name: Indian National Congress, kind: party, aliases: [Congress],
   ambiguous: [Congress], parent: india}
- {id: idf, name: Israel Defense Forces, kind: army, acronyms: [IDF], parent: israel}
- {id: hamas, name: Hamas, kind: armed-group}
- {id: democrats, name: Democratic Party, kind: party, demonyms: [Democrats],
   ambiguous: [Democratic Party, Democrats], parent: united-states}
- {id: hakan-fidan, name: Hakan Fidan, kind: person, titles: [Foreign Minister], parent: turkiye,
   valid_from: 2023-06-03}
- {id: donald-trump, name: Donald Trump, kind: person, aliases: [Trump], ambiguous: [Trump],
   titles: [President, US President], parent: united-states, valid_from: 2017-01-20}
- {id: the-guardian, name: The Guardian, kind: media}
- {id: who, name: World Health Organization, kind: international-body, acronyms: [WHO]}
"""

_TOKEN = re.compile(
    r"['’]s\b|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Sen|Rep|Gov)\.|[\w\u200b-\u200f\u202a-\u202e\u2060\u0300-\u036f]+(?:['’](?!s\b)\w+)?|[^\w\s]"
)
_TAGS = {
    **dict.fromkeys("the a an both either".split(), "DT"),
    **dict.fromkeys("and or but".split(), "CC"),
    **dict.fromkeys("in of near to for from by at on with after as that than".split(), "IN"),
    **dict.fromkeys(
        "said added met told is was were has had announced visited struck spoke denied left "
        "wrote closed grew stay rose voted paid burned".split(),
        "VBD",
    ),
    **dict.fromkeys("he she it they who".split(), "PRP"),
    **dict.fromkeys("senior interim western former late military".split(), "JJ"),
    **dict.fromkeys("backed led run".split(), "VBN"),
    **dict.fromkeys("two three".split(), "CD"),
    "-": "HYPH", "'s": "POS", "’s": "POS",
}  # fmt: skip
_DEMONYMS = {"Turkish", "Israeli", "Syrian", "Georgian", "Jordanian", "American", "Lebanese"}


def _tag(word: str) -> str:
    if word.lower() in _TAGS:
        return _TAGS[word.lower()]
    if not word[0].isalnum():
        return word
    if word in _DEMONYMS:
        return "JJ"
    if word[0].isupper():
        return "NNPS" if word.endswith("s") and len(word) > 3 else "NNP"
    return "NNS" if word.endswith("s") else "NN"


def written(
    marked: str, *, title: bool = False, published: datetime | None = None
) -> EncodedArticle:
    """An encoded article of a text whose entities are written `[LABEL words]`.

    Paragraphs are parted by blank lines; with `title` the first one is the headline.
    """
    text, entities = "", []
    for piece in re.split(r"(\[[A-Z]{3,6} [^\]]+\])", marked):
        found = re.fullmatch(r"\[([A-Z]{3,6}) ([^\]]+)\]", piece)
        if found:
            entities.append(Entity(Span(len(text), len(text) + len(found[2])), found[1]))
        text += found[2] if found else piece
    blocks = [Span(*m.span()) for m in re.finditer(r"\S(?:.|\n(?!\n))*", text)]
    head = blocks[0] if title and blocks else None
    sentences = tuple(
        Sentence(index, Span(*span), paragraph - bool(head))
        for index, (span, paragraph) in enumerate(_sentences(text, blocks))
    )
    words = tuple(Word(Span(*m.span()), _tag(m[0])) for m in _TOKEN.finditer(text))
    quotations = tuple(
        Quotation(Span(*m.span()), Span(*m.span(1)), 0, single=False, closed=True)
        for m in re.finditer(r"“([^”]*)”", text)
    )
    body = tuple(blocks[1:] if head else blocks)
    article = Article("a", "Outlet", text, head, body, Source("a.txt"), published=published)
    cleaned = CleanedArticle(article, text, head, body, ())
    return EncodedArticle(cleaned, sentences, quotations, words, tuple(entities), ())


def _sentences(text: str, blocks: list[Span]) -> list[tuple[tuple[int, int], int]]:
    found = []
    for paragraph, block in enumerate(blocks):
        for m in re.finditer(
            r"\S.*?(?:(?<!Mr)(?<!Mrs)(?<!Sen)(?<!Rep)\.”?(?=\s|$)|$)", block.of(text)
        ):
            found.append(((block.start + m.start(), block.start + m.end()), paragraph))
    return found


@pytest.fixture(scope="session")
def table(tmp_path_factory) -> IdentityTable:
    path: Path = tmp_path_factory.mktemp("actors") / "table.yaml"
    path.write_text(TABLE, encoding="utf-8")
    return read_tables([path])


@pytest.fixture(scope="session")
def encode() -> Callable[..., EncodedArticle]:
    return written


@pytest.fixture(scope="session")
def draft(table) -> Callable[..., Draft]:
    """Begins the linking of a marked text."""
    return lambda marked, **settings: Draft(lay_out(written(marked, **settings)), table)


@pytest.fixture(scope="session")
def found(table) -> Callable[..., Candidates]:
    """Candidates of a marked text."""

    def find(marked: str, **settings) -> Candidates:
        encoded = written(marked, **settings)
        page = lay_out(encoded)
        return candidates(page, table.matches(page.folded, page.on), encoded.entities)

    return find


@pytest.fixture(scope="session")
def linked(table) -> Callable[..., Linking]:
    """Links a marked text; `sources` become attributions in the order given."""

    def run(marked: str, *sources: str, **settings) -> Linking:
        encoded = written(marked, **settings)
        return link(encoded, attributions_of(encoded.text, sources), table)

    return run


def attributions_of(text: str, sources: tuple[str, ...]) -> tuple[Attribution, ...]:
    made, reached = [], 0
    for source in sources:
        start = text.index(source, reached)
        reached = start + len(source)
        made.append(
            Attribution(Voice.REPORTED, (Span(reached, reached),), source=Span(start, reached))
        )
    return tuple(made)


@pytest.fixture(scope="session")
def pairs() -> Callable[[str, Linking], list[tuple[str, str, str]]]:
    """Words, actor and how of each mention of a text without its marks."""

    def show(marked: str, linking: Linking) -> list[tuple[str, str, str]]:
        text = re.sub(r"\[[A-Z]{3,6} ([^\]]+)\]", r"\1", marked)
        return [(m.span.of(text), m.actor, m.how) for m in linking.mentions]

    return show

import pytest

from slantwise.voice.page import page_of
from slantwise.voice.reported import claims_in


@pytest.fixture
def claims(read, cues):
    def of(text):
        page = page_of(read(text))
        return [
            (
                claim.entry.lemma,
                page.words_of(claim.source) if claim.source else None,
                [page.words_of(zone) for zone in claim.zones],
            )
            for sentence in page.sentences
            for claim in claims_in(page, cues, sentence)
        ]

    return of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lund's claim that talks stopped fell.", ("claim", "Lund", ["that talks stopped"])),
        ("Lund is confident that talks stopped.", ("confident", "Lund", ["that talks stopped"])),
        ("In his view, talks stopped.", ("view", "his", ["talks stopped"])),
        ("Lund was told that talks stopped.", ("tell", None, ["that talks stopped"])),
        ("Lund was accused by Karsen of clashes.", ("accuse", "Karsen", ["clashes"])),
        ("As Lund said, talks stopped.", ("say", "Lund", ["talks stopped"])),
        ("Talks stopped, as Lund said.", ("say", "Lund", ["Talks stopped"])),
        ("TOLM, 3 May — Talks stopped, Lund said.", ("say", "Lund", ["Talks stopped"])),
        ("Said Lund: “We go.”", ("say", "Lund", ["“We go.”"])),
        ("Lund said:", ("say", "Lund", [])),
        ("Talks, Lund said, will stop.", ("say", "Lund", ["Talks", "will stop"])),
        ("Lund, saying that talks stopped, left.", ("say", "Lund", ["that talks stopped, left"])),
    ],
)
def test_one_claim(claims, text, expected):
    assert claims(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that talks stopped.",
        "A group known by it left.",
        "“They said that it left.”",
        "The study has never showed that talks stopped.",
    ],
)
def test_no_claim(claims, text):
    assert claims(text) == []


def test_relative_clause_is_closed_by_its_comma(claims):
    assert claims("Lund, who said that talks stopped, left.") == [
        ("say", "Lund", ["that talks stopped"])
    ]


def test_subordinate_clause_is_closed_by_its_comma(claims):
    assert claims("While Lund said that talks stopped, Karsen left.") == [
        ("say", "Lund", ["that talks stopped"])
    ]

import time
from itertools import pairwise

import pytest

from slantwise.actors import link, read_tables
from slantwise.records import Entity, Span


def test_actors_come_in_order_of_first_mention_then_parents(linked):
    linking = linked("Israeli troops met [PERSON Ann Lund], Hamas and Ankara. Lund left.")
    assert [(a.id, a.aliases_seen) for a in linking.actors] == [
        ("idf", ("Israeli troops",)),
        ("unlisted:ann-lund", ("Ann Lund", "Lund")),
        ("hamas", ("Hamas",)),
        ("turkiye", ("Ankara",)),
        ("israel", ()),
    ]


def test_mentions_are_in_order_and_do_not_overlap(linked):
    mentions = linked(
        "Turkish-Israeli talks, the Turkish army and Israel’s army in Syria."
    ).mentions
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))
    assert [m.sentence for m in mentions] == [0] * len(mentions)


@pytest.mark.parametrize("text", ["", "   ", "\n\n\n", "(" * 10_000, "“" * 10_000, "." * 10_000])
def test_a_text_without_names_gives_nothing(linked, text):
    linking = linked(text)
    assert (linking.mentions, linking.actors, linking.decisions) == ((), (), ())


def test_marks_inside_names_change_nothing(linked, pairs):
    marked = "Is\u200bra\u202eel met [PERSON Hakan Fi\u200ddan]. Fi\u2060dan left."
    assert [a for _, a, _ in pairs(marked, linked(marked))] == [
        "israel", "hakan-fidan", "hakan-fidan",
    ]  # fmt: skip


def test_lone_surrogates_are_let_through(linked):
    assert [m.actor for m in linked("\ud83d Israel \udc00 left").mentions] == ["israel"]


def test_the_input_is_not_changed(encode, table):
    encoded = encode("Israel met [PERSON Ann Lund].")
    before = (encoded.words, encoded.entities, encoded.sentences)
    link(encoded, (), table)
    assert (encoded.words, encoded.entities, encoded.sentences) == before


def test_the_same_article_gives_the_same_linking(encode, table):
    encoded = encode("Congress and [NORP Democrats] met the US. [PERSON Ann Lund] left. She spoke.")
    assert link(encoded, (), table) == link(encoded, (), table)


@pytest.mark.parametrize(
    "unit", ["Turkish army, ", "Hakan Fidan said he ", "the army ", "Ann Lund ", "(AB) "]
)
def test_time_grows_with_length_even_without_full_stops(encode, table, unit):
    encoded = encode(unit * 4_000)
    start = time.perf_counter()
    link(encoded, (), table)
    # Some 0.5 s here; the bound catches quadratic time (minutes), not a slow machine.
    assert time.perf_counter() - start < 20


def test_a_thousand_namesakes_take_no_time(encode, table):
    names = [f"A{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}x Lund" for i in range(676)]
    encoded = encode(", ".join(f"[PERSON {name}]" for name in names) + ". Lund left.")
    linking = link(encoded, (), table)
    assert len(linking.mentions) == 676
    assert any(d.surface == "Lund" and not d.merged for d in linking.decisions)


def test_an_entity_of_marks_alone_is_dropped(encode, table):
    from dataclasses import replace

    encoded = encode("((( met")
    odd = replace(encoded, entities=(Entity(Span(0, 3), "ORG"), Entity(Span(3, 4), "PERSON")))
    assert link(odd, (), table).mentions == ()


@pytest.mark.slow
def test_the_seed_article(shared, corpora, encoder):
    """The shared article, read with the shipped table and the shipped encoder."""
    from slantwise.encode import encode
    from slantwise.records import Article, CleanedArticle, Source
    from slantwise.segment import segment

    raw = (shared / "data/seed/article.txt").read_text(encoding="utf-8")
    text = raw[raw.index("Turkish, Israeli") : raw.index("No comments")].rstrip()
    blocks, offset = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Span(offset, offset + len(paragraph)))
        offset += len(paragraph) + 2
    article = Article("seed", "", text, blocks[0], tuple(blocks[1:]), Source("seed"))
    cleaned = CleanedArticle(article, text, blocks[0], tuple(blocks[1:]), ())
    (encoded,) = encode([(cleaned, *segment(cleaned))], encoder)
    table = read_tables([corpora / "actors"])
    linking = link(encoded, (), table)
    seen = {a.id: set(a.aliases_seen) for a in linking.actors}
    assert {"Turkiye", "Türkiye", "Turkey", "Turkish", "Ankara"} <= seen["turkiye"]
    assert {"Israel", "Israeli", "Tel Aviv"} <= seen["israel"]
    parents = {a.id: a.parent for a in linking.actors}
    assert parents["hakan-fidan"] == "turkiye"
    ministry = next(key for key, forms in seen.items() if "Turkish Defense Ministry" in forms)
    assert parents[ministry] == "turkiye" and "the ministry" in seen[ministry]


SIDES = """
- {id: in-office, name: Those in office, kind: group}
- {id: outside, name: Those outside office, kind: group}
- {id: mali, name: Mali, kind: state, demonyms: [Malian], parent: in-office}
- {id: mali-army, name: Malian army, kind: army, parent: mali}
- {id: niger, name: Niger, kind: state, demonyms: [Nigerien], parent: in-office}
- {id: reform, name: Reform Now, kind: party, parent: outside}
- {id: ann-lund, name: Ann Lund, kind: person, parent: reform}
- {id: old-guard, name: Old Guard, kind: party, parent: niger}
"""


@pytest.fixture
def sided(encode, tmp_path):
    """Links a marked text by a table whose actors stand on two sides."""
    path = tmp_path / "sides.yaml"
    path.write_text(SIDES, encoding="utf-8")
    return lambda marked: link(encode(marked), (), read_tables([path]))


def test_actors_roll_up_to_their_sides_and_parties_to_no_state(sided):
    actors = sided("The Malian army met Reform Now, [PERSON Ann Lund] and Old Guard.").actors
    assert {actor.id: actor.parent for actor in actors} == {
        "mali-army": "mali", "mali": "in-office", "in-office": None,
        "ann-lund": "reform", "reform": "outside", "outside": None,
        "old-guard": None,
    }  # fmt: skip


def test_a_side_lends_no_state_its_army(sided, pairs):
    # One state, and "the army" is its own; a second state of the same side leaves it open.
    for marked, actor in (
        ("Malian ties grew. The army left.", "mali-army"),
        ("Malian and Nigerien ties grew. The army left.", "group:army"),
    ):
        assert pairs(marked, sided(marked))[-1][1] == actor

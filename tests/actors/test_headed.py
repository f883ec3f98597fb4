from datetime import datetime

import pytest

from slantwise.actors import link, read_tables

# The army and government of Aland changed on 1 May 2020, with its president; Borland's never did.
TABLE = """
- {id: aland, name: Aland, kind: state, demonyms: [Alandic]}
- {id: borland, name: Borland, kind: state, demonyms: [Borlander]}
- {id: old-army, name: Armed Forces of Aland (to 2020), kind: army, parent: aland,
   valid_to: 2020-05-01}
- {id: new-army, name: Armed Forces of Aland (from 2020), kind: army, parent: aland,
   valid_from: 2020-05-02}
- {id: old-government, name: Government of Aland (to 2020), kind: government, parent: aland,
   valid_to: 2020-05-01}
- {id: ada-olin, name: Ada Olin, kind: person, titles: [Alandic President], parent: aland,
   valid_from: 2010-01-01, valid_to: 2020-05-01}
- {id: bo-nyman, name: Bo Nyman, kind: person, titles: [Alandic President], parent: aland,
   valid_from: 2020-05-01}
- {id: cy-berg, name: Cy Berg, kind: person, titles: [Borlander President], parent: borland}
- {id: di-holm, name: Di Holm, kind: person, titles: [Borlander Foreign Minister], parent: borland}
"""
AFTER = datetime(2023, 3, 1)


@pytest.fixture(scope="module")
def heads(tmp_path_factory):
    path = tmp_path_factory.mktemp("heads") / "table.yaml"
    path.write_text(TABLE, encoding="utf-8")
    return read_tables([path])


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Cy Berg's government left", "government", "borland/berg-government"),
        ("the Cy Berg administration left", "Cy Berg administration", "borland/berg-government"),
        # In 2023 Ada Olin is out of office: what was hers is that of her time.
        ("Ada Olin's government left", "government", "old-government"),
        ("Ada Olin's forces left", "forces", "old-army"),
        ("the armed forces of Ada Olin's government left", "armed forces", "old-army"),
        ("the armed forces of Bo Nyman's government left", "armed forces", "new-army"),
        ("Bo Nyman's troops left", "troops", "new-army"),
        ("Bo Nyman's government left", "government", "aland/nyman-government"),
        ("Cy Berg's army left", "army", "borland/army"),
    ],
)
def test_what_is_named_by_its_head(heads, encode, text, words, actor):
    encoded = encode(text, published=AFTER)
    found = {m.span.of(encoded.text): m.actor for m in link(encoded, (), heads).mentions}
    assert found[words] == actor


@pytest.mark.parametrize("text", ["Cy Berg's army of lawyers left", "Di Holm's army left"])
def test_what_is_no_army_of_a_state(heads, encode, text):
    encoded = encode(text, published=AFTER)
    mentions = link(encoded, (), heads).mentions
    assert not {"borland/army"} & {mention.actor for mention in mentions}


def test_before_the_first_day_in_office_the_day_of_publication_decides(heads, encode):
    encoded = encode("Bo Nyman's army left", published=datetime(2015, 1, 1))
    assert link(encoded, (), heads).mentions[-1].actor == "old-army"

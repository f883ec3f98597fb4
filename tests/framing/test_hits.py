"""Who a finding falls on: the codebook's rule 4 and its kin, one sentence a rule."""

import pytest
from tagged import clause, where

from slantwise.framing.hits import Hit, by_grammar, mentions_hit
from slantwise.records import Attribution, Kind, Span, Voice

CASES = [
    (
        "possessor",
        "Strikes/NNS were/VBD part/NN of/IN Merania/NNP 's/POS violent/JJ campaign/NN",
        ("Merania",),
        "violent campaign",
        Kind.EVALUATIVE,
        ["merania"],
    ),
    (
        "subject of the verb that the noun depends on",
        "Merania/NNP has/VBZ waged/VBN a/DT violent/JJ campaign/NN against/IN Tolland/NNP",
        ("Merania", "Tolland"),
        "violent campaign",
        Kind.EVALUATIVE,
        ["merania"],
    ),
    (
        "agents of a passive, both of them",
        "Sula/NNP is/VBZ illegally/RB occupied/VBN by/IN both/DT the/DT Meranian/JJ and/CC "
        "Tollish/JJ armies/NNS",
        ("Sula", "Meranian", "Tollish"),
        "illegally occupied",
        Kind.CONTESTED_STATUS,
        ["meranian", "tollish"],
    ),
    (
        "subject of an active verb",
        "The/DT Meranian/JJ army/NN has/VBZ been/VBN illegally/RB occupying/VBG Sula/NNP",
        ("Meranian", "Sula"),
        "illegally occupying",
        Kind.CONTESTED_STATUS,
        ["meranian"],
    ),
    (
        "the body that a label stands before",
        "Merania/NNP trains/VBZ the/DT extremist-dominated/JJ armed/JJ forces/NNS of/IN "
        "Tolland/NNP",
        ("Merania", "Tolland"),
        "extremist-dominated",
        Kind.LABEL,
        ["tolland"],
    ),
    (
        "the speaker of a loaded verb",
        "Okoro/NNP claimed/VBD that/IN Merania/NNP lied/VBD",
        ("Okoro", "Merania"),
        "claimed",
        Kind.LOADED_ATTRIBUTION,
        ["okoro"],
    ),
    (
        "the speaker after the verb",
        "Merania/NNP lied/VBD ,/, claimed/VBD Okoro/NNP",
        ("Merania", "Okoro"),
        "claimed",
        Kind.LOADED_ATTRIBUTION,
        ["okoro"],
    ),
    (
        "an apposition",
        "Okoro/NNP ,/, a/DT notorious/JJ strongman/NN ,/, met/VBD Merania/NNP",
        ("Okoro", "Merania"),
        "strongman",
        Kind.LABEL,
        ["okoro"],
    ),
    (
        "the subject of an active verb before its object",
        "Merania/NNP is/VBZ targeting/VBG Tolland/NNP with/IN false/JJ accusations/NNS",
        ("Merania", "Tolland"),
        "false accusations",
        Kind.EVALUATIVE,
        ["merania"],
    ),
    (
        "the object that a relative clause describes",
        "Merania/NNP is/VBZ targeting/VBG Tolland/NNP ,/, which/WDT brutally/RB occupies/VBZ "
        "it/PRP",
        ("Merania", "Tolland"),
        "brutally occupies",
        Kind.EVALUATIVE,
        ["tolland"],
    ),
    (
        "a charged passive without its agent falls on no one",
        "Okoro/NNP was/VBD slammed/VBN on/IN Monday/NNP",
        ("Okoro",),
        "slammed",
        Kind.CHARGED_VERB,
        [],
    ),
]


@pytest.mark.parametrize(
    ("tagged", "actors", "phrase", "kind", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_the_actor_hit(tagged, actors, phrase, kind, expected):
    sentence = clause(tagged, *actors)
    hit = by_grammar(Hit(where(sentence, phrase), kind), sentence)
    assert [mention.actor for mention in hit] == expected


def test_quoted_words_do_not_fall_on_their_own_speaker():
    sentence = clause(
        "Okoro/NNP called/VBD it/PRP a/DT disgrace/NN by/IN Merania/NNP", "Okoro", "Merania"
    )
    attribution = Attribution(Voice.DIRECT, (Span(16, 36),), source=Span(0, 5), speaker="okoro")
    hit = by_grammar(Hit(where(sentence, "disgrace"), Kind.EVALUATIVE, attribution), sentence)
    assert [mention.actor for mention in hit] == ["merania"]


def test_a_sentence_without_actors_hits_none():
    sentence = clause("A/DT disgrace/NN")
    hit = Hit(where(sentence, "disgrace"), Kind.EVALUATIVE)
    assert by_grammar(hit, sentence) == ()


def test_a_pronoun_that_opens_the_sentence_stands_for_the_subject_before():
    before = clause("Merania/NNP waged/VBD war/NN on/IN Tolland/NNP", "Merania", "Tolland")
    here = clause(
        "It/PRP has/VBZ also/RB expanded/VBN its/PRP$ illegal/JJ occupation/NN in/IN Tolland/NNP",
        "Tolland",
    )
    hit = by_grammar(
        Hit(where(here, "illegal occupation"), Kind.CONTESTED_STATUS),
        here,
        antecedent=before.main_subject(),
    )
    assert [mention.actor for mention in hit] == ["merania"]


def test_a_pronouns_own_is_its_subjects_whatever_an_encoder_says():
    before = clause("Merania/NNP waged/VBD war/NN", "Merania")
    here = clause(
        "It/PRP expanded/VBD its/PRP$ quite/RB illegal/JJ occupation/NN in/IN Tolland/NNP",
        "Tolland",
    )
    hit = Hit(where(here, "illegal occupation"), Kind.CONTESTED_STATUS)
    found = mentions_hit(hit, here, _Unread(), antecedent=before.main_subject())
    assert [mention.actor for mention in found] == ["merania"]


def test_the_main_subject_is_the_one_that_acts():
    sentence = clause(
        "Since/IN the/DT fall/NN of/IN Orsova/NNP 's/POS government/NN ,/, Merania/NNP has/VBZ "
        "waged/VBN war/NN",
        "government",
        "Merania",
    )
    subject = sentence.main_subject()
    assert subject is not None
    assert subject.actor == "merania"


@pytest.mark.parametrize(
    ("tagged", "phrase", "kind", "expected"),
    [
        # Whatever an encoder says, an adjective falls on the body it stands right before.
        (
            "Merania/NNP trains/VBZ the/DT extremist-dominated/JJ forces/NNS of/IN Tolland/NNP",
            "extremist-dominated",
            Kind.LABEL,
            ["forces"],
        ),
        (
            "the/DT Merania-funded/JJ forces/NNS left/VBD Tolland/NNP",
            "Merania-funded",
            Kind.ASSOCIATION,
            ["forces"],
        ),
    ],
)
def test_an_adjective_falls_on_the_body_right_behind_it(tagged, phrase, kind, expected):
    names = [name for name in ("Merania", "forces", "Tolland") if name in tagged]
    sentence = clause(tagged, *names)
    outputs = _Unread()
    hit = Hit(where(sentence, phrase), kind)
    assert [mention.actor for mention in mentions_hit(hit, sentence, outputs)] == expected


class _Unread:
    """Outputs that fail when read."""

    def __getattr__(self, name: str) -> None:
        raise AssertionError(f"{name} was read")


def test_a_verb_does_not_fall_on_whom_it_stands_before():
    sentence = clause("Merania/NNP crushed/VBD Tolland/NNP", "Merania", "Tolland")
    hit = Hit(where(sentence, "crushed"), Kind.EVALUATIVE)
    with pytest.raises(AssertionError, match="was read"):
        mentions_hit(hit, sentence, _Unread())

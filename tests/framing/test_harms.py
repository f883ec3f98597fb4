import pytest
from tagged import clause

from slantwise.framing import harms
from slantwise.records import (
    Actor,
    ActorKind,
    Article,
    Attribution,
    CleanedArticle,
    EncodedArticle,
    HarmForm,
    Linking,
    Sentence,
    Source,
    Span,
    Voice,
)
from slantwise.voice import VoiceMap


def told(tagged, *actors, attributions=()):
    """(form, doer, voice) of the harms of one sentence."""
    made = clause(tagged, *actors)
    raw = Article("a", "Courier", made.text, None, (made.span,), Source("a"))
    article = CleanedArticle(raw, made.text, None, (made.span,), ())
    sentences = (Sentence(0, made.span, 0),)
    encoded = EncodedArticle(article, sentences, (), made.words, (), ())
    known = tuple(Actor(a.lower(), a, ActorKind.ARMY, None, (a,)) for a in actors)
    linking = Linking(made.mentions, known, attributions, ())
    found = harms(encoded, linking, VoiceMap(attributions))
    return [(harm.form, harm.doer, harm.voice) for harm in found]


@pytest.mark.parametrize(
    ("tagged", "actors", "form", "doer"),
    [
        (
            "Varenian/JJ troops/NNS killed/VBD four/CD miners/NNS",
            ("Varenian",),
            HarmForm.ACTIVE,
            "varenian",
        ),
        ("Gunmen/NNS abducted/VBD two/CD nurses/NNS", (), HarmForm.ACTIVE, None),
        (
            "Four/CD miners/NNS were/VBD killed/VBN by/IN Kestovia/NNP",
            ("Kestovia",),
            HarmForm.PASSIVE_BY,
            "kestovia",
        ),
        ("Four/CD miners/NNS were/VBD killed/VBN on/IN Monday/NNP", (), HarmForm.PASSIVE, None),
        ("An/DT airstrike/NN killed/VBD four/CD miners/NNS", (), HarmForm.NOMINAL, None),
        ("The/DT shelling/NN of/IN the/DT town/NN went/VBD on/RP", (), HarmForm.NOMINAL, None),
        (
            "Kestovian/JJ shelling/NN went/VBD on/RP",
            ("Kestovian",),
            HarmForm.NOMINAL_BY,
            "kestovian",
        ),
        ("Gunmen/NNS beat/VBD a/DT nurse/NN", ("Gunmen",), HarmForm.ACTIVE, "gunmen"),
        (
            "Kestovian/JJ shelling/VBG of/IN the/DT town/NN went/VBD on/RP",
            ("Kestovian",),
            HarmForm.NOMINAL_BY,
            "kestovian",
        ),
        (
            "A/DT car/NN was/VBD torched/VBN by/IN striking/VBG miners/NNS",
            ("miners",),
            HarmForm.PASSIVE_BY,
            "miners",
        ),
        ("The/DT road/NN was/VBD razed/VBN by/IN blocking/VBG it/PRP", (), HarmForm.PASSIVE, None),
    ],
)
def test_every_form(tagged, actors, form, doer):
    assert told(tagged, *actors) == [(form, doer, Voice.OUTLET)]


@pytest.mark.parametrize(
    "tagged",
    [
        "The/DT earthquake/NN killed/VBD four/CD miners/NNS",
        "The/DT team/NN was/VBD beaten/VBN by/IN its/PRP$ rival/NN",
        "The/DT talks/NNS went/VBD on/RP",
        "a/DT job-killing/JJ tax/NN",
        "The/DT senate/NN killed/VBD the/DT bill/NN",
        "The/DT rebels/NNS killed/VBD time/NN",
        "The/DT visitors/NNS were/VBD destroyed/VBN by/IN six/CD goals/NNS",
        "Her/PRP$ uncle/NN died/VBD of/IN old/JJ age/NN",
    ],
)
def test_nature_idioms_and_peace_are_no_harms(tagged):
    assert told(tagged) == []


def test_a_doer_left_out_is_the_one_beside_words_of_force():
    tagged = "Kestovia/NNP sent/VBD troops/NNS and/CC four/CD miners/NNS were/VBD killed/VBN"
    assert told(tagged, "Kestovia") == [(HarmForm.PASSIVE, "kestovia", Voice.OUTLET)]


def test_a_second_verb_has_the_subject_of_the_first():
    tagged = "Marines/NNS arrested/VBD nine/CD fishermen/NNS and/CC wounded/VBD a/DT tenth/JJ"
    named = (HarmForm.ACTIVE, "marines", Voice.OUTLET)
    assert told(tagged, "Marines", "fishermen") == [named, named]


def test_a_death_is_a_harm_where_somebody_of_force_is_near():
    tagged = "Kestovia/NNP sent/VBD troops/NNS and/CC a/DT beekeeper/NN died/VBD in/IN his/PRP$"
    assert told(tagged, "Kestovia") == [(HarmForm.INTRANSITIVE, "kestovia", Voice.OUTLET)]
    assert told("A/DT beekeeper/NN died/VBD in/IN his/PRP$ orchard/NN") == []


def test_a_harm_told_by_a_source_is_the_sources():
    said = Attribution(Voice.REPORTED, (Span(0, 23),))
    tagged = "Gunmen/NNS killed/VBD two/CD nurses/NNS"
    assert told(tagged, attributions=(said,)) == [(HarmForm.ACTIVE, None, Voice.REPORTED)]

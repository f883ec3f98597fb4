"""What actors do and what is done to them: one sentence a form."""


def acts(text, wordings):
    return [
        (
            p.span.of(text),
            p.lemma,
            p.form.value,
            p.agent and (p.agent.actor or p.agent.head),
            p.patient and (p.patient.actor or p.patient.head),
        )
        for p in wordings.predicates
    ]


def test_adverb_and_verb_of_an_active_clause(read):
    text, found = read("Ostrian troops illegally occupied the village.", ostria="Ostrian troops")
    assert acts(text, found) == [("illegally occupied", "occupy", "active", "ostria", "village")]


def test_a_light_verb_takes_its_noun(read):
    text, found = read("Ostrian troops took control of the village.", ostria="Ostrian troops")
    assert acts(text, found) == [
        ("took control of", "take control of", "active", "ostria", "village")
    ]


def test_a_passive_with_and_without_its_doer(read):
    text, found = read(
        "Two farmers were killed by Ostrian troops. Six villagers were detained.",
        ostria="Ostrian troops",
    )
    assert acts(text, found) == [
        ("were killed", "kill", "passive", "ostria", "farmer"),
        ("were detained", "detain", "passive", None, "villager"),
    ]


def test_an_event_noun_is_an_act(read):
    text, found = read("The deaths of two farmers shocked the valley.")
    assert acts(text, found)[0] == ("deaths of", "die", "nominal", None, "farmer")


def test_a_joined_verb_shares_the_subject(read):
    text, found = read(
        "Ostrian troops entered Velm and arrested a teacher.", ostria="Ostrian troops"
    )
    assert [(a[1], a[3]) for a in acts(text, found)] == [("enter", "ostria"), ("arrest", "ostria")]


def test_be_and_modifying_participles_are_no_acts(read):
    text, found = read("The disputed road is a problem.")
    assert acts(text, found) == []


def test_a_denied_act_says_so(read):
    _, found = read("The council did not approve the budget.")
    assert [(p.lemma, p.negated) for p in found.predicates] == [("approve", True)]


def test_no_words_no_acts(read):
    _, found = read("…")
    assert found.predicates == () and found.references == ()

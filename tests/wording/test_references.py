"""The noun phrases that stand for an actor."""


def names(text, found, actor):
    return [(r.span.of(text), r.form.value, r.plain) for r in found.references if r.actor == actor]


def test_the_whole_phrase_round_a_name(read):
    text, found = read(
        "The extremist-dominated armed forces of the interim government entered Velm.",
        army="armed forces",
    )
    assert names(text, found, "army") == [
        ("extremist-dominated armed forces of the interim government", "phrase", False)
    ]


def test_an_apposition_and_a_bare_name(read):
    text, found = read(
        "Rudo Karsen, the self-appointed spokesman of the drivers, left early.",
        karsen="Rudo Karsen!",
    )
    assert names(text, found, "karsen") == [
        ("Rudo Karsen", "phrase", True),
        ("self-appointed spokesman of the drivers", "apposition", False),
    ]


def test_what_somebody_is_said_to_be(read):
    text, found = read("Halvik is a hardened strongman.", halvik="Halvik!")
    assert ("hardened strongman", "copula", False) in names(text, found, "halvik")


def test_a_name_that_modifies_another_noun_is_no_reference(read):
    text, found = read("Ostrian timber rose in price.", ostria="Ostrian")
    assert names(text, found, "ostria") == []


def test_a_collective_head_still_stands_for_the_actor(read):
    text, found = read("The brutal Ostrian regime fell.", ostria="Ostrian")
    assert names(text, found, "ostria") == [("brutal Ostrian regime", "phrase", False)]

import random

from slantwise.train.examples import ClassSpan, Example, Mention, Pair
from slantwise.train.swapping import Edit, edited, name_pool, swapped

TEXT = "Trump said Trump’s plan beats Biden."
EXAMPLE = Example(
    "x",
    TEXT,
    techniques=(ClassSpan((24, 29), 3),),
    mentions=(Mention((0, 5), 2), Mention((30, 35), 0)),
)


def slices(example: Example) -> list[str]:
    return [example.text[m.extent[0] : m.extent[1]] for m in example.mentions]


def test_all_whole_words_of_the_name_change_and_extents_follow() -> None:
    pool = {(False, False): ("Macron",)}
    found = swapped(EXAMPLE, pool, random.Random(1))
    assert found.text in {
        "Macron said Macron’s plan beats Biden.",
        "Trump said Trump’s plan beats Macron.",
    }
    assert slices(found)[0] == found.text.split()[0]
    assert [m.stance for m in found.mentions] == [2, 0]
    (span,) = found.techniques or ()
    assert found.text[slice(*span.extent)] == "beats"


def test_the_input_stays_and_nothing_to_swap_gives_the_same() -> None:
    pronoun = Example("y", "He left.", mentions=(Mention((0, 2), 1),))
    assert swapped(pronoun, {}, random.Random(1)) is pronoun
    already = {(False, False): ("Biden",)}
    assert swapped(EXAMPLE, already, random.Random(1)) is EXAMPLE
    assert EXAMPLE.text == TEXT


def test_pairs_move_too() -> None:
    example = Example("z", "Ann met Bob.", pairs=(Pair((0, 3), (8, 11), 1),))
    found = edited(example, [Edit((0, 3), "Annabel")])
    assert found.pairs == (Pair((0, 7), (12, 15), 1),)


def test_the_pool_holds_names_by_likeness() -> None:
    group = Example("g", "Democrats left.", mentions=(Mention((0, 9), 1),))
    assert name_pool([EXAMPLE, group]) == {
        (False, False): ("Biden", "Trump"),
        (False, True): ("Democrats",),
    }

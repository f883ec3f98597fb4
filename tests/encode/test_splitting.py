import pytest

from slantwise.encode.splitting import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army left.", "The army left ."),
        ("Israel's and the Greens' plans", "Israel 's and the Greens ' plans"),
        ("They didn’t; we cannot.", "They did n’t ; we can not ."),
        ("Sen. Ola Berg of the U.S. met Mr. Lund", "Sen. Ola Berg of the U.S. met Mr. Lund"),
        ("“Never,” she said.", "“ Never , ” she said ."),
        ("state-run, anti-Israel, G-7", "state - run , anti - Israel , G-7"),
        ("$1.5m on 3,000 of 9:30 in the 1990s", "$ 1.5 m on 3,000 of 9:30 in the 1990s"),
        ("O'Neill at AT&T, 5 p.m.", "O'Neill at AT&T , 5 p.m."),
        ("see https://example.org/a?b now", "see https://example.org/a?b now"),
        ("wait... no -- yes", "wait ... no -- yes"),
        ("Türkiye’s Erdoğan", "Türkiye ’s Erdoğan"),
        (" \n\t ", ""),
    ],
)
def test_words_and_marks(text, words):
    assert " ".join(span.of(text) for span in split_words(text)) == words


def test_every_character_that_is_no_blank_belongs_to_one_word():
    text = "“Don't” (he said) paid €5,000—or 3.5% … ok?"
    covered = [at for span in split_words(text) for at in range(span.start, span.end)]
    assert covered == [at for at, character in enumerate(text) if not character.isspace()]

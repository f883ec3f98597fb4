import pytest

from slantwise.records import MentionStance, Stance, StanceJudgement, State, Voice
from slantwise.stance import failed, roll_up
from slantwise.stance.mentions import from_probabilities

PARENTS = {"fidan": "turkiye", "turkiye": None, "israel": None, "army": "israel"}


def mention(n: int, actor: str, p: tuple[float, float, float], voice=Voice.OUTLET, speaker=None):
    return MentionStance(n, actor, voice, speaker, from_probabilities(p, 0.5))


def test_probabilities_are_the_mean_over_mentions_and_parents_get_a_row():
    rows = roll_up(
        [mention(0, "fidan", (0.8, 0.1, 0.1)), mention(1, "turkiye", (0.4, 0.4, 0.2))],
        PARENTS,
        abstain_below=0.5,
    )
    by_actor = {row.actor: row for row in rows}
    assert by_actor["fidan"].n_mentions == 1
    # (0.8 + 0.4) / 2 = 0.6, (0.1 + 0.4) / 2 = 0.25, (0.1 + 0.2) / 2 = 0.15
    assert by_actor["turkiye"].judgement.against == pytest.approx(0.6)
    assert by_actor["turkiye"].judgement.neutral == pytest.approx(0.25)
    assert by_actor["turkiye"].judgement.label is Stance.AGAINST
    assert by_actor["turkiye"].n_mentions == 2
    assert by_actor["turkiye"].n_abstained == 1


def test_voices_are_never_merged():
    rows = roll_up(
        [
            mention(0, "israel", (0.9, 0.1, 0.0)),
            mention(1, "israel", (0.0, 0.1, 0.9), Voice.DIRECT, "fidan"),
        ],
        PARENTS,
        abstain_below=0.5,
    )
    labels = {(row.voice, row.speaker): row.judgement.label for row in rows}
    assert labels == {
        (Voice.OUTLET, None): Stance.AGAINST,
        (Voice.DIRECT, None): Stance.FAVOUR,
        (Voice.DIRECT, "fidan"): Stance.FAVOUR,
    }


def test_a_speaker_has_no_row_toward_itself_or_its_own_side():
    rows = roll_up(
        [mention(0, "turkiye", (0.1, 0.1, 0.8), Voice.DIRECT, "fidan")], PARENTS, abstain_below=0.5
    )
    assert [(row.actor, row.speaker) for row in rows] == [("turkiye", None)]


def test_failed_mentions_are_counted_and_never_averaged():
    judgement = failed("the encoder has no token at the mention")
    broken = MentionStance(0, "israel", Voice.OUTLET, None, judgement)
    (alone,) = roll_up([broken], PARENTS, abstain_below=0.5)
    assert alone.judgement.state is State.FAILED
    assert (alone.n_mentions, alone.n_failed) == (1, 1)
    (mixed,) = roll_up([broken, mention(1, "israel", (0.8, 0.2, 0.0))], PARENTS, abstain_below=0.5)
    assert mixed.judgement.against == pytest.approx(0.8)
    assert (mixed.n_mentions, mixed.n_failed) == (2, 1)


def test_nothing_in_nothing_out():
    assert roll_up([], {}, abstain_below=0.5) == ()


def test_a_label_stands_only_with_the_state_labelled():
    with pytest.raises(ValueError, match="labelled"):
        StanceJudgement(State.ABSTAINED, Stance.NEUTRAL, 0.2, 0.6, 0.2)

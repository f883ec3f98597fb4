from slantwise.records import Stance, StanceJudgement, State
from slantwise.records.reported import OUTCOMES, outcome_number


def test_every_outcome_has_a_number_of_its_own() -> None:
    labelled = [StanceJudgement(State.LABELLED, stance, 1.0, 0.0, 0.0) for stance in Stance]
    others = [
        StanceJudgement(state, None, 0.0, 0.0, 0.0) for state in (State.ABSTAINED, State.FAILED)
    ]
    assert [outcome_number(each) for each in (*labelled, *others)] == [*range(len(OUTCOMES))]

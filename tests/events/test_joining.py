import numpy as np

from slantwise.events import EventSettings
from slantwise.events.joining import among, given_events


class Table:
    settings = EventSettings(threshold=0.2)

    def __init__(self, table):
        self.table = np.array(table, float)

    def between(self, rows, columns):
        return self.table[np.ix_(rows, columns)]


PAIRS = (np.array([0, 1, 0]), np.array([2, 2, 1]), np.array([0.5, 0.3, 0.4]))


def test_the_mean_over_all_pairs_decides():
    # rows 0 and 1 are of event one, row 2 has none: (0.5 + 0.3) / 2 = 0.4
    events = given_events(["one", "one", ""], PAIRS)
    table = Table([[1, 0.4, 0.5], [0.4, 1, 0.3], [0.5, 0.3, 1]])
    assert events.closest(np.array([2]), table) == "one"
    # (0.3 + 0) / 2 = 0.15 is too little
    assert events.closest(np.array([2]), Table(np.diag([1, 1, 1]) + 0.15)) == ""


def test_the_most_alike_wins_and_ties_go_by_id():
    events = given_events(["two", "one", ""], PAIRS)
    assert events.closest(np.array([2]), Table([[1, 0, 0.5], [0, 1, 0.3], [0.5, 0.3, 1]])) == "two"
    assert events.closest(np.array([2]), Table(np.full((3, 3), 0.4))) == "one"


def test_an_event_without_a_near_article_is_no_candidate():
    nothing = (np.array([], int), np.array([], int), np.array([]))
    events = given_events(["one", ""], nothing)
    assert events.closest(np.array([1]), Table(np.ones((2, 2)))) == ""


def test_among_keeps_pairs_of_chosen_rows():
    earlier, later, found = among(np.array([True, True, False]), PAIRS)
    assert (earlier.tolist(), later.tolist(), found.tolist()) == ([0], [1], [0.4])

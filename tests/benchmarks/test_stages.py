"""Seconds by stage: nobody is charged for another, and every function is put back."""

import time

import pytest

from slantwise.encode import OnnxEncoder
from slantwise.pipeline import analyser as joined


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still but for `clock.tick`."""

    class Clock:
        now = 0.0

        def tick(self, seconds):
            self.now += seconds

    clock = Clock()
    monkeypatch.setattr(time, "perf_counter", lambda: clock.now)
    return clock


def test_a_stage_is_not_charged_for_another_that_it_calls(scripts, clock):
    watch = scripts("benchmarks.stages").Stopwatch()

    def inner():
        clock.tick(5)

    def outer():
        clock.tick(1)
        watch.timed(inner, "encode")()
        clock.tick(2)

    watch.timed(outer, "segment")()
    # 1 + 2 before and after, 5 inside.
    assert (watch.seconds["segment"], watch.seconds["encode"]) == (3, 5)
    assert sum(watch.seconds.values()) == 8


def test_every_step_of_an_iterator_counts_and_what_its_reader_does_does_not(scripts, clock):
    watch = scripts("benchmarks.stages").Stopwatch()

    def steps():
        for number in range(3):
            clock.tick(2)
            yield number

    seen = []
    for number in watch.timed(steps, "read")():
        clock.tick(10)
        seen.append(number)
    assert (seen, watch.seconds["read"]) == ([0, 1, 2], 6)


def test_a_failure_is_timed_and_passed_on(scripts, clock):
    watch = scripts("benchmarks.stages").Stopwatch()

    def failing():
        clock.tick(4)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        watch.timed(failing, "clean")()
    assert watch.seconds["clean"] == 4


def test_functions_are_put_back(scripts):
    timing = scripts("benchmarks.stages").timing
    before = (joined.link, joined.VoiceMap, OnnxEncoder.encode)
    with timing():
        assert joined.link is not before[0]
    assert (joined.link, joined.VoiceMap, OnnxEncoder.encode) == before

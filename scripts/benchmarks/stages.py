"""Seconds by stage of a run in one process: the functions of each stage are timed where they stand.

A stage that calls another is not charged for it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from importlib import import_module
from typing import Any

START = "start"
"""What is loaded once a run."""

_STAGES = (
    ("slantwise.pipeline.batch", "shipped_outlets", START),
    ("slantwise.pipeline.sources", "read", "read"),
    ("slantwise.pipeline.shards", "clean", "clean"),
    ("slantwise.pipeline.shards", "text_problem", "clean"),
    ("slantwise.pipeline.shards", "language_problem", "clean"),
    ("slantwise.pipeline.analyser", "segment", "segment"),
    ("slantwise.encode.encoder.OnnxEncoder", "encode", "encode"),
    ("slantwise.encode.words.WordReader", "read", "tag"),
    ("slantwise.pipeline.analyser", "attribute", "voice"),
    ("slantwise.pipeline.analyser", "VoiceMap", "voice"),
    ("slantwise.pipeline.analyser", "with_word_counts", "voice"),
    ("slantwise.pipeline.analyser", "count_words", "voice"),
    ("slantwise.pipeline.analyser", "link", "actors"),
    ("slantwise.pipeline.analyser", "find", "framing"),
    ("slantwise.pipeline.analyser", "harms", "framing"),
    ("slantwise.pipeline.analyser", "judge", "stance"),
    ("slantwise.pipeline.analyser", "roll_up", "stance"),
    ("slantwise.pipeline.analyser", "read_wordings", "wording"),
    ("slantwise.run.parts.PartWriter", "stage", "write"),
)
"""Where a function stands, its name there, and the stage that it belongs to."""


class Stopwatch:
    """Seconds by stage."""

    def __init__(self) -> None:
        """Begin with none."""
        self.seconds: dict[str, float] = dict.fromkeys((stage for *_, stage in _STAGES), 0.0)
        self._inner = [0.0]

    @contextmanager
    def on(self, stage: str) -> Iterator[None]:
        """Count what happens inside for `stage`, less what other stages count of it."""
        self._inner.append(0.0)
        started = time.perf_counter()
        try:
            yield
        finally:
            whole = time.perf_counter() - started
            self.seconds[stage] += whole - self._inner.pop()
            self._inner[-1] += whole

    def timed(self, function: Callable[..., Any], stage: str) -> Callable[..., Any]:
        """The same function, counted; of an iterator every step is."""

        @wraps(function, updated=())
        def wrapped(*arguments: Any, **named: Any) -> Any:
            with self.on(stage):
                given = function(*arguments, **named)
            return self._steps(given, stage) if isinstance(given, Iterator) else given

        return wrapped

    def _steps(self, steps: Iterator[Any], stage: str) -> Iterator[Any]:
        end = object()
        while True:
            with self.on(stage):
                step = next(steps, end)
            if step is end:
                return
            yield step


@contextmanager
def timing() -> Iterator[Stopwatch]:
    """A stopwatch on every stage of this process, in one thread."""
    watch = Stopwatch()
    before = []
    for where, name, stage in _STAGES:
        owner = _owner(where)
        before.append((owner, name, getattr(owner, name)))
        setattr(owner, name, watch.timed(getattr(owner, name), stage))
    try:
        yield watch
    finally:
        for owner, name, function in reversed(before):
            setattr(owner, name, function)


def _owner(where: str) -> Any:
    """The module of that name, or the class in it."""
    module, _, last = where.rpartition(".")
    return getattr(import_module(module), last) if last[0].isupper() else import_module(where)

"""Drawing a sample from a run: a stratified random sample with known probabilities.

Strata are outlet × band of what the model says (`frame.BANDS`); inside a stratum every unit has
the same chance, without replacement (Cochran 1977, chapter 5).
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import combinations
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from slantwise.coding.allocation import allocate
from slantwise.coding.frame import ABSTAINED, BANDS, FINDING, KINDS, STANCES, Frame, Ints
from slantwise.coding.population import columns, frame_of, run_digest
from slantwise.coding.records import CONTEXT_CHARS, KeyEntry, Sample, Stratum, Task, Unit
from slantwise.coding.settings import SampleSettings
from slantwise.errors import CodingError, RunError
from slantwise.records import Span
from slantwise.run import RunFolder

_TEXT_COLUMNS = (
    *("article.id", "article.text"),
    *(f"sentences.list.element.{name}" for name in ("start", "end")),
    *(f"mentions.list.element.{name}" for name in ("start", "end", "sentence", "actor")),
    *(f"actors.list.element.{name}" for name in ("id", "name")),
)


def draw_sample(run: RunFolder, settings: SampleSettings | None = None) -> Sample:
    """A sample of a finished run, the same for the same run and settings.

    Holds `settings.n_units` units; fewer where the run holds fewer, more where the least number
    of every stratum asks for more. Units stand in random order.

    Raises:
        RunError: the run is not finished, or a part is damaged.
        CodingError: the run holds no unit to draw.
    """
    chosen = settings or SampleSettings()
    if not run.finished:
        raise RunError(f"{run.path} is not finished: finish the analysis, then draw a sample.")
    frame = frame_of(run, chosen)
    if not len(frame):
        what = "sentence" if chosen.task is Task.FRAMING else "judged mention in an outlet's voice"
        toward = f" of {', '.join(chosen.actors)}" if chosen.actors else ""
        raise CodingError(f"{run.path} holds no {what}{toward}: there is nothing to draw from.")
    sizes = allocate(frame, chosen.n_units, minimum=chosen.minimum)
    drawn = _drawn(frame, sizes, chosen.seed)
    digest = run_digest(run)
    sample_id = _sample_id(digest, chosen, drawn)
    names = [f"u{number:05}" for number in range(1, len(drawn) + 1)]
    strata, place_of = _strata(frame, sizes)
    return Sample(
        id=sample_id,
        run=digest,
        task=chosen.task,
        settings=chosen.signed(),
        coders=chosen.coders,
        strata=strata,
        units=_units(run, frame, drawn, list(zip(names, _dealt(len(drawn), chosen), strict=True))),
        key=tuple(
            _entry(frame, number, name, place_of[int(frame.stratum[number])])
            for name, number in zip(names, drawn.tolist(), strict=True)
        ),
    )


def _drawn(frame: Frame, sizes: Ints, seed: int) -> Ints:
    """Numbers of the drawn units in random order."""
    stratum = frame.stratum
    parts = [np.empty(0, np.int64)]
    for number, size in enumerate(sizes.tolist()):
        if size:
            random = np.random.default_rng([seed, number])
            held = np.flatnonzero(stratum == number)
            parts.append(random.choice(held, size, replace=False))
    return np.random.default_rng([seed, len(sizes), 1]).permutation(np.concatenate(parts))


def _strata(frame: Frame, sizes: Ints) -> tuple[tuple[Stratum, ...], dict[int, int]]:
    """Strata that hold a unit, and the position of each by its number in the frame."""
    bands = BANDS[frame.task]
    held = np.bincount(frame.stratum, minlength=len(sizes)).tolist()
    numbers = [number for number, n_units in enumerate(held) if n_units]
    strata = tuple(
        Stratum(frame.outlets[n // len(bands)], bands[n % len(bands)], held[n], int(sizes[n]))
        for n in numbers
    )
    return strata, {number: place for place, number in enumerate(numbers)}


def _entry(frame: Frame, number: int, name: str, stratum: int) -> KeyEntry:
    counts = frame.predicted[number, 1:].astype(int).tolist()
    framing = frame.task is Task.FRAMING
    kinds = [k for k, n in zip(KINDS, counts, strict=False) for _ in range(n)] if framing else []
    return KeyEntry(
        unit=name,
        place=int(frame.place[number]),
        stratum=stratum,
        label=label_name(frame.task, int(frame.label[number])),
        probability=round(float(frame.probability[number]), 6),
        kinds=tuple(kinds),
    )


def label_name(task: Task, label: int) -> str:
    """The model's label in words.

    >>> label_name(Task.STANCE, ABSTAINED), label_name(Task.FRAMING, FINDING)
    ('abstained', 'finding')
    """
    if task is Task.FRAMING:
        return "finding" if label == FINDING else "none"
    return "abstained" if label == ABSTAINED else STANCES[label].value


def _dealt(n_units: int, settings: SampleSettings) -> list[tuple[str, ...]]:
    """Coders of each unit: one in turn; for the share that overlaps, every pair in turn."""
    coders = tuple(name.strip() for name in settings.coders)
    if len(coders) == 1:
        return [coders] * n_units
    pairs = list(combinations(coders, 2))
    n_shared = round(settings.overlap * n_units)
    random = np.random.default_rng([settings.seed, n_units, 2])
    shared = set(random.choice(n_units, n_shared, replace=False).tolist())
    dealt: list[tuple[str, ...]] = []
    n_single = n_double = 0
    for number in range(n_units):
        if number in shared:
            dealt.append(pairs[n_double % len(pairs)])
            n_double += 1
        else:
            dealt.append((coders[n_single % len(coders)],))
            n_single += 1
    return dealt


def _sample_id(run: str, settings: SampleSettings, drawn: Ints) -> str:
    said = json.dumps([run, settings.signed(), settings.coders, drawn.tolist()])
    return sha256(said.encode()).hexdigest()[:16]


def _units(
    run: RunFolder, frame: Frame, drawn: Ints, named: Sequence[tuple[str, tuple[str, ...]]]
) -> tuple[Unit, ...]:
    rows = dict(_articles(run, sorted({int(frame.article[n]) for n in drawn.tolist()})))
    return tuple(
        _unit(rows[int(frame.article[n])], frame.task, int(frame.place[n]), name, coders)
        for n, (name, coders) in zip(drawn.tolist(), named, strict=True)
    )


def _articles(run: RunFolder, wanted: Sequence[int]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The wanted analysed articles (sorted numbers) as rows with text, one part at a time."""
    first = 0
    for path in run.parts():
        valid = columns(path, ["article.id"]).column("article").is_valid()
        n_articles = pc.sum(valid).as_py() or 0
        here = [n for n in wanted if first <= n < first + n_articles]
        if here:
            part = columns(path, _TEXT_COLUMNS)
            part = part.filter(pc.is_valid(part.column("article")))
            rows = part.take(pa.array([n - first for n in here])).to_pylist()
            yield from zip(here, rows, strict=True)
        first += n_articles


def _unit(row: dict[str, Any], task: Task, place: int, name: str, coders: tuple[str, ...]) -> Unit:
    article, sentences, mentions = row["article"], row["sentences"], row["mentions"]
    text = article["text"]
    mention = mentions[place] if task is Task.STANCE else None
    number = place if mention is None else mention["sentence"]
    spans = [Span(s["start"], s["end"]) for s in sentences]
    span = spans[number]
    names = {actor["id"]: actor["name"] for actor in row["actors"]}
    return Unit(
        id=name,
        article=article["id"],
        span=span,
        text=span.of(text),
        left=text[max(0, span.start - CONTEXT_CHARS) : span.start],
        right=text[span.end : span.end + CONTEXT_CHARS],
        before=spans[number - 1].of(text) if number else "",
        after=spans[number + 1].of(text) if number + 1 < len(spans) else "",
        actor=names.get(mention["actor"], mention["actor"]) if mention else "",
        mention=Span(mention["start"], mention["end"]) if mention else None,
        coders=coders,
    )

"""The `comparison` stage: a run in, every figure of a report out."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from slantwise.coding import Coded
from slantwise.comparison.corrected import correct
from slantwise.comparison.gaps import Field, gap_rows
from slantwise.comparison.overview import actor_rows, event_rows, outlet_rows
from slantwise.comparison.rates import rate_rows
from slantwise.comparison.reading import event_articles, read_counts
from slantwise.comparison.series import all_series
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.stances import judgements_of, stance_cells, widest
from slantwise.comparison.units import units_of
from slantwise.errors import RunError
from slantwise.events import match
from slantwise.records.comparison import Comparison
from slantwise.run import RunFolder


def compare_run(
    run: RunFolder, settings: ComparisonSettings | None = None, *, coded: Sequence[Coded] = ()
) -> Comparison:
    """The outlets of a finished run side by side.

    Two outlets are compared on events that both report, or, where the run has no such event, on
    all their articles. Wire copies count once, with the outlet that ran the text first (by
    name where times tie), and are listed. The texts are read once, to match events, and none is
    kept; 100,000 articles take 1.5 GiB (`scripts/benchmark_comparison.py`). A run without
    articles gives empty tables.

    Args:
        run: a finished run folder.
        settings: minimum numbers, seed, resamples, and how events are matched.
        coded: human-coded samples of the run, to correct gaps with.

    Raises:
        RunError: the run is not finished, or a part is damaged.
        CodingError: a sample is of another run or other settings.
    """
    settings = settings or ComparisonSettings()
    if not run.finished:
        raise RunError(
            f"{run.path} is not finished: {len(run.parts())} parts are written and more are to "
            "come. Go on with the command that began it, then compare."
        )
    counts = read_counts(run, min_confidence=settings.min_confidence)
    events = match(event_articles(run), settings.events)
    units = units_of(counts, events)
    order, n_articles, n_outlets = widest(counts, units)
    compared = order[: settings.max_actors].tolist()
    judgements = judgements_of(counts, units, compared)
    field = Field(counts.outlets, all_series(judgements, compared), units.name == "event")
    gaps = gap_rows(field, settings)
    return Comparison(
        run=run.name,
        unit=units.name,
        n_articles=len(counts.ids),
        n_problems=counts.n_problems,
        n_not_analysed=counts.n_not_analysed,
        minimum_units=settings.minimum_units,
        outlets=outlet_rows(counts, units),
        events=event_rows(counts, events),
        actors=actor_rows(counts, order, n_articles=n_articles, n_outlets=n_outlets),
        rates=tuple(rate_rows(counts, units, settings)),
        stances=tuple(stance_cells(judgements, compared, settings)),
        gaps=gaps,
        family_size=sum(gap.p is not None for gap in gaps),
        signature={
            **run.manifest.signature,
            "inputs_digest": _digest(run.manifest.inputs),
            **settings.signed(),
            **{f"coded_{sample.sample.task}": sample.digest for sample in coded},
        },
        corrections=tuple(
            correct(
                run,
                sample,
                scene=(counts, units),
                actors=[counts.actors[number].id for number in compared],
                settings=settings,
            )
            for sample in coded
        ),
    )


def _digest(inputs: Mapping[str, str]) -> str:
    """One digest of all inputs, whatever their paths."""
    return sha256("\n".join(sorted(inputs.values())).encode()).hexdigest()

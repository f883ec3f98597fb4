"""The `comparison` stage: a run in, every figure of a report out."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from slantwise.coding import Coded
from slantwise.comparison.actors import chosen_actors
from slantwise.comparison.agency import agency_rows
from slantwise.comparison.corrected import correct
from slantwise.comparison.coverage import coverage_rows, mention_rows
from slantwise.comparison.gaps import gap_rows
from slantwise.comparison.overview import actor_rows, event_rows, outlet_rows
from slantwise.comparison.pairs import Field
from slantwise.comparison.rates import rate_rows
from slantwise.comparison.reading import event_articles, read_counts
from slantwise.comparison.series import all_series
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.speaking import introduction_rows, speech_rows
from slantwise.comparison.spoken import spoken_cells
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
    shown, compared = chosen_actors(counts, units, order, settings)
    judgements = judgements_of(counts, units, shown.mentioned)
    matched, most = units.name == "event", settings.max_left_out
    field = Field(counts.outlets, all_series(judgements, compared), matched)
    gaps = gap_rows(field, settings)
    listed = event_rows(counts, events)
    return Comparison(
        run=run.name,
        unit=units.name,
        n_articles=len(counts.ids),
        n_problems=counts.n_problems,
        n_not_analysed=counts.n_not_analysed,
        minimum_units=settings.minimum_units,
        outlets=outlet_rows(counts, units),
        events=listed,
        actors=actor_rows(counts, order, n_articles=n_articles, n_outlets=n_outlets),
        rates=tuple(rate_rows(counts, units, settings)),
        stances=tuple(stance_cells(judgements, shown.mentioned, settings)),
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
                actors=[counts.actors[number].id for number in compared.mentioned],
                settings=settings,
            )
            for sample in coded
        ),
        speech=tuple(speech_rows(counts, units, shown.speakers, settings)),
        introductions=tuple(introduction_rows(counts, units, shown.introduced, settings)),
        agency=tuple(agency_rows(counts, units, shown.doers, settings)),
        coverage=tuple(coverage_rows(counts, listed, n_listed=most) if matched else ()),
        mentions=tuple(mention_rows(counts, units, shown.named, settings) if matched else ()),
        spoken=tuple(
            spoken_cells(
                counts,
                units,
                (compared.speakers, compared.named),
                settings,
                abstain_below=float(run.manifest.signature.get("abstain_below", 0)),
            )
        ),
    )


def _digest(inputs: Mapping[str, str]) -> str:
    """One digest of all inputs, whatever their paths."""
    return sha256("\n".join(sorted(inputs.values())).encode()).hexdigest()

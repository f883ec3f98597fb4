"""The `comparison` stage: a run in, every figure of a report out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from slantwise.coding import Coded
from slantwise.comparison.actors import Chosen, chosen_actors
from slantwise.comparison.agency import agency_rows
from slantwise.comparison.corrected import correct
from slantwise.comparison.counts import Ints, RunCounts
from slantwise.comparison.coverage import coverage_rows, mention_rows
from slantwise.comparison.gaps import gap_rows
from slantwise.comparison.overview import actor_rows, event_rows, outlet_rows
from slantwise.comparison.pairs import Field
from slantwise.comparison.rates import rate_rows
from slantwise.comparison.reading import event_readings, read_counts
from slantwise.comparison.series import all_series
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.speaking import introduction_rows, speech_rows
from slantwise.comparison.spoken import spoken_cells
from slantwise.comparison.stances import judgements_of, stance_cells, widest
from slantwise.comparison.units import Units, units_of
from slantwise.errors import RunError
from slantwise.events import Event, match_read
from slantwise.records.comparison import Comparison, EventRow
from slantwise.records.correction import Correction
from slantwise.run import RunFolder


def compare_run(
    run: RunFolder, settings: ComparisonSettings | None = None, *, coded: Sequence[Coded] = ()
) -> Comparison:
    """The outlets of a finished run side by side.

    Two outlets are compared on events that both report, or, where the run has no such event, on
    all their articles. Wire copies count once, with the outlet that ran the text first (by
    name where times tie), and are listed. The texts are read once, to match events, and none is
    kept; 100,000 articles take 1.6 GiB (`scripts/benchmark_comparison.py --to figures`). A run
    without articles gives empty tables.

    Args:
        run: a finished run folder.
        settings: minimum numbers, seed, resamples, and how events are matched.
        coded: human-coded samples of the run, to correct gaps with.

    Raises:
        RunError: the run is not finished, or a part is damaged.
        CodingError: a sample is of another run or other settings.
    """
    return compare_scene(read_scene(run, settings), coded=coded)


def compare_scene(scene: "Scene", *, coded: Sequence[Coded] = ()) -> Comparison:
    """What `compare_run` gives for the run that was read.

    Raises:
        CodingError: a sample is of another run or other settings.
    """
    digests = {f"coded_{sample.sample.task}": sample.digest for sample in coded}
    figures = _with_measures(_figures(scene, digests), scene)
    return replace(figures, corrections=_corrections(scene, coded))


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A run, read.

    Attributes:
        run: the run folder.
        settings: of the comparison.
        counts: its articles in numbers.
        found: its events.
        events: the same as rows.
        units: which articles count, and what is resampled.
        widely: every actor in order, with its articles and outlets, as `widest` gives them.
        shown: actors of the tables.
        compared: actors of the gaps.
    """

    run: RunFolder
    settings: ComparisonSettings
    counts: RunCounts
    found: Sequence[Event]
    events: tuple[EventRow, ...]
    units: Units
    widely: tuple[Ints, Ints, Ints]
    shown: Chosen
    compared: Chosen

    @property
    def matched(self) -> bool:
        """Whether outlets are compared on events that both report."""
        return self.units.name == "event"


def read_scene(run: RunFolder, settings: ComparisonSettings | None = None) -> Scene:
    """The run as its figures are worked out from it, with its events matched.

    Raises:
        RunError: the run is not finished, or a part is damaged.
    """
    settings = settings or ComparisonSettings()
    if not run.finished:
        raise RunError(
            f"{run.path} is not finished: {len(run.parts())} parts are written and more are to "
            "come. Go on with the command that began it, then compare."
        )
    counts = read_counts(run, min_confidence=settings.min_confidence)
    found = match_read(event_readings(run, settings.events), settings.events)
    units, rows = units_of(counts, found), event_rows(counts, found)
    widely = widest(counts, units)
    shown, compared = chosen_actors(counts, units, widely[0], settings)
    return Scene(run, settings, counts, found, rows, units, widely, shown, compared)


def _figures(scene: Scene, coded: Mapping[str, str]) -> Comparison:
    """What was read, rates, stances and gaps; `coded` names the digests of coded samples."""
    counts, units, settings = scene.counts, scene.units, scene.settings
    judgements = judgements_of(counts, units, scene.shown.mentioned)
    field = Field(counts.outlets, all_series(judgements, scene.compared, settings), scene.matched)
    gaps = gap_rows(field, settings)
    order, n_articles, n_outlets = scene.widely
    return Comparison(
        run=scene.run.name,
        unit=units.name,
        n_articles=len(counts.ids),
        n_problems=counts.n_problems,
        n_not_analysed=counts.n_not_analysed,
        minimum_units=settings.minimum_units,
        outlets=outlet_rows(counts, units),
        events=scene.events,
        actors=actor_rows(counts, order, n_articles=n_articles, n_outlets=n_outlets),
        rates=tuple(rate_rows(counts, units, settings)),
        stances=tuple(stance_cells(judgements, scene.shown.mentioned, settings)),
        gaps=gaps,
        family_size=sum(gap.p is not None for gap in gaps),
        signature={
            **scene.run.manifest.signature,
            "inputs_digest": scene.run.manifest.inputs.contents,
            **settings.signed(),
            **coded,
        },
    )


def _with_measures(figures: Comparison, scene: Scene) -> Comparison:
    """The same with who speaks, is introduced, named, mentioned and left out."""
    counts, units, settings = scene.counts, scene.units, scene.settings
    shown, compared, most = scene.shown, scene.compared, settings.max_left_out
    left_out = coverage_rows(counts, figures.events, n_listed=most) if scene.matched else ()
    mentions = mention_rows(counts, units, shown.covered, settings) if scene.matched else ()
    spoken = spoken_cells(
        counts,
        units,
        (compared.speakers, compared.named),
        settings,
        abstain_below=float(scene.run.manifest.signature.get("abstain_below", 0)),
    )
    return replace(
        figures,
        speech=tuple(speech_rows(counts, units, shown.speakers, settings)),
        introductions=tuple(introduction_rows(counts, units, shown.introduced, settings)),
        agency=tuple(agency_rows(counts, units, shown.doers, settings)),
        coverage=tuple(left_out),
        mentions=tuple(mentions),
        spoken=tuple(spoken),
    )


def _corrections(scene: Scene, coded: Sequence[Coded]) -> tuple[Correction, ...]:
    """The gaps corrected with each of the samples."""
    actors = [scene.counts.actors[number].id for number in scene.compared.mentioned]
    return tuple(
        correct(
            scene.run,
            sample,
            scene=(scene.counts, scene.units),
            actors=actors,
            settings=scene.settings,
        )
        for sample in coded
    )

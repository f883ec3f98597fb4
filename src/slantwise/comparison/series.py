"""What is compared between outlets, each with the same under other choices.

Rates by kind and stance by actor in the outlets' own words; who speaks, how they are introduced,
whether a doer is named, and who is mentioned, by actor.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from slantwise.comparison.actors import Chosen
from slantwise.comparison.agency import harm_cases
from slantwise.comparison.counts import RunCounts
from slantwise.comparison.coverage import mention_totals
from slantwise.comparison.rates import MEASURES, Counted, rate_totals
from slantwise.comparison.settings import ComparisonSettings
from slantwise.comparison.shares import ByOutlet, case_totals
from slantwise.comparison.speaking import introductions, spoken_totals
from slantwise.comparison.stances import Judgements, any_voice_totals, judgements_of
from slantwise.comparison.units import Units, with_copies
from slantwise.records import Kind, Voice
from slantwise.records.comparison import Measure, Quoted, Variant


@dataclass(frozen=True, slots=True)
class Subject:
    """What one column of totals measures.

    Attributes:
        measure: what is measured.
        kind: kind of framing, for rates; None for all kinds together.
        actor: actor id; None for rates.
    """

    measure: Measure
    kind: Kind | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """Totals of one sort for every outlet.

    Attributes:
        subjects: one a column of the totals.
        by_outlet: totals, in the order of the run's outlets.
        checks: the same totals under other choices; a choice that cannot alter them, or that the
            run cannot tell of, is left out.
    """

    subjects: tuple[Subject, ...]
    by_outlet: ByOutlet
    checks: Mapping[Variant, ByOutlet] = field(default_factory=dict)


def all_series(
    judgements: Judgements, chosen: Chosen, settings: ComparisonSettings
) -> tuple[Series, ...]:
    """Rates, then stance by actor, who speaks, how introduced, who is named, who is mentioned."""
    counts, units = judgements.counts, judgements.units
    return (
        _rates(counts, units),
        *_stances(judgements, chosen.mentioned),
        *_speech(counts, units, chosen.speakers),
        *_introductions(counts, units, chosen.introduced),
        *_agency(counts, units, chosen.doers),
        *_mentions(counts, units, chosen.covered, settings),
    )


def _rates(counts: RunCounts, units: Units) -> Series:
    def totals(units: Units, counted: Counted) -> ByOutlet:
        return tuple(
            rate_totals(counts, units, outlet=outlet, counted=counted)
            for outlet in range(len(counts.outlets))
        )

    own = Counted(counts.findings, (Voice.OUTLET,))
    checks = {
        Variant.QUOTATIONS: totals(units, Counted(counts.findings, tuple(Voice))),
        Variant.WIRE: totals(with_copies(units), own),
    }
    for variant, findings in ((Variant.LAXER, counts.laxer), (Variant.STRICTER, counts.stricter)):
        if findings is not None:
            checks[variant] = totals(units, Counted(findings, (Voice.OUTLET,)))
    subjects = tuple(Subject(Measure.RATE, kind=kind) for kind in MEASURES)
    return Series(subjects, totals(units, own), checks)


def _stances(judgements: Judgements, actors: Sequence[int]) -> tuple[Series, ...]:
    counts, units = judgements.counts, judgements.units
    copied = judgements_of(counts, with_copies(units), actors)
    outlets = range(len(counts.outlets))
    return tuple(
        Series(
            (Subject(Measure.STANCE, actor=counts.actors[actor].id),),
            tuple(judgements.totals(outlet, actor, Voice.OUTLET) for outlet in outlets),
            {
                Variant.QUOTATIONS: any_voice_totals(judgements, actor),
                Variant.WIRE: tuple(copied.totals(o, actor, Voice.OUTLET) for o in outlets),
            },
        )
        for actor in actors
    )


def _speech(counts: RunCounts, units: Units, actors: Sequence[int]) -> tuple[Series, ...]:
    if not len(actors):
        return ()
    measures = {Quoted.DIRECT: Measure.DIRECT_WORDS, Quoted.ALL: Measure.QUOTED_WORDS}
    made = []
    for quoted, measure in measures.items():
        totals = partial(spoken_totals, counts, actors=actors, quoted=quoted)
        made.append(_shared_whole(counts, measure, actors, units, totals))
    return tuple(made)


def _mentions(
    counts: RunCounts, units: Units, actors: Sequence[int], settings: ComparisonSettings
) -> tuple[Series, ...]:
    if not len(actors):
        return ()
    totals = partial(mention_totals, counts, actors=actors, settings=settings)
    return (_shared_whole(counts, Measure.MENTION, actors, units, totals),)


def _shared_whole(
    counts: RunCounts,
    measure: Measure,
    actors: Sequence[int],
    units: Units,
    totals: Callable[..., ByOutlet],
) -> Series:
    subjects = tuple(Subject(measure, actor=counts.actors[actor].id) for actor in actors)
    return Series(subjects, totals(units=units), {Variant.WIRE: totals(units=with_copies(units))})


def _introductions(counts: RunCounts, units: Units, actors: Sequence[int]) -> tuple[Series, ...]:
    speech = counts.speech
    base = introductions(counts, speech.loaded)
    others = {}
    if counts.laxer is not None:
        others[Variant.LAXER] = introductions(counts, speech.loaded_laxer)
    if counts.stricter is not None:
        others[Variant.STRICTER] = introductions(counts, speech.loaded_stricter)
    return tuple(
        Series(
            (Subject(Measure.LOADED, actor=counts.actors[actor].id),),
            case_totals(base.of(actor), counts, units),
            {
                Variant.WIRE: case_totals(base.of(actor), counts, with_copies(units)),
                **{v: case_totals(each.of(actor), counts, units) for v, each in others.items()},
            },
        )
        for actor in actors
    )


def _agency(counts: RunCounts, units: Units, actors: Sequence[int]) -> tuple[Series, ...]:
    own, _ = harm_cases(counts, units, own_voice=True)
    every, _ = harm_cases(counts, units, own_voice=False)
    return tuple(
        Series(
            (Subject(Measure.AGENCY, actor=counts.actors[actor].id),),
            case_totals(own.of(actor), counts, units),
            {
                Variant.QUOTATIONS: case_totals(every.of(actor), counts, units),
                Variant.WIRE: case_totals(own.of(actor), counts, with_copies(units)),
            },
        )
        for actor in actors
    )

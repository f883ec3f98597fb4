"""Wording contrasts for the page and for Markdown: acts, actors and typical terms by outlet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from slantwise.records import Kind, Voice
from slantwise.records.contrasts import (
    ActorWording,
    ActWording,
    AlignedAct,
    Expression,
    Role,
    Sentence,
    TypicalTerm,
    WordingContrasts,
)
from slantwise.report.codebook import VOICE_NAMES, entry
from slantwise.report.views.matrix import MANY
from slantwise.report.views.worded import Block, Line, TermLine, Wording, WordingView
from slantwise.report.words import decimal, plural

MAX_SHARPEST = 6
"""Acts set large at the head of the section."""

MAX_ACTORS = 6
"""Actors and places on the page, the most widely worded first; the rest stand in the tables."""

MAX_ACTORS_OF_MANY = 2
"""The same on a page of many outlets, where each takes a row an outlet."""

MAX_TERMS_OF_MANY = 5
"""Typical terms of each outlet on such a page."""

MAX_SENTENCES = 2
"""Sentences that a wording of an actor opens; the tables have more."""

MAX_ACTS = 32
"""Acts on the page, those worded in most ways first; the rest stand in the tables."""

Loaded = Mapping[tuple[int, str], tuple[Kind, ...]]
"""Kinds of the findings on an aligned act, by (number of the act, article id)."""

Places = Mapping[Sentence, tuple[int, int, int]]
"""Where the page finds a sentence: number of its article, start and end of the words."""

_Kinds = dict[int, tuple[Kind, ...]]


@dataclass(frozen=True, slots=True)
class _Behind:
    """What is known of wordings from the articles themselves."""

    kinds: _Kinds
    places: Places

    def said(self, sentences: Sequence[Sentence]) -> str:
        known = [self.places[one] for one in sentences[:MAX_SENTENCES] if one in self.places]
        return ",".join(f"{article}:{start}-{end}" for article, start, end in known)


NOTABLE = 1.96
"""A z-score from which a count is marked."""

ROLE_NAMES = {
    Role.NAMED: "is called",
    Role.DOES: "does",
    Role.UNDERGOES: "has done to it",
    Role.SAYS: "is said to say",
}


def wording_view(
    contrasts: WordingContrasts,
    outlets: Sequence[str],
    *,
    listed: Sequence[str],
    loaded: Loaded,
    places: Places,
) -> WordingView:
    """The section of a run; empty blocks and lists where nothing was found.

    Acts are of all `outlets`; the tables of actors and of typical terms of those `listed`.
    """
    behind = _Behind(_by_wording(contrasts.acts, loaded), places)
    different = [act for act in contrasts.acts if not act.alike]
    ranked = sorted(different, key=lambda act: (*_sharpness(act, behind.kinds), -act.probability))
    sharpest = _one_an_event(ranked)[:MAX_SHARPEST]
    apart = {id(act) for act in sharpest}
    shown = {id(act) for act in ranked[:MAX_ACTS]} - apart
    blocks = tuple(_actors(contrasts.actors, listed, behind))
    most = MAX_ACTORS_OF_MANY if len(listed) > MANY else MAX_ACTORS
    terms = _terms(contrasts.typical, listed)
    return WordingView(
        outlets=tuple(outlets),
        listed=tuple(listed),
        sharpest=tuple((act.title, _act_line(act, outlets, behind)) for act in sharpest),
        acts=tuple(_events([act for act in different if id(act) in shown], outlets, behind)),
        n_more_acts=max(0, len(different) - MAX_ACTS),
        n_alike=len(contrasts.acts) - len(different),
        n_unaligned=contrasts.n_unaligned,
        n_events_left=contrasts.n_events_left,
        actors=blocks[:most],
        n_more_actors=len(blocks[most:]),
        terms=terms,
        n_more_terms=len(contrasts.typical) - len(terms),
    )


def _by_wording(acts: Sequence[AlignedAct], loaded: Loaded) -> _Kinds:
    return {
        id(wording): loaded.get((number, wording.sentence.article), ())
        for number, act in enumerate(acts)
        for wording in act.wordings
    }


def _sharpness(act: AlignedAct, kinds: _Kinds) -> tuple[int, int, int, int]:
    """Sorts first what some outlets load and others do not, then what they word in more ways."""
    marked = {wording.outlet for wording in act.wordings if kinds[id(wording)]}
    plain = {wording.outlet for wording in act.wordings} - marked
    words = {wording.words.lower() for wording in act.wordings}
    forms = {wording.form for wording in act.wordings}
    outlets = {wording.outlet for wording in act.wordings}
    contrast = min(len(marked), len(plain), 1)
    return -contrast, -min(len(words), len(outlets)), -len(outlets), -len(forms)


def _one_an_event(ranked: Iterable[AlignedAct]) -> list[AlignedAct]:
    first: dict[str, AlignedAct] = {}
    for act in ranked:
        first.setdefault(act.event, act)
    return list(first.values())


def _events(acts: Iterable[AlignedAct], outlets: Sequence[str], behind: _Behind) -> Iterable[Block]:
    by_event: dict[str, list[AlignedAct]] = {}
    for act in acts:
        by_event.setdefault(act.event, []).append(act)
    for told in by_event.values():
        lines = tuple(_act_line(act, outlets, behind) for act in told)
        yield Block(told[0].title, plural(len(lines), "act"), lines)


def _act_line(act: AlignedAct, outlets: Sequence[str], behind: _Behind) -> Line:
    cells = tuple(
        tuple(_act_wording(each, behind) for each in act.wordings if each.outlet == outlet)
        for outlet in outlets
    )
    return Line("", cells)


def _act_wording(wording: ActWording, behind: _Behind) -> Wording:
    kinds = behind.kinds[id(wording)]
    passive = wording.form == "passive"
    notes = [entry(kind).name for kind in kinds]
    notes += [wording.form] if wording.form != "active" else []
    if wording.sentence.voice is not Voice.OUTLET:
        notes.append(VOICE_NAMES[wording.sentence.voice])
    if passive and not wording.agent:
        notes.append("no doer named")
    before, after = (wording.patient, "") if passive else (wording.agent, wording.patient)
    if passive and wording.agent:
        after = f"by {wording.agent}"
    return Wording(
        wording.outlet,
        before,
        wording.words,
        after,
        ", ".join(notes),
        bool(kinds),
        behind.said((wording.sentence,)),
    )


def _actors(
    rows: Iterable[ActorWording], outlets: Sequence[str], behind: _Behind
) -> Iterable[Block]:
    by_actor: dict[str, list[ActorWording]] = {}
    for row in rows:
        by_actor.setdefault(row.actor, []).append(row)
    for told in by_actor.values():
        lines = tuple(_role_line(row, outlets, behind) for row in told)
        counts = told[0].n_articles
        aside = f"{plural(sum(counts.values()), 'article')} of {plural(len(counts), 'outlet')}"
        yield Block(told[0].name, aside, lines)


def _role_line(row: ActorWording, outlets: Sequence[str], behind: _Behind) -> Line:
    cells = tuple(
        tuple(_expression(each, behind) for each in row.expressions if each.outlet == outlet)
        for outlet in outlets
    )
    return Line(ROLE_NAMES[row.role], cells)


def _expression(each: Expression, behind: _Behind) -> Wording:
    notes = [plural(each.n_articles, "article")]
    if each.form not in ("phrase", "active"):
        notes.append(each.form)
    quoted = _quoted(each.n_uses)
    if quoted:
        notes.append(quoted)
    notable = each.z is not None and each.z >= NOTABLE
    if notable and each.z is not None:
        notes.append(f"typical here, z {decimal(each.z, digits=1)}")
    return Wording(
        each.outlet, "", each.words, "", ", ".join(notes), notable, behind.said(each.sentences)
    )


def _quoted(uses: Mapping[Voice, int]) -> str:
    """Uses outside the outlet's own voice, in words."""
    return ", ".join(
        f"{n} in {VOICE_NAMES[voice]}" for voice, n in uses.items() if voice is not Voice.OUTLET
    )


def _terms(typical: Sequence[TypicalTerm], listed: Sequence[str]) -> tuple[TermLine, ...]:
    if len(listed) <= MANY:
        return tuple(map(_term, typical))
    by_outlet: dict[str, list[TypicalTerm]] = {outlet: [] for outlet in listed}
    for term in typical:
        by_outlet.get(term.outlet, []).append(term)
    return tuple(_term(t) for terms in by_outlet.values() for t in terms[:MAX_TERMS_OF_MANY])


def _term(term: TypicalTerm) -> TermLine:
    low, high = decimal(term.low, signed=True), decimal(term.high, signed=True)
    return TermLine(
        outlet=term.outlet,
        term=term.term,
        here=f"{term.n_articles} of {term.of_articles}",
        elsewhere=f"{term.n_others} of {term.of_others}",
        z=decimal(term.z, digits=2, signed=True),
        interval=f"{low} to {high}",
        holds=term.holds,
    )

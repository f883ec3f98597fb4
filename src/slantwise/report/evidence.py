"""The evidence that the page carries: each text once, and every judgement as a row of numbers.

static/data.js reads what is made here; `FORMAT` rises whenever the layout changes.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from slantwise.errors import RunError
from slantwise.records import AnalysedArticle
from slantwise.records.comparison import Comparison
from slantwise.report.codebook import FORM_ENTRIES, KINDS
from slantwise.report.numbering import Numbering
from slantwise.report.packing import Packer

FORMAT = 2

_UNSAFE = {character: f"\\u{ord(character):04x}" for character in "<>&\N{LINE SEPARATOR}\u2029\x7f"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the page embeds, and the articles by which the tables list findings.

    Attributes:
        articles: as given, in their order.
        actors: (id, name, parent id) of every actor: the comparison's first, then those met
            only in articles.
        payload: what the page embeds, made of plain lists, numbers and strings.
    """

    articles: tuple[AnalysedArticle, ...]
    actors: tuple[tuple[str, str, str | None], ...]
    payload: dict[str, Any]


def collect(
    comparison: Comparison, articles: Iterable[AnalysedArticle], numbering: Numbering
) -> Evidence:
    """The evidence of a comparison; without articles, empty lists.

    Raises:
        RunError: an article stands twice, belongs to no outlet of the comparison, or is named
            by an event and not given: comparison and articles are then of different runs.
    """
    given = tuple(articles)
    _check(comparison, given, numbering)
    actors = _actors(comparison, given)
    place = {identity: number for number, (identity, _, _) in enumerate(actors)}
    packer = Packer(numbering, place)
    packed = [packer.article(article) for article in given]
    payload: dict[str, Any] = {
        "format": FORMAT,
        "outlets": [row.outlet for row in comparison.outlets],
        "forms": [[entry.name, entry.form.names_agent] for entry in FORM_ENTRIES],
        "kinds": [[entry.name, entry.tag, entry.line] for entry in KINDS],
        "actors": [[label, place.get(parent or "", -1)] for _, label, parent in actors],
        "events": [event.title for event in comparison.events],
        **packer.shared(),
        "articles": packed,
    }
    return Evidence(articles=given, actors=actors, payload=payload)


def as_script(payload: dict[str, Any]) -> str:
    r"""JSON that may stand inside a script element: no <, >, & and no line separators.

    >>> as_script({"x": "</script>"})
    '{"x":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character, escape in _UNSAFE.items():
        text = text.replace(character, escape)
    return text


def _actors(
    comparison: Comparison, articles: tuple[AnalysedArticle, ...]
) -> tuple[tuple[str, str, str | None], ...]:
    known = {row.id: (row.id, row.name, row.parent) for row in comparison.actors}
    for article in articles:
        for actor in article.actors:
            known.setdefault(actor.id, (actor.id, actor.name, actor.parent))
        for identity in _referred(article):
            known.setdefault(identity, (identity, identity, None))
    return tuple(known.values())


def _referred(article: AnalysedArticle) -> Iterable[str]:
    for finding in article.findings:
        yield from finding.actors
        if finding.speaker:
            yield finding.speaker
    yield from (stance.actor for stance in article.mention_stances)
    yield from (stance.actor for stance in article.stances)
    yield from (harm.doer for harm in article.harms if harm.doer)
    speakers = [
        *(stance.speaker for stance in article.mention_stances),
        *(each.speaker for each in article.attributions),
    ]
    yield from (speaker for speaker in speakers if speaker)


def _check(
    comparison: Comparison, articles: tuple[AnalysedArticle, ...], numbering: Numbering
) -> None:
    seen: set[str] = set()
    for article in articles:
        outlet = article.article.article.outlet
        if article.id in seen:
            raise RunError(f"article {article.id!r} was given twice; expected each once")
        if outlet not in numbering.outlet:
            raise RunError(
                f"article {article.id!r} is of outlet {outlet!r}, which the comparison of run "
                f"{comparison.run!r} does not hold; give the articles of that run"
            )
        seen.add(article.id)
    missing = [identity for identity in numbering.event_of if identity not in seen]
    if missing:
        raise RunError(
            f"{len(missing)} of {len(numbering.event_of)} articles that the comparison of run "
            f"{comparison.run!r} counts were not given, the first is {missing[0]!r}; give all "
            "articles of that run"
        )

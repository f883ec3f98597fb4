"""The eight forms of gold lines: from one JSON value to one checked item.

`gold` hands in each line's value and its place; every complaint names that place.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from slantwise.errors import GoldError
from slantwise.evaluation.fields import Fields, inside, listed, pair, shown, whole_object
from slantwise.evaluation.items import (
    GoldActor,
    GoldArticle,
    GoldAttribution,
    GoldCast,
    GoldMention,
    GoldPair,
    GoldPassage,
    GoldSentence,
    GoldSpan,
    GoldStance,
    GoldVoices,
)
from slantwise.records import ActorKind, Kind, Span, Stance, Voice


def sentence(value: object, place: str) -> GoldSentence:
    """A line of `framing-sentences`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "biased"), optional=("outlet", "topic"))
    return GoldSentence(
        id=fields.string("id"),
        text=fields.visible("text"),
        biased=fields.flag("biased"),
        outlet=fields.string("outlet"),
        topic=fields.string("topic"),
    )


def passage(value: object, place: str) -> GoldPassage:
    """A line of `framing-spans`: of several kinds the first counts, of several actors any.

    Raises:
        GoldError: it has another form.
    """
    optional = ("split", "topic", "region")
    fields = Fields(value, place, required=("id", "text", "spans"), optional=optional)
    text = fields.visible("text")

    def span(part: object, where: str) -> GoldSpan:
        return _loaded(part, where, text)

    return GoldPassage(fields.string("id"), text, fields.several("spans", span))


def _loaded(value: object, place: str, text: str) -> GoldSpan:
    optional = ("kind", "actor", "voice", "kinds", "actors", "speaker", "direction")
    keys = Fields(value, place, required=("start", "end"), optional=optional)
    for one, several in (("kind", "kinds"), ("actor", "actors")):
        if one in keys and several in keys:
            keys.refuse(f"{one!r} and {several!r} both stand there", "one of them")
    kinds = keys.several("kinds", _kind) if "kinds" in keys else ()
    if "kinds" in keys and not kinds:
        keys.refuse("'kinds' is an empty list", "at least one kind")
    named = (keys.string("actor"),) if keys.string("actor") else ()
    return GoldSpan(
        span=inside(keys, text),
        kind=keys.label("kind", Kind) if "kind" in keys else next(iter(kinds), None),
        actors=keys.several("actors", _name) if "actors" in keys else named,
        voice=keys.label("voice", Voice) if "voice" in keys else None,
    )


def _kind(part: object, place: str) -> Kind:
    labels = [kind.value for kind in Kind]
    if not isinstance(part, str) or part not in labels:
        raise GoldError(f"{place}: found {shown(part)}; expected one of {listed(labels)}")
    return Kind(part)


def mention(value: object, place: str) -> GoldMention:
    """A line of `stance-mentions`.

    Raises:
        GoldError: it has another form.
    """
    required = ("id", "text", "start", "end", "stance")
    fields = Fields(value, place, required=required, optional=("actor",))
    text = fields.visible("text")
    return GoldMention(
        id=fields.string("id"),
        text=text,
        mention=inside(fields, text),
        stance=fields.label("stance", Stance),
        actor=fields.string("actor"),
    )


def directed(value: object, place: str) -> GoldPair:
    """A line of `stance-directed`.

    Raises:
        GoldError: it has another form.
    """
    fields = Fields(value, place, required=("id", "text", "holder", "target", "stance"))
    text = fields.visible("text")
    return GoldPair(
        id=fields.string("id"),
        text=text,
        holder=whole_object(fields.raw("holder"), f"{place}, holder", text),
        target=whole_object(fields.raw("target"), f"{place}, target", text),
        stance=fields.label("stance", Stance),
    )


def article_stance(value: object, place: str) -> GoldStance:
    """A line of `stance-articles`: the article stands under `text`, or `title` and `body`.

    Raises:
        GoldError: it has another form.
    """
    whole = isinstance(value, dict) and "text" in value
    parts = ("text",) if whole else ("title", "body")
    required = ("id", *parts, "actor", "stance")
    fields = Fields(value, place, required=required, optional=("aliases", "outlet"))
    aliases = fields.several("aliases", _name) if "aliases" in fields else ()
    return GoldStance(
        id=fields.string("id"),
        title="" if whole else fields.string("title"),
        body=fields.visible("text" if whole else "body"),
        actor=fields.visible("actor"),
        stance=fields.label("stance", Stance),
        aliases=aliases,
        outlet=fields.string("outlet"),
    )


def _name(part: object, place: str) -> str:
    if not isinstance(part, str) or not part.strip():
        raise GoldError(f"{place}: found {shown(part)}; expected a name")
    return part


def voices(value: object, place: str) -> GoldVoices:
    """A line of `voice`.

    Raises:
        GoldError: it has another form.
    """
    optional = ("headline", "topic", "region")
    fields = Fields(value, place, required=("id", "text", "attributions"), optional=optional)
    text = fields.visible("text")

    def attribution(part: object, where: str) -> GoldAttribution:
        return _attribution(part, where, text)

    attributions = fields.several("attributions", attribution)
    _check_voices(fields, attributions)
    headline = None
    if "headline" in fields:
        headline = pair(fields.raw("headline"), f"{place}, headline", text)
        if text[: headline.start].strip():
            fields.refuse("text stands before 'headline'", "a headline at the start of the text")
    return GoldVoices(fields.string("id"), text, attributions, headline)


def _attribution(value: object, place: str, text: str) -> GoldAttribution:
    def span(part: object, where: str) -> Span:
        return pair(part, where, text)

    optional = ("cue", "voice", "cited_by")
    keys = Fields(value, place, required=("content", "source"), optional=optional)
    content = keys.several("content", span)
    if not content:
        keys.refuse("'content' is an empty list", "at least one [start, end]")
    voice = keys.label("voice", Voice) if "voice" in keys else None
    if voice is Voice.OUTLET:
        keys.refuse("'voice' is \"outlet\"", "direct, reported or scare")
    return GoldAttribution(
        content=content,
        source=keys.several("source", span),
        cue=keys.several("cue", span) if "cue" in keys else (),
        voice=voice,
        cited_by=keys.number("cited_by") if "cited_by" in keys else None,
    )


def _check_voices(fields: Fields, attributions: Sequence[GoldAttribution]) -> None:
    """Refuse a line whose voices are given in part, or whose chain of sources leads nowhere."""
    given = {one.voice is not None for one in attributions}
    if len(given) > 1:
        fields.refuse("some attributions name a 'voice' and some do not", "it on all or on none")
    for index, one in enumerate(attributions):
        outer = one.cited_by
        if outer is None:
            continue
        if not 0 <= outer < len(attributions) or outer == index:
            fields.refuse(
                f"attributions {index + 1}: 'cited_by' is {outer}",
                f"the index of another attribution, 0 to {len(attributions) - 1}",
            )


def cast(value: object, place: str) -> GoldCast:
    """A line of `actors`.

    Raises:
        GoldError: it has another form, or two mentions overlap.
    """
    optional = ("published", "split", "topic", "region")
    fields = Fields(value, place, required=("id", "text", "mentions"), optional=optional)
    text = fields.visible("text")

    def one(part: object, where: str) -> GoldActor:
        keys = Fields(
            part, where, required=("start", "end", "actor"), optional=("kind", "top", "how")
        )
        return GoldActor(
            span=inside(keys, text),
            actor=keys.visible("actor"),
            kind=keys.label("kind", ActorKind) if "kind" in keys else None,
            top=keys.string("top"),
            how=keys.string("how"),
        )

    mentions = fields.several("mentions", one)
    ordered = sorted(mentions, key=lambda mention: mention.span)
    for left, right in pairwise(ordered):
        if left.span.overlaps(right.span):
            fields.refuse(
                f"the mentions {left.span.of(text)!r} and {right.span.of(text)!r} overlap",
                "mentions that do not overlap",
            )
    published = _moment(fields) if "published" in fields else None
    return GoldCast(fields.string("id"), text, tuple(ordered), published)


def article(value: object, place: str) -> GoldArticle:
    """A line of `articles`.

    Raises:
        GoldError: it has another form.
    """
    optional = ("title", "published", "url", "event")
    fields = Fields(value, place, required=("id", "outlet", "body"), optional=optional)
    return GoldArticle(
        id=fields.string("id"),
        outlet=fields.string("outlet"),
        body=fields.visible("body"),
        title=fields.string("title"),
        published=_moment(fields) if "published" in fields else None,
        url=fields.string("url"),
        event=fields.string("event"),
    )


def _moment(fields: Fields) -> datetime:
    given = fields.string("published")
    try:
        return datetime.fromisoformat(given)
    except ValueError:
        fields.refuse(f"'published' is {given!r}", "a date or time in ISO 8601, as 2024-05-31")

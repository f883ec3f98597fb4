"""The `stance` stage, second half: mentions rolled up to article × actor × voice.

Takes mention stances and the actors' parents; gives one row an actor and voice, and one a
speaker where the voice is quoted ("stance by X" apart from "stance toward X").
"""

from collections.abc import Iterable, Mapping, Sequence

from slantwise.records import ArticleStance, MentionStance, StanceJudgement, State, Voice
from slantwise.stance.mentions import failed, from_probabilities

Key = tuple[str, Voice, str | None]


def roll_up(
    mentions: Sequence[MentionStance], parents: Mapping[str, str | None], *, abstain_below: float
) -> tuple[ArticleStance, ...]:
    """One row an actor (and each of its parents), voice and speaker, in order of first mention.

    The probabilities of a row are the mean over its mentions that were judged (labelled or
    abstained), so that a doubtful mention pulls the row toward doubt and not toward neutral.
    An actor that speaks of itself or its own members gives no row by speaker.
    """
    groups: dict[Key, list[StanceJudgement]] = {}
    for mention in mentions:
        for key in _keys(mention, parents):
            groups.setdefault(key, []).append(mention.judgement)
    return tuple(_row(key, judgements, abstain_below) for key, judgements in groups.items())


def lineage(actor: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    """The actor and the actors it rolls up to, nearest first.

    >>> lineage("fidan", {"fidan": "turkiye", "turkiye": None})
    ('fidan', 'turkiye')
    """
    line = [actor]
    while (parent := parents.get(line[-1])) and parent not in line:
        line.append(parent)
    return tuple(line)


def _keys(mention: MentionStance, parents: Mapping[str, str | None]) -> Iterable[Key]:
    for actor in lineage(mention.actor, parents):
        yield actor, mention.voice, None
        if mention.speaker and actor not in lineage(mention.speaker, parents):
            yield actor, mention.voice, mention.speaker


def _row(key: Key, judgements: Sequence[StanceJudgement], abstain_below: float) -> ArticleStance:
    actor, voice, speaker = key
    judged = [j for j in judgements if j.state is not State.FAILED]
    if judged:
        means = (
            sum(j.against for j in judged) / len(judged),
            sum(j.neutral for j in judged) / len(judged),
            sum(j.favour for j in judged) / len(judged),
        )
        judgement = from_probabilities(means, abstain_below)
    else:
        judgement = failed("no mention could be judged")
    return ArticleStance(
        actor=actor,
        voice=voice,
        speaker=speaker,
        judgement=judgement,
        n_mentions=len(judgements),
        n_abstained=sum(j.abstained for j in judgements),
        n_failed=len(judgements) - len(judged),
    )

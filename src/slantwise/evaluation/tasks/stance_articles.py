"""Task `stance-articles`: how does the article's own voice present the actor?

The answer is the analyser's roll-up of the outlet's voice for the actor that bears the name.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldStance
from slantwise.evaluation.names import meant
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.stances import StanceAnswer, compare
from slantwise.evaluation.texts import to_article
from slantwise.records import AnalysedArticle, Article, StanceJudgement, Voice
from slantwise.stance import failed

Group = list[GoldStance]


def score(items: Iterable[GoldStance], analyser: Analyser) -> Scored:
    """Figures over the three classes.

    Lines of one article that follow one another share a reading. An actor that is not found, or
    is named in quoted voices only, is a failure.
    """
    answers = [
        StanceAnswer(item.stance, answer(item, analysed))
        for group, analysed in read_beside(_by_article(items), _article, analyser)
        for item in group
    ]
    return compare(answers)


def answer(item: GoldStance, analysed: AnalysedArticle) -> StanceJudgement:
    """The outlet's own stance toward the actor meant; of several, the one it mentions most."""
    ids = meant((item.actor, *item.aliases), analysed)
    if not ids:
        return failed("no mention of the actor was found")
    rows = [
        row
        for row in analysed.stances
        if row.actor in ids and row.voice is Voice.OUTLET and row.speaker is None
    ]
    if not rows:
        return failed("the actor is named in quoted voices only")
    return max(rows, key=lambda row: row.n_mentions).judgement


def _by_article(items: Iterable[GoldStance]) -> Iterator[Group]:
    for _, group in groupby(items, key=lambda item: (item.title, item.body)):
        yield list(group)


def _article(group: Group) -> Article:
    first = group[0]
    return to_article(first.id, first.body, outlet=first.outlet, title=first.title)

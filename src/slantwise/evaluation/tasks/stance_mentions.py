"""Task `stance-mentions`: how do the words present the marked mention?

The answers are those of `Analyser.stance`, with one forward pass a distinct text.
"""

from collections.abc import Iterable

from slantwise.evaluation.analyser import Analyser
from slantwise.evaluation.items import GoldMention
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.batches import encoded
from slantwise.evaluation.tasks.stances import StanceAnswer, compare
from slantwise.stance import judge


def score(items: Iterable[GoldMention], analyser: Analyser) -> Scored:
    """Figures over the three classes; the text is read whole, as a sentence of an article is."""
    line = analyser.abstain_below
    return compare(
        [
            StanceAnswer(item.stance, judge(outputs, item.mention, abstain_below=line))
            for item, outputs in encoded(items, lambda item: item.text, analyser)
        ]
    )

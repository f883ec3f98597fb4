"""Task `agency`: is the one who does a harm named, and who is it?

The answers are the analyser's tellings of harm, from which a comparison counts agency balance.
A telling found is gold's where the two overlap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from slantwise.evaluation.analyser import Analyser, read_beside
from slantwise.evaluation.items import GoldHarm, GoldHarms
from slantwise.evaluation.metrics import Metric, f1, ratio
from slantwise.evaluation.names import meant
from slantwise.evaluation.scored import Scored
from slantwise.evaluation.tasks.actors import top_of
from slantwise.evaluation.texts import in_gold, to_article
from slantwise.records import AnalysedArticle, Harm, HarmForm


@dataclass(frozen=True, slots=True)
class HarmCounts:
    """How the tellings of harm of one text agree with gold.

    Attributes:
        gold: tellings in gold.
        found: tellings found.
        both: gold's that one found overlaps.
        named_gold: gold's whose clause names the doer.
        named_found: those found whose clause names the doer.
        same_naming: of `both`, those found to name the doer or to leave it out as gold says.
        same_form: of `both`, those of gold's form.
        named: of `both`, those that name the doer in gold.
        right_named: of `named`, those found with that doer.
        left_out: of `both`, those that leave out a doer whom the text names elsewhere.
        right_left_out: of `left_out`, those for which that doer is held likely.
        right: of `both`, those with naming and doer right; none where the text points to nobody.
    """

    gold: int
    found: int
    both: int
    named_gold: int
    named_found: int
    same_naming: int
    same_form: int
    named: int
    right_named: int
    left_out: int
    right_left_out: int
    right: int


def score(items: Iterable[GoldHarms], analyser: Analyser) -> Scored:
    """Figures of the tellings, of whether they name the doer, and of who it is."""
    rows = [
        counts(item, analysed)
        for item, analysed in read_beside(items, lambda i: to_article(i.id, i.text), analyser)
    ]
    return Scored(metrics=metrics_of(rows), n_units=len(rows), answered=len(rows))


def metrics_of(rows: Sequence[HarmCounts]) -> dict[str, Metric]:
    """Figures of rows of `counts`.

    - telling_precision, telling_recall, telling_f1: tellings of harm that overlap.
    - naming_accuracy: of tellings in both, the share found to name the doer where gold says so,
      and to leave it out where gold says so; form_accuracy: of the same form.
    - named_doer_accuracy: of those in both whose clause names a doer, the share with that doer;
      left_out_doer_accuracy: the same for a doer named elsewhere in the text.
    - agency_f1: tellings with naming and doer right, over those of gold and those found.
    - named_share, named_share_gold: share of tellings that name the doer, as found and in gold.
      Their difference is what agency balance is off by.
    """
    table = np.array([astuple(row) for row in rows], dtype=np.float64).reshape(-1, 12).T
    gold, found, both, named_gold, named_found, naming, form, *doers = table
    named, right_named, left_out, right_left_out, right = doers
    return {
        "telling_precision": ratio(both, found),
        "telling_recall": ratio(both, gold),
        "telling_f1": f1(both, gold, found),
        "naming_accuracy": ratio(naming, both),
        "form_accuracy": ratio(form, both),
        "named_doer_accuracy": ratio(right_named, named),
        "left_out_doer_accuracy": ratio(right_left_out, left_out),
        "agency_f1": f1(right, gold, found),
        "named_share": ratio(named_found, found),
        "named_share_gold": ratio(named_gold, gold),
    }


def counts(item: GoldHarms, analysed: AnalysedArticle) -> HarmCounts:
    """How the tellings of one text agree with gold; each found one serves one of gold's."""
    pairs = list(_pairs(item, analysed))
    tops = {actor.id: actor for actor in analysed.actors}

    def is_doer(gold: GoldHarm, found: Harm) -> bool:
        if not gold.doer or found.doer is None:
            return not gold.doer and found.doer is None
        wanted = {top_of(actor, tops) for actor in meant((gold.doer,), analysed)}
        return top_of(found.doer, tops) in wanted

    right = [(gold, found, is_doer(gold, found)) for gold, found in pairs]
    named = [is_right for gold, _, is_right in right if gold.doer and gold.form.names_agent]
    left_out = [is_right for gold, _, is_right in right if gold.doer and not gold.form.names_agent]
    return HarmCounts(
        gold=len(item.harms),
        found=len(analysed.harms),
        both=len(pairs),
        named_gold=sum(harm.form.names_agent for harm in item.harms),
        named_found=sum(harm.form.names_agent for harm in analysed.harms),
        same_naming=sum(_same_naming(gold.form, found.form) for gold, found in pairs),
        same_form=sum(gold.form is found.form for gold, found in pairs),
        named=len(named),
        right_named=sum(named),
        left_out=len(left_out),
        right_left_out=sum(left_out),
        right=sum(ok and _same_naming(gold.form, found.form) for gold, found, ok in right),
    )


def _pairs(item: GoldHarms, analysed: AnalysedArticle) -> Iterable[tuple[GoldHarm, Harm]]:
    """Gold's tellings with the first one found, not taken yet, that overlaps."""
    free = list(analysed.harms)
    for gold in item.harms:
        for found in free:
            if gold.span.overlaps(in_gold(found.span, analysed)):
                free.remove(found)
                yield gold, found
                break


def _same_naming(gold: HarmForm, found: HarmForm) -> bool:
    return gold.names_agent == found.names_agent

"""Agreement of the coders, and the model's error by outlet, as a comparison carries them.

What `slantwise code agreement` says of a sample, beside the gaps that the sample corrects.
"""

from slantwise.coding import Agreement
from slantwise.coding.alpha import Alpha
from slantwise.coding.shares import Share
from slantwise.records.comparison import Interval
from slantwise.records.correction import CoderAlpha, ModelAgainstCoders


def coder_alphas(found: Agreement) -> tuple[CoderAlpha, ...]:
    """A row a question, in order; none where no unit was coded twice."""
    if not found.n_double:
        return ()
    return tuple(
        CoderAlpha(row.what, row.metric.value, _of_alpha(row.alpha), row.alpha.n_units)
        for row in found.reliability
    )


def model_errors(found: Agreement) -> tuple[ModelAgainstCoders, ...]:
    """A row an outlet and class, in order; none without codings."""
    return tuple(
        ModelAgainstCoders(
            outlet=row.outlet,
            name=row.name,
            precision=_of_share(row.precision),
            n_model=row.precision.n if row.precision else 0,
            recall=_of_share(row.recall),
            n_coders=row.recall.n if row.recall else 0,
        )
        for row in found.errors
    )


def _of_alpha(alpha: Alpha) -> Interval | None:
    if alpha.value is None or alpha.low is None or alpha.high is None:
        return None
    return Interval(alpha.value, alpha.low, alpha.high)


def _of_share(share: Share | None) -> Interval | None:
    return None if share is None else Interval(share.value, share.low, share.high)

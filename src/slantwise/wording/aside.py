"""Typical terms counted in a process of their own, while figures and acts are worked out here.

Both read the run and neither needs the other.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import partial

from slantwise.processes import aside
from slantwise.records.contrasts import TypicalTerm
from slantwise.run import RunFolder
from slantwise.wording.settings import WordingSettings
from slantwise.wording.tables import Placing
from slantwise.wording.typical import typical_terms

Terms = Callable[[], tuple[TypicalTerm, ...]]
"""Gives what `typical.typical_terms` gives, and waits for it where it is not ready."""


def counted_aside(
    run: RunFolder, placings: Sequence[Placing], settings: WordingSettings
) -> AbstractContextManager[Terms]:
    """What gives the typical terms of a run: the same as `typical_terms`, maybe sooner.

    Those of a large run are counted in another process from here on (`processes.aside`).

    Raises:
        RunError: a part is damaged, or the process ends before its time.
    """
    return aside(partial(typical_terms, run, placings), settings, n_articles=len(placings))

"""What every worker process does first, so that it neither outlives its parent nor answers Ctrl-C.

Used by all that start processes: reading ahead, storing, analysing.
"""

import os
import signal
import threading
from multiprocessing import connection, parent_process


def follow_parent() -> None:
    """Leave Ctrl-C to the parent, and end when it has ended, killed or not.

    Ctrl-C reaches every process of the terminal; the parent decides what it means. A worker of a
    parent that was killed would else wait for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)

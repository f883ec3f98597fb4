"""A stand-in that dies as its articles say; worker processes import it by its name."""

import os
import resource
import signal
import time
from pathlib import Path

from slantwise.pipeline.stand_in import StandIn


class Faulty(StandIn):
    """Reads articles as `StandIn` does, but for words in them that kill the process."""

    def read_cleaned(self, articles):
        for article in articles:
            self._suffer(article.text)
            yield from super().read_cleaned([article])

    def _suffer(self, text):
        if "DIE-ALWAYS" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "DIE-ONCE" in text:
            mark = Path(os.environ["FAULTY_MARK"])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if "MEMORY" in text:
            raise MemoryError
        if "SLOW" in text:
            time.sleep(60)
        if "HUNGRY" in text:
            eat()


def eat():
    """Take memory until the system gives no more: 200 MB above what is in use."""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (used + 200 * 2**20, most))
    try:
        held = []
        while True:
            held.append(bytes(2**20))
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


class Stillborn(StandIn):
    """Cannot be made in a worker process."""

    def __init__(self, settings=None):
        super().__init__(settings)
        if "FAULTY_PARENT" in os.environ and os.environ["FAULTY_PARENT"] != str(os.getpid()):
            os.kill(os.getpid(), signal.SIGKILL)

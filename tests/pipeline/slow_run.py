"""The command line with a slow stand-in for the analyser, to be stopped in mid-run."""

import time
from functools import partial

from slantwise.api import articles
from slantwise.cli.app import main
from slantwise.pipeline import Batch, batch
from slantwise.pipeline.stand_in import StandIn


class Slow(StandIn):
    """Takes its time over every article."""

    def read_cleaned(self, articles):
        for article in articles:
            time.sleep(0.5)
            yield from super().read_cleaned([article])


if __name__ == "__main__":
    batch.SHARD_SIZE = 2
    articles.Batch = partial(Batch, build=Slow)
    main()

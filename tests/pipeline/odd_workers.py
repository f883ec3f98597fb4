"""What a worker process runs instead of its work; imported there by its name.

Run as a script it is the command line with an ingest that takes its time.
"""

import os
import signal
import time

from slantwise.pipeline import ingesting

store_shard = ingesting._store_shard


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)


def store_slowly(store, shard):
    stored = store_shard(store, shard)
    time.sleep(0.5 * shard.index)
    return stored


if __name__ == "__main__":
    from odd_workers import store_slowly as slow  # a worker imports it by this name

    from slantwise.cli.app import main

    ingesting.SHARD_SIZE = 2
    ingesting._store_shard = slow
    main()

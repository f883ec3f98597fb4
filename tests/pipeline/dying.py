"""What a worker process runs instead of its work, to die of it; imported there by its name."""

import os
import signal


def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

"""What the encoder did, counted as it works, against what the machine can do."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from benchmarks.matrix import operations, peak, products, token_sizes
from slantwise.encode import open_model
from slantwise.encode.encoder import OnnxEncoder
from slantwise.resources import model_folder

_ROWS = 512
"""Rows of the products that the peak is measured with: tokens of one batch of the encoder."""


class Work:
    """Rows and tokens that went through the encoder's graph.

    Attributes:
        rows: rows by padded length.
        tokens: tokens by padded length, padding left out.
    """

    def __init__(self) -> None:
        """Begin with none."""
        self.rows: Counter[int] = Counter()
        self.tokens: Counter[int] = Counter()

    @classmethod
    @contextmanager
    def counted(cls) -> Iterator["Work"]:
        """The work of every encoder of this process while inside."""
        work = cls()
        run = OnnxEncoder._run

        def counting(self: OnnxEncoder, rows: Any, positions: Any, parts: Any) -> None:
            for position in positions:
                work.rows[rows[position].length] += 1
                work.tokens[rows[position].length] += len(rows[position].ids)
            run(self, rows, positions, parts)

        setattr(OnnxEncoder, "_run", counting)  # noqa: B010  # a method is not assigned to
        try:
            yield work
        finally:
            setattr(OnnxEncoder, "_run", run)  # noqa: B010


def encoder_share(model: str, work: Work, *, seconds: float, threads: int) -> dict[str, Any]:
    """Operations a second of the encoder, the machine's int8 peak, and the share of it reached.

    Products of every kind count, whatever they are computed in. `share_of_peak` counts the
    operations on tokens alone; `share_with_padding` those on padding too, which the processor does
    and nobody needs.

    Raises:
        ValueError: no row went through the encoder.
    """
    if not work.rows:
        raise ValueError("no sentence went through the encoder; give a folder of articles")
    graph = model_folder(model) / "model.onnx"
    open_model(graph.parent)
    per_row = {length: operations(graph, length) for length in work.rows}
    padded = sum(n * per_row[length] for length, n in work.rows.items())
    real = sum(n * per_row[length] / length for length, n in work.tokens.items())
    sizes = token_sizes(products(graph, 32))
    speeds = peak(sizes, rows=_ROWS, threads=threads)
    best = max(speeds.values())
    return {
        "threads": threads,
        "seconds": round(seconds, 2),
        "sentences": sum(work.rows.values()),
        "gops_per_second": round(real / seconds / 1e9, 1),
        "peak_gops_per_second": round(best / 1e9, 1),
        "peak_by_size": {size: round(speed / 1e9, 1) for size, speed in speeds.items()},
        "share_of_peak": round(real / seconds / best, 3),
        "share_with_padding": round(padded / seconds / best, 3),
    }

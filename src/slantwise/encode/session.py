"""Opening the encoder's graph in ONNX Runtime, the same way wherever it is read."""

from pathlib import Path
from typing import Any

_SLOW_FUSIONS = ("SkipLayerNormFusion",)
"""Fusions of the runtime that slow this graph down: an addition and a layer normalisation take
less time apart than fused (ONNX Runtime 1.31; `scripts/benchmark_encoder.py` with and without)."""


def open_session(graph: Path | bytes, *, threads: int = 0) -> Any:
    """The runtime's session on the CPU; `threads` 0 takes every core.

    A graph whose weights lie in files beside it is opened by path.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph if isinstance(graph, bytes) else str(graph),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=list(_SLOW_FUSIONS),
    )

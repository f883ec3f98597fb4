"""The encoder in torch: the same model on a GPU, or with the same code on a CPU.

Needs the gpu extra; torch is imported when an encoder is made. docs/gpu.md says how far the
outputs are from those of `OnnxEncoder`, and on which sentences that was measured.
"""

from typing import Final, Literal

import numpy as np

from slantwise.encode.encoder import BatchedEncoder, Encoder, Floats, OnnxEncoder
from slantwise.encode.graph import Graph, missing
from slantwise.encode.model import Model
from slantwise.encode.rows import Integers
from slantwise.encode.states import STATE
from slantwise.errors import SettingsError

Device = Literal["cpu", "cuda"]
Precision = Literal["bf16", "fp32"]

_BATCH_TOKENS: Final = {"cpu": 512, "cuda": 16_384}
"""Tokens in one batch. Every batch is filled up to it, so it is small where filling costs time.
The GPU's is a guess that no measurement stands behind: scripts/benchmark_gpu.py --batch-tokens."""


class TorchEncoder(BatchedEncoder):
    """A model's network, run by torch.

    Every batch of a padded length has the same number of rows, filled up with empty ones: the
    library chooses its way of multiplying by a batch's shape, and what shares a batch must not.
    """

    def __init__(
        self,
        model: Model,
        *,
        device: Device = "cuda",
        precision: Precision | None = None,
        batch_tokens: int = 0,
        states: bool = False,
    ) -> None:
        """Build the network from the model's graph on a device.

        Args:
            model: the model, opened and checked.
            device: "cuda" for a GPU, "cpu" to try the same code without one.
            precision: of all but the last step of a head; None takes bf16 on a GPU and fp32 on a
                CPU.
            batch_tokens: tokens in one batch; 0 takes the device's own number.
            states: whether every sentence also gets the encoder's state.

        Raises:
            MissingExtraError: torch or onnx is not installed.
            ModelError: the graph is of no form known here.
            SettingsError: there is no such device, or no such precision.
        """
        try:
            import torch
        except ModuleNotFoundError as error:
            raise missing(error) from error
        precision = precision or ("bf16" if device == "cuda" else "fp32")
        _check(device, precision, has_gpu=torch.cuda.is_available())
        from slantwise.encode.network import Network

        super().__init__(model, batch_tokens or _BATCH_TOKENS[device])
        network = Network(Graph(model.folder / "model.onnx"))
        dtype = torch.bfloat16 if precision == "bf16" else torch.float32
        self.device, self.precision = device, precision
        self._network = network.rounded(dtype).to(device).eval()
        self._wanted = (*network.outputs, STATE) if states else network.outputs

    def logits(self, ids: Integers, mask: Integers) -> dict[str, Floats]:
        """Every output of the graph by name, first axis batch, for ids and mask [batch, token]."""
        import torch

        n_rows, length = ids.shape
        size = (max(n_rows, self.batch_tokens // length), length)
        with torch.inference_mode():
            found = self._network(
                torch.from_numpy(_filled(ids, size)).to(self.device),
                torch.from_numpy(_filled(mask, size)).to(self.device),
            )
            return {name: found[name][:n_rows].float().cpu().numpy() for name in self._wanted}

    def signed(self) -> dict[str, str]:
        """The engine, the device and the precision, which move probabilities a little."""
        return {"encoder": f"torch {self.device} {self.precision}"}


def open_encoder(
    model: Model,
    *,
    device: Device = "cpu",
    precision: Precision | None = None,
    threads: int = 0,
    states: bool = False,
) -> Encoder:
    """The encoder for a device: ONNX Runtime in int8 on the CPU, torch on a GPU.

    Args:
        model: the model, opened and checked.
        device: "cpu" or "cuda".
        precision: of the network on a GPU; None takes bf16.
        threads: cores for ONNX Runtime; 0 takes all. Never changes a result.
        states: whether every sentence also gets the encoder's state.

    Raises:
        MissingExtraError: a GPU is asked for and torch or onnx is not installed.
        ModelError: the graph cannot be used.
        SettingsError: there is no such device or precision, or a precision is given for the CPU.
    """
    if device != "cpu":
        return TorchEncoder(model, device=device, precision=precision, states=states)
    if precision is not None:
        raise SettingsError(
            f"precision {precision!r} is a setting of the GPU path: a model is run in int8 on the "
            "CPU. Leave it out, or ask for the device cuda."
        )
    return OnnxEncoder(model, threads=threads, states=states)


def _check(device: str, precision: str, *, has_gpu: bool) -> None:
    if device not in _BATCH_TOKENS:
        raise SettingsError(f"device {device!r}: expected one of {sorted(_BATCH_TOKENS)}")
    if precision not in ("bf16", "fp32"):
        raise SettingsError(f"precision {precision!r}: expected bf16 or fp32")
    if device == "cuda" and not has_gpu:
        raise SettingsError(
            "device 'cuda': torch finds no GPU here. See `nvidia-smi` for the driver, and whether "
            "torch was built for CUDA (pip install torch, not a +cpu build); or leave out --device."
        )


def _filled(rows: Integers, size: tuple[int, int]) -> Integers:
    """The rows, and below them rows of one token, which no attention leaves without a place."""
    filled = np.zeros(size, dtype=rows.dtype)
    filled[:, 0] = 1
    filled[: len(rows)] = rows
    return filled

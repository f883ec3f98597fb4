"""Checkpoints that a killed training goes on from: safetensors and JSON, nothing that executes."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from slantwise.errors import ModelError

STATE = "state.json"
TENSORS = "state.safetensors"


@dataclass(frozen=True, slots=True)
class Position:
    """How far a stage has come.

    Attributes:
        signature: digest of recipe, stage and data; another signature is another training.
        epoch: epoch under way, from 0.
        step: steps done in this epoch.
        done: whether the stage is finished.
    """

    signature: str
    epoch: int
    step: int
    done: bool


def save(
    folder: Path, network: nn.Module, optimiser: torch.optim.Optimizer, position: Position
) -> None:
    """Write a checkpoint; a kill while writing leaves the one before."""
    tensors = {f"network.{k}": v for k, v in network.state_dict().items()}
    if not position.done:
        tensors |= optimiser_tensors(optimiser)
        tensors["chance"] = torch.get_rng_state()
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{position.epoch}-{position.step}-{TENSORS}"
    save_file({k: v.contiguous().clone() for k, v in tensors.items()}, folder / name)
    ready = folder / f"{STATE}.tmp"
    ready.write_text(json.dumps(asdict(position) | {"tensors": name}), encoding="utf-8")
    ready.replace(folder / STATE)
    for old in folder.glob(f"*-{TENSORS}"):
        if old.name != name:
            old.unlink()


def optimiser_tensors(optimiser: torch.optim.Optimizer) -> dict[str, Tensor]:
    """State of AdamW by parameter number and name."""
    state = optimiser.state_dict()["state"]
    return {f"optimiser.{i}.{k}": v for i, entry in state.items() for k, v in entry.items()}


def read_position(folder: Path, signature: str) -> Position | None:
    """Where the checkpoint in `folder` stands; None if there is none.

    Raises:
        ModelError: the checkpoint belongs to a training with other settings or data.
    """
    path = folder / STATE
    if not path.exists():
        return None
    document = json.loads(path.read_text(encoding="utf-8"))
    del document["tensors"]
    position = Position(**document)
    if position.signature != signature:
        raise ModelError(
            f"checkpoint {folder} belongs to other settings or data "
            f"({position.signature[:8]}, expected {signature[:8]}); remove it or "
            "name another folder"
        )
    return position


def read_tensors(folder: Path) -> dict[str, Tensor]:
    """The tensors of the checkpoint in `folder`.

    Raises:
        ModelError: there is none.
    """
    path = folder / STATE
    if not path.exists():
        raise ModelError(f"{folder} holds no checkpoint (no {STATE})")
    name = json.loads(path.read_text(encoding="utf-8"))["tensors"]
    return load_file(folder / name)


def load_network(folder: Path, network: nn.Module) -> None:
    """Fill `network` from the checkpoint in `folder`."""
    tensors = read_tensors(folder)
    prefix = "network."
    network.load_state_dict(
        {k.removeprefix(prefix): v for k, v in tensors.items() if k.startswith(prefix)}
    )


def load_progress(folder: Path, optimiser: torch.optim.Optimizer) -> None:
    """Fill the optimiser and torch's random state from the checkpoint in `folder`."""
    tensors = read_tensors(folder)
    state: dict[int, dict[str, Tensor]] = {}
    for key, tensor in tensors.items():
        if key.startswith("optimiser."):
            _, number, name = key.split(".")
            state.setdefault(int(number), {})[name] = tensor
    document = optimiser.state_dict()
    optimiser.load_state_dict({"state": state, "param_groups": document["param_groups"]})
    torch.set_rng_state(tensors["chance"])

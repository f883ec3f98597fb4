"""Training recipes: TOML files under models/recipes/, checked key by key."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from slantwise.errors import SettingsError

Record = TypeVar("Record")
TASKS = (
    *("bias", "loaded", "kind", "technique", "stance", "directed", "attributed"),
    *("hit", "words"),
)
SOFT_TASKS = ("bias", "loaded", "kind", "technique", "attributed", "stance", "directed")
"""Tasks that a student may take from a teacher."""
SOFT = "soft"
"""Tasks as a recipe names them: "directed" is holder and target together, "hit" is `hit_from` and
`hit_on`, "words" is tag and entity."""


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """The pretrained encoder.

    Attributes:
        package: installed package that holds it; empty if `path` stands alone.
        parts: installed distributions that hold, one each and in this order, the parts of a zip
            archive with the folder `path` in it.
        path: folder with config.json, model.safetensors and tokenizer.json.
        sha256: digest of model.safetensors.
        licence: its terms.
    """

    path: str
    sha256: str
    licence: str
    package: str = ""
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """Size of the heads.

    Attributes:
        hidden: units of each head's hidden layer.
        rank: rank of directed stance, constants included; above 2.
        dropout: share of hidden units dropped while training.
    """

    hidden: int
    rank: int
    dropout: float


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """One data set of a stage.

    Attributes:
        data: name in `sources.READERS`.
        split: its split.
        heads: tasks trained on it.
        per_epoch: sentences drawn anew each epoch; 0 = all.
        keep_empty: share of the sentences with nothing marked that stay in an epoch.
        swap: share of sentences in which one actor's name is swapped.
        soft: tasks that a teacher's labels are taken for.
    """

    data: str
    split: str
    heads: tuple[str, ...]
    per_epoch: int = 0
    keep_empty: float = 1.0
    swap: float = 0.0
    soft: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StageSettings:
    """One stage of training.

    Attributes:
        name: its name in logs and checkpoints.
        epochs: passes over the sources.
        batch_size: sentences a step.
        max_tokens: longer sentences are cut.
        trunk_rate: highest learning rate of the encoder.
        head_rate: highest learning rate of the heads.
        warmup: share of steps over which the rates rise.
        source: data sets.
        blind: whether names of actors give way to stand-ins before the encoder reads.
    """

    name: str
    epochs: int
    batch_size: int
    max_tokens: int
    trunk_rate: float
    head_rate: float
    warmup: float
    source: tuple[SourceSettings, ...]
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Recipe:
    """A whole training.

    Attributes:
        name: name of the model.
        seed: seeds weights, dropout, order and sampling.
        encoder: what training starts from.
        network: size of the heads.
        loss_weights: weight of each task's loss.
        keep_fp32: parts of node names that quantisation leaves alone.
        stage: stages, in order.
        teacher: folder of the model that says what sources take softly, seen from the recipe's
            own; empty for none.
        most_bytes: largest graph that may be shipped; 0 for no limit.
    """

    name: str
    seed: int
    encoder: EncoderSettings
    network: NetworkSettings
    loss_weights: dict[str, float]
    stage: tuple[StageSettings, ...]
    keep_fp32: tuple[str, ...] = field(default=())
    teacher: str = ""
    most_bytes: int = 0


def read_recipe(path: Path) -> Recipe:
    """The recipe in the TOML file `path`.

    Raises:
        SettingsError: the file is missing or not TOML, a key is unknown, missing or of another
            type, or a value is out of range.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SettingsError(f"recipe {path} is missing") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"recipe {path} is not valid TOML: {error}") from error
    recipe = to_record(Recipe, document, str(path))
    check(recipe, str(path))
    return recipe


def to_record(kind: type[Record], table: Any, place: str) -> Record:
    """`table` as a record of type `kind`; unknown and missing keys are refused.

    Raises:
        SettingsError: as in `read_recipe`.
    """
    if not isinstance(table, Mapping):
        raise SettingsError(f"{place}: expected a table, found {type(table).__name__}")
    fields = {f.name: f for f in dataclasses.fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(table) - set(fields))
    if unknown:
        raise SettingsError(f"{place}: unknown key {unknown[0]!r}, expected one of {list(fields)}")
    hints = get_type_hints(kind)
    values = {}
    for name, spec in fields.items():
        if name in table:
            values[name] = to_value(hints[name], table[name], f"{place}, key {name}")
        elif spec.default is dataclasses.MISSING:
            raise SettingsError(f"{place}: key {name!r} is missing")
    return kind(**values)


def to_value(kind: Any, value: Any, place: str) -> Any:
    """`value` as `kind`: a record, a tuple, a dict of numbers, or a plain value.

    Raises:
        SettingsError: the value is of another type.
    """
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return to_record(kind, value, place)
    origin = get_origin(kind)
    if origin is tuple and isinstance(value, list):
        (item, _) = get_args(kind)
        return tuple(to_value(item, v, f"{place}[{i}]") for i, v in enumerate(value))
    if origin is dict and isinstance(value, Mapping):
        return {k: to_value(get_args(kind)[1], v, f"{place}.{k}") for k, v in value.items()}
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    plain = isinstance(kind, type) and not isinstance(kind, UnionType)
    if plain and origin is None and type(value) is kind:
        return value
    raise SettingsError(f"{place}: expected {getattr(kind, '__name__', kind)}, found {value!r}")


def trained_tasks(recipe: Recipe) -> set[str]:
    """The tasks that any stage of the recipe teaches, by labels or by a teacher."""
    sources = [source for stage in recipe.stage for source in stage.source]
    return {task for source in sources for task in (*source.heads, *source.soft)}


def is_blind(recipe: Recipe) -> bool:
    """Whether the trained network reads without names, as its last stage did."""
    return recipe.stage[-1].blind


def check(recipe: Recipe, place: str) -> None:
    """Check what types alone do not say.

    Raises:
        SettingsError: an unknown task, a missing loss weight, or a number out of range.
    """
    used = {head for stage in recipe.stage for source in stage.source for head in source.heads}
    if not used & set(TASKS) <= set(recipe.loss_weights) <= {*TASKS, SOFT}:
        raise SettingsError(
            f"{place}, key loss_weights: expected one for each of {sorted(used & set(TASKS))}"
        )
    if recipe.network.rank < 3:
        raise SettingsError(f"{place}, key network.rank: expected 3 or more")
    for stage in recipe.stage:
        where = f"{place}, stage {stage.name}"
        if min(stage.epochs, stage.batch_size) < 1 or stage.max_tokens < 8:
            raise SettingsError(f"{where}: expected epochs, batch_size ≥ 1 and max_tokens ≥ 8")
        for source in stage.source:
            unknown = set(source.heads) - set(TASKS)
            taught = set(source.soft) <= set(SOFT_TASKS) and (recipe.teacher or not source.soft)
            if not taught:
                raise SettingsError(
                    f"{where}, source {source.data}: soft takes some of {SOFT_TASKS}, and the "
                    "recipe must name a teacher"
                )
            if unknown or not (source.heads or source.soft):
                found = sorted(unknown)
                raise SettingsError(f"{where}, source {source.data}: heads {found} not in {TASKS}")
            if not (0 <= source.keep_empty <= 1 and 0 <= source.swap <= 1):
                raise SettingsError(f"{where}, source {source.data}: shares lie in 0..1")

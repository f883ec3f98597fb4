"""A whole training on tiny invented releases: stages, graphs, model folder, cross-validation."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from slantwise.encode import OnnxEncoder, open_model
from slantwise.errors import ModelError, SettingsError
from slantwise.train.crossvalidate import chosen_heads, crossvalidated, fold_items
from slantwise.train.folds import FoldsBy
from slantwise.train.pipeline import fresh_network, train
from slantwise.train.pretrained import encoder_folder
from slantwise.train.run import load_training, run_recipe, ship_again
from slantwise.train.shipped import sha256_of
from slantwise.train.soft import open_teacher

RECIPE = """
name = "tiny"
seed = 3
keep_fp32 = ["/out/"]
[encoder]
path = "{path}"
sha256 = "{sha256}"
licence = "none"
[network]
hidden = 8
rank = 4
dropout = 0.1
[loss_weights]
bias = 1.0
loaded = 1.0
kind = 1.0
technique = 1.0
stance = 1.0
directed = 1.0
attributed = 1.0
"""
STAGE = """
[[stage]]
name = "{name}"
epochs = 1
batch_size = 8
max_tokens = 32
trunk_rate = 1e-3
head_rate = 1e-2
warmup = 0.1
"""
SOURCE = '[[stage.source]]\ndata = "{data}"\nsplit = "train"\nheads = {heads}\n'
WORDS = ["ann", "bob", "mayor", "regime", "praised", "lied", "good", "bad"]


def sentences(n: int, seed: int) -> Iterator[str]:
    for number in range(n):
        picked = [WORDS[(number * 3 + seed * 5 + k * (1 + number % 5)) % 8] for k in range(6)]
        yield " ".join(["the", *picked, str(number * 7 + seed)])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def newsmtsc(seed: int, n: int) -> str:
    rows = [
        {"sentence": s, "from": 4, "to": 7, "mention": s[4:7], "polarity": k % 3 - 1}
        for k, s in enumerate(sentences(n, seed))
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


def directed(seed: int, n: int) -> str:
    words = [s.split() for s in sentences(n, seed)]
    rows = [f"the [{w[1]}] said [{w[2]}] {w[7]}\tx\ty\t{k % 5}" for k, w in enumerate(words)]
    return "\n".join(rows)


def write_polnear(folder: Path, split: str, seed: int) -> None:
    text = "\n".join(sentences(6, seed))
    write(folder / "polnear" / "data" / split / "text" / "p_x.txt", text)
    lines = "T1\tContent 4 15\twords\nT2\tCue 16 20\tw\nT3\tSource 0 3\tthe\n"
    write(folder / "polnear" / "data" / split / "attributions" / "p_x_aaaa.ann", lines)


def write_ptc(folder: Path, split: str, seed: int) -> None:
    text = "\n".join(sentences(6, seed))
    write(folder / "ptc" / f"{split}-articles" / f"article{seed}.txt", text)
    write(folder / "ptc" / f"{split}-task-flc-tc.labels", f"{seed}\tLoaded_Language\t4\t12\n")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write(folder / "newsmtsc/newsmtsc-rw-hf/train.jsonl", newsmtsc(1, 12))
    write(folder / "newsmtsc/newsmtsc-rw-hf/dev.jsonl", newsmtsc(2, 9))
    write(folder / "newsmtsc/newsmtsc-mt-hf/dev.jsonl", newsmtsc(3, 9))
    write(folder / "directed_sentiment/valid.txt", directed(4, 10))
    (folder / "directed_sentiment/train.txt.gz").write_bytes(
        gzip.compress(directed(5, 10).encode())
    )
    for split, seed in (("train", 6), ("dev", 7)):
        write_polnear(folder, split, seed)
        write_ptc(folder, split, seed + 10)
    for split, seed in (("train", 20), ("val", 21), ("test", 22)):
        rows = [f'"{s}",{"SUBJ" if k % 2 else "OBJ"}' for k, s in enumerate(sentences(6, seed))]
        write(folder / "newssd_eng" / f"{split}.csv", "Sentence,Label\n" + "\n".join(rows) + "\n")
    babe = [
        f"{s},{k % 2},\"['{s.split()[2]}']\",Outlet {k % 4},topic {k % 3}"
        for k, s in enumerate(sentences(16, 30))
    ]
    rows = "\n".join(["text,label,biased_words,outlet,topic", *babe]) + "\n"
    write(folder / "babe" / "babe_v2_train.csv", rows)
    (folder / "anno_lexical").mkdir()
    for split, seed in (("train", 40), ("dev", 41), ("test", 42)):
        texts = list(sentences(6, seed))
        table = pyarrow.table({"text": texts, "label": [0, 1] * 3})
        pyarrow.parquet.write_table(table, folder / f"anno_lexical/anno-lexical-{split}.parquet")
    articles = [
        {
            "content_original": "\n\n".join(
                f"{s.capitalize()} of good and bad and said that a." for s in sentences(4, seed)
            )
        }
        for seed in (60, 61)
    ]
    write(
        folder / "allsides_events" / "articles.jsonl",
        "".join(json.dumps(article) + "\n" for article in articles),
    )
    return folder


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpora")
    span = {"start": 4, "end": 7, "kinds": ["label"], "voice": "outlet"}
    rows = [
        {"id": str(k), "split": "train" if k < 8 else "dev", "text": s, "spans": [span]}
        for k, s in enumerate(sentences(16, 50))
    ]
    write(folder / "framing" / "all.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture(scope="module")
def recipe(encoder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    first = {
        "newsmtsc": '["stance"]',
        "directed": '["directed"]',
        "ptc": '["technique"]',
        "polnear": '["attributed"]',
        "anno-lexical": '["bias"]',
        "newssd": '["bias"]',
    }
    second = {"babe": '["bias", "loaded"]', "framing": '["loaded", "kind"]'}
    text = RECIPE.format(path=encoder, sha256=sha256_of(encoder / "model.safetensors"))
    for name, sources in (("broad", first), ("fine", second)):
        text += STAGE.format(name=name)
        for source, heads in sources.items():
            text += SOURCE.format(data=source, heads=heads)
    path = tmp_path_factory.mktemp("recipe") / "tiny.toml"
    write(path, text)
    return path


@pytest.mark.slow
def test_a_recipe_becomes_a_model_folder(
    recipe: Path, data: Path, corpora: Path, tmp_path: Path
) -> None:
    training = load_training(recipe, data, corpora, tmp_path / "work")
    target = tmp_path / "tiny"
    run_recipe(training, target, n_stages=1)
    document = json.loads((target / "settings.json").read_text(encoding="utf-8"))
    assert document["training"]["stages"] == ["broad"]
    run_recipe(training, target)
    document = json.loads((target / "settings.json").read_text(encoding="utf-8"))
    assert document["training"]["stages"] == ["broad", "fine"]
    assert [d["n"] for d in document["training"]["data"] if d["name"] == "babe train"] == [16]
    names = {path.name for path in target.iterdir()}
    assert {"model.onnx", "tokenizer.json", "metrics.json", "CARD.md", "SHA256SUMS"} < names
    metrics = json.loads((target / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["int8"]["stance"]["newsmtsc rw-dev"]["n"] == 9
    assert "AGPL-3.0" in (target / "CARD.md").read_text(encoding="utf-8")

    parts = fold_items(training, 2)
    assert sum(len(part.bias.gold) for part in parts) == 16
    assert set(chosen_heads(parts)) == {"bias", "loaded"}
    assert crossvalidated(parts)["bias"]["n"] == 16
    assert sum(part.n_words.sum() for part in parts) == sum(len(p.loaded.gold) for p in parts)

    parts = fold_items(training, 2, FoldsBy.OUTLET)
    # Four outlets of four sentences each, two a fold; checkpoints of the folds before stay.
    assert [len(part.groups) for part in parts] == [2, 2]
    assert not set(parts[0].groups) & set(parts[1].groups)
    assert (training.work / "fold-0" / "fine").is_dir()
    assert (training.work / "fold-outlet-0" / "fine").is_dir()

    folds = {"n_folds": 2, "heads": {"bias": {"temperature": 2.0}}, "figures": {}}
    write(target / "crossvalidation.json", json.dumps(folds))
    ship_again(training, target)
    document = json.loads((target / "settings.json").read_text(encoding="utf-8"))
    assert document["heads"]["bias"]["temperature"] == 2.0
    assert "crossvalidation.json" in (target / "SHA256SUMS").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_recipe_of_few_heads_becomes_a_model_without_the_others(
    recipe: Path, data: Path, corpora: Path, tmp_path: Path
) -> None:
    text = recipe.read_text(encoding="utf-8").partition("[[stage]]")[0]
    text += STAGE.format(name="only")
    for source, heads in (("newsmtsc", '["stance"]'), ("newssd", '["bias"]')):
        text += SOURCE.format(data=source, heads=heads)
    few = recipe.with_name("few.toml")
    write(few, text.replace('name = "tiny"', 'name = "few"'))
    training = load_training(few, data, corpora, tmp_path / "work")
    run_recipe(training, tmp_path / "few")
    model = open_model(tmp_path / "few")
    assert set(model.heads) == {"bias", "stance"}
    metrics = json.loads((tmp_path / "few" / "metrics.json").read_text(encoding="utf-8"))
    assert set(metrics["int8"]) == {"bias", "stance"}
    assert "allows any use" in (tmp_path / "few" / "CARD.md").read_text(encoding="utf-8")
    (said,) = OnnxEncoder(model).encode(["the mayor lied"])
    n = len(said.tokens)
    assert said.stance.shape == (n, 3) and said.stance.any()
    # What was not taught says nothing of any token.
    assert said.attributed.shape == (n, 3) and not said.attributed.any()
    assert said.kind.shape == (n, 13) and not said.kind.any()
    assert (said.technique.shape, said.holder.shape) == ((n, 0), (n, 3, 0))
    with pytest.raises(SettingsError, match="nothing to cross-validate"):
        fold_items(training, 2)
    # A student may ask for any head, so a teacher has all.
    with pytest.raises(ModelError, match="no head for 'attributed'"):
        open_teacher(tmp_path / "few", tmp_path / "taught")


PUPIL = """
[[stage.source]]
data = "news"
split = "train"
heads = ["words"]
soft = ["bias", "loaded", "stance", "directed"]
"""


@pytest.mark.slow
def test_a_pupil_learns_from_its_teacher(
    recipe: Path, data: Path, corpora: Path, tmp_path: Path
) -> None:
    text = recipe.read_text(encoding="utf-8").partition("[[stage]]")[0]
    text = text.replace('name = "tiny"', 'name = "pupil"\nteacher = "master"')
    text = text.replace("bias = 1.0", "bias = 1.0\nsoft = 2.0\nwords = 1.0")
    pupil = tmp_path / "pupil.toml"
    write(pupil, text + STAGE.format(name="broad") + PUPIL)
    training = load_training(pupil, data, corpora, tmp_path / "work")
    with pytest.raises(ModelError, match="SHA256SUMS"):
        train(training)
    run_recipe(load_training(recipe, data, corpora, tmp_path / "work"), tmp_path / "master")
    before = fresh_network(training)
    after = train(training)
    learned = sum(
        float((a - b).detach().abs().sum())
        for a, b in zip(after.bias.parameters(), before.bias.parameters(), strict=True)
    )
    assert learned > 0
    # The same again, from the checkpoint, without asking the teacher.
    shutil.rmtree(tmp_path / "work" / "taught")
    again = train(training)
    assert not (tmp_path / "work" / "taught").exists()
    assert all(
        bool((a == b).all()) for a, b in zip(after.parameters(), again.parameters(), strict=True)
    )


def test_altered_weights_are_refused(recipe: Path, data: Path, corpora: Path) -> None:
    training = load_training(recipe, data, corpora, Path("unused"))
    settings = training.recipe.encoder
    with pytest.raises(ModelError, match="digest"):
        encoder_folder(type(settings)(settings.path, "0" * 64, "none"), Path("unused"))
    with pytest.raises(ModelError, match="missing"):
        encoder_folder(type(settings)("no-such-folder", "0" * 64, "none"), Path("unused"))
    with pytest.raises(SettingsError, match="install"):
        encoder_folder(
            type(settings)("model", "0" * 64, "none", "no_such_package_at_all"), Path("unused")
        )

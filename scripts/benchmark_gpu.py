"""Speed of the torch encoder on whatever device is there.

    python scripts/benchmark_gpu.py [--model base] [--device cuda] [--precision bf16]
        [--batch-tokens 16384] [--seconds 5]

Prints, for each padded length, sentences and tokens a second through the network (batches to the
device and outputs back included), and then articles of 700 words an hour through the encoder
alone in one process: names, tokens, network, outputs. The other stages are not in it; see
scripts/benchmark.py.
"""

import argparse
import platform
import time
from collections.abc import Callable
from itertools import cycle

import numpy as np

from slantwise.encode import Device, TorchEncoder, open_model
from slantwise.resources import BACKGROUND, model_folder, shipped

WORDS_AN_ARTICLE = 700
FIRST_ORDINARY_TOKEN = 1000


def rate(work: Callable[[], int], seconds: float) -> float:
    """What `work` counts, a second, after two rounds that are not timed."""
    work()
    work()
    started, done = time.perf_counter(), 0
    while time.perf_counter() - started < seconds:
        done += work()
    return done / (time.perf_counter() - started)


def network_work(encoder: TorchEncoder, length: int) -> tuple[Callable[[], int], int]:
    """A full batch of that padded length, given to the network, and its sentences."""
    n_rows = max(1, encoder.batch_tokens // length)
    generator = np.random.default_rng(0)
    ids = generator.integers(FIRST_ORDINARY_TOKEN, 30_000, (n_rows, length))
    mask = np.ones_like(ids)

    def work() -> int:
        encoder.logits(ids, mask)
        return n_rows

    return work, n_rows


def article_work(encoder: TorchEncoder, n_words: int) -> Callable[[], int]:
    """Invented sentences of at least that many words, encoded; counts their words."""
    texts: list[str] = []
    held = 0
    for text in cycle(shipped(BACKGROUND).read_text(encoding="utf-8").splitlines()):
        if held >= n_words:
            break
        texts.append(text)
        held += len(text.split())

    def work() -> int:
        encoder.encode(texts)
        return held

    return work


def device_name(device: str) -> str:
    """What the device is called."""
    import torch

    if device == "cuda":
        return f"{torch.cuda.get_device_name()}, torch {torch.__version__}"
    return f"{platform.machine()}, {torch.get_num_threads()} threads, torch {torch.__version__}"


def main() -> None:
    """Measure and print."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", default="base")
    parser.add_argument("--device", choices=["cpu", "cuda"])
    parser.add_argument("--precision", choices=["bf16", "fp32"])
    parser.add_argument("--batch-tokens", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=5.0)
    options = parser.parse_args()
    device: Device = options.device or ("cuda" if torch.cuda.is_available() else "cpu")
    model = open_model(model_folder(options.model))
    encoder = TorchEncoder(
        model, device=device, precision=options.precision, batch_tokens=options.batch_tokens
    )
    print(f"{device_name(device)}; {encoder.signed()['encoder']}; {model.name} {model.digest[:12]}")
    print(f"{'length':>8}{'batch':>8}{'sentences/s':>14}{'tokens/s':>14}")
    for length in model.buckets:
        work, n_rows = network_work(encoder, length)
        found = rate(work, options.seconds)
        print(f"{length:>8}{n_rows:>8}{found:>14,.0f}{found * length:>14,.0f}")
    # A shard at once on a GPU; one article where there is none, which is slow enough.
    n_articles = 32 if device == "cuda" else 1
    words = rate(article_work(encoder, n_articles * WORDS_AN_ARTICLE), options.seconds)
    articles = 3600 * words / WORDS_AN_ARTICLE
    print(f"encoder, one process: {words:,.0f} words/s, {articles:,.0f} articles/hour")


if __name__ == "__main__":
    main()

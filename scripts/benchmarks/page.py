"""docs/performance.md, from the results that the measuring scripts wrote."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Result = dict[str, Any]

HEAD = """# Speed and memory

Made by `python scripts/make_performance_page.py` from docs/performance/*.json; do not edit.
`python scripts/make_performance_page.py --measure` measures everything again on the machine it
runs on, which should have nothing else to do.

- Words a second count the whole run, from the first file to the last part on disk, every stage on
  and the start of the workers included.
- Peak memory is that of all processes together, what they share counted once (proportional set
  size), sampled ten times a second.
- The machine's int8 matrix peak is the best speed of `MatMulInteger` in ONNX Runtime over the sizes
  of the encoder's own weights, 512 rows, measured in the same run with the same number of threads.
  The share of it counts the operations of all matrix products on tokens, padding left out, over the
  time of the whole encoder stage, cutting into tokens and the heads included.
- Around the model, a stand-in takes its place: what could grow faster than the articles lies there.
- The usual way is spaCy's full small pipeline for sentences and actors, and a classifier of
  RoBERTa-base's size in torch, fp32, run once a sentence and once for each actor in it through a
  transformers pipeline. Its weights are random, which changes no time. It reads only some of the
  articles; how many stands beside it, and the time it takes to load is not counted.
"""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page.

    Attributes:
        kind: first word of its files' names.
        title: its heading.
        command: measures it, with the model's name put in.
        table: the lines that show a result.
    """

    kind: str
    title: str
    command: str
    table: Callable[[Result], Iterable[str]]


def page(folder: Path, models: Sequence[str]) -> str:
    """The page for these models; what is not measured is said to be, with its command."""
    lines = [HEAD]
    for model in models:
        lines.append(f"## `{model}`\n")
        for section in OF_A_MODEL:
            lines += [f"### {section.title}\n", *_section(section, folder, model), ""]
    lines.append("## Around the model\n")
    for section in AROUND:
        lines += [f"### {section.title}\n", *_section(section, folder, STAND_IN), ""]
    return "\n".join(lines).rstrip() + "\n"


def models_of(folder: Path) -> list[str]:
    """`base`, and after it every other model that something was measured for, by name."""
    kinds = "|".join(dict.fromkeys(section.kind for section in OF_A_MODEL))
    found = (re.fullmatch(rf"(?:{kinds})-(.+)", file.stem) for file in folder.glob("*.json"))
    return list(dict.fromkeys(["base", *sorted(one[1] for one in found if one)]))


def _section(section: Section, folder: Path, model: str) -> Iterable[str]:
    file = folder / f"{section.kind}-{model}.json"
    if not file.is_file():
        return [f"Not measured yet: `{section.command.format(model=model)}`"]
    result = json.loads(file.read_text(encoding="utf-8"))
    said = f"On {_machine(result['machine'])}; `{result['command']}`"
    return [said, "", *section.table(result)]


def _machine(machine: Result) -> str:
    instructions = ", ".join(machine["instructions"]) or "none of the int8 instructions known"
    return (
        f"{machine['cpu']}, {machine['cores']} cores, {machine['memory_gb']} GB, {instructions}, "
        f"slantwise {machine['slantwise']}"
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(map(_shown, line)) + " |" for line in lines]


def _shown(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return str(value)


def _pipeline(result: Result) -> Iterable[str]:
    head = ["articles", "words", "workers", "words a second", "peak memory, MB", "seconds"]
    names = ["articles", "words", "workers", "words_per_second", "peak_memory_mb", "seconds"]
    row = [result[name] for name in names]
    if "first_article_seconds" in result:
        head.append("seconds to the first article of a new process")
        row.append(result["first_article_seconds"])
    yield from _table(head, [row])


def _stages(result: Result) -> Iterable[str]:
    stages = result["seconds_per_1k_words"]
    total = sum(stages.values())
    encoder = result["encoder"]
    yield from _table(
        ["stage", "seconds for 1,000 words", "share"],
        [
            *([stage, f"{spent:.4f}", f"{spent / total:.0%}"] for stage, spent in stages.items()),
            ["all", f"{total:.4f}", "100%"],
        ],
    )
    yield ""
    speeds = (encoder["gops_per_second"], encoder["peak_gops_per_second"])
    yield (
        f"The encoder stage reaches {encoder['share_of_peak']:.0%} of the matrix peak of one "
        f"thread ({speeds[0]:,} of {speeds[1]:,} thousand million operations a second); with those "
        f"on padding {encoder['share_with_padding']:.0%}. What is loaded once a run is left out."
    )


def _encoder(result: Result) -> Iterable[str]:
    encoder, peer = result["encoder"], result["peer"]
    head = ["", "sentences", "threads", "sentences a second", "share of the int8 matrix peak"]
    share = f"{encoder['share_of_peak']:.0%} ({encoder['share_with_padding']:.0%} with padding)"
    yield from _table(
        head,
        [
            [
                "slantwise, all tasks and targets",
                *(encoder["sentences"], result["threads"], encoder["sentences_per_second"], share),
            ],
            [
                f"classifier once a target ({peer['targets_per_sentence']} a sentence)",
                *(peer["sentences"], result["threads"], peer["sentences_per_second"], ""),
            ],
        ],
    )
    yield ""
    yield f"{result['times_the_peer']:,} times as fast, on sentences of 23 to 27 words."


def _peers(result: Result) -> Iterable[str]:
    head = ["", "articles", "words", "words a second", "peak memory, MB", "a million articles cost"]
    names = ["articles", "words", "words_per_second", "peak_memory_mb"]
    sides = (("slantwise", result["ours"]), ("the usual way", result["peer"]))
    yield from _table(
        head,
        [
            [name, *(side[n] for n in names), f"{side['cost_per_million_articles']:,.2f}"]
            for name, side in sides
        ],
    )
    yield ""
    yield (
        f"{result['times_the_peer']:,} times as fast on {result['cores']} cores. Cost: "
        f"{result['words_per_article']} words an article, {result['price_per_core_hour']} for an "
        f"hour of one core. The usual way took {result['peer']['passes']:,} passes of the "
        f"classifier, {result['peer']['batch']} at once."
    )


def _scale(result: Result) -> Iterable[str]:
    yield (
        f"Articles of {result['words']} words or so; workers: {result['workers']}. Cost is the "
        "processor's time for an article, over that among the fewest articles."
    )
    yield ""
    head = ["step", "articles", "processor seconds", "cost of an article", "peak memory, MB"]
    names = ["step", "articles", "cpu_seconds", "cost_per_article", "peak_mb_of_a_process"]
    yield from _table(head, [[row[name] for name in names] for row in result["rows"]])


def _resume(result: Result) -> Iterable[str]:
    calm, killed = result["undisturbed_cpu_seconds"], result["killed_cpu_seconds"]
    each = result["seconds_a_kill"]
    yield (
        f"{result['articles']:,} articles took {calm:,} seconds of the processor undisturbed, and "
        f"{killed:,} killed {result['kills']} times and gone on with: a kill costs {each} seconds, "
        f"for starting anew and the shard in hand, under 2 % of any run of {each / 0.02 / 60:.1f} "
        "minutes of the processor or more. The results are "
        f"{'the same' if result['same_result'] else 'not the same'}."
    )


STAND_IN = "stand-in"
"""What files are named for that hold what was measured without a model."""
_ARTICLES = "corpora/demo/articles"
_ARTICLE = f"{_ARTICLES}/daily-klaxon/nepal-grid-contract.txt"
OF_A_MODEL = (
    Section(
        "pipeline",
        "All stages",
        f"python scripts/benchmark.py {_ARTICLES} --model {{model}} --copies 60 "
        f"--article {_ARTICLE} --out docs/performance",
        _pipeline,
    ),
    Section(
        "pipeline",
        "Stage by stage, one process and one thread",
        f"python scripts/benchmark.py {_ARTICLES} --model {{model}} --copies 60 "
        f"--article {_ARTICLE} --out docs/performance",
        _stages,
    ),
    Section(
        "encoder",
        "The encoder, and a large classifier run once for every target",
        "python scripts/benchmark_encoder.py --model {model} --out docs/performance",
        _encoder,
    ),
    Section(
        "peers",
        "The usual way, on the same articles",
        f"python scripts/benchmark_peers.py {_ARTICLES} --model {{model}} --copies 40 "
        "--out docs/performance",
        _peers,
    ),
    Section(
        "resume",
        "What a kill costs",
        "python scripts/benchmark_resume.py --model {model} --articles 300 --out docs/performance",
        _resume,
    ),
)
AROUND = (
    Section(
        "scale",
        "From a thousand articles to a hundred thousand",
        "python scripts/benchmark_scale.py --articles 1000 10000 100000 --words 250 "
        "--out docs/performance",
        _scale,
    ),
)
"""In the order of the page; commands are run as they stand by `make_performance_page.py`."""

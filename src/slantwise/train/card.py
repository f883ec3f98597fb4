"""The model card, CARD.md: what the weights learned from, how well, and where they fail."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from slantwise.train.recipe import Recipe, is_blind
from slantwise.train.shipped import DataNote
from slantwise.train.sources import SOURCES

Figures = Mapping[str, Mapping[str, Mapping[str, float | int]]]

INTENDED = """\
Reads one English news sentence and gives, in one pass, for every token and the sentence:
bias by word choice, loaded words, kinds of framing, propaganda techniques, stance toward each
mentioned actor, directed stance between two actors, and the content, cue and source of attributed
speech. Meant for counting patterns of wording over many articles, with the sentences at hand. It
is not a judge of an outlet, a writer or a single article.
"""

LIMITS = """\
- English news only; US politics weighs most in the training data. Figures on other regions rest
  on our own invented sentences and are not independent evidence.
- Stance is how the words of a sentence present an actor, whoever says them; whose words they are
  is another stage's answer.
- A sentence is read alone: pronouns, irony and what the paragraph before said are lost.
- Sentences longer than 256 tokens are cut.
- Experts agree only in part on what is loaded (see the papers of BABE and of the Propaganda
  Techniques Corpus); a figure cannot be better than their agreement.
- Labels of Anno-lexical come from language models, whose errors lean as theirs do.
- The int8 graph was checked on processors with AVX-512 VNNI. Processors without VNNI instructions
  may saturate int8 products and give slightly other logits.
"""

UNSEEN_NAMES = """\
- Names of actors in names.tsv, and persons known by a first name or a title, are not read: a
  stand-in takes their place, so that the same words get the same label whoever they are about.
  What a reader knows of an actor is lost with the name; a name that the list lacks is read.
"""

TABLE_HEAD = (
    "| task | data | n | metric | all | half not chosen on | fp32, all |\n"
    "|---|---|---|---|---|---|---|\n"
)


def card(
    recipe: Recipe, notes: Sequence[DataNote], int8: Figures, fp32: Figures, folds: object
) -> str:
    """The card as Markdown; `folds` is the content of crossvalidation.json, or None."""
    parts = [
        f"# Model card: {recipe.name}\n",
        INTENDED,
        f"## Start\n\n{origin(recipe)} ({recipe.encoder.licence}), model.safetensors sha256 "
        f"`{recipe.encoder.sha256}`; {sizes(recipe)}\n",
        "## Data and their terms\n",
        data_table(notes),
        terms(recipe),
        teacher(recipe),
        "## Figures\n",
        "Measured on the int8 graph as shipped. Temperatures and thresholds were chosen on the "
        "half of each dev set whose sentences have an even first byte of SHA-256.\n",
        TABLE_HEAD + figure_rows(int8, fp32),
        fold_section(recipe, folds),
        "## Limits\n",
        LIMITS + (UNSEEN_NAMES if is_blind(recipe) else ""),
        "## Train it again\n",
        f"`python -m slantwise.train models/recipes/{recipe.name}.toml --data DATA_FOLDER`, seed "
        f"{recipe.seed}{and_folds(recipe)}. A killed run goes on from its checkpoints with the "
        "same command.\n",
    ]
    return "\n".join(part for part in parts if part)


def origin(recipe: Recipe) -> str:
    """Where the pretrained encoder comes from, in words."""
    encoder = recipe.encoder
    packages = ", ".join(f"`{name}`" for name in (encoder.package, *encoder.parts) if name)
    return f"The encoder `{encoder.path}`" + (f" of {packages}" if packages else "")


def sizes(recipe: Recipe) -> str:
    """The heads' sizes and the stages in words."""
    stages = ", then ".join(
        f"{s.epochs} epochs of {len(s.source)} sets ({s.name})" for s in recipe.stage
    )
    return f"heads with {recipe.network.hidden} hidden units; {stages}."


def data_table(notes: Sequence[DataNote]) -> str:
    """One row a data set."""
    head = "| data | sentences | terms as found | sha256 |\n|---|---|---|---|\n"
    return head + "".join(
        f"| {note.name} | {note.n} | {note.licence} | `{note.sha256[:16]}` |\n" for note in notes
    )


def figure_rows(int8: Figures, fp32: Figures) -> str:
    """One row a task, data set and metric."""
    rows = []
    for task, sets in int8.items():
        for name, found in sets.items():
            for metric, value in found.items():
                if metric == "n" or metric.endswith("_other_half"):
                    continue
                other = found.get(f"{metric}_other_half")
                whole = fp32[task][name][metric]
                cells = [task, name, str(found["n"]), metric, f"{value:.3f}"]
                cells += ["" if other is None else f"{other:.3f}", f"{whole:.3f}"]
                rows.append("| " + " | ".join(cells) + " |\n")
    return "".join(rows)


def terms(recipe: Recipe) -> str:
    """What the terms of the data mean for whoever uses the weights, in a sentence."""
    sources = {source.data for stage in recipe.stage for source in stage.source}
    if all(SOURCES[name].any_use for name in sources) and not recipe.teacher:
        return "The licence of every set allows any use; CC BY 4.0 asks that its makers be named.\n"
    return (
        "The weights carry what these sets teach; whoever uses the model for more than research "
        "should read each set's terms, AGPL-3.0 and the sets without a licence first.\n"
    )


def teacher(recipe: Recipe) -> str:
    """What a teacher's network taught besides labels, in words; empty where there is none."""
    taught = {
        (stage.name, source.data): ", ".join(source.soft)
        for stage in recipe.stage
        for source in stage.source
        if source.soft
    }
    if not taught:
        return ""
    said = "; ".join(f"{tasks} on {data} ({stage})" for (stage, data), tasks in taught.items())
    return (
        f"A larger model (`{Path(recipe.teacher).name}`) labelled sentences too: {said}; in "
        "brackets the stage of training. It learned from the same data sets, so that its labels "
        "carry what they teach.\n"
    )


def folded(recipe: Recipe) -> bool:
    """Whether the last stage learns from BABE, which is then cross-validated."""
    return any(source.data == "babe" for source in recipe.stage[-1].source)


def and_folds(recipe: Recipe) -> str:
    """The second command of a recipe that is cross-validated."""
    if not folded(recipe):
        return ""
    return (
        "; with cross-validation (about an hour and a half on two cores) `scripts/train_base.sh "
        "DATA_FOLDER`, or `scripts/crossvalidate_babe.py` and the first command with `--ship-again`"
    )


def fold_section(recipe: Recipe, folds: object) -> str:
    """Figures of cross-validation on BABE, or a sentence that says why there are none."""
    if not folded(recipe):
        return "BABE taught it nothing; docs/evaluation.md has the figures on it by transfer.\n"
    if not isinstance(folds, Mapping):
        return "BABE has no dev part here; its figures come from cross-validation, not yet run.\n"
    head = (
        f"BABE, {folds['n_folds']}-fold cross-validation (`scripts/crossvalidate_babe.py`; each "
        "fold's thresholds chosen on the other folds):\n\n"
        "| task | metric | value |\n|---|---|---|\n"
    )
    return head + "".join(
        f"| {task} | {metric} | {value:.3f} |\n"
        for task, found in folds["figures"].items()
        for metric, value in found.items()
    )

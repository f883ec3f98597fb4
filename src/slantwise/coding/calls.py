"""The commands of `slantwise code`, each in one call."""

from collections.abc import Sequence
from pathlib import Path

from slantwise.coding.agreement import Agreement, agreement
from slantwise.coding.exchange import Form, Import, export_sample, import_codings
from slantwise.coding.files import read_coded, read_sample, write_coded, write_sample
from slantwise.coding.records import Sample
from slantwise.coding.sampling import draw_sample
from slantwise.coding.settings import SampleSettings
from slantwise.run import open_run

PathLike = str | Path


def code_sample(run: PathLike, out: PathLike, settings: SampleSettings | None = None) -> Sample:
    """The sample drawn from a finished run; `sample.jsonl` and `key.jsonl` are written to `out`.

    Raises:
        RunError: there is no run, or it is not finished.
        CodingError: the run holds nothing to draw, or `out` holds another sample.
    """
    sample = draw_sample(open_run(Path(run)), settings)
    write_sample(sample, Path(out))
    return sample


def code_export(sample: PathLike, form: Form, out: PathLike) -> tuple[Path, ...]:
    """The files for the coders that were written to `out`; one a coder, and what the form needs.

    Raises:
        CodingError: the sample is damaged, or a file is there already.
        MissingExtraError: the form needs the extra `coding`.
    """
    return export_sample(read_sample(Path(sample)), form, Path(out))


def code_import(
    sample: PathLike,
    files: Sequence[PathLike],
    out: PathLike,
    *,
    coder: str = "",
    strict: bool = False,
) -> Import:
    """The codings read from coders' files and every problem; the codings are written to `out`.

    Raises:
        CodingError: a file cannot be read; with `strict`, any coding that cannot be taken.
        MissingExtraError: a form needs the extra `coding`.
    """
    drawn = read_sample(Path(sample))
    found = import_codings(drawn, [Path(file) for file in files], coder=coder, strict=strict)
    write_coded(found.coded, Path(out))
    return found


def code_agreement(coded: PathLike, *, n_resamples: int = 2000, seed: int = 20250412) -> Agreement:
    """Agreement of the coders, and error of the model, in a file of codings.

    Raises:
        CodingError: the file is missing or damaged.
    """
    return agreement(read_coded(coded), n_resamples=n_resamples, seed=seed)

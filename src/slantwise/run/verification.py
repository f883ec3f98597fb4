"""Whether a run folder holds what its manifest and receipts say: nothing missing, nothing twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from slantwise.errors import RunError
from slantwise.run.disk import leftovers
from slantwise.run.folder import RunFolder, open_run, result_digest
from slantwise.run.inputs import INPUTS, WRITTEN_AGAIN, list_damage
from slantwise.run.lock import holder
from slantwise.run.manifest import MANIFEST, Tally
from slantwise.run.parts import INDEX, MADE_BY, count_rows
from slantwise.run.receipts import RECEIPTS, Receipt, read_receipts
from slantwise.run.status import DO_AGAIN, Fault

_SHOWN = 20
_ANEW = "Analyse again into a new run."


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found on looking a run over.

    Attributes:
        path: the run folder.
        finished: whether the run says that it is finished.
        n_parts: parts looked over.
        counted: what the parts whose digest is right hold, counted in the parts themselves.
        result: the digest that names a finished run's result; empty where it is not finished.
        faults: what is wrong; empty where nothing is.
        remarks: what is not as usual but does no harm.
    """

    path: Path
    finished: bool
    n_parts: int
    counted: Tally
    result: str
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...] = ()


def verify_run(path: Path) -> Verification:
    """Look a run over: digests, counts, no article missing or twice, parts against the manifest.

    Reads every part once, one at a time. Of a run at work or stopped, the finished parts are
    looked over.

    Raises:
        RunError: there is no run at all in `path`.
    """
    try:
        run = open_run(path)
    except RunError as error:
        if not (path / MANIFEST).is_file():
            raise
        fault = Fault(str(path / MANIFEST), str(error), _ANEW)
        return Verification(path, False, 0, Tally(), "", (fault,))
    receipts = read_receipts(path)
    faults = [*_list_faults(run), *_gaps(run, receipts)]
    sound: list[Receipt] = []
    counted, made_by = Tally(), run.manifest.digest
    for receipt in receipts.values():
        found = list(_part_faults(run, receipt))
        if not found:
            tally, found = _content(run, receipt, made_by)
            counted += tally
            sound.append(receipt)
        faults += found
    faults += _twice(run, sound)
    if run.finished and not faults:
        faults += _end(run, list(receipts.values()), counted)
    return Verification(
        path=path,
        finished=run.finished,
        n_parts=len(receipts),
        counted=counted,
        result=run.manifest.result,
        faults=tuple(faults),
        remarks=tuple(_remarks(run, receipts)),
    )


def _list_faults(run: RunFolder) -> Iterator[Fault]:
    damage = list_damage(run.path, run.manifest.inputs)
    if damage:
        yield Fault(str(run.path / INPUTS), damage, WRITTEN_AGAIN)


def _gaps(run: RunFolder, receipts: dict[int, Receipt]) -> Iterator[Fault]:
    """Parts that should be there by the counts, and receipts that should not."""
    n_parts = run.manifest.n_parts
    where = str(run.path / RECEIPTS)
    if n_parts is not None:
        for index in sorted(set(range(n_parts)) - set(receipts))[:_SHOWN]:
            yield Fault(where, f"part {index} of {n_parts} has no receipt", DO_AGAIN)
        for index in sorted(set(receipts) - set(range(n_parts)))[:_SHOWN]:
            yield Fault(where, f"part {index} is beyond the {n_parts} of the manifest", _ANEW)
    size = run.manifest.shard_size
    for receipt in list(receipts.values())[:-1]:
        if receipt.tally.n_records != size:
            what = f"part {receipt.part} holds {receipt.tally.n_records} records, expected {size}"
            yield Fault(where, what, _ANEW)


def _part_faults(run: RunFolder, receipt: Receipt) -> Iterator[Fault]:
    damage = run.damage(receipt)
    if damage:
        yield Fault(str(run.part(receipt.part)), damage, DO_AGAIN)


def _content(run: RunFolder, receipt: Receipt, made_by: str) -> tuple[Tally, list[Fault]]:
    """What a part holds, and where it differs from its receipt or from the manifest."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = run.part(receipt.part)
    try:
        with pq.ParquetFile(path) as file:
            made = {
                name.decode(errors="replace"): value.decode(errors="replace")
                for name, value in (file.schema_arrow.metadata or {}).items()
            }
            columns = ["article.id", "words", "problems.list.element.fatal"]
            tally = count_rows(file.read(columns=columns).to_pylist())
    except (pa.ArrowInvalid, pa.ArrowKeyError, OSError) as error:
        return Tally(), [Fault(str(path), f"it cannot be read ({error})", DO_AGAIN)]
    faults = []
    if tally != receipt.tally:
        what = f"it holds {_told(tally)}, its receipt says {_told(receipt.tally)}"
        faults.append(Fault(str(path), what, _ANEW))
    if made.get(MADE_BY) != made_by:
        faults.append(Fault(str(path), "it was made with other settings or inputs", _ANEW))
    if made.get(INDEX) != str(receipt.part):
        what = f"it was made as part {made.get(INDEX, '(none)')}"
        faults.append(Fault(str(path), what, _ANEW))
    return tally, faults


def _twice(run: RunFolder, receipts: Sequence[Receipt]) -> list[Fault]:
    """Articles of one id; at most 20 are named."""
    import duckdb

    parts = [str(run.part(receipt.part)) for receipt in receipts]
    if not parts:
        return []
    rows = duckdb.execute(
        """
        SELECT article.id, count(*), string_agg(DISTINCT parse_filename(filename), ', '
                                                ORDER BY parse_filename(filename))
        FROM read_parquet(?, filename = true) WHERE article.id IS NOT NULL
        GROUP BY article.id HAVING count(*) > 1 ORDER BY article.id LIMIT ?
        """,
        [parts, _SHOWN],
    ).fetchall()
    where = str(run.path / "parts")
    return [
        Fault(where, f"article {id_!r} is there {n} times ({at})", _ANEW) for id_, n, at in rows
    ]


def _end(run: RunFolder, receipts: Sequence[Receipt], counted: Tally) -> Iterator[Fault]:
    """A finished run against its manifest's totals."""
    where, manifest = str(run.path / MANIFEST), run.manifest
    if manifest.total != counted:
        said = _told(manifest.total) if manifest.total else "nothing"
        yield Fault(where, f"it says {said}, the parts hold {_told(counted)}", _ANEW)
    if result_digest(receipts) != manifest.result:
        yield Fault(where, "its digest of the result is not that of the parts", _ANEW)


def _remarks(run: RunFolder, receipts: dict[int, Receipt]) -> Iterator[Fault]:
    at_work = holder(run.path)
    if at_work:
        what = f"the run is at work ({at_work}); its finished parts were looked over"
        yield Fault(str(run.path), what, "Look again when it is finished.")
    elif not run.finished:
        what = "the run is not finished; its finished parts were looked over"
        yield Fault(str(run.path), what, "Go on with the slantwise analyze command that began it.")
    if not at_work:
        known = {run.part(index) for index in receipts}
        for path in sorted({*(run.path / "parts").glob("*.parquet")} - known):
            yield Fault(str(path), "it has no receipt and is not counted", "Nothing need be done.")
        for path in leftovers(run.path):
            what = "a dead process left it behind"
            yield Fault(str(path), what, "It goes when the run goes on, or delete it.")


def _told(tally: Tally) -> str:
    return (
        f"{tally.n_records} records ({tally.n_articles} articles, {tally.n_not_analysed} not "
        f"analysed, {tally.n_remarks} remarks, {tally.n_words} words)"
    )

"""A run's references and predicates as DuckDB tables, joined with the events they belong to.

Everything that grows with the run is counted inside DuckDB, which spills to disk; Python sees
only the rows that are shown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from slantwise.errors import RunError
from slantwise.run import RunFolder

if TYPE_CHECKING:
    import duckdb

MEMORY = "600MB"
"""What DuckDB may hold before it spills to disk."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a counted article belongs.

    Attributes:
        article: its id.
        outlet: its outlet.
        event: its event; "" where the run has no shared events.
    """

    article: str
    outlet: str
    event: str


_TABLES = """
CREATE VIEW part AS SELECT * FROM read_parquet({paths}, union_by_name=true);
CREATE TABLE wording AS
SELECT p.rank, p.outlet_number AS outlet, p.event_number AS event, r.actor, 'named' AS role,
       r.text AS words, '' AS lemma, r.form, r.plain, r.voice, r.speaker,
       r.sentence, r.start, r.end
FROM (SELECT article.id AS id, unnest("references") AS r FROM part WHERE article IS NOT NULL) t
JOIN place p ON p.article = t.id;
INSERT INTO wording
SELECT rank, outlet, event, side.actor, side.role, q.text, q.lemma, q.form, false, q.voice,
       q.speaker, q.sentence, q.start, q.end
FROM (SELECT p.rank, p.outlet_number AS outlet, p.event_number AS event, q,
             unnest([{{'actor': q.agent.actor,
                       'role': CASE WHEN q.speech THEN 'says' ELSE 'does' END}},
                     {{'actor': CASE WHEN NOT q.speech THEN q.patient.actor END,
                       'role': 'undergoes'}}]) AS side
      FROM (SELECT article.id AS id, unnest(predicates) AS q FROM part
            WHERE article IS NOT NULL) t
      JOIN place p ON p.article = t.id)
WHERE side.actor IS NOT NULL;
"""
"""Outlets and events stand as numbers (outlets by the alphabet) and articles as their rank, for
counting what is distinct in numbers takes a fraction of the memory that strings take."""


@contextmanager
def opened(run: RunFolder, placings: Sequence[Placing]) -> Iterator["duckdb.DuckDBPyConnection"]:
    """A database with the tables `place` and `wording` of a run.

    Raises:
        RunError: a part is damaged.
    """
    import duckdb
    import pyarrow as pa

    with TemporaryDirectory() as work:
        base = duckdb.connect(str(Path(work) / "wording.duckdb"))
        try:
            # One thread: ties in counts then come in the same order every time.
            base.execute(f"SET memory_limit = '{MEMORY}'; SET threads = 1")
            base.execute(f"SET temp_directory = '{work}/spill'")
            base.register("placed", _placing_table(pa, placings))
            base.execute("CREATE TABLE place AS SELECT * FROM placed")
            base.execute(_TABLES.format(paths=_listed(run.parts())))
            yield base
        except duckdb.IOException as error:
            raise RunError(f"{run.path} is damaged ({error}); analyse into a new run.") from error
        finally:
            base.close()


def _placing_table(pa: Any, placings: Sequence[Placing]) -> Any:
    outlet = {name: number for number, name in enumerate(outlet_names(placings))}
    event: dict[str, int] = {}
    events = [event.setdefault(p.event, len(event)) for p in placings]
    return pa.table(
        {
            "article": pa.array([p.article for p in placings], pa.string()),
            "outlet": pa.array([p.outlet for p in placings], pa.string()),
            "event": pa.array([p.event for p in placings], pa.string()),
            "rank": pa.array(range(len(placings)), pa.int64()),
            "outlet_number": pa.array([outlet[p.outlet] for p in placings], pa.int64()),
            "event_number": pa.array(events, pa.int64()),
        }
    )


def outlet_names(placings: Iterable[Placing]) -> list[str]:
    """Names of the outlets by the number that they have in `wording`."""
    return sorted({placing.outlet for placing in placings})


def _listed(paths: Iterable[Path]) -> str:
    quoted = ("'" + str(path).replace("'", "''") + "'" for path in paths)
    return "[" + ", ".join(quoted) + "]"


Place = tuple[str, int]
"""Article id and index of a sentence."""


def sentences(
    base: "duckdb.DuckDBPyConnection", wanted: Iterable[Place]
) -> Mapping[Place, tuple[str, int]]:
    """Text of the wanted sentences and where each starts in its article; none for none."""
    import pyarrow as pa

    places = sorted(set(wanted))
    if not places:
        return {}
    table = pa.table(
        {
            "id": pa.array([article for article, _ in places], pa.string()),
            "number": pa.array([number for _, number in places], pa.int64()),
        }
    )
    base.register("wanted", table)
    rows = base.execute(
        """
        SELECT w.id, w.number, s.start,
               substring(part.article.text, s.start + 1, s.end - s.start)
        FROM wanted w
        JOIN part ON part.article.id = w.id,
        LATERAL (SELECT unnest([sentences[w.number + 1]], recursive := false) AS s)
        """
    ).fetchall()
    base.unregister("wanted")
    return {(id_, number): (text, start) for id_, number, start, text in rows}

"""Engines and what they share: order, one at fault among many, and a machine at fault."""

import pytest

from slantwise.errors import RunError
from slantwise.pipeline.engines import AnalysisFailedError, InProcess, Search, attempted
from slantwise.pipeline.shards import Shard, analyse, shards
from slantwise.pipeline.share import ReadShare
from slantwise.pipeline.stand_in import StandIn
from slantwise.records import AnalysedArticle, Article, Problem, Source, Span
from slantwise.run import Inputs, Manifest, start_run

BODY = "The council put off its vote on the bridge again, and the mayor said nothing about it. " * 3


def article(number: int, words: str = "") -> Article:
    raw = f"{BODY}{words}"
    return Article(f"a{number}", "North", raw, None, (Span(0, len(raw)),), Source("x.txt"))


def ids(outcomes):
    return [o.id if isinstance(o, AnalysedArticle) else f"!{o.article_id}" for o in outcomes]


class Fragile(StandIn):
    """Fails on articles that say so; the word in them says how often."""

    def __init__(self, *, failures: int = 10**6) -> None:
        super().__init__()
        self.left = failures

    def read_cleaned(self, articles):
        for article in articles:
            if "FRAGILE" in article.text and self.left:
                self.left -= 1
                raise ZeroDivisionError("division by zero")
            yield from super().read_cleaned([article])


def test_shards_hold_the_records_in_order_and_the_last_the_rest():
    records = [article(n) for n in range(5)]
    made = list(shards(records, 2, ReadShare()))
    assert [shard.index for shard in made] == [0, 1, 2]
    assert [len(shard.records) for shard in made] == [2, 2, 1]
    assert [r for shard in made for r in shard.records] == records
    assert list(shards([], 2, ReadShare())) == []


def test_the_digest_of_a_shard_tells_records_apart():
    one, other = Shard(0, (article(1), article(2))), Shard(0, (article(2), article(1)))
    assert one.digest == Shard(7, (article(1), article(2))).digest
    assert one.digest != other.digest
    assert Shard(0, (article(1, "a"),)).digest != Shard(0, (article(1, "b"),)).digest
    lone = Article("x", "", "\ud800", None, (Span(0, 1),), Source("x.txt"))
    assert len(Shard(0, (lone,)).digest) == 64


def test_problems_keep_their_place_among_the_articles():
    problem = Problem("ingest", "empty-file", "it is empty", Source("e.txt"), "e")
    assert ids(analyse([article(1), problem, article(2)], StandIn())) == ["a1", "!e", "a2"]
    assert analyse([], StandIn()) == []


@pytest.mark.parametrize("at", [0, 3, 6])
def test_the_record_at_fault_becomes_a_problem_and_the_others_are_kept(at):
    records = [article(n, "FRAGILE" if n == at else "") for n in range(7)]
    reader = Fragile()
    outcomes = Search(lambda some: attempted(some, reader)).outcomes(records)
    assert ids(outcomes) == [f"!a{n}" if n == at else f"a{n}" for n in range(7)]
    problem = outcomes[at]
    assert (problem.stage, problem.reason, problem.fatal) == ("pipeline", "analysis-failed", True)
    assert "ZeroDivisionError: division by zero" in problem.message
    assert problem.source == Source("x.txt")


def test_a_failure_by_chance_is_laid_at_nobodys_door():
    # Together (1), the half with it (2), alone (3): the fourth attempt succeeds.
    reader = Fragile(failures=3)
    records = [article(n, "FRAGILE" if n == 1 else "") for n in range(4)]
    with pytest.raises(AnalysisFailedError):
        attempted(records, reader)
    assert ids(Search(lambda some: attempted(some, reader)).outcomes(records)) == [
        *("a0", "a1", "a2", "a3")
    ]


def test_record_after_record_failing_stops_the_run():
    records = [article(n, "FRAGILE") for n in range(120)]
    with pytest.raises(RunError, match="failed on 100 records in a row"):
        Search(lambda some: attempted(some, Fragile())).outcomes(records)


def test_nothing_gives_nothing():
    assert Search(lambda some: attempted(some, StandIn())).outcomes([]) == []


def test_the_engine_in_process_stages_every_shard_and_names_no_part(tmp_path):
    run = start_run(tmp_path / "run", Manifest({"model": "stand-in"}, Inputs(), 2))
    records = [article(n, "FRAGILE" if n == 2 else "") for n in range(5)]
    done = list(InProcess(run.writer(), Fragile()).run(shards(records, 2, ReadShare())))
    assert [item.staged.part for item in done] == [0, 1, 2]
    assert run.parts() == []
    for item in reversed(done):
        run.commit(item.staged)
    assert ids(run.read()) == ["a0", "a1", "!a2", "a3", "a4"]


def test_the_share_of_files_counts_by_their_bytes():
    # a.txt 200 bytes, b.zip 1,000: half of b's text seen is (200 + 500) / 1200.
    share = ReadShare([("a.txt", 200), ("b.zip", 1000)], n_bytes=1200)
    share.see(Article("1", "", "x" * 500, None, (), Source("b.zip/one.txt")))
    assert share.share == pytest.approx(700 / 1200)
    share.see(Article("2", "", "x" * 501, None, (), Source("b.zip/two.txt")))
    assert share.share is None  # 1,001 characters of 1,000 packed bytes: the end cannot be told
    assert ReadShare().share is None


def problem_of(path: str) -> Problem:
    return Problem("ingest", "empty-file", "it is empty", Source(path))


def test_files_without_records_are_passed_and_unknown_paths_move_nothing():
    # Of 400 bytes: b is at 100 + 100 when it is met, though a gave nothing.
    share = ReadShare([("a", 100), ("a2", 100), ("b", 100), ("c", 100)], n_bytes=400)
    share.see(problem_of("nowhere"))
    assert share.share is None
    share.see(problem_of("b"))
    assert share.share == pytest.approx(0.5)
    share.see(problem_of("bb"))  # no file below b, and none of the list
    assert share.share is None
    share.see(problem_of("b"))
    assert share.share == pytest.approx(0.5)
    share.see(problem_of("c/x/y"))
    assert share.share == pytest.approx(0.75)


def test_the_share_holds_few_of_many_files():
    given = 0

    def files():
        nonlocal given
        for number in range(100_000):
            given += 1
            yield str(number), 1

    share = ReadShare(files(), n_bytes=100_000)
    share.see(problem_of("0"))
    assert given < 5000
    for number in range(9_000):
        share.see(problem_of(str(number)))
    assert share.share == pytest.approx(8_999 / 100_000)

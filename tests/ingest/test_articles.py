from slantwise.ingest import IngestSettings
from slantwise.ingest.articles import Settler
from slantwise.ingest.drafts import Draft, Note
from slantwise.outlets import Outlet, OutletTable
from slantwise.records import Article, Problem, Source, Span


def draft(**values: object) -> Draft:
    given = {"source": Source("a.csv", "row 1"), "raw": "One.", "title": None, "key": "a.csv#1",
             "body": (Span(0, 4),), "outlet": "X"}  # fmt: skip
    return Draft(**{**given, **values})  # type: ignore[arg-type]


def settled(*drafts: Draft, **settings: object) -> list[Article | Problem]:
    settler = Settler(IngestSettings(**settings))  # type: ignore[arg-type]
    return [item for one in drafts for item in settler.settle(one)]


def test_the_first_of_two_ids_is_kept_and_the_second_reported() -> None:
    first, second = settled(
        draft(id="7", source=Source("a.csv", "row 1")),
        draft(id="7", source=Source("b.csv", "row 9")),
    )
    assert isinstance(first, Article)
    assert isinstance(second, Problem)
    assert (second.reason, second.article_id, second.fatal) == ("duplicate-id", "7", True)
    assert second.message.startswith("b.csv, row 9: the id '7' was used before, in a.csv;")


def test_an_id_that_is_made_gives_way_to_one_that_was_given() -> None:
    given, made = settled(draft(id="a.csv#1"), draft())
    assert isinstance(made, Article)
    assert isinstance(given, Article)
    assert (given.id, made.id) == ("a.csv#1", "a.csv#1~2")


def test_problems_come_before_their_article_and_do_not_stop_it() -> None:
    note = Note("guessed-encoding", "guessed.")
    found = settled(draft(date="04/05/2021", notes=(note,)), draft(key="k", date="soonish"))
    reasons = [item.reason if isinstance(item, Problem) else item.id for item in found]
    assert reasons == ["guessed-encoding", "ambiguous-date", "a.csv#1", "unreadable-date", "k"]
    ambiguous = found[1]
    assert isinstance(ambiguous, Problem)
    assert not ambiguous.fatal
    assert ambiguous.article_id == "a.csv#1"
    assert "'04/05/2021' could be day/month or month/day" in ambiguous.message


def test_a_folder_that_nobody_named_is_said_to_be_the_outlet() -> None:
    silent = settled(draft(outlet="", folder="herald"))
    said = settled(draft(outlet="", folder="herald", named=True))
    assert [item.outlet for item in silent if isinstance(item, Article)] == ["herald"]
    assert [item.reason for item in said if isinstance(item, Problem)] == ["outlet-from-folder"]


def test_the_order_of_dates_can_be_said() -> None:
    (article,) = settled(draft(date="04/05/2021"), date_order="day-first")
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.month, article.published.day) == (5, 4)


def test_the_outlet_is_the_settings_the_files_the_folders_or_the_hosts() -> None:
    one = draft(folder="folder", url="https://www.example.org/a")
    assert [a.outlet for a in settled(one, outlet="Set") if isinstance(a, Article)] == ["Set"]
    found = [
        item.outlet
        for item in settled(
            one,
            draft(key="b", outlet="", folder="folder", url="https://example.org/a"),
            draft(key="c", outlet="", url="https://www.example.org/a"),
            draft(key="d", outlet=""),
        )
        if isinstance(item, Article)
    ]
    assert found == ["X", "folder", "example.org", ""]


TABLE = OutletTable(
    [
        Outlet("h", "The Coast Herald", domains=("herald.example",)),
        Outlet("e", "East Wire Press", kind="agency", marks=("EWP",)),
    ]
)


def resolved(settings: IngestSettings | None = None, **fields: str) -> Article:
    raw = "(EWP) - The bridge was closed."
    body = (Span(0, len(raw)),)
    draft = Draft(Source("a.csv", "row 1"), raw, None, body, "a#1", **fields)  # type: ignore[arg-type]
    (article,) = (
        record
        for record in Settler(settings or IngestSettings(), TABLE).settle(draft)
        if isinstance(record, Article)
    )
    return article


def test_a_known_outlet_gets_its_name_and_keeps_what_was_written() -> None:
    article = resolved(outlet="COAST HERALD.")
    assert (article.outlet, article.outlet_given) == ("The Coast Herald", "COAST HERALD.")
    article = resolved(url="https://www.herald.example/a")
    assert (article.outlet, article.outlet_given) == ("The Coast Herald", "herald.example")


def test_an_unknown_outlet_stays_as_it_is_and_so_does_the_users() -> None:
    article = resolved(outlet="COAST Mail.")
    assert (article.outlet, article.outlet_given) == ("COAST Mail.", "")
    article = resolved(IngestSettings(outlet="coast herald"), outlet="X")
    assert (article.outlet, article.outlet_given) == ("coast herald", "")


def test_agencies_and_precision_are_resolved() -> None:
    article = resolved(outlet="X", date="2 May 2024, 11:21")
    assert article.agencies == ("East Wire Press",)
    assert article.precision == "minute"

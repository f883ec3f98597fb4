"""The formats that can be read: the table, and how a file's is recognised by its content.

A further format is one module with a recogniser and a reader, and one entry in `FORMATS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from slantwise.errors import SettingsError
from slantwise.ingest.arrow import is_arrow, read_arrow
from slantwise.ingest.basil import is_basil, read_basil
from slantwise.ingest.columns import FIELDS
from slantwise.ingest.content import Head
from slantwise.ingest.databases.factiva_html import is_factiva_html, read_factiva_html
from slantwise.ingest.databases.factiva_rtf import is_rtf, read_factiva_rtf
from slantwise.ingest.databases.factiva_xml import is_factiva_xml, read_factiva_xml
from slantwise.ingest.databases.nexis_docx import read_nexis_docx
from slantwise.ingest.databases.nexis_html import is_nexis_html, read_nexis_html
from slantwise.ingest.databases.nexis_txt import is_nexis_txt, read_nexis_txt
from slantwise.ingest.databases.proquest_txt import is_proquest_txt, read_proquest_txt
from slantwise.ingest.databases.proquest_xml import is_proquest_xml, read_proquest_xml
from slantwise.ingest.databases.word_paragraphs import is_docx
from slantwise.ingest.delimited import read_delimited
from slantwise.ingest.dialects import is_table
from slantwise.ingest.drafts import Draft, Listed
from slantwise.ingest.files import InputFile
from slantwise.ingest.json_lines import is_json_lines, read_json_lines
from slantwise.ingest.json_values import is_json, read_json
from slantwise.ingest.pages import is_page, read_page
from slantwise.ingest.parquet import is_parquet, read_parquet
from slantwise.ingest.problems import problem
from slantwise.ingest.refused import refusal
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.texts import has_text_name, is_text, read_text
from slantwise.ingest.web.gdelt import is_gkg, read_gkg
from slantwise.ingest.web.news_please import is_news_please, read_news_please
from slantwise.ingest.web.newsml import is_newsml, read_newsml
from slantwise.ingest.web.ninjs import is_ninjs, read_ninjs
from slantwise.ingest.web.syndication import is_feed, read_feed
from slantwise.ingest.web.url_lists import is_media_cloud, read_url_list
from slantwise.ingest.web.warc import is_warc, read_warc
from slantwise.records import Problem

Reader = Callable[[InputFile, IngestSettings], Iterator[Draft | Listed | Problem]]

_OF_EXPORTS = ("id", "outlet", "title", "body", "date", "byline", "section", "language")
_OF_PAGES = ("outlet", "title", "body", "date", "url", "byline", "section", "language")


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file that articles come in.

    Attributes:
        name: what `--format` calls it.
        description: what it is, for `slantwise formats`.
        recognise: whether a file that begins so is of this format.
        read: gives the file's articles, and problems for those it cannot read.
        suffixes: how the names of such files usually end.
        known_by: what in the file `recognise` goes by, in words.
        fields: fields of an article that it can give.
        is_general: whether much else looks like it, so that forms known to be unreadable are
            looked for first.
    """

    name: str
    description: str
    recognise: Callable[[Head], bool]
    read: Reader
    suffixes: tuple[str, ...] = ()
    known_by: str = ""
    fields: tuple[str, ...] = ()
    is_general: bool = False


FORMATS: tuple[Format, ...] = (
    Format(
        "nexis-docx", "Nexis Uni or Lexis+ export (DOCX)", is_docx, read_nexis_docx,
        suffixes=(".docx",), known_by="a Word document", fields=_OF_EXPORTS,
    ),
    Format(
        "nexis-html", "Nexis UK export (HTML)", is_nexis_html, read_nexis_html,
        suffixes=(".html",), known_by="comments <DOC NUMBER=1>", fields=_OF_EXPORTS,
    ),
    Format(
        "factiva-html", "Factiva export (HTML)", is_factiva_html, read_factiva_html,
        suffixes=(".html",), known_by="title Factiva, or div.article of its classes",
        fields=_OF_EXPORTS,
    ),
    Format(
        "factiva-xml", "Factiva export (XML)", is_factiva_xml, read_factiva_xml,
        suffixes=(".xml",), known_by="root ppsArticle or its list", fields=_OF_EXPORTS,
    ),
    Format(
        "factiva-rtf", "Factiva export (RTF)", is_rtf, read_factiva_rtf,
        suffixes=(".rtf",), known_by="first bytes {\\rtf", fields=_OF_EXPORTS,
    ),
    Format(
        "proquest-txt", "ProQuest export (text)", is_proquest_txt, read_proquest_txt,
        suffixes=(".txt",), known_by="lines of 60 underscores", fields=_OF_EXPORTS,
    ),
    Format(
        "proquest-xml", "ProQuest TDM Studio records (XML)", is_proquest_xml, read_proquest_xml,
        suffixes=(".xml",), known_by="root RECORD with ProQuest's elements", fields=_OF_EXPORTS,
    ),
    Format(
        "nexis-txt", "old Nexis export (text)", is_nexis_txt, read_nexis_txt,
        suffixes=(".txt",), known_by="a line such as 1 of 10 DOCUMENTS", fields=_OF_EXPORTS,
    ),
    Format(
        "parquet", "Parquet table", is_parquet, read_parquet,
        suffixes=(".parquet",), known_by="first bytes PAR1", fields=FIELDS,
    ),
    Format(
        "arrow", "Arrow table; a folder of them is a data set saved by the library datasets",
        is_arrow, read_arrow,
        suffixes=(".arrow", ".feather"),
        known_by="first bytes ARROW1, or an Arrow stream by bytes and name",
        fields=FIELDS,
    ),
    Format(
        "warc", "web archive (WARC): pages that servers answered with", is_warc, read_warc,
        suffixes=(".warc", ".warc.gz"), known_by="first bytes WARC/",
        fields=_OF_PAGES,
    ),
    Format(
        "basil", "article of the BASIL corpus (JSON)", is_basil, read_basil,
        suffixes=(".json",), known_by="keys body-paragraphs and triplet-uuid or pair-uuid",
        fields=("id", "outlet", "title", "body", "date", "url", "event"),
    ),
    Format(
        "news-please", "JSON of the crawler news-please", is_news_please, read_news_please,
        suffixes=(".json", ".jsonl"), known_by="keys maintext and source_domain or date_publish",
        fields=("outlet", "title", "body", "date", "url", "byline", "language"),
    ),
    Format(
        "ninjs", "ninjs 1 to 3, the JSON of news agencies", is_ninjs, read_ninjs,
        suffixes=(".json",), known_by="key uri and two more that ninjs names",
        fields=("id", "outlet", "title", "body", "date", "url", "byline", "section", "language"),
    ),
    Format(
        "newsml-g2", "NewsML-G2, the XML of news agencies", is_newsml, read_newsml,
        suffixes=(".xml",), known_by="root newsItem or newsMessage in IPTC's namespace",
        fields=("id", "outlet", "title", "body", "date", "url", "byline", "language"),
    ),
    Format(
        "feed", "saved RSS or Atom feed; its summaries may be joined to pages", is_feed, read_feed,
        suffixes=(".rss", ".atom", ".xml"), known_by="root rss, feed or rdf:RDF with entries",
        fields=("id", "outlet", "title", "body", "date", "url", "byline", "language"),
    ),
    Format(
        "gdelt", "GDELT GKG 2: addresses, joined to text given with --texts", is_gkg, read_gkg,
        suffixes=(".gkg.csv",), known_by="record number, date and collection, parted by tabs",
        fields=("id", "outlet", "title", "date", "url", "byline"),
    ),
    Format(
        "url-list", "Media Cloud CSV and other tables of addresses, joined to text given with "
        "--texts", is_media_cloud, read_url_list,
        suffixes=(".csv",), known_by="columns media_name, media_url, publish_date and url",
        fields=("id", "outlet", "title", "date", "url", "byline", "section", "language"),
    ),
    Format(
        "html", "saved web page, with its JSON-LD and meta tags", is_page, read_page,
        suffixes=(".html", ".htm"), known_by="doctype or tags of HTML near the beginning",
        fields=_OF_PAGES,
        is_general=True,
    ),
    Format(
        "jsonl", "JSON Lines, one article a line", is_json_lines, read_json_lines,
        suffixes=(".jsonl", ".ndjson"), known_by="objects line by line", fields=FIELDS,
        is_general=True,
    ),
    Format(
        "json", "JSON: an array of articles, or one article", is_json, read_json,
        suffixes=(".json",), known_by="an array of objects, or an object", fields=FIELDS,
        is_general=True,
    ),
    Format(
        "csv", "CSV or TSV table", is_table, read_delimited,
        suffixes=(".csv", ".tsv"), known_by="even rows below usual names of columns",
        fields=FIELDS, is_general=True,
    ),
    Format(
        "text", "plain text, one article a file", is_text, read_text,
        suffixes=(".txt",), known_by="any text that is nothing else",
        fields=("id", "outlet", "title", "body", "date", "url", "event", "byline", "language"),
        is_general=True,
    ),
)  # fmt: skip
"""In the order in which they are tried: the first that recognises a file reads it."""


def format_named(name: str) -> Format:
    """The format of that name.

    Raises:
        SettingsError: there is none.
    """
    for entry in FORMATS:
        if entry.name == name:
            return entry
    known = ", ".join(entry.name for entry in FORMATS)
    raise SettingsError(f"there is no format {name!r}; expected one of {known}")


def recognised(file: InputFile, head: Head) -> Format | Problem:
    """The format that the file's beginning shows; a problem where it is none that is read."""
    if not head.content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        message = "the file is empty; expected an article. Save it again, or take it out."
        return problem(file.source(), "empty-file", message)
    entry = next((entry for entry in FORMATS if entry.recognise(head)), None)
    what = refusal(head) if entry is None or entry.is_general else ""
    if what:
        message = f"the file is {what}."
        return problem(file.source(), "unsupported-format", message)
    if entry is not None and entry.read is read_text and not (file.named or has_text_name(head)):
        message = (
            f"the file is passed over: a name ending in {head.suffix} is not usual for articles "
            "as text. If it is one, name the file itself, or use --format text."
        )
        return problem(file.source(), "not-an-article", message, fatal=False)
    if entry is not None:
        return entry
    message = (
        "the file is binary and no form of article that is read; expected text, HTML, CSV, JSON "
        "or Parquet. Save its text, or take it out of the folder."
    )
    return problem(file.source(), "binary-file", message)

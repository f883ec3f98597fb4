"""The formats that can be read: the table, and how a file's is recognised by its content.

A further format is one module with a recogniser and a reader, and one entry in `FORMATS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from slantwise.errors import SettingsError
from slantwise.ingest.basil import is_basil, read_basil
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
from slantwise.ingest.drafts import Draft
from slantwise.ingest.files import InputFile
from slantwise.ingest.json_lines import is_json_lines, read_json_lines
from slantwise.ingest.json_values import is_json, read_json
from slantwise.ingest.pages import is_page, read_page
from slantwise.ingest.parquet import is_parquet, read_parquet
from slantwise.ingest.problems import problem
from slantwise.ingest.refused import refusal
from slantwise.ingest.settings import IngestSettings
from slantwise.ingest.texts import has_text_name, is_text, read_text
from slantwise.records import Problem

Reader = Callable[[InputFile, IngestSettings], Iterator[Draft | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file that articles come in.

    Attributes:
        name: what `--format` calls it.
        description: what it is, for `slantwise formats`.
        recognise: whether a file that begins so is of this format.
        read: gives the file's articles, and problems for those it cannot read.
    """

    name: str
    description: str
    recognise: Callable[[Head], bool]
    read: Reader


_DATABASES: tuple[Format, ...] = (
    Format("nexis-docx", "Nexis Uni or Lexis+ export (DOCX)", is_docx, read_nexis_docx),
    Format("nexis-html", "Nexis UK export (HTML)", is_nexis_html, read_nexis_html),
    Format("factiva-html", "Factiva export (HTML)", is_factiva_html, read_factiva_html),
    Format("factiva-xml", "Factiva export (XML)", is_factiva_xml, read_factiva_xml),
    Format("factiva-rtf", "Factiva export (RTF)", is_rtf, read_factiva_rtf),
    Format("proquest-txt", "ProQuest export (text)", is_proquest_txt, read_proquest_txt),
    Format("proquest-xml", "ProQuest TDM Studio records (XML)", is_proquest_xml, read_proquest_xml),
    Format("nexis-txt", "old Nexis export (text)", is_nexis_txt, read_nexis_txt),
)
FORMATS: tuple[Format, ...] = (
    *_DATABASES,
    Format("parquet", "Parquet table", is_parquet, read_parquet),
    Format("basil", "article of the BASIL corpus (JSON)", is_basil, read_basil),
    Format("html", "saved web page", is_page, read_page),
    Format("jsonl", "JSON Lines, one article a line", is_json_lines, read_json_lines),
    Format("json", "JSON: an array of articles, or one article", is_json, read_json),
    Format("csv", "CSV or TSV table", is_table, read_delimited),
    Format("text", "plain text, one article a file", is_text, read_text),
)
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
    entry = next((entry for entry in _DATABASES if entry.recognise(head)), None)
    if entry is not None:
        return entry
    what = refusal(head)
    if what:
        message = f"the file is {what}."
        return problem(file.source(), "unsupported-format", message)
    entry = next((entry for entry in FORMATS if entry.recognise(head)), None)
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

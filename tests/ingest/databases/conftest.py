"""Small exports in each database's layout, of text that we wrote."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

import pytest

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Line = str | tuple[str, str]
"""A paragraph of a DOCX: its text, or a bookmark and its text; "\\n" is a line break."""

NEXIS_DOCX: Sequence[Line] = (
    "User Name: A READER",
    "Date and Time: Monday, March 9, 2026 7:08:00 PM GMT",
    "Documents (3)",
    "1. Bridge over the Orr is closed",
    "Client/Matter: -None-",
    "2. Both sides claim the harbour vote",
    "3. Ferry fares to rise",
    ("Bookmark_1", ""),
    "Bridge over the Orr is closed",
    "The Example(London)",
    "March 2, 2026 Monday 9:20 AM GMT",
    "",
    "\nCopyright 2026 Example Newspapers Limited All Rights Reserved",
    "Section:\u00a0NEWS; Pg. 4",
    "Length:\u00a028 words",
    "Byline:\u00a0Ann Lee in Orrmouth",
    "Highlight:\u00a0Engineers found cracks in its piers",
    ("Body", "Body"),
    "",
    "ABSTRACT",
    "What the abstract says is not the article.",
    "FULL TEXT",
    "The bridge over the Orr was closed on Monday after engineers found cracks in its piers.",
    "Length: of the detour, ten miles, drivers said.",
    "\nhttps://example.test/news/bridge",
    ("Classification", "Classification"),
    "",
    "Language:\u00a0ENGLISH",
    "\nPublication-Type:\u00a0Newspaper",
    "\nSubject:\u00a0BRIDGES (93%); RIVERS (71%)",
    "\nLoad-Date:\u00a0March 2, 2026",
    "",
    "\nEnd of Document",
    "",
    ("Bookmark_2", ""),
    "HARBOUR;\nBoth sides claim the harbour vote  - Correction Appended",
    " The Sample Post",
    "March 3, 2026 Tuesday,  Late Edition - Final",
    "\n Correction Appended",
    "\nCopyright 2026 The Sample Post Company",
    "Length:\u00a024 words",
    ("Body_0", "Body"),
    "",
    "Unionists and reformers each said on Tuesday that the vote on the harbour was theirs.",
    "The count ends on Friday, the clerk said.",
    ("Correction", "Correction"),
    "A picture caption misnamed the clerk.",
    "\nGraphic",
    "",
    "PHOTO: The clerk at her desk",
    "\nLoad-Date:\u00a0March 3, 2026",
    "",
    "\nEnd of Document",
    ("Bookmark_3", ""),
    "Ferry fares to rise",
    "Beispiel Kurier",
    "4. März 2026 Mittwoch 11:21 PM GMT+1",
    "Length:\u00a08 words",
    ("Body_1", "Body"),
    "Fares rise by a tenth in May.",
    "\nEnd of Document",
)

NEXIS_TXT = """\ufeff

Download Request: Selected Items: 1-3
Terms: (bridge) and not (TYPE(web))

                               1 of 3 DOCUMENTS



                              The Example (London)

                             March 2, 2026 Monday
                                  Edition 1;
                                    Scotland

Bridge over the Orr is closed after engineers find cracks in both of its stone
piers

BYLINE: Ann Lee

SECTION: NEWS; Pg. 4

LENGTH: 51 words


The bridge over the Orr was closed on Monday after engineers found cracks in
its piers. No one was hurt, police said, but the town was left with one road
to the coast.

PARIS: The town of that name upriver offered boats.

LANGUAGE: a matter of taste, the mayor said of the row, and went home early.

So the day ended.

LOAD-DATE: March 2, 2026

LANGUAGE: ENGLISH

GRAPHIC: The bridge, seen from
the quay

PUBLICATION-TYPE: Newspaper


                   Copyright 2026 Example Newspapers Limited
                              All Rights Reserved

                               2 of 3 DOCUMENTS

                   Copyright 2026 The Sample Post Company
                                The Sample Post

                            March 3, 2026 Tuesday
                              Late Edition - Final

SECTION: Section A; Column 1

LENGTH: 14 words

HEADLINE: Both sides claim the harbour vote

BYLINE: By BO EK

DATELINE: ORRMOUTH, March 2

BODY:

Unionists and reformers each said on Tuesday that the vote on the harbour was
theirs.

URL: http://sample.test/harbour

SUBJECT: HARBOURS (90%); ELECTIONS (80%)

LOAD-DATE: March 3, 2026

                               3 of 3 DOCUMENTS

                                 The Example

                            March 4, 2026 Wednesday

Ferry fares to rise

LENGTH: 7 words

Fares rise by a tenth in May.

LANGUAGE: ENGLISH
""".replace("\n", "\r\n")

NEXIS_TXT_GERMAN = """
                            Dokument 1 von 1



                                Beispiel Kurier

                      27. Februar 2026 Freitag 9:50 PM GMT+1

Brücke gesperrt

AUTOR: Eva Muster

RUBRIK: LOKALES; S. 3 Ausg. 8

LÄNGE: 10 Wörter

HIGHLIGHT: Risse in beiden Pfeilern.; http://beispiel.test/bruecke

BERLIN: Die Brücke über die Orr ist seit Montag gesperrt.

GRAFIK: Die Brücke

UPDATE: 28. Februar 2026

SPRACHE: GERMAN; DEUTSCH

ZEITUNGS-CODE: bk

                 Copyright 2026 Beispiel Verlag GmbH
"""

NEXIS_TXT_FRENCH = """
                            Document 1 de 1



                               Le Modèle

                           samedi 14 mars 2026

Le pont est fermé

AUTEUR: Luc Martin

RUBRIQUE: RÉGIONS; Pg. 5

LONGUEUR: 9 mots

ENCART: Des fissures dans les piles

PARIS: Le pont sur l'Orr est fermé depuis lundi.

DATE-CHARGEMENT: 14 mars 2026

LANGUE: FRENCH; FRANÇAIS

TYPE-PUBLICATION: Journal
"""

_NEXIS_HTML_DOC = """<A NAME="DOC_ID_{n}_0"></A><!-- Hide XML section from browser
<DOC NUMBER=1>
<DOCFULL> -->
<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{n} of 2 DOCUMENTS</SPAN></P>
</DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">{outlet}</SPAN></P>
</DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{date}</SPAN><SPAN CLASS="c2">&nbsp;</SPAN></P>
</DIV>
<BR><DIV CLASS="c4"><P CLASS="c5"><SPAN CLASS="c6">{title}</SPAN></P>
</DIV>
{labels}<BR><DIV CLASS="c4"><P CLASS="c5"><SPAN CLASS="c2">&nbsp;</SPAN></P>
{body}</DIV>
{tail}<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">Copyright 2026 {outlet}<BR>All rights
reserved</SPAN></P>
</DIV>
<!-- Hide XML section from browser
</DOCFULL>
</DOC> -->
"""


def _box(label: str, value: str) -> str:
    spans = f'<SPAN CLASS="c7">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN>'
    return f'<BR><DIV CLASS="c4"><P CLASS="c5">{spans}</P>\n</DIV>\n'


NEXIS_HTML = (
    '<HTML>\n<HEAD><STYLE TYPE="text/css"><!--\n.c0 { text-align: center; }\n--></STYLE></HEAD>\n'
    + _NEXIS_HTML_DOC.format(
        n=1,
        outlet="The Example (London)",
        date="March 2, 2026",
        title="Bridge closed &amp; ferry full",
        labels=_box("BYLINE", "By ANN LEE") + _box("LENGTH", "18 words"),
        body='<P CLASS="c8"><SPAN CLASS="c2"> The bridge over the </SPAN><SPAN CLASS="c4">Orr</SPAN>'
        '<SPAN CLASS="c2"> was closed on Monday.</SPAN></P>\n<P CLASS="c8"></P>\n'
        '<P CLASS="c8"><SPAN CLASS="c7">PARIS: </SPAN><SPAN CLASS="c2">Boats came.<BR>'
        "So did buses, the mayor said.</SPAN></P>\n",
        tail=_box("LOAD-DATE", "March 2, 2026") + _box("LANGUAGE", "ENGLISH"),
    )
    + _NEXIS_HTML_DOC.format(
        n=2,
        outlet="Beispiel Kurier",
        date="3. M&auml;rz 2026 Dienstag 7:05 AM GMT+1",
        title="Beide Seiten feiern",
        labels=_box("RUBRIK", "HAFEN") + _box("L&Auml;NGE", "9 W&ouml;rter"),
        body='<P CLASS="c8"><SPAN CLASS="c2">Beide Lager sehen sich als Sieger der Wahl.</SPAN></P>',
        tail=_box("SPRACHE", "GERMAN; DEUTSCH"),
    )
    + "</BODY>\n</HTML>\n"
)


def _row(code: str, value: str) -> str:
    return (
        f'<tr><td align="right" valign="top" class="index"><b>{code}</b></td><td>{value}</td></tr>'
    )


FACTIVA_HTML_CODED = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>'
    '<title>Factiva</title></head><body><div class="article frArticle"><table>'
    + _row("SE", "R&eacute;gions")
    + _row("HD", '<b class="frHeadline">Le pont est ferm&eacute;</b>')
    + _row("BY", "Luc Martin")
    + _row("WC", "13 mots")
    + _row("PD", "14 mars 2026")
    + _row("ET", "15:32")
    + _row("SN", "Le Modèle")
    + _row("SC", "MODELE")
    + _row("LA", "Français")
    + _row("CY", "(c) 2026 Le Modèle.")
    + _row("LP", '<p class="articleParagraph frarticleParagraph">Le pont est\n fermé.</p>')
    + _row("TD", '<p class="articleParagraph">Des bateaux le remplacent.</p><p>Dès lundi.</p>')
    + _row("NS", "<br/>gtrans : Transport | gcat : General News")
    + _row("AN", "<br/>Document MODELE0020260314em3e0001r")
    + "</table><br/></div></body></html>"
)

_UNCODED = """<div id="article-{an}" class="article"><div class="article {ui}Article"><p>
</p>{above}<div id="hd"><span class="{ui}Headline counted">{title}</span>
</div>{author}<div>{count}</div><div>{date}</div>{time}<div>{outlet}</div><div>{code}</div>
<div>{language}</div><div>{rights}</div>
<p></p>
{body}
<p>{publisher}</p><p>{word} {an}</p></div></div><br><span></span>"""


def uncoded(**changes: str) -> str:
    """A Factiva article without codes."""
    values = {
        "an": "EXMPL00020260302em320001a", "ui": "en", "above": "<div>News</div>",
        "title": "1) Bridge closed", "author": '<div class="author">Ann Lee</div>',
        "count": "12 words", "date": "2 March 2026", "time": "", "outlet": "The Example",
        "code": "EXMPL", "language": "English", "rights": "(c) 2026 Example Newspapers",
        "body": '<p class="articleParagraph enarticleParagraph">The <b>bridge</b> was closed.</p>'
        '<p class="articleParagraph enarticleParagraph">The U-<b>Bahn</b> runs\non.</p>'
        "<p>A caption of the picture</p>",
        "publisher": "Example Newspapers Limited", "word": "Document",
    }  # fmt: skip
    return _UNCODED.format(**{**values, **changes})


FACTIVA_HTML_UNCODED = (
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">'
    "<title>Factiva</title></head><body>"
    + uncoded()
    + uncoded(
        an="BSPKR00020260303em330002b",
        ui="de",
        above="",
        title="2) Beide Seiten feiern",
        author="<div>Reuters</div>",
        count="1.007 Wörter",
        date="3 März 2026",
        time="<div>07:05</div>",
        outlet="Beispiel Kurier",
        code="BSPKR",
        language="Deutsch",
        rights="© 2026 Beispiel Verlag",
        body='<p class="articleParagraph">'
        + "Beide Lager sehen sich vorn. " * 201
        + "Schluss.</p>",
        word="Dokument",
    )
    + "</body></html>"
)

FACTIVA_XML = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
<ppsarticleResultSet count="2">
<ppsarticle><article>
<accessionNo>EXMPL00020260302em320001a</accessionNo>
<baseLanguage>EN</baseLanguage>
<byline><paragraph>By Ann Lee</paragraph></byline>
<copyright>(c) 2026 Example Newspapers </copyright>
<headline><paragraph lang="EN"><hlt>Bridge</hlt> closed</paragraph></headline>
<leadParagraph><paragraph>The <hlt>bridge</hlt> was
 closed.</paragraph></leadParagraph>
<publicationDate><dateTime>2026-03-02T01:35:58Z</dateTime></publicationDate>
<sectionName>News</sectionName>
<sourceName>The Example</sourceName>
<newsSubject code="gtrans"><name>Transport</name></newsSubject>
<tailParagraphs><paragraph>Boats came.</paragraph><paragraph>So did buses.</paragraph></tailParagraphs>
<wordCount>9</wordCount>
</article></ppsarticle>
<ppsarticle><article>
<accessionNo>SMPLP00020260303em330002b</accessionNo>
<baseLanguage>EN</baseLanguage>
<credit>Reuters</credit>
<headline><paragraph>Both sides claim the vote</paragraph></headline>
<publicationDate><date>2026-03-03</date></publicationDate>
<sourceName>The Sample Post</sourceName>
<tailParagraphs><paragraph>Unionists and reformers each claimed it.</paragraph></tailParagraphs>
<wordCount>6</wordCount>
</article></ppsarticle>
</ppsarticleResultSet></ppsArticleResponse></PPSResponse>
"""

FACTIVA_RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}}
{\stylesheet{\s1 Heading;}}
\pard Bridge closed\par Example News\par\par
\page
HD\par {\b Bridge closed on\par Monday}\par BY\par Ann Lee\par WC\par 13 words\par PD\par 2 March 2026\par
ET\par 09:20\par SN\par The Example\par SC\par EXMPL\par LA\par English\par CY\par (c) 2026 Example\par
LP\par The bridge was closed \u55357?\u56834? in Orrmouth caf\'e9s.\par
TD\par Boats came.\par PD: nobody knew what that meant.\par
IN\par i75 : Airlines\par
PUB\par Example Newspapers\par AN\par Document EXMPL00020260302em320001a\par
Page 1 of 2 \'a9 2026 Factiva, Inc. All rights reserved.\par
\page
{\trowd \intbl HD\cell Both sides claim the vote\cell\row}
{\trowd \intbl WC\cell 6 words\cell\row}{\trowd \intbl PD\cell 3 March 2026\cell\row}
{\trowd \intbl SN\cell The Sample Post\cell\row}{\trowd \intbl LA\cell English\cell\row}
{\trowd \intbl TD\cell Unionists and reformers each claimed it.\cell\row}
{\trowd \intbl AN\cell Document SMPLP00020260303em330002b\cell\row}
\page
Lokales\par Br\u252?cke gesperrt\par Von Eva Muster\par 9 W\'f6rter\par 4 M\'e4rz 2026\par
Beispiel Kurier\par BSPKR\par Deutsch\par \'a9 2026 Beispiel Verlag\par\par
Die Br\'fccke \'fcber die Orr ist gesperrt.\par Seit Montag.\par
Beispiel Verlag GmbH\par Dokument BSPKR00020260304em340003c\par
\page
Search Summary\par Text\par bridge\par Results Found\par 3\par
}"""

PROQUEST_TXT = f"""
{"_" * 60}

Unions warn of strike over ferries

Author: Lee, Ann; Ek, Bo

Publication info: Example Times ; London (UK) [London (UK)]. 02 Mar 2026: A.1.

ProQuest document link

Abstract: What the abstract says is not the article.

Full text: Unions warned on Monday: strikes will follow.

Location: the quay, at noon, was where they met.

"We will not wait," said Ana Ruiz.

Subject: Ferries; Strikes

Location: United Kingdom--UK

Title: Unions warn of strike over ferries

Publication title: Example Times; London (UK)

Publication date: Mar 2, 2026

Section: News

Language of publication: English

ProQuest document ID: 1234567890

Document URL: https://www.proquest.test/docview/1234567890

{"_" * 60}

Owners call the strike unlawful

Full text: Owners said on Tuesday that the strike was unlawful.

Title: Owners call the strike unlawful

Publication title: The Sample Post

Publication date: Mar 3, 2026

ProQuest document ID: 1234567891

{"_" * 60}

Contact us at: http://about.proquest.test/go/contact Database copyright 2026
"""

PROQUEST_XML = """<?xml version="1.0" encoding="UTF-8"?>
<RECORD><Version>Global_Schema_v5</Version><GOID>879751809</GOID><NumericDate>2026-03-02</NumericDate>
<Obj><TitleAtt><Title>Unions warn of strike</Title></TitleAtt>
<ObjectTypes><mstar>News</mstar></ObjectTypes>
<Contributors><Contributor><Author><LastName>Lee</LastName><OriginalForm>Lee, Ann</OriginalForm></Author>
</Contributor><Contributor><Author><OriginalForm>Ek, Bo</OriginalForm></Author></Contributor></Contributors>
<Language><RawLang>English</RawLang><ISO><ISOCode>ENG</ISOCode></ISO></Language>
<NumericDate>20260302</NumericDate><Abstract>Not the article.</Abstract></Obj>
<DFS><PubFrosting><Title>Example Times</Title></PubFrosting></DFS>
<TextInfo><Text WordCount="9">&lt;html&gt;&lt;head&gt;&lt;title&gt;x&lt;/title&gt;&lt;/head&gt;&lt;body&gt;
&lt;p&gt;Unions warned &lt;b&gt;owners&lt;/b&gt; on Monday.&lt;/p&gt;&lt;p&gt;Strikes follow &amp;amp; last.&lt;/p&gt;
&lt;/body&gt;&lt;/html&gt;</Text></TextInfo></RECORD>
"""


@pytest.fixture(scope="session")
def make_docx() -> Callable[..., bytes]:
    """Makes a DOCX of paragraphs (`Line`)."""
    return _docx


def _docx(lines: Sequence[Line], *, before: str = "", extra: str = "") -> bytes:
    body = "".join(map(_paragraph, lines))
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?>{before}<w:document xmlns:w="{W}"><w:body>'
        f"{body}{extra}</w:body></w:document>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/styles.xml", "<w:styles/>")
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def _paragraph(line: Line) -> str:
    mark, text = line if isinstance(line, tuple) else ("", line)
    start = f'<w:bookmarkStart w:id="1" w:name={quoteattr(mark)}/>' if mark else ""
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in text.split("\n")
    )
    return f'<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr>{start}{runs}</w:p>'


@pytest.fixture(scope="session")
def exports() -> Mapping[str, bytes]:
    """A small export by the name of its format; several of one format have a number behind it."""
    texts = {
        "nexis-txt": NEXIS_TXT,
        "nexis-txt-2": NEXIS_TXT_GERMAN,
        "nexis-txt-3": NEXIS_TXT_FRENCH,
        "nexis-html": NEXIS_HTML,
        "factiva-html": FACTIVA_HTML_CODED,
        "factiva-html-2": FACTIVA_HTML_UNCODED,
        "factiva-xml": FACTIVA_XML,
        "factiva-rtf": FACTIVA_RTF,
        "proquest-txt": PROQUEST_TXT,
        "proquest-xml": PROQUEST_XML,
    }
    return {
        "nexis-docx": _docx(NEXIS_DOCX),
        **{name: text.encode() for name, text in texts.items()},
    }

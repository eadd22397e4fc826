"""Builds real files for the readers' tests: Word files from raw parts, PDFs by reportlab, saved news pages."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from briefing import readers
from briefing.errors import SourceError
from briefing.model import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
LEADING = 14.0


def kinds(source: Source) -> list[tuple[str, str]]:
    """The passages as (kind, text)."""
    return [(str(passage.kind), passage.span.cut(source.text)) for passage in source.passages]


def texts(source: Source) -> list[str]:
    return [passage.span.cut(source.text) for passage in source.passages]


def assert_sound(source: Source) -> None:
    """Every passage cuts visible text without blanks at its ends; in order, apart, numbered from 1."""
    position = 0
    for number, passage in enumerate(source.passages, start=1):
        said = passage.span.cut(source.text)
        assert passage.number == number
        assert said
        assert said == said.strip()
        assert passage.span.start >= position
        assert source.pages is None or passage.page is not None
        position = passage.span.end
    assert position <= len(source.text)
    assert source.passages


def sound_or_refused(data: bytes, name: str) -> None:
    """Reading gives a sound source or raises a `SourceError` that names the file, and nothing else."""
    try:
        source: Source | SourceError = readers.read_bytes(data, name)
    except SourceError as error:
        source = error
    if isinstance(source, SourceError):
        assert source.path == name
    else:
        assert_sound(source)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    stated = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{stated}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word_file(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this XML in its body, and further parts of the `word` folder by name ("footnotes.xml")."""
    more = dict(parts or {})
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{name.removesuffix(".xml")}" Target="{name}"/>'
        for number, name in enumerate(more)
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE_RELATIONSHIPS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": (
                f'<Relationships xmlns="{_PACKAGE_RELATIONSHIPS}">{related}</Relationships>'
            ),
            **{f"word/{name}": content for name, content in more.items()},
        }
    )


def word_part(root: str, content: str) -> str:
    """A part of a Word file with the usual namespaces."""
    return f"<w:{root} {_NAMESPACES}>{content}</w:{root}>"


def pdf_file(
    pages: Iterable[Callable[[Canvas], None]],
    title: str = "",
    author: str = "",
    canvas: Callable[[BytesIO], Canvas] | None = None,
) -> bytes:
    """A PDF each of whose pages one function draws."""
    buffer = BytesIO()
    made = canvas(buffer) if canvas else Canvas(buffer, pagesize=A4, invariant=1)
    if title:
        made.setTitle(title)
    if author:
        made.setAuthor(author)
    for draw in pages:
        draw(made)
        made.showPage()
    made.save()
    return buffer.getvalue()


def draw_lines(
    canvas: Canvas,
    lines: Sequence[str],
    top: float = 740.0,
    left: float = 72.0,
    size: float = 11.0,
    font: str = "Helvetica",
) -> float:
    """Draws the lines one below the other; gives the height below them."""
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(left, top, line)
        top -= LEADING * size / 11.0
    return top


NEWS_PAGE = """<!DOCTYPE html>
<!-- saved from url=(0043)https://www.harbourpost.example/2024/ferry/ -->
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry service halted after engine fire | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="Ferry service halted after engine fire">
<meta name="author" content="Username">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "Harbour Post", "url": "https://www.harbourpost.example/"},
 {"@type": "NewsArticle", "headline": "Ferry service halted after engine fire",
  "datePublished": "2024-03-05T18:20:00+01:00", "dateModified": "2024-03-07T09:00:00+01:00",
  "author": [{"@type": "Person", "name": "Ines Valdovar"}, {"@type": "Person", "name": "Tom Ashgrove"}],
  "publisher": {"@type": "Organization", "name": "Harbour Post"},
  "mainEntityOfPage": "https://www.harbourpost.example/2024/ferry/"}]}</script>
<style>body { color: black }</style></head>
<body><header><a href="/">Harbour Post</a></header>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li></ul></nav>
<div id="cookie-consent" class="cookie-banner"><p>We value your privacy. We and our 842 partners use cookies.</p>
<button>Accept all</button></div>
<main><article><h1>Ferry service halted after engine fire</h1>
<p class="byline">By Ines Valdovar and Tom Ashgrove</p>
<p>All sailings between Norvik and the outer islands were halted on Tuesday after a fire in an engine room, the port
authority said. Some 340 passengers were taken ashore by lifeboats and nobody was seriously hurt, according to
<a href="/coastguard">the coastguard</a>.</p>
<p>The operator, Sund Lines, said the 31-year-old vessel had passed an inspection in January. &ldquo;We will not sail
again until we know the cause,&rdquo; its managing director, Petra Holm, told reporters.</p>
<h2>What the inspectors found</h2>
<p>A report from the maritime inspectorate had listed nine faults in the fuel system, two of them serious.<br>
The operator says all nine had been repaired.</p>
<ul><li>Sailings to Norvik are cancelled until Friday at the earliest.</li>
<li>Freight goes by way of the southern port of Aldhaven.</li></ul>
<table><tr><th>Route</th><th>Passengers a day</th></tr><tr><td>Norvik</td><td>1,150</td></tr>
<tr><td>Aldhaven</td><td>420</td></tr></table>
<p>The islands have no airport, and the regional government said it would charter two smaller ships for food.</p>
</article></main>
<aside><h3>Most read</h3><ol><li><a href="/a">Ten recipes for herring</a></li>
<li><a href="/b">Cup final tickets</a></li></ol></aside>
<footer><p>Copyright 2024 Harbour Post. All rights reserved. <a href="/imprint">Imprint</a></p></footer>
<script>track("page");</script></body></html>
"""

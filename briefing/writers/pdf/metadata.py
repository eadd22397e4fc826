"""What the file says about itself: the information dictionary and its twin, the XMP packet."""

from __future__ import annotations

import re
from datetime import date
from xml.sax.saxutils import escape

from briefing.blocks import Document

PRODUCER = "Briefing Desk (reportlab, pikepdf)"
UNTITLED = "Briefing"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{author}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{dates}<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>PDF/UA version identifier</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _clean(text: str) -> str:
    """The text without what XML forbids: control characters and lone surrogates."""
    return _NOT_XML.sub("", " ".join(text.split()))


def _day(document: Document) -> date | None:
    """The document's date, where it is a full one."""
    try:
        return date.fromisoformat(document.date)
    except ValueError:
        return None


def pdf_date(document: Document) -> str:
    """The document's date as the format writes dates, or ""."""
    day = _day(document)
    return f"D:{day:%Y%m%d}000000Z" if day else ""


def information(document: Document) -> dict[str, str]:
    """The information dictionary; the dates are the document's own or none, for there is no clock here."""
    entries = {"/Title": _clean(document.title) or UNTITLED, "/Author": _clean(document.author), "/Producer": PRODUCER}
    day = pdf_date(document)
    if day:
        entries["/CreationDate"] = entries["/ModDate"] = day
    return {key: value for key, value in entries.items() if value}


def xmp(document: Document, part: int) -> bytes:
    """The XMP packet: title, author, language, dates, and the standards the file keeps (PDF/A-2 or -3 by `part`)."""
    day, name = _day(document), escape(_clean(document.author))
    dates = ""
    if day is not None:
        stamp = f"{day.isoformat()}T00:00:00Z"
        dates = f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>\n"
    return _PACKET.format(
        title=escape(_clean(document.title) or UNTITLED),
        author=f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>\n" if name else "",
        language=escape(_clean(document.language or "en-GB")),
        dates=dates,
        producer=PRODUCER,
        part=part,
    ).encode()

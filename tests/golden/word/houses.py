"""House-like Word files made by script: what ministries' templates look like, and what is wrong with real ones.

Each is a small file written part by part, so that faults can be put in which no Word library would write.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Members = dict[str, str]
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WML}.document.main+xml"
_STORE = "{11111111-2222-3333-4444-555555555555}"


def text(*pieces: str) -> str:
    """A paragraph with one run for each piece."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces)
    return f"<w:p>{runs}</w:p>"


def control(tag: str, inner: str, more: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{tag}"/><w:tag w:val="{tag}"/><w:id w:val="{sum(map(ord, tag))}"/>{more}'
        f"</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )


def style(identity: str, name: str, more: str = "", kind: str = "paragraph", default: bool = False) -> str:
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{mark}><w:name w:val="{name}"/>{more}</w:style>'


def relation(number: int, kind: str, target: str, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1700" w:right="1134" w:bottom="1134" w:left="1418" '
    'w:header="600" w:footer="500" w:gutter="0"/></w:sectPr>'
)


def letter() -> Members:
    """A plain letterhead: fields in the header, body and footer, a few styles of its own."""
    return {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_WML}.styles+xml"/>'
            f'<Override PartName="/word/settings.xml" ContentType="{_WML}.settings+xml"/>'
            f'<Override PartName="/word/header1.xml" ContentType="{_WML}.header+xml"/>'
            f'<Override PartName="/word/footer1.xml" ContentType="{_WML}.footer+xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_RELS}">{relation(1, "officeDocument", "word/document.xml")}</Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_RELS}">{relation(1, "styles", "styles.xml")}'
            f"{relation(2, 'settings', 'settings.xml')}{relation(3, 'header', 'header1.xml')}"
            f"{relation(4, 'footer', 'footer1.xml')}</Relationships>"
        ),
        "word/document.xml": (
            f"<w:document {_NS}><w:body>{text('Ministry of Supply')}"
            f"{text('Brief', 'ing: {{ Ti', 'tle }} of {{', 'date}}')}{text('{{Body}}')}"
            f"{text('End of the house’s text.')}{_SECTION}</w:body></w:document>"
        ),
        "word/styles.xml": (
            f'<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
            '<w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
            + style("Normal", "Normal", default=True)
            + style("Heading1", "heading 1", '<w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
            + "</w:styles>"
        ),
        "word/settings.xml": f'<w:settings {_NS}><w:defaultTabStop w:val="708"/></w:settings>',
        "word/header1.xml": f"<w:hdr {_NS}>{text('Supply | {{Mark', 'ing}}')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_NS}>{text('Ref {{reference}}')}</w:ftr>",
    }


def to_bytes(members: Members) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return stream.getvalue()


def _swap(members: Members, name: str, old: str, new: str) -> None:
    if old not in members[name]:
        raise ValueError(f"{old} is not in {name}")
    members[name] = members[name].replace(old, new)


def _body(members: Members, new: str) -> None:
    _swap(members, "word/document.xml", text("{{Body}}"), new)


def _part(members: Members, number: int, kind: str, name: str, content_type: str, content: str) -> None:
    _swap(
        members, "word/_rels/document.xml.rels", "</Relationships>", relation(number, kind, name) + "</Relationships>"
    )
    override = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
    _swap(members, "[Content_Types].xml", "</Types>", override)
    members[f"word/{name}"] = content


def macros(members: Members) -> None:
    _swap(members, "[Content_Types].xml", _MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml")
    _part(members, 20, "vbaProject", "vbaProject.bin", "application/vnd.ms-office.vbaProject", "Sub AutoOpen()")
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    _swap(members, "word/_rels/document.xml.rels", f"{_OFFICE}/vbaProject", kind)


def dotx(members: Members) -> None:
    _swap(members, "[Content_Types].xml", _MAIN, f"{_WML}.template.main+xml")


def dotm(members: Members) -> None:
    _swap(members, "[Content_Types].xml", _MAIN, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml")


def dangling(members: Members) -> None:
    """Relationships to parts that are not there, and broken properties."""
    core = f"{_RELS.replace('/relationships', '/relationships/metadata/core-properties')}"
    more = relation(8, "thumbnail", "docProps/thumbnail.jpeg") + relation(9, "x", "NULL").replace(f"{_OFFICE}/x", core)
    _swap(members, "_rels/.rels", "</Relationships>", more + "</Relationships>")
    lost = relation(21, "customXml", "../customXml/item9.xml") + relation(22, "image", "media/gone.png")
    _swap(members, "word/_rels/document.xml.rels", "</Relationships>", lost + "</Relationships>")


def other_case(members: Members) -> None:
    members["word/Styles.XML"] = members.pop("word/styles.xml")


def attached_template(members: Members) -> None:
    members["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{_RELS}">'
        f"{relation(1, 'attachedTemplate', 'https://example.org/evil.dotm', external=True)}</Relationships>"
    )
    _swap(members, "word/settings.xml", "<w:defaultTabStop", '<w:attachedTemplate r:id="rId1"/><w:defaultTabStop')


def linked_picture(members: Members) -> None:
    fetched = relation(23, "image", "https://example.org/pixel.png", external=True)
    _swap(members, "word/_rels/document.xml.rels", "</Relationships>", fetched + "</Relationships>")


def update_fields(members: Members) -> None:
    _swap(members, "word/settings.xml", "</w:settings>", '<w:updateFields w:val="true"/></w:settings>')


def no_settings(members: Members) -> None:
    del members["word/settings.xml"]
    _swap(members, "word/_rels/document.xml.rels", relation(2, "settings", "settings.xml"), "")


def localised(members: Members) -> None:
    """Ids in German, as German Word writes them; names are English all the same."""
    _swap(members, "word/styles.xml", 'w:styleId="Heading1"', 'w:styleId="berschrift1"')
    _swap(members, "word/styles.xml", '"Normal" w:default', '"Standard" w:default')
    _swap(members, "word/styles.xml", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Standard"/>')


def broken_chain(members: Members) -> None:
    more = style("Lead", "Lead", '<w:basedOn w:val="Gone"/><w:next w:val="AlsoGone"/><w:link w:val="LeadChar"/>')
    _swap(members, "word/styles.xml", "</w:styles>", more + "</w:styles>")


def clashing_ids(members: Members) -> None:
    """Other styles under the ids ours would take, and bookmarks under our names."""
    more = style("Title", "House Title") + style("Evidence", "Beweis") + style("ListBullet", "Own list")
    _swap(members, "word/styles.xml", "</w:styles>", more + "</w:styles>")
    marks = "".join(
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'
        for number, name in enumerate(("Source_1", "cite_1", "l_s0123456789ab_0_62", "section_1"), 5)
    )
    _swap(
        members, "word/document.xml", '<w:p><w:r><w:t xml:space="preserve">Ministry', f"<w:p>{marks}<w:r><w:t>Ministry"
    )


def own_numbering(members: Members) -> None:
    numbering = (
        f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="4">'
        '<w:abstractNumId w:val="3"/></w:num><w:numIdMacAtCleanup w:val="1"/></w:numbering>'
    )
    _part(members, 24, "numbering", "numbering.xml", f"{_WML}.numbering+xml", numbering)


def own_notes(members: Members) -> None:
    notes = "".join(
        f'<w:{{kind}} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name}/></w:r></w:p></w:{{kind}}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    for number, kind in ((25, "footnote"), (26, "endnote")):
        own = f'<w:{kind} w:id="7">{text(f"A {kind} of the house.")}</w:{kind}>'
        content = f"<w:{kind}s {_NS}>{notes.format(kind=kind)}{own}</w:{kind}s>"
        _part(members, number, f"{kind}s", f"{kind}s.xml", f"{_WML}.{kind}s+xml", content)
        reference = f'<w:r><w:{kind}Reference w:id="7"/></w:r><w:r><w:t xml:space="preserve">End'
        _swap(members, "word/document.xml", '<w:r><w:t xml:space="preserve">End', reference)


def own_comments(members: Members) -> None:
    content = f'<w:comments {_NS}><w:comment w:id="3" w:author="Clerk">{text("Check.")}</w:comment></w:comments>'
    _part(members, 27, "comments", "comments.xml", f"{_WML}.comments+xml", content)
    marked = '<w:r><w:commentReference w:id="3"/></w:r><w:r><w:t xml:space="preserve">End'
    _swap(members, "word/document.xml", '<w:r><w:t xml:space="preserve">End', marked)


def bound_values(members: Members) -> None:
    place = 'w:prefixMappings="xmlns:h=\'urn:house\'" w:xpath="/h:card[1]/h:name[1]"'
    binding = f'<w:dataBinding {place} w:storeItemID="{_STORE}"/>'
    first = control("Title", "<w:r><w:t>Old</w:t></w:r>", binding + "<w:text/>")
    second = control("whatever", "<w:r><w:t>Old</w:t></w:r>", binding + "<w:text/>")
    _swap(members, "word/document.xml", text("{{Body}}"), f"<w:p>{first}</w:p><w:p>{second}</w:p>{text('{{Body}}')}")
    members["customXml/item1.xml"] = '<card xmlns="urn:house"><name>Old</name></card>'
    members["customXml/_rels/item1.xml.rels"] = (
        f'<Relationships xmlns="{_RELS}">{relation(1, "customXmlProps", "itemProps1.xml")}</Relationships>'
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    members["customXml/itemProps1.xml"] = f'<ds:datastoreItem xmlns:ds="{space}" ds:itemID="{_STORE}"/>'
    more = relation(28, "customXml", "../customXml/item1.xml") + "</Relationships>"
    _swap(members, "word/_rels/document.xml.rels", "</Relationships>", more)


def in_text_box(members: Members, *pieces: str) -> None:
    inner = f"<w:txbxContent>{text(*(pieces or ('Box: {{Tit', 'le}}')))}</w:txbxContent>"
    box = (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="9" name="Box" descr="A box"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr/>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>"
    )
    _swap(members, "word/document.xml", text("{{Body}}"), box + text("{{Body}}"))


def body_control(members: Members) -> None:
    _body(members, control("Body", text("Click to enter the briefing."), "<w:showingPlcHdr/>"))


def body_control_inline(members: Members) -> None:
    _body(members, f"<w:p>{control('body', '<w:r><w:t>Here</w:t></w:r>')}</w:p>")


def body_in_cell(members: Members) -> None:
    grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/>'
    grid += '<w:gridCol w:w="7000"/></w:tblGrid>'
    cells = f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{text("{{author}}")}</w:tc>'
    cells += f'<w:tc><w:tcPr><w:tcW w:w="7000" w:type="dxa"/></w:tcPr>{text("{{Body}}")}</w:tc>'
    _body(members, f"<w:tbl>{grid}<w:tr>{cells}</w:tr></w:tbl><w:p/>")


def body_cell_control(members: Members) -> None:
    grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
    cell = control("Body", f'<w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{text("Here")}</w:tc>')
    _body(members, f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl><w:p/>")


def body_beside_text(members: Members) -> None:
    _body(members, text("Dear Minister, {{", "bo", "dy}} as asked."))


def body_before_section_break(members: Members) -> None:
    wide = _SECTION.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    _body(members, text("{{Body}}").replace("<w:p>", f"<w:p><w:pPr>{wide}</w:pPr>"))


def no_body(members: Members) -> None:
    _body(members, "")


def no_section(members: Members) -> None:
    _swap(members, "word/document.xml", _SECTION, "")


def two_columns(members: Members) -> None:
    _swap(members, "word/document.xml", "</w:sectPr>", '<w:cols w:num="2" w:space="600"/></w:sectPr>')


def first_and_even_pages(members: Members) -> None:
    _swap(members, "word/document.xml", "</w:sectPr>", "<w:titlePg/></w:sectPr>")
    _swap(members, "word/settings.xml", "<w:defaultTabStop", "<w:evenAndOddHeaders/><w:defaultTabStop")


def no_header(members: Members) -> None:
    _swap(members, "word/document.xml", '<w:headerReference w:type="default" r:id="rId3"/>', "")
    _swap(members, "word/document.xml", '<w:footerReference w:type="default" r:id="rId4"/>', "")


def old_contents(members: Members) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    first = (
        f'<w:p>{sign.format("begin")}<w:r><w:instrText>TOC \\o "1-2" \\h</w:instrText></w:r>{sign.format("separate")}'
    )
    last = f"<w:p><w:r><w:t>Old entry 2</w:t></w:r>{sign.format('end')}</w:p>"
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    inner = f"{text('Contents')}{first}<w:r><w:t>Old entry 1</w:t></w:r></w:p>{last}"
    made = f'<w:sdt><w:sdtPr><w:id w:val="5"/>{gallery}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
    _body(members, made + text("{{Body}}"))


def contents_field(members: Members) -> None:
    _body(members, text("{{Contents}}") + text("{{Body}}"))


def proofed(members: Members) -> None:
    """Word's own debris between the letters of a field."""
    split = '<w:p><w:r><w:t>{{</w:t></w:r><w:proofErr w:type="spellStart"/>'
    split += '<w:r w:rsidR="000000AA"><w:t>Auth</w:t></w:r>'
    split += '<w:bookmarkStart w:id="99" w:name="_GoBack"/><w:bookmarkEnd w:id="99"/><w:r><w:t>or}}</w:t></w:r></w:p>'
    _body(members, split + text("{{Body}}"))


def date_picker(members: Members) -> None:
    more = '<w:showingPlcHdr/><w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
    _body(members, f"<w:p>{control('Date', '<w:r><w:t>Pick</w:t></w:r>', more)}</w:p>{text('{{Body}}')}")


def tracked(members: Members) -> None:
    change = '<w:ins w:id="1" w:author="Clerk"><w:r><w:t>new </w:t></w:r></w:ins><w:del w:id="2" w:author="Clerk"><w:r>'
    change += "<w:delText>{{title}}</w:delText></w:r></w:del>"
    _body(members, f"<w:p>{change}</w:p>{text('{{Body}}')}")


def property_fields(members: Members) -> None:
    """The title and the reference shown by Word's own fields."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> DOCPROPERTY  Reference \\* MERGEFORMAT </w:instrText></w:r>'
    shown = f"{sign.format('separate')}<w:r><w:t>Old</w:t></w:r><w:r><w:t> ref</w:t></w:r>{sign.format('end')}"
    simple = '<w:fldSimple w:instr=" TITLE "><w:r><w:t>Old title</w:t></w:r></w:fldSimple>'
    page = f"{sign.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{sign.format('separate')}"
    page += f"<w:r><w:t>7</w:t></w:r>{sign.format('end')}"
    made = f"<w:p>{simple}</w:p><w:p>{sign.format('begin')}{code}{shown}</w:p><w:p>{page}</w:p></w:hdr>"
    _swap(members, "word/header1.xml", "</w:hdr>", made)


def theme_fonts(members: Members) -> None:
    """Fonts by theme, which win over fonts by name, and no theme part."""
    _swap(members, "word/styles.xml", 'w:ascii="Georgia"', 'w:asciiTheme="minorHAnsi" w:ascii="Georgia"')


def old_compatibility(members: Members) -> None:
    uri = "http://schemas.microsoft.com/office/word"
    mode = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="12"/></w:compat>'
    _swap(members, "word/settings.xml", "</w:settings>", f"{mode}</w:settings>")


def protected_forms(members: Members) -> None:
    lock = '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:defaultTabStop'
    _swap(members, "word/settings.xml", "<w:defaultTabStop", lock)


def tracking(members: Members) -> None:
    _swap(members, "word/settings.xml", "<w:defaultTabStop", "<w:trackRevisions/><w:defaultTabStop")


def mail_merge(members: Members) -> None:
    merge = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
    merge += '<w:dataSource r:id="rId1"/></w:mailMerge><w:defaultTabStop'
    _swap(members, "word/settings.xml", "<w:defaultTabStop", merge)
    members["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="{_RELS}">'
        f"{relation(1, 'mailMergeSource', 'file:///C:/people.txt', external=True)}</Relationships>"
    )


def building_blocks(members: Members) -> None:
    """A glossary part with a field of its own, which is no place of the document."""
    part = (
        f"<w:docPart><w:docPartPr><w:name w:val='x'/></w:docPartPr><w:docPartBody>{text('{{Titel}}')}</w:docPartBody>"
    )
    content = f"<w:glossaryDocument {_NS}><w:docParts>{part}</w:docPart></w:docParts></w:glossaryDocument>"
    _part(members, 29, "glossaryDocument", "glossary/document.xml", f"{_WML}.document.glossary+xml", content)


def foreign_chunk(members: Members) -> None:
    """A piece of HTML that Word would turn into text when it opens the file."""
    _part(members, 30, "aFChunk", "afchunk.html", "text/html", "<html><body>Chunk</body></html>")
    _swap(
        members,
        "word/document.xml",
        text("End of the house’s text."),
        f'{text("End of the house’s text.")}<w:altChunk r:id="rId30"/>',
    )


def fetching_field(members: Members) -> None:
    shown = "<w:r><w:t>Old</w:t></w:r>"
    simple = f'<w:p><w:fldSimple w:instr=" INCLUDETEXT https://example.org/x.docx ">{shown}</w:fldSimple></w:p>'
    _swap(members, "word/document.xml", text("Ministry of Supply"), text("Ministry of Supply") + simple)


def newer_words(members: Members) -> None:
    """Names of a later Word, to be passed over by who does not know them."""
    later = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
    _swap(members, "word/document.xml", f"<w:document {_NS}>", f"<w:document {_NS} {later}>")
    _swap(members, "word/document.xml", "<w:p>", '<w:p w14:paraId="77777777">')


def no_default_style(members: Members) -> None:
    _swap(members, "word/styles.xml", '"Normal" w:default="1"', '"Normal"')


FAULTS: tuple[Callable[[Members], None], ...] = (
    macros, dotx, dotm, dangling, other_case, attached_template, linked_picture, update_fields, no_settings, localised,
    broken_chain, clashing_ids, own_numbering, own_notes, own_comments, bound_values, in_text_box, no_section,
    two_columns, first_and_even_pages, no_header, property_fields, theme_fonts, old_compatibility, protected_forms,
    tracking, mail_merge, building_blocks, foreign_chunk, fetching_field, newer_words, no_default_style,
)  # fmt: skip
BODIES: tuple[Callable[[Members], None], ...] = (
    body_control, body_control_inline, body_in_cell, body_cell_control, body_beside_text, no_body, old_contents,
    contents_field, proofed, date_picker, tracked,
)  # fmt: skip


def house(*changes: Callable[[Members], None]) -> bytes:
    """The letterhead with these changes."""
    members = letter()
    for change in changes:
        change(members)
    return to_bytes(members)


def houses() -> Iterator[tuple[str, bytes]]:
    """All of them by name: each fault and each body alone, and every pair of the two that can stand together."""
    for change in (*FAULTS, *BODIES):
        yield change.__name__, house(change)
    for fault in FAULTS:
        for body in BODIES:
            if fault not in {bound_values, in_text_box, newer_words}:
                yield f"{fault.__name__}-{body.__name__}", house(fault, body)

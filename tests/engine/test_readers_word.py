"""Word files, part by part: what python-docx's iteration drops is here, and what is deleted is not."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
import reader_fixtures as made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import SourceDamaged, SourceEncrypted, SourceTooLarge
from briefing.model import Source

_MAIN = "word/document.xml"
_STYLES = made.word_part(
    "styles",
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Abschnitt"><w:name w:val="Our section"/>'
    '<w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Abschnitt"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Aufz"><w:name w:val="List Bullet"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>',
)


def word(body: str, parts: dict[str, str] | None = None) -> Source:
    source = readers.read_bytes(made.word_file(body, parts), "a.docx")
    made.assert_sound(source)
    return source


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(cells) + "</w:tr>"


def test_a_document_of_python_docx() -> None:
    document = docx.Document()
    document.core_properties.title = "Bridge closure: what we know"
    document.core_properties.author = "Ines Valdovar"
    document.add_heading("Bridge stays closed", 0)
    document.add_heading("Findings", 2)
    document.add_paragraph("Forty cables were inspected.")
    document.add_paragraph("two are torn", style="List Bullet")
    document.add_paragraph("one is missing", style="List Number")
    table = document.add_table(2, 2)
    for number, each in enumerate(("Route", "Cars", "North", "1,150")):
        table.cell(number // 2, number % 2).text = each
    buffer = BytesIO()
    document.save(buffer)
    source = readers.read_bytes(buffer.getvalue(), "a.docx")
    made.assert_sound(source)
    assert made.kinds(source) == [
        ("heading", "Bridge stays closed"),
        ("heading", "Findings"),
        ("paragraph", "Forty cables were inspected."),
        ("list-item", "two are torn"),
        ("list-item", "one is missing"),
        ("cell", "Route"),
        ("cell", "Cars"),
        ("cell", "North"),
        ("cell", "1,150"),
    ]
    assert [passage.level for passage in source.passages][:3] == [1, 2, 0]
    assert (source.title, source.author) == ("Bridge closure: what we know", "Ines Valdovar")
    assert source.published == ""
    assert source.text.endswith("Route\nCars\n\nNorth\n1,150")


def test_styles_mean_the_same_in_every_language() -> None:
    source = word(
        made.paragraph("Die Brücke", '<w:pStyle w:val="Titel"/>')
        + made.paragraph("Inhalt", '<w:pStyle w:val="Verzeichnis1"/>')
        + made.paragraph("Befund", '<w:pStyle w:val="berschrift1"/>')
        + made.paragraph("Seile", '<w:pStyle w:val="Abschnitt"/>')
        + made.paragraph("gerissen", '<w:pStyle w:val="Aufz"/>')
        + made.paragraph("Nummer", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
        + made.paragraph("Keine", '<w:pStyle w:val="Aufz"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + made.paragraph("Umriss", '<w:outlineLvl w:val="2"/>'),
        {"styles.xml": _STYLES},
    )
    assert made.kinds(source) == [
        ("heading", "Die Brücke"),
        ("heading", "Befund"),
        ("heading", "Seile"),
        ("list-item", "gerissen"),
        ("list-item", "Nummer"),
        ("paragraph", "Keine"),
        ("heading", "Umriss"),
    ]
    assert [passage.level for passage in source.passages] == [1, 1, 2, 0, 0, 0, 3]
    assert (source.title, source.language) == ("Die Brücke", "de-DE")


def test_the_language_is_that_of_most_of_the_text() -> None:
    said = run("Мост останется закрытым до мая, сообщили власти.", '<w:lang w:val="ru-RU"/>')
    body = f"<w:p>{said}</w:p>"
    assert word(body, {"styles.xml": _STYLES}).language == "ru-RU"


def test_the_text_of_a_paragraph_is_what_the_printed_page_shows() -> None:
    body = (
        "<w:p>"
        + run("Kept, ")
        + f"<w:ins>{run('inserted, ')}</w:ins><w:del><w:r><w:delText>deleted, </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('moved away, ')}</w:moveFrom><w:moveTo>{run('moved here, ')}</w:moveTo>"
        + f"<w:hyperlink>{run('linked, ')}</w:hyperlink><w:smartTag>{run('tagged, ')}</w:smartTag>"
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('controlled, ')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here. ')}</w:sdtContent></w:sdt>"
        + run("hidden, ", "<w:vanish/>")
        + run("shown, ", '<w:vanish w:val="0"/>')
        + f"<w:fldSimple>{run('field, ')}</w:fldSimple>"
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x" </w:instrText></w:r>'
        + run("code, ")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("result, ")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + "<w:r><w:t>tab</w:t><w:tab/><w:t>line</w:t><w:br/><w:t>end, self</w:t><w:noBreakHyphen/><w:t>made, soft</w:t>"
        + '<w:softHyphen/><w:t>ly, </w:t><w:sym w:font="Symbol" w:char="F0B1"/><w:t>5</w:t></w:r>'
        + "<m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>"
        + "</w:p>"
    )
    expected = (
        "Kept, inserted, moved here, linked, tagged, controlled, shown, field, result, tab\tline\n"
        "end, self-made, softly, ±5 x=1"
    )
    assert made.texts(word(body)) == [expected]


def test_a_field_that_is_never_closed_does_not_swallow_the_document() -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + made.paragraph("Still here.")
    assert made.texts(word(body)) == ["Still here."]


def test_a_deleted_paragraph_end_joins_two_paragraphs() -> None:
    body = made.paragraph("The bridge ", "<w:rPr><w:del/></w:rPr>") + made.paragraph("is closed.")
    assert made.texts(word(body)) == ["The bridge is closed."]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{made.paragraph('In the box.')}</w:txbxContent>"
    body = (
        "<w:p>"
        + run("Beside it.")
        + f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        + f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + f"<w:p><w:r><w:pict><v:textbox>{box.replace('In', 'Only in')}</v:textbox></w:pict></w:r></w:p>"
        + made.paragraph("Below.")
    )
    assert made.texts(word(body)) == ["Beside it.", "In the box.", "Only in the box.", "Below."]


def test_content_controls_round_paragraphs_rows_and_cells() -> None:
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{made.paragraph('In a control.')}"
        f"<w:sdt><w:sdtContent>{made.paragraph('In two.')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
        "<w:tbl><w:sdt><w:sdtContent>"
        + row(f"<w:sdt><w:sdtContent>{cell(made.paragraph('A'))}</w:sdtContent></w:sdt>", cell(made.paragraph("B")))
        + "</w:sdtContent></w:sdt></w:tbl>"
    )
    assert made.kinds(word(body)) == [
        ("paragraph", "In a control."),
        ("paragraph", "In two."),
        ("cell", "A"),
        ("cell", "B"),
    ]


def test_merged_cells_count_once_and_nested_tables_are_read() -> None:
    nested = f"<w:tbl>{row(cell(made.paragraph('N1')), cell(made.paragraph('N2')))}</w:tbl>"
    body = (
        "<w:tbl>"
        + row(cell(made.paragraph("Tall"), '<w:vMerge w:val="restart"/>'), cell(made.paragraph("B1")))
        + row(cell(made.paragraph("Tall again"), "<w:vMerge/>"), cell(made.paragraph("B2") + nested))
        + row(cell(made.paragraph("Wide") + made.paragraph("two"), '<w:gridSpan w:val="2"/>'))
        + "<w:tr><w:trPr><w:del/></w:trPr>"
        + cell(made.paragraph("Deleted"))
        + "</w:tr></w:tbl>"
    )
    assert made.kinds(word(body)) == [("cell", text) for text in ("Tall", "B1", "B2", "N1", "N2", "Wide\ntwo")]


def test_a_table_that_is_only_a_frame_is_body_text() -> None:
    body = f"<w:tbl>{row(cell(made.paragraph('One.') + made.paragraph('Two.')))}</w:tbl>"
    assert made.kinds(word(body)) == [("paragraph", "One."), ("paragraph", "Two.")]
    long = "This cell holds the article itself, as pages were once laid out. " * 4
    body = f"<w:tbl>{row(cell(made.paragraph('Menu')), cell(made.paragraph(long) + made.paragraph('End.')))}</w:tbl>"
    assert made.kinds(word(body)) == [("cell", "Menu"), ("paragraph", long.strip()), ("paragraph", "End.")]


def test_notes_come_at_the_end_in_the_order_of_their_references() -> None:
    def note(kind: str, number: int, text: str, more: str = "") -> str:
        return f'<w:{kind} w:id="{number}"{more}><w:p><w:r><w:{kind}Ref/></w:r>{run(text)}</w:p></w:{kind}>'

    body = (
        f'<w:p>{run("First")}<w:r><w:footnoteReference w:id="2"/></w:r>'
        f'{run(" then")}<w:r><w:footnoteReference w:id="1"/></w:r>'
        f'<w:del><w:r><w:footnoteReference w:id="3"/></w:r></w:del><w:r><w:endnoteReference w:id="1"/></w:r></w:p>'
        + made.paragraph("Last paragraph.")
    )
    footnotes = "".join(
        (note("footnote", -1, "line", ' w:type="separator"'), *(note("footnote", n, f"Note {n}.") for n in (1, 2, 3)))
    )
    source = word(
        body,
        {
            "footnotes.xml": made.word_part("footnotes", footnotes),
            "endnotes.xml": made.word_part("endnotes", note("endnote", 1, "End note.")),
        },
    )
    assert made.kinds(source) == [
        ("paragraph", "First then"),
        ("paragraph", "Last paragraph."),
        ("footnote", "Note 2."),
        ("footnote", "Note 1."),
        ("footnote", "End note."),
    ]


def test_strict_files_are_read() -> None:
    data = made.word_file(made.paragraph("A strict file.", '<w:pStyle w:val="Heading2"/>'))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[_MAIN] = parts[_MAIN].replace(made.W.encode(), made.STRICT_W.encode())
    source = readers.read_bytes(made.zipped(parts), "a.docx")
    assert [(str(passage.kind), passage.level) for passage in source.passages] == [("heading", 2)]


def test_a_main_part_of_another_name_is_found() -> None:
    data = made.word_file(made.paragraph("Elsewhere."))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document2.xml"] = parts.pop(_MAIN)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert made.texts(readers.read_bytes(made.zipped(parts), "a.docx")) == ["Elsewhere."]


def _with(parts: dict[str, str]) -> bytes:
    with zipfile.ZipFile(BytesIO(made.word_file(made.paragraph("The text.")))) as archive:
        before = {name: archive.read(name) for name in archive.namelist()}
    return made.zipped({**before, **parts})


def test_only_an_explicit_date_property_is_a_date_of_publication() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="x" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
        "<dc:title>{}</dc:title><dc:creator>{}</dc:creator><t:created>2020-01-01T00:00:00Z</t:created></cp:coreProperties>"
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="v">'
        '<property name="Published"><vt:filetime>2024-03-05T00:00:00Z</vt:filetime></property></Properties>'
    )
    plain = readers.read_bytes(_with({"docProps/core.xml": core.format("Bridge closure", "Ines Valdovar")}), "a.docx")
    assert (plain.title, plain.author, plain.published) == ("Bridge closure", "Ines Valdovar", "")
    junk = readers.read_bytes(
        _with({"docProps/core.xml": core.format("Microsoft Word - final_v3.doc", "python-docx")}), "a"
    )
    assert (junk.title, junk.author) == ("", "")
    assert readers.read_bytes(_with({"docProps/custom.xml": custom}), "a.docx").published == "2024-03-05"


def test_a_zip_bomb_is_refused_by_what_it_declares() -> None:
    with pytest.raises(SourceTooLarge) as ratio:
        readers.read_bytes(_with({"word/media/a.bin": "0" * 5_000_000}), "a.docx")
    assert "times" in ratio.value.limit
    with pytest.raises(SourceTooLarge) as members:
        readers.read_bytes(_with({f"word/media/{number}": "" for number in range(5_001)}), "a.docx")
    assert "parts" in members.value.limit
    with pytest.raises(SourceTooLarge) as total:
        readers.read_bytes(_declaring(_with({"word/media/a.bin": "0123"}), 300_000_000), "a.docx")
    assert "MB" in total.value.limit


def _declaring(data: bytes, size: int) -> bytes:
    """The file with the declared size of its last member changed, in the central directory."""
    entry = data.rindex(b"PK\x01\x02")
    return data[: entry + 24] + size.to_bytes(4, "little") + data[entry + 28 :]


def test_an_encrypted_member_needs_a_password() -> None:
    data = made.word_file(made.paragraph("Secret."))
    entry = data.rindex(b"PK\x01\x02")
    with pytest.raises(SourceEncrypted):
        readers.read_bytes(data[: entry + 8] + b"\x01\x00" + data[entry + 10 :], "a.docx")


@pytest.mark.parametrize(
    "document",
    [
        "<w:document",
        "<other/>",
        f'<w:document xmlns:w="{made.W}"><w:body>'
        + "<w:tbl><w:tr><w:tc>" * 400
        + "</w:tc></w:tr></w:tbl>" * 400
        + "</w:body></w:document>",
    ],
)
def test_broken_or_hostile_xml_is_damage(document: str) -> None:
    with pytest.raises(SourceDamaged) as caught:
        readers.read_bytes(_with({_MAIN: document}), "a.docx")
    assert caught.value.kind == "Word document"


def test_outside_files_are_never_drawn_in() -> None:
    hostile = (
        '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
        f'<w:document xmlns:w="{made.W}"><w:body><w:p><w:r><w:t>Before &secret; after.</w:t></w:r></w:p>'
        f"{made.paragraph('Below.')}</w:body></w:document>"
    )
    source = readers.read_bytes(_with({_MAIN: hostile}), "a.docx")
    assert made.texts(source)[0].startswith("Before")
    assert "\n" not in made.texts(source)[0]
    assert len(made.texts(source)[0]) <= len("Before  after.")


_SOUND = made.word_file(
    made.paragraph("Heading", '<w:pStyle w:val="Heading1"/>')
    + made.paragraph("A paragraph of some length. " * 5)
    + f"<w:tbl>{row(cell(made.paragraph('A')), cell(made.paragraph('B')))}</w:tbl>"
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(_SOUND) - 1), st.binary(min_size=0, max_size=6), st.booleans())
def test_mutilated_files_fail_as_source_errors_only(at: int, junk: bytes, cut: bool) -> None:
    data = _SOUND[:at] + junk + (b"" if cut else _SOUND[at + len(junk) :])
    made.sound_or_refused(data, "a.docx")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            alphabet=st.characters(
                codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="<&>\ufffe\uffff"
            ),
            max_size=40,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_every_paragraph_is_a_passage(paragraphs: list[str]) -> None:
    visible = [text.strip() for text in paragraphs if readers.visible(text)]
    data = made.word_file("".join(map(made.paragraph, paragraphs)) + made.paragraph("End."))
    source = readers.read_bytes(data, "a.docx")
    made.assert_sound(source)
    assert made.texts(source) == [readers.normalise(text).strip() for text in visible] + ["End."]

"""What a written Word file holds: styles, links, fields, tables, header and footer, properties."""

from __future__ import annotations

import io
import re
import runpy
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefing.blocks import (
    Cite,
    Column,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
)
from briefing.model import PageSetup, Style
from briefing.writers.word import read_ledger, write_word
from briefing.writers.word.links import address

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ILLEGAL = "[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block: Callable[[], Document] = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]


_LINT = runpy.run_path(str(GOLDEN / "lint.py"))
parts_of: Callable[[bytes], dict[str, bytes]] = _LINT["parts_of"]
stories_of: Callable[[bytes], dict[str, etree._Element]] = _LINT["stories_of"]
faults_of: Callable[[bytes], list[str]] = _LINT["faults_of"]


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_word(every_block())


def test_every_block_stands_in_its_own_style(written: bytes) -> None:
    body = opened(written).element.body
    styles = {style.style_id: style.name for style in opened(written).styles}
    used = {styles[node.get(f"{W}val")] for node in body.iter(f"{W}pStyle")}
    assert used == {
        "Title", "Facts", "Heading 1", "Heading 2", "Heading 3", "Normal", "Evidence", "Judgement", "Notice",
        "Handling Marking", "Evidence Bullet", "Judgement Bullet", "List Bullet", "Caption", "Table Text",
        "Table Heading", "Table Group", "After Table", "To Write", "Source Entry",
    }  # fmt: skip


def test_nothing_leads_nowhere(written: bytes) -> None:
    assert faults_of(written) == []


def test_each_marker_leads_to_its_entry_and_each_entry_back(written: bytes) -> None:
    body = stories_of(written)["word/document.xml"]
    anchors = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    markers = ["source_1", "source_2", "source_1", "source_2", "source_1"]
    assert anchors == [*markers, None, "cite_1", "cite_4", "cite_5", "cite_2", "cite_3"]


def test_a_marker_without_a_source_list_is_plain_text() -> None:
    document = Document("T", "en-GB", "", "", "", "", (Paragraph((Cite(1, "para 2", "source-1", "cite-1"),)),))
    data = write_word(document)
    assert faults_of(data) == []
    assert opened(data).paragraphs[0].text == "[1, para 2]"


def test_table_repeats_its_head_keeps_rows_whole_and_fills_the_width(written: bytes) -> None:
    table = opened(written).tables[0]._tbl
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == 9072  # 210 mm less two margins of 25 mm
    assert widths == [3629, 1814, 1815, 1814]
    assert rows[1].find(f"{W}tc/{W}tcPr/{W}gridSpan").get(f"{W}val") == "4"
    assert [cell.find(f"{W}p/{W}pPr/{W}jc") is not None for cell in rows[2].findall(f"{W}tc")] == [
        False,
        True,
        False,
        False,
    ]
    assert table.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Key figures by actor"
    assert table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val").startswith("Two figures")


def test_caption_is_numbered_by_a_field(written: bytes) -> None:
    caption = next(paragraph for paragraph in opened(written).paragraphs if paragraph.style.name == "Caption")
    assert caption.text == "Table 1: Key figures by actor"
    assert "SEQ Table" in "".join(node.text for node in caption._p.iter(f"{W}instrText"))


def test_bullets_are_real_numbering(written: bytes) -> None:
    document = opened(written)
    number = document.styles["List Bullet"].element.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = document.part.numbering_part.element
    listed = numbering.find(f"{W}num[@{W}numId='{number}']/{W}abstractNumId").get(f"{W}val")
    level = numbering.find(f"{W}abstractNum[@{W}abstractNumId='{listed}']/{W}lvl")
    assert level.find(f"{W}numFmt").get(f"{W}val") == "bullet"
    assert document.styles["Evidence Bullet"].base_style.name == "List Bullet"


def test_header_and_footer_carry_marking_title_and_page_numbers(written: bytes) -> None:
    section = opened(written).sections[0]

    def texts(story: Any) -> list[str]:
        return ["".join(node.text or "" for node in line.iter(f"{W}t")) for line in story._element.iter(f"{W}p")]

    assert texts(section.header) == ["OFFICIAL – SENSITIVE", "Grain reserve: position & outlook"]
    assert texts(section.first_page_header) == ["OFFICIAL – SENSITIVE", ""]
    for story in (section.footer, section.first_page_footer):
        assert texts(story) == ["Page 1 of 1", "OFFICIAL – SENSITIVE"]
        codes = [node.text.strip() for node in story._element.iter(f"{W}instrText")]
        assert codes == ["PAGE", "NUMPAGES"]


def test_properties_tell_the_document_and_not_the_clock(written: bytes) -> None:
    core = opened(written).core_properties
    assert (core.title, core.author, core.language, core.subject) == (
        "Grain reserve: position & outlook", "Policy Unit", "en-GB", "PU/2026/17",
    )  # fmt: skip
    assert core.keywords == "OFFICIAL – SENSITIVE; Summary; Sources"
    assert core.comments == ""
    assert core.created.replace(tzinfo=None) == core.modified.replace(tzinfo=None) == datetime(2026, 10, 21)  # noqa: DTZ001


@pytest.mark.parametrize("date", ["", "soon", "2026-99-99"])
def test_without_a_date_the_file_has_a_fixed_one(date: str) -> None:
    document = Document("T", "en-GB", "", date, "", "", ())
    assert opened(write_word(document)).core_properties.created.year == 1980


def test_nothing_of_the_default_template_is_left(written: bytes) -> None:
    parts = parts_of(written)
    assert not [name for name in parts if "thumbnail" in name or "stylesWithEffects" in name]
    assert not [
        name for name, part in parts.items() if b"python-docx" in part or (b"Theme=" in part and "styles" in name)
    ]
    settings_part = parts["word/settings.xml"].decode()
    assert re.search(r'w:name="compatibilityMode"[^>]*w:val="15"', settings_part)
    assert "updateFields" not in settings_part


def test_the_font_is_one_the_reader_has(written: bytes) -> None:
    fonts = etree.fromstring(parts_of(written)["word/styles.xml"]).find(f"{W}docDefaults//{W}rFonts")
    assert fonts is not None
    assert set(fonts.attrib.values()) == {"Arial"}
    assert len(fonts.attrib) == 4


def test_page_and_style_are_the_document_s() -> None:
    document = Document(
        "T", "fr-FR", "", "", "", "", (), page=PageSetup("Letter", 10, 12, 14, 16), style=Style("Gill Sans MT", 12)
    )
    data = opened(write_word(document))
    section = data.sections[0]
    assert [round(value.mm) for value in (section.page_width, section.page_height, section.left_margin)] == [
        216,
        279,
        14,
    ]
    defaults = data.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}rFonts").get(f"{W}cs") == "Gill Sans MT"
    assert defaults.find(f"{W}sz").get(f"{W}val") == "24"
    assert defaults.find(f"{W}lang").get(f"{W}val") == "fr-FR"


def test_text_from_right_to_left_runs_that_way(written: bytes) -> None:
    line = next(paragraph for paragraph in opened(written).paragraphs if "الوزير" in paragraph.text)
    assert line._p.find(f"{W}pPr/{W}bidi") is not None
    run = next(run for run in line.runs if "الوزير" in run.text)
    assert run._r.find(f"{W}rPr/{W}rtl") is not None
    assert run._r.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "ar"


def test_places_to_write_are_controls_that_show_their_prompt(written: bytes) -> None:
    body = stories_of(written)["word/document.xml"]
    control = next(node for node in body.iter(f"{W}sdt") if node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None)
    tag = control.find(f"{W}sdtPr/{W}tag")
    assert tag is not None
    assert tag.get(f"{W}val") == "write:recommendation"
    assert "".join(node.text or "" for node in control.iter(f"{W}t")).startswith("Write the recommendation here")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a b?x=<1>&y=é#t", "https://example.org/a%20b?x=%3C1%3E&y=%C3%A9#t"),
        ("http://bücher.example/100%", "http://xn--bcher-kva.example/100%25"),
        ("HTTPS://EXAMPLE.org", "https://EXAMPLE.org"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("http://[bad", ""),
        ("http://user@host/", ""),
        ("https://" + "a" * 3000, ""),
        ("no address", ""),
    ],
)
def test_only_sound_web_addresses_become_links(url: str, expected: str) -> None:
    assert address(url) == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=40), min_size=1, max_size=6), st.booleans())
def test_any_text_is_written_and_comes_back(texts: list[str], bold: bool) -> None:
    runs = tuple(Run(text, bold=bold) for text in texts)
    column = Column("\x00 a\ud800", 1.0)
    document = Document(
        texts[0],
        "en-GB",
        texts[-1],
        "",
        texts[0],
        "",
        (
            Title(texts[0], texts[-1], ((texts[0], texts[-1]),)),
            Heading(1, texts[0], texts[-1]),
            Paragraph(runs),
            ListItem(runs, Role.EVIDENCE),
            Table(texts[0], (column,), (Row((runs,)),), texts[-1]),
            SourceEntry(1, runs, "source-1", ("cite-1",), texts[0]),
        ),
    )
    data = opened(write_word(document))
    expected = "".join(re.sub(ILLEGAL, "", re.sub("\r\n?", "\n", text)) for text in texts)
    paragraph = next(paragraph for paragraph in data.paragraphs if paragraph.style.name == "Evidence Bullet")
    assert paragraph.text == expected


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=40), min_size=1, max_size=4))
def test_any_evidence_is_found_again(texts: list[str]) -> None:
    blocks = tuple(ListItem((Run(text, evidence="l_sabc_1_2"),)) for text in texts)
    ledger = read_ledger(write_word(Document("T", "en-GB", "", "", "", "", blocks)))
    assert [printed.text for printed in ledger.printed] == [printed.written for printed in ledger.printed]
    assert len(ledger.printed) == len(texts)
    assert ledger.missing == ()

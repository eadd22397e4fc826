"""Pages and columns: wide tables on their side, words and numbers whole, properties beside the house's own."""

from __future__ import annotations

import io
import runpy
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.blocks import Align, Block, Column, Document, Heading, Paragraph, Row, Run, Table, Title
from briefing.writers.word import write_word
from briefing.writers.word.sections import segments
from briefing.writers.word.widths import fit

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
LINT = runpy.run_path(str(GOLDEN / "lint.py"))
H = runpy.run_path(str(GOLDEN / "houses.py"))
W = LINT["W"]


def table(columns: int, number: str = "1.5", rows: int = 3) -> Table:
    heads = (
        Column("Region", 0.2),
        *(Column(f"{2000 + index}", 0.8 / (columns - 1), Align.RIGHT) for index in range(1, columns)),
    )
    cells = ((Run("North"),), *(((Run(number),),) * (columns - 1)))
    return Table("Prices", heads, (Row(cells),) * rows, "Prices by region")


def document(*blocks: Block) -> Document:
    return Document("T", "en-GB", "", "2026-01-01", "OFFICIAL", "R/1", (Title("T", "OFFICIAL", ()), *blocks))


WIDE = document(
    Paragraph((Run("Before."),)),
    Heading(1, "Annex", "section-1"),
    table(12, "12,345.6"),
    Heading(1, "After", "section-2"),
)


@pytest.mark.parametrize("house", [None, H["house"](), H["house"](H["first_and_even_pages"])])
def test_a_wide_table_lies_on_its_side_with_its_heading(house: bytes | None) -> None:
    data = write_word(WIDE, house)
    assert LINT["faults_of"](data) == []
    made: Any = docx.Document(io.BytesIO(data))
    assert [section.orientation for section in made.sections] == [0, 1, 0]
    assert [section.different_first_page_header_footer for section in made.sections[1:]] == [False, False]
    assert all("OFFICIAL" in "".join(section.header._element.itertext()) for section in made.sections)
    section = made.sections[1]
    grid = sum(int(node.get(f"{W}w")) for node in made.element.body.iter(f"{W}gridCol"))
    assert grid == pytest.approx((section.page_width - section.left_margin - section.right_margin) / 635, abs=1)
    pieces = [paragraph.text for paragraph in made.paragraphs]
    ends = [
        index for index, paragraph in enumerate(made.paragraphs) if paragraph._p.find(f"{W}pPr/{W}sectPr") is not None
    ]
    assert pieces.index("Before.") <= ends[0] < pieces.index("Annex") <= ends[1] < pieces.index("After")


@pytest.mark.parametrize("change", ["two_columns", "body_in_cell"])
def test_where_no_page_can_be_turned_the_table_stays_upright(change: str) -> None:
    data = write_word(WIDE, H["house"](H[change]))
    assert LINT["faults_of"](data) == []
    assert len(docx.Document(io.BytesIO(data)).sections) == 1


def test_segments_lose_no_block() -> None:
    blocks = (
        *WIDE.blocks,
        Paragraph((Run("Between."),)),
        table(9),
        Heading(1, "End", "section-3"),
        table(3),
        table(10),
    )
    cut = segments(blocks)
    assert tuple(block for segment in cut for block in segment.blocks) == blocks
    assert [segment.wide for segment in cut] == [False, True, False, True, False]


def test_numbers_stand_whole_where_there_is_room_and_get_smaller_where_there_is_not() -> None:
    easy = fit(table(4, "12,345"), 9072, 9.5)
    assert not easy.small
    assert easy.columns[0] == 1814
    tight = fit(table(12, "12,345,678"), 9072, 9.5)
    assert tight.small
    uneven = Table("T", (Column("A", 0.95), Column("B", 0.05)), (Row(((Run("text"),), (Run("1,234,567.89"),))),), "")
    assert fit(uneven, 9072, 10).columns[1] >= 12 * 10 * 20 * 0.55


@given(
    st.lists(st.tuples(st.floats(0, 1), st.text(max_size=30)), min_size=1, max_size=14),
    st.integers(1440, 30000),
    st.floats(4, 20),
)
def test_widths_always_add_up(columns: list[tuple[float, str]], width: int, size: float) -> None:
    made = Table(
        "T",
        tuple(Column(text, share) for share, text in columns),
        (Row(tuple((Run(text),) for _, text in columns)),),
        "",
    )
    fitted = fit(made, width, size)
    assert sum(fitted.columns) == pytest.approx(width, abs=len(columns))
    assert min(fitted.columns) > 0


def test_custom_properties_are_ours_beside_the_house_s() -> None:
    members = H["letter"]()
    space = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
    one = (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="%s"><v:lpwstr>old</v:lpwstr></property>'
    )
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    two = one % "Label" + (one % "MARKING").replace('"2"', '"3"')
    members["docProps/custom.xml"] = f'<Properties xmlns="{space}" xmlns:v="{types}">{two}</Properties>'
    members["_rels/.rels"] = members["_rels/.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId7" Type="{kind}" Target="docProps/custom.xml"/></Relationships>'
    )
    data = LINT["parts_of"](write_word(WIDE, H["to_bytes"](members)))["docProps/custom.xml"].decode()
    assert (
        data.index('pid="2" name="Label"')
        < data.index('pid="3" name="Marking"')
        < data.index('pid="4" name="Reference"')
    )
    assert data.count("<property ") == 3


def test_a_long_document_has_contents_with_pages_in_order() -> None:
    text = Paragraph((Run("Some words of a long report. " * 60),))
    blocks = [
        block for index in range(12) for block in (Heading(1, f"Part {index}", f"section-{index}"), text, text, text)
    ]
    data = write_word(document(*blocks))
    assert LINT["faults_of"](data) == []
    lines = [
        line.text for line in docx.Document(io.BytesIO(data)).paragraphs if line.style and line.style.name == "toc 1"
    ]
    assert [line.partition("\t")[0] for line in lines] == [f"Part {index}" for index in range(12)]
    pages = [int(line.partition("\t")[2]) for line in lines]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert 8 < pages[-1] < 20
    assert "Contents" not in [
        line.text for line in docx.Document(io.BytesIO(write_word(document(*blocks[:8])))).paragraphs
    ]

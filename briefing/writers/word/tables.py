"""A table that a screen reader and a printer both get right: header row repeated, rows whole, widths fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefing.blocks import Align
from briefing.writers.word.inlines import Ink, put_inlines
from briefing.writers.word.look import TABLE_TEXT
from briefing.writers.word.markup import add, add_paragraph, add_run, legal, w
from briefing.writers.word.widths import fit

if TYPE_CHECKING:
    from briefing.blocks import Column, Row, Table


def put_table(parent: etree._Element, table: Table, width: int, ink: Ink) -> None:
    """Append the table; `width` is the text width in twentieths of a point."""
    fitted = fit(table, width, ink.sheet.size * TABLE_TEXT)
    widths = list(fitted.columns)
    look = "Table Small" if fitted.small else "Table Text"
    made = etree.SubElement(parent, w("tbl"))
    properties = add(made, "tblPr")
    add(properties, "tblStyle", val=ink.sheet.table("Briefing Table"))
    add(properties, "tblW", w=sum(widths), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
    if table.caption:
        add(properties, "tblCaption", val=legal(table.caption))
    add(properties, "tblDescription", val=legal(table.alt or table.caption))
    grid = add(made, "tblGrid")
    for column in widths:
        add(grid, "gridCol", w=column)
    _put_header(made, table.columns, widths, ink, "Table Small Heading" if fitted.small else "Table Heading")
    for row in table.rows:
        _put_row(made, row, table.columns, widths, ink, look)


def _start_row(table: etree._Element) -> etree._Element:
    row = etree.SubElement(table, w("tr"))
    etree.SubElement(etree.SubElement(row, w("trPr")), w("cantSplit"))
    return row


def _put_header(made: etree._Element, columns: tuple[Column, ...], widths: list[int], ink: Ink, look: str) -> None:
    row = _start_row(made)
    add(row[0], "tblHeader")
    for column, width in zip(columns, widths, strict=True):
        paragraph = _cell(row, width, ink.sheet.paragraph(look), column.align)
        add_run(paragraph, column.heading)


def _put_row(
    made: etree._Element, row: Row, columns: tuple[Column, ...], widths: list[int], ink: Ink, look: str
) -> None:
    target = _start_row(made)
    if row.group:
        paragraph = _cell(target, sum(widths), ink.sheet.paragraph("Table Group"), Align.LEFT, len(widths))
        put_inlines(paragraph, row.cells[0] if row.cells else (), ink)
        return
    style = ink.sheet.paragraph(look)
    for index, (column, width) in enumerate(zip(columns, widths, strict=True)):
        paragraph = _cell(target, width, style, column.align)
        put_inlines(paragraph, row.cells[index] if index < len(row.cells) else (), ink)


def _cell(row: etree._Element, width: int, style: str, align: Align, span: int = 1) -> etree._Element:
    """The one paragraph of a new cell."""
    cell = etree.SubElement(row, w("tc"))
    properties = etree.SubElement(cell, w("tcPr"))
    add(properties, "tcW", w=width, type="dxa")
    if span > 1:
        add(properties, "gridSpan", val=span)
    paragraph = add_paragraph(cell, style)
    if align is Align.RIGHT:
        add(paragraph[0], "jc", val="right")
    return paragraph

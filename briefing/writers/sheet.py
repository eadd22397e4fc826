"""The key figures as a sheet, for Excel (.xlsx) and others (.csv): each with who said it and where it stands."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from briefing.model import Analysis, Decisions, DisagreementKind, Figure

SUFFIXES = (".xlsx", ".csv")
HEADINGS = (
    *("Actor", "Figure", "Low", "High", "Unit", "What", "Modifier", "Status", "Said by", "As of", "Contradicted"),
    *("Source", "Publisher", "Published", "Paragraph", "Page", "Sentence", "Own wording", "Note"),
)
_WIDTHS = (18, 16, 12, 12, 8, 26, 10, 10, 20, 11, 12, 34, 18, 11, 10, 6, 70, 30, 30)
# A sheet would take a cell of text that begins so for a formula, and the text comes from anybody's document.
_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767  # characters, Excel's own limit

Cell = str | Decimal | int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures that the person has not dropped, in source order, under `HEADINGS`."""

    rows: tuple[tuple[Cell, ...], ...]


def sheet(analysis: Analysis, decisions: Decisions) -> Sheet:
    """The key figures as rows."""
    return Sheet(tuple(_rows(analysis, decisions)))


def as_csv(given: Sheet) -> bytes:
    """The rows as UTF-8 with a byte order mark, by which Excel knows it; RFC 4180.

    Text that a sheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for row in given.rows:
        writer.writerow([_plain(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(given: Sheet) -> bytes:
    """The rows as a workbook with numbers as numbers, a frozen heading and a filter; the same rows, the same bytes."""
    from datetime import UTC, datetime

    from xlsxwriter import Workbook

    memory = io.BytesIO()
    book = Workbook(memory, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Key figures", "created": datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    page = book.add_worksheet("Key figures")
    for column, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
        page.set_column(column, column, width, wrapped)
        page.write_string(0, column, heading, bold)
    for number, row in enumerate(given.rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                page.write_string(number, column, cell[:_LONGEST_CELL], wrapped)
            elif cell is not None:
                page.write_number(number, column, float(cell), wrapped)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, len(given.rows), len(HEADINGS) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    book.close()
    return memory.getvalue()


def _rows(analysis: Analysis, decisions: Decisions) -> list[tuple[Cell, ...]]:
    names = {actor.id: actor.name for actor in analysis.actors}
    sources = {source.id: source for source in analysis.sources}
    wordings, notes = dict(decisions.reworded), dict(decisions.notes)
    disputed = _disputed(analysis)
    rows: list[tuple[Cell, ...]] = []
    for figure in analysis.figures:
        if not figure.key or figure.id in decisions.dropped:
            continue
        source = sources[figure.source]
        rows.append(
            (
                names.get(figure.actor or "", ""),
                *_value(figure),
                figure.originator.name if figure.originator else "",
                figure.as_of,
                "yes" if figure.id in disputed else "",
                *(source.title or source.name, source.publisher, source.published, figure.passage, figure.page),
                " ".join(figure.sentence.cut(source.text).split()),
                *(wordings.get(figure.id, ""), notes.get(figure.id, "")),
            )
        )
    return rows


def _value(figure: Figure) -> tuple[Cell, ...]:
    return (
        *(figure.text, figure.low, figure.high, figure.unit, figure.counted),
        *(figure.modifier.replace("_", " "), str(figure.status)),
    )


def _disputed(analysis: Analysis) -> frozenset[str]:
    return frozenset(
        identifier
        for found in analysis.disagreements
        if found.kind is DisagreementKind.CONFLICT
        for identifier in found.figures
    )


def _plain(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_MARKS) else cell
    return "" if cell is None else str(cell)

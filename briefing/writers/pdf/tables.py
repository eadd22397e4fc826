"""A table into slabs: one per row, or one per line of a row that is taller than a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.blocks import Align, Inline, Row, Run, Table
from briefing.writers.pdf.lines import Line, Stretch, break_lines, longest_word
from briefing.writers.pdf.setting import Setter, anchors_in, baseline, notes_in, paragraph, stretches
from briefing.writers.pdf.slabs import Box, Placed, Slab, glue_all
from briefing.writers.pdf.styles import RULE, Kind
from briefing.writers.pdf.tree import Element

PAD_X = 4.5
PAD_Y = 3.5
NARROWEST = 30.0
WIDEST_WORD = 0.34
SMALLEST = 0.7


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's lines and where they stand."""

    lines: tuple[Line, ...]
    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's columns in points, and what its cells are set with."""

    table: Table
    widths: tuple[float, ...]
    setter: Setter
    page_room: float

    def left(self, column: int) -> float:
        return sum(self.widths[:column])


def set_table(block: Table, setter: Setter, parent: Element, page_room: float) -> list[Slab]:
    """Caption, header row and rows. A row stays whole where a page of `page_room` can hold it with the header."""
    if not block.columns:
        return []
    element = Element("Table", parent)
    element.summary = block.alt
    slabs = _caption(block, setter, element)
    body = [_fitted(row, len(block.columns)) for row in block.rows]
    setter = _smaller(setter, setter.width / sum(_needs(block, body, setter)))
    grid = Grid(block, _widths(block, body, setter), setter, page_room)
    head = glue_all(_head(grid, element), with_next=True)
    slabs += [
        replace(slab, gap=setter.sheet.body.above if not slabs and not number else 0)
        for number, slab in enumerate(head)
    ]
    room = page_room - sum(slab.height for slab in head)
    tall = sum(slab.height for slab in head) > page_room / 2
    for row in body:
        slabs += _row(row, grid, element, room, () if tall else tuple(head))
    return [*slabs, Slab(4)]


def _caption(block: Table, setter: Setter, element: Element) -> list[Slab]:
    text = f"Table {block.number}. {block.caption}" if block.number else block.caption
    if not text:
        return []
    kind = setter.sheet.caption
    lines = break_lines([Stretch(text, kind.look, Element("Caption", element))], setter.width)
    return glue_all([*paragraph(lines, kind), Slab(3)], with_next=True)


def _fitted(row: Row, columns: int) -> Row:
    """The row with one cell per column; surplus cells are joined to the last one, so that nothing is lost."""
    if row.group:
        joined = tuple(inline for cell in row.cells for inline in cell)
        return replace(row, cells=(joined,))
    cells = list(row.cells[:columns]) + [()] * (columns - len(row.cells))
    for surplus in row.cells[columns:]:
        cells[-1] = (*cells[-1], Run(" "), *surplus)
    return replace(row, cells=tuple(cells))


def _widths(block: Table, rows: Sequence[Row], setter: Setter) -> tuple[float, ...]:
    """The columns' widths: their shares, but a column gets what its longest word needs if others can spare it."""
    count, total = len(block.columns), setter.width
    shares = [max(column.share, 0.0) for column in block.columns]
    whole = sum(shares) or 1.0
    wanted = [share / whole * total if sum(shares) else total / count for share in shares]
    least = _needs(block, rows, setter)
    scale = min(1.0, total / sum(least))
    least = [one * scale for one in least]
    widths = [max(want, need) for want, need in zip(wanted, least, strict=True)]
    spare = [width - need for width, need in zip(widths, least, strict=True)]
    over = sum(widths) - total
    if over > 0 and sum(spare) > 0:
        widths = [width - over * own / sum(spare) for width, own in zip(widths, spare, strict=True)]
    return tuple(widths)


def _needs(block: Table, rows: Sequence[Row], setter: Setter) -> list[float]:
    return [_least(block, rows, column, setter) for column in range(len(block.columns))]


def _smaller(setter: Setter, scale: float) -> Setter:
    """The cells set smaller, within what can be read, where the columns' longest words need more than there is."""
    if scale >= 1:
        return setter
    sheet, scale = setter.sheet, max(scale, SMALLEST)
    cell, head = (
        Kind(replace(kind.look, size=round(kind.look.size * scale, 2)), round(kind.leading * scale, 2), kind.above)
        for kind in (sheet.cell, sheet.cell_head)
    )
    return replace(setter, sheet=replace(sheet, cell=cell, cell_head=head))


def _least(block: Table, rows: Sequence[Row], column: int, setter: Setter) -> float:
    """What a column needs to break no word, within bounds."""
    scratch = Element("Span")
    look = setter.sheet.cell.look
    words = [longest_word([Stretch(block.columns[column].heading, setter.sheet.cell_head.look, scratch)])]
    words += [longest_word(stretches(row.cells[column], look, scratch, setter)) for row in rows if not row.group]
    narrowest = min(NARROWEST, setter.width / len(block.columns))
    return min(max(max(words) + 2 * PAD_X + 0.5, narrowest), setter.width * WIDEST_WORD)


def _cell(inlines: Sequence[Inline], grid: Grid, column: int, kind: Kind, element: Element) -> Cell:
    width = grid.widths[column]
    lines = break_lines(stretches(inlines, kind.look, element, grid.setter), width - 2 * PAD_X)
    return Cell(lines, grid.left(column), width, grid.table.columns[column].align)


def _placed(cell: Cell, number: int, top: float, kind: Kind) -> Placed:
    line = cell.lines[number]
    x = cell.x + PAD_X
    if cell.align is Align.RIGHT:
        x = cell.x + cell.width - PAD_X - line.width
    return Placed(line, x, top + baseline(kind))


def _head(grid: Grid, element: Element) -> list[Slab]:
    """The header row: filled, with a rule below."""
    kind, row = grid.setter.sheet.cell_head, Element("TR", element)
    cells = []
    for number, column in enumerate(grid.table.columns):
        header = Element("TH", row)
        header.scope = "Column"
        cells.append(_cell((Run(column.heading),), grid, number, kind, header))
    slabs = _slabs(cells, kind, grid.page_room / 2)
    return [_ruled(slab, grid, fill=grid.setter.sheet.head_fill, last=slab is slabs[-1]) for slab in slabs]


def _row(row: Row, grid: Grid, element: Element, room: float, head: tuple[Slab, ...]) -> list[Slab]:
    sheet, line = grid.setter.sheet, Element("TR", element)
    if row.group:
        header = Element("TH", line)
        header.scope, header.span = "Row", len(grid.widths)
        lines = break_lines(
            stretches(row.cells[0], sheet.cell_head.look, header, grid.setter), grid.setter.width - 2 * PAD_X
        )
        cells, kind = [Cell(lines, 0, grid.setter.width, Align.LEFT)], sheet.cell_head
    else:
        kind = sheet.cell
        cells = [_cell(cell, grid, number, kind, Element("TD", line)) for number, cell in enumerate(row.cells)]
    fill = sheet.tint if row.group else ""
    slabs = [replace(slab, head=head) for slab in _slabs(cells, kind, room)]
    slabs = [_ruled(slab, grid, fill=fill, last=slab is slabs[-1]) for slab in slabs]
    return glue_all(slabs, with_next=True) if row.group and len(slabs) == 1 else slabs


def _slabs(cells: Sequence[Cell], kind: Kind, room: float) -> list[Slab]:
    """One slab for the row, or one per line where the row is taller than `room`."""
    count = max(len(cell.lines) for cell in cells)
    height = count * kind.leading + 2 * PAD_Y
    if height <= room:
        whole = [(cell, number) for cell in cells for number in range(len(cell.lines))]
        return [_strip(whole, height, kind, PAD_Y, 0)]
    slabs = []
    for number in range(count):
        top = PAD_Y if number == 0 else 0.0
        bottom = PAD_Y if number == count - 1 else 0.0
        across = [(cell, number) for cell in cells if number < len(cell.lines)]
        slabs.append(_strip(across, kind.leading + top + bottom, kind, top, number))
    return slabs


def _strip(cells: Sequence[tuple[Cell, int]], height: float, kind: Kind, top: float, first: int) -> Slab:
    """A slab of cells' lines, of which number `first` is the uppermost."""
    placed = tuple(_placed(cell, number, top + (number - first) * kind.leading, kind) for cell, number in cells)
    lines = [one.line for one in placed]
    return Slab(height, placed, anchors=anchors_in(*lines), notes=notes_in(*lines))


def _ruled(slab: Slab, grid: Grid, fill: str, last: bool) -> Slab:
    width = sum(grid.widths)
    boxes = (Box(0, 0, width, slab.height + (0 if last else 0.3), fill),) if fill else ()
    rule = (Box(0, slab.height - 0.25, width, 0.5, RULE),) if last else ()
    return replace(slab, boxes=(*boxes, *rule))

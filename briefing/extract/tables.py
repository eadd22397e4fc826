"""What the numbers in a table's cells count, and whose they are: by their column's head, their row's label and the
table's caption.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from briefing.extract.gazetteer import gazetteer
from briefing.extract.noise import is_bare
from briefing.extract.numbers import Quantity, find_quantities
from briefing.extract.owners import acting
from briefing.model import PassageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.extract.reading import Line, Reading


@dataclass(frozen=True, slots=True)
class Cell:
    """What the table says of a number cell. `actor` is a name or ""; `counted` is "" where no words tell it.

    `unit` and `factor` are those of the column's head ("Cost (US$ million)").
    """

    counted: str
    actor: str
    unit: str = ""
    factor: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class _Head:
    """A column's head or a row's label: its words, and the unit that stands in brackets after them."""

    words: str
    unit: str = ""
    factor: Decimal = Decimal(1)
    when: bool = False


_NO_HEAD = _Head("")
_BRACKET = re.compile(r"^(?P<words>[^(]*?)[\s,]*\((?P<inside>[^()]{1,40})\)\s*$")
_TIME = re.compile(
    r"(?:in )?(?:years?|months?|weeks?|days?|hours?|minutes?|dates?|time|no\.?|#|ranks?|page|ref\w*)", re.IGNORECASE
)
_SAYS_NOTHING = re.compile(
    r"(?:total|value|amount|number|figure|all|sum|quantity|latest|change|q[1-4]|h[12]|fy)?\W*(?:(?:19|20)\d\d\W*)*",
    re.IGNORECASE,
)


def find_cells(reading: Reading) -> None:
    """Fill `reading.cells`: line number -> what the table says, for cells that hold a number and no words."""
    table: list[int] = []
    for number, line in enumerate(reading.lines):
        if line.sentence.kind is PassageKind.CELL:
            table.append(number)
        elif table:
            _read_table(reading, table)
            table = []
    if table:
        _read_table(reading, table)


def _read_table(reading: Reading, table: list[int]) -> None:
    rows = list(_rows(reading, table))
    heads = [_head(reading.lines[n]) for n in rows[0]] if len(rows) > 1 and not _has_number(reading, rows[0]) else []
    above = reading.lines[table[0] - 1] if table[0] else None
    for row in rows[1:] if heads else rows:
        for column, number in enumerate(row):
            line = reading.lines[number]
            if not line.numbers or not is_bare(line.sentence.text):
                continue
            head = heads[column] if len(heads) == len(row) else _NO_HEAD
            label = _head(reading.lines[row[0]]) if column else _NO_HEAD
            owners = [reading.lines[row[0]]] * (column > 0) + [reading.lines[rows[0][column]]] * bool(heads)
            reading.cells[number] = _cell(reading, head, label, [*owners, above])


def _rows(reading: Reading, table: list[int]) -> Iterator[list[int]]:
    """The first lines of a table's cells, row by row: cells of a row stand beside each other, rows apart."""
    row: list[int] = []
    text = reading.source.text
    for before, number in zip([None, *table], table, strict=False):
        if before is not None:
            one, other = reading.lines[before].sentence, reading.lines[number].sentence
            if one.passage == other.passage:
                continue
            gap = text[one.span.end : other.span.start]
            if "\n" in gap and gap != "\n":
                yield row
                row = []
        row.append(number)
    yield row


def _has_number(reading: Reading, row: list[int]) -> bool:
    return any(reading.lines[n].numbers and is_bare(reading.lines[n].sentence.text) for n in row)


def _head(line: Line) -> _Head:
    """A head as words and unit: "Cargo (tonnes)", "Cost (US$ million)", "Inflation, %"."""
    text = " ".join(line.sentence.text.split())
    if is_bare(text):
        return _NO_HEAD
    match = _BRACKET.match(text)
    words, inside = (match["words"], match["inside"]) if match else (text, "")
    if _TIME.fullmatch(inside) or _TIME.fullmatch(words):
        return _Head(words, when=True)
    quantity = _unit_of(inside)
    return _Head(words, quantity.unit, quantity.low) if quantity else _Head(words)


def _unit_of(inside: str) -> Quantity | None:
    """The unit and scale that words in brackets tell, as the quantity of one such unit."""
    if not inside:
        return None
    sign, _, rest = inside.partition(" ")
    for form in (
        f"1 {inside}",
        f"{sign}1 {rest}",
        f"1{inside}",
        f"{inside[0]}1{inside[1:]}",
        f"1 {inside.rstrip('s')}",
    ):
        found = find_quantities(form)
        if (
            len(found) == 1
            and found[0].low
            and (found[0].unit or found[0].scaled)
            and found[0].end >= len(form.strip())
        ):
            return found[0]
    return None


def _cell(reading: Reading, head: _Head, label: _Head, above: list[Line | None]) -> Cell:
    actor = ""
    for line in above:
        mention = next((m for m in line.mentions if m.name in gazetteer().actors), None) if line else None
        if mention is not None:
            actor = acting(reading, mention)
            break
    words = "" if _SAYS_NOTHING.fullmatch(head.words) else head.words
    counted = "" if head.when else words or ("" if _SAYS_NOTHING.fullmatch(label.words) else label.words)
    unit = head if head.unit or head.factor != 1 else label
    return Cell(counted, actor, unit.unit, unit.factor)

"""What a chart shows, as a sheet: the columns that a reader of the Word file may edit, and the series drawn of them."""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from briefing.blocks import ChartKind
from briefing.writers.word.markup import legal

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.blocks import Chart, ChartPoint

# Okabe and Ito, “Color Universal Design” (2008): told apart by colour-blind people, too.
PALETTE = ("0072B2", "D55E00", "009E73", "CC79A7", "56B4E9", "E69F00", "000000")
RANGE_COLOUR = "B9C4D0"
SHEET = "Data"
_LARGEST = 1e300  # about what a sheet's cell can hold
_DAY_ZERO = date(1899, 12, 30).toordinal()  # of a sheet's dates, from March 1900


@dataclass(frozen=True, slots=True)
class Series:
    """A column of the sheet, by its letter, and what is drawn of it; `formulas` make the values where they follow."""

    name: str
    letter: str
    values: tuple[float | None, ...]
    colour: str
    drawn: bool = True
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """`labels` are the first column: texts, or days as a sheet counts them. `stacked` series stand on one another."""

    labels: tuple[str, ...]
    days: tuple[int, ...]
    series: tuple[Series, ...]
    stacked: bool = True

    @property
    def drawn(self) -> tuple[Series, ...]:
        return tuple(series for series in self.series if series.drawn)


def sheet_of(chart: Chart) -> Sheet:
    """The sheet of a chart with at least one point."""
    return _days(chart.points) if chart.kind is ChartKind.TIMELINE else _ranges(chart.points)


def _groups(points: tuple[ChartPoint, ...]) -> list[str]:
    return list(dict.fromkeys(point.group for point in points))


def _letter(index: int) -> str:
    """The name of a column, 0 is A; as many as a chart can have colours for and far more."""
    return chr(ord("A") + index) if index < 26 else _letter(index // 26 - 1) + chr(ord("A") + index % 26)


def _finite(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) and abs(value) < _LARGEST else None


def _ranges(points: tuple[ChartPoint, ...]) -> Sheet:
    """A bar to each value; to the highest one of a range, a paler bar goes on from the lowest."""
    lows = [_finite(point.low) for point in points]
    highs = [_finite(point.high) for point in points]
    labels = tuple(legal(f"{point.label}: {point.text}" if point.label else point.text) for point in points)
    wide = [high if high is not None and high != low else None for low, high in zip(lows, highs, strict=True)]
    ranged = any(value is not None for value in wide)
    stacked = all(value is None or value >= 0 for value in (*lows, *highs))
    groups = _groups(points)
    series: list[Series] = []
    for index, group in enumerate(groups):
        values = tuple(low if point.group == group else None for point, low in zip(points, lows, strict=True))
        name = legal(group).strip() or ("Value, or the lowest" if ranged else "Value")
        series.append(Series(name, _letter(index + 1), values, PALETTE[index % len(PALETTE)]))
    if ranged:
        highest = _letter(len(groups) + 1)
        series.append(Series("Highest value", highest, tuple(wide), RANGE_COLOUR, drawn=not stacked))
    if ranged and stacked:
        rest = tuple(None if top is None else top - (low or 0) for top, low in zip(wide, lows, strict=True))
        ends = [_letter(groups.index(point.group) + 1) for point in points]
        formulas = tuple(f"={highest}{row}-{end}{row}" for row, end in enumerate(ends, 2))
        series.append(
            Series("From there to the highest", _letter(len(groups) + 2), rest, RANGE_COLOUR, formulas=formulas)
        )
    return Sheet(labels, (), tuple(series), stacked)


def _days(points: tuple[ChartPoint, ...]) -> Sheet:
    """A dot on its day for each point, above one another where they are close together."""
    days = tuple(date.fromisoformat(point.day).toordinal() - _DAY_ZERO for point in points)
    reach = max(max(days) - min(days), 1)
    levels: list[int] = []
    ends: dict[int, int] = {}
    for day in days:
        level = next(number for number in range(1, len(days) + 1) if day - ends.get(number, -reach) >= reach / 24)
        ends[level] = day
        levels.append(level)
    series = []
    for index, group in enumerate(_groups(points)):
        values = tuple(level if point.group == group else None for point, level in zip(points, levels, strict=True))
        series.append(
            Series(legal(group).strip() or "Events", _letter(index + 1), values, PALETTE[index % len(PALETTE)])
        )
    return Sheet(tuple(legal(f"{point.label}: {point.text}") for point in points), days, tuple(series))


def workbook(sheet: Sheet, created: datetime) -> bytes:
    """The sheet as an Excel file, which Word opens when somebody edits the chart."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": created})
    page = book.add_worksheet(SHEET)
    page.set_column(0, 0, 40)
    if sheet.days:
        form = book.add_format({"num_format": "d mmm yyyy"})
        for row, day in enumerate(sheet.days, 1):
            page.write_number(row, 0, day, form)
    for column, series in enumerate(sheet.series, 1):
        page.write_string(0, column, legal(series.name))
        for row, value in enumerate(series.values, 1):
            if value is not None and series.formulas:
                page.write_formula(row, column, series.formulas[row - 1], None, value)
            elif value is not None:
                page.write_number(row, column, value)
    for row, label in enumerate(sheet.labels, 1):
        page.write_string(row, len(sheet.series) + 1 if sheet.days else 0, label)
    book.close()
    return stream.getvalue()

"""A chart's own part (ECMA-376 part 1, 21.2): bars for values and ranges, dots on days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from briefing.writers.word.chart_data import SHEET
from briefing.writers.word.markup import R, legal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.writers.word.chart_data import Series, Sheet

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORKBOOK_ID = "rId1"
_FIRST_AXIS, _SECOND_AXIS = 111111111, 222222222
_GREY, _LINE = "505050", "D0D5DB"


def _add(parent: etree._Element, name: str, /, **attributes: str | int) -> etree._Element:
    made = etree.SubElement(parent, f"{{{C}}}{name}")
    for key, value in attributes.items():
        made.set(key, str(value))
    return made


def _draw(parent: etree._Element, name: str, /, **attributes: str | int) -> etree._Element:
    made = etree.SubElement(parent, f"{{{A}}}{name}")
    for key, value in attributes.items():
        made.set(key, str(value))
    return made


def chart_xml(sheet: Sheet, language: str, font: str) -> bytes:
    """The part; its workbook has the relationship `WORKBOOK_ID`. `font` "" takes the document's theme's."""
    root = etree.Element(f"{{{C}}}chartSpace", nsmap={"c": C, "a": A, "r": R})
    _add(root, "date1904", val=0)
    if language:
        _add(root, "lang", val=legal(language))
    _add(root, "roundedCorners", val=0)
    chart = _add(root, "chart")
    _add(chart, "autoTitleDeleted", val=1)
    plot = _add(chart, "plotArea")
    _add(plot, "layout")
    if sheet.days:
        _dots(plot, sheet)
    else:
        _bars(plot, sheet)
    if len(sheet.drawn) > 1:
        legend = _add(chart, "legend")
        _add(legend, "legendPos", val="b")
        _add(legend, "overlay", val=0)
    _add(chart, "plotVisOnly", val=1)
    _add(chart, "dispBlanksAs", val="gap")
    frame = _add(root, "spPr")
    _draw(frame, "noFill")
    _draw(_draw(frame, "ln"), "noFill")
    _text(root, 900, font)
    _add(_external(root), "autoUpdate", val=0)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _external(root: etree._Element) -> etree._Element:
    made = _add(root, "externalData")
    made.set(f"{{{R}}}id", WORKBOOK_ID)
    return made


def _text(parent: etree._Element, size: int, font: str = "") -> None:
    properties = _add(parent, "txPr")
    _draw(properties, "bodyPr")
    _draw(properties, "lstStyle")
    paragraph = _draw(properties, "p")
    look = _draw(_draw(paragraph, "pPr"), "defRPr", sz=size)
    _fill(look, _GREY)
    if font:
        _draw(look, "latin", typeface=font)
    _draw(paragraph, "endParaRPr", lang="en-GB")


def _fill(parent: etree._Element, colour: str) -> None:
    _draw(_draw(parent, "solidFill"), "srgbClr", val=colour)


def _outline(parent: etree._Element, colour: str = "") -> None:
    line = _draw(_add(parent, "spPr"), "ln", w=9525)
    if colour:
        _fill(line, colour)
    else:
        _draw(line, "noFill")


def _bars(plot: etree._Element, sheet: Sheet) -> None:
    bars = _add(plot, "barChart")
    _add(bars, "barDir", val="bar")
    _add(bars, "grouping", val="stacked" if sheet.stacked else "clustered")
    _add(bars, "varyColors", val=0)
    for index, series in enumerate(sheet.drawn):
        made = _series(bars, series, index)
        _fill(_add(made, "spPr"), series.colour)
        _add(made, "invertIfNegative", val=0)
        _strings(_add(made, "cat"), sheet.labels)
        _numbers(_add(made, "val"), series.letter, series.values)
    _add(bars, "gapWidth", val=60)
    _add(bars, "overlap", val=100 if sheet.stacked else 0)
    for axis in (_FIRST_AXIS, _SECOND_AXIS):
        _add(bars, "axId", val=axis)
    labels = _axis(plot, "catAx", _FIRST_AXIS, "l", "maxMin")
    _add(labels, "numFmt", formatCode="General", sourceLinked=0)
    _marks(labels, "low", _LINE)
    _crossing(labels, _SECOND_AXIS, "autoZero")
    _add(labels, "auto", val=1)
    _add(labels, "lblAlgn", val="ctr")
    _add(labels, "lblOffset", val=100)
    _add(labels, "noMultiLvlLbl", val=0)
    # A bar is read by its length, so it begins at nought.
    values = _axis(plot, "valAx", _SECOND_AXIS, "b", "minMax", least=0 if sheet.stacked else None)
    _outline(_add(values, "majorGridlines"), _LINE)
    _add(values, "numFmt", formatCode=_number_form(sheet), sourceLinked=0)
    _marks(values, "nextTo", "")
    _crossing(values, _FIRST_AXIS, "max")
    _add(values, "crossBetween", val="between")


def _number_form(sheet: Sheet) -> str:
    """How the axis shows its numbers: short where they are large."""
    values = [abs(value) for series in sheet.drawn for value in series.values if value is not None]
    largest = max(values, default=0)
    for size, form in ((2e10, '#,##0,,," billion"'), (2e7, '#,##0,," million"')):
        if largest >= size:
            return f"{form};-{form};0"
    return "#,##0" if all(value == round(value) for value in values) else "General"


def _dots(plot: etree._Element, sheet: Sheet) -> None:
    dots = _add(plot, "scatterChart")
    _add(dots, "scatterStyle", val="lineMarker")
    _add(dots, "varyColors", val=0)
    for index, series in enumerate(sheet.drawn):
        made = _series(dots, series, index)
        _draw(_draw(_add(made, "spPr"), "ln", w=19050), "noFill")
        marker = _add(made, "marker")
        _add(marker, "symbol", val="circle")
        _add(marker, "size", val=9)
        look = _add(marker, "spPr")
        _fill(look, series.colour)
        _dot_labels(made, series)
        _numbers(_add(made, "xVal"), "A", sheet.days)
        _numbers(_add(made, "yVal"), series.letter, series.values)
        _add(made, "smooth", val=0)
    for axis in (_FIRST_AXIS, _SECOND_AXIS):
        _add(dots, "axId", val=axis)
    days = _axis(plot, "valAx", _FIRST_AXIS, "b", "minMax")
    _add(days, "numFmt", formatCode="d mmm yyyy", sourceLinked=0)
    _marks(days, "nextTo", _GREY)
    _crossing(days, _SECOND_AXIS, "autoZero")
    _add(days, "crossBetween", val="midCat")
    levels = _axis(plot, "valAx", _SECOND_AXIS, "l", "minMax", shown=False, least=0)
    _add(levels, "numFmt", formatCode="General", sourceLinked=0)
    _marks(levels, "none", "")
    _crossing(levels, _FIRST_AXIS, "autoZero")
    _add(levels, "crossBetween", val="midCat")


def _dot_labels(parent: etree._Element, series: Series) -> None:
    """The number by which each dot is explained below the chart."""
    labels = _add(parent, "dLbls")
    for index, value in enumerate(series.values):
        if value is None:
            continue
        label = _add(labels, "dLbl")
        _add(label, "idx", val=index)
        rich = _add(_add(label, "tx"), "rich")
        _draw(rich, "bodyPr")
        _draw(rich, "lstStyle")
        run = _draw(_draw(rich, "p"), "r")
        _draw(run, "rPr", lang="en-GB", sz=900, b=1)
        _draw(run, "t").text = str(index + 1)
        _add(label, "dLblPos", val="t")
        _shown(label)
    _add(labels, "dLblPos", val="t")
    _shown(labels)


def _shown(labels: etree._Element) -> None:
    for name in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize"):
        _add(labels, name, val=1 if name == "showVal" else 0)


def _series(parent: etree._Element, series: Series, index: int) -> etree._Element:
    made = _add(parent, "ser")
    _add(made, "idx", val=index)
    _add(made, "order", val=index)
    reference = _add(_add(made, "tx"), "strRef")
    _add(reference, "f").text = f"{SHEET}!${series.letter}$1"
    _cached(_add(reference, "strCache"), [legal(series.name)])
    return made


def _strings(parent: etree._Element, values: Sequence[str]) -> None:
    reference = _add(parent, "strRef")
    _add(reference, "f").text = f"{SHEET}!$A$2:$A${len(values) + 1}"
    _cached(_add(reference, "strCache"), values)


def _numbers(parent: etree._Element, letter: str, values: Sequence[float | None]) -> None:
    reference = _add(parent, "numRef")
    _add(reference, "f").text = f"{SHEET}!${letter}$2:${letter}${len(values) + 1}"
    cache = _add(reference, "numCache")
    _add(cache, "formatCode").text = "General"
    _cached(cache, [None if value is None else f"{value:.15g}" for value in values])


def _cached(cache: etree._Element, values: Sequence[str | None]) -> None:
    _add(cache, "ptCount", val=len(values))
    for index, value in enumerate(values):
        if value is not None:
            _add(_add(cache, "pt", idx=index), "v").text = value


def _axis(
    plot: etree._Element, kind: str, number: int, side: str, way: str, *, shown: bool = True, least: int | None = None
) -> etree._Element:
    axis = _add(plot, kind)
    _add(axis, "axId", val=number)
    scaling = _add(axis, "scaling")
    _add(scaling, "orientation", val=way)
    if least is not None:
        _add(scaling, "min", val=least)
    _add(axis, "delete", val=0 if shown else 1)
    _add(axis, "axPos", val=side)
    return axis


def _marks(axis: etree._Element, labels: str, line: str) -> None:
    _add(axis, "majorTickMark", val="none")
    _add(axis, "minorTickMark", val="none")
    _add(axis, "tickLblPos", val=labels)
    _outline(axis, line)


def _crossing(axis: etree._Element, other: int, where: str) -> None:
    _add(axis, "crossAx", val=other)
    _add(axis, "crosses", val=where)

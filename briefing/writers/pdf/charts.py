"""Charts into slabs: a figure with its caption above, its sources below, and every value printed as text, too.

Colours are those of Okabe and Ito ("Color Universal Design", 2008), which colour-blind people tell apart; each group
also has a form of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from briefing.blocks import Chart, ChartKind, ChartPoint
from briefing.writers.pdf.axis import Axis, ticks, worded
from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines, text_width
from briefing.writers.pdf.setting import Setter, baseline, paragraph, stretches
from briefing.writers.pdf.slabs import Dot, Drawing, Form, Placed, Slab, Stroke, glue, glue_all
from briefing.writers.pdf.styles import GREY, RULE
from briefing.writers.pdf.tree import Element

PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000")
FORMS = (Form.CIRCLE, Form.SQUARE, Form.DIAMOND, Form.TRIANGLE)
LABEL_SHARE, VALUE_SHARE = 0.34, 0.26
AIR = 8.0
RADIUS = 3.4
ARROW = 16.0
STRIP, STEP = 34.0, 11.0


@dataclass(frozen=True, slots=True)
class Sign:
    """How the points of a group are drawn."""

    colour: str
    form: Form


@dataclass(frozen=True, slots=True)
class Band:
    """One point's strip in a figure: its lines of text, and its height."""

    point: ChartPoint
    label: tuple[Line, ...]
    value: tuple[Line, ...]
    height: float


def set_chart(block: Chart, setter: Setter, parent: Element, page_room: float) -> list[Slab]:
    """The caption, the figure (in several parts where one page cannot hold it) and the sources."""
    if not block.points:
        return []
    draw = _ranges if block.kind is ChartKind.RANGES else _timeline
    slabs = _caption(block, setter, parent)
    slabs += draw(block, setter, parent, page_room - sum(slab.height + slab.gap for slab in slabs))
    if block.sources:
        kind = setter.sheet.note
        lines = break_lines(stretches(block.sources, kind.look, Element("P", parent), setter), setter.width)
        slabs[-1] = replace(slabs[-1], glued=True)
        slabs += glue(paragraph(lines, kind))
    return [*slabs, Slab(4)]


def _caption(block: Chart, setter: Setter, parent: Element) -> list[Slab]:
    text = f"Figure {block.number}. {block.title}" if block.number else block.title
    if not text:
        return []
    kind = setter.sheet.caption
    lines = break_lines([Stretch(text, kind.look, Element("P", parent))], setter.width)
    return glue_all([*paragraph(lines, kind), Slab(3)], with_next=True)


def _figure(parent: Element, alt: str) -> Element:
    figure = Element("Figure", parent)
    figure.alt = alt
    return figure


def _signs(points: Sequence[ChartPoint]) -> dict[str, Sign]:
    groups = dict.fromkeys(point.group for point in points)
    return {
        group: Sign(PALETTE[number % len(PALETTE)], FORMS[number % len(FORMS)]) for number, group in enumerate(groups)
    }


def _parts(bands: Sequence[Band], room: float) -> list[list[Band]]:
    """The bands in as few parts as pages need; no part is empty."""
    parts: list[list[Band]] = [[]]
    used = 0.0
    for band in bands:
        if parts[-1] and used + band.height > room:
            parts.append([])
            used = 0.0
        parts[-1].append(band)
        used += band.height
    return parts


def _legend(points: Sequence[ChartPoint], setter: Setter, figure: Element, top: float) -> Slab:
    """The groups' signs and names, as a slab to be joined to the figure; empty where there is one group."""
    signs, kind = _signs(points), setter.sheet.note
    if len(signs) < 2:
        return Slab(0)
    lines: list[Placed] = []
    shapes: list[Stroke | Dot] = []
    x = 0.0
    for group, sign in signs.items():
        (line, *_) = break_lines([Stretch(group or "other", kind.look, figure)], setter.width - 12)
        if x and x + 12 + line.width > setter.width:
            x, top = 0.0, top + kind.leading
        shapes.append(Dot(x + RADIUS, top + kind.leading / 2, RADIUS, sign.colour, sign.form))
        lines.append(Placed(line, x + 12, top + baseline(kind)))
        x += 12 + line.width + 14
    return Slab(top + kind.leading, tuple(lines), drawing=Drawing(figure, tuple(shapes)))


# -- values by source, with ranges


def _ranges(block: Chart, setter: Setter, parent: Element, room: float) -> list[Slab]:
    kind = setter.sheet.cell
    figure = _figure(parent, block.alt)
    wide = setter.width * LABEL_SHARE - AIR
    bold = replace(kind.look, bold=True)
    longest = max(text_width(point.text, bold) for point in block.points)
    value_width = min(longest + 1, setter.width * VALUE_SHARE)
    axis = Axis.over(block.points, setter.width * LABEL_SHARE, setter.width - value_width - ARROW - AIR)
    foot = kind.leading * (3 if axis.cut else 2) + AIR
    bands, slabs = _bands(block, setter, figure, wide, value_width, room), list[Slab]()
    for number, part in enumerate(_parts(bands, room - foot - 2 * kind.leading)):
        own = figure if number == 0 else _figure(parent, f"{block.title}, continued")
        slabs.append(_ranges_part(block, part, axis, setter, own))
    return slabs


def _bands(
    block: Chart, setter: Setter, figure: Element, label_width: float, value_width: float, room: float
) -> list[Band]:
    kind = setter.sheet.cell
    most = max(1, int(room / 3 / kind.leading))
    bold = replace(kind.look, bold=True)
    found = []
    for point in block.points:
        label = break_lines([Stretch(point.label, kind.look, figure)], label_width)[:most]
        value = break_lines([Stretch(point.text, bold, figure)], value_width)[:most]
        found.append(Band(point, label, value, max(len(label), len(value)) * kind.leading + 5))
    return found


def _ranges_part(block: Chart, bands: Sequence[Band], axis: Axis, setter: Setter, figure: Element) -> Slab:
    kind, signs = setter.sheet.cell, _signs(block.points)
    bottom = sum(band.height for band in bands)
    lines: list[Placed] = []
    shapes: list[Stroke | Dot] = []
    for tick in ticks(axis):
        x = axis.place(tick)
        shapes.append(Stroke(x, 0, x, bottom + 3, 0.5, RULE))
        lines.append(_centred(worded(tick, axis), x, bottom + 3 + baseline(setter.sheet.note), setter, figure))
    top = 0.0
    for band in bands:
        middle = top + band.height / 2
        shapes += _value(band.point, signs[band.point.group], axis, middle)
        lines += _stacked(band.label, 0, middle, kind.leading, baseline(kind))
        lines += _stacked(band.value, axis.right + ARROW + AIR, middle, kind.leading, baseline(kind))
        top += band.height
    height = bottom + 3 + setter.sheet.note.leading
    if axis.cut:
        grey = replace(setter.sheet.note.look, colour=GREY, italic=True)
        (line, *_) = break_lines([Stretch("The axis does not begin at 0.", grey, figure)], setter.width)
        lines.append(Placed(line, axis.left, height + baseline(setter.sheet.note)))
        height += setter.sheet.note.leading
    legend = _legend(block.points, setter, figure, height + 2)
    extra = legend.drawing.shapes if legend.drawing else ()
    return Slab(
        max(height, legend.height) + 2, (*lines, *legend.lines), drawing=Drawing(figure, (*shapes, *extra)), gap=2
    )


def _stacked(lines: Sequence[Line], x: float, middle: float, leading: float, base: float) -> list[Placed]:
    top = middle - len(lines) * leading / 2
    return [Placed(line, x, top + number * leading + base) for number, line in enumerate(lines)]


def _centred(text: str, x: float, base: float, setter: Setter, figure: Element) -> Placed:
    look = replace(setter.sheet.note.look, colour=GREY)
    (line, *_) = break_lines([Stretch(f"{text} ", look, figure)], setter.width)
    return Placed(line, min(max(x - line.width / 2, 0), setter.width - line.width), base)


def _value(point: ChartPoint, sign: Sign, axis: Axis, middle: float) -> list[Stroke | Dot]:
    """A dot, or a bar between two; an open end has an arrow and no dot."""
    low, high = point.low, point.high
    if low is None and high is None:
        return []
    left = axis.place(low) if low is not None else axis.place(high or 0) - ARROW
    right = axis.place(high) if high is not None else left + ARROW
    ends = [Dot(axis.place(end), middle, RADIUS, sign.colour, sign.form) for end in (low, high) if end is not None]
    if low == high:
        return list(ends[:1])
    shapes: list[Stroke | Dot] = [Stroke(left, middle, right, middle, 2.2, sign.colour)]
    if low is None:
        shapes += [Stroke(left, middle, left + 4, middle + way, 1.4, sign.colour) for way in (-3.5, 3.5)]
    if high is None:
        shapes += [Stroke(right, middle, right - 4, middle + way, 1.4, sign.colour) for way in (-3.5, 3.5)]
    return [*shapes, *ends]


# -- a strip of dates


def _timeline(block: Chart, setter: Setter, parent: Element, room: float) -> list[Slab]:
    """The strip with numbered dots, and below it what each number stands for."""
    days = [date.fromisoformat(point.day) for point in block.points]
    figure = _figure(parent, block.alt)
    first, last = min(days), max(*days, min(days) + timedelta(days=1))
    axis = Axis(float(first.toordinal()), float(last.toordinal()), 10, setter.width - 10)
    stacks = _stacks([axis.place(day.toordinal()) for day in days])
    height = STRIP + STEP * min(max(stacks), int(room / 3 / STEP))
    shapes: list[Stroke | Dot] = [Stroke(0, height - 20, setter.width, height - 20, 1.2, GREY)]
    lines = [_centred(block.points[0].label, axis.left, height - 4, setter, figure)]
    if len(set(days)) > 1:
        lines.append(_centred(block.points[-1].label, axis.right, height - 4, setter, figure))
    signs, white = _signs(block.points), _on_dot(setter.sheet.note.look)
    for number, (point, day, stack) in enumerate(zip(block.points, days, stacks, strict=True), 1):
        x, top = axis.place(day.toordinal()), max(height - 20 - stack * STEP, 6)
        shapes.append(Dot(x, top, 5.6, _dark(signs[point.group].colour)))
        (line, *_) = break_lines([Stretch(f"{number} ", white, figure)], 60)
        lines.append(Placed(line, x - line.width / 2, top + white.size * 0.36))
    strip = Slab(height, tuple(lines), drawing=Drawing(figure, tuple(shapes)), gap=4, glued=True)
    key = Element("L", parent)
    key.list_numbering = "Decimal"
    return [strip, *(slab for number, point in enumerate(block.points, 1) for slab in _key(number, point, setter, key))]


def _key(number: int, point: ChartPoint, setter: Setter, parent: Element) -> list[Slab]:
    """What a number stands for."""
    kind, indent = setter.sheet.cell, 20.0
    item = Element("LI", parent)
    label, body = Element("Lbl", item), Element("LBody", item)
    bold = replace(kind.look, bold=True)
    text = [Stretch(f"{point.label}: ", bold, body), Stretch(point.text, kind.look, body)]
    slabs = paragraph(break_lines(text, setter.width - indent), kind, indent)
    (line, *_) = break_lines([Stretch(str(number), bold, label)], indent)
    slabs[0] = replace(slabs[0], gap=1, lines=(Placed(line, 4, baseline(kind)), *slabs[0].lines))
    return glue(slabs)


def _stacks(places: Sequence[float]) -> list[int]:
    """How high each dot has to stand so that none hides another; the places come in order."""
    ends: list[float] = []
    found = []
    for place in places:
        level = next((number for number, end in enumerate(ends) if place - end >= STEP + 1), len(ends))
        ends[level:] = [place, *ends[level + 1 :]]
        found.append(level)
    return found


def _on_dot(look: Look) -> Look:
    return replace(look, size=look.size * 0.82, colour="#ffffff", bold=True)


def _dark(colour: str) -> str:
    """A colour that white numbers stand out from."""
    return {"#56b4e9": "#0072b2", "#e69f00": "#9c6500", "#cc79a7": "#a3457b"}.get(colour, colour)

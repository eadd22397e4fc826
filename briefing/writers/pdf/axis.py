"""The axis of a chart: from where to where, with round numbers on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.blocks import ChartPoint

CLOSE = 0.25
WANTED_TICKS = 4
SMALLEST = 1e-9


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `first` to `last` over the places from `left` to `right`. A `cut` one does not begin at 0."""

    first: float
    last: float
    left: float
    right: float
    cut: bool = False

    @classmethod
    def over(cls, points: Sequence[ChartPoint], left: float, right: float) -> Axis:
        """The axis that shows all points: from 0, but where the values are close together and far from 0."""
        ends = [end for point in points for end in (point.low, point.high) if end is not None and math.isfinite(end)]
        low, high = min(ends, default=0.0), max(ends, default=1.0)
        cut = low > 0 and high - low < CLOSE * high and high > low
        if not cut:
            low, high = min(low, 0.0), max(high, 0.0)
        step = _step(high - low or 1.0)
        first, last = math.floor(low / step) * step, math.ceil(high / step) * step
        return cls(first, last if last > first else first + step, left, right, cut and first > 0)

    def place(self, value: float) -> float:
        share = (value - self.first) / (self.last - self.first)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)


def _step(reach: float) -> float:
    """1, 2 or 5 times a power of ten, so that about four of it make the reach."""
    rough = max(reach, SMALLEST) / WANTED_TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)


def ticks(axis: Axis) -> list[float]:
    step = _step(axis.last - axis.first)
    count = round((axis.last - axis.first) / step)
    return [axis.first + number * step for number in range(count + 1)]


def worded(value: float, axis: Axis) -> str:
    """A round number, short: "2 million", "1,500", "0.5"."""
    for size, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if max(abs(axis.first), abs(axis.last)) >= size:
            return f"{round(value / size, 6):,g}{name}" if value else "0"
    return f"{value:,.0f}" if abs(value) >= 1000 or value == round(value) else f"{round(value, 6):g}"

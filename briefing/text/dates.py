"""Dates as they are printed in running text, resolved against the day of publication where one is given.

The clock is never asked: "yesterday" in a text of unknown date stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.model import Precision, Span

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = {day: n for n, day in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())}
_SPELT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "ten": 10,
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_PATTERN = re.compile(
    rf"(?<![\w-])(?:"
    rf"(?P<iso>{_YEAR}-\d\d-\d\d)(?![\w-])"
    rf"|(?P<d1>{_DAY})[ \u00a0](?:of )?(?P<m1>{_MONTH})\b\.?(?:,?[ \u00a0](?P<y1>{_YEAR}))?(?!\d)"
    rf"|(?P<m2>{_MONTH})\b\.?[ \u00a0](?:the )?(?P<d2>{_DAY})(?![\d,]*\d\d\d)(?!\w)"
    rf"(?:,?[ \u00a0](?P<y2>{_YEAR})(?!\d))?"
    rf"|(?P<m3>{_MONTH})\b\.?,?[ \u00a0](?:of )?(?P<y3>{_YEAR})(?!\d)"
    rf"|(?P<d4>\d\d?)[./](?P<m4>\d\d?)[./](?P<y4>{_YEAR})(?!\d)"
    rf"|(?P<lead>in|since|by|during|until|till|from|before|after|early|late|mid|last|this|next|between|and"
    rf"|through|of)[ -](?:mid-|early |late |the (?:end|start|beginning) of )?"
    rf"(?:(?P<y5>{_YEAR})(?![\w,%]*\d)(?![ ](?:people|troops|soldiers))|(?P<m5>(?-i:{_FULL}))(?!\w)"
    rf"(?!\.?,?[ \u00a0](?:of )?\d))"
    rf"|(?P<ago>\d+|{'|'.join(_SPELT)})[ ](?P<unit>day|week|month|year)s?[ ]ago\b"
    rf"|(?P<rel>today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening))\b"
    rf"|(?P<which>this|last|next)[ ](?P<span>week|month|year)\b"
    rf"|(?:(?P<wlead>on|last|next|this)[ ])(?P<wday>{'|'.join(_WEEKDAYS)})\b"
    rf")",
    re.IGNORECASE,
)
#: no date without one of these, or four digits in a row: much cheaper to look for than the pattern
_SIGNS = tuple(
    "jan feb mar apr may jun jul aug sep oct nov dec day"
    " tomorrow tonight ago week month year morning evening afternoon".split()
)
_FOUR_DIGITS = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A printed date: `span` within the text, `text` its words, `date` ISO 8601 reduced to `precision`, or ""."""

    span: Span
    text: str
    date: str
    precision: Precision


def find_dates(text: str, published: str = "") -> tuple[DateFound, ...]:
    """The dates printed in `text`, in order. Relative ones get a `date` only where `published` allows it."""
    lowered = text.lower()
    if not any(sign in lowered for sign in _SIGNS) and not _FOUR_DIGITS.search(text):
        return ()
    return tuple(_read_all(text, _base(published)))


@dataclass(frozen=True, slots=True)
class _Base:
    """The day of publication as far as it is known."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def full(self) -> date | None:
        return _valid(self.year, self.month, self.day)


def _base(published: str) -> _Base:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published)
    if not match:
        return _Base()
    return _Base(*(int(part or 0) for part in match.groups()))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _read_all(text: str, base: _Base) -> Iterator[DateFound]:
    for match in _PATTERN.finditer(text):
        found = _read(match, base)
        if found is None:
            continue
        iso, precision = found.iso, found.precision
        start = match.start()
        if match["lead"]:
            start = match.start("y5") if match["y5"] else match.start("m5")
        elif match["wlead"] and match["wlead"].lower() == "on":
            start = match.start("wday")
        span = Span(start, match.end())
        yield DateFound(span, span.cut(text).rstrip(" ,."), iso, precision)


@dataclass(frozen=True, slots=True)
class _Resolved:
    iso: str
    precision: Precision


def _read(match: re.Match[str], base: _Base) -> _Resolved | None:
    if match["iso"]:
        parts = [int(part) for part in match["iso"].split("-")]
        return _exact(parts[0], parts[1], parts[2])
    for number in ("1", "2"):
        if match["d" + number]:
            return _month_and_day(match, number, base)
    if match["m3"]:
        return _Resolved(f"{match['y3']}-{_MONTHS[match['m3'].lower()]:02}", Precision.MONTH)
    if match["d4"]:
        day, month = int(match["d4"]), int(match["m4"])
        if day <= 12 and month <= 12 and day != month:
            return _Resolved(match["y4"], Precision.YEAR)
        return _exact(int(match["y4"]), *((month, day) if month <= 12 else (day, month)))
    if match["y5"]:
        return _Resolved(match["y5"], Precision.YEAR)
    if match["m5"]:
        return _month_alone(match, base)
    return _relative(match, base)


def _exact(year: int, month: int, day: int) -> _Resolved | None:
    found = _valid(year, month, day)
    return _Resolved(found.isoformat(), Precision.DAY) if found else None


def _month_and_day(match: re.Match[str], number: str, base: _Base) -> _Resolved | None:
    printed = match["m" + number]
    if not printed[0].isupper():
        return None
    month, day = _MONTHS[printed.lower()], int(re.sub(r"\D", "", match["d" + number]))
    year = match["y" + number]
    if year:
        return _exact(int(year), month, day)
    if not base.year:
        return _Resolved("", Precision.DAY)
    return _exact(_nearest_year(base, month), month, day)


def _nearest_year(base: _Base, month: int) -> int:
    """The year that puts the month nearest to publication: a text of January means last November."""
    if not base.month:
        return base.year
    return base.year - 1 if month - base.month > 6 else base.year + 1 if base.month - month > 8 else base.year


def _month_alone(match: re.Match[str], base: _Base) -> _Resolved | None:
    printed = match["m5"]
    if not printed[0].isupper():
        return None
    month = _MONTHS[printed.lower()]
    if not base.year:
        return _Resolved("", Precision.MONTH)
    year = _nearest_year(base, month)
    lead = match["lead"].lower()
    if lead in {"last", "since"} and base.month and (year, month) > (base.year, base.month):
        year -= 1
    return _Resolved(f"{year}-{month:02}", Precision.MONTH)


def _relative(match: re.Match[str], base: _Base) -> _Resolved | None:
    today = base.full
    if match["which"]:
        return _which(match, base)
    if match["ago"]:
        return _ago(match, base)
    if match["wday"]:
        if today is None:
            return _Resolved("", Precision.DAY)
        return _Resolved(_weekday(today, match["wday"].lower(), match["wlead"].lower()).isoformat(), Precision.DAY)
    if today is None:
        return _Resolved("", Precision.DAY)
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["rel"].lower(), 0)
    return _Resolved(_shifted(today, shift).isoformat(), Precision.DAY)


def _shifted(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _weekday(today: date, name: str, lead: str) -> date:
    """The weekday before or on the day of publication; after it for "next"."""
    back = (today.weekday() - _WEEKDAYS[name]) % 7
    if lead == "next":
        return _shifted(today, 7 - back)
    return _shifted(today, -(back or (7 if lead == "last" else 0)))


def _which(match: re.Match[str], base: _Base) -> _Resolved | None:
    shift = {"this": 0, "last": -1, "next": 1}[match["which"].lower()]
    unit = match["span"].lower()
    if unit == "year":
        return _Resolved(f"{base.year + shift:04}" if base.year else "", Precision.YEAR)
    if unit == "month":
        return _Resolved(_month_of(base, shift), Precision.MONTH)
    today = base.full
    return _Resolved(_shifted(today, 7 * shift).isoformat()[:7] if today else "", Precision.MONTH)


def _month_of(base: _Base, shift: int) -> str:
    if not base.month:
        return ""
    months = base.year * 12 + base.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _ago(match: re.Match[str], base: _Base) -> _Resolved | None:
    printed, unit = match["ago"].lower(), match["unit"].lower()
    count = _SPELT.get(printed) or (int(printed) if printed.isdigit() and len(printed) < 5 else 0)
    today = base.full
    if unit == "year":
        return _Resolved(f"{base.year - count:04}" if base.year > count else "", Precision.YEAR)
    if unit == "month":
        return _Resolved(_month_of(base, -count), Precision.MONTH)
    days = count * (7 if unit == "week" else 1)
    return _Resolved(_shifted(today, -days).isoformat() if today else "", Precision.DAY)

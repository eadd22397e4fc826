"""Dates as documents state them in their own particulars, made ISO 8601."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:[a-z]{3,9},?\s{1,3})?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?P<year>\d{4})(?P<number>\d{2})(?P<day>\d{2})(?!\d)",
        r"(?P<year>\d{4})-(?P<number>\d{2})(?![\d-])",
        rf"{_WEEKDAY}{_DAY}[\s-]{{1,3}}{_NAME},?[\s-]{{1,3}}{_YEAR}",
        rf"{_WEEKDAY}{_NAME}\s{{1,3}}{_DAY},?\s{{1,3}}{_YEAR}",
        rf"{_NAME},?\s{{1,3}}{_YEAR}",
        rf"(?P<day>\d{{1,2}})\.(?P<number>\d{{1,2}})\.{_YEAR}",
        r"(?P<year>\d{4})$",
    )
)


def iso_date(stated: str) -> str:
    """The date in ISO 8601, reduced to what is stated ("2024-11"), or "" where it is none or can be read two ways."""
    stated = stated.strip()[:80]
    for form in _FORMS:
        found = form.match(stated)
        if found:
            parts = found.groupdict()
            month = _month(parts.get("month") or "", parts.get("number") or "")
            return _checked(int(parts["year"]), month, int(parts.get("day") or 0))
    return ""


def _month(name: str, number: str) -> int:
    return _MONTHS.index(name.lower()) + 1 if name else int(number or 0)


def _checked(year: int, month: int, day: int) -> str:
    if not 1400 <= year <= 2200:
        return ""
    if not month:
        return f"{year:04}"
    try:
        whole = date(year, month, day or 1)
    except ValueError:
        return ""
    return whole.isoformat() if day else whole.isoformat()[:7]

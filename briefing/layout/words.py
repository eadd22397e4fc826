"""Small wordings that the whole document shares: dates, counts, statuses, one-line text."""

from __future__ import annotations

from datetime import date

from briefing.model import Citation, FigureRow

# Not strftime: its names follow the process's locale, and Qt changes that.
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def date_in_words(iso: str) -> str:
    """An ISO 8601 date in English words: "21 October 2026", "October 2026"; anything else as it is."""
    parts = iso.split("-")
    try:
        if len(parts) == 3:
            day = date.fromisoformat(iso)
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        if len(parts) == 2:
            return f"{_MONTHS[date(int(parts[0]), int(parts[1]), 1).month - 1]} {parts[0]}"
    except ValueError:
        return iso
    return iso


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def one_line(text: str) -> str:
    """The text as it is printed: a source's own line breaks are blanks. The ledger keeps it to the character."""
    return " ".join(text.split())


def status(row: FigureRow) -> str:
    return row.status + ("; sources differ" if row.disputed else "")


def locator(citation: Citation) -> str:
    paragraph = f"para {citation.passage}" if citation.passage else ""
    return ", ".join(part for part in (f"p. {citation.page}" if citation.page else "", paragraph) if part)

"""Labels, list lead-ins and headings that say whose the lines under them are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.owners import acting, owner_of
from briefing.model import PassageKind

if TYPE_CHECKING:
    from briefing.extract.reading import Line, Reading


def find_leads(reading: Reading) -> None:
    """Fill `reading.leads`, one entry per line."""
    section, above, label, passage = "", "", "", 0
    for number, line in enumerate(reading.lines):
        kind = line.sentence.kind
        if line.sentence.passage != passage:
            passage, label = line.sentence.passage, _label(reading, line)
        if kind is PassageKind.HEADING:
            section, above = _heading(reading, line), ""
        elif kind is not PassageKind.LIST_ITEM:
            above = _opens_list(reading, number) if line.sentence.text.rstrip().endswith(":") else ""
        reading.leads.append(label or (above if kind is PassageKind.LIST_ITEM else "") or section)


def _label(reading: Reading, line: Line) -> str:
    """The actor of "Chad: ..." or "\u2022 Canada \u2013 ..." at the beginning of a passage."""
    words = line.words
    first = 1 if words.words and not words.words[0][0].isalnum() else 0
    for mention in line.mentions:
        after = words.words[mention.last : mention.last + 1]
        if (
            mention.first == first
            and mention.how in {"name", "capital"}
            and after
            and after[0] in {":", "\u2013", "\u2014"}
        ):
            return acting(reading, mention)
    return ""


def _heading(reading: Reading, line: Line) -> str:
    """The actor that is all there is in a heading."""
    words = line.words
    for mention in line.mentions:
        if mention.how == "name" and mention.first == 0 and mention.last == len(words):
            return acting(reading, mention)
    return ""


def _opens_list(reading: Reading, number: int) -> str:
    """Whose the list is that a line such as "The EU's package includes:" opens."""
    subject = reading.lines[number].first_subject()
    return owner_of(reading, number, subject) if subject is not None else ""

"""Looks each cited line of a finished briefing up again, character for character, in the frozen sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from briefing.blocks import LedgerEntry
from briefing.model import Source


class Finding(StrEnum):
    FOUND = "found"
    NOT_FOUND = "not in the source"
    NO_SOURCE = "its source was not given"
    ALTERED = "altered in the document"
    CUT = "cut from the document"


@dataclass(frozen=True, slots=True)
class Checked:
    """One cited passage with what became of it; `printed` is its text in the document, where that differs."""

    entry: LedgerEntry
    finding: Finding
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    checked: tuple[Checked, ...]

    @property
    def faults(self) -> tuple[Checked, ...]:
        return tuple(item for item in self.checked if item.finding is not Finding.FOUND)

    @property
    def sound(self) -> bool:
        return not self.faults


def verify(entries: Sequence[LedgerEntry], printed: Mapping[str, str], sources: Sequence[Source]) -> Verification:
    """Check every ledger entry against the sources, and the printed evidence against the ledger.

    `printed` maps evidence ids to the text that stands in the document now. A text counts as unaltered when it
    differs from its source in white space only, since a source's line breaks are printed as blanks.
    """
    by_hash = {source.sha256: source for source in sources}
    first = {entry.evidence: entry for entry in reversed(entries)}
    return Verification(
        tuple(
            _check(entry, by_hash.get(entry.sha256), printed, is_first=first[entry.evidence] is entry)
            for entry in entries
        )
    )


def _check(entry: LedgerEntry, source: Source | None, printed: Mapping[str, str], *, is_first: bool) -> Checked:
    if source is None:
        return Checked(entry, Finding.NO_SOURCE)
    if source.text[entry.start : entry.end] != entry.quote:
        return Checked(entry, Finding.NOT_FOUND)
    if is_first and not entry.evidence.startswith("p_"):
        now = printed.get(entry.evidence)
        if now is None:
            return Checked(entry, Finding.CUT)
        if now.split() != entry.quote.split():
            return Checked(entry, Finding.ALTERED, now)
    return Checked(entry, Finding.FOUND)

"""Cited passages are looked up again, character for character."""

from __future__ import annotations

from dataclasses import replace

import matter

from briefing import composer, layout, templates
from briefing.verify import Finding, verify


def ledger_and_print() -> tuple[tuple, dict[str, str]]:
    document = layout.lay_out(composer.compose(matter.analysis(), templates.find("situation-report")))
    return document.ledger, {entry.evidence: " ".join(entry.quote.split()) for entry in document.ledger}


def test_a_sound_briefing_has_no_faults() -> None:
    entries, printed = ledger_and_print()
    result = verify(entries, printed, matter.analysis().sources)
    assert result.sound
    assert len(result.checked) == len(entries) > 5


def test_each_fault_is_told_apart() -> None:
    entries, printed = ledger_and_print()
    sources = matter.analysis().sources
    first = entries[0]
    altered = verify(entries, printed | {first.evidence: "Norway sent 9 blankets."}, sources)
    assert [item.finding for item in altered.faults] == [Finding.ALTERED]
    assert altered.faults[0].printed == "Norway sent 9 blankets."
    cut = verify(entries, {key: text for key, text in printed.items() if key != first.evidence}, sources)
    assert {item.finding for item in cut.faults} == {Finding.CUT}
    missing = verify(entries, printed, [source for source in sources if source.id != first.source])
    assert {item.finding for item in missing.faults} == {Finding.NO_SOURCE}
    forged = verify([replace(first, quote=first.quote + "!")], printed, sources)
    assert [item.finding for item in forged.faults] == [Finding.NOT_FOUND]

"""Numbers citations in the order of their first use, and keeps the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.blocks import Cite, LedgerEntry
from briefing.layout.words import locator
from briefing.model import Citation, Source


@dataclass(slots=True)
class Numbering:
    """What has been numbered so far."""

    sources: Mapping[str, Source]
    numbers: dict[str, int] = field(default_factory=dict)
    backs: dict[str, list[str]] = field(default_factory=dict)
    ledger: list[LedgerEntry] = field(default_factory=list)
    tables: int = 0
    differing: int = 0
    charts: int = 0

    def cite(self, key: str, citation: Citation) -> Cite:
        """Number a citation, and note it in the ledger."""
        source = self.sources[citation.source]
        number = self.numbers.setdefault(source.id, len(self.numbers) + 1)
        back = f"cite-{len(self.ledger) + 1}"
        self.backs.setdefault(source.id, []).append(back)
        self.ledger.append(
            LedgerEntry(
                evidence=key,
                number=number,
                source=source.id,
                name=source.name,
                sha256=source.sha256,
                start=citation.span.start,
                end=citation.span.end,
                passage=citation.passage,
                page=citation.page,
                quote=citation.quote,
            )
        )
        return Cite(number, locator(citation), f"source-{number}", back)

    def table_of_differences(self) -> int:
        """The number of the table where sources differ; `differing` keeps that of the first."""
        number = self.next_table()
        self.differing = self.differing or number
        return number

    def next_table(self) -> int:
        self.tables += 1
        return self.tables

    def next_chart(self) -> int:
        self.charts += 1
        return self.charts

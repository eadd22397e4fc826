from __future__ import annotations

from decimal import Decimal

import pytest
from extract_sources import evidence_of

from briefing.extract.noise import is_bare
from briefing.model import Figure
from briefing.pipeline import load_text

WAITING = """# Low water in Kenya

Kenya: vessels waiting

| Port | Barges waiting | Cargo (tonnes) | Longest wait (days) |
|---|---|---|---|
| Mombasa | 14 | 32,000 | 16 |
| Lamu | 3 | 4,100 | 9 |
"""
BUDGET = """| State | 2024 | Cost (US$ million) |
|---|---|---|
| Uganda | 300 | 1,200 |
| Brazil | 12% | 5.5 |
"""


def cells(text: str) -> dict[str, Figure]:
    from briefing.extract import extract_source, merge
    from briefing.text.sentences import split

    source = load_text(text, "table.md")
    found = merge([source], [extract_source(source, split(source))])
    return {figure.text: figure for figure in found.figures}


def test_a_cell_counts_what_its_columns_head_says() -> None:
    found = cells(WAITING)
    assert (found["14"].counted, found["14"].unit, found["14"].key) == ("Barges waiting", "", True)
    assert (found["4,100"].counted, found["4,100"].unit, found["4,100"].low) == ("Cargo", "t", Decimal(4100))
    assert {figure.actor for figure in found.values()} == {"a_kenya"}


def test_waiting_times_and_cells_without_a_noun_are_no_key_figures() -> None:
    assert not cells(WAITING)["16"].key
    assert not any(figure.key for figure in cells("| 2023 | 2024 |\n|---|---|\n| 17.5 | 18.5 |\n").values())


def test_rows_name_actors_and_heads_name_units() -> None:
    found = cells(BUDGET)
    assert (found["1,200"].low, found["1,200"].unit, found["1,200"].actor) == (
        Decimal(1_200_000_000),
        "USD",
        "a_uganda",
    )
    assert (found["5.5"].low, found["5.5"].counted, found["5.5"].actor) == (Decimal("5500000.0"), "Cost", "a_brazil")


def test_cells_of_a_table_do_not_disagree_with_each_other() -> None:
    assert evidence_of("Kenya sent 38 barges.").disagreements == ()


@pytest.mark.parametrize(
    ("text", "bare"),
    [("14", True), ("32,000", True), ("US$ 5.5 million", True), ("12 %", True), ("14 barges", False), ("Lamu", False)],
)
def test_bare_cells(text: str, bare: bool) -> None:
    assert is_bare(text) is bare

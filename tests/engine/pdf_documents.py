"""Documents to test the PDF writer with: every kind of block, over several pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

from briefing.blocks import (
    Align,
    Block,
    Cite,
    Column,
    Document,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
    WritePlace,
)

SENTENCES = (
    "Reservoir levels in the Arden basin fell to 41 per cent of capacity in September, the River Authority said.",
    "Farmers’ unions put the loss at up to £310 million; the ministry “expects less than half of that”.",
    "The council of Kırşehir and the Łódź laboratory reported 1,240 tests, of which 37 were above the limit.",
    "Zelenskyy, Türkiye, İzmir, naïve coöperation, Gdańsk, Ōsaka, Ærø and ₴ 12 million are all printable.",
    "“We may ration water from 1 November,” Deputy Minister Anna Ortíz-Meyer told reporters.",
)
URL = (
    "https://www.example.org/archive/2026/10/21/a-very-long-address/with-many-parts?and=queries&that=do_not_end#at-all"
)


def document(sections: int = 4, rows: int = 40) -> Document:
    """Every kind of block; four sections and forty rows make some five pages."""
    numbers = count(1)
    backs: dict[int, list[str]] = {1: [], 2: [], 3: []}

    def cite(source: int, paragraph: int) -> Cite:
        back = f"cite-{next(numbers)}"
        backs[source].append(back)
        return Cite(source, f"para {paragraph}", f"source-{source}", back)

    blocks: list[Block] = [title()]
    for section in range(1, sections + 1):
        blocks += _section(section, cite)
    blocks.append(Heading(1, "Key figures", "section-figures"))
    blocks.append(figures(rows, cite))
    blocks.append(Heading(1, "Sources", "section-sources"))
    names = ("River Authority, Monthly bulletin, 2 October 2026", "The Arden Courier, “Dry”", "Ministry, press note")
    for number, name in enumerate(names, 1):
        inlines: tuple[Inline, ...] = (Run(name, italic=number == 2), Run(". "))
        url = URL if number != 3 else ""
        blocks.append(SourceEntry(number, inlines, f"source-{number}", tuple(backs[number]), url))
    return Document(
        title="Water shortage in the Arden basin: what the sources say",
        language="en-GB",
        author="Policy Unit 4",
        date="2026-10-21",
        marking="OFFICIAL – SENSITIVE",
        reference="PU4/2026/117",
        blocks=tuple(blocks),
    )


def title() -> Title:
    facts = (("Date", "21 October 2026"), ("To", "The Minister"), ("Reference", "PU4/2026/117"))
    return Title("Water shortage in the Arden basin: what the sources say", "OFFICIAL – SENSITIVE", facts)


def _section(section: int, cite: Callable[[int, int], Cite]) -> list[Block]:
    first = Heading(1, f"Section {section}: highlights", f"section-{section}")
    blocks: list[Block] = [first, Paragraph((Run(f"Opening words {section}. "), Run("Bold.", bold=True)))]
    for number, sentence in enumerate(SENTENCES):
        inlines = (Run(sentence, evidence=f"l_s{section}_{number}_9"), Run(" "), cite(number % 3 + 1, number + 3))
        blocks.append(ListItem(inlines))
    blocks.append(Heading(2, f"Assessment {section}", f"section-{section}-a"))
    blocks.append(WritePlace(f"assess-{section}", "What do you make of this? Write two or three sentences."))
    blocks.append(Heading(2, f"Details {section}", f"section-{section}-b"))
    blocks.append(Paragraph((Run(" ".join(SENTENCES * 2), language="fr"), Run(" "), cite(2, 14)), Role.EVIDENCE))
    blocks.append(Paragraph((Run("First line\nsecond line."),), Role.WRITTEN))
    blocks.append(Paragraph((Run("No dated events were found."),), Role.NOTICE))
    return blocks


def figures(rows: int, cite: Callable[[int, int], Cite]) -> Table:
    columns = (
        Column("Figure", 0.16, Align.RIGHT),
        Column("What is counted", 0.4),
        Column("Said by", 0.24),
        Column("Source", 0.2),
    )
    made: list[Row] = []
    for number in range(rows):
        if number % 10 == 0:
            made.append(Row(((Run(f"Actor {number // 10 + 1}"),),), group=True))
        cells: tuple[tuple[Inline, ...], ...] = (
            (Run(f"{1234567 * (number + 1):,}"),),
            (Run(f"cubic metres drawn from reservoir {number + 1}, as printed in the bulletin"),),
            (Run("River Authority"),),
            (cite(number % 3 + 1, number + 1),),
        )
        made.append(Row(cells))
    return Table("Figures by actor", columns, tuple(made), "Figures the sources give, one row each.", number=1)


def _small_table(text: str) -> Table:
    cell = (Run(text),)
    columns = (Column(text, 0.5), Column(text, 0.5, Align.RIGHT))
    return Table(text, columns, (Row((cell, cell)), Row((cell,), group=True)), text, number=1)


def with_text(text: str, language: str = "en-GB") -> Document:
    """One document with the text in every place a text can be in."""
    run = (Run(text),)
    blocks: tuple[Block, ...] = (
        Title(text, text, ((text, text),)),
        Heading(1, text, "section-1"),
        Paragraph(run),
        Paragraph(run, Role.WRITTEN),
        ListItem((*run, Cite(1, text, "source-1", "cite-1"))),
        _small_table(text),
        WritePlace("key", text),
        SourceEntry(1, run, "source-1", ("cite-1",), text),
    )
    whole = document(0, 0)
    return replace(whole, title=text, marking=text, reference=text, author=text, blocks=blocks, language=language)

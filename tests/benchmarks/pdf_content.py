"""The benchmark's document, made from a fixed seed: the same words for our writer and for typst."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass

from briefing.blocks import (
    Align,
    Block,
    Cite,
    Column,
    Document,
    Heading,
    Inline,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
)
from briefing.model import CitationForm

_WORDS = (
    "the policy evidence regional price household energy report shows change between year estimate cost programme "
    "review option risk benefit public service decision ministry annual average index measure increase decline "
    "survey quarter data source method figure"
).split()
_SOURCES = 50
_PER_PARAGRAPH = 170


@dataclass(frozen=True, slots=True)
class Amount:
    """How much text: about four notes in a paragraph, two paragraphs on a page."""

    paragraphs: int
    notes: int
    tables: int
    rows: int = 100


SMALL = Amount(18, 72, 1, 30)
LARGE = Amount(500, 2000, 10)
LONGEST = Amount(700, 2100, 10)


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."


def document(amount: Amount, form: CitationForm = CitationForm.FOOTNOTE) -> Document:
    """Headings, paragraphs with notes, tables and the list of sources."""
    chance = random.Random(7)
    blocks: list[Block] = [Title("Benchmark briefing", "OFFICIAL", (("Date", "1 January 2026"),))]
    backs: list[list[str]] = [[] for _ in range(_SOURCES)]
    made, per = 0, max(1, amount.notes // amount.paragraphs)
    for index in range(amount.paragraphs):
        if index % 10 == 0:
            blocks.append(Heading(1 if index % 50 == 0 else 2, _sentence(chance, 4), f"section-{index}"))
        inlines: list[Inline] = []
        for _ in range(per):
            source = made % _SOURCES
            backs[source].append(f"cite-{made}")
            text = _sentence(chance, _PER_PARAGRAPH // per)
            inlines += [
                Run(text),
                Run(" "),
                Cite(source + 1, f"para {made % 9 + 1}", f"source-{source + 1}", f"cite-{made}"),
            ]
            inlines.append(Run(" "))
            made += 1
        blocks.append(Paragraph(tuple(inlines), Role.EVIDENCE))
        if amount.tables and index % max(1, amount.paragraphs // amount.tables) == 0:
            blocks.append(_table(chance, amount.rows))
    blocks.append(Heading(1, "Sources", "sources"))
    for number, anchors in enumerate(backs, 1):
        entry = (Run(_sentence(chance, 11)),)
        blocks.append(SourceEntry(number, entry, f"source-{number}", tuple(anchors)))
    return Document("Benchmark briefing", "en-GB", "A", "2026-01-01", "OFFICIAL", "", tuple(blocks), citation_form=form)


def _table(chance: random.Random, rows: int) -> Table:
    columns = tuple(
        Column(name, 0.2, Align.LEFT if name == "Region" else Align.RIGHT) for name in ("Region", "A", "B", "C", "D")
    )
    made = tuple(
        Row(((Run(f"Region {row}"),), *((Run(f"{chance.uniform(50, 150):.1f}"),) for _ in range(4))))
        for row in range(rows)
    )
    return Table("Prices by region", columns, made, "Prices by region.")


TYPST = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set text(font: "Noto Sans", size: 10.5pt, lang: "en", region: "GB", hyphenate: false)
#set par(leading: 1.1em)
#set page(paper: "a4", margin: (x: 25mm, top: 25mm, bottom: 22mm), header: align(center)[OFFICIAL],
  footer: context align(center)[OFFICIAL #h(1em) Page #counter(page).display() of #counter(page).final().first()])
#title()
#for block in data.blocks {
  if block.kind == "heading" { heading(level: block.level, block.text) }
  else if block.kind == "paragraph" {
    par(block.parts.map(part => if part.kind == "note" {
      footnote(part.text + " " + link(label("source-" + part.source), "[" + part.source + "]"))
    } else { part.text }).join())
  } else if block.kind == "table" {
    figure(caption: block.caption, table(columns: (1fr,) * block.head.len(), table.header(..block.head),
      ..block.cells))
  } else if block.kind == "source" { [#metadata("") #label("source-" + block.number) \\[#block.number\\] #block.text] }
}
#show figure: set block(breakable: true)
"""


def typst_data(whole: Document) -> str:
    """The same blocks as JSON, for the typst program above; a note says what our writer's note says."""
    entries = {block.number: block.inlines[0] for block in whole.blocks if isinstance(block, SourceEntry)}
    blocks: list[dict[str, object]] = []
    for block in whole.blocks:
        if isinstance(block, Heading):
            blocks.append({"kind": "heading", "level": block.level, "text": block.text})
        elif isinstance(block, Paragraph):
            parts = []
            for inline in block.inlines:
                if isinstance(inline, Cite):
                    entry = entries[inline.number]
                    text = f"{entry.text.rstrip('.') if isinstance(entry, Run) else ''}, {inline.locator}"
                    parts.append({"kind": "note", "text": text, "source": str(inline.number)})
                else:
                    parts.append({"kind": "text", "text": inline.text})
            blocks.append({"kind": "paragraph", "parts": parts})
        elif isinstance(block, Table):
            cells = [
                "".join(run.text for run in cell if isinstance(run, Run)) for row in block.rows for cell in row.cells
            ]
            head = [column.heading for column in block.columns]
            blocks.append({"kind": "table", "head": head, "cells": cells, "caption": block.caption})
        elif isinstance(block, SourceEntry):
            text = "".join(run.text for run in block.inlines if isinstance(run, Run))
            blocks.append({"kind": "source", "number": str(block.number), "text": text})
    return json.dumps({"title": whole.title, "blocks": blocks})

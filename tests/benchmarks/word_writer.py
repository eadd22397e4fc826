"""How long the Word writer takes for a document of some 300 pages, and how much of it is more than the bare XML.

`python tests/benchmarks/word_writer.py` prints, for 500 paragraphs with 2,000 citations and ten tables of 100 rows:
the writer's CPU time in each citation form; the time to make the same XML elements straight with lxml, serialise and
zip them; the time plain python-docx takes for the paragraphs and tables alone; and the peak memory at two sizes.
"""

from __future__ import annotations

import io
import random
import sys
import time
import tracemalloc
import zipfile
from typing import TYPE_CHECKING

import docx
from lxml import etree

from briefing.blocks import (
    Align,
    Cite,
    Column,
    Document,
    Heading,
    LedgerEntry,
    Paragraph,
    Role,
    Row,
    Run,
    SourceEntry,
    Table,
    Title,
)
from briefing.model import CitationForm
from briefing.writers.word import write_word

if TYPE_CHECKING:
    from briefing.blocks import Block

_WORDS = (
    "policy",
    "evidence",
    "regional",
    "price",
    "household",
    "energy",
    "report",
    "change",
    "between",
    "year",
    "estimate",
    "cost",
    "programme",
    "review",
)
_SOURCES = 50


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize() + "."


def document(paragraphs: int, per_paragraph: int, tables: int, rows: int, form: CitationForm) -> Document:
    """The benchmark's document: every word of it chosen by a fixed seed."""
    chance = random.Random(7)
    blocks: list[Block] = [Title("Benchmark", "OFFICIAL", (("Date", "1 January 2026"),))]
    backs: list[list[str]] = [[] for _ in range(_SOURCES)]
    ledger: list[LedgerEntry] = []
    for index in range(paragraphs):
        if index % 10 == 0:
            blocks.append(Heading(1 if index % 50 == 0 else 2, _sentence(chance, 5), f"section-{index}"))
        inlines: list[Run | Cite] = []
        for _ in range(per_paragraph):
            number, key = len(ledger), f"l_s0123456789ab_{len(ledger)}_{len(ledger) + 9}"
            text = _sentence(chance, 40)
            source = number % _SOURCES
            backs[source].append(f"cite-{number}")
            ledger.append(LedgerEntry(key, source + 1, "s", "a.txt", "0" * 64, number, number + 9, 1, None, text))
            cite = Cite(source + 1, "para 1", f"source-{source + 1}", f"cite-{number}")
            inlines += [Run(text, evidence=key), Run(" "), cite]
        blocks.append(Paragraph(tuple(inlines), Role.EVIDENCE))
        if tables and index % max(1, paragraphs // tables) == 0:
            blocks.append(_table(chance, rows))
    for source, anchors in enumerate(backs, 1):
        blocks.append(SourceEntry(source, (Run(f"Source {source}."),), f"source-{source}", tuple(anchors)))
    return Document(
        "Benchmark", "en-GB", "A", "2026-01-01", "OFFICIAL", "", tuple(blocks), citation_form=form, ledger=tuple(ledger)
    )


def _table(chance: random.Random, rows: int) -> Table:
    columns = tuple(
        Column(name, 0.2, Align.RIGHT if name != "Region" else Align.LEFT) for name in ("Region", "A", "B", "C", "D")
    )
    made = tuple(Row(tuple((Run(f"{chance.uniform(50, 150):.1f}"),) for _ in columns)) for _ in range(rows))
    return Table("Prices", columns, made, "Prices by region.")


def timed(work: object, rounds: int = 3) -> float:
    """The best of some rounds, in seconds of CPU."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()  # type: ignore[operator]
        best = min(best, time.process_time() - start)
    return best


def straight(data: bytes) -> float:
    """The time to make the same parts element by element with lxml, to serialise and to zip them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    plans = {name: list(_plan(etree.fromstring(part))) for name, part in parts.items()}

    def write() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as package:
            for name, plan in plans.items():
                made: list[etree._Element] = []
                for parent, tag, attributes, text in plan:
                    node = etree.Element(tag) if parent < 0 else etree.SubElement(made[parent], tag)
                    for key, value in attributes:
                        node.set(key, value)
                    node.text = text
                    made.append(node)
                package.writestr(name, etree.tostring(made[0], encoding="UTF-8", xml_declaration=True))

    return timed(write)


def _plan(root: etree._Element) -> list[tuple[int, str, list[tuple[str, str]], str | None]]:
    order = {node: index for index, node in enumerate(root.iter())}
    return [
        (
            order.get(node.getparent(), -1),
            str(node.tag),
            [(str(key), str(value)) for key, value in node.attrib.items()],
            node.text,
        )
        for node in order
    ]


def naive(laid: Document) -> None:
    """The paragraphs and tables as one would first write them with python-docx: no notes, links or bookmarks."""
    made = docx.Document()
    for block in laid.blocks:
        if isinstance(block, Heading):
            made.add_heading(block.text, block.level)
        elif isinstance(block, Paragraph):
            paragraph = made.add_paragraph(style="Body Text")
            for inline in block.inlines:
                if isinstance(inline, Run):
                    paragraph.add_run(inline.text)
        elif isinstance(block, Table):
            table = made.add_table(len(block.rows) + 1, len(block.columns), style="Table Grid")
            for row, cells in enumerate(block.rows, 1):
                for column, cell in enumerate(cells.cells):
                    table.cell(row, column).text = "".join(part.text for part in cell if isinstance(part, Run))
    made.save(io.BytesIO())


def peak(laid: Document) -> float:
    """Peak memory of one writing, in MB, as Python sees it."""
    tracemalloc.start()
    write_word(laid)
    used = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return used


def main() -> None:
    write_word(document(2, 2, 1, 2, CitationForm.BRACKET))
    for form in CitationForm:
        laid = document(500, 4, 10, 100, form)
        data = write_word(laid)
        ours, bare = timed(lambda laid=laid: write_word(laid)), straight(data)
        sys.stdout.write(
            f"{form:12} {ours:.2f} s, straight lxml {bare:.2f} s: {ours / bare:.2f} times; {len(data) // 1000} kB\n"
        )
    laid = document(500, 4, 10, 100, CitationForm.FOOTNOTE)
    slow, ours = timed(lambda: naive(laid), 1), timed(lambda: write_word(laid))
    sys.stdout.write(
        f"naive python-docx {slow:.1f} s: {slow / ours:.0f} times as long, without notes, links and bookmarks\n"
    )
    few, many = (peak(document(count, 4, count // 50, 100, CitationForm.FOOTNOTE)) for count in (250, 500))
    sys.stdout.write(f"peak memory {few:.0f} MB for half the document, {many:.0f} MB for the whole\n")


if __name__ == "__main__":
    main()

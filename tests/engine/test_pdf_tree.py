"""The structure tree says what the blocks say, as what they are, in their order."""

from __future__ import annotations

from dataclasses import replace

import pdf_documents
import pytest
from pdf_reading import Node, structure, unmarked

from briefing.blocks import Block, Heading, ListItem, Paragraph, SourceEntry, Table, Title, WritePlace, plain
from briefing.writers.pdf import write_pdf


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(pdf_documents.document())


@pytest.fixture(scope="module")
def tree(written: bytes) -> Node:
    return structure(written)


def _said(text: str) -> str:
    """Text as a screen reader says it: one blank between words."""
    return " ".join(text.split())


def _expected(block: Block) -> list[tuple[str, str]]:
    """What the tree should say about a block: tags and texts of its leaves."""
    match block:
        case Title():
            facts = [("P", label + " " + value) for label, value in block.facts]
            return [("P", block.marking), ("H1", block.text), *facts]
        case Heading():
            return [(f"H{block.level + 1}", block.text)]
        case Paragraph():
            return [("P", plain(block.inlines))]
        case ListItem():
            return [("Lbl", "•"), ("LBody", plain(block.inlines))]
        case Table():
            head = [("Caption", f"Table {block.number}. {block.caption}")]
            head += [("TH", column.heading) for column in block.columns]
            return head + [("TH" if row.group else "TD", plain(cell)) for row in block.rows for cell in row.cells]
        case WritePlace():
            return [("P", block.prompt)]
        case SourceEntry():
            backs = "".join(f" {number}" for number in range(1, len(block.backs) + 1))
            return [("Lbl", f"[{block.number}]"), ("LBody", f"{plain(block.inlines)}{block.url} ↑{backs}")]


def _leaves(node: Node) -> list[Node]:
    if node.tag in {"P", "H1", "H2", "H3", "Lbl", "LBody", "Caption", "TH", "TD"}:
        return [node]
    return [leaf for child in node.children for leaf in _leaves(child)]


def test_the_tree_equals_the_blocks(tree: Node) -> None:
    blocks = pdf_documents.document().blocks
    expected = [(tag, _said(text)) for block in blocks for tag, text in _expected(block)]
    assert [(leaf.tag, _said(leaf.text)) for leaf in _leaves(tree)] == expected


def test_lists_and_tables_hold_together(tree: Node) -> None:
    assert [len(one.children) for one in tree.found("L")] == [5, 5, 5, 5, 3]
    (table,) = tree.found("Table")
    assert [child.tag for child in table.children] == ["Caption"] + ["TR"] * (1 + 40 + 4)


def test_every_marker_is_a_link_with_its_annotation(tree: Node) -> None:
    links = tree.found("Link")
    assert len(links) == 2 * (4 * 6 + 40) + 2
    assert all(link.links >= 1 for link in links)


def test_a_passage_in_another_language_says_so(tree: Node) -> None:
    spans = tree.found("Span")
    assert len(spans) == 4
    assert {span.language for span in spans} == {"fr"}


def test_nothing_is_drawn_outside_the_tree_but_artifacts(written: bytes) -> None:
    assert unmarked(written) == ""


def test_the_marking_is_real_text_once(tree: Node) -> None:
    assert tree.text.count("OFFICIAL – SENSITIVE") == 1


def test_a_split_row_stays_one_row() -> None:
    words = " ".join(f"word{number}" for number in range(3000))
    document = pdf_documents.with_text(words)
    node = structure(write_pdf(replace(document, marking="", reference="", title="T")))
    (table,) = node.found("Table")
    rows = table.found("TR")
    assert [len(row.children) for row in rows] == [2, 2, 1]
    assert [_said(cell.text) for cell in rows[1].children] == [words, words]


def test_heading_levels_begin_at_one_and_skip_none() -> None:
    levels = (2, 4, 3, 1, 3)
    blocks = tuple(Heading(level, f"Heading {number}", f"h{number}") for number, level in enumerate(levels))
    node = structure(write_pdf(replace(pdf_documents.document(0, 0), blocks=blocks)))
    assert [child.tag for child in node.children] == ["H1", "H2", "H3", "H1", "H2"]

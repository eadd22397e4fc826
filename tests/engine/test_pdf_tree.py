"""The structure tree says what the blocks say, as what they are, in their order."""

from __future__ import annotations

from dataclasses import replace

import pdf_documents
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_expected import Expected, leaves, said
from pdf_reading import Node, structure, unmarked

from briefing import examples, pipeline
from briefing.blocks import Cite, Heading, ListItem, Paragraph, Run, SourceEntry
from briefing.model import Analysis, CitationForm, Template
from briefing.writers.pdf import write_pdf


@pytest.fixture(scope="module")
def written() -> bytes:
    return write_pdf(pdf_documents.document())


@pytest.fixture(scope="module")
def tree(written: bytes) -> Node:
    return structure(written)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return pipeline.analyse(pipeline.read_sources([str(path) for path in examples.paths()]).sources)


@pytest.mark.parametrize("form", list(CitationForm))
def test_the_tree_equals_the_blocks(form: CitationForm) -> None:
    whole = replace(pdf_documents.document(), citation_form=form)
    assert list(leaves(structure(write_pdf(whole)))) == Expected(whole).leaves()


@pytest.mark.parametrize("template", pipeline.templates(), ids=lambda template: template.name)
def test_the_tree_equals_the_blocks_of_a_briefing(template: Template, analysis: Analysis) -> None:
    whole = pipeline.lay_out(pipeline.compose(analysis, template))
    assert len(whole.blocks) > 5
    assert list(leaves(structure(write_pdf(whole)))) == Expected(whole).leaves()


@given(
    st.lists(st.text("abcdefghij ÄЖ", min_size=1, max_size=300), min_size=1, max_size=4), st.sampled_from(CitationForm)
)
@settings(max_examples=25, deadline=None)
def test_no_words_are_joined_or_lost_at_line_ends(texts: list[str], form: CitationForm) -> None:
    cites = [Cite(1, "para 3", "source-1", f"cite-{number}") for number, _ in enumerate(texts)]
    inlines = [
        part for text, cite in zip(texts, cites, strict=True) for part in (Run(f"A{text}"), Run(" "), cite, Run(" "))
    ]
    entry = SourceEntry(1, (Run("Source."),), "source-1", tuple(cite.back for cite in cites))
    blocks = (Paragraph(tuple(inlines)), ListItem(tuple(_with_other_places(inlines))), entry)
    whole = replace(pdf_documents.document(0, 0), blocks=blocks, citation_form=form)
    assert list(leaves(structure(write_pdf(whole)))) == Expected(whole).leaves()


def _with_other_places(inlines: list[Run | Cite]) -> list[Run | Cite]:
    return [replace(one, back=f"{one.back}-again") if isinstance(one, Cite) else one for one in inlines]


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
    assert [said(cell.text) for cell in rows[1].children] == [words, words]


def test_heading_levels_begin_at_one_and_skip_none() -> None:
    levels = (2, 4, 3, 1, 3)
    blocks = tuple(Heading(level, f"Heading {number}", f"h{number}") for number, level in enumerate(levels))
    node = structure(write_pdf(replace(pdf_documents.document(0, 0), blocks=blocks)))
    assert [child.tag for child in node.children] == ["H1", "H2", "H3", "H1", "H2"]

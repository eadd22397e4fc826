"""Text that names a table: a live reference in Word, a link in the preview, plain where there is no such table."""

from __future__ import annotations

import io
import re
import runpy
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from matter import analysis

from briefing import pipeline
from briefing.blocks import Document, Paragraph, Role, Run, plain
from briefing.model import CitationForm, Fill, Section, SectionKind, Template
from briefing.writers.preview import write_html
from briefing.writers.word import write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
every_block = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]
_LINT = runpy.run_path(str(GOLDEN / "lint.py"))
POINTER = Paragraph((Run("See "), Run("Table 1", refers="table-1"), Run(".")))


def with_pointer(pointer: Paragraph = POINTER) -> Document:
    document: Document = every_block()
    return replace(document, blocks=(*document.blocks, pointer))


def sections(*kinds: SectionKind, compact: bool = False) -> Template:
    made = tuple(Section(str(kind), str(kind).capitalize(), kind, Fill.AUTO, compact=compact) for kind in kinds)
    return Template("t", "T", "", made)


def laid(*kinds: SectionKind, compact: bool = False) -> Document:
    return pipeline.lay_out(pipeline.compose(analysis(), sections(*kinds, compact=compact)))


def notices(document: Document) -> list[str]:
    lines = [block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NOTICE]
    return [plain(line.inlines) for line in lines if any(isinstance(run, Run) and run.refers for run in line.inlines)]


def test_the_caption_has_a_bookmark_and_the_text_a_reference_to_it() -> None:
    data = write_word(with_pointer())
    xml = _LINT["parts_of"](data)["word/document.xml"].decode()
    (name,) = re.findall(r"> REF (\w+) \\h <", xml)
    marked = re.search(rf'<w:bookmarkStart w:id="(\d+)" w:name="{name}"/>(.*?)<w:bookmarkEnd w:id="\1"/>', xml)
    assert marked is not None
    assert re.sub(r"<w:instrText.*?</w:instrText>|<[^>]+>", "", marked[2]) == "Table 1"
    assert docx.Document(io.BytesIO(data)).paragraphs[-1].text == "See Table 1."
    assert _LINT["faults_of"](data) == []


def test_a_table_nobody_names_has_no_bookmark() -> None:
    assert b"table_1" not in _LINT["parts_of"](write_word(every_block()))["word/document.xml"]


def test_a_reference_to_no_table_is_plain_text() -> None:
    data = write_word(with_pointer(Paragraph((Run("See "), Run("Table 9", refers="table-9")))))
    assert b" REF " not in _LINT["parts_of"](data)["word/document.xml"]
    assert docx.Document(io.BytesIO(data)).paragraphs[-1].text == "See Table 9"


def test_the_preview_leads_to_the_table() -> None:
    page = write_html(with_pointer())
    assert '<a href="#table-1">Table 1</a>' in page
    assert page.count('id="table-1"') == 1


def test_figures_that_differ_point_to_the_table_that_says_how() -> None:
    document = laid(SectionKind.FIGURES, SectionKind.DISAGREEMENTS)
    assert notices(document) == ["Table 2 sets the values side by side where sources differ."]
    assert b" REF table_2 " in _LINT["parts_of"](write_word(document))["word/document.xml"]


@pytest.mark.parametrize("form", list(CitationForm))
def test_the_pointer_is_in_every_form_of_citation(form: CitationForm) -> None:
    document = replace(laid(SectionKind.FIGURES, SectionKind.DISAGREEMENTS), citation_form=form)
    assert _LINT["faults_of"](write_word(document)) == []


def test_nothing_points_to_a_table_that_is_not_there() -> None:
    assert notices(laid(SectionKind.FIGURES)) == []
    assert notices(laid(SectionKind.FIGURES, SectionKind.DISAGREEMENTS, compact=True)) == []

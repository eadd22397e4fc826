"""The structure and the lines of every page, against what is kept in tests/golden/pdf.

`BRIEFING_REGENERATE=1 pytest tests/engine/test_pdf_golden.py` writes them anew: look at the difference before you
commit it, and at the pages (`pdftoppm -r 70 -png`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pdf_documents
import pytest
from pdf_reading import Node, page_texts, structure

from briefing.model import CitationForm
from briefing.writers.pdf import write_pdf

GOLDEN = Path(__file__).parents[1] / "golden" / "pdf"


def _outline(node: Node, depth: int = 0) -> Iterator[str]:
    language = f" ({node.language})" if node.language else ""
    text = "" if node.tag in {"Document", "L", "LI", "Table", "TR"} else f": {node.text}"
    yield f"{'  ' * depth}{node.tag}{language}{text}"
    for child in node.children:
        yield from _outline(child, depth + 1)


def _described(data: bytes) -> str:
    pages = [f"--- page {number}\n{text}" for number, text in enumerate(page_texts(data), 1)]
    lines = "\n".join([*_outline(structure(data)), *pages]).replace("\r\n", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("form", [CitationForm.BRACKET, CitationForm.FOOTNOTE, CitationForm.ENDNOTE])
def test_document_is_as_kept(form: CitationForm) -> None:
    made = _described(write_pdf(replace(pdf_documents.document(1, 30), citation_form=form)))
    kept = GOLDEN / f"every-block-{form.value}.txt"
    if os.environ.get("BRIEFING_REGENERATE") == "1":
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")

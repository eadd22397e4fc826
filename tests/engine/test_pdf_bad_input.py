"""Bad input to the PDF writer: told in words or set readably, never half a file."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pdf_documents
import pytest
from pdf_expected import Expected, leaves
from pdf_letterhead import letterhead
from pdf_reading import page_texts, squeezed, structure

from briefing import pipeline
from briefing.blocks import Column, Paragraph, Row, Run, Table
from briefing.errors import OutputNotWritable
from briefing.model import Briefing, CitationForm, Request
from briefing.wording import message
from briefing.writers.pdf import write_pdf

LONG_MARKING = "OFFICIAL – SENSITIVE – " + "RECIPIENTS AS LISTED IN ANNEX " * 6


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    text = "Kenya said on 3 March 2026 that 4,500 people had returned to the delta \U0001f642 \U00012000.\n"
    analysis = pipeline.analyse([pipeline.load_text(text, "a.txt")])
    return pipeline.compose(analysis, "situation-report", Request(title="Returns", marking=LONG_MARKING))


def test_what_cannot_be_printed_is_told_with_its_place_and_the_file_is_written(
    briefing: Briefing, tmp_path: Path
) -> None:
    problems = pipeline.export(briefing, tmp_path / "out.pdf")
    told = " ".join(problem.message for problem in problems)
    assert "SLIGHTLY SMILING FACE" in told
    assert "CUNEIFORM SIGN A" in told
    assert "it stands in the section “" in told
    assert "[U+1F642]" in squeezed("".join(page_texts((tmp_path / "out.pdf").read_bytes())))


@contextmanager
def _disk_of(size: int) -> Iterator[None]:
    """Files can grow to this size only, as on a disk that is full then."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


@pytest.mark.parametrize("before", [b"", b"an older file"])
def test_a_full_disk_is_told_and_leaves_no_half_file(briefing: Briefing, tmp_path: Path, before: bytes) -> None:
    target = tmp_path / "out.pdf"
    if before:
        target.write_bytes(before)
    with _disk_of(4096), pytest.raises(OutputNotWritable) as raised:
        pipeline.export(briefing, target)
    assert "out.pdf" in message(raised.value)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == ([before] if before else [])


@pytest.mark.parametrize("house", [None, letterhead()], ids=["plain", "house"])
def test_a_long_marking_stands_whole_on_every_page(house: bytes | None) -> None:
    data = write_pdf(replace(pdf_documents.document(), marking=LONG_MARKING), (), house)
    for text in page_texts(data):
        assert squeezed(text).count(squeezed(LONG_MARKING)) >= 2


@pytest.mark.parametrize("form", list(CitationForm))
def test_a_cell_of_five_thousand_words_is_read_in_order(form: CitationForm) -> None:
    cell = (Run(" ".join(f"word{number}" for number in range(5000))),)
    columns = (Column("A", 0.1), Column("B", 0.9))
    blocks = (
        Table("Long", columns, (Row(((Run("key"),), cell)),), "A long cell.", number=1),
        Paragraph((Run("End."),)),
    )
    whole = replace(pdf_documents.document(0, 0), blocks=blocks, citation_form=form)
    assert list(leaves(structure(write_pdf(whole)))) == Expected(whole).leaves()


def test_measures_that_leave_no_room_are_made_to_fit() -> None:
    page = replace(pdf_documents.document().page, left=500, right=500, top=900, bottom=900)
    assert "Reservoir" in "".join(page_texts(write_pdf(replace(pdf_documents.document(1, 1), page=page))))

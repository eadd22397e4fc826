"""The evidence ledger in a Word file: out, in, changed by hand, and refused where there is none."""

from __future__ import annotations

import io
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from briefing.blocks import Document, ListItem, Paragraph, Run
from briefing.errors import BriefingUnverifiable
from briefing.writers.word import PrintedEvidence, read_ledger, write_word
from briefing.writers.word.names import Bookmarks

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURE = Path(__file__).parents[1] / "golden" / "word" / "every_block.py"
every_block: Callable[[], Document] = runpy.run_path(str(FIXTURE))["every_block"]


def test_entries_come_back_as_they_went_in() -> None:
    document = every_block()
    assert read_ledger(write_word(document)).entries == document.ledger


def test_printed_evidence_is_read_from_the_document() -> None:
    ledger = read_ledger(write_word(every_block()))
    line = "Ministers agreed on Monday to release 40,000 tonnes of grain."
    assert ledger.printed[0] == PrintedEvidence("l_s0123456789ab_0_62", line, line)
    assert [printed.evidence for printed in ledger.printed] == [
        "l_s0123456789ab_0_62",
        "l_sfedcba987654_120_185",
        "l_s0123456789ab_300_340",
        "f_sfedcba987654_150_163",
        "l_s0123456789ab_0_62",
    ]
    assert ledger.printed[1].text == "The agency put the shortfall at about 55,000 tonnes, Türkiye said."


def test_a_line_changed_by_hand_is_seen_and_a_line_taken_out_is_missing() -> None:
    blocks = (
        ListItem((Run("Forty were hurt.", evidence="l_s1_0_16"),)),
        ListItem((Run("Two died.", evidence="l_s1_17_26"),)),
    )
    document = docx.Document(io.BytesIO(write_word(Document("T", "en-GB", "", "", "", "", blocks))))
    document.paragraphs[0].runs[0].text = "Fifty were hurt."
    gone = document.paragraphs[1]._p
    gone.getparent().remove(gone)
    stream = io.BytesIO()
    document.save(stream)
    ledger = read_ledger(stream.getvalue())
    assert ledger.printed == (PrintedEvidence("l_s1_0_16", "Fifty were hurt.", "Forty were hurt."),)
    assert ledger.missing == ("l_s1_17_26",)


def _zip(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in members.items():
            target.writestr(name.replace("__", "/") + ".xml", data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a zip",
        _zip(word__document=b"<a/>"),
        _zip(customXml__item1=b"<broken"),
        _zip(customXml__item1=b"<a/>"),
    ],
)
def test_what_carries_no_ledger_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(BriefingUnverifiable) as caught:
        read_ledger(data, "some.docx")
    assert caught.value.path == "some.docx"
    assert caught.value.reason


def test_a_truncated_file_is_refused() -> None:
    data = write_word(every_block())
    for length in range(0, len(data), len(data) // 9):
        with pytest.raises(BriefingUnverifiable):
            read_ledger(data[:length], "half.docx")


def test_the_same_document_gives_the_same_bytes_under_every_hash_seed() -> None:
    code = (
        "import hashlib, runpy, sys; from briefing.writers.word import write_word; "
        f"document = runpy.run_path({str(FIXTURE)!r})['every_block'](); "
        "sys.stdout.write(hashlib.sha256(write_word(document)).hexdigest())"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PATH": ""}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(seen) == 1


def test_bookmark_names_are_ones_that_word_takes() -> None:
    bookmarks = Bookmarks(("taken",))
    assert bookmarks.fresh("l_s1_2_3") == "l_s1_2_3"
    assert bookmarks.fresh("L_S1_2_3") == "L_S1_2_3_2"
    assert bookmarks.fresh("Taken") == "Taken_2"
    assert bookmarks.fresh("7 zürich-x") == "_7_z_rich_x"
    assert len(bookmarks.fresh("a" * 90)) == 40
    assert bookmarks.fresh("a" * 90) == "a" * 38 + "_2"


def test_long_documents_take_time_in_proportion() -> None:
    """Twice the blocks, twice the work: counted in lines of Python run, which no other load disturbs."""

    def lines(count: int) -> int:
        blocks = tuple(Paragraph((Run(f"Line {index}", evidence=f"l_s1_{index}_{index}"),)) for index in range(count))
        document = Document("T", "en-GB", "", "", "", "", blocks)
        seen = 0

        def trace(_frame: object, _event: str, _argument: object) -> object:
            nonlocal seen
            seen += 1
            return trace

        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            write_word(document)
        finally:
            sys.settrace(None)
        return seen

    few, more, most = lines(100), lines(300), lines(500)
    assert most - more == pytest.approx(more - few, rel=0.1)

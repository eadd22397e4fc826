"""The main job on five real news texts: Word and PDF cite alike and verbatim, and other programs render them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from briefing import pipeline
from briefing.cli import main
from briefing.writers.word.ledger import read_ledger

SOURCES = Path(__file__).resolve().parents[3] / "shared" / "sources"
MARKER = re.compile(r"\[(\d+),\s(?:p\.\s\d+,\s)?para\s(\d+)\]")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    options = [part for suffix in ("docx", "pdf", "html") for part in ("--output", str(folder / f"out.{suffix}"))]
    assert main(["build", str(SOURCES), "--template", "situation-report", *options]) == 0
    return folder


def pdf_text(path: Path) -> str:
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout


def word_text(path: Path) -> str:
    body = docx.Document(str(path)).element.body
    return "".join(
        node.text or "" for node in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t")
    )


def test_word_and_pdf_carry_the_same_numbers_in_the_same_order(built: Path) -> None:
    in_word = MARKER.findall(word_text(built / "out.docx"))
    in_pdf = MARKER.findall(" ".join(pdf_text(built / "out.pdf").split()))
    assert len(in_word) > 30
    assert sorted(in_word) == sorted(in_pdf)


def test_each_citation_is_found_character_for_character(built: Path) -> None:
    ledger = read_ledger((built / "out.docx").read_bytes())
    sources = {source.sha256: source for source in pipeline.read_sources([str(SOURCES)]).sources}
    assert len(ledger.entries) > 30
    for entry in ledger.entries:
        assert sources[entry.sha256].text[entry.start : entry.end] == entry.quote
    assert main(["verify", str(built / "out.docx"), str(SOURCES)]) == 0


def test_other_programs_open_and_render_both(built: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: apt install libreoffice-writer-nogui"
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(built / "out.docx")],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for path in (tmp_path / "out.pdf", built / "out.pdf"):
        subprocess.run(["pdftoppm", "-r", "40", "-png", str(path), str(tmp_path / path.parent.name)], check=True)
        assert "Key figures" in pdf_text(path)
    assert len(list(tmp_path.glob("*.png"))) >= 4

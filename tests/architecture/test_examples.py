"""The example documents are what their texts make, and are marked as invented."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing import examples
from briefing.readers import gather

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "packaging" / "make_examples.py"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples")
    subprocess.run([sys.executable, str(SCRIPT), str(folder)], check=True)
    return folder


def shipped(ending: str) -> Path:
    (path,) = (path for path in examples.paths() if path.suffix == ending)
    return path


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_seven_documents_of_five_kinds_in_the_order_of_their_dates() -> None:
    paths = examples.paths()
    assert [path.suffix for path in paths] == [".docx", ".html", ".html", ".txt", ".pdf", ".txt", ".md"]
    assert list(paths) == sorted(paths)


def test_the_word_document_is_what_its_text_makes(made: Path) -> None:
    path = shipped(".docx")
    assert parts(path) == parts(made / path.name)


def test_the_pdf_is_what_its_text_makes(made: Path) -> None:
    path = shipped(".pdf")
    assert path.read_bytes() == (made / path.name).read_bytes()


def test_nothing_is_made_that_is_not_shipped(made: Path) -> None:
    assert {path.name for path in made.iterdir()} <= {path.name for path in examples.paths()}


def test_the_word_document_has_a_footnote_a_table_and_headings() -> None:
    found = parts(shipped(".docx"))
    assert b"The estimate covers 60,000 tonnes" in found["word/footnotes.xml"]
    body = found["word/document.xml"]
    assert b"w:footnoteReference" in body
    assert b"<w:tbl>" in body
    assert b'w:val="Heading1"' in body


@pytest.mark.parametrize("path", examples.paths(), ids=lambda path: path.name)
def test_every_document_says_that_it_is_invented(path: Path) -> None:
    data = b"".join(parts(path).values()) if path.suffix == ".docx" else path.read_bytes()
    assert b"Invented example text" in data


def test_the_folder_given_as_a_source_means_these_documents_and_nothing_else() -> None:
    given = examples.paths()
    assert gather([given[0].parent]).files == tuple(map(str, given))

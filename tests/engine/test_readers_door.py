"""What the door does with any file: identity, sniffing, every way of failing, and folders."""

from __future__ import annotations

import hashlib
import os
import pickle
import struct
import subprocess
import sys
from pathlib import Path

import pytest
import reader_fixtures as made
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import readers
from briefing.errors import (
    SourceDamaged,
    SourceEmpty,
    SourceEncrypted,
    SourceMissing,
    SourceNotSupported,
    SourceTooLarge,
    SourceUnreadable,
)
from briefing.readers import builder

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def test_a_file_becomes_a_source_with_its_identity(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"The port reopened on Monday.\n")
    source = readers.read(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert (source.sha256, source.id) == (digest, "s" + digest[:12])
    assert (source.name, source.path, source.media_type) == ("note.txt", str(path), "text/plain")
    assert (source.pages, source.language, source.published, source.duplicate_of) == (None, "", "", None)
    assert source.text == "The port reopened on Monday.\n"


def test_bytes_and_text_give_what_the_file_gives(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The port reopened.\n\nShips wait.", encoding="utf-8")
    from_file, from_bytes = readers.read(str(path)), readers.read_bytes(path.read_bytes(), "note.txt", str(path))
    from_text = readers.read_text("The port reopened.\r\n\r\nShips wait.", "note.txt")
    assert from_file == from_bytes
    assert (from_text.id, from_text.passages, from_text.path) == (from_file.id, from_file.passages, "")


def test_there_is_a_reader_for_every_type_that_is_sniffed() -> None:
    assert set(readers.READERS) == set(readers.Kind)


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b \u00a0".encode()])
def test_nothing_but_blanks_is_empty(content: bytes) -> None:
    with pytest.raises(SourceEmpty) as caught:
        readers.read_bytes(content, "a.txt", "/tmp/a.txt")
    assert caught.value.path == "/tmp/a.txt"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html", "a.md"])
def test_no_bytes_are_empty_whatever_the_name(name: str) -> None:
    with pytest.raises(SourceEmpty):
        readers.read_bytes(b"", name)


@pytest.mark.parametrize(
    "content",
    [
        made.word_file(made.paragraph("  ")),
        b"<html><body><p> </p></body></html>",
        b"<!doctype html>",
        b"---\ntitle: X\n---\n",
    ],
)
def test_a_document_that_says_nothing_is_empty(content: bytes) -> None:
    name = "a.md" if content.startswith(b"---") else "a"
    with pytest.raises(SourceEmpty):
        readers.read_bytes(content, name)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    for name in ("none.txt", "none/none.txt", "nu\0ll.txt"):
        with pytest.raises(SourceMissing) as caught:
            readers.read(tmp_path / name)
        assert caught.value.path == str(tmp_path / name)


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(SourceUnreadable) as caught:
        readers.read(tmp_path)
    assert caught.value.reason == "it is a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceUnreadable):
        readers.read(tmp_path / "pipe.txt")


def test_the_systems_own_word_is_the_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(SourceUnreadable) as caught:
        readers.read(tmp_path / "a.txt" / "b.txt")
    assert caught.value.reason == "Not a directory"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (_PNG, "a.png", "picture"),
        (_PNG, "picture.docx", "picture"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 30, "a.jpg", "picture"),
        (b"GIF89a" + b"\1" * 30, "a", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a.webp", "picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", "a.svg", "picture"),
        (b"BM" + struct.pack("<IHHI", 70, 0, 0, 54) + b"\0" * 20, "a.bmp", "picture"),
        (b"{\\rtf1\\ansi Hello}", "a.rtf", "RTF document"),
        (b"\x7fELF" + bytes(range(32)) * 9, "a", "program"),
        (bytes(range(256)) * 9, "a.bin", "binary file"),
        (bytes(range(256)) * 9, "a.txt", "binary file"),
        (b"<?xml version='1.0'?><feed><entry>x</entry></feed>", "a.xml", "XML file"),
        (made.zipped({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.xlsx", "spreadsheet"),
        (made.zipped({"ppt/presentation.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "a.pptx", "presentation"),
        (made.zipped({"mimetype": "x", "content.xml": "<x/>"}), "a.odt", "OpenDocument file"),
        (made.zipped({"mimetype": "x", "META-INF/container.xml": "<x/>"}), "a.epub", "e-book"),
        (made.zipped({"a.txt": "x"}), "a.zip", "archive"),
        (_OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "a.doc", "Word 97-2003 document (.doc)"),
        (_OLE + b"\0" * 600, "a.doc", "old Office document"),
    ],
)
def test_what_there_is_no_reader_for_is_named(content: bytes, name: str, kind: str) -> None:
    with pytest.raises(SourceNotSupported) as caught:
        readers.read_bytes(content, name)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"This is no Word file.", "a.docx", "Word document"),
        (bytes(range(256)) * 9, "a.docx", "Word document"),
        (made.zipped({"a.txt": "x"}), "a.docx", "Word document"),
        (made.zipped({"[Content_Types].xml": "<x/>"}), "a.docx", "Word document"),
        (made.word_file(made.paragraph("Text"))[:300], "a.docx", "Word document"),
        (b"This is no PDF.", "a.pdf", "PDF"),
        (b"%PDF-1.4\nnothing of a PDF follows", "a.pdf", "PDF"),
    ],
)
def test_what_is_not_what_its_name_says_is_damaged(content: bytes, name: str, kind: str) -> None:
    with pytest.raises(SourceDamaged) as caught:
        readers.read_bytes(content, name)
    assert caught.value.kind == kind
    assert caught.value.reason


def test_an_encrypted_word_file_needs_a_password() -> None:
    content = _OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 90
    with pytest.raises(SourceEncrypted) as caught:
        readers.read_bytes(content, "a.docx")
    assert caught.value.kind == "Word document"


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"<!DOCTYPE html><html><body><p>The port reopened on Monday.</p></body></html>", "a.pdf", "text/html"),
        (b"<html><body><p>The port reopened on Monday.</p></body></html>", "a.docx", "text/html"),
        ("\ufeff\n<!-- x --><html><body><p>The port reopened.</p></body></html>".encode("utf-16"), "a", "text/html"),
        (b"<p>The port reopened on Monday.</p>", "a.html", "text/html"),
        (b"The port reopened on Monday.", "a.html", "text/plain"),
        (b"<3 ports reopened on Monday.", "a.txt", "text/plain"),
        (b"# Port\n\nIt reopened.", "a.md", "text/markdown"),
        (made.word_file(made.paragraph("It reopened.")), "a.txt", str(readers.Kind.WORD)),
        (
            b"junk\n" + made.pdf_file([lambda canvas: canvas.drawString(72, 700, "It reopened.")]),
            "a.txt",
            "application/pdf",
        ),
    ],
)
def test_content_counts_before_the_name(content: bytes, name: str, media_type: str) -> None:
    source = readers.read_bytes(content, name)
    assert source.media_type == media_type
    assert "reopened" in source.text


def test_huge_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLarge) as caught:
        readers.read_bytes(b"word " * 10_000_001, "a.txt")
    assert (caught.value.limit, caught.value.found) == ("50 MB", "50 MB")
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(600_000_000)  # a hole: takes no room on the disk
    with pytest.raises(SourceTooLarge) as refused:
        readers.read(huge)
    assert refused.value.found == "600 MB"


def test_errors_cross_process_borders() -> None:
    with pytest.raises(SourceDamaged) as caught:
        readers.read_bytes(b"This is no Word file.", "a.docx")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.path, again.kind, again.reason) == ("a.docx", "Word document", caught.value.reason)


def test_plain_text_is_read_without_the_heavy_libraries() -> None:
    code = (
        "import sys; from briefing import readers; readers.read_text('It reopened.', 'a.txt'); "
        "readers.read_bytes(b'It reopened.', 'a.txt'); "
        "print([n for n in ('lxml', 'trafilatura', 'pypdfium2', 'docx', 'charset_normalizer') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_gather_expands_folders_in_order_and_passes_litter_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/z.txt",
        "a/c.pdf",
        ".hidden.txt",
        ".git/x.txt",
        "Thumbs.db",
        "a/~$c.docx",
        "a/.DS_Store",
        "p.png",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = readers.gather([tmp_path])
    assert [os.path.relpath(file, tmp_path) for file in found.files] == ["b.txt", "p.png", "a/c.pdf", "a/z.txt"]
    assert found.errors == ()


def test_gather_takes_a_named_file_as_it_is_and_once(tmp_path: Path) -> None:
    hidden, plain = tmp_path / ".hidden.txt", tmp_path / "plain.txt"
    for path in (hidden, plain):
        path.write_text("x", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(plain)
    given_twice = [str(hidden), plain, tmp_path / "." / "plain.txt", tmp_path, tmp_path / "link.txt"]
    assert readers.gather(given_twice).files == (str(hidden), str(plain))


def test_gather_reports_what_is_missing_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    found = readers.gather([tmp_path / "gone", tmp_path / "a.txt", "nu\0ll", tmp_path / "a.txt" / "b"])
    assert found.files == (str(tmp_path / "a.txt"),)
    assert [type(error) for error in found.errors] == [SourceMissing, SourceMissing, SourceUnreadable]
    assert found.errors[0].path == str(tmp_path / "gone")


def test_gather_does_not_run_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a" / "round").symlink_to(tmp_path, target_is_directory=True)
    assert readers.gather([tmp_path]).files == (str(tmp_path / "a" / "b.txt"),)


@given(st.text())
def test_normalising_is_done_once(text: str) -> None:
    once = builder.normalise(text)
    assert builder.normalise(once) == once
    assert once.isascii() or once.encode("utf-8").decode("utf-8") == once
    assert not any(ord(character) < 32 and character not in "\n\t" for character in once)


def test_normalising_keeps_what_is_sound() -> None:
    sound = "A\tb\n“Ç” 한국 ₴5\u00a0m 🙂\u2028"
    assert builder.normalise(sound) == sound
    assert builder.normalise("\ufeffa\r\nb\rc\x00\x02\ud800d\ufffe\x0ce") == "a\nb\ncd\ne"


_NAMES = st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.docx", "a.pdf"])


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(st.text(alphabet=st.sampled_from("ab .:|-#>*=\n\n\t1\x0c\ufeff\ud800é한<p/>`[]")), _NAMES)
def test_any_text_gives_a_sound_source_or_is_empty(text: str, name: str) -> None:
    try:
        source = readers.read_text(text, name)
    except SourceEmpty:
        return
    made.assert_sound(source)
    assert source.text == builder.normalise(text)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))), _NAMES
)
def test_any_bytes_give_a_sound_source_or_a_source_error(data: bytes, name: str) -> None:
    made.sound_or_refused(data, name)

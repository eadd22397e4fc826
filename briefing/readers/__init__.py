"""Files in, sources out: one reader per format, chosen by what the file is rather than by what it is called.

`read`, `read_bytes`, `read_text` and `gather` are the door; everything behind it is this package's own business.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType

from briefing.errors import SourceEmpty, SourceMissing, SourceTooLarge, SourceUnreadable
from briefing.model import Source
from briefing.readers.builder import Document, normalise, visible
from briefing.readers.gathering import Gathered, gather
from briefing.readers.sniff import Kind, sniff

__all__ = ["READERS", "Gathered", "gather", "read", "read_bytes", "read_text"]

MAX_BYTES = 500_000_000
MAX_TEXT_BYTES = 50_000_000


def _read_plain(data: bytes, path: str) -> Document:
    from briefing.readers import plain

    return plain.read(data, path)


def _read_markdown(data: bytes, path: str) -> Document:
    from briefing.readers import plain

    return plain.read(data, path, markdown=True)


def _read_word(data: bytes, path: str) -> Document:
    from briefing.readers.word import read as read_word

    return read_word(data, path)


def _read_web(data: bytes, path: str) -> Document:
    from briefing.readers.web import read as read_web

    return read_web(data, path)


def _read_pdf(data: bytes, path: str) -> Document:
    from briefing.readers.pdf import read as read_pdf

    return read_pdf(data, path)


# Each imports its library only when the first such file comes along.
READERS: Mapping[Kind, Callable[[bytes, str], Document]] = MappingProxyType(
    {
        Kind.PLAIN: _read_plain,
        Kind.MARKDOWN: _read_markdown,
        Kind.WORD: _read_word,
        Kind.WEB: _read_web,
        Kind.PDF: _read_pdf,
    }
)


def read(path: str | Path) -> Source:
    """The source in a file. Raises the `SourceError` that says why it cannot be used."""
    given = str(path)
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise SourceUnreadable(given, "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a file")
        _guard_size(given, status.st_size, MAX_BYTES)
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise SourceMissing(given) from error
    except OSError as error:
        raise SourceUnreadable(given, error.strerror or str(error)) from error
    except ValueError as error:  # a null character in the name
        raise SourceMissing(given) from error
    return read_bytes(data, Path(path).name, given)


def read_bytes(data: bytes, name: str, path: str = "") -> Source:
    """The source in bytes that came from anywhere; errors name `path`, or `name` where there is no path."""
    place = path or name
    if not data:
        raise SourceEmpty(place)
    _guard_size(place, len(data), MAX_BYTES)
    kind = sniff(data, PurePath(name).suffix, place)
    if kind in {Kind.PLAIN, Kind.MARKDOWN, Kind.WEB}:
        _guard_size(place, len(data), MAX_TEXT_BYTES)
    return _source(READERS[kind](data, place), kind, data, name, path)


def read_text(text: str, name: str) -> Source:
    """The source in a text that is already at hand, pasted say. Its bytes are those of its normalised text in UTF-8."""
    from briefing.readers import plain

    text = normalise(text)
    kind = Kind.MARKDOWN if PurePath(name).suffix.lower() in {".md", ".markdown"} else Kind.PLAIN
    document = plain.read_normalised(text, name, markdown=kind is Kind.MARKDOWN)
    return _source(document, kind, text.encode("utf-8"), name, "")


def _source(document: Document, kind: Kind, data: bytes, name: str, path: str) -> Source:
    if not any(visible(passage.span.cut(document.text)) for passage in document.passages):
        raise SourceEmpty(path or name)
    digest = hashlib.sha256(data).hexdigest()
    metadata = document.metadata
    return Source(
        id="s" + digest[:12],
        name=name.encode("utf-8", "replace").decode("utf-8"),
        path=path,
        sha256=digest,
        media_type=str(kind),
        text=document.text,
        passages=document.passages,
        title=metadata.title,
        author=metadata.author,
        publisher=metadata.publisher,
        published=metadata.published,
        language=metadata.language,
        url=metadata.url,
        pages=document.pages,
    )


def _guard_size(path: str, size: int, limit: int) -> None:
    if size > limit:
        raise SourceTooLarge(path, f"{limit // 1_000_000} MB", f"{size / 1_000_000:.0f} MB")

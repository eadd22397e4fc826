"""Which files are meant by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import SourceError, SourceMissing, SourceUnreadable

_LITTER = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "__macosx", "$recycle.bin"})
_LOCK = "~$"


@dataclass(frozen=True, slots=True)
class Gathered:
    """The files to read, in order, and what was asked for but cannot be had."""

    files: tuple[str, ...]
    errors: tuple[SourceError, ...]


def gather(paths: Iterable[str | Path]) -> Gathered:
    """The files named, folders replaced by the files below them in sorted order.

    In folders, hidden files and what operating systems and Office leave lying about are passed over; a file that is
    named by itself is always taken. A file reached twice counts once. Links to folders inside a folder are not
    followed, so there is no way round in circles.
    """
    files: dict[str, str] = {}
    errors: list[SourceError] = []
    for path in paths:
        for found in _expand(Path(path), errors):
            files.setdefault(os.path.realpath(found), str(found))
    return Gathered(tuple(files.values()), tuple(errors))


def _expand(path: Path, errors: list[SourceError]) -> Iterator[Path]:
    try:
        path.stat()
        if not path.is_dir():
            yield path
            return
    except (FileNotFoundError, ValueError):  # ValueError: a null character in the name
        errors.append(SourceMissing(str(path)))
        return
    except OSError as error:
        errors.append(SourceUnreadable(str(path), error.strerror or str(error)))
        return

    def note(error: OSError) -> None:
        errors.append(SourceUnreadable(str(error.filename or path), error.strerror or str(error)))

    for folder, below, names in os.walk(path, onerror=note):
        below[:] = sorted(name for name in below if not _passed_over(name))
        yield from (Path(folder) / name for name in sorted(names) if not _passed_over(name))


def _passed_over(name: str) -> bool:
    return name.startswith((".", _LOCK)) or name.lower() in _LITTER

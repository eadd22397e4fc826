"""Writing a file so that there is never half of one and never a lost old one."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from briefing.errors import OutputNotWritable


def write_whole(path: str | Path, data: bytes) -> None:
    """Write `data` beside `path`, flush it to the disk, then put it in place in one step.

    Raises OutputNotWritable; `path` then still holds what it held before, and nothing is left beside it.
    """
    target = Path(path)
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    except OSError as error:
        raise OutputNotWritable(str(path), error.strerror or str(error)) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(_mode(target))
        os.replace(beside, target)  # noqa: PTH105 - the one call that is atomic on every system
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise OutputNotWritable(str(path), error.strerror or str(error)) from error


def _mode(target: Path) -> int:
    """The mode a plain `open` would have given: the old file's, else what the umask allows."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask

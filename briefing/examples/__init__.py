"""The example documents: seven invented texts about one invented matter, the Danube at low water in autumn 2026."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_KINDS = frozenset({".docx", ".html", ".md", ".pdf", ".txt"})


def paths() -> tuple[Path, ...]:
    """The example documents' files, in the order of their dates."""
    folder = Path(str(files("briefing.examples")))
    return tuple(sorted(path for path in folder.iterdir() if path.suffix in _KINDS))

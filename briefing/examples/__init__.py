"""The example documents: seven invented texts about one invented matter, the Danube at low water in autumn 2026."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def paths() -> tuple[Path, ...]:
    """The example documents' files, in the order of their dates."""
    return tuple(sorted(Path(str(files("briefing.examples") / "documents")).iterdir()))

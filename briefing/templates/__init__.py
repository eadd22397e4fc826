"""Templates: read, found by name, written, and sent round as one file."""

from __future__ import annotations

from briefing.templates.files import ARCHIVE_SUFFIX, LETTERHEAD_FILE, TEMPLATE_FILE
from briefing.templates.shelf import (
    Shelf,
    copy,
    find,
    free,
    letterhead_bytes,
    pack,
    read,
    shelf,
    shipped,
    shipped_folder,
    unpack,
    write,
)
from briefing.templates.toml import as_toml

__all__ = [
    "ARCHIVE_SUFFIX",
    "LETTERHEAD_FILE",
    "TEMPLATE_FILE",
    "Shelf",
    "as_toml",
    "copy",
    "find",
    "free",
    "letterhead_bytes",
    "pack",
    "read",
    "shelf",
    "shipped",
    "shipped_folder",
    "unpack",
    "write",
]

"""Texts that are translated later than they are written: in tables made when the module is loaded."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """`text`; the name is the one that Qt's lupdate collects (its own function has no type)."""
    return text

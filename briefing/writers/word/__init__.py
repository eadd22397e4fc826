"""The Word writer: a document as a .docx that Word itself could have written, and what can be read back from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word.ledger import PrintedEvidence, WordLedger, read_ledger

if TYPE_CHECKING:
    from briefing.blocks import Document

__all__ = ["PrintedEvidence", "WordLedger", "read_ledger", "write_word"]


def write_word(document: Document, letterhead: bytes | None = None) -> bytes:
    """The document as the bytes of a .docx; the same document gives the same bytes.

    Without `letterhead` it has the program's own look, made from `document.style` and `document.page`.
    """
    from briefing.writers.word.writer import build

    return build(document, letterhead)

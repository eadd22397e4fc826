"""The Word writer: a document as a .docx that Word itself could have written, and what can be read back from one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.writers.word.ledger import PrintedEvidence, WordLedger, read_ledger

if TYPE_CHECKING:
    from briefing.blocks import Document
    from briefing.model import Problem

__all__ = ["PrintedEvidence", "WordLedger", "letterhead_problems", "read_ledger", "write_word"]


def write_word(
    document: Document, letterhead: bytes | None = None, *, checked: bool = False, path: str = "letterhead"
) -> bytes:
    """The document as the bytes of a .docx; the same document gives the same bytes.

    `letterhead` is a house's own Word file (.docx, .dotx, .docm, .dotm): its fields are filled, the briefing goes to
    its body place, everything else stays as it is. Without one, the document has the program's own look, made from
    `document.style` and `document.page`. `checked` makes the checker's copy, with the source's words as comments.

    Raises TemplateInvalid, naming `path`, for a letterhead that cannot be used.
    """
    from briefing.writers.word.writer import build

    return build(document, letterhead, path, checked=checked)


def letterhead_problems(
    letterhead: bytes, document: Document | None = None, path: str = "letterhead"
) -> tuple[Problem, ...]:
    """What a person should know before a letterhead is used: unknown fields with place and nearest right name, a
    missing or second body place, what was left out of the file (macros, things fetched from elsewhere).

    With `document`, its labelled facts are fields too. Raises TemplateInvalid for a letterhead that cannot be used.
    """
    from briefing.writers.word.remarks import letterhead_remarks

    return letterhead_remarks(letterhead, document, path)

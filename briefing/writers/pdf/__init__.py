"""The PDF writer: a document's blocks as an accessible PDF, and which characters it cannot print.

Set by our own line and page layout on reportlab's canvas: a table row taller than a page or a word wider than a
column has to come out readable, never as an error, and every word must know its place in the structure tree.
"""

from __future__ import annotations

from briefing.writers.pdf.attachments import Attachment, Packed, evidence_pack, ledger_attachment
from briefing.writers.pdf.unprintable import Unprintable, unprintable
from briefing.writers.pdf.writing import write_pdf

__all__ = ["Attachment", "Packed", "Unprintable", "evidence_pack", "ledger_attachment", "unprintable", "write_pdf"]

"""Briefing -> document: the block stream, with the citations numbered once for every writer."""

from __future__ import annotations

from briefing.layout.csl import style_bytes
from briefing.layout.document import lay_out
from briefing.layout.words import date_in_words

__all__ = ["date_in_words", "lay_out", "style_bytes"]

"""From an analysis to a briefing: which evidence stands where."""

from __future__ import annotations

from briefing.composer.sections import compose

__all__ = ["compose"]

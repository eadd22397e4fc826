"""From an analysis to a briefing: which evidence stands where."""

from __future__ import annotations

from briefing.composer.sections import compose, sentences_by_actor

__all__ = ["compose", "sentences_by_actor"]

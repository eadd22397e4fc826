"""Figures that give different values for one thing: the same actor, the same thing counted, the same unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Disagreement, DisagreementKind, Modifier, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from briefing.model import Figure, Source


def find_disagreements(sources: Sequence[Source], figures: Sequence[Figure]) -> tuple[Disagreement, ...]:
    """Groups of figures of one key with more than one value."""
    return ()

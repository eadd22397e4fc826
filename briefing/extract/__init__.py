"""What the sources say: actors, people, figures, statements, dated events, disagreements, repeated sources.

aliases = load_aliases(path)                          # or NO_ALIASES
found = [extract_source(s, split(s), aliases) for s in sources]   # each may run in another process
evidence = merge(sources, found, aliases)
repeats = copies(sources)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.aliases import NO_ALIASES, Alias, Aliases, load_aliases
from briefing.extract.copies import find_copies
from briefing.extract.found import Copy, Evidence, LocalActor, SourceEvidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Sentence, Source

__all__ = [
    "LANGUAGES",
    "NO_ALIASES",
    "Alias",
    "Aliases",
    "Copy",
    "Evidence",
    "LocalActor",
    "SourceEvidence",
    "copies",
    "extract_source",
    "load_aliases",
    "merge",
]

# The languages whose grammar the extraction knows, as BCP 47 primary tags.
LANGUAGES = ("en",)


def extract_source(source: Source, sentences: Sequence[Sentence], aliases: Aliases = NO_ALIASES) -> SourceEvidence:
    """What one document gives. Pure and picklable: it may run in another process."""
    from briefing.extract.document import read_document

    return read_document(source, sentences, aliases)


def merge(sources: Sequence[Source], found: Sequence[SourceEvidence], aliases: Aliases = NO_ALIASES) -> Evidence:
    """What all documents give together; `found` holds one entry per source, in the same order."""
    from briefing.extract.merging import merge_evidence

    return merge_evidence(sources, found, aliases)


def copies(sources: Sequence[Source]) -> tuple[Copy, ...]:
    """The sources that repeat an earlier one (near-duplicates)."""
    return find_copies(sources)

"""What may be asked of a summary."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.errors import RequestInvalid

METHODS = ("coverage", "lexrank", "textrank", "lsa", "luhn", "sumbasic", "kl", "edmundson", "reduction")
"""Our own method, then sumy's by their names."""

DEFAULT_WORDS = 200


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How a summary is to be made.

    `words` and `count` are budgets in words (`briefing.text.words.count_words`) and in sentences; 0 is no limit, but
    both 0 means `DEFAULT_WORDS`. `language` is a BCP 47 tag, or "" to go by the sources. `pinned` and `banned` hold
    line ids (`evidence_id("l", source, span)`): what is pinned stays in and counts against the budget, even where
    it alone breaks it. `query` is a question or some words; only sentences that have to do with it are chosen.
    """

    method: str = "coverage"
    words: int = 0
    count: int = 0
    language: str = ""
    pinned: tuple[str, ...] = ()
    banned: tuple[str, ...] = ()
    query: str = ""

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise RequestInvalid("--method", self.method, "known methods: " + ", ".join(METHODS))
        if self.words < 0:
            raise RequestInvalid("--words", str(self.words), "a budget cannot be negative")
        if self.count < 0:
            raise RequestInvalid("--sentences", str(self.count), "a budget cannot be negative")

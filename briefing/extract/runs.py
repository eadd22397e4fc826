"""Runs of capitalised words: what may be a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.titles import PARTICLES, PORTFOLIOS, ROLE_WORDS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.tokens import Words

#: capitalised words that name nobody
NOT_NAMES = word_set("mentions.not_names")


def name_run(words: Words, i: int) -> int:
    """The end of the run of capitalised words that begins at `i`, with particles and "Secretary of State" inside."""
    names, lows, end = words.words, words.lows, i
    while end < len(names) and end - i < 12:
        word = names[end]
        if lows[end] == "#":
            break
        if (
            word[0].isupper()
            and (word[-1] != "." or lows[end] in ROLE_WORDS or len(word) == 2)
            and word not in NOT_NAMES
        ) or (end > i and end + 1 < len(names) and names[end + 1][0].isupper() and _links(lows, i, end)):
            end += 1
        else:
            break
    return end


def _links(lows: list[str], i: int, end: int) -> bool:
    if lows[end] in PARTICLES:
        return True
    return (
        lows[end] in {"of", "for", "and"}
        and lows[end + 1] in PORTFOLIOS
        and any(low in ROLE_WORDS for low in lows[i:end])
    )


def clean_name(words: Words, first: int, last: int) -> str:
    return " ".join(words.words[first:last]).replace("’", "'")

"""The words that bound or hedge a number: "at least", "nearly", "as many as", "or more"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.model import Modifier

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILLER = (
    r"(?:(?:an?|the|another|additional|further|extra|some|estimated|initial|total|combined|record|about|around"
    r"|of|its|their|his|our|annual"
    r"|new|approximately|roughly|nearly|projected|reported|as)\s+){0,4}"
)
_BEFORE = (
    (Modifier.UP_TO, (r"up\s*to|as (?:many|much|high|low) as|at (?:the )?most|no more than|not more than"
                     r"|(?:a )?maximum (?:of)?|capped at|limited to|upto")),
    (Modifier.AT_LEAST, r"at least|no (?:fewer|less) than|not (?:fewer|less) than|(?:a )?minimum (?:of)?|at a minimum"),
    (Modifier.MORE_THAN, (r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|upwards? of|topp(?:ed|ing)"
                          r"|tops|surpass(?:ed|es|ing)?"
     r"|greater than|north of|well past|higher than|larger than|past|beyond")),
    (Modifier.LESS_THAN, (r"less than|fewer than|under|below|lower than|nearly|almost|close to|(?:just )?short of"
                         r"|just shy of|smaller than")),
    (Modifier.ABOUT, (r"about|around|approximately|approx\.?|roughly|some|an estimated|estimated(?: at)?|circa"
                     r"|c\.|~|in the region of|or so|estimates? of")),
)  # fmt: skip
_NEAR = re.compile(r"(?:nearly|almost|close to|short of|just shy of)\s", re.IGNORECASE)
_PATTERNS = tuple(
    (modifier, re.compile(rf"(?<![\w-])(?:{words})\s*{_FILLER}$", re.IGNORECASE)) for modifier, words in _BEFORE
)
_AFTER = re.compile(
    r"(\+|\s+(?:or|and) (?:more|above|higher|greater)\b|\s*-?plus\b)|(\s+or (?:less|fewer)\b)|(\s+or so\b)",
    re.IGNORECASE,
)
#: the first four letters of every word above: where none stands before a number, no pattern needs to be tried
_STEMS = frozenset(
    "up upto many much high low most than maxi capp limi leas mini over abov exce upwa topp tops surp nort past beyo"
    " unde belo near almo clos shor shy abou arou appr roug some esti circ c ~ regi or".split()
)


def may_bound(lows: Sequence[str]) -> bool:
    """True where the words before a number, in lower case, can bound or hedge it."""
    return not _STEMS.isdisjoint([low[:4] for low in lows])


def modifier_of(before: str, after: str, is_range: bool) -> Modifier:
    """The modifier of a number, by the text before it and after it in its sentence."""
    before = before[-60:]
    if before:
        nearest = [(match.start(), modifier) for modifier, pattern in _PATTERNS if (match := pattern.search(before))]
        if nearest:
            # "no more than" also ends in "more than": the one that begins first is the whole phrase
            return min(nearest)[1]
    match = _AFTER.match(after)
    if match:
        return Modifier.AT_LEAST if match[1] else Modifier.UP_TO if match[2] else Modifier.ABOUT
    return Modifier.RANGE if is_range else Modifier.EXACT


def is_near(before: str) -> bool:
    """True for "nearly" and its like, which bound a number but also tell its value."""
    return bool(_NEAR.search(before[-30:]))

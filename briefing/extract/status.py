"""How sure the text is of a figure: stated, reported, alleged, estimated, planned, possible or denied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

_DENIED = re.compile(
    r"\b(?:denie[sd]|deny|denying|no evidence|rejected (?:the )?(?:claim|allegation)s?|not true|false claims?)\b", re.I
)
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|alleges?|claim(?:s|ed|ing)?|accus(?:es?|ed|ing)|purported(?:ly)?|unverified|unconfirmed)\b",
    re.I,
)
_POSSIBLE = re.compile(
    r"\b(?:may|might|could|possibl[ey]|potential(?:ly)?|perhaps|considers?|considering|if|likely|risk(?:s"
    r"|ing)?)\b",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:will|plans?|planned|planning|pledg\w+|commit(?:s|ted|ting)?|promis\w+|announc\w+|target|goals?|aims?"
    r"|aiming|intends?"
    r"|propos\w+|is (?:set|due|expected) to|to be|prepared to|approved|ordered|expects?|expected|anticipat\w+"
    r"|scheduled|upcoming"
    r"|being prepared|by 20[2-9]\d|earmarked|forecasts?|projected|projects|next year)\b",
    re.I,
)
_ESTIMATED = re.compile(
    r"\b(?:estimat\w+|assess(?:es|ed|ments?)|calculat\w+|thought to|believed to|reckon\w*|forecasts?"
    r"|projections?|projected)\b",
    re.I,
)
_REPORTED = re.compile(r"\b(?:reported(?:ly)?|reports?|reporting|according to|said to|sources)\b", re.I)


_ORDER = (Status.DENIED, Status.ALLEGED, Status.ESTIMATED, Status.POSSIBLE, Status.PLANNED, Status.REPORTED)
_PATTERNS = (_DENIED, _ALLEGED, _ESTIMATED, _POSSIBLE, _PLANNED, _REPORTED)
#: the future in reported speech ("said it would fall"), else a condition
_WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
#: the first three letters of every word above: where none of them stands in a sentence, no pattern needs to be tried
_STEMS = frozenset(
    "den evi rej not fal all cla acc pur unv unc may mig cou pos pot per con if lik ris wil pla ple com pro ann tar goa"
    " aim int is to app ord exp ant sch upc bei by ear for nex est ass cal tho bel rec rep sai sou wou".split()
) - {"to", "is", "by", "not"}


def may_hedge(lows: Sequence[str]) -> bool:
    """True where a sentence, as words in lower case, can have a status other than stated or reported."""
    return (
        not _STEMS.isdisjoint([low[:3] for low in lows])
        or ("is" in lows and "to" in lows)
        or "not" in lows
        or "by" in lows
    )


@lru_cache(maxsize=64)
def status_of(clause: str, said: bool) -> Status:
    """The status of a figure by the words of its clause; `said` tells that somebody is named as having said it."""
    for status, pattern in zip(_ORDER, _PATTERNS, strict=True):
        if pattern.search(clause):
            return status
    if _WOULD.search(clause):
        return Status.PLANNED if said else Status.POSSIBLE
    return Status.REPORTED if said else Status.STATED

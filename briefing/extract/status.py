"""How sure the text is of a figure: stated, reported, alleged, estimated, planned, possible or denied."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.model import Status

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
#: all of them at once, to see in one pass that none applies
_ANY = re.compile("|".join(pattern.pattern for pattern in _PATTERNS), re.IGNORECASE)


@lru_cache(maxsize=64)
def status_of(clause: str, said: bool) -> Status:
    """The status of a figure by the words of its clause; `said` tells that somebody is named as having said it."""
    if _ANY.search(clause):
        for status, pattern in zip(_ORDER, _PATTERNS, strict=True):
            if pattern.search(clause):
                return status
    if _WOULD.search(clause):
        return Status.PLANNED if said else Status.POSSIBLE
    return Status.REPORTED if said else Status.STATED

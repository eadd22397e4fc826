"""The lost-context guard: sentences that lean on text which a summary would leave out.

Extractive summaries mislead in about three of ten cases though every word is copied, mostly by a pronoun, a name or a
discourse word whose ground is missing (Zhang, Wan and Bansal, "Extractive is not Faithful", 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

_OPENERS = "\"'“‘„«([ \u00a0-–—•"
_PRONOUN = re.compile(
    r"(?:he|she|they|him|them|his|her|hers|their|theirs|its|it|it['’]s|he['’]s|she['’]s|they['’](?:re|ve|d|ll)|he['’](?:d|ll)"
    r"|she['’](?:d|ll)|this|that|these|those|such|the\s+(?:former|latter|same|two|pair|other|others)|both|neither|others?|another"
    r"|there(?:fore|after|in|by)|here|one\s+of\s+(?:them|those|these)|(?:some|many|most|all|none|few|several)\s+of\s+(?:them|those|these)"
    r"|we|we['’](?:re|ve|d|ll)|i|i['’](?:m|ve|d|ll)|our|my"
    r"|the\s+(?:move|decision|announcement|developments?|remarks|comments|statement|news|revelations?|incident|step|measures?|plan"
    r"|proposal|deal|findings|ruling|vote|attacks?)\s+(?:also\s+)?(?:ha[sd]|have|comes?|came|will|would|could|may|might|was|were|is|are"
    r"|follow(?:s|ed)|mark(?:s|ed)|prompt(?:s|ed))"
    r"|er|sie|es|dies(?:e|er|es|em|en)?|ihre?|seine?|il|elle|ils|elles|ce(?:la|ci|tte|s)?|cet|él|ella|ellos|ellas|est[aeo]s?|es[aeo]s?"
    r")\b(?![’'\-]\w)",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?:it\s+(?:is|was|has\s+been|had\s+been|remains|remained|will\s+be|would\s+be|may\s+be|could\s+be|appears|appeared|seems|seemed|takes|took)"
    r"(?:\s+(?:not|also|still|now|very|highly|widely|so|too))*\s+(?:\w+\s+(?:that|whether|if|how|why|who|what|when|where|to|for)\b|that\b)"
    r"|(?:this|that)\s+(?:\w+\s+)?(?:week|month|year|morning|afternoon|evening|summer|autumn|winter|spring|decade|century|report|paper"
    r"|study|document|review|analysis|chapter|note|briefing|submission|section)\b"
    r"|these\s+days|both\s+(?:\w+\s+){1,4}and\b|both\s+the\b|another\s+\d|es\s+(?:ist|gibt|war)\b|il\s+(?:y\s+a|est|faut)\b"
    r"|that\s+(?:is|was)\s+(?:the|why|because)\b.{0,400}\b(?:said|says)\b)",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(?:but|however|further(?=,)|and|or|nor|so|yet|moreover|furthermore|besides|instead|therefore|thus|hence|nevertheless|nonetheless|also|still"
    r"|otherwise|then|similarly|likewise|conversely|rather|consequently|accordingly|meanwhile|additionally|finally|indeed|too"
    r"|in\s+(?:addition|contrast|turn|response|other\s+words|particular|fact|short|that\s+case|this\s+(?:way|case|regard))"
    r"|as\s+(?:a\s+result|such|well)|for\s+(?:example|instance|this\s+reason|that\s+reason|his\s+part|her\s+part|their\s+part)"
    r"|on\s+the\s+(?:other\s+hand|contrary|one\s+hand)|by\s+(?:contrast|comparison|then)|at\s+(?:the\s+same|that)\s+(?:time|point)"
    r"|after\s+(?:that|this)|because\s+of\s+(?:this|that)|despite\s+(?:this|that)|even\s+so|that\s+said|either\s+way|to\s+(?:this|that)\s+end"
    r"|aber|doch|jedoch|allerdings|deshalb|daher|außerdem|zudem|mais|cependant|toutefois|donc|ainsi|pero|sin\s+embargo|además|por\s+lo\s+tanto"
    r")\b(?!-)",
    re.IGNORECASE,
)
_CONNECTIVE_WITHIN = re.compile(
    r",\s+(?:however|therefore|moreover|nevertheless|meanwhile|instead|likewise|consequently|thus|for\s+(?:example|instance)),"
)
_CONTRAST = re.compile(
    r"(?:but|however|yet|nevertheless|nonetheless|by\s+contrast|in\s+contrast|on\s+the\s+other\s+hand|conversely|even\s+so|that\s+said"
    r"|aber|jedoch|allerdings|doch|cependant|toutefois|pero|sin\s+embargo)\b",
    re.IGNORECASE,
)
_LATE_PRONOUN = re.compile(r",\s+(?:he|she|they)\b")
_NOUN = re.compile(r"\b(?:the|an?|his|her|their|some|many|most|all)\s+(?:\w+\s+){0,2}?(\w+)", re.IGNORECASE)
_OCCASIONS = """
statement interview speech letter meeting news briefing post video tweet report address hearing call visit
conference message weekend day week year month time end beginning morning afternoon evening night first last
past next following same press
"""
_NO_ANTECEDENTS = frozenset(_OCCASIONS.split())
_NAME = re.compile(r"\b[A-Z][\w’'\-]*[a-z]\w*")
_FULL_NAME = re.compile(r"\b(?:[A-Z][\w’'\-]*[a-z]\s+|[A-Z]\.\s*){1,3}[A-Z][\w’'\-]*[a-z]\b")
_SURNAME_SPOT = re.compile(
    r"(?:^|[,;]\s|\b(?:Mr|Mrs|Ms|Dr|President|Minister|Senator)\.?\s|\b(?:and|that|by|to|with|of)\s)"
    r"([A-Z][\w’'\-]*[a-z])(?=['’]s\b|\s+(?:said|says|told|added|also|was|is|has|had|will|would|who|did|called|warned|asked|wrote|noted|argued|did)\b|,\s+who\b)"
)
_LATE = 60
_PLAIN_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december on in at the a an after before during since for from by as when while if
although though last next earlier later yesterday today speaking asked
"""
_NOT_NAMES = frozenset(_PLAIN_WORDS.split())


class Lean(StrEnum):
    """What a sentence leans on."""

    NOTHING = ""
    PRONOUN = "pronoun"
    CONNECTIVE = "connective"
    NAME = "name"
    CONTRAST = "contrast"


def opening_lean(text: str) -> Lean:
    """What the opening of a sentence leans on, judged by its words alone."""
    head = text[:500].lstrip(_OPENERS)
    if _CONNECTIVE.match(head) or _CONNECTIVE_WITHIN.search(head, 0, _LATE):
        return Lean.CONNECTIVE
    if _PRONOUN.match(head) and not _FREE.match(head):
        return Lean.PRONOUN
    late = _LATE_PRONOUN.search(head, 0, _LATE)
    if late is not None and not _names_before(head, late.start()):
        return Lean.PRONOUN
    return Lean.NOTHING


def qualifies(text: str) -> bool:
    """Tell whether a sentence takes back or limits the one before it ("However, …")."""
    return _CONTRAST.match(text[:80].lstrip(_OPENERS)) is not None


def _names_before(text: str, end: int) -> bool:
    """Tell whether a name, or a noun that is no mere occasion ("In a statement, he"), stands before the pronoun."""
    if any(match.group().casefold() not in _NOT_NAMES for match in _NAME.finditer(text, 0, end)):
        return True
    return any(match[1].casefold() not in _NO_ANTECEDENTS for match in _NOUN.finditer(text, 0, end))


@dataclass(frozen=True, slots=True)
class Names:
    """The full names of one source by their last word."""

    full: dict[str, str]

    def missing(self, text: str) -> str:
        """The surname that the sentence uses where the source has introduced it elsewhere, or ""."""
        for match in _SURNAME_SPOT.finditer(text):
            surname = match[1].removesuffix("'s").removesuffix("’s")
            full = self.full.get(surname)
            if full is not None and full not in text and not _introduced(surname, [text]):
                return surname
        return ""


def names_of(texts: Iterable[str]) -> Names:
    """The full names ("Kim Hong Kyun") in running text, by surname and by first name where that is used alone."""
    found: dict[str, str] = {}
    for text in texts:
        for name in full_names(text):
            parts = name.split()
            for part in (parts[-1], parts[0]):
                found.setdefault(part, name)
    return Names(found)


def full_names(text: str) -> list[str]:
    """Runs of two to four capitalised words, without a word before them that only begins the sentence."""
    found: list[str] = []
    for match in _FULL_NAME.finditer(text):
        parts = match.group().split()
        while parts and parts[0].casefold().rstrip(".") in _NOT_NAMES:
            parts = parts[1:]
        if len(parts) > 1:
            found.append(" ".join(parts))
    return found


def _introduced(surname: str, texts: Sequence[str]) -> bool:
    """Tell whether a text has the surname with another name beside it."""
    beside = re.compile(rf"\b[A-Z][\w’'.\-]*\s+{re.escape(surname)}\b|\b{re.escape(surname)}\s+[A-Z][\w’'\-]*[a-z]")
    return any(
        match.group().split()[0].casefold().rstrip(".") not in _NOT_NAMES | _COURTESY
        for text in texts
        for match in beside.finditer(text)
    )


_COURTESY = frozenset(["mr", "mrs", "ms", "dr", "and", "but"])


def introduces(surname: str, texts: Sequence[str]) -> bool:
    """Tell whether one of the texts gives the full name that goes with a surname."""
    return _introduced(surname, texts)

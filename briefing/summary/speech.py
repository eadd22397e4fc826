"""Whose words they are: sentences that stand inside a quotation, and the neighbour that names the speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.summary.candidates import Candidate

_MARKS = re.compile(r"[\"“”„«»]")
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*(?:[\"”»“]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = """
said say says saying told tell tells added adds adding wrote write writes stated states stating noted notes
argued argues warned warns warning according claimed claims claiming asked asks asking announced announces
called calls calling described describes describing explained explains insisted insists replied replies
responded responds reported reports reporting suggested suggests tweeted posted declared declares acknowledged
acknowledges denied denies denounced condemned urged urges continued concluded testified quoted cited remarked
predicted promised vowed recalled stressed emphasised emphasized sagte sagt erklärte teilte laut déclaré affirmé
dit selon dijo afirmó señaló declaró según disse afirmou segundo detto dichiarato secondo zei aldus
"""
_SAYS = frozenset(_VERBS.split())


def names_speaker(text: str, *, inside: bool = False) -> bool:
    """Tell whether a sentence says, outside its quotation marks, that somebody says something.

    `inside` tells that a quotation is open where the sentence begins.
    """
    if inside:
        end = _MARKS.search(text)
        text = text[end.end() :] if end is not None else ""
    outside = _QUOTED.sub(" ", text) if _MARKS.search(text) else text
    return not _SAYS.isdisjoint(_WORD.findall(outside.lower()))


def without_speaker(candidates: Sequence[Candidate]) -> dict[int, int]:
    """The candidates (by number) that are quotation and do not name the speaker, each with the neighbour that does.

    The neighbour is -1 where there is none beside it in the document.
    """
    opened = _opened(candidates)
    found: dict[int, int] = {}
    for number, candidate in enumerate(candidates):
        text = candidate.sentence.text
        if (number in opened or text[:1] in '"“„«') and not names_speaker(text, inside=number in opened):
            found[number] = _neighbour(candidates, number, opened)
    return found


def _opened(candidates: Sequence[Candidate]) -> frozenset[int]:
    """The candidates that begin inside a quotation which opened before them in their passage."""
    found: list[int] = []
    inside = False
    place: tuple[str, int] = ("", 0)
    for number, candidate in enumerate(candidates):
        here = (candidate.sentence.source, candidate.sentence.passage)
        if here != place:
            inside, place = False, here
        if inside:
            found.append(number)
        for mark in _MARKS.findall(candidate.sentence.text):
            inside = mark in "“„«" or (mark == '"' and not inside)
    return frozenset(found)


def _neighbour(candidates: Sequence[Candidate], number: int, opened: frozenset[int]) -> int:
    """The sentence after, else before, that names a speaker: in the same passage, or quoting too in the next one."""
    own = candidates[number]
    for other in (number + 1, number - 1, number + 2, number - 2):
        if not 0 <= other < len(candidates) or candidates[other].document != own.document:
            continue
        text = candidates[other].sentence.text
        distance = abs(candidates[other].sentence.passage - own.sentence.passage)
        beside = distance == 0 or (distance == 1 and _MARKS.search(text) is not None)
        if beside and names_speaker(text, inside=other in opened):
            return other
    return -1

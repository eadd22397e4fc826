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


def names_speaker(text: str) -> bool:
    """Tell whether a sentence says, outside its quotation marks, that somebody says something."""
    outside = _QUOTED.sub(" ", text) if _MARKS.search(text) else text
    return not _SAYS.isdisjoint(_WORD.findall(outside.lower()))


def without_speaker(candidates: Sequence[Candidate]) -> dict[int, int]:
    """The candidates (by number) that are quotation and do not name the speaker, each with the neighbour that does.

    The neighbour is -1 where there is none beside it in the document.
    """
    found: dict[int, int] = {}
    inside = False
    place: tuple[str, int] = ("", 0)
    for number, candidate in enumerate(candidates):
        text = candidate.sentence.text
        here = (candidate.sentence.source, candidate.sentence.passage)
        if here != place:
            inside, place = False, here
        marks = _MARKS.findall(text)
        began_inside = inside
        if marks:
            inside = _open_after(marks, open_before=inside)
        if (began_inside or text[:1] in '"“„«') and not _speaks_outside(text, began_inside=began_inside):
            found[number] = _neighbour(candidates, number)
    return found


def _open_after(marks: Sequence[str], *, open_before: bool) -> bool:
    state = open_before
    for mark in marks:
        state = mark in "“„" or (not state if mark == '"' else mark == "«")
    return state


def _speaks_outside(text: str, *, began_inside: bool) -> bool:
    if began_inside:
        end = _MARKS.search(text)
        return end is not None and names_speaker(text[end.end() :])
    return names_speaker(text)


def _neighbour(candidates: Sequence[Candidate], number: int) -> int:
    """The sentence right after, else right before, that names a speaker (looked for two places away at most)."""
    own = candidates[number]
    for step in (1, -1, 2, -2):
        other = number + step
        if (
            0 <= other < len(candidates)
            and candidates[other].document == own.document
            and abs(candidates[other].sentence.passage - own.sentence.passage) <= 1
            and names_speaker(candidates[other].sentence.text)
        ):
            return other
    return -1

"""What can be done about a chosen sentence that leans on text which is not printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.model import Sentence, Source, SummarySentence
from briefing.summary.choosing import line_id
from briefing.summary.context import Lean, Names, full_names, names_of, opening_lean
from briefing.summary.options import SummaryOptions

_PERSON = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
_LOOK_BACK = 3


class OfferKind(StrEnum):
    BEFORE = "before"
    NAME = "name"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Offer:
    """One way out. BEFORE: print `sentence` first. OTHER: print `sentence` instead.

    NAME: insert `insertion` (in square brackets, so that it shows) at character `at` of the chosen sentence's text.
    """

    kind: OfferKind
    sentence: Sentence | None = None
    insertion: str = ""
    at: int = 0

    def shown_in(self, text: str) -> str:
        """The sentence with the insertion; for display, as it is not verbatim any more."""
        return text[: self.at] + self.insertion + text[self.at :]


def offers(
    line: SummarySentence,
    summary: Sequence[SummarySentence],
    sentences: Sequence[Sentence],
    sources: Sequence[Source],
    options: SummaryOptions,
) -> tuple[Offer, ...]:
    """The ways out for one line of a summary, which was made of these sentences with these options."""
    own = sorted((s for s in sentences if s.source == line.sentence.source), key=lambda s: s.span)
    place = own.index(line.sentence) if line.sentence in own else -1
    found: list[Offer] = []
    if place > 0 and own[place - 1].passage >= line.sentence.passage - 1:
        found.append(Offer(OfferKind.BEFORE, own[place - 1]))
    name = _name(line.sentence.text, own[max(0, place - _LOOK_BACK) : max(0, place)], names_of([s.text for s in own]))
    if name is not None:
        found.append(name)
    other = _other(line, summary, sentences, sources, options)
    if other is not None:
        found.append(Offer(OfferKind.OTHER, other))
    return tuple(found)


def _name(text: str, before: Sequence[Sentence], names: Names) -> Offer | None:
    surname = names.missing(text)
    if surname:
        at = text.index(surname) + len(surname)
        return Offer(OfferKind.NAME, insertion=f" [{names.full[surname]}]", at=at)
    person = _PERSON.search(text)
    if opening_lean(text) is not Lean.PRONOUN or person is None:
        return None
    for sentence in reversed(before):
        near = full_names(sentence.text)
        if near:
            return Offer(OfferKind.NAME, insertion=f" [{near[-1]}]", at=person.end())
    return None


def _other(
    line: SummarySentence,
    summary: Sequence[SummarySentence],
    sentences: Sequence[Sentence],
    sources: Sequence[Source],
    options: SummaryOptions,
) -> Sentence | None:
    """What would be chosen in its place, all others staying; None where nothing fits."""
    from briefing.summary import summarise

    others = [other.sentence for other in summary if other.sentence != line.sentence]
    asked = replace(
        options,
        pinned=tuple(line_id(other) for other in others),
        banned=(*options.banned, line_id(line.sentence)),
    )
    for candidate in summarise(sentences, sources, asked):
        if candidate.sentence not in others and not candidate.context_needed:
            return candidate.sentence
    return None

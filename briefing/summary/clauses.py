"""Clauses of sentences that are too long to be quoted whole (an unpunctuated transcript, a list run together)."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model import Sentence, Span
from briefing.text.words import count_words

_BREAKS = (re.compile(r"\n|[;:；：]\s*|\s[–—-]\s"), re.compile(r"[,，、،]\s*"), re.compile(r"\s+"), re.compile(r""))


def pieces(sentence: Sentence, most: int) -> list[Sentence]:
    """The sentence itself if it has at most `most` words, else its clauses, each with its own characters and span."""
    spans = _parts(sentence.text, Span(0, len(sentence.text)), most, 0)
    if len(spans) == 1:
        return [sentence]
    start = sentence.span.start
    return [
        replace(sentence, span=Span(start + span.start, start + span.end), text=span.cut(sentence.text))
        for span in spans
    ]


def _parts(text: str, span: Span, most: int, level: int) -> list[Span]:
    """Break at the strongest marks first; what is left too long at weaker ones, as late as the limit allows."""
    if count_words(span.cut(text)) <= most or level >= len(_BREAKS):
        trimmed = _trimmed(text, span)
        return [trimmed] if trimmed is not None else []
    found: list[Span] = []
    start, words, end = span.start, 0, span.start
    for match in [*_BREAKS[level].finditer(text, span.start, span.end), None]:
        stop = match.end() if match is not None else span.end
        more = count_words(text[end:stop])
        if words and words + more > most:
            found += _parts(text, Span(start, end), most, level + 1)
            start, words = end, 0
        words, end = words + more, stop
    return found + _parts(text, Span(start, span.end), most, level + 1)


def _trimmed(text: str, span: Span) -> Span | None:
    cut = span.cut(text)
    start = span.start + len(cut) - len(cut.lstrip())
    end = span.end - (len(cut) - len(cut.rstrip()))
    return Span(start, end) if start < end else None

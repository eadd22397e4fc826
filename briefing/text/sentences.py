"""Sentences with exact offsets: an own rule splitter, linear in the length of the text.

Headings stay whole; list items, cells, notes and paragraphs are split. Rules rather than a trained model because they
did best on a hand-made set of hard cases (U.S., Lt. Gen., $2.5m, Nov. 4) and need nothing at load time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import PassageKind, Sentence, Source, Span
from briefing.text.abbreviations import (
    BEFORE_NUMBER,
    GERMAN_MONTHS,
    LOWERED_TITLES,
    MAYBE_LAST,
    NEVER_LAST,
    REPORTING,
    STARTERS,
    TITLES,
    ZONES,
)

_CLOSERS = "\"'”’»›)]}」』）】〉》"
_OPENERS = "\"'“‘„‚«‹([{¿¡「『（【—–-"
_STOP = re.compile(
    r"(?P<wide>[。！？｡]+)"
    r"|(?P<mark>[.!?…؟۔।॥\u037e]+)"
)
_CLOSING = re.compile(rf"[{re.escape(_CLOSERS)}]{{0,4}}(?:(?:\[\d{{1,3}}\]){{1,4}}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{{1,3}})?")
_BLANKS = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_ENUMERATOR = re.compile(r"(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})(?:\.\d{1,3})*")
_NUMERAL = re.compile(r"[IVXLC]+\b")
_SIGHT = 42
_SAMPLE = 1500
_BRACKET_SIGHT = 400


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible end: the stop's own place, the end with its closing marks, and where the next text begins."""

    start: int
    mark: str
    stop: int
    end: int
    next: int


def split(source: Source) -> tuple[Sentence, ...]:
    """Every sentence of the source in text order; headings are one unit each, whatever stops they hold."""
    lowered = _is_lowered(source.text)
    return tuple(
        Sentence(source.id, span, span.cut(source.text), passage.number, passage.kind, passage.page)
        for passage in source.passages
        for span in _passage_spans(source.text, passage.span, passage.kind, lowered=lowered)
    )


def split_text(text: str, start: int = 0) -> list[Span]:
    """The spans of the sentences of a running text, each moved by `start`; no span has blanks at its ends."""
    return _spans(text, start, lowered=_is_lowered(text))


def _passage_spans(text: str, span: Span, kind: PassageKind, *, lowered: bool) -> list[Span]:
    if kind is PassageKind.HEADING:
        inner = _trimmed(span.cut(text), 0, len(span))
        return [Span(span.start + inner.start, span.start + inner.end)] if inner is not None else []
    return _spans(span.cut(text), span.start, lowered=lowered)


def _spans(text: str, start: int, *, lowered: bool) -> list[Span]:
    spans: list[Span] = []
    begin = 0
    brackets = _Brackets(text)
    for candidate in _candidates(text):
        if brackets.holds(begin, candidate.start, candidate.end):
            continue
        if not _ends(text, begin, candidate, lowered=lowered):
            continue
        span = _trimmed(text, begin, candidate.end)
        if span is not None:
            spans.append(Span(start + span.start, start + span.end))
        begin = candidate.end
    rest = _trimmed(text, begin, len(text))
    if rest is not None:
        spans.append(Span(start + rest.start, start + rest.end))
    return spans


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _is_lowered(text: str) -> bool:
    """Tell whether a text was written without capitals (judged by its beginning and middle), so none may be asked."""
    middle = max(_SAMPLE, len(text) // 2)
    sample = text[:_SAMPLE] + text[middle : middle + _SAMPLE]
    lower = sum(map(str.islower, sample))
    upper = sum(map(str.isupper, sample))
    return lower >= 40 and upper * 300 < lower


def _candidates(text: str) -> Iterator[_Candidate]:
    for match in _STOP.finditer(text):
        closing = _CLOSING.match(text, match.end())
        end = closing.end() if closing else match.end()
        blanks = _BLANKS.match(text, end)
        following = blanks.end() if blanks else end
        if following >= len(text):
            return
        glued = following == end
        if glued and match["wide"] is None and not _is_glued_end(text, match.start(), match.end(), end):
            continue
        yield _Candidate(match.start(), match.group(), match.end(), end, following)


def _is_glued_end(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether a blank was forgotten ("said.The next"), as against a file name, a domain or an initial."""
    if text[start] in "؟۔।॥":
        return True
    if stop - start > 1 or not text[end].isupper() or end + 1 >= len(text) or not text[end + 1].islower():
        return False
    word = text[max(0, start - 3) : start]
    return (end > stop and text[end - 1] not in "'’" and word[-1:].isalnum()) or (
        len(word) == 3 and word.isalpha() and word.islower() and _WORD.match(text, end) is not None
    )


def _ends(text: str, begin: int, candidate: _Candidate, *, lowered: bool) -> bool:
    if text[candidate.start] in "。！？｡؟۔।॥":
        return True
    at = candidate.next
    while at < len(text) and text[at] in _OPENERS and at - candidate.next < 4:
        at += 1
    opening = text[at : at + 1]
    if not opening or (opening.islower() and not lowered and opening.upper() != opening):
        return False
    if not (opening.isalnum() or opening in "$€£¥₴₽%#@*•§"):
        return False
    word = _WORD.match(text, at)
    following = word.group() if word else ""
    if candidate.mark != ".":
        return not _speech_goes_on(text, candidate, following, at)
    if candidate.end > candidate.stop and text[candidate.stop] in '"”»':
        return True
    if lowered and _token_before(text, begin, candidate) in LOWERED_TITLES:
        return False
    return _full_stop_ends(text, begin, candidate, opening, following)


def _token_before(text: str, begin: int, candidate: _Candidate) -> str:
    """The run of non-blanks right before the stop, without opening marks; "" where a blank stands there."""
    tail = text[max(begin, candidate.start - _SIGHT) : candidate.start]
    if not tail or tail[-1].isspace():
        return ""
    return tail.split()[-1].rpartition("—")[2].lstrip(_OPENERS)


def _speech_goes_on(text: str, candidate: _Candidate, following: str, at: int) -> bool:
    """Tell whether '"Why?" Ms Okoro asked' goes on, or "Yahoo! News" is a name."""
    if candidate.end == candidate.stop:
        return False
    words = [match.group().casefold() for match in _WORD.finditer(text, at, min(len(text), at + 48))][:4]
    named = bool(following[:1].isupper())
    return named and any(word in REPORTING for word in words[:4]) and words[0] not in STARTERS - {"he", "she", "they"}


def _full_stop_ends(text: str, begin: int, candidate: _Candidate, opening: str, following: str) -> bool:
    token = _token_before(text, begin, candidate)
    if not token:
        return True
    folded = token.casefold().lstrip("'’-/")
    starter = following.casefold() in STARTERS and not _is_initial(text, candidate.next, following)
    if _trimmed(text, begin, candidate.start - len(token)) is None and _ENUMERATOR.fullmatch(token):
        return False
    if folded.isdigit():
        return following.casefold() not in GERMAN_MONTHS
    return _word_ends(text, candidate, folded, token, opening, starter=starter, following=following)


def _word_ends(
    text: str, candidate: _Candidate, folded: str, token: str, opening: str, *, starter: bool, following: str
) -> bool:
    closed = candidate.end > candidate.stop
    if folded in NEVER_LAST and not (len(token) == 1 and token.isupper()):
        return False
    if folded in ("a.m", "p.m"):
        return opening.isupper() and following.casefold() not in ZONES
    if folded in BEFORE_NUMBER and (opening.isdigit() or opening == "§" or _is_numeral(text, candidate.next)):
        return False
    if folded in TITLES and not closed and token[:1].isupper():
        return False
    if _INITIALS.fullmatch(token):
        return _initials_end(text, candidate, token, starter=starter or closed)
    if folded in MAYBE_LAST and (token[:1].isupper() or "." in folded or opening.isdigit()):
        return starter or closed
    return True


def _is_numeral(text: str, at: int) -> bool:
    match = _NUMERAL.match(text, at)
    return match is not None and match.group() != "I"


def _is_initial(text: str, at: int, following: str) -> bool:
    """Tell whether the next word is an initial itself ("George H. W. Bush")."""
    return len(following) == 1 and text[at + 1 : at + 2] == "."


def _initials_end(text: str, candidate: _Candidate, token: str, *, starter: bool) -> bool:
    """Tell whether "Plan B." or "the U.S." ends here: only before a word that begins sentences."""
    if len(token) > 1:
        return starter
    before = text[max(0, candidate.start - 24) : candidate.start - 1].split()
    if token in ("I",) and before and before[-1].islower():
        return True
    name_before = bool(before) and before[-1][:1].isupper()
    return starter and not (name_before and before[-1].endswith("."))


class _Brackets:
    """Tells whether a place stands inside a bracket that opened in the middle of its sentence and closes soon."""

    __slots__ = ("_close", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._close: dict[int, int] = {}
        stack: list[int] = []
        for match in re.finditer(r"[()\[\]]", text):
            if match.group() in "([":
                stack.append(match.start())
            elif stack:
                self._close[stack.pop()] = match.start()

    def holds(self, begin: int, stop: int, end: int) -> bool:
        """Looks at the eight nearest opening brackets at most."""
        first = max(begin, end - _BRACKET_SIGHT)
        opened = stop
        for _ in range(8):
            opened = max(self._text.rfind("(", first, opened), self._text.rfind("[", first, opened))
            if opened <= first:
                return False
            if end <= self._close.get(opened, -1) <= opened + _BRACKET_SIGHT:
                return _trimmed(self._text, begin, opened) is not None
        return False

"""Quotations and whose words they are; who is the subject of a verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.attribution import NO_VOICE, Voice, plausible, speaker
from briefing.extract.reading import Quote
from briefing.extract.reporting import reporting_base
from briefing.extract.subjects import subject_of
from briefing.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.extract.reading import Line, Reading

_MARKS = re.compile(r"[“”„\"«»]|(?<!\w)[‘](?=\w)|[’](?!\w)")
_INVERTING = frozenset(("say", "add", "explain", "write", "note", "warn", "report"))
_CLOSES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}


def find_quotes(reading: Reading) -> None:
    """Fill `reading.quotes`: quotations in text order, with their speakers."""
    passage: list[int] = []
    carried = _NOBODY
    for number, line in enumerate(reading.lines):
        if passage and reading.lines[passage[0]].sentence.passage != line.sentence.passage:
            carried = _quotes_of(reading, passage, carried)
            passage = []
        passage.append(number)
    if passage:
        _quotes_of(reading, passage, carried)


@dataclass(frozen=True, slots=True)
class _Carried:
    """Who goes on speaking in the next paragraph, and the verb that said so."""

    voice: Voice
    verb: str


_NOBODY = _Carried(NO_VOICE, "")


def _announced(reading: Reading, number: int) -> _Carried:
    """The speaker that a line such as "Mr. Okamura made the following statement:" announces."""
    line = reading.lines[number]
    if not line.sentence.text.rstrip().endswith(":"):
        return _NOBODY
    person = next((mention for mention in line.mentions if mention.how == "person"), None)
    return _Carried(Voice(person.name, known=True), "") if person else _NOBODY


def _quotes_of(reading: Reading, passage: list[int], carried: _Carried) -> _Carried:
    """Add the quotations of one paragraph; gives who goes on speaking after it."""
    first, last = reading.lines[passage[0]].sentence.span, reading.lines[passage[-1]].sentence.span
    text = reading.source.text[first.start : last.end]
    if not _MARKS.search(text):
        return _announced(reading, passage[-1])
    voice, verb = (carried.voice, carried.verb) if text[0] in _CLOSES else (NO_VOICE, "")
    for span in _pairs(text):
        quote = Quote(first.start + span.start, first.start + span.end)
        inside = reading.lines_at(passage, quote.start, quote.end)
        found, said = _speaker_near(reading, quote, inside)
        if found.name:
            voice, verb = found, said
        elif not _is_speech(text[span.start : span.end]):
            found = NO_VOICE
        quote.line = inside[0] if inside else passage[0]
        quote.speaker, quote.known, quote.verb = voice.name, voice.known, verb
        if found.name or _is_speech(text[span.start : span.end]):
            reading.add_quote(quote)
    goes_on = bool(reading.quotes) and reading.quotes[-1].end == last.end and text[-1] not in '”"»'
    return _Carried(voice, verb) if goes_on else _NOBODY


def _pairs(text: str) -> Iterator[Span]:
    """Outermost quotations; one that never closes ends with the text."""
    opened, closing = -1, ""
    for match in _MARKS.finditer(text):
        mark = match.group()
        if opened < 0:
            if mark in _CLOSES and mark != "”":
                opened, closing = match.end(), _CLOSES[mark]
        elif mark == closing or (closing == "”" and mark == '"'):
            if match.start() > opened:
                yield Span(opened, match.start())
            opened = -1
    if opened >= 0 and closing in {"”", '"', "»"} and len(text) > opened + 20:
        yield Span(opened, len(text))


def _is_speech(quoted: str) -> bool:
    """A sentence of its own, not a word or a title in quotation marks."""
    return len(quoted.split()) >= 5 and (quoted.rstrip()[-1:] in ",.!?—–-" or quoted[:1].isupper())


def _speaker_near(reading: Reading, quote: Quote, inside: list[int]) -> tuple[Voice, str]:
    """The subject of the verb of saying that stands nearest to the quotation, outside all quotation marks."""
    best: tuple[int, Voice, str] | None = None
    for number in dict.fromkeys((inside[-1], inside[0])) if inside else ():
        line = reading.lines[number]
        for v, phrase in enumerate(line.phrases):
            if phrase.kind != "VP":
                continue
            place = line.words.starts[phrase.head]
            if quote.start <= place < quote.end or not reporting_base(line.words.lows[phrase.head]):
                continue
            distance = place - quote.end if place >= quote.end else quote.start - place + 5
            if distance > 260 or (best and best[0] <= distance):
                continue
            voice = subject_voice(reading, number, v)
            if voice.name:
                best = (distance, voice, line.words.words[phrase.head])
    return (best[1], best[2]) if best else (_dashed(reading, quote, inside), "")


def _dashed(reading: Reading, quote: Quote, inside: list[int]) -> Voice:
    """For "..." —President Biden"""
    if not inside or not re.match(r"[”\"]?\s*[—–-]", reading.source.text[quote.end : quote.end + 6]):
        return NO_VOICE
    for line in reading.lines[inside[-1] : inside[-1] + 2]:
        for mention in line.mentions:
            if 0 <= line.words.starts[mention.first] - quote.end < 60 and mention.how == "person":
                return Voice(mention.name, known=True)
    return NO_VOICE


def subject_voice(reading: Reading, number: int, v: int) -> Voice:
    """Who says: the subject, or the phrase after an inverted verb ("said X")."""
    line = reading.lines[number]
    phrases = line.phrases
    turned = inverted(line, v)
    quoted = _quoted_as(line, v)
    if quoted is not None:
        return speaker(reading, number, quoted)
    k = v + 1 if turned else subject_of(line.words, phrases, v)
    if k is None or not plausible(line, k):
        return NO_VOICE
    return speaker(reading, number, k)


def _quoted_as(line: Line, v: int) -> int | None:
    """The noun phrase of "quoted X as saying"."""
    phrases, lows = line.phrases, line.words.lows
    if v < 3 or lows[phrases[v].head] not in {"saying", "telling"} or lows[phrases[v - 1].first] != "as":
        return None
    return v - 2 if phrases[v - 2].kind == "NP" else None


def inverted(line: Line, v: int) -> bool:
    phrases = line.phrases
    if v + 1 >= len(phrases) or phrases[v + 1].kind != "NP" or phrases[v].form != "finite":
        return False
    before = line.words.words[phrases[v - 1].first] if v else '"'
    if before == ",":
        return reporting_base(line.words.lows[phrases[v].head]) in _INVERTING and plausible(line, v + 1)
    return before in {"”", '"', "’", "»", "?", "!"}

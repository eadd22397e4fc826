"""Who said what: quotations, reported speech, "according to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.attribution import NO_VOICE, Voice, speaker
from briefing.extract.owners import acting
from briefing.extract.reading import Quote
from briefing.extract.reporting import CLAUSE_VERBS, WORD_NOUNS, kind_of, reporting_base
from briefing.extract.roster import Mention
from briefing.extract.subjects import subject_of
from briefing.extract.titles import ROLE_WORDS
from briefing.extract.wordlists import word_set
from briefing.model import Originator, Span, Statement, StatementKind, evidence_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.extract.reading import Line, Reading

_MARKS = re.compile(r"[“”„\"«»]|(?<!\w)[‘](?=\w)|[’](?!\w)")
_INVERTING = frozenset(("say", "add", "explain", "write", "note", "warn", "tell", "report"))
_CLOSES = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’"}
_PEOPLE = word_set("statements.people")


def find_quotes(reading: Reading) -> None:
    """Fill `reading.quotes`: quotations in text order, with their speakers."""
    passage: list[int] = []
    for number, line in enumerate(reading.lines):
        if passage and reading.lines[passage[0]].sentence.passage != line.sentence.passage:
            _quotes_of(reading, passage)
            passage = []
        passage.append(number)
    if passage:
        _quotes_of(reading, passage)


def _quotes_of(reading: Reading, passage: list[int]) -> None:
    first, last = reading.lines[passage[0]].sentence.span, reading.lines[passage[-1]].sentence.span
    text = reading.source.text[first.start : last.end]
    if not _MARKS.search(text):
        return
    voice, verb = NO_VOICE, ""
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
            voice = _subject_voice(reading, number, v)
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


def _subject_voice(reading: Reading, number: int, v: int) -> Voice:
    """Who says: the subject, or the phrase after an inverted verb ("said X")."""
    line = reading.lines[number]
    phrases = line.phrases
    inverted = _inverted(line, v)
    quoted = _quoted_as(line, v)
    if quoted is not None:
        return speaker(reading, number, quoted)
    k = v + 1 if inverted else subject_of(line.words, phrases, v)
    if k is None or not plausible(line, k):
        return NO_VOICE
    return speaker(reading, number, k)


def _quoted_as(line: Line, v: int) -> int | None:
    """The noun phrase of "quoted X as saying"."""
    phrases, lows = line.phrases, line.words.lows
    if v < 3 or lows[phrases[v].head] not in {"saying", "telling"} or lows[phrases[v - 1].first] != "as":
        return None
    return v - 2 if phrases[v - 2].kind == "NP" else None


def _inverted(line: Line, v: int) -> bool:
    phrases = line.phrases
    if v + 1 >= len(phrases) or phrases[v + 1].kind != "NP" or phrases[v].form != "finite":
        return False
    before = line.words.words[phrases[v - 1].first] if v else '"'
    if before == ",":
        return reporting_base(line.words.lows[phrases[v].head]) in _INVERTING and plausible(line, v + 1)
    return before in {"”", '"', "’", "»", "?", "!"}


def plausible(line: Line, k: int) -> bool:
    """True where a noun phrase can speak: a name, a person, an institution, a report."""
    phrase = line.phrases[k]
    low = line.words.lows[phrase.head]
    if line.mention_in(phrase.first, phrase.last) and (
        low in _PEOPLE or any(m.first <= phrase.head < m.last for m in line.mentions)
    ):
        return True
    return (
        low in _PEOPLE
        or low in WORD_NOUNS
        or low in ROLE_WORDS
        or low.rstrip("s") in ROLE_WORDS
        or low in {"he", "she", "they", "it", "who"}
        or bool(line.mention_in(phrase.first, phrase.last))
    )


def find_statements(reading: Reading) -> Iterator[Statement]:
    """The statements in text order."""
    found: dict[str, Statement] = {}
    for quote in reading.quotes:
        if quote.speaker:
            statement = _of_quote(reading, quote)
            found.setdefault(statement.id, statement)
    for number in range(len(reading.lines)):
        for statement in _of_line(reading, number):
            if not _is_quoted(reading, statement):
                found.setdefault(statement.id, statement)
    yield from sorted(found.values(), key=lambda s: (s.span.start, s.span.end))


def _is_quoted(reading: Reading, statement: Statement) -> bool:
    """True where a quotation already says most of it."""
    span = statement.span
    touching = reading.quotes_in(span.start, span.end)
    return any(min(quote.end, span.end) - max(quote.start, span.start) > 0.7 * len(span) for quote in touching)


def _of_quote(reading: Reading, quote: Quote) -> Statement:
    line = reading.lines[quote.line]
    return _statement(
        reading,
        line,
        Span(quote.start, quote.end),
        Voice(quote.speaker, quote.known),
        quote.verb or "said",
        Span(quote.start, quote.end),
    )


def _statement(
    reading: Reading,
    line: Line,
    span: Span,
    voice: Voice,
    verb: str,
    quote: Span | None,
    kind: StatementKind | None = None,
) -> Statement:
    actor = acting(reading, Mention(0, 0, voice.name, "name")) if voice.known else None
    return Statement(
        id=evidence_id("s", reading.source.id, span),
        source=reading.source.id,
        span=span,
        speaker=Originator(voice.name, voice.name if voice.known else None),
        actor=actor,
        verb=verb,
        kind=kind or kind_of(verb.lower()),
        direct=quote == span,
        quote=quote,
        sentence=line.sentence.span,
        passage=line.sentence.passage,
        page=line.sentence.page,
    )


_DECLINES = re.compile(
    r"\b(?:ha(?:s|ve|d) not (?:yet )?confirmed|decline[sd]? to (?:comment|confirm)|refus\w+ to (?:comment"
    r"|confirm)|(?:unable|not able) to confirm"
    r"|could not confirm|did not (?:immediately )?(?:respond|reply|comment)|neither confirm\w* nor)\b",
    re.IGNORECASE,
)


def _of_line(reading: Reading, number: int) -> Iterator[Statement]:
    line = reading.lines[number]
    lows = line.words.lows
    if not any(reporting_base(low) for low in lows):
        return
    yield from _according(reading, number)
    for v, phrase in enumerate(line.phrases):
        if phrase.kind != "VP":
            continue
        base = reporting_base(lows[phrase.head])
        if not base or phrase.passive or _in_quote(reading, line.words.starts[phrase.head]):
            continue
        voice = _subject_voice(reading, number, v)
        if not voice.name:
            continue
        span = _said(line, v, base)
        if span is not None:
            kind = (
                StatementKind.DECLINES
                if _DECLINES.search(line.sentence.text) and base in {"confirm", "comment"}
                else None
            )
            inner = next(
                (
                    Span(q.start, q.end)
                    for q in reading.quotes_in(span.start, span.end)
                    if span.start <= q.start and q.end <= span.end
                ),
                None,
            )
            yield _statement(reading, line, span, voice, line.words.words[phrase.head], inner, kind)
    yield from _nominal(reading, number)


def _in_quote(reading: Reading, offset: int) -> bool:
    return reading.quote_at(offset) is not None


def _said(line: Line, v: int, base: str) -> Span | None:
    """What is said: the clause or object after the verb; for a trailing verb, what stands before it."""
    words, phrases = line.words, line.phrases
    first = phrases[v].last
    if v + 1 >= len(phrases) or _inverted(line, v) or words.lows[first] in {".", ",", "”", '"'}:
        return _before_verb(line, v, base)
    if (
        base not in CLAUSE_VERBS
        and words.lows[first] not in {"on", "for", "upon"}
        and base not in {"see", "urge", "call", "express", "welcome", "condemn"}
    ):
        return None
    while first < len(words) and words.lows[first] in {"that", "on", "upon", "for", ":", ","}:
        first += 1
    end = _clause_end(line, first)
    return Span(words.starts[first], words.ends[end - 1]) if end - first >= 2 else None


def _clause_end(line: Line, first: int) -> int:
    words = line.words
    end = len(words)
    while end > first and words.lows[end - 1] in {".", "”", '"', ")", "?", "!"}:
        end -= 1
    for i in range(first + 3, end):
        if words.lows[i] == ";" or (
            words.lows[i] in {"while", "whereas", "though", "although"} and words.lows[i - 1] == ","
        ):
            return i if words.lows[i] == ";" else i - 1
    return end


def _before_verb(line: Line, v: int, base: str) -> Span | None:
    if base not in CLAUSE_VERBS or v < 2:
        return None
    words, phrases = line.words, line.phrases
    stop = v
    while stop > 0 and words.lows[phrases[stop - 1].first] not in {",", "”", '"'}:
        stop -= 1
    last = phrases[stop - 1].first if stop else 0
    if last < 3:
        return None
    return Span(words.starts[0], words.ends[last - 1])


def _according(reading: Reading, number: int) -> Iterator[Statement]:
    line = reading.lines[number]
    words = line.words
    for i in range(len(words) - 2):
        if words.lows[i] != "according" or words.lows[i + 1] != "to":
            continue
        from briefing.extract.attribution import voice_of

        voice = voice_of(reading, number, min(i + 3, len(words) - 1))
        if not voice.name or _in_quote(reading, words.starts[i]):
            return
        span = _rest(line, i)
        if span is not None:
            yield _statement(reading, line, span, voice, words.cut(i, i + 2), None, StatementKind.SAYS)
        return


def _rest(line: Line, i: int) -> Span | None:
    """The sentence without its "according to X"."""
    words = line.words
    if i > 3:
        last = i - 1 if words.lows[i - 1] == "," else i
        return Span(words.starts[0], words.ends[last - 1])
    k = i + 2
    while k < len(words) and words.lows[k] != ",":
        k += 1
    end = _clause_end(line, k)
    return Span(words.starts[k + 1], words.ends[end - 1]) if k + 2 < end else None


def _nominal(reading: Reading, number: int) -> Iterator[Statement]:
    """For "claims by X that ..."."""
    line = reading.lines[number]
    words, phrases = line.words, line.phrases
    for k in range(len(phrases) - 3):
        if (
            phrases[k].kind != "NP"
            or words.lows[phrases[k].head] not in WORD_NOUNS
            or words.lows[phrases[k + 1].first] not in {"by", "from"}
        ):
            continue
        end = phrases[k + 2].last
        while end < len(words) and words.lows[end] != "that" and end < phrases[k + 2].last + 6:
            end += 1
        if end < len(words) - 3 and words.lows[end] == "that" and phrases[k + 2].kind == "NP":
            last = _clause_end(line, end + 1)
            voice = (
                speaker(reading, number, line.phrase_at(end - 1))
                if line.phrases[line.phrase_at(end - 1)].kind == "NP"
                else NO_VOICE
            )
            if voice.name:
                yield _statement(
                    reading,
                    line,
                    Span(words.starts[end + 1], words.ends[last - 1]),
                    voice,
                    words.words[phrases[k].head],
                    None,
                )

"""Who said what: quotations, reported speech, "according to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.attribution import NO_VOICE, Voice, plausible, speaker
from briefing.extract.owners import acting
from briefing.extract.quotations import inverted, subject_voice
from briefing.extract.reporting import CLAUSE_VERBS, WORD_NOUNS, kind_of, reporting_base
from briefing.extract.roster import Mention
from briefing.model import Originator, Span, Statement, StatementKind, evidence_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.extract.reading import Line, Quote, Reading

_TELLING = frozenset("tell inform assure remind notify".split())
_MAY_TELL = frozenset("ask urge warn advise".split())
_ASIDE = frozenset("on in at by during after before to from through via over".split())


def find_statements(reading: Reading) -> Iterator[Statement]:
    """The statements in text order."""
    found: dict[str, Statement] = {}
    for quote in reading.quotes:
        if quote.speaker:
            statement = _of_quote(reading, quote)
            found.setdefault(statement.id, statement)
    for statement in _turns(reading):
        found.setdefault(statement.id, statement)
    for number in range(len(reading.lines)):
        for statement in _of_line(reading, number):
            if not _is_quoted(reading, statement):
                found.setdefault(statement.id, statement)
    yield from sorted(found.values(), key=lambda s: (s.span.start, s.span.end))


_TURN = 3


def _turns(reading: Reading) -> Iterator[Statement]:
    """What the speakers of a transcript say: a paragraph of a turn, or its sentences where it is long."""
    passage: list[Line] = []
    for line in [*reading.lines, None]:
        if passage and (line is None or line.sentence.passage != passage[0].sentence.passage):
            whole = [passage] if len(passage) <= _TURN else [[one] for one in passage]
            yield from (_turn(reading, lines) for lines in whole if sum(len(one.words) for one in lines) > _TURN + 1)
            passage = []
        if line is not None and line.label:
            passage.append(line)


def _turn(reading: Reading, lines: list[Line]) -> Statement:
    first = lines[0].words
    span = Span(first.starts[min(lines[0].opening, len(first) - 1)], lines[-1].words.ends[-1])
    label = lines[0].label
    return _statement(reading, lines[0], span, Voice(label, label in reading.roster.records), "", span)


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
        voice = subject_voice(reading, number, v)
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
    if v + 1 >= len(phrases) or inverted(line, v):
        return _before_verb(line, v, base)
    first = _past_asides(line, v, base)
    if first >= len(words) or words.lows[first] in {".", ",", "”", '"', ")"}:
        return _before_verb(line, v, base)
    if base == "put":
        end = _clause_end(line, first)
        return Span(words.starts[first], words.ends[end - 1]) if "at" in words.lows[first:end] else None
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


def _past_asides(line: Line, v: int, base: str) -> int:
    """The token where what is said begins: past addressee, time and place ("told Reuters by telephone")."""
    phrases, lows = line.phrases, line.words.lows
    k = v + 1
    that = next((j for j in range(k, len(phrases)) if lows[phrases[j].first] == "that" or phrases[j].kind == "VP"), k)
    if base in _TELLING and that < len(phrases) and lows[phrases[that].first] == "that":
        return phrases[that].first
    if k < len(phrases) and phrases[k].kind == "NP" and not _is_clause(line, k):
        that = lows[phrases[k].last : phrases[k].last + 1] == ["that"]
        k += base in _TELLING or (base in _MAY_TELL and that)
    start = k
    while k < len(phrases):
        phrase = phrases[k]
        if phrase.time or (phrase.kind == "RB" and lows[phrase.first] != "not"):
            k += 1
        elif (
            phrase.kind == "P" and lows[phrase.first] in _ASIDE and k + 1 < len(phrases) and phrases[k + 1].kind == "NP"
        ):
            k += 2
        else:
            break
    stop = phrases[k].first if k < len(phrases) else len(lows)
    timed = any(phrase.time for phrase in phrases[start:k])
    if k == start or stop >= len(lows) or lows[stop] in {"that", ".", ",", "”", '"'} or timed:
        return stop
    return phrases[start].first


def _is_clause(line: Line, k: int) -> bool:
    """True where noun phrase `k` is the subject of a clause of its own: no addressee."""
    after = line.phrases[k + 1] if k + 1 < len(line.phrases) else None
    return after is not None and after.kind == "VP" and after.form == "finite"


def _clause_end(line: Line, first: int) -> int:
    words = line.words
    end = len(words)
    while end > first and words.lows[end - 1] in {".", "”", '"', ")", "?", "!"}:
        end -= 1
    depth = 0
    for i in range(first + 3, end):
        if words.lows[i] == "," and _other_speaks(line, i + 1):
            return i
        depth += (words.lows[i] == "(") - (words.lows[i] == ")")
        if depth > 0:
            continue
        if words.lows[i] == ";" or (
            words.lows[i] in {"while", "whereas", "though", "although"} and words.lows[i - 1] == ","
        ):
            return i if words.lows[i] == ";" else i - 1
    return end


def _other_speaks(line: Line, i: int) -> bool:
    """True where "but X said ..." begins at token `i`: somebody else's words."""
    if line.words.lows[i : i + 1] not in (["but"], ["and"], ["while"], ["though"]):
        return False
    k = line.phrase_at(i + 1)
    ahead = [p for p in line.phrases[k : k + 4] if p.kind == "VP"][:1]
    if line.phrases[k].kind != "NP" or not ahead or ahead[0].form != "finite":
        return False
    return reporting_base(line.words.lows[ahead[0].head]) in CLAUSE_VERBS and plausible(line, k)


def _before_verb(line: Line, v: int, base: str) -> Span | None:
    if base not in CLAUSE_VERBS or v < 2:
        return None
    words, phrases = line.words, line.phrases
    stop = v
    while stop > 0 and words.lows[phrases[stop - 1].first] not in {",", "”", '"'}:
        stop -= 1
    last = phrases[stop - 1].first if stop else 0
    if last - line.opening < 3:
        return None
    return Span(words.starts[line.opening], words.ends[last - 1])


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
        return Span(words.starts[line.opening], words.ends[last - 1]) if last > line.opening else None
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

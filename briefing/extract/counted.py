"""What a number counts: the noun phrase after it, or the noun it hangs on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.subjects import subject_of, verb_left
from briefing.extract.tagging import NOUNS

if TYPE_CHECKING:
    from briefing.extract.numbers import Quantity
    from briefing.extract.reading import Line

_LINKS = frozenset(("in", "of", "for", "worth", "on", "toward", "towards", "into"))
_RATE = frozenset(("per", "a", "each", "every"))


def counted_by(line: Line, quantity: Quantity, token: int, previous: str) -> str:
    """The counted noun phrase as printed, or "". `previous` is that of the number before in the sentence."""
    words, tags = line.words, line.words.tags
    k = line.phrase_at(token)
    phrase = line.phrases[k]
    after = _after(line, token, phrase.last)
    if after and quantity.kind in {"count", "unit"}:
        return after
    linked = _linked(line, token, quantity)
    if after and quantity.kind in {"money", "percent", "fraction"}:
        return after
    if linked:
        return linked
    hung = _hung_on(line, k, token)
    if hung:
        return hung
    if quantity.kind == "count" and previous:
        return previous
    if quantity.kind == "unit":
        return quantity.tail
    v = verb_left(line.phrases, k)
    if v is not None:
        subject = subject_of(words, line.phrases, v)
        if subject is not None and subject != k:
            return _noun_text(line, subject)
    return _purpose(line, token, tags) or previous


def _after(line: Line, token: int, last: int) -> str:
    """The nouns after the number within its phrase, and "of" with its noun phrase."""
    words, tags = line.words, line.words.tags
    first = token + 1
    if first >= last or not any(tags[i] in NOUNS or tags[i] == "JJ" for i in range(first, last)):
        return ""
    end = last
    k = line.phrase_at(token)
    if k + 2 < len(line.phrases) and line.phrases[k + 1].kind == "P" and words.lows[line.phrases[k + 1].first] == "of":
        if line.phrases[k + 2].kind == "NP":
            end = line.phrases[k + 2].last
    for i in range(first, end):
        if tags[i] == "CD" and words.lows[i] == "#":
            end = i
            break
    return words.cut(first, end).strip(" ,")


def _linked(line: Line, token: int, quantity: Quantity) -> str:
    """ "$400 million in military aid", "60 percent of health facilities"."""
    k = line.phrase_at(token)
    phrases, words = line.phrases, line.words
    if phrases[k].last != token + 1 or k + 1 >= len(phrases):
        return ""
    step = k + 1
    if words.lows[phrases[step].first] in _RATE and step + 1 < len(phrases):
        step += 1 if phrases[step].kind == "NP" else 2
        if step >= len(phrases):
            return ""
    if phrases[step].kind == "RB" and step + 1 < len(phrases):
        step += 1
    if phrases[step].kind == "P" and words.lows[phrases[step].first] in _LINKS and step + 1 < len(phrases):
        if phrases[step + 1].kind == "NP" and not phrases[step + 1].time:
            if quantity.kind == "count" and words.lows[phrases[step].first] != "of":
                return ""
            return _noun_text(line, step + 1)
    return ""


def _noun_text(line: Line, k: int) -> str:
    """A noun phrase without its article, with "of" and its noun phrase."""
    phrases, words = line.phrases, line.words
    first, end = phrases[k].first, phrases[k].last
    while first < end - 1 and words.tags[first] in {"DT", "PRP$"}:
        first += 1
    if k + 2 < len(phrases) and words.lows[phrases[k + 1].first] == "of" and phrases[k + 2].kind == "NP":
        end = phrases[k + 2].last
    return words.cut(first, end)


def _hung_on(line: Line, k: int, token: int) -> str:
    """ "investments of nearly $3.5 billion", "growth of 272%", "a budget worth $5bn"."""
    phrases, words = line.phrases, line.words
    i = k - 1
    while i >= 0 and phrases[i].kind == "RB":
        i -= 1
    if i > 0 and phrases[i].kind == "VP" and phrases[i].form == "gerund" and phrases[i - 1].kind == "NP":
        if words.lows[phrases[i].head] in {
            "totaling",
            "totalling",
            "reaching",
            "exceeding",
            "averaging",
            "costing",
            "topping",
            "amounting",
        }:
            return _noun_text(line, i - 1)
    if (
        i > 0
        and phrases[i].kind == "P"
        and phrases[i - 1].kind == "NP"
        and words.lows[phrases[i].first] in {"of", "worth", "at", "about", "around", "over", "under", "above"}
    ):
        return _noun_text(line, i - 1)
    return ""


_PURPOSE = re.compile(r"\s(?:to|for)\s[^,.;:–—]{3,60}")


def _purpose(line: Line, token: int, tags: list[str]) -> str:
    """ "$500 million to support African countries": what the money is for."""
    words = line.words
    rest = words.text[words.ends[token] - words.start :]
    match = _PURPOSE.match(rest)
    return match.group().strip() if match else ""

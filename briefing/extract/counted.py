"""What a number counts: the noun phrase after it, or the noun it hangs on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.subjects import past_hedges, subject_of, verb_left
from briefing.extract.tagging import NOUNS
from briefing.extract.wordlists import word_set
from briefing.text.dates import find_dates

if TYPE_CHECKING:
    from briefing.extract.numbers import Quantity
    from briefing.extract.reading import Line

_LINKS = frozenset(("in", "of", "for", "worth", "on", "toward", "towards", "into"))
_WHOLES = ("gdp", "gross domestic product", "output", "total", "gni", "national income")
_RATE = frozenset(("per", "a", "an", "each", "every"))
_CHANGES = word_set("counted.changes")
_MEASURING = word_set("counted.measuring")
_CHANGING = word_set("counted.changing")
_COMPARED = frozenset("fewer more less higher lower further additional".split())
_HOLDING = frozenset(
    ("of", "worth", "between", "at", "from", "about", "around", "over", "under", "above", "below", "to", "by")
)
_CASUALTIES = frozenset(
    "killed injured dead wounded missing displaced hospitalised hospitalized homeless infected sick".split()
)
_HARMING = frozenset(
    "kill kills killing injure injures injuring wound wounds wounding displace displaces displacing hospitalise"
    " hospitalises hospitalising hospitalize hospitalizes hospitalizing".split()
)
_DOERS = word_set("owners.groups") | word_set("statements.people") | word_set("owners.organisation_nouns")
_BEYOND = frozenset(("above", "below", "over", "under", "exceeding"))
_OF_THEM = (["of", "it"], ["of", "them"], ["of", "those"], ["of", "these"], ["of", "which"], ["of", "whom"])
_EACH = frozenset(("each", "every", "per", "any"))
_FORECASTS = frozenset("forecast forecasts estimate estimates projection projections target outlook prediction".split())
_SUMMING = frozenset(
    "totaling totalling reaching exceeding averaging costing topping amounting including representing".split()
)


def counted_by(line: Line, quantity: Quantity, token: int, previous: str, earlier: str = "") -> str:
    """The counted noun phrase as printed, or "". `previous` is that of the number of this unit before in the sentence,
    `earlier` that of the number before, whatever its unit.
    """
    k = line.phrase_at(token)
    if previous and _ends_change(line, k):
        return previous
    lows = line.words.lows
    if earlier and (lows[token + 1 : token + 3] in _OF_THEM or lows[max(0, token - 2) : token] in _OF_THEM):
        return previous or earlier
    found = _after(line, token, line.phrases[k].last) or _linked(line, token, quantity)
    if quantity.kind in {"percent", "fraction"} and found.lower().endswith(_WHOLES):
        found = _hung_on(line, k) or _measured(line, k) or found
    if found:
        return found
    return _from_before(line, quantity, token, k, previous, earlier)


def _from_before(line: Line, quantity: Quantity, token: int, k: int, previous: str, earlier: str) -> str:
    before = line.words.lows[token - 1] if token else ""
    changed = _changed_object(line, k)
    if before == "by" and k > 1 and line.phrases[k - 2].kind == "VP" and not changed and _measured(line, k):
        return _measured(line, k)
    if before in {"up", "down", "by"} and (previous or earlier) and not changed:
        return previous or earlier
    if before == "from" and previous and k > 1 and any(line.words.lows[i] == "#" for i in _tokens(line, k - 2)):
        return previous
    hung = changed or _hung_on(line, k)
    if hung:
        return hung
    if quantity.kind == "count" and token and _harming(line, k):
        return _harming(line, k)
    if quantity.kind == "count" and previous and not _is_measure(line, k):
        return previous
    if quantity.kind == "percent" and earlier and k + 1 < len(line.phrases) and line.phrases[k + 1].form == "finite":
        return earlier
    return _measured(line, k) or _last_resort(line, quantity, token, k, previous)


def _last_resort(line: Line, quantity: Quantity, token: int, k: int, previous: str) -> str:
    if quantity.kind == "unit":
        return quantity.tail
    if quantity.kind == "count":
        return previous or _casualty(line, token) or _subject(line, k)
    return _purpose(line, token) or _subject(line, k) or previous


def _ends_change(line: Line, k: int) -> bool:
    """For the second number of "from 16% to 24% on larger models"."""
    phrases, lows = line.phrases, line.words.lows
    i = past_hedges(line.words, phrases, k)
    return (
        i > 2
        and lows[phrases[i].first] == "to"
        and lows[phrases[i - 1].last - 1] == "#"
        and lows[phrases[i - 2].first] == "from"
        and phrases[k].last == phrases[k].first + 1
    )


def _tokens(line: Line, k: int) -> range:
    return range(line.phrases[k].first, line.phrases[k].last)


def _harming(line: Line, k: int) -> str:
    """For "the quake kills at least 112": the verb that tells what befell those counted."""
    v = past_hedges(line.words, line.phrases, k)
    if v < 0 or line.phrases[v].kind != "VP" or line.phrases[v].passive:
        return ""
    head = line.phrases[v].head
    return line.words.words[head] if line.words.lows[head] in _HARMING | _CASUALTIES else ""


def changed_object(line: Line, k: int) -> int | None:
    """The noun phrase that a verb changes to, by or from phrase `k`: "payroll taxes" in "raise payroll taxes by 3%"."""
    phrases, lows = line.phrases, line.words.lows
    i = past_hedges(line.words, phrases, k)
    if i < 2 or lows[phrases[i].first] not in {"to", "by", "from", "at"}:
        return None
    v = verb_left(phrases, i)
    while v and phrases[v].form == "gerund" and lows[phrases[v - 1].first] == "of" and not _changes(line, v):
        v = verb_left(phrases, v)
    if v is None or not _changes(line, v) or phrases[v].passive or i - v > 8:
        return None
    if any(phrases[j].kind in {",", "WH", "SUB", "CC"} for j in range(v + 1, i)) or phrases[v + 1].kind != "NP":
        return None
    return v + 1


def _changes(line: Line, v: int) -> bool:
    return line.words.lows[line.phrases[v].head] in _CHANGING


def _changed_object(line: Line, k: int) -> str:
    """For "cut its forecast for growth in 2026 to 1.8%", "raise payroll taxes by £18.4bn": what the verb changes."""
    phrases, lows = line.phrases, line.words.lows
    thing = changed_object(line, k)
    if thing is None:
        return ""
    if lows[phrases[thing].head] in _FORECASTS and k > thing + 2 and lows[phrases[thing + 1].first] in {"for", "of"}:
        after = _noun_text(line, thing + 2)
        if after and phrases[thing].head - phrases[thing].first < 2:
            return after
    return _noun_text(line, thing)


def _after(line: Line, token: int, last: int) -> str:
    """The nouns after the number within its phrase, and what "of" adds; "in" too after "increase" and its like."""
    words, tags, phrases = line.words, line.words.tags, line.phrases
    first = token + 1
    k = line.phrase_at(token)
    if first == last and [words.lows[p.first] for p in phrases[k + 1 : k + 2]] in (["more"], ["fewer"], ["extra"]):
        return _noun_text(line, k + 2) if k + 2 < len(phrases) and phrases[k + 2].kind == "NP" else ""
    if (
        first >= last
        or not any(tags[i] in NOUNS or tags[i] == "JJ" for i in range(first, last))
        or words.lows[last - 1] in _COMPARED
    ):
        return ""
    end = last
    if k + 2 < len(phrases) and phrases[k + 1].kind == "P" and phrases[k + 2].kind == "NP" and not phrases[k + 2].time:
        link = words.lows[phrases[k + 1].first]
        if link == "of" or (link == "in" and words.lows[last - 1] in _CHANGES):
            end = phrases[k + 2].last
    end = next((i for i in range(first, end) if line.counts(i)), end)
    return words.cut(first, end).strip(" ,")


def _linked(line: Line, token: int, quantity: Quantity) -> str:
    """For "$400 million in military aid", "60 percent of health facilities", "30 gigawatts (GW) of offshore wind"."""
    k = line.phrase_at(token)
    phrases, words = line.phrases, line.words
    if phrases[k].last != token + 1 or k + 1 >= len(phrases):
        return ""
    if quantity.kind == "fraction" and phrases[k + 1].kind == "NP" and not phrases[k + 1].time:
        return _noun_text(line, k + 1)
    if phrases[k + 1].kind in {"“", '"', "'", "‘"} and k + 2 < len(phrases) and phrases[k + 2].kind == "NP":
        return _noun_text(line, k + 2)
    step = _past_rate(line, k + 1)
    if step + 1 >= len(phrases) or phrases[step].kind != "P":
        return ""
    link = words.lows[phrases[step].first]
    if link not in _LINKS or phrases[step + 1].kind != "NP" or phrases[step + 1].time:
        return ""
    if link in {"for", "in"} and words.lows[phrases[step + 1].first] in _EACH:
        return ""
    if (quantity.kind == "count" and link != "of") or (link == "for" and _hung_on(line, k)):
        return ""
    if quantity.kind in {"money", "percent"} and link in {"in", "on", "for"} and _is_other(line, k, step + 1, quantity):
        return ""
    return _noun_text(line, step + 1)


def _is_other(line: Line, k: int, after: int, quantity: Quantity) -> bool:
    """True where "in ..." tells a place, or where the verb measures its subject: "inflation fell to 3% in March"."""
    place = any(
        m.how != "proper" and m.last == line.phrases[after].last
        for m in line.mention_in(line.phrases[after].first, line.phrases[after].last)
    )
    return place or (quantity.kind == "percent" and _is_measure(line, k))


def _past_rate(line: Line, step: int) -> int:
    """The phrase after "per month", "a year" or a bracket."""
    phrases, lows = line.phrases, line.words.lows
    if phrases[step].kind == "(":
        while step < len(phrases) - 1 and phrases[step].kind != ")":
            step += 1
        return step + 1
    if lows[phrases[step].first] == "worth" and step + 1 < len(phrases) and lows[phrases[step + 1].first] == "of":
        return step + 1
    if lows[phrases[step].first] in _RATE and step + 1 < len(phrases):
        return step + (1 if phrases[step].kind == "NP" else 2)
    return step + 1 if phrases[step].kind == "RB" else step


def _is_measure(line: Line, k: int) -> bool:
    """True where the verb before measures its subject: "inflation fell to 3% in the eurozone"."""
    v = verb_left(line.phrases, k)
    return v is not None and k - v <= 3 and line.words.lows[line.phrases[v].head] in _MEASURING


def _noun_text(line: Line, k: int) -> str:
    """A noun phrase without its article, with "of" and its noun phrase; "" for a pronoun, a time or a bare name."""
    phrases, words = line.phrases, line.words
    if phrases[k].time or words.tags[phrases[k].head] == "PRP" or words.tags[phrases[k].head] in {"DT", "IN"}:
        return ""
    if any(
        m.how != "proper" and m.first <= phrases[k].head < m.last
        for m in line.mention_in(phrases[k].first, phrases[k].last)
    ):
        return ""
    if words.lows[phrases[k].head] in {"number", "amount"} and _is_of(line, k):
        return _noun_text(line, k + 2)
    first, end = phrases[k].first, phrases[k].last
    if _is_bare(line, k):
        return ""
    while first < end - 1 and words.tags[first] in {"DT", "PRP$"}:
        first += 1
    if _is_of(line, k):
        end = phrases[k + 2].last
    number = next((i for i in range(first, end) if line.counts(i)), -1)
    if number >= 0:
        first, end = (number + 1, end) if number + 1 < phrases[k].last else (first, number)
    if any(mention.how == "person" for mention in line.mention_in(first, end)):
        return ""
    while end > first + 1 and words.lows[end - 1] in {"of", ",", "-", "–"}:
        end -= 1
    return words.cut(first, end) if first < end else ""


def _is_of(line: Line, k: int) -> bool:
    """True where "of" and another noun phrase follow."""
    phrases = line.phrases
    return k + 2 < len(phrases) and line.words.lows[phrases[k + 1].first] == "of" and phrases[k + 2].kind == "NP"


def _is_bare(line: Line, k: int) -> bool:
    """True for a phrase without a noun ("high", "of its own", "lower")."""
    phrase, words = line.phrases[k], line.words
    adjective = words.tags[phrase.head] == "JJ" and phrase.head == phrase.first
    return (adjective and words.lows[phrase.first] != "#") or words.lows[phrase.head] in _COMPARED | {
        "own",
        "one",
        "ones",
    }


def _hung_on(line: Line, k: int) -> str:
    """For "investments of nearly $3.5 billion", "growth of 272%", "a budget worth $5bn", "people, including 900"."""
    phrases, words = line.phrases, line.words
    i = past_hedges(words, phrases, k)
    if i == 1 and phrases[1].kind == ":" and phrases[0].kind == "NP":
        return _noun_text(line, 0)
    if i > 1 and phrases[i].kind == ":" and phrases[i - 1].kind == "NP" and i < 4:
        return _noun_text(line, i - 1)
    if 0 <= i < k - 1 and phrases[i].kind == "NP" and words.lows[phrases[i + 1].first] in _BEYOND:
        return _noun_text(line, i)
    if i <= 0:
        return ""
    low = words.lows[phrases[i].first]
    before = phrases[i - 1]
    if before.kind == "," and low in _SUMMING | {"worth", "valued"} and i > 1:
        before = phrases[i - 2]
    if before.kind != "NP":
        return ""
    at = next(j for j in range(i) if phrases[j] is before)
    if (phrases[i].kind == "VP" and low in _SUMMING) or low == "including":
        return _noun_text(line, at)
    if phrases[i].kind == "P" and low in _HOLDING and not before.time:
        changed = at > 0 and phrases[at - 1].kind == "VP"  # "cut spending by $2 trillion"
        rise = (
            at > 1
            and words.lows[phrases[at - 1].first] in {"in", "of"}
            and words.lows[phrases[at - 2].head] in _CHANGES
        )
        if low in {"to", "by", "from"} and not changed and not rise and words.lows[before.head] not in _CHANGES:
            return ""
        return _noun_text(line, at)
    return ""


def _measured(line: Line, k: int) -> str:
    """For "Exports rose 5%", "the budget is $3 billion": the subject of a verb that measures."""
    v = verb_left(line.phrases, k)
    while v is not None:
        if line.words.lows[line.phrases[v].head] in _MEASURING:
            subject = subject_of(line.words, line.phrases, v)
            if subject is not None and subject != k and line.words.tags[line.phrases[subject].head] != "PRP":
                return _noun_text(line, subject)
            return ""
        if k - v > 4:
            return ""
        v = verb_left(line.phrases, v)
    return ""


def _subject(line: Line, k: int) -> str:
    v = verb_left(line.phrases, k)
    subject = subject_of(line.words, line.phrases, v) if v is not None else None
    if subject is not None and line.words.lows[line.phrases[subject].head] in _DOERS:
        return ""
    return _noun_text(line, subject) if subject is not None and subject != k else ""


def _casualty(line: Line, token: int) -> str:
    """For "3,381 killed", "killing 12": the word that tells what befell them."""
    lows = line.words.lows
    for i in (token + 1, token - 1, token + 2, token + 3):
        if 0 <= i < len(lows) and lows[i] in _CASUALTIES:
            return line.words.words[i]
    return ""


_PURPOSE = re.compile(
    r"(?:\s(?:an?|per|each|every)\s(?:year|month|week|day)|\ssince\s(?:\w+\s)?\d{4}|\s(?:this|last|next)\s\w+)?"
    r"\s(?:to|for|from|on|towards?)\s(?:[^,.;:–—()]|(?<=\d)[,.](?=\d)){3,60}"
)
_RATE_BEFORE = re.compile(r"^.*?(?=\b(?:to|for|from|on|towards?)\s)")
_PURPOSE_END = re.compile(
    r"\s(?:at|on|by|during|over|since|after|before|until|this|next|last|as|which|who|that|but|while)\s"
)
_NO_PURPOSE = frozenset("them it him her us # each every more less about over nearly around".split())


def _purpose(line: Line, token: int) -> str:
    """For "$500 million to support African countries": what the money is for."""
    words = line.words
    match = _PURPOSE.match(words.text[words.ends[token] - words.start :])
    if match is None:
        return ""
    after = re.search(r"\b(?:to|for|from|on|towards?)\s(\S+)", match.group())
    if after is None or after[1] in _NO_PURPOSE or any(c.isdigit() for c in after[1]):
        return ""
    found = _PURPOSE_END.split(_RATE_BEFORE.sub("", match.group().strip(), count=1))[0]
    return "" if any(date.span.start < 8 for date in find_dates(found)) else found

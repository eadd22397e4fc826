"""A tagged sentence as phrases: noun phrases, verb groups, prepositions, and the marks between clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.tagging import NOUNS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.tokens import Words

_NP_START = frozenset(("DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP"))
_NP_INSIDE = _NP_START | {"POS", "$"}
_VERBAL = frozenset(("MD", "BE", "HAVE", "DO", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP"))
_TIME = word_set("phrases.time")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_COMPOUND = {("according", "to"), ("due", "to"), ("because", "of"), ("out", "of"), ("as", "well"), ("such", "as"),
             ("along", "with"), ("together", "with"), ("as", "of"), ("compared", "with"), ("compared"
     "to"), ("prior", "to"),
             ("thanks", "to"), ("instead", "of"), ("ahead", "of"), ("owing", "to"), ("based", "on"), ("up", "from"),
             ("down", "from"), ("rather", "than")}  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """Tokens `first` to before `last`. `kind`: NP, VP, P, WH, SUB, CC, RB, or the mark itself; `head` its main token.

    `form` of a verb group: finite, infinitive, gerund or participle; `passive` as it says. `time` marks a noun phrase
    that tells when.
    """

    kind: str
    first: int
    last: int
    head: int
    form: str = ""
    passive: bool = False
    time: bool = False


def find_phrases(words: Words) -> list[Phrase]:
    """The phrases of a tagged sentence, in order, without gaps."""
    found: list[Phrase] = []
    i, count = 0, len(words)
    while i < count:
        phrase = _next(words, i, count)
        found.append(phrase)
        i = phrase.last
    return found


def _next(words: Words, i: int, count: int) -> Phrase:
    tag = words.tags[i]
    if i + 1 < count and (words.lows[i], words.lows[i + 1]) in _COMPOUND:
        return Phrase("P", i, i + 2, i)
    if tag == "PRP":
        return Phrase("NP", i, i + 1, i)
    if tag == "TO":
        if (i + 1 < count and words.tags[i + 1] in {"VB", "BE", "HAVE", "DO"}) or (
            i + 2 < count and words.tags[i + 1] == "RB" and words.tags[i + 2] in {"VB", "BE", "HAVE"}
        ):
            return _verbs(words, i, count)
        return Phrase("P", i, i + 1, i)
    if tag in _VERBAL:
        if tag in {"VBG", "VBN"} and _is_modifier(words, i, count):
            return _noun_phrase(words, i, count)
        return _verbs(words, i, count)
    if tag in _NP_START:
        return _noun_phrase(words, i, count)
    if tag == "RB":
        return Phrase("RB", i, i + 1, i)
    kind = {"IN": "P", "WRB": "SUB"}.get(tag, tag)
    return Phrase(kind, i, i + 1, i)


def _is_modifier(words: Words, i: int, count: int) -> bool:
    """For "displaced people", "rising prices": a participle right before a bare noun, after no noun."""
    if i + 1 >= count or words.tags[i + 1] not in {"NN", "NNS", "JJ"}:
        return False
    before = words.tags[i - 1] if i else ""
    if words.tags[i] == "VBN":
        return before not in {"BE", "HAVE"} and before not in NOUNS and before != "RB"
    return False


def _noun_phrase(words: Words, i: int, count: int) -> Phrase:
    end, tags = i + 1, words.tags
    if tags[i] == "NNP" and words.lows[i] in _WEEKDAYS:
        end += end < count and words.lows[end] in {"morning", "afternoon", "evening", "night"}
        return Phrase("NP", i, end, end - 1, time=True)
    while end < count and _goes_on(words, i, end, count):
        end += 1
    head = end - 1
    while head > i and tags[head] not in NOUNS:
        head -= 1
    if tags[head] not in NOUNS:
        head = end - 1
    time = words.lows[head] in _TIME and (head - i < 3 or words.lows[i] in {"this", "last", "next", "earlier"})
    time = time or (end - i == 1 and len(words.words[i]) == 4 and words.words[i].isdigit())
    return Phrase("NP", i, end, head, time=time)


def _goes_on(words: Words, first: int, i: int, count: int) -> bool:
    """True where token `i` still belongs to the noun phrase that began at `first`."""
    tags = words.tags
    tag, before, after = tags[i], tags[i - 1], tags[i + 1] if i + 1 < count else ""
    if _tells_when(words, i, count):
        return False
    if tag in {"DT", "PRP$"} and before != "POS":
        return before == "DT"
    if tag in {"VBN", "VBG"}:
        if before == "CD" and words.words[i - 1].endswith(("%", "cent", "percent")):
            return False
        return after in {"NN", "NNS", "NNP"} and before in {"DT", "JJ", "CD", "PRP$", "POS", "RB"}
    if tag == "CC":
        return _joins(words, first, i, count)
    if tag == "RB":
        return after in {"JJ", "CD", "VBN"} and before in {"DT", "PRP$", "CD", "JJ"}
    if tag == "CD" and words.lows[i] == "#" and before in NOUNS and before != "NNP":
        return False
    return tag in _NP_INSIDE


def _tells_when(words: Words, i: int, count: int) -> bool:
    """True where "last month", "next year" or "Monday" begins: no part of the noun phrase before it."""
    low = words.lows[i]
    if low in {"last", "next", "late", "early"} and i + 1 < count:
        return words.lows[i + 1] in _TIME
    return words.tags[i] == "NNP" and low in _TIME and words.words[i][0].isupper() and words.tags[i - 1] != "DT"


def _joins(words: Words, first: int, i: int, count: int) -> bool:
    """True where "and" joins two modifiers of one noun: "economic and military aid", "risk and needs assessments"."""
    if words.lows[i] not in {"and", "or", "&"} or i + 2 >= count:
        return False
    left, right, then = words.tags[i - 1], words.tags[i + 1], words.tags[i + 2]
    if words.lows[i] == "&":
        return True
    if left == "JJ" and right == "JJ" and then in NOUNS | {"JJ"}:
        return True
    if left in {"NN", "JJ"} and right == "JJ" and then in NOUNS:
        return True
    return left in {"NN", "JJ"} and right == "NN" and then in {"NN", "NNS"} and i - first <= 2


_AUXILIARY = frozenset(("MD", "BE", "HAVE", "DO", "TO"))


def _verbs(words: Words, i: int, count: int) -> Phrase:
    """A verb group: auxiliaries, adverbs between them, and one main verb."""
    tags, end = words.tags, i + 1
    head = i
    while end < count:
        tag = tags[end]
        if tag in _VERBAL:
            if tags[head] not in _AUXILIARY:
                break
            head = end
        elif not (tag == "RB" and tags[head] in _AUXILIARY and end + 1 < count and tags[end + 1] in _VERBAL | {"RB"}):
            break
        end += 1
    return Phrase("VP", i, head + 1, head, _form(words, i), _passive(tags, i, head))


def _form(words: Words, first: int) -> str:
    tag = words.tags[first]
    if tag == "TO":
        return "infinitive"
    if tag == "VBG" or words.lows[first] in {"being", "having"}:
        return "gerund"
    return "participle" if tag == "VBN" else "finite"


def _passive(tags: list[str], first: int, head: int) -> bool:
    return tags[head] == "VBN" and (first == head or "BE" in tags[first:head])

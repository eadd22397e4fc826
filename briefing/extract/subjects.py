"""Which noun phrase is the subject of a verb group, and which verb group governs a phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.reporting import CLAUSE_VERBS, reporting_base
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.phrases import Phrase
    from briefing.extract.tokens import Words


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A noun phrase and the number of commas between it and the verb."""

    phrase: int
    commas: int


_BREAKS = frozenset((";", ":", ".", "?", "!", "—", "•"))
_NOMINATIVE = frozenset(("i", "we", "he", "she", "they"))
_OBJECT_CONTROL = word_set("subjects.object_control")


_HEDGES = frozenset("about around over up at to nearly above under below more less than some".split())


def past_hedges(words: Words, phrases: list[Phrase], k: int) -> int:
    """The phrase before number phrase `k` that is no part of "up to", "at least", "nearly"; -1 at the beginning."""
    i = k - 1
    while i >= 0:
        low = words.lows[phrases[i].first]
        if phrases[i].kind == "P" and low == "to" and not (i and words.lows[phrases[i - 1].first] == "up"):
            return i
        if (
            phrases[i].kind == "P"
            and low == "at"
            and (i + 1 == k or words.lows[phrases[i + 1].first] not in {"least", "most"})
        ):
            return i
        if phrases[i].kind != "RB" and not (phrases[i].kind == "P" and low in _HEDGES):
            return i
        i -= 1
    return i


def verb_left(phrases: list[Phrase], k: int) -> int | None:
    """The nearest verb group to the left of phrase `k`, within its clause."""
    for i in range(k - 1, -1, -1):
        if phrases[i].kind == "VP":
            return i
        if phrases[i].kind in {";", ":", "•"}:
            return None
    return None


def verb_right(phrases: list[Phrase], k: int) -> int | None:
    """The finite verb group whose subject phrase `k` can be: nothing but prepositional phrases and commas between."""
    i = k + 1
    while i < len(phrases):
        phrase = phrases[i]
        if phrase.kind == "VP":
            if phrase.form in {"finite"}:
                return i
            if phrase.form == "infinitive":
                return None
            i += 1
            continue
        if (
            phrase.kind in {"RB", "P", "("}
            or (phrase.kind == "NP" and phrases[i - 1].kind in {"P", "VP", "CC", "NP"})
            or (phrase.kind == "CC" and i + 1 < len(phrases) and phrases[i + 1].kind == "NP")
        ):
            i += 1
        elif phrase.kind == "," and i + 1 < len(phrases) and phrases[i + 1].kind == "WH":
            i = next((j + 1 for j in range(i + 1, len(phrases)) if phrases[j].kind == ","), len(phrases))
        else:
            return None
    return None


def subject_of(words: Words, phrases: list[Phrase], v: int, depth: int = 0) -> int | None:
    """The noun phrase that is the subject of verb group `v`, or None. Bounded; looks to the left only, but for
    a gerund or infinitive that opens the sentence.
    """
    if depth > 6:
        return None
    form = phrases[v].form
    if form == "finite":
        return _finite_subject(words, phrases, v, depth)
    before = phrases[v - 1] if v else None
    if form == "infinitive":
        return _controller(words, phrases, v, depth)
    if before is not None and before.kind == "NP" and not before.time:
        if form == "participle" or not _is_object(phrases, v - 1):
            return v - 1
        return v - 1 if before.kind == "NP" else None
    main = _retold(words, phrases, v) or _main_verb(phrases, v)
    return subject_of(words, phrases, main, depth + 1) if main is not None else None


def _is_object(phrases: list[Phrase], k: int) -> bool:
    return k > 0 and phrases[k - 1].kind in {"VP", "P"}


def _main_verb(phrases: list[Phrase], v: int) -> int | None:
    """The finite verb a gerund or participle hangs on: the one before, else the one after."""
    for i in range(v - 1, -1, -1):
        if phrases[i].kind == "VP" and phrases[i].form == "finite":
            return i
        if phrases[i].kind in {";", "•"}:
            break
    for i in range(v + 1, len(phrases)):
        if phrases[i].kind == "VP" and phrases[i].form == "finite":
            return i
    return None


_RETELLING = frozenset("put say tell add cite note warn call describe claim deny quote blame accuse urge".split())


def _retold(words: Words, phrases: list[Phrase], v: int) -> int | None:
    """For "She denied that 3,000 were missing, putting the number at 140": the verb of saying before its clause."""
    if not v or phrases[v - 1].kind != "," or reporting_base(words.lows[phrases[v].head]) not in _RETELLING:
        return None
    for i in range(v - 1):
        if phrases[i].kind == "VP" and phrases[i].form == "finite":
            return i if reporting_base(words.lows[phrases[i].head]) in CLAUSE_VERBS else None
    return None


def _controller(words: Words, phrases: list[Phrase], v: int, depth: int) -> int | None:
    left = verb_left(phrases, v)
    if left is None:
        main = _main_verb(phrases, v)
        return subject_of(words, phrases, main, depth + 1) if main is not None and main > v else None
    if (
        v > 1
        and phrases[v - 1].kind == "NP"
        and phrases[v - 2].kind == "P"
        and words.lows[phrases[v - 2].first] == "for"
    ):
        return v - 1
    verb = words.lows[phrases[left].head]
    if verb in _OBJECT_CONTROL and not phrases[left].passive:
        for i in range(left + 1, v):
            if phrases[i].kind == "NP" and not phrases[i].time:
                return i
    return subject_of(words, phrases, left, depth + 1)


def _finite_subject(words: Words, phrases: list[Phrase], v: int, depth: int) -> int | None:
    i = v - 1
    while i >= 0 and phrases[i].kind == "RB":
        i -= 1
    if i < 0:
        return None
    if i > 1 and phrases[i].kind == "NP" and phrases[i - 1].kind == "," and _ends_sentence(words, phrases, v):
        return i
    if phrases[i].kind == "NP" and words.lows[phrases[i].first] in _NOMINATIVE:
        return i
    if phrases[i].kind == "WH" and words.lows[phrases[i].first] in {"who", "which", "that", "whose"}:
        return _antecedent(phrases, i)
    if phrases[i].kind == "CC":
        previous = _coordinated(phrases, i)
        return subject_of(words, phrases, previous, depth + 1) if previous is not None else None
    candidate = _walk_left(words, phrases, i)
    if candidate is not None:
        return candidate
    previous = _coordinated(phrases, v)
    return subject_of(words, phrases, previous, depth + 1) if previous is not None else None


def _ends_sentence(words: Words, phrases: list[Phrase], v: int) -> bool:
    """True for the verb of "..., the agency said on Tuesday."."""
    base = reporting_base(words.lows[phrases[v].head])
    rest = phrases[v + 1 : v + 4]
    return base in CLAUSE_VERBS and all(p.kind in {"P", ".", "RB"} or p.time for p in rest) and len(phrases) - v < 7


def _antecedent(phrases: list[Phrase], i: int) -> int | None:
    k = i - 1
    while k >= 0 and phrases[k].kind in {",", "P", "—", ")", "RB"}:
        k -= 1
    return k if k >= 0 and phrases[k].kind == "NP" else None


def _coordinated(phrases: list[Phrase], i: int) -> int | None:
    """The verb group before "and" that shares its subject."""
    for k in range(i - 1, -1, -1):
        if phrases[k].kind == "VP" and phrases[k].form == "finite":
            return k
        if phrases[k].kind in {";", "•"}:
            return None
    return None


def _walk_left(words: Words, phrases: list[Phrase], i: int) -> int | None:
    """The leftmost noun phrase of the clause that no preposition governs.

    Walking left from the verb, an earlier clause ends the walk; what stands right after its verb is that verb's object.
    """
    found: list[_Candidate] = []
    commas = 0
    while i >= 0:
        phrase = phrases[i]
        if phrase.kind == "NP":
            if i and phrases[i - 1].kind == "P":
                i -= 2
                continue
            if (
                found
                and i > 2
                and phrases[i - 1].kind == "CC"
                and phrases[i - 2].kind == "NP"
                and phrases[i - 3].kind == "P"
            ):
                i -= 4  # "from Russia and Ukraine"
                continue
            if not phrase.time:
                found.append(_Candidate(i, commas))
        elif phrase.kind == "VP":
            relative = _relative_start(words, phrases, i) if phrase.form == "finite" else i
            without = [candidate for candidate in found if candidate.commas != commas]
            if relative is None:
                found = without or found
                break
            found = without
            i = relative
        elif phrase.kind in {",", "CC"} or (
            phrase.kind == "SUB" and i > 1 and phrases[i - 1].kind == "," and phrases[i - 2].kind == "NP" and commas
        ):
            commas += 1
        elif phrase.kind in {"SUB", "WH"} or phrase.kind in _BREAKS or words.words[phrase.first] in '“”"':
            break
        i -= 1
    return _chosen(phrases, found, i)


def _chosen(phrases: list[Phrase], found: list[_Candidate], i: int) -> int | None:
    """The leftmost; the nearest where a place stands first: "In Asia, its largest market, sales rose"."""
    if not found:
        return None
    return found[0 if i < 0 and phrases[0].kind == "P" else -1].phrase


def _relative_start(words: Words, phrases: list[Phrase], v: int) -> int | None:
    """Where the relative clause of verb group `v` begins, if it is one ("who ...", "which ...")."""
    k = v - 1
    while k >= 0 and phrases[k].kind in {"RB", "NP", "P"} and v - k < 6:
        if phrases[k].kind == "NP" and k and phrases[k - 1].kind == "VP":
            return None
        k -= 1
    if (
        k >= 0
        and phrases[k].kind in {"WH"}
        and words.lows[phrases[k].first] in {"who", "which", "that", "whose", "whom"}
    ):
        before = phrases[k - 1] if k else None
        return k if before is not None and before.kind in {"NP", ",", "P", ")"} else None
    return None

"""Who said it, as opposed to who printed it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.extract.owners import ORGANISATION_NOUNS, antecedent, owner_of
from briefing.extract.reporting import CLAUSE_VERBS, UNDERTAKING, WORD_NOUNS, reporting_base
from briefing.extract.subjects import past_hedges, subject_of
from briefing.extract.titles import ROLE_WORDS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.reading import Line, Reading
    from briefing.extract.roster import Mention

_PEOPLE = word_set("statements.people")
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_FIRST_PERSON = frozenset(("i", "we"))
_TURNING = frozenset(("while", "whereas", "although", "though"))
_CARRIERS = frozenset(("from", "by", "of"))


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: `name` is an actor of the document where `known`, else words as printed.

    `undertaking` tells that the verb makes what is said the speaker's own ("pledged").
    """

    name: str
    known: bool
    undertaking: bool = False


NO_VOICE = Voice("", known=False)


def voice_of(reading: Reading, number: int, token: int) -> Voice:
    """The originator of what stands at a token of line `number`, or NO_VOICE."""
    for step in (_according, _quoted, _reporting_clause, _words_of, _labelled):
        found = step(reading, number, token)
        if found.name:
            return found
    return NO_VOICE


def speaker(reading: Reading, number: int, k: int) -> Voice:
    """Who noun phrase `k` is, as a speaker."""
    line = reading.lines[number]
    phrase = line.phrases[k]
    inside = line.mention_in(phrase.first, phrase.last)
    if any(line.counts(i) for i in range(phrase.first, phrase.last)):
        return NO_VOICE
    for mention in inside:
        if mention.first <= phrase.head < mention.last:
            return Voice(mention.name, known=True)
    titled = _title_bearer(line, k)
    if titled:
        return Voice(titled, known=True)
    low = line.words.lows[phrase.first]
    if low in _FIRST_PERSON and phrase.last == phrase.first + 1:
        return _first_person(reading, number, phrase.first)
    if low in _PRONOUNS and phrase.last == phrase.first + 1:
        return _pronoun(reading, number, phrase.first, low)
    found = _by_head(reading, number, k, inside)
    return found if found.name else Voice(line.words.cut(phrase.first, _with_familiar(line, k)), known=False)


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
        or low.rstrip("s") in _PEOPLE
        or low in WORD_NOUNS
        or low in ROLE_WORDS
        or low.rstrip("s") in ROLE_WORDS
        or low in {"he", "she", "they", "it", "who"}
        or bool(line.mention_in(phrase.first, phrase.last))
    )


def _by_head(reading: Reading, number: int, k: int, inside: list[Mention]) -> Voice:
    """Who speaks behind a common noun: "the Kenyan government", "estimates from X", "the agency"."""
    line = reading.lines[number]
    head = line.words.lows[line.phrases[k].head]
    if head in {"government", "administration", "cabinet", "presidency"} and inside and inside[0].how != "proper":
        return Voice(inside[0].name, known=True)
    if head in WORD_NOUNS:
        carried = _carried(reading, number, k)
        if carried.name:
            return carried
        if inside and inside[0].how != "proper" and head not in {"officials", "official", "sources", "source"}:
            return Voice(inside[0].name, known=True)
    if line.words.lows[line.phrases[k].first] == "the" or head in {"ministry", "agency"}:
        owner = owner_of(reading, number, k)
        if owner and reading.roster.kind(owner) in {"organisation", "state"} and head in ORGANISATION_NOUNS:
            return Voice(owner, known=True)
    return NO_VOICE


def _first_person(reading: Reading, number: int, token: int) -> Voice:
    """For "I", "we": whose quotation it is, or whose turn in a transcript."""
    quoted = _quoted(reading, number, token)
    return quoted if quoted.name else _labelled(reading, number, token)


def _labelled(reading: Reading, number: int, _token: int) -> Voice:
    """Whose turn it is in a transcript."""
    label = reading.lines[number].label
    return Voice(label, known=label in reading.roster.records) if label else NO_VOICE


def _title_bearer(line: Line, k: int) -> str:
    """The person of "U.S. Secretary of Defense Lloyd Austin" and "the ambassador to Seoul, Georgiy Zinoviev"."""
    phrases, lows = line.phrases, line.words.lows
    if not any(low in ROLE_WORDS for low in lows[phrases[k].first : phrases[k].last]):
        return ""
    for i in range(k, min(k + 7, len(phrases))):
        if phrases[i].kind not in {"NP", "P", ",", "CC"}:
            break
        for mention in line.mention_in(phrases[i].first, phrases[i].last):
            if mention.how == "person":
                return mention.name
    return ""


def _with_familiar(line: Line, k: int) -> int:
    """The end of a speaker's phrase with "familiar with the matter" or "close to the talks"."""
    phrases, lows = line.phrases, line.words.lows
    end = phrases[k].last
    if lows[end - 1] in {"familiar", "close", "briefed"}:
        end -= 1
    if end + 1 < len(lows) and lows[end] in {"at", "from", "in", "with", "for"}:
        after = line.phrase_at(end + 1)
        if any(m.how != "person" for m in line.mention_in(phrases[after].first, phrases[after].last)):
            return phrases[after].last
    if end + 2 < len(lows) and (lows[end], lows[end + 1]) in {("familiar", "with"), ("close", "to"), ("briefed", "on")}:
        return phrases[line.phrase_at(end + 2)].last
    return end


def _pronoun(reading: Reading, number: int, token: int, low: str) -> Voice:
    from briefing.extract.owners import latest

    if low in {"he", "she"}:
        name = latest(reading, number, token, ("person",))
    else:
        name = antecedent(reading, number, token, low, 1)
    return Voice(name, known=True) if name else NO_VOICE


def _carried(reading: Reading, number: int, k: int) -> Voice:
    """For "estimates from X", "a study by X"."""
    line = reading.lines[number]
    phrases = line.phrases
    if (
        k + 2 < len(phrases)
        and phrases[k + 1].kind == "P"
        and line.words.lows[phrases[k + 1].first] in _CARRIERS
        and phrases[k + 2].kind == "NP"
    ):
        head = line.words.lows[phrases[k + 2].head]
        by = next((j for j in (k + 3,) if j + 1 < len(phrases) and line.words.lows[phrases[j].first] == "by"), 0)
        if by and line.words.lows[phrases[k + 1].first] == "of":
            return speaker(reading, number, by + 1)
        if any(line.words.lows[j] == "#" for j in range(phrases[k + 2].first, phrases[k + 2].last)):
            return NO_VOICE
        if line.mention_in(phrases[k + 2].first, phrases[k + 2].last) or head.endswith("s"):
            return speaker(reading, number, k + 2)
    return NO_VOICE


def _according(reading: Reading, number: int, _token: int) -> Voice:
    line = reading.lines[number]
    lows = line.words.lows
    for i in range(len(lows) - 2):
        if lows[i] == "according" and lows[i + 1] == "to":
            k = line.phrase_at(i + 2)
            if line.phrases[k].kind == "NP":
                return _whole(reading, number, k)
    return NO_VOICE


def _whole(reading: Reading, number: int, k: int) -> Voice:
    """The speaker of "according to": through "assessments shared by X" to X, and with "and Y" after it."""
    line = reading.lines[number]
    found = speaker(reading, number, k)
    phrases, lows = line.phrases, line.words.lows
    if found.known:
        return found
    if lows[phrases[k].head] in WORD_NOUNS:
        for i in range(k + 1, min(k + 5, len(phrases) - 1)):
            if phrases[i].kind == "P" and lows[phrases[i].first] in _CARRIERS and phrases[i + 1].kind == "NP":
                return speaker(reading, number, i + 1)
            if phrases[i].kind in {",", ";"}:
                break
    if k + 2 < len(phrases) and phrases[k + 1].kind == "CC" and phrases[k + 2].kind == "NP":
        return Voice(line.words.cut(phrases[k].first, phrases[k + 2].last), known=False)
    return found


def _quoted(reading: Reading, number: int, token: int) -> Voice:
    """Set by the statements of the document: whose quotation the token stands in."""
    offset = reading.lines[number].words.starts[token]
    quote = reading.quote_at(offset)
    if quote is not None:
        return Voice(quote.speaker, quote.known)
    return NO_VOICE


def _reporting_clause(reading: Reading, number: int, token: int) -> Voice:
    """For "X said (that) ... N", "N ..., X said"."""
    line = reading.lines[number]
    phrases = line.phrases
    k = line.phrase_at(token)
    for v in range(k, -1, -1):
        phrase = phrases[v]
        if phrase.kind == "SUB" and v and phrases[v - 1].kind == "," and line.words.lows[phrase.first] in _TURNING:
            break
        if phrase.kind != "VP":
            continue
        base = reporting_base(line.words.lows[phrase.head])
        if base == "find" and _finds_thing(line, v, k):
            continue
        if _spoken_before(line, v):
            continue
        if (
            base
            and (base in CLAUSE_VERBS or (base == "put" and _puts_at(line, v, k)))
            and not phrase.passive
            and _opens_clause(line, v, base)
        ):
            subject = subject_of(line.words, phrases, v)
            if subject is not None and subject != k and plausible(line, subject):
                found = speaker(reading, number, subject)
                if found.name:
                    return replace(found, undertaking=base in UNDERTAKING)
    return _trailing(reading, number, k)


_CONCRETE = frozenset("add put find hold hear learn show write point cite declare".split())


def is_concrete(line: Line, v: int, k: int) -> bool:
    """For "we have added $38 million", "rescuers found 20 bodies": no speech, though the verb can be one of saying."""
    if reporting_base(line.words.lows[line.phrases[v].head]) not in _CONCRETE or _puts_at(line, v, k):
        return False
    return past_hedges(line.words, line.phrases, k) in {v, v + 1} and not any(p.kind == "WH" for p in line.phrases[v:k])


def _finds_thing(line: Line, v: int, k: int) -> bool:
    """For "his party had found savings of £21bn": no clause, and no study, but somebody who looked."""
    phrases, lows = line.phrases, line.words.lows
    subject = subject_of(line.words, phrases, v)
    if subject is None or lows[phrases[subject].head] in WORD_NOUNS:
        return False
    last = next((j for j in range(k, len(phrases)) if phrases[j].kind in {",", ";", ".", "CC"}), len(phrases))
    return not any(p.kind in {"WH", "VP"} for p in phrases[v + 1 : last])


def _spoken_before(line: Line, v: int) -> bool:
    """For "..., its embassy said, while ...": a verb whose words stand before it, not after."""
    phrases = line.phrases
    if v < 2 or v + 2 >= len(phrases) or phrases[v + 1].kind != "," or phrases[v - 1].kind != "NP":
        return False
    return phrases[v - 2].kind == "," and phrases[v + 2].kind in {"SUB", "CC"}


def _puts_at(line: Line, v: int, k: int) -> bool:
    """For "X puts the losses at N"."""
    return any(p.kind == "P" and line.words.lows[p.first] == "at" for p in line.phrases[v + 1 : k])


def _opens_clause(line: Line, v: int, base: str) -> bool:
    """True where the figure stands in what is said: in a clause after the verb, or as the object of an undertaking."""
    if base in UNDERTAKING or base in {"estimate", "expect", "anticipate", "forecast", "project", "predict", "put"}:
        return line.phrases[v].form == "finite" or base not in UNDERTAKING
    return line.phrases[v].form in {"finite", "gerund"}


def _trailing(reading: Reading, number: int, k: int) -> Voice:
    """For "..., X said." and "..., said X." at the end of the sentence."""
    line = reading.lines[number]
    phrases = line.phrases
    for v in range(len(phrases) - 1, k, -1):
        if phrases[v].kind != "VP" or phrases[v].form != "finite":
            continue
        if any(_spoken_before(line, j) for j in range(k + 1, v)):
            continue
        base = reporting_base(line.words.lows[phrases[v].head])
        if not base or base not in CLAUSE_VERBS:
            return NO_VOICE
        if v >= 2 and phrases[v - 1].kind == "NP" and phrases[v - 2].kind in {",", "”", '"'}:
            return speaker(reading, number, v - 1)
        if phrases[v - 1].kind in {",", "”", '"'} and v + 1 < len(phrases) and phrases[v + 1].kind == "NP":
            return speaker(reading, number, v + 1)
        return NO_VOICE
    return NO_VOICE


def _words_of(reading: Reading, number: int, token: int) -> Voice:
    """For "claims by X that ... N", "X's estimates of N"."""
    line = reading.lines[number]
    k = line.phrase_at(token)
    for i in range(min(k, len(line.phrases) - 2)):
        phrase = line.phrases[i]
        if phrase.kind != "NP" or line.words.lows[phrase.head] not in WORD_NOUNS:
            continue
        if line.words.lows[line.phrases[i + 1].first] == "by" and any(p.kind == "WH" for p in line.phrases[i + 2 : k]):
            return speaker(reading, number, i + 2)
    return NO_VOICE

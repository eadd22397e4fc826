"""Whose a noun phrase is: the actor that it names, that possesses it, or that it stands for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.extract.roster import Mention
from briefing.extract.subjects import subject_of
from briefing.extract.titles import NO_ACTORS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.reading import Line, Reading

_STATE_NOUNS = word_set("owners.state_nouns")
ORGANISATION_NOUNS = word_set("owners.organisation_nouns")
_GROUPS = word_set("owners.groups")
_OWNING = frozenset(("of", "in", "by", "from", "between", "across", "within", "inside", "at", "among"))
_HOLDING = frozenset(("of", "in", "across", "within", "inside"))
#: what comes from elsewhere
_TAKEN = frozenset(
    "import imports purchase purchases deliveries supplies arrivals refugees migrants immigrants people returnees"
    " electricity gas oil aid support remittances deportations".split()
)
_PERSONAL = frozenset(("he", "she", "him", "her", "his", "himself", "herself"))
_PLURAL = frozenset(("they", "them", "their"))
_THING = frozenset(("it", "its", "itself"))
_FIRST = frozenset(("we", "our", "us", "i", "my", "me"))


def owner_of(reading: Reading, number: int, k: int, depth: int = 0, *, counted: bool = False) -> str:
    """The name of the actor of noun phrase `k` of line `number`, or "".

    `counted` tells that the phrase is what is counted: a bare proper name in it owns nothing.
    """
    line = reading.lines[number]
    phrase = line.phrases[k]
    inside = [m for m in line.mention_in(phrase.first, phrase.last) if not counted or m.how != "proper"]
    inside = [m for m in inside if m.how != "proper" or m.name.split()[-1] not in NO_ACTORS]
    direct = _direct(inside, phrase.head)
    if direct:
        return acting(reading, direct)
    low = line.words.lows[phrase.first]
    if depth < 3 and low in _PERSONAL | _PLURAL | _THING | _FIRST:
        found = antecedent(reading, number, phrase.first, low, depth)
        if found:
            return found
    named = _apposition(line, k)
    if named:
        return acting(reading, named)
    links = _HOLDING if counted else _OWNING
    attached = _attached(reading, number, k, links | {"for"} if is_plan(line, k) else links)
    if attached:
        return attached
    return "" if counted else _generic(reading, number, k)


def is_plan(line: Line, k: int) -> bool:
    """True for plans and appeals, which belong to those they are for ("the response plan for Ethiopia")."""
    return line.words.lows[line.phrases[k].head] in {"plan", "appeal", "response", "budget", "programme", "program"}


def acting(reading: Reading, mention: Mention) -> str:
    """The actor that acts in a mention: a person acts for the state or organisation they speak for."""
    record = reading.roster.records.get(mention.name)
    if record and record.kind == "person" and record.parent:
        return record.parent
    return mention.name


def _direct(inside: list[Mention], head: int) -> Mention | None:
    """The mention at the head, else the first that is no mere proper name before another noun."""
    for mention in inside:
        if mention.first <= head < mention.last:
            return mention
    listed = [m for m in inside if m.how not in {"proper"}]
    return listed[0] if listed else None


def _apposition(line: Line, k: int) -> Mention | None:
    """For "Rengo, the trade union federation": the name before the comma."""
    phrases = line.phrases
    if (
        k < 2
        or phrases[k - 1].kind != ","
        or phrases[k - 2].kind != "NP"
        or line.words.lows[phrases[k].first] not in {"the", "a", "an", "its"}
    ):
        return None
    if k > 2 and phrases[k - 3].kind == "P" and line.words.lows[phrases[k - 3].first] != "according":
        return None
    return next((m for m in line.mentions if m.first <= phrases[k - 2].head < m.last and m.how != "person"), None)


def _attached(reading: Reading, number: int, k: int, links: frozenset[str]) -> str:
    """For "companies in Pennsylvania", "fighting between X and Y", "the government of X"."""
    line = reading.lines[number]
    for i in range(k + 1, min(k + 6, len(line.phrases) - 1), 2):
        if line.phrases[i].kind != "P" or line.phrases[i + 1].kind != "NP" or line.phrases[i + 1].time:
            break
        if line.words.lows[line.phrases[i].first] == "from" and line.words.lows[line.phrases[k].head] in _TAKEN:
            continue
        if line.words.lows[line.phrases[i].first] in links:
            after = line.phrases[i + 1]
            found = _direct([m for m in line.mention_in(after.first, after.last) if m.how != "proper"], after.head)
            if found:
                return acting(reading, found)
    return ""


def _generic(reading: Reading, number: int, k: int) -> str:
    """For "the government", "the agency", "the company": the last actor of that kind."""
    line = reading.lines[number]
    phrase = line.phrases[k]
    head = line.words.lows[phrase.head]
    if head in _GROUPS and phrase.last - phrase.first <= 3:
        return line.words.cut(phrase.first, phrase.last)
    if head in _STATE_NOUNS:
        return latest(reading, number, phrase.first, ("state",)) if _definite(line, k) else ""
    if head in ORGANISATION_NOUNS and _definite(line, k):
        return latest(reading, number, phrase.first, ("organisation",), head)
    return ""


def _definite(line: Line, k: int) -> bool:
    phrase = line.phrases[k]
    return line.words.lows[phrase.first] in {"the", "this", "that", "its", "our"} or phrase.first == phrase.head


def antecedent(reading: Reading, number: int, token: int, low: str, depth: int) -> str:
    """What a pronoun stands for: the subject of the clause before, else the last fitting mention."""
    if low in _FIRST:
        offset = reading.lines[number].words.starts[token]
        voice = reading.quote_at(offset)
        if voice and voice.known:
            actor = acting(reading, Mention(0, 0, voice.speaker, "person"))
            return reading.home if actor == voice.speaker and reading.roster.kind(actor) == "person" else actor
        label = reading.lines[number].label
        return (own_state(reading, label) if label or _is_speech(reading) else "") or reading.home
    if low in _PERSONAL:
        person = latest(reading, number, token, ("person",))
        return acting(reading, Mention(0, 0, person, "person")) if person else ""
    same = _same_line(reading, number, token, depth)
    if same:
        return same
    for back in (number - 1, number - 2):
        if back < 0 or reading.lines[back].sentence.passage != reading.lines[number].sentence.passage:
            break
        subject = reading.lines[back].first_subject()
        if subject is not None:
            owner = owner_of(reading, back, subject, depth + 1)
            if owner:
                return owner
    kinds = ("organisation", "state", "group") if low in _THING else ("group", "organisation", "state")
    return latest(reading, number, token, kinds)


def _is_speech(reading: Reading) -> bool:
    """True where a fifth of the sentences are in the first person: a speech or a letter, not an article."""
    if reading.spoken is None:
        first = sum(any(low in {"we", "i", "our"} for low in line.words.lows) for line in reading.lines)
        reading.spoken = first > 2 and first * 5 >= len(reading.lines)
    return reading.spoken


_TOWARDS = frozenset("to for with against toward towards into from counterpart counterparts".split())


def own_state(reading: Reading, label: str) -> str:
    """The state that "we" is where it is spoken without quotation marks: by a speaker of a transcript, or by all.

    One speaks of one's own state as doing, and of its bodies without saying whose they are ("Congress", "the
    Treasury"); what one does is done to, for or with other states.
    """
    if label not in reading.own_states:
        points: Counter[str] = Counter()
        for line in reading.lines:
            if line.label != label:
                continue
            for mention in line.mentions:
                record = reading.roster.records.get(mention.name)
                if record and record.kind != "person":
                    points[record.parent or record.name] += _points(line, mention, record.kind)
        known = [name for name in points if reading.roster.kind(name) in {"state", ""} and points[name] > 0]
        best = max(known, key=lambda name: points[name], default="")
        reading.own_states[label] = best
    return reading.own_states[label]


def _points(line: Line, mention: Mention, kind: str) -> int:
    lows = line.words.lows
    before = lows[mention.first - 1] if mention.first else ""
    before = lows[mention.first - 2] if before == "the" and mention.first > 1 else before
    if mention.how == "capital" or mention.how == "proper":
        return 0
    if kind == "organisation" or mention.how == "metonym":
        return 2
    if before in _TOWARDS or lows[mention.last : mention.last + 1] in (["counterpart"], ["counterparts"]):
        return -1
    return 0 if before in {"in", "of", "across"} else 1


def _same_line(reading: Reading, number: int, token: int, depth: int) -> str:
    """For "Save the Children said it ...": the subject of an earlier verb of the sentence."""
    line = reading.lines[number]
    for v, phrase in enumerate(line.phrases):
        if phrase.first >= token:
            break
        if phrase.kind == "VP" and phrase.form == "finite":
            subject = subject_of(line.words, line.phrases, v)
            if (
                subject is not None
                and line.phrases[subject].last <= token
                and line.words.tags[line.phrases[subject].head] != "PRP"
            ):
                owner = owner_of(reading, number, subject, depth + 1)
                if owner:
                    return owner
    return ""


def latest(reading: Reading, number: int, token: int, kinds: tuple[str, ...], word: str = "") -> str:
    """The last actor of one of `kinds` named before a token, looking back over this and three more lines."""
    spare = ""
    for back in range(number, max(-1, number - 4), -1):
        for mention in reversed(reading.lines[back].mentions):
            if (back == number and mention.first >= token) or mention.how in {"proper", "capital"}:
                continue
            if reading.roster.kind(mention.name) in kinds:
                if not word or word in mention.name.lower():
                    return mention.name
                spare = spare or mention.name
    return spare

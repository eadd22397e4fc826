"""Whose figure it is, and how that was found out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.attribution import is_concrete
from briefing.extract.counted import changed_object
from briefing.extract.owners import acting, is_plan, own_state, owner_of
from briefing.extract.reporting import UNDERTAKING, reporting_base
from briefing.extract.subjects import past_hedges, subject_of, verb_left, verb_right
from briefing.extract.wordlists import word_set
from briefing.model import ActorEvidence

if TYPE_CHECKING:
    from briefing.extract.reading import Line, Reading


@dataclass(frozen=True, slots=True)
class Owned:
    """An actor's name (or "") and the evidence for it."""

    name: str
    evidence: ActorEvidence


#: verbs with a recipient: "send Ukraine 30 transformers"
_GIVING = frozenset(
    "send sends sent give gives gave given lend lends lent offer offers offered sell sells sold grant grants granted"
    " pay pays paid provide provided cost costs hand handed lending giving sending offering granting".split()
)
_OPENING = frozenset(("in", "across", "within", "for", "inside", "throughout"))
_HOSTING = frozenset("host hosts hosted hosting shelter shelters sheltered shelters accommodate accommodates".split())
_BEFALLEN = word_set("actors.befallen")
NOBODY = Owned("", ActorEvidence.NONE)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a figure stands: its line's number, its phrase and its token."""

    reading: Reading
    number: int
    k: int
    token: int

    @property
    def line(self) -> Line:
        return self.reading.lines[self.number]


def actor_of(reading: Reading, number: int, token: int) -> Owned:
    """The actor of the figure at a token of line `number`."""
    line = reading.lines[number]
    k = line.phrase_at(token)
    for step in (_host, _inside, _share, _agent, _gapped, _own_clause, _lead_in, _place_beside, _paragraph, _nearest):
        found = step(_Spot(reading, number, k, token))
        if found.name:
            return found
    home = (own_state(reading, line.label) if line.label else "") or reading.home
    if reading.home_state and _people(line, k, token):
        home = reading.home_state if reading.roster.kind(home) != "state" else home
    return Owned(home, ActorEvidence.ASSUMED) if home else NOBODY


def _host(spot: _Spot) -> Owned:
    """For "Moldova hosts 110,000 Ukrainian refugees": a figure of the host's."""
    line = spot.line
    v = past_hedges(line.words, line.phrases, spot.k)
    if v < 0 or line.words.lows[line.phrases[v].head] not in _HOSTING or line.phrases[v].passive:
        return NOBODY
    subject = subject_of(line.words, line.phrases, v)
    name = owner_of(spot.reading, spot.number, subject) if subject is not None else ""
    return Owned(name, ActorEvidence.SUBJECT) if name else NOBODY


def _inside(spot: _Spot) -> Owned:
    """For "10,000 North Korean soldiers", "Ukraine's 5,000 tanks"."""
    k = spot.k
    line = spot.line
    phrase = line.phrases[k]
    given = k > 0 and line.words.lows[line.phrases[k - 1].head] in _GIVING
    inside = [
        m
        for m in line.mention_in(phrase.first, phrase.last)
        if m.how != "proper" and not (given and m.last == spot.token)
    ]
    if not inside:
        return NOBODY
    return Owned(acting(spot.reading, inside[0]), ActorEvidence.POSSESSOR)


_SHARED = frozenset(("which", "whom", "them", "these", "those", "that"))


def _share(spot: _Spot) -> Owned:
    """For "$3 billion, of which 5 percent": whose the figure before is."""
    lows, line = spot.line.words.lows, spot.line
    i = past_hedges(line.words, line.phrases, spot.k)
    if i < 1 or lows[line.phrases[i].first] not in _SHARED or lows[line.phrases[i - 1].first] not in {"of", "among"}:
        return NOBODY
    before = next((t for t in range(line.phrases[i].first, -1, -1) if lows[t] == "#"), -1)
    if owner_of(spot.reading, spot.number, spot.k, counted=True):
        return NOBODY
    return actor_of(spot.reading, spot.number, before) if before >= 0 else NOBODY


def _agent(spot: _Spot) -> Owned:
    """For "5,000 homes were destroyed by Russian missiles"."""
    number, k = spot.number, spot.k
    line = spot.line
    v = verb_right(line.phrases, k)
    if v is None:
        v = verb_left(line.phrases, k)
    if v is None or not line.phrases[v].passive:
        return NOBODY
    for i in range(v + 1, min(v + 8, len(line.phrases) - 1)):
        if line.phrases[i].kind in {",", ";", "WH", "SUB"}:
            break
        if line.words.lows[line.phrases[i].first] == "by" and line.phrases[i + 1].kind == "NP" and i + 1 != k:
            name = owner_of(spot.reading, number, i + 1)
            return Owned(name, ActorEvidence.AGENT) if name else NOBODY
    return NOBODY


def gapped(line: Line, token: int) -> bool:
    """True in "..., the EU €131 million and Germany €43 million": a name and its figure without a verb."""
    k = line.phrase_at(token)
    i = k if line.phrases[k].first < token else past_hedges(line.words, line.phrases, k)
    return i > 0 and line.phrases[i].kind == "NP" and line.phrases[i - 1].kind in {",", "CC", ";"}


def _gapped(spot: _Spot) -> Owned:
    """For "Turkey hosts 2.8 million refugees, Lebanon about 755,000"."""
    k = spot.k
    line = spot.line
    i = past_hedges(line.words, line.phrases, k)
    if i > 1 and line.words.lows[line.phrases[i].first] in {"with", "at", "for"} and line.phrases[i - 1].kind == "NP":
        i -= 1  # "followed by Norway with 3%"
        if line.words.lows[line.phrases[i - 1].first] != "by" and line.phrases[i - 1].kind not in {",", "CC", ";"}:
            return NOBODY
    elif i < 1 or line.phrases[i].kind != "NP" or line.phrases[i - 1].kind not in {",", "CC", ";"}:
        return NOBODY
    for mention in line.mention_in(line.phrases[i].first, line.phrases[i].last):
        if mention.how != "proper" and mention.last == line.phrases[i].last:
            return Owned(acting(spot.reading, mention), ActorEvidence.SUBJECT)
    return NOBODY


def _own_clause(spot: _Spot) -> Owned:
    """The subject of the verb that governs the figure, or the phrase's own place when it is the subject."""
    number, k = spot.number, spot.k
    line = spot.line
    if _is_subject(line, k):
        name = owner_of(spot.reading, number, k, counted=True) or _expecter(spot)
        return Owned(name, ActorEvidence.SUBJECT) if name else NOBODY
    part = _part_of(spot.reading, number, k)
    if part.name:
        return part
    changed = changed_object(line, k)
    if changed is not None and line.mention_in(line.phrases[changed].first, line.phrases[changed].last):
        name = owner_of(spot.reading, number, changed, counted=True)
        if name:
            return Owned(name, ActorEvidence.POSSESSOR)
    v = verb_left(line.phrases, k)
    seen, told = 0, ""
    while v is not None and seen < 4:
        subject = subject_of(line.words, line.phrases, v)
        base = reporting_base(line.words.lows[line.phrases[v].head])
        if subject is not None and subject != k and not _borrowed(spot.line, v, subject):
            name = owner_of(spot.reading, number, subject)
            owns = not base or base in UNDERTAKING or (seen == 0 and _owns(spot.reading, line, v, k, name))
            if name and name != told and owns:
                return Owned(name, ActorEvidence.SUBJECT)
            told = told or (name if base in _FORETELLING and not owns else "")
        v = verb_left(line.phrases, v)
        seen += 1
    return NOBODY


_FORETELLING = frozenset("predict forecast project estimate expect anticipate calculate reckon put say".split())


def _expecter(spot: _Spot) -> str:
    """For "UNHCR is anticipating $445 million will be needed"."""
    line = spot.line
    i = past_hedges(line.words, line.phrases, spot.k)
    if i < 0 or reporting_base(line.words.lows[line.phrases[i].head]) not in {"expect", "anticipate"}:
        return ""
    subject = subject_of(line.words, line.phrases, i)
    return owner_of(spot.reading, spot.number, subject) if subject is not None else ""


def _borrowed(line: Line, v: int, subject: int) -> bool:
    """For "X estimated the cost of extending ...": a gerund whose subject only speaks."""
    main = verb_left(line.phrases, v)
    if line.phrases[v].form == "finite" or main is None or not v or line.phrases[v - 1].kind != "P":
        return False
    base = reporting_base(line.words.lows[line.phrases[main].head])
    return bool(base) and base not in UNDERTAKING and subject_of(line.words, line.phrases, main) == subject


def _part_of(reading: Reading, number: int, k: int) -> Owned:
    """For "the existing UN appeals, including $1.7 billion": whose the whole is, the part is."""
    line = reading.lines[number]
    i = past_hedges(line.words, line.phrases, k)
    if i < 2 or line.words.lows[line.phrases[i].first] != "including":
        return NOBODY
    whole = i - 1 if line.phrases[i - 1].kind == "NP" else i - 2
    if line.phrases[whole].kind != "NP":
        return NOBODY
    name = owner_of(reading, number, whole, counted=True)
    return Owned(name, ActorEvidence.POSSESSOR) if name else NOBODY


def _state_of(reading: Reading, name: str) -> str:
    """The state of a region: people in North Carolina are a figure of the United States where it is about them."""
    record = reading.roster.records.get(name)
    return record.parent if record and record.kind == "region" and record.parent == reading.home else name


def _owns(reading: Reading, line: Line, v: int, k: int, name: str) -> bool:
    """Some verbs of saying take what is the subject's own as their object: "BP reported a profit of $2.8bn"."""
    base = reporting_base(line.words.lows[line.phrases[v].head])
    between = line.phrases[v + 1 : k]
    if base in {"expect", "anticipate"}:
        return not any(p.kind == "NP" for p in between if line.words.tags[p.head] != "PRP")
    if base in {"agree", "recall"} or is_concrete(line, v, k):
        return True
    if base != "report" or any(p.kind in {"WH", "VP"} for p in between) or len(between) > 5:
        return False
    printed = line.words.cut(line.phrases[k].first, line.phrases[k].last)
    money = any(sign in printed for sign in "$€£¥%") or "illion" in printed or "bn" in printed
    return reading.roster.kind(name) == "state" or money


def _is_subject(line: Line, k: int) -> bool:
    """True where the phrase of the figure is the subject of its verb."""
    if verb_right(line.phrases, k) is None:
        return False
    i = past_hedges(line.words, line.phrases, k)
    if i < 0:
        return True
    kind = line.phrases[i].kind
    if kind == "VP":
        base = reporting_base(line.words.lows[line.phrases[i].head])
        return bool(base) and line.phrases[i].form == "finite"
    return kind in {",", "SUB", "WH", ":", ";", "CC", "“", '"', "•", "-", "–", "—"}


def _lead_in(spot: _Spot) -> Owned:
    """For "Chad: over 450,000 refugees ..."; items under "The package includes:"; a section headed "Chad"."""
    number = spot.number
    name = spot.reading.leads[number]
    return Owned(name, ActorEvidence.LEAD_IN) if name else NOBODY


def _place_beside(spot: _Spot) -> Owned:
    """For "24 million people in Sudan"; "In Sudan, 24 million people"."""
    number, k = spot.number, spot.k
    line = spot.line
    name = _state_of(spot.reading, owner_of(spot.reading, number, k, counted=True))
    if name:
        return Owned(name, ActorEvidence.NEAREST)
    if spot.reading.roster.kind(spot.reading.home) == "organisation" and not _people(line, k, spot.token):
        return NOBODY  # where a company is at home in the text, places are only where it does things
    phrases = line.phrases
    for i in range(k - 1, 0, -1):
        if (
            phrases[i].kind == "NP"
            and phrases[i - 1].kind == "P"
            and line.words.lows[phrases[i - 1].first] in ({"in", "across", "within"} if i > 1 else _OPENING)
        ):
            inside = [m for m in line.mention_in(phrases[i].first, phrases[i].last) if m.how != "proper"]
            if inside:
                return Owned(_state_of(spot.reading, acting(spot.reading, inside[0])), ActorEvidence.NEAREST)
    return _place_after(spot) if _befallen(line, k, spot.token) else NOBODY


def _place_after(spot: _Spot) -> Owned:
    """For "870,000 refugees, mostly from Eritrea, are hosted in Ethiopia"."""
    line = spot.line
    for i in range(spot.k + 1, len(line.phrases) - 1):
        if line.phrases[i].kind in {"WH", "SUB", ";", ":"}:
            break
        if line.phrases[i].kind == "P" and line.words.lows[line.phrases[i].first] in {"in", "across", "within"}:
            after = line.phrases[i + 1]
            inside = [m for m in line.mention_in(after.first, after.last) if m.how != "proper"]
            if inside:
                return Owned(_state_of(spot.reading, acting(spot.reading, inside[0])), ActorEvidence.NEAREST)
            if line.words.lows[after.head] == "country" and spot.reading.home_state:
                return Owned(spot.reading.home_state, ActorEvidence.NEAREST)
    return NOBODY


def _paragraph(spot: _Spot) -> Owned:
    """The subject of this sentence, then of earlier sentences of the paragraph."""
    number, k, token = spot.number, spot.k, spot.token
    passage = spot.line.sentence.passage
    if _is_subject(spot.line, k) and _befallen(spot.line, k, token):
        return NOBODY
    v = verb_left(spot.line.phrases, k)
    own = subject_of(spot.line.words, spot.line.phrases, v) if v is not None else None
    if own is not None and own != k and spot.line.words.lows[spot.line.phrases[own].head] in _BEFALLEN:
        return NOBODY
    if own is not None and own != k and is_plan(spot.line, own) and spot.reading.home_state:
        return Owned(spot.reading.home_state, ActorEvidence.ASSUMED)
    reach = 1 if spot.line.speakers() else 5
    for back in range(number, max(-1, number - reach), -1):
        line = spot.reading.lines[back]
        if line.sentence.passage != passage:
            break
        subject = line.main_subject()
        if subject is not None and not (back == number and (subject == k or subject in line.speakers())):
            name = owner_of(spot.reading, back, subject)
            if name:
                return Owned(name, ActorEvidence.ANTECEDENT)
    return NOBODY


def _people(line: Line, k: int, token: int) -> bool:
    """True where people or homes are counted: figures of a place, whoever tells them."""
    return bool(_BEFALLEN.intersection(line.words.lows[token + 1 : line.phrases[k].last + 1]))


def _befallen(line: Line, k: int, token: int) -> bool:
    """True for people and homes something happened to, and for shares: not the doing of whoever was named before."""
    lows = line.words.lows[token + 1 : line.phrases[k].last + 1]
    return bool(_BEFALLEN.intersection(lows)) or line.words.words[token].rstrip().endswith(("%", "cent", "percent"))


def _governed(line: Line, m: int) -> bool:
    """True where a preposition governs phrase `m`, or the list it stands in ("from Eritrea, Somalia and Sudan")."""
    while m > 1 and line.phrases[m - 1].kind in {",", "CC"}:
        m -= 2 if line.phrases[m - 2].kind == "NP" else 1
        if line.phrases[m].kind != "NP":
            return False
    return m > 0 and line.phrases[m - 1].kind == "P"


def _nearest(spot: _Spot) -> Owned:
    """The nearest other mention of the sentence that no preposition governs."""
    k = spot.k
    line = spot.line
    best, distance = "", 10**6
    speakers = line.speakers()
    telling = {mention.name for mention in line.mentions if line.phrase_at(mention.first) in speakers}
    people = _people(line, k, spot.token)
    for mention in line.mentions:
        if mention.how == "proper" or mention.name in telling:
            continue
        if people and spot.reading.roster.kind(acting(spot.reading, mention)) == "organisation":
            continue
        m = line.phrase_at(mention.first)
        if m in speakers or _governed(line, m) or spot.reading.roster.kind(acting(spot.reading, mention)) == "person":
            continue
        if abs(m - k) < distance:
            best, distance = acting(spot.reading, mention), abs(m - k)
    return Owned(best, ActorEvidence.NEAREST) if best else NOBODY

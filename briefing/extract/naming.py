"""Persons by name: after a title, before a verb of saying, or by a surname known by then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.lexicon import lexicon
from briefing.extract.roster import Mention, Roster
from briefing.extract.runs import clean_name, name_run
from briefing.extract.titles import ORGANISATION_WORDS, PORTFOLIOS, ROLE_WORDS

if TYPE_CHECKING:
    from briefing.extract.tokens import Words

_FIELDS = frozenset("market industry world global sector price".split())


def find_person(words: Words, i: int, roster: Roster, titled: bool) -> Mention | None:
    lows, end = words.lows, name_run(words, i)
    if end == i:
        return None
    office = [k for k in range(i, end) if lows[k] in ROLE_WORDS or (k > i and lows[k] in PORTFOLIOS)]
    office = office if any(lows[k] in ROLE_WORDS for k in office) else []
    if office and office[-1] == end - 1 and len(office) > 1 and end - 2 not in office:
        office = office[:-1]  # "Director General Amy Pope"
    first = office[-1] + 1 if office else i
    if first >= end:
        return None
    end = min(end, first + 4)
    name = clean_name(words, first, end)
    if not office and name in roster.surnames:
        return Mention(first, end, roster.surnames[name][-1], "person")
    if office or (i > 0 and _after_office(lows, i)):
        return _introduce(words, first, end, name, roster, titled)
    if name in roster.records and roster.records[name].kind == "person":
        roster.person(name)
        return Mention(first, end, name, "person")
    if not titled and 2 <= end - first <= 4 and _looks_like_person(words, first, end):
        roster.person(name)
        return Mention(first, end, name, "person")
    return _surname_in_run(words, i, end, roster)


def _after_office(lows: list[str], i: int) -> bool:
    """True after "spokesperson" and after "the Union's foreign policy chief,"."""
    if lows[i - 1] in ROLE_WORDS:
        return True
    if lows[i - 1] != "," or i < 2:
        return False
    for k in range(i - 2, max(-1, i - 8), -1):
        if lows[k] in ROLE_WORDS:
            return all(low not in {",", ";", "and", "said"} for low in lows[k : i - 1])
    return False


def _introduce(words: Words, first: int, end: int, name: str, roster: Roster, titled: bool) -> Mention | None:
    """A name after a title: the full name, or a surname of someone known."""
    surname = (
        end - first == 2 and words.words[first] not in ORGANISATION_WORDS and words.lows[first] not in lexicon().known
    )
    bodies = words.words[first : end - 1] if surname else words.words[first:end]
    if titled:
        verb = next(
            (k for k in range(first + 1, end) if lexicon().tags.get(words.lows[k]) in {"VB", "VBZ", "VBD"}), end
        )
        return _introduce(words, first, verb, clean_name(words, first, verb), roster, titled) if verb < end else None
    if any(word in ORGANISATION_WORDS for word in bodies) or (
        words.words[first].isupper() and len(name) > 2 and not titled
    ):
        return None
    if end - first == 1:
        known = roster.surnames.get(name)
        if known:
            return Mention(first, end, _by_role(words, first, known, roster), "person")
        if (words.lows[first] in lexicon().tags and lexicon().tags[words.lows[first]] != "NN") or titled:
            return None
    roster.person(name)
    return Mention(first, end, name, "person")


def _by_role(words: Words, first: int, known: list[str], roster: Roster) -> str:
    """Of several of that surname, the one whose role has the word before the name; else the latest."""
    before = words.lows[first - 1] if first else ""
    for name in reversed(known):
        role = roster.records[name].role.lower().split()
        if before in role and (first < 2 or words.lows[first - 2] in role or words.lows[first - 2] not in PORTFOLIOS):
            return name
    return known[-1]


def _surname_in_run(words: Words, i: int, end: int, roster: Roster) -> Mention | None:
    """A known surname that begins the run ("Kim" of "Kim Friday" was cut off already)."""
    name = words.words[i]
    if end - i == 1 and name in roster.surnames:
        return Mention(i, i + 1, roster.surnames[name][-1], "person")
    return None


def _looks_like_person(words: Words, first: int, end: int) -> bool:
    """Two or three capitalised words, no word of an organisation, and a role or a verb of saying beside them."""
    tags = lexicon().known
    names, lows = words.words, words.lows
    if any(word in ORGANISATION_WORDS or (word.isupper() and len(word) > 2) for word in names[first:end]):
        return False
    if all(low in tags for low in lows[first:end]):
        return False
    after = lows[end : end + 9]
    if after[:1] == [","]:
        phrase = after[1 : after.index(",", 1)] if "," in after[1:] else after[1:]
        ranks = any(low == "leader" and k and phrase[k - 1] in _FIELDS for k, low in enumerate(phrase))
        return not ranks and any(low in ROLE_WORDS for low in phrase)
    said = {"said", "says", "told", "added", "stated", "warned", "noted", "argued", "explained", "wrote", "announced"}
    return bool(said.intersection(after[:1])) or (first > 0 and lows[first - 1] in said)

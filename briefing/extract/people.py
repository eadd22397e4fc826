"""The roles of people and the actor each speaks for."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.extract.owners import own_state
from briefing.extract.titles import PORTFOLIOS, ROLE_WORDS
from briefing.extract.wordlists import word_set

if TYPE_CHECKING:
    from briefing.extract.reading import Line, Reading
    from briefing.extract.roster import Mention

_FIELDS = frozenset("market industry world global sector price opinion".split())
_AMERICAN = re.compile(
    r"\bSecretary of (?:State|Defense|the Treasury|Commerce|Energy|Agriculture|Homeland)\b|\bU\.?S\.?\b"
)
_HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir lord lady dame prof.".split())
_INSIDE = word_set("people.inside")
_NATIONAL = frozenset(
    "president premier minister chancellor king queen senator congressman congresswoman prime secretary".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """Tokens `first` to before `last` of a line say a person's role."""

    first: int
    last: int


def attach_roles(reading: Reading) -> None:
    """Give every person of the roster a role and the actor they speak for, as far as the document tells."""
    for line in reading.lines:
        for mention in line.mentions:
            if mention.how == "person":
                _attach(reading, line, mention)
    labels = {line.label for line in reading.lines}
    for record in reading.roster.records.values():
        if record.kind == "person" and not record.parent and record.role:
            own = own_state(reading, record.name) if record.name in labels else ""
            record.parent = own or _by_ministry(reading, record.role) or _by_office(reading, record.role)


def _attach(reading: Reading, line: Line, mention: Mention) -> None:
    record = reading.roster.record(mention.name)
    role = _after(line, mention) or _before(line, mention)
    if role is None:
        return
    printed = line.words.cut(role.first, role.last).removeprefix("the ").removeprefix("The ")
    if printed.lower() in _HONORIFICS:
        return
    if len(printed) > len(record.role) and not record.parent:
        record.role = printed
    if not record.parent:
        record.parent = _speaks_for(line, role, reading) or _context(line, role) or _affiliation(line, role, reading)


def _before(line: Line, mention: Mention) -> Role | None:
    lows, names, k = line.words.lows, line.words.words, mention.first - 1
    if k > 1 and lows[k] == ",":
        k -= 1
        appositive = True
    else:
        appositive = False
    last = k + 1
    while k >= 0 and (
        names[k][0].isupper()
        or lows[k] in ROLE_WORDS
        or lows[k] in PORTFOLIOS
        or lows[k] in _INSIDE
        or (appositive and lows[k] in {"to"})
    ):
        if any(m.how == "person" and m.first <= k < m.last for m in line.mentions):
            break
        k -= 1
    first = k + 1
    while first < last and lows[first] in {"of", "for", "and", "'s", "to", "then", "first"}:
        first += 1
    if not any(low in ROLE_WORDS for low in lows[first:last]):
        return None
    return Role(first, last)


def _after(line: Line, mention: Mention) -> Role | None:
    lows, last = line.words.lows, mention.last
    if last >= len(lows) or lows[last] not in {",", "("}:
        return None
    end = last + 1
    while end < len(lows) and lows[end] not in {
        ",",
        ";",
        ".",
        ")",
        ":",
        "—",
        "–",
        "”",
        '"',
        "said",
        "who",
        "told",
        "says",
    }:
        end += 1
    if end - last > 16 or not any(low in ROLE_WORDS for low in lows[last + 1 : min(end, last + 9)]):
        return None
    if any(m.how == "person" and last < m.first < end for m in line.mentions):
        return None
    if lows[last + 1] in {"and", "with", "while", "but", "as"} or _is_rank(lows[last + 1 : end]):
        return None
    return Role(last + 1, end)


def _is_rank(lows: list[str]) -> bool:
    """True for "the market leader", which tells of a company."""
    return any(low == "leader" and before in _FIELDS for before, low in itertools.pairwise(lows))


def _affiliation(line: Line, role: Role, reading: Reading) -> str:
    """The unlisted body of "managing director of Maruti", "chief economist at Nordbank"."""
    for mention in line.mentions:
        before = line.words.lows[mention.first - 1] if mention.first else ""
        if role.first < mention.first < role.last and mention.how == "proper" and before in {"of", "at", "for", "with"}:
            record = reading.roster.record(mention.name, "organisation")
            if not record.forms:
                record.forms.append(line.words.cut(mention.first, mention.last))
            return record.name
    return ""


def _speaks_for(line: Line, role: Role, reading: Reading) -> str:
    """The first actor named in the role that is not the place of the posting ("ambassador to Seoul")."""
    for mention in line.mentions:
        if (
            role.first <= mention.first < role.last
            and mention.how not in {"person", "proper"}
            and (
                mention.first == 0
                or (
                    line.words.lows[mention.first - 1] not in {"to", "in"}
                    and line.words.lows[max(0, mention.first - 2)] != "to"
                )
            )
        ):
            record = reading.roster.records.get(mention.name)
            return record.name if record else ""
    return ""


def _context(line: Line, role: Role) -> str:
    """For "The Kremlin dismissed it, with spokesperson X": an actor of the sentence that is nobody else's."""
    if role.last - role.first > 1 and line.words.lows[role.last - 1] not in {
        "spokesperson",
        "spokesman",
        "spokeswoman",
    }:
        return ""
    if line.words.lows[role.last - 1] not in {
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "chief",
        "head",
        "director",
        "chairman",
        "chair",
        "economist",
        "analyst",
    }:
        return ""
    before = [m for m in line.mentions if m.last <= role.first and m.how in {"name", "metonym"}]
    return before[0].name if before else ""


def _by_ministry(reading: Reading, role: str) -> str:
    """A minister of the portfolio whose ministry the document names with its state: "South Korean Foreign Ministry"."""
    wanted = [word for word in role.lower().split() if word in PORTFOLIOS]
    if not wanted or not {"minister", "ministry", "secretary"} & set(role.lower().split()):
        return ""
    for record in reading.roster.records.values():
        words = record.name.lower().split()
        if record.kind == "organisation" and record.parent and words[-1:] == ["ministry"] and wanted[-1] in words:
            return record.parent
    return ""


def _by_office(reading: Reading, role: str) -> str:
    """An office of state named without its state is the document's own state's."""
    if "United States" in reading.roster.records and _AMERICAN.search(role):
        return "United States"
    return reading.home_state if set(role.lower().split()) & _NATIONAL else ""

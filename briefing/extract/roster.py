"""The actors of one document, as far as it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.extract.gazetteer import Form, Known, gazetteer, spaced
from briefing.extract.titles import SURNAME_FIRST
from briefing.model import ActorKind, Span

if TYPE_CHECKING:
    from briefing.extract.aliases import Aliases

KINDS = {
    "state": ActorKind.STATE,
    "region": ActorKind.STATE,
    "group": ActorKind.GROUP,
    "person": ActorKind.PERSON,
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to before `last` name the actor `name`. `how`: name, demonym, capital, metonym, person, proper."""

    first: int
    last: int
    name: str
    how: str


@dataclass(slots=True)
class Record:
    """What the document has told about one actor so far."""

    name: str
    kind: str
    parent: str = ""
    role: str = ""
    forms: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class Roster:
    """The actors of one document: grows while the document is read from front to back."""

    records: dict[str, Record] = field(default_factory=dict)
    forms: dict[str, Form] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    surnames: dict[str, list[str]] = field(default_factory=dict)
    foreign: str = ""
    lower: frozenset[str] = frozenset()

    def know(self, form: str, name: str, how: str) -> None:
        """From here on, `form` means `name` in this document."""
        form = spaced(form)
        self.forms[form] = Form(name, how)
        first, _, rest = form.partition(" ")
        self.longest[first] = max(self.longest.get(first, 0), 1 + rest.count(" ") + bool(rest))

    def record(self, name: str, kind: str = "", parent: str = "") -> Record:
        found = self.records.get(name)
        if found is None:
            known = gazetteer().actors.get(name) or Known(name, kind or "organisation", parent)
            found = self.records[name] = Record(name, known.kind, known.parent)
        return found

    def person(self, name: str) -> Record:
        found = self.record(name, "person")
        parts = name.split()
        key = parts[0] if parts[0] in SURNAME_FIRST and len(parts) > 1 else parts[-1]
        known = self.surnames.setdefault(key, [])
        if name in known:
            known.remove(name)
        known.append(name)
        return found

    def kind(self, name: str) -> str:
        record = self.records.get(name)
        return record.kind if record else ""


def new_roster(aliases: Aliases) -> Roster:
    """An empty roster that knows the user's aliases."""
    roster = Roster()
    for entry in aliases.entries:
        roster.know(entry.form, entry.name, "name")
        roster.know(entry.name, entry.name, "name")
    return roster

"""From one document's names to actors over all documents."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.extract.denials import pair_denials
from briefing.extract.disagreements import count_voices, find_disagreements
from briefing.extract.found import Evidence
from briefing.extract.titles import SURNAME_FIRST
from briefing.model import Actor, ActorKind, Originator, Person, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.extract.aliases import Aliases
    from briefing.extract.found import LocalActor, SourceEvidence
    from briefing.model import Figure, Source, Statement


@dataclass(slots=True)
class _Merged:
    name: str
    kind: ActorKind
    parents: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)


def merge_evidence(sources: Sequence[Source], found: Sequence[SourceEvidence], aliases: Aliases) -> Evidence:
    """One set of actors for all documents, and everything else pointing at it."""
    merged: dict[str, _Merged] = {}
    names: list[dict[str, str]] = []
    people = _person_keys(found)
    renamed = {fold(entry.form): fold(entry.name) for entry in aliases.entries}
    for evidence in found:
        own: dict[str, str] = {}
        for local in evidence.actors:
            key = people.get(local.name, fold(local.name)) if local.kind is ActorKind.PERSON else fold(local.name)
            key = renamed.get(key, key)
            own[local.name] = key
            _add(merged, key, local, evidence.source)
        names.append(own)
    ids = {key: f"a_{key}" for key in merged}
    figures = count_voices(
        sources, [_figure(f, own, ids, merged) for e, own in zip(found, names, strict=True) for f in e.figures]
    )
    statements = tuple(
        _statement(s, own, ids, merged) for e, own in zip(found, names, strict=True) for s in e.statements
    )
    return Evidence(
        actors=tuple(_actor(ids[key], entry) for key, entry in merged.items()),
        people=tuple(_person(ids[key], entry, ids) for key, entry in merged.items() if entry.kind is ActorKind.PERSON),
        figures=figures,
        statements=pair_denials(sources, statements, figures),
        timeline=tuple(sorted((e for evidence in found for e in evidence.timeline), key=lambda event: event.date)),
        disagreements=find_disagreements(sources, figures),
    )


def fold(name: str) -> str:
    """A name as the tail of an id: "South Korea" -> "south_korea"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\W+", "_", plain).strip("_") or "x"


def _person_keys(found: Sequence[SourceEvidence]) -> dict[str, str]:
    """Name -> key, one key for spellings of one name and for surnames with one bearer over all documents."""
    names = dict.fromkeys(a.name for e in found for a in e.actors if a.kind is ActorKind.PERSON)
    keys: dict[str, str] = {}
    by_sound: dict[str, str] = {}
    for name in sorted(names, key=lambda n: -len(n.split())):
        sound = _sound(name)
        if len(name.split()) == 1:
            full = [other for other in names if len(other.split()) > 1 and name in _surnames(other)]
            if len({_sound(other) for other in full}) == 1:
                keys[name] = keys[full[0]]
                continue
        keys[name] = by_sound.setdefault(sound, fold(name))
    return keys


def _surnames(name: str) -> set[str]:
    parts = name.split()
    return {parts[0] if parts[0] in SURNAME_FIRST else parts[-1]}


def _sound(name: str) -> str:
    """Spellings of one name made equal: hyphens, -iy/-y/-i endings, doubled letters, accents."""
    plain = fold(name).replace("_", " ")
    plain = re.sub(r"(iy|yi|ij|yy|y|i)\b", "y", plain)
    plain = re.sub(r"(.)\1", r"\1", plain)
    return plain.replace(" ", "")


def _add(merged: dict[str, _Merged], key: str, local: LocalActor, source: str) -> None:
    entry = merged.setdefault(key, _Merged(local.name, local.kind))
    if local.parent:
        entry.parents[local.parent] += 1
    if local.role:
        entry.roles[local.role] += 1
    entry.forms.update(local.forms)
    entry.places += [Place(source, span) for span in local.places]
    if len(local.name.split()) > len(entry.name.split()):
        entry.name = local.name


def _actor(identity: str, entry: _Merged) -> Actor:
    aliases = tuple(form for form, _count in sorted(entry.forms.items(), key=lambda item: (-item[1], item[0])))
    return Actor(identity, entry.name, entry.kind, aliases, tuple(entry.places))


def _person(identity: str, entry: _Merged, ids: dict[str, str]) -> Person:
    parent = entry.parents.most_common(1)[0][0] if entry.parents else ""
    role = max(entry.roles, key=lambda r: (entry.roles[r], len(r)), default="")
    return Person(identity, entry.name, role, ids.get(fold(parent)) if parent else None, tuple(entry.places))


def _originator(
    said: Originator | None, own: dict[str, str], ids: dict[str, str], merged: dict[str, _Merged]
) -> Originator | None:
    if said is None or said.actor is None or said.actor not in own:
        return replace(said, actor=None) if said is not None else None
    key = own[said.actor]
    return Originator(merged[key].name, ids[key])


def _figure(figure: Figure, own: dict[str, str], ids: dict[str, str], merged: dict[str, _Merged]) -> Figure:
    actor = ids[own[figure.actor]] if figure.actor and figure.actor in own else None
    return replace(figure, actor=actor, originator=_originator(figure.originator, own, ids, merged))


def _statement(statement: Statement, own: dict[str, str], ids: dict[str, str], merged: dict[str, _Merged]) -> Statement:
    speaker = _originator(statement.speaker, own, ids, merged)
    actor = ids[own[statement.actor]] if statement.actor and statement.actor in own else None
    return replace(statement, actor=actor, speaker=speaker or statement.speaker)

"""What is taken out of the sources: actors, people, figures, statements, events, disagreements, summary sentences."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from briefing.model.source import Place, Sentence, Span


class ActorKind(StrEnum):
    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, organisation, group or person, merged over its aliases and over all sources.

    `id` is "a_" and the folded canonical name ("a_south_korea"), so it is the same after a re-run. `aliases` are the
    surface forms found, most frequent first.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person with the role and the actor (id) they speak for; `id` is also the id of the person as an actor."""

    id: str
    name: str
    role: str = ""
    actor: str | None = None
    mentions: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Originator:
    """Who said it, as opposed to who printed it.

    `name` is the canonical name of a known actor, else the words as printed ("analysts"). `actor` is that actor's id,
    or None.
    """

    name: str
    actor: str | None = None


class Modifier(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"


class Status(StrEnum):
    REPORTED = "reported"
    ALLEGED = "alleged"
    ESTIMATED = "estimated"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    STATED = "stated"


class ActorEvidence(StrEnum):
    """How the figure's actor was found; ASSUMED is shown as such, NONE leaves the actor blank."""

    SUBJECT = "subject"
    POSSESSOR = "possessor"
    AGENT = "agent"
    LEAD_IN = "lead-in"
    ANTECEDENT = "antecedent"
    NEAREST = "nearest"
    ASSUMED = "assumed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure.

    `span` covers currency, number, scale and per-cent sign (not modifier, not noun), `text` are those characters.
    `low` and `high` are equal for a single value; for "at least N" `high` is None, for "up to N" `low` is None.
    `unit` is an ISO 4217 code, "%", an SI or customary unit's name, or "" for counts. `counted` is the head noun
    phrase as printed. `actor` is an actor's id. `as_of` is the ISO date `date_text` resolves to, or "".
    `key` is False for a number that is kept but is no key figure. `voices` counts the independent originators that
    give this value for this thing: a wire story in three papers is one.
    """

    id: str
    source: str
    span: Span
    text: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    counted: str
    modifier: Modifier
    status: Status
    actor: str | None
    actor_evidence: ActorEvidence
    originator: Originator | None
    as_of: str
    date_text: str
    sentence: Span
    passage: int
    page: int | None = None
    key: bool = True
    voices: int = 1


class StatementKind(StrEnum):
    SAYS = "says"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    WARNS = "warns"
    CALLS_FOR = "calls for"
    ANNOUNCES = "announces"
    ESTIMATES = "estimates"
    DECLINES = "declines to confirm"


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. `span` is what was said; `quote` is the part between quotation marks, without the marks.

    `verb` is the reporting verb as printed. `actor` is the id of the actor the speaker speaks for (the speaker
    itself, when it is no person). `direct` is True when the whole of `span` is a quotation. `denies` is the id of the
    statement or figure that a denial denies, where it was found.
    """

    id: str
    source: str
    span: Span
    speaker: Originator
    actor: str | None
    verb: str
    kind: StatementKind
    direct: bool
    quote: Span | None
    sentence: Span
    passage: int
    page: int | None = None
    denies: str | None = None


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Event:
    """A dated sentence. `date` is ISO 8601, reduced to `precision`; `date_span` are the words that gave it."""

    id: str
    source: str
    date: str
    precision: Precision
    date_span: Span
    sentence: Span
    passage: int
    page: int | None = None


class DisagreementKind(StrEnum):
    CONFLICT = "conflict"
    DIFFERENT_SCOPE = "different-scope"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures (ids, in source order) that give different values for one thing. Never averaged.

    `voices` counts the independent originators behind them.
    """

    counted: str
    unit: str
    actor: str | None
    figures: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    kind: DisagreementKind
    voices: int = 0


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence chosen for a summary.

    `rank` counts from 1 (best first); `also` are equal or nearly equal sentences elsewhere; `context_needed` tells
    that it leans on text that was not chosen. `covers` are the key terms it was chosen for.
    """

    sentence: Sentence
    score: float
    rank: int
    also: tuple[Place, ...] = ()
    context_needed: bool = False
    covers: tuple[str, ...] = ()

"""A composed briefing: sections of cited claims, before any layout."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from briefing.model.evidence import DisagreementKind
from briefing.model.source import Source, Span
from briefing.model.template import Template


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: the source, its characters, the passage and, where there is one, the page."""

    source: str
    span: Span
    quote: str
    passage: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A line of evidence with at least one citation; the first is the one `text` was cut from.

    `text` is verbatim. `edited` is a person's own wording, shown as theirs, or "";
    `note` is what they noted about the line, or "".
    `context_needed` marks a sentence that leans on text that is not printed.
    """

    id: str
    text: str
    citations: tuple[Citation, ...]
    edited: str = ""
    context_needed: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a claim without a citation")
        if self.text != self.citations[0].quote:
            raise ValueError("a claim that is not its source's own characters")


@dataclass(frozen=True, slots=True)
class Lines:
    """Evidence sentences, as a bulleted list."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of the figures table. `value` is the figure's own text; `modifier` and `status` are our labels.

    `low` and `high` are the figure's, for drawing.
    """

    value: Claim
    modifier: str
    counted: str
    status: str
    said_by: str
    as_of: str
    assumed_actor: bool = False
    disputed: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FiguresByActor:
    """The key-figures table: (actor's name or "", its rows), in the order to print."""

    groups: tuple[tuple[str, tuple[FigureRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class FigureStrip:
    """Three to five figures set large."""

    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who (with role) said (verb) what; `direct` when the claim is a quotation, which then gets its marks back."""

    speaker: str
    role: str
    verb: str
    claim: Claim
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Statements:
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    name: str
    role: str
    actor: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class People:
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """`date` is ISO 8601, possibly reduced."""

    date: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Timeline:
    """`compact`: a line for each in place of a table."""

    rows: tuple[TimelineRow, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class GivenValue:
    """One value and those who give it, a row for each. The first row's claim is the one that is printed."""

    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """One thing and its different values. `left_out` is how many values of it are not shown."""

    actor: str
    counted: str
    kind: DisagreementKind
    values: tuple[GivenValue, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Disagreements:
    """`compact`: a line for each in place of a table."""

    views: tuple[DisagreementView, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Charts:
    """The values of each disagreement drawn side by side, by who gives them."""

    views: tuple[DisagreementView, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The standing of the sources in plain counted sentences of the program itself, each true by construction."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceList:
    """The place where the cited sources are listed; `compact` leaves out files, addresses and ways back."""

    compact: bool = False


@dataclass(frozen=True, slots=True)
class ToWrite:
    """A place a person writes in: `text` is what they wrote, or "" and the `prompt` is shown.

    `gaps`: what is written here is about what is not known, unless a paragraph says otherwise.
    """

    prompt: str
    text: str = ""
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of the program itself ("No dated events were found."), never evidence."""

    text: str


Content: TypeAlias = (
    Lines
    | FiguresByActor
    | FigureStrip
    | Statements
    | People
    | Timeline
    | Disagreements
    | Charts
    | Standing
    | SourceList
    | ToWrite
    | Notice
)


@dataclass(frozen=True, slots=True)
class BriefingSection:
    """A heading (level from 1) and what stands under it. `new_page` asks for a page of its own."""

    key: str
    heading: str
    level: int
    content: tuple[Content, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What the person asks for beside the template. `date` is ISO 8601 or ""; `words` 0 keeps the template's."""

    title: str = ""
    date: str = ""
    marking: str = ""
    addressee: str = ""
    author: str = ""
    reference: str = ""
    actors: tuple[str, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided; keyed by evidence, section or actor, so it survives a re-run.

    `renamed` are (actor, name), `merged` (actor, the actor it is counted as), `hidden` actors; `order` is the evidence
    moved by hand, in its new order; `notes` are (evidence, note).
    """

    pinned: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    reworded: tuple[tuple[str, str], ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A composed briefing. `sources` are all the sources of the matter, cited or not, in the order given."""

    title: str
    date: str
    marking: str
    addressee: str
    author: str
    reference: str
    template: Template
    sections: tuple[BriefingSection, ...]
    sources: tuple[Source, ...] = field(repr=False)

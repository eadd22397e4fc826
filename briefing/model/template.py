"""A template: what a briefing is made of, before there is a matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class SectionKind(StrEnum):
    TEXT = "text"
    BOTTOM_LINE = "bottom-line"
    SUMMARY = "summary"
    FIGURES = "figures"
    FIGURE_STRIP = "figure-strip"
    STATEMENTS = "statements"
    PEOPLE = "people"
    TIMELINE = "timeline"
    DISAGREEMENTS = "disagreements"
    CHART = "chart"
    GAPS = "gaps"
    CHANGES = "changes"
    SOURCES = "sources"
    SOURCE_SUMMARY = "source-summary"
    ANNEX = "annex"


class Fill(StrEnum):
    """Who fills a section: the program from the evidence, a person picking from it, or a person writing."""

    AUTO = "auto"
    PICK = "pick"
    WRITE = "write"


class CitationForm(StrEnum):
    BRACKET = "bracket"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    AUTHOR_DATE = "author-date"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a template.

    `key` names it for decisions (unique in the template). `parts` are the kinds that a repeated section
    (`per` = "actor", "source" or "topic") prints under each sub-heading, and what an annex holds. `words`, `limit`
    and `rows` are budgets (0: no limit): words of a summary; rows, lines, or repetitions where it is repeated; rows
    or lines of each repetition, each actor's figures, each disagreement. `compact` prints lines in place of a table.
    """

    key: str
    heading: str
    kind: SectionKind
    fill: Fill = Fill.AUTO
    words: int = 0
    limit: int = 0
    per: str = ""
    parts: tuple[SectionKind, ...] = ()
    prompt: str = ""
    rows: int = 0
    compact: bool = False


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Lengths in millimetres."""

    size: str = "A4"
    top: float = 25.0
    bottom: float = 22.0
    left: float = 25.0
    right: float = 25.0


@dataclass(frozen=True, slots=True)
class Style:
    """The look. Sizes in points, colours as "#rrggbb"."""

    font: str = "Noto Sans"
    size: float = 10.5
    heading_colour: str = "#1f3a5f"
    accent_colour: str = "#1f3a5f"
    table_header_colour: str = "#e8edf3"


@dataclass(frozen=True, slots=True)
class Template:
    """A briefing template.

    `pages` is how many pages are wanted before the annexes (0: no matter); sections then keep less of the evidence.
    `citation_style` is the name of a CSL style, or of a .csl file in the template's folder, or "".
    `letterhead` is the path of the house's Word file, or ""; for a template in an archive, a path inside the archive
    ("a.brieftemplate/letterhead.docx"), so read it by `briefing.templates.letterhead_bytes`.
    """

    name: str
    title: str
    description: str
    sections: tuple[Section, ...]
    language: str = "en-GB"
    page: PageSetup = field(default_factory=PageSetup)
    style: Style = field(default_factory=Style)
    citation_form: CitationForm = CitationForm.BRACKET
    marking: str = ""
    letterhead: str = ""
    path: str = ""
    pages: int = 0
    citation_style: str = ""

"""Briefing to document."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import Block, Document, Heading, Paragraph, Role, Run, Title
from briefing.layout.contents import DifferencesThere, Laid, SourcesHere, blocks_of
from briefing.layout.csl import with_style
from briefing.layout.entries import source_list
from briefing.layout.numbering import Numbering
from briefing.layout.short_names import with_short_names
from briefing.layout.words import count, date_in_words
from briefing.model import Briefing, BriefingSection, CitationForm


def lay_out(briefing: Briefing) -> Document:
    """The document that every writer prints.

    Sources are numbered in the order in which they are first cited; sources that are not cited follow, under their
    own heading, without a number's marker pointing at them.
    """
    numbering = Numbering({source.id: source for source in briefing.sources})
    laid = [
        block for number, section in enumerate(briefing.sections, 1) for block in _section(numbering, section, number)
    ]
    blocks: list[Block] = [_title(briefing)]
    for block in laid:
        match block:
            case SourcesHere():
                blocks += source_list(numbering, compact=block.compact)
            case DifferencesThere():
                blocks += _pointer(numbering)
            case _:
                blocks.append(block)
    if briefing.template.citation_form is CitationForm.AUTHOR_DATE:
        blocks = list(with_short_names(blocks, numbering))
    if briefing.template.citation_style:
        blocks = list(with_style(blocks, numbering, briefing.template))
    return Document(
        title=briefing.title,
        language=briefing.template.language,
        author=briefing.author,
        date=briefing.date,
        marking=briefing.marking,
        reference=briefing.reference,
        blocks=tuple(blocks),
        page=briefing.template.page,
        style=briefing.template.style,
        citation_form=briefing.template.citation_form,
        ledger=tuple(numbering.ledger),
    )


def _pointer(numbering: Numbering) -> Iterator[Block]:
    """Where to look for the differing values; nothing where no table shows them."""
    if numbering.differing:
        number = numbering.differing
        name = Run(f"Table {number}", refers=f"table-{number}")
        yield Paragraph((name, Run(" sets the values side by side where sources differ.")), Role.NOTICE)


def _title(briefing: Briefing) -> Title:
    facts = (
        ("To", briefing.addressee),
        ("From", briefing.author),
        ("Date", date_in_words(briefing.date)),
        ("Reference", briefing.reference),
        ("Sources", count(len(briefing.sources), "document")),
    )
    return Title(briefing.title, briefing.marking, tuple(fact for fact in facts if fact[1]))


def _section(numbering: Numbering, section: BriefingSection, number: int) -> Iterator[Laid]:
    yield Heading(section.level, section.heading, f"section-{number}", section.new_page)
    for content in section.content:
        yield from blocks_of(content, numbering, section)

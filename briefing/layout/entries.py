"""The source list: an entry for each cited source, the uncited ones, and the count of passages found again."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import Block, Inline, Paragraph, Role, Run, SourceEntry
from briefing.layout.numbering import Numbering
from briefing.layout.words import count, date_in_words
from briefing.model import Source


def source_list(numbering: Numbering) -> Iterator[Block]:
    for key, number in numbering.numbers.items():
        source = numbering.sources[key]
        yield SourceEntry(
            number, source_inlines(source), f"source-{number}", tuple(numbering.backs[key]), _web_address(source)
        )
    unused = [source for key, source in numbering.sources.items() if key not in numbering.numbers]
    if unused:
        names = "; ".join(_plain(source_inlines(source)) for source in unused)
        yield Paragraph((Run(f"Read but not cited: {names}"),), Role.NOTICE)
    found = sum(
        numbering.sources[entry.source].text[entry.start : entry.end] == entry.quote for entry in numbering.ledger
    )
    yield Paragraph(
        (
            Run(
                f"{found} of {len(numbering.ledger)} cited passages were found again, character for character, "
                f"in the {count(len(numbering.sources), 'source')}."
            ),
        ),
        Role.NOTICE,
    )


def _web_address(source: Source) -> str:
    return source.url if source.url.startswith(("http://", "https://")) else ""


def source_inlines(source: Source) -> tuple[Inline, ...]:
    """A source entry: author, “title”, publisher, date, and the file it was read from."""
    runs: list[Inline] = []
    if source.author:
        runs.append(Run(f"{source.author}, "))
    if source.title:
        runs.append(Run(f"“{source.title}”, "))
    if source.publisher:
        runs += [Run(source.publisher, italic=True), Run(", ")]
    if source.published:
        runs.append(Run(f"{date_in_words(source.published)}, "))
    return (*runs, Run(f"file {source.name}."))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Run)).rstrip(".")

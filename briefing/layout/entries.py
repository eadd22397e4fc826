"""The source list: an entry for each cited source, the uncited ones, and the count of passages found again."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import Block, Inline, Paragraph, Role, Run, SourceEntry
from briefing.layout.numbering import Numbering
from briefing.layout.words import count, date_in_words
from briefing.model import Source

_NAMED = 3


def source_list(numbering: Numbering, *, compact: bool = False) -> Iterator[Block]:
    """`compact` leaves out files, addresses and the ways back, which the ledger keeps in any case."""
    shown = _short if compact else source_inlines
    for key, number in numbering.numbers.items():
        source = numbering.sources[key]
        backs = () if compact else tuple(numbering.backs[key])
        yield SourceEntry(number, shown(source), f"source-{number}", backs, "" if compact else _web_address(source))
    notices = [*_unused(numbering, compact=compact), _found_again(numbering)]
    for notice in [" ".join(notices)] if compact else notices:
        yield Paragraph((Run(notice),), Role.NOTICE)


def _unused(numbering: Numbering, *, compact: bool) -> Iterator[str]:
    """The sources that are not cited, by name; a compact list only counts them where they are many."""
    unused = [source for key, source in numbering.sources.items() if key not in numbering.numbers]
    if compact and len(unused) > _NAMED:
        yield f"Read but not cited: {count(len(unused), 'more document')}."
    elif unused:
        shown = _short if compact else source_inlines
        yield f"Read but not cited: {'; '.join(_plain(shown(source)) for source in unused)}."


def _found_again(numbering: Numbering) -> str:
    found = sum(
        numbering.sources[entry.source].text[entry.start : entry.end] == entry.quote for entry in numbering.ledger
    )
    return (
        f"{found} of {len(numbering.ledger)} cited passages were found again, character for character, "
        f"in the {count(len(numbering.sources), 'source')}."
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


def _short(source: Source) -> tuple[Inline, ...]:
    """What it is called, who brought it out, and when."""
    parts: list[tuple[Inline, ...]] = [(Run(f"“{source.title}”"),) if source.title else (Run(source.name),)]
    if source.publisher:
        parts.append((Run(source.publisher, italic=True),))
    elif source.author:
        parts.append((Run(source.author),))
    if source.published:
        parts.append((Run(date_in_words(source.published)),))
    joined = [inline for part in parts for inline in (*part, Run(", "))]
    return (*joined[:-1], Run("."))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Run)).rstrip(".")

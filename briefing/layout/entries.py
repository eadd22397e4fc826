"""The source list: an entry for each cited source, the uncited ones, and the count of passages found again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.blocks import Block, Inline, Paragraph, Role, Run, SourceEntry
from briefing.layout.numbering import Numbering
from briefing.layout.source_kinds import SourceKind, kind_of
from briefing.layout.words import count, date_in_words, one_line
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


# Kinds that are works of their own, with the title in italics; the others have it in quotation marks.
_WORKS = frozenset({SourceKind.REPORT, SourceKind.LEGISLATION, SourceKind.DATASET})
_NAMED_KINDS = frozenset({SourceKind.PRESS_RELEASE, SourceKind.SPEECH, SourceKind.DATASET, SourceKind.WEB_PAGE})


def source_inlines(source: Source) -> tuple[Inline, ...]:
    """A source entry by the kind of the source, with the file it was read from.

    News: author, “title”, publisher, date. A press release, a speech, a dataset or a web page is called so after its
    title; reports and datasets have their title in italics, laws the title alone.
    """
    return (*_joined(_parts(source)), Run(f"file {source.name}."))


def _parts(source: Source) -> Iterator[tuple[Inline, ...]]:
    kind = kind_of(source)
    if source.author and kind is not SourceKind.LEGISLATION:
        yield (Run(source.author),)
    if source.title:
        yield _title(source, kind)
    if source.publisher and source.publisher != source.author and kind is not SourceKind.LEGISLATION:
        yield (Run(source.publisher, italic=kind not in _WORKS),)
    if source.published and not (kind is SourceKind.LEGISLATION and source.published[:4] in source.title):
        yield (Run(date_in_words(source.published)),)


def _title(source: Source, kind: SourceKind) -> tuple[Inline, ...]:
    title = one_line(source.title)
    shown = Run(title, italic=True) if kind in _WORKS else Run(f"“{title}”")
    says_so = str(kind) in title.casefold()
    return (shown, Run(f" ({kind})")) if kind in _NAMED_KINDS and not says_so else (shown,)


def _joined(parts: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    for part in parts:
        yield from part
        yield Run(", ")


def _short(source: Source) -> tuple[Inline, ...]:
    """What it is called, who brought it out, and when."""
    kind = kind_of(source)
    parts: list[tuple[Inline, ...]] = [_title(source, kind) if source.title else (Run(source.name),)]
    if source.publisher or source.author:
        parts.append((Run(source.publisher or source.author, italic=bool(source.publisher) and kind not in _WORKS),))
    if source.published and not (kind is SourceKind.LEGISLATION and source.published[:4] in source.title):
        parts.append((Run(date_in_words(source.published)),))
    return (*list(_joined(parts))[:-1], Run("."))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(part.text for part in inlines if isinstance(part, Run)).rstrip(".")

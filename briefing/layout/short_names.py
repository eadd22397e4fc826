"""What an author-date marker calls each source: "Gazette 2026a"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from briefing.blocks import Block, Run, SourceEntry
from briefing.layout.numbering import Numbering
from briefing.layout.source_kinds import SourceKind, kind_of
from briefing.layout.words import one_line
from briefing.model import Source

LONGEST = 40
UNDATED = "n.d."
_DANGLING = frozenset({"and", "the", "of", "for", "on", "in", "to", "&"})


def short_names(sources: Iterable[Source]) -> dict[str, str]:
    """By source id: who published it and the year, told apart by a letter where two would be called the same."""
    plain = {source.id: _plain(source) for source in sources}
    return dict(zip(plain, lettered(tuple(plain.values())), strict=True))


def lettered(plain: Sequence[str]) -> list[str]:
    """The names, told apart by a letter where two would be the same."""
    total, used = Counter(plain), Counter[str]()
    names: list[str] = []
    for name in plain:
        if total[name] > 1:
            parted = "-" if name.endswith(UNDATED) else ""
            names.append(f"{name}{parted}{_letters(used[name])}")
            used[name] += 1
        else:
            names.append(name)
    return names


def with_short_names(blocks: Iterable[Block], numbering: Numbering) -> Iterator[Block]:
    """The blocks; each source entry knows its short name and begins with it, so that a reader finds it by that."""
    names = short_names(numbering.sources[key] for key in numbering.numbers)
    by_number = {number: names[key] for key, number in numbering.numbers.items()}
    for block in blocks:
        if isinstance(block, SourceEntry):
            short = by_number[block.number]
            yield replace(block, short=short, inlines=(Run(f"{short.removesuffix('.')}. ", bold=True), *block.inlines))
        else:
            yield block


def _plain(source: Source) -> str:
    """Who and when; a law is called by its title, which has the year."""
    kind = kind_of(source)
    if kind is SourceKind.LEGISLATION and source.title:
        year = source.published[:4]
        title = _cut(source.title)
        return title if not year or year in title else f"{title} {year}"
    first, second = source.publisher, source.author
    who = (second or first) if kind is SourceKind.SPEECH else (first or second)
    return f"{_cut(who or PurePath(source.name).stem)} {source.published[:4] or UNDATED}"


def _cut(text: str) -> str:
    name = one_line(text)
    if len(name) <= LONGEST:
        return name
    words = name[:LONGEST].split(" ")[:-1] or [name[:LONGEST]]
    while len(words) > 1 and words[-1] in _DANGLING:
        words.pop()
    return " ".join(words).rstrip(",;:") + "…"


def _letters(number: int) -> str:
    """0 is a, 25 is z, 26 is aa."""
    letters = ""
    number += 1
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters

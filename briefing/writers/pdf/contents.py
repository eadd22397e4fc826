"""A table of contents for long documents: headings with their pages, each a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines
from briefing.writers.pdf.setting import Setter, baseline, paragraph
from briefing.writers.pdf.slabs import Outline, Page, Placed, Slab, glue_all
from briefing.writers.pdf.styles import Kind
from briefing.writers.pdf.tree import Element

HEADING = "Contents"
LONG = 8
FEWEST = 3
DEEPEST = 2
INDENT = 14.0
NUMBER_ROOM = 36.0


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings that are listed, and the element under which they stand in the tree."""

    entries: tuple[Outline, ...]
    element: Element

    def slabs(self, setter: Setter, pages: Mapping[str, int]) -> list[Slab]:
        """The list with the number of each heading's page. It is as high with any numbers."""
        kind = setter.sheet.body
        head = setter.sheet.headings[0]
        title = Stretch(HEADING, head.look, Element("Caption", self.element))
        slabs = glue_all(paragraph(break_lines([title], setter.width), head), with_next=True)
        for number, entry in enumerate(self.entries):
            above = kind.above * (0.6 if entry.level == 0 and number else 0.2)
            page = str(pages.get(entry.anchor, 0))
            slabs.append(replace(_entry(entry, page, kind, setter, self.element), gap=above))
        return slabs


def contents_for(slabs: Iterable[Slab], element: Element, count: int) -> Contents | None:
    """The contents of a document of `count` pages, where that is long enough to need them."""
    found = [slab.outline for slab in slabs if slab.outline is not None and slab.outline.level < DEEPEST]
    return Contents(tuple(found), element) if count > LONG and len(found) >= FEWEST else None


def pages_of(pages: Sequence[Page]) -> dict[str, int]:
    """The number of the page that each heading stands on."""
    return {
        one.slab.outline.anchor: number
        for number, page in enumerate(pages, 1)
        for one in page.body
        if one.slab.outline is not None and not one.again
    }


def _entry(entry: Outline, page: str, kind: Kind, setter: Setter, parent: Element) -> Slab:
    link = Element("Link", Element("Reference", Element("TOCI", parent)))
    look, indent = kind.look, INDENT * entry.level
    hint = f"{entry.title}, page {page}"
    text = _shortened(entry, look, link, hint, setter.width - indent - NUMBER_ROOM)
    (number,) = break_lines([Stretch(page, look, link, f"#{entry.anchor}", hint=hint)], setter.width)
    placed = (
        Placed(text, indent, baseline(kind)),
        Placed(number, setter.width - number.width, baseline(kind)),
    )
    return Slab(kind.leading, placed)


def _shortened(entry: Outline, look: Look, link: Element, hint: str, width: float) -> Line:
    """The heading in one line, cut behind a word with "…" where it is longer; the link's hint has all of it."""
    words = entry.title.split()
    for count in range(len(words), 0, -1):
        cut = "" if count == len(words) else "…"
        text = f"{' '.join(words[:count])}{cut} "
        lines = break_lines([Stretch(text, look, link, f"#{entry.anchor}", hint=hint)], width)
        if len(lines) == 1:
            return lines[0]
    return break_lines([Stretch(f"{entry.title} ", look, link, f"#{entry.anchor}", hint=hint)], width)[0]

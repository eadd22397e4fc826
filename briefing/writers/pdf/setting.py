"""Blocks into slabs: what each kind of block looks like, and what it is in the structure tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.blocks import (
    BY_A_PERSON,
    Cite,
    Heading,
    Inline,
    ListItem,
    Paragraph,
    Role,
    SourceEntry,
    Title,
    WritePlace,
    author_date,
    marker,
)
from briefing.writers.pdf.lines import Line, Look, Stretch, break_lines, text_width
from briefing.writers.pdf.notes import NoteBook
from briefing.writers.pdf.slabs import Box, Outline, Placed, Slab, glue, glue_all
from briefing.writers.pdf.styles import RULE, Kind, Sheet
from briefing.writers.pdf.tree import Element

BULLET = "•"
WRITE_LINES = 1
LONGEST_JOINED = 24


@dataclass(frozen=True, slots=True)
class Setter:
    """What setting needs: the sheet, the width of the text area, and the language of the document.

    `notes` is there when citations are notes, `named` (the entries by number) when they name their source. `deeper`
    is 1 where a title is the first heading, so that the sections' headings are below it.
    """

    sheet: Sheet
    width: float
    language: str
    deeper: int = 1
    notes: NoteBook | None = None
    named: Mapping[int, SourceEntry] = field(default_factory=dict)

    def marker(self, cite: Cite) -> str:
        """The marker in the form that citations have where they are no notes."""
        return author_date(cite, self.named.get(cite.number)) if self.named else marker(cite)


def stretches(inlines: Sequence[Inline], look: Look, element: Element, setter: Setter) -> list[Stretch]:
    """The inlines as stretches; a citation marker becomes a link to its source entry and a place to come back to."""
    found: list[Stretch] = []
    for inline in inlines:
        if isinstance(inline, Cite) and setter.notes is not None:
            found = _noted(found, inline, look, element, setter)
            continue
        if isinstance(inline, Cite):
            if found and found[-1].text.endswith(" "):  # no line begins with a marker
                found[-1] = replace(found[-1], text=found[-1].text[:-1] + "\u00a0")
            text = _joined(setter.marker(inline))
            link = Element("Link", element, inline=True)
            ink = replace(look, colour=setter.sheet.accent, bold=False, italic=False)
            hint = f"Source {inline.number}"
            found.append(Stretch(text, ink, link, f"#{inline.anchor}", inline.back, hint))
            continue
        own = element
        if inline.language and inline.language != setter.language:
            own = Element("Span", element, inline=True)
            own.language = inline.language
        ink = replace(look, bold=look.bold or inline.bold, italic=look.italic or inline.italic)
        found.append(Stretch(inline.text, ink, own, language=inline.language or setter.language))
    return found


def _joined(text: str) -> str:
    """A marker that does not break, or, where it is long, only behind its name."""
    name, comma, rest = text.partition(", ")
    joined = rest.replace(" ", "\u00a0")
    if len(text) <= LONGEST_JOINED:
        return f"{name}, {joined}".replace(" ", "\u00a0") if comma else name.replace(" ", "\u00a0")
    return f"{name}, {joined}" if comma else name


def _noted(found: list[Stretch], cite: Cite, look: Look, element: Element, setter: Setter) -> list[Stretch]:
    """The stretches and a raised number behind them, close to the last word; two numbers are parted by a comma."""
    notes = setter.notes
    assert notes is not None
    raised = replace(
        look, size=look.size * 0.66, colour=setter.sheet.accent, bold=False, italic=False, rise=look.size * 0.36
    )
    while found and not found[-1].text.strip():
        found.pop()
    if found and found[-1].note is not None:
        found.append(Stretch(", ", raised, element))
    elif found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    link = Element("Link", Element("Reference", element, inline=True), inline=True)
    key = notes.key(cite)
    note = notes.note(cite, element)
    found.append(Stretch(notes.number(cite), raised, link, f"#{key}", cite.back, f"Note {notes.number(cite)}", note))
    return found


def baseline(kind: Kind) -> float:
    """How far the baseline is below the line's top: the ink stands in the middle of the line distance."""
    return kind.leading / 2 + kind.look.size * 0.36


def anchors_in(*lines: Line) -> tuple[str, ...]:
    return tuple(part.stretch.anchor for line in lines for part in line.parts if part.stretch.anchor)


def notes_in(*lines: Line) -> tuple[str, ...]:
    """The keys of the notes that the lines refer to, each once."""
    return tuple(dict.fromkeys(part.stretch.note.key for line in lines for part in line.parts if part.stretch.note))


def paragraph(lines: Sequence[Line], kind: Kind, x: float = 0.0) -> list[Slab]:
    """One slab a line."""
    return [
        Slab(
            kind.leading,
            (Placed(line, x, baseline(kind)),),
            gap=kind.above if number == 0 else 0.0,
            anchors=anchors_in(line),
            notes=notes_in(line),
        )
        for number, line in enumerate(lines)
    ]


def set_title(block: Title, setter: Setter, parent: Element) -> list[Slab]:
    sheet, slabs = setter.sheet, list[Slab]()
    if block.marking:
        text = Stretch(block.marking, sheet.marking.look, Element("P", parent))
        slabs += paragraph(break_lines([text], setter.width), sheet.marking)
    text = Stretch(block.text, sheet.title.look, Element("H1", parent))
    slabs += paragraph(break_lines([text], setter.width), sheet.title)
    rule = Box(0, 4, setter.width, 1.2, sheet.accent)
    slabs.append(Slab(9, boxes=(rule,)))
    for label, value in block.facts:
        slabs += _fact(label, value, setter, parent, _label_width(block, setter))
    slabs.append(Slab(4))
    return glue_all(slabs)


def _label_width(block: Title, setter: Setter) -> float:
    look = replace(setter.sheet.fact.look, bold=True)
    return min(max(text_width(label, look) for label, _ in block.facts) + 14, setter.width * 0.35)


def _fact(label: str, value: str, setter: Setter, parent: Element, indent: float) -> list[Slab]:
    """A label and its value side by side; they are one paragraph."""
    kind, element = setter.sheet.fact, Element("P", parent)
    left = break_lines([Stretch(f"{label} ", replace(kind.look, bold=True), element)], indent - 6)
    right = break_lines([Stretch(value, kind.look, element)], setter.width - indent)
    slabs: list[Slab] = []
    for number in range(max(len(left), len(right))):
        lines = [Placed(left[number], 0, baseline(kind))] if number < len(left) else []
        lines += [Placed(right[number], indent, baseline(kind))] if number < len(right) else []
        slabs.append(Slab(kind.leading, tuple(lines), gap=0 if number else kind.above))
    return slabs


def set_heading(block: Heading, setter: Setter, parent: Element) -> list[Slab]:
    level = max(block.level, 1)
    kind = setter.sheet.headings[min(level, len(setter.sheet.headings)) - 1]
    text = Stretch(block.text, kind.look, Element(f"H{min(level + setter.deeper, 6)}", parent))
    slabs = paragraph(break_lines([text], setter.width), kind)
    outline = Outline(block.text, level - 1, block.anchor)
    slabs[0] = replace(slabs[0], anchors=(block.anchor,), outline=outline, new_page=block.new_page)
    return glue_all(slabs, with_next=True)


def set_paragraph(block: Paragraph, setter: Setter, parent: Element) -> list[Slab]:
    kinds = {Role.NOTICE: setter.sheet.notice, Role.MARKING: setter.sheet.marking}
    kind = kinds.get(block.role, setter.sheet.body)
    found = stretches(block.inlines, kind.look, Element("P", parent), setter)
    if block.role in BY_A_PERSON:
        found = [replace(stretch, line_ends=True) for stretch in found]
    return glue(paragraph(break_lines(found, setter.width), kind))


def set_item(block: ListItem, setter: Setter, parent: Element) -> list[Slab]:
    """A bulleted item; `parent` is the list."""
    kind, indent = setter.sheet.body, setter.sheet.body.look.size * 1.35
    item = Element("LI", parent)
    label, body = Element("Lbl", item), Element("LBody", item)
    lines = break_lines(stretches(block.inlines, kind.look, body, setter), setter.width - indent)
    slabs = paragraph(lines, kind, indent)
    bullet = break_lines([Stretch(BULLET, replace(kind.look, colour=setter.sheet.accent), label)], indent)
    return glue(with_label(slabs, Placed(bullet[0], indent * 0.28, baseline(kind))))


def with_label(slabs: list[Slab], label: Placed) -> list[Slab]:
    """The paragraph with its number or bullet in the first line."""
    return [replace(slabs[0], lines=(label, *slabs[0].lines)), *slabs[1:]]


def set_write_place(block: WritePlace, setter: Setter, parent: Element) -> list[Slab]:
    """A tinted box with a bar at its left: the prompt, and room to write."""
    sheet, kind, inset = setter.sheet, setter.sheet.notice, 12.0
    text = Stretch(block.prompt, kind.look, Element("P", parent), line_ends=True)
    slabs = paragraph(break_lines([text], setter.width - 2 * inset), kind, inset)
    slabs = [Slab(7, gap=kind.above), replace(slabs[0], gap=0), *slabs[1:]]
    slabs += [Slab(kind.leading) for _ in range(WRITE_LINES)]
    slabs = [_boxed(slab, setter.width, sheet) for slab in slabs]
    edge = Box(0, slabs[-1].height, setter.width, 0.6, RULE)
    slabs[-1] = replace(slabs[-1], boxes=(*slabs[-1].boxes, edge))
    return glue_all(slabs)


def _boxed(slab: Slab, width: float, sheet: Sheet) -> Slab:
    # A hair more than the height, so that no white line shows between two strips of one box.
    fill = Box(0, 0, width, slab.height + 0.3, sheet.tint)
    return replace(slab, boxes=(fill, Box(0, 0, 2.5, slab.height + 0.3, sheet.accent)))


def set_entry(block: SourceEntry, setter: Setter, parent: Element) -> list[Slab]:
    """A source's entry: number, text, address, and the ways back; `parent` is the list."""
    kind, sheet = setter.sheet.entry, setter.sheet
    item = Element("LI", parent)
    label, body = Element("Lbl", item), Element("LBody", item)
    number = f"[{block.number}]"
    indent = max(text_width("[00]", kind.look), text_width(number, kind.look)) + 7
    found = stretches(block.inlines, kind.look, body, setter)
    if block.url and not any(block.url in stretch.text for stretch in found):
        spaced = "" if found and found[-1].text.endswith(" ") else " "
        found.append(Stretch(spaced + block.url, kind.look, body))
    found = [part for stretch in found for part in _linked(stretch, block.url, sheet.accent)]
    found += _ways_back(block, kind.look, body, sheet)
    slabs = paragraph(break_lines(found, setter.width - indent), kind, indent)
    slabs[0] = replace(slabs[0], anchors=(block.anchor, *slabs[0].anchors))
    text = break_lines([Stretch(number, kind.look, label)], indent)
    return glue(with_label(slabs, Placed(text[0], 0, baseline(kind))))


def _linked(stretch: Stretch, url: str, ink: str) -> list[Stretch]:
    """The stretch, with the address in it made a link."""
    place = stretch.text.find(url) if url and not stretch.link else -1
    if place < 0:
        return [stretch]
    link = Element("Link", stretch.element, inline=True)
    look = replace(stretch.look, colour=ink)
    target = url if url.lower().startswith(("http://", "https://")) else ""
    middle = Stretch(url, look, link, target, hint=url)
    before, after = stretch.text[:place], stretch.text[place + len(url) :]
    return [replace(stretch, text=before), middle, replace(stretch, text=after)]


def _ways_back(block: SourceEntry, look: Look, element: Element, sheet: Sheet) -> list[Stretch]:
    """Links to the markers that cite this source: "↑ 1 2 3"."""
    if not block.backs:
        return []
    ink = replace(look, colour=sheet.accent)
    found = [Stretch(" ↑\u00a0", ink, element)]
    for number, back in enumerate(block.backs, 1):
        link = Element("Link", element, inline=True)
        hint = f"Back to citation {number} of source {block.number}"
        found += [Stretch(" ", look, element)] if number > 1 else []
        found.append(Stretch(str(number), ink, link, f"#{back}", hint=hint))
    return found

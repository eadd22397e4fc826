"""Notes into slabs: at the foot of the page, or as a list at the end."""

from __future__ import annotations

from dataclasses import replace

from briefing.blocks import Cite, Heading, Run
from briefing.writers.pdf.lines import Stretch, break_lines, text_width
from briefing.writers.pdf.notes import NoteBook
from briefing.writers.pdf.setting import Setter, paragraph, set_heading, stretches, with_label
from briefing.writers.pdf.setting import baseline as baseline_of
from briefing.writers.pdf.slabs import Placed, Slab, glue
from briefing.writers.pdf.tree import Element

NARROWEST_INDENT = 15.0


def foot_notes(setter: Setter) -> dict[str, list[Slab]]:
    """The lines of every note by its key; call it when the text is set."""
    notes = setter.notes
    if notes is None or not notes.at_foot:
        return {}
    made = {}
    for cite in notes.cites.values():
        element = notes.element(cite)
        made[notes.key(cite)] = _note(cite, notes, setter, Element("Lbl", element), element)
    return made


def end_notes(setter: Setter, root: Element) -> list[Slab]:
    """The list of notes under its heading."""
    notes = setter.notes
    if notes is None or notes.at_foot or not notes.cites:
        return []
    slabs = set_heading(Heading(1, "Notes", "notes-at-the-end"), setter, root)
    parent = Element("L", root)
    parent.list_numbering = "Decimal"
    for cite in notes.cites.values():
        item = Element("LI", parent)
        label = Element("Lbl", item)
        slabs += glue(_note(cite, notes, setter, label, Element("LBody", item)))
    return slabs


def _note(cite: Cite, notes: NoteBook, setter: Setter, label: Element, element: Element) -> list[Slab]:
    """The number, which leads back to the text, and what is cited."""
    kind, sheet = setter.sheet.note, setter.sheet
    ink = replace(kind.look, colour=sheet.accent)
    indent = max(text_width(str(len(notes.cites)), kind.look) + 6, NARROWEST_INDENT)
    slabs = paragraph(break_lines(_words(cite, notes, setter, element), setter.width - indent), kind, indent)
    number = notes.number(cite)
    back = Element("Link", label, inline=True)
    stretch = Stretch(number, ink, back, f"#{cite.back}", notes.key(cite), f"Back to the text at note {number}")
    line = break_lines([stretch], setter.width)[0]
    slabs[0] = replace(slabs[0], gap=0, anchors=(notes.key(cite), *slabs[0].anchors))
    return with_label(slabs, Placed(line, indent - 4 - line.width, baseline_of(kind)))


def _words(cite: Cite, notes: NoteBook, setter: Setter, element: Element) -> list[Stretch]:
    """The source as its entry has it, the place in it, and the way to the entry."""
    entry = notes.entries.get(cite.anchor)
    look = setter.sheet.note.look
    inlines = tuple(one for one in entry.inlines if isinstance(one, Run)) if entry else (Run(f"Source {cite.number}"),)
    found = stretches(inlines, look, element, replace(setter, notes=None))
    while found and not found[-1].text.rstrip(" .,;"):
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" .,;"))
    found.append(Stretch(f", {cite.locator} " if cite.locator else " ", look, element))
    link = Element("Link", element, inline=True)
    ink = replace(look, colour=setter.sheet.accent)
    found.append(Stretch(f"[{cite.number}]", ink, link, f"#{cite.anchor}", hint=f"Source {cite.number}"))
    return found

"""The checker's copy: each printed line of evidence with the source's own words beside it, as a Word comment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from briefing.writers.word.markup import add, add_paragraph, add_run, element
from briefing.writers.word.stories import Story, largest_id, new_story, stories_of, story_part

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from briefing.blocks import Document, LedgerEntry
    from briefing.writers.word.styles import StyleSheet

AUTHOR = "Briefing Desk"
INITIALS = "BD"


@dataclass(slots=True)
class Comments:
    """Puts a comment on the first place where each piece of evidence is printed."""

    root: etree._Element
    entries: dict[str, list[LedgerEntry]]
    sheet: StyleSheet
    next_id: int
    _done: set[str] = field(default_factory=set)

    def start(self, paragraph: etree._Element, evidence: str) -> int | None:
        """Open a comment's range; None when there is nothing (more) to say about the evidence."""
        if evidence in self._done or evidence not in self.entries:
            return None
        self._done.add(evidence)
        identity = self.next_id
        self.next_id += 1
        add(paragraph, "commentRangeStart", id=identity)
        self._write(identity, self.entries[evidence])
        return identity

    def end(self, paragraph: etree._Element, identity: int) -> None:
        """Close the range that `start` opened."""
        add(paragraph, "commentRangeEnd", id=identity)
        run = add_run(paragraph, style=self.sheet.character("annotation reference"))
        add(run, "commentReference", id=identity)

    def _write(self, identity: int, entries: list[LedgerEntry]) -> None:
        comment = add(self.root, "comment", id=identity, author=AUTHOR, initials=INITIALS)
        style = self.sheet.paragraph("annotation text")
        for index, entry in enumerate(entries):
            paragraph = add_paragraph(comment, style)
            if index == 0:
                run = add_run(paragraph, style=self.sheet.character("annotation reference"))
                add(run, "annotationRef")
            page = f"p. {entry.page}, " if entry.page is not None else ""
            place = f"[{entry.number}] {entry.name}, {page}para {entry.passage}, characters {entry.start}–{entry.end}:"
            add_run(paragraph, place)
            add_run(add_paragraph(comment, style), f"“{entry.quote}”")


def comments_for(main: DocumentPart, document: Document, sheet: StyleSheet) -> Comments:
    """The comments part, made where the document has none."""
    part = story_part(main, "comments")
    if part is None:
        part = new_story(main, "comments", element("comments"))
    entries: dict[str, list[LedgerEntry]] = {}
    for entry in document.ledger:
        entries.setdefault(entry.evidence, []).append(entry)
    stories = [*stories_of(main), Story("comments", "comments", part.element)]
    used = max([largest_id(stories, name) for name in ("comment", "commentRangeStart", "commentReference")])
    return Comments(part.element, entries, sheet, used + 1)

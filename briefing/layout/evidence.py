"""Evidence as inline text: a source's own characters, a person's wording beside them, and the citation markers."""

from __future__ import annotations

from briefing.blocks import Inline, Run
from briefing.layout.numbering import Numbering
from briefing.layout.words import one_line
from briefing.model import Claim, FigureRow


def cited(numbering: Numbering, claim: Claim, *, quoted: bool = False) -> tuple[Inline, ...]:
    return (*evidence(claim, quoted=quoted), *markers(numbering, claim))


def evidence(claim: Claim, *, quoted: bool = False) -> tuple[Inline, ...]:
    """The evidence itself. A person's own wording stands first, the source's words after it."""
    quote = Run(one_line(claim.text), evidence=claim.id)
    shown: tuple[Inline, ...] = (Run("“"), quote, Run("”")) if quoted else (quote,)
    if claim.edited:
        shown = (Run(claim.edited), Run(" (reworded by the desk; source: “"), quote, Run("”)"))
    if claim.note:
        shown = (*shown, Run(f" (desk note: {one_line(claim.note)})"))
    return (*shown, Run(" [read in context]", italic=True)) if claim.context_needed else shown


def markers(numbering: Numbering, claim: Claim, key: str = "") -> tuple[Inline, ...]:
    """The claim's markers, under the evidence `key` where its words are printed as another's."""
    found: list[Inline] = []
    for citation in claim.citations:
        found += [Run(" "), numbering.cite(key or claim.id, citation)]
    return tuple(found)


def value(row: FigureRow) -> tuple[Inline, ...]:
    """The figure's own characters with its hedge, and a person's correction before them."""
    shown: tuple[Inline, ...] = (Run(one_line(row.value.text), bold=True, evidence=row.value.id),)
    if row.modifier:
        shown = (Run(f"{row.modifier} "), *shown)
    if row.value.edited:
        shown = (Run(row.value.edited, bold=True), Run(" (corrected; source: "), *shown, Run(")"))
    return shown


def counted(row: FigureRow) -> str:
    """What is counted, and a person's note to the figure."""
    note = f"(desk note: {one_line(row.value.note)})" if row.value.note else ""
    return " ".join(part for part in (one_line(row.counted), note) if part)


def texts(*texts: str) -> tuple[tuple[Inline, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)

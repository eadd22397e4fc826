"""The default look: every named style of a briefing, as values, and the XML made from them.

The same styles are what a house's own file is given when it lacks one, which is why they lean on one another by name
and take their font from the document's default rather than naming one each.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from briefing.model import Style
from briefing.writers.word.markup import add, element, w
from briefing.writers.word.widths import CELL_MARGIN, SMALL

# Fonts that the PDF embeds but a reader of the Word file is unlikely to have, and what is close to them in Word.
_IN_WORD = {
    "noto sans": "Arial",
    "noto serif": "Times New Roman",
    "dejavu sans": "Arial",
    "dejavu serif": "Times New Roman",
    "source sans 3": "Arial",
    "source serif 4": "Times New Roman",
}


TABLE_TEXT = 0.9


@dataclass(frozen=True, slots=True)
class Look:
    """A style. Lengths in points; `scale` is the size as a multiple of the body's (0: inherited)."""

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    scale: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    underline: bool = False
    raised: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0.0
    left: float | None = None
    right: float = 0.0
    hanging: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int = -1
    align: str = ""
    border: str = ""
    border_colour: str = ""
    fill: str = ""
    tab: float = 0.0
    bullet: bool = False
    priority: int = 1
    shown: bool = True

    @property
    def id(self) -> str:
        """Word's own ids are the names without blanks, their words capitalised."""
        return "".join(word[:1].upper() + word[1:] for word in self.name.split())


def word_font(name: str) -> str:
    """The font to name in a Word file: one the reader has, where `name` is one that only we ship."""
    return _IN_WORD.get(name.strip().casefold(), name.strip() or "Arial")


def looks(style: Style) -> tuple[Look, ...]:
    """All styles of the default look, each after the one it is based on."""
    accent = style.accent_colour.lstrip("#")
    heading = style.heading_colour.lstrip("#")
    header_fill = style.table_header_colour.lstrip("#")
    return (
        Look("Normal", based_on="", after=6, line=1.12),
        Look("Default Paragraph Font", "character", based_on="", priority=1, shown=False),
        *_heads(heading, accent),
        *_texts(accent),
        *_table_texts(header_fill),
        *_page_texts(),
        *_notes(),
        *_characters(),
    )


def _heads(heading: str, accent: str) -> tuple[Look, ...]:
    scales = (1.36, 1.16, 1.05, 1.0, 1.0, 1.0)
    return (
        Look(
            "Title",
            next="Normal",
            scale=2.0,
            bold=True,
            colour=heading,
            before=10,
            after=4,
            line=1.05,
            keep_next=True,
            priority=10,
        ),
        Look("Facts", colour="404040", after=0, left=90, hanging=90, tab=90),
        *(
            Look(
                f"heading {level}",
                next="Normal",
                scale=scale,
                bold=True,
                italic=level > 4,
                colour=heading if level < 3 else accent,
                before=16 if level == 1 else 12 if level == 2 else 8,
                after=5 if level == 1 else 3,
                keep_next=True,
                keep_lines=True,
                outline=level - 1,
                border="bottom" if level == 1 else "",
                border_colour="BFC8D4",
                priority=9,
            )
            for level, scale in enumerate(scales, 1)
        ),
    )


def _texts(accent: str) -> tuple[Look, ...]:
    return (
        Look("List Bullet", left=17, hanging=17, after=4, bullet=True, priority=36),
        Look("Evidence"),
        Look("Evidence Bullet", based_on="List Bullet"),
        Look("Judgement", left=9, border="left", border_colour=accent),
        Look("Judgement Bullet", based_on="List Bullet", italic=True),
        Look("Assumption", based_on="Judgement", italic=True),
        Look("Gap", based_on="Judgement", colour="7A3E00"),
        Look("Notice", italic=True, colour="505050"),
        Look("To Write", border="box", border_colour="8A8A8A", fill="FFF8E1", left=5, right=5, keep_lines=True),
        Look("Source Entry", scale=0.92, left=24, hanging=24, tab=24, after=4, keep_lines=True),
    )


def _table_texts(header_fill: str) -> tuple[Look, ...]:
    return (
        Look(
            "caption",
            next="Normal",
            scale=0.95,
            bold=True,
            colour="303030",
            before=8,
            after=4,
            keep_next=True,
            priority=35,
        ),
        Look("Table Text", scale=TABLE_TEXT, before=2, after=2, line=1.0),
        Look("Table Small", based_on="Table Text", scale=TABLE_TEXT * SMALL),
        Look("Table Heading", based_on="Table Text", bold=True, keep_next=True),
        Look("Table Small Heading", based_on="Table Heading", scale=TABLE_TEXT * SMALL),
        Look("Table Group", based_on="Table Text", bold=True, keep_next=True),
        Look("Chart", after=2, line=1.0, keep_next=True),
        Look("Chart Key", scale=TABLE_TEXT, left=20, hanging=20, tab=20, after=2, line=1.0),
        Look("Chart Sources", scale=TABLE_TEXT, colour="505050", after=8, line=1.0),
        Look("After Table", scale=0.5, after=0, line=1.0),
        Look("Normal Table", "table", based_on="", priority=99, shown=False),
        Look("Briefing Table", "table", based_on="Normal Table", fill=header_fill, border_colour="A6B1BF", priority=59),
    )


def _page_texts() -> tuple[Look, ...]:
    return (
        Look("Handling Marking", scale=1.0, bold=True, align="center", after=0, line=1.0),
        Look("header", scale=0.85, colour="505050", after=0, line=1.0, align="center", priority=99),
        Look("footer", scale=0.85, colour="505050", after=0, line=1.0, align="center", priority=99),
        Look("TOC Heading", scale=1.36, bold=True, before=12, after=4, keep_next=True, priority=39),
        *(Look(f"toc {level}", after=3, left=12.0 * (level - 1), priority=39) for level in (1, 2, 3)),
    )


def _notes() -> tuple[Look, ...]:
    return (
        Look("footnote text", scale=0.85, after=2, line=1.0, priority=99),
        Look("endnote text", scale=0.85, after=2, line=1.0, priority=99),
        Look("annotation text", scale=0.9, line=1.0, priority=99),
    )


def _characters() -> tuple[Look, ...]:
    base = "Default Paragraph Font"
    return (
        Look("Hyperlink", "character", base, colour="0B57A4", underline=True, priority=99),
        Look("Citation", "character", base, colour="0B57A4", scale=0.9),
        Look("Back Link", "character", base, colour="0B57A4", scale=0.8),
        Look("Placeholder Text", "character", base, colour="5F5F5F", priority=99),
        Look("footnote reference", "character", base, raised=True, priority=99),
        Look("endnote reference", "character", base, raised=True, priority=99),
        Look("annotation reference", "character", base, scale=0.8, priority=99),
    )


def style_element(look: Look, style: Style) -> etree._Element:
    """The `w:style` element of a look."""
    made = element("style", type=look.kind, styleId=look.id)
    if look.based_on == "":
        made.set(w("default"), "1")
    add(made, "name", val=look.name)
    if look.based_on:
        add(made, "basedOn", val=_id(look.based_on))
    if look.next:
        add(made, "next", val=_id(look.next))
    add(made, "uiPriority", val=look.priority)
    if look.priority == 99 or not look.shown:
        add(made, "unhideWhenUsed")
    elif look.kind != "table":
        add(made, "qFormat")
    if look.kind == "table":
        _table_properties(made, look)
        return made
    if look.kind == "paragraph":
        _paragraph_properties(made, look)
    _run_properties(made, look, style)
    return made


def _id(name: str) -> str:
    return Look(name).id


def _twips(points: float) -> int:
    return round(points * 20)


def _paragraph_properties(made: etree._Element, look: Look) -> None:
    properties = add(made, "pPr")
    _paragraph_frame(properties, look)
    if look.tab:
        add(add(properties, "tabs"), "tab", val="left", pos=_twips(look.tab))
    _spacing(properties, look)
    if look.left is not None:
        indent = add(properties, "ind", left=_twips(look.left))
        for name, length in (("right", look.right), ("hanging", look.hanging)):
            if length:
                indent.set(w(name), str(_twips(length)))
    if look.align:
        add(properties, "jc", val=look.align)
    if look.outline >= 0:
        add(properties, "outlineLvl", val=look.outline)
    if not len(properties):
        made.remove(properties)


def _paragraph_frame(properties: etree._Element, look: Look) -> None:
    for flag, name in ((look.keep_next, "keepNext"), (look.keep_lines, "keepLines")):
        if flag:
            add(properties, name)
    if look.bullet:
        add(add(properties, "numPr"), "numId", val=1)
    if look.border:
        _borders(properties, look)
    if look.fill:
        add(properties, "shd", val="clear", color="auto", fill=look.fill)


def _spacing(properties: etree._Element, look: Look) -> None:
    values: dict[str, str | int] = {}
    if look.before is not None:
        values["before"] = _twips(look.before)
    if look.after is not None:
        values["after"] = _twips(look.after)
    if look.line:
        values |= {"line": round(look.line * 240), "lineRule": "auto"}
    if values:
        add(properties, "spacing", **values)


def _borders(properties: etree._Element, look: Look) -> None:
    borders = add(properties, "pBdr")
    # Word joins neighbours with the same borders into one; "between" keeps each heading's own line.
    boxed, lined = ("top", "left", "bottom", "right"), ("bottom", "between")
    sides = {"box": boxed, "bottom": lined}.get(look.border, (look.border,))
    shape = {"box": ("dashed", 4, 4), "left": ("single", 18, 6)}.get(look.border, ("single", 6, 2))
    for side in sides:
        add(borders, side, val=shape[0], sz=shape[1], space=shape[2], color=look.border_colour)


def _run_properties(made: etree._Element, look: Look, style: Style) -> None:
    properties = add(made, "rPr")
    for flag, names in ((look.bold, ("b", "bCs")), (look.italic, ("i", "iCs"))):
        for name in names if flag else ():
            add(properties, name)
    if look.colour:
        add(properties, "color", val=look.colour)
    if look.scale:
        half_points = max(2, round(style.size * look.scale * 2))
        add(properties, "sz", val=half_points)
        add(properties, "szCs", val=half_points)
    if look.underline:
        add(properties, "u", val="single")
    if look.raised:
        add(properties, "vertAlign", val="superscript")
    if not len(properties):
        made.remove(properties)


def _table_properties(made: etree._Element, look: Look) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblInd", w=0, type="dxa")
    if look.border_colour:
        borders = add(properties, "tblBorders")
        for side in ("top", "bottom", "insideH"):
            add(borders, side, val="single", sz=4, space=0, color=look.border_colour)
    margins = add(properties, "tblCellMar")
    for side, width in (("top", 0), ("left", CELL_MARGIN), ("bottom", 0), ("right", CELL_MARGIN)):
        add(margins, side, w=width, type="dxa")
    if look.fill:
        first = add(made, "tblStylePr", type="firstRow")
        bold = add(first, "rPr")
        add(bold, "b")
        add(bold, "bCs")
        cell = add(first, "tcPr")
        add(cell, "shd", val="clear", color="auto", fill=look.fill)
        add(cell, "vAlign", val="bottom")


def defaults_element(style: Style, language: str) -> etree._Element:
    """The document defaults: font, size and language, with no theme font left to win over them."""
    made = element("docDefaults")
    properties = add(add(made, "rPrDefault"), "rPr")
    font = word_font(style.font)
    add(properties, "rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    half_points = max(2, round(style.size * 2))
    add(properties, "sz", val=half_points)
    add(properties, "szCs", val=half_points)
    add(properties, "lang", val=language, eastAsia=language, bidi=language)
    add(add(made, "pPrDefault"), "pPr")
    return made


def bullets_element() -> etree._Element:
    """The numbering part's content: one bulleted list of three levels, tied to List Bullet."""
    made = element("numbering")
    abstract = add(made, "abstractNum", abstractNumId=1)
    add(abstract, "multiLevelType", val="hybridMultilevel")
    for level, sign in enumerate(("•", "–", "▪")):
        item = add(abstract, "lvl", ilvl=level)
        add(item, "start", val=1)
        add(item, "numFmt", val="bullet")
        if level == 0:
            add(item, "pStyle", val="ListBullet")
        add(item, "lvlText", val=sign)
        add(item, "lvlJc", val="left")
        add(add(item, "pPr"), "ind", left=_twips(17 * (level + 1)), hanging=_twips(17))
    add(add(made, "num", numId=1), "abstractNumId", val=1)
    return made

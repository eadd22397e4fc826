"""A ministry's letterhead with a logo, made by python-docx, to test the PDF writer with."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from PIL import Image


def logo(mode: str = "RGBA", size: tuple[int, int] = (120, 60)) -> io.BytesIO:
    stream = io.BytesIO()
    colour: Any = {"CMYK": (200, 30, 0, 10), "L": 90}.get(mode, (20, 90, 160, 128)[: len(mode)])
    Image.new(mode, size, colour).save(stream, "TIFF" if mode == "CMYK" else "PNG")
    stream.seek(0)
    return stream


def _field(paragraph: Any, code: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "7"), ("end", "")):
        run = paragraph.add_run()
        if kind == "text":
            run.text = text
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def _own_font(style: Any, name: str) -> None:
    """Names the style's font; python-docx leaves the theme's beside it, which wins (ECMA-376, 17.3.2.26)."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]


def letterhead(
    picture: io.BytesIO | None = None, width: float = 40, font: str = "Times New Roman", heading_font: str = "Arial"
) -> bytes:
    """A ministry's letterhead: logo and name above, reference and page number below. `font` "" takes the theme's."""
    made = docx.Document()
    section = made.sections[0]
    section.page_width, section.page_height = Mm(215.9), Mm(279.4)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin, section.bottom_margin = Mm(35), Mm(20)
    top = section.header.paragraphs[0]
    top.add_run().add_picture(picture or logo(), Mm(width), Mm(width / 2))
    name = section.header.add_paragraph("Ministry of Water and Supply")
    name.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    name.runs[0].bold = True
    bottom = section.footer.paragraphs[0]
    bottom.add_run("{{Reference}}\tPage ")
    _field(bottom, " PAGE ")
    bottom.add_run(" of ")
    _field(bottom, " NUMPAGES ")
    if font:
        made.styles["Normal"].font.name = font
    made.styles["Normal"].font.size = Pt(12)
    heading = made.styles["Heading 1"].font
    for style in ("Heading 1", "Heading 2", "Heading 3", "Title"):
        _own_font(made.styles[style], heading_font)
    heading.size, heading.color.rgb = Pt(18), RGBColor(0x7A, 0x12, 0x34)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()

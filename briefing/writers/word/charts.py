"""Native Word charts: drawn by Word itself from a sheet inside the document, which “Edit data” opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.writers.word.chart_data import sheet_of, workbook
from briefing.writers.word.chart_xml import WORKBOOK_ID, A, C, chart_xml
from briefing.writers.word.markup import NSMAP, R, add, legal
from briefing.writers.word.properties import moment

if TYPE_CHECKING:
    from docx.parts.document import DocumentPart

    from briefing.blocks import Chart

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_EMU = 635  # in a twentieth of a point
_ROW, _AXIS, _STRIP = 480, 1000, 2600
_HIGHEST = 12_000


@dataclass(slots=True)
class Charts:
    """Puts charts into one document. `date` is the document's own, `font` "" the theme's."""

    main: DocumentPart
    date: str
    language: str
    font: str
    _last: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        found = [node.get("id", "") for node in self.main.element.iter(f"{{{WP}}}docPr")]
        self._last = max([int(one) for one in found if one.isdecimal()] + [0])

    def put(self, paragraph: etree._Element, chart: Chart, width: int) -> None:
        """Append the chart to a paragraph, `width` twentieths of a point wide."""
        sheet = sheet_of(chart)
        relation = self._part(chart_xml(sheet, self.language, self.font), workbook(sheet, moment(self.date)))
        rows = len(sheet.labels) * (1 if sheet.stacked else 2)
        level = max(max(value or 0 for value in series.values) for series in sheet.series)
        high = _STRIP + round(level) * 240 if sheet.days else _AXIS + rows * _ROW
        self._last += 1
        drawing = add(add(paragraph, "r"), "drawing")
        inline = etree.SubElement(drawing, f"{{{WP}}}inline", nsmap=NSMAP, distT="0", distB="0", distL="0", distR="0")
        etree.SubElement(inline, f"{{{WP}}}extent", cx=str(width * _EMU), cy=str(min(high, _HIGHEST) * _EMU))
        properties = etree.SubElement(inline, f"{{{WP}}}docPr", id=str(self._last), name=f"Chart {self._last}")
        properties.set("descr", legal(chart.alt or chart.title))
        etree.SubElement(inline, f"{{{WP}}}cNvGraphicFramePr")
        graphic = etree.SubElement(inline, f"{{{A}}}graphic", nsmap={"a": A})
        data = etree.SubElement(graphic, f"{{{A}}}graphicData", uri=C)
        etree.SubElement(data, f"{{{C}}}chart", nsmap={"c": C}).set(f"{{{R}}}id", relation)

    def _part(self, drawn: bytes, sheet: bytes) -> str:
        """The chart and its workbook as parts; the relationship id of the chart."""
        package = self.main.package
        part = Part(package.next_partname("/word/charts/chart%d.xml"), _CHART_TYPE, drawn, package)
        relation: str = self.main.relate_to(part, f"{_OFFICE}/chart")
        book = PackURI(f"/word/embeddings/{part.partname.filename.removesuffix('.xml')}.xlsx")
        part.load_rel(f"{_OFFICE}/package", Part(book, _SHEET_TYPE, sheet, package), WORKBOOK_ID)
        return relation

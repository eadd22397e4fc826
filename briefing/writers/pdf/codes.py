"""Text as reportlab's fonts encode it in a document, letter by letter once, so that a line is one look-up a letter."""

from __future__ import annotations

from typing import Any

from briefing.writers.pdf.fonts import Face

_ESCAPED = {byte: chr(byte) for byte in range(0x20, 0x7F)} | {0x28: r"\(", 0x29: r"\)", 0x5C: r"\\"}


class Codes(dict[int, str]):
    """What stands between the brackets of a string operator for each letter, at one size of one face.

    A font goes into the file in parts of some 200 letters; a letter of another part than the first brings the change
    of font there and back with it.
    """

    def __init__(self, canvas: Any, face: Face, size: float) -> None:  # noqa: ANN401  (reportlab's inner document)
        from reportlab.pdfbase.pdfmetrics import getFont

        super().__init__()
        font: Any = getFont(face.name)  # types-reportlab knows only what all fonts have
        self._font, self._document = font, canvas._doc
        self._size = size
        self._font.splitString(" ", self._document)
        self.select = self._selected(0)

    def _selected(self, part: int) -> str:
        return f"{self._font.getSubsetInternalName(part, self._document)} {self._size:g} Tf"

    def __missing__(self, code: int) -> str:
        ((part, data),) = self._font.splitString(chr(code), self._document)
        made = "".join(_ESCAPED.get(byte) or f"\\{byte:03o}" for byte in data)
        if part:
            made = f") Tj {self._selected(part)} ({made}) Tj {self.select} ("
        self[code] = made
        return made

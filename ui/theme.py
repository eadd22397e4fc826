"""Light and dark colours, text size and icons.

Fusion with palettes of our own, because Qt's switch to dark does nothing on plain X11 and offscreen. All colours are
in the palette, so no widget needs a style sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from ui.settings import Appearance

ICONS = Path(__file__).with_name("icons")
Role = QPalette.ColorRole


@dataclass(frozen=True)
class Colours:
    """`muted` and `warning` are text colours; `line` is only for borders."""

    window: str
    text: str
    base: str
    alternate: str
    button: str
    muted: str
    disabled: str
    highlight: str
    highlighted_text: str
    link: str
    warning: str
    line: str
    mark: str


LIGHT = Colours(
    window="#f3f4f6",
    text="#1b1f24",
    base="#ffffff",
    alternate="#f6f7f9",
    button="#fafbfc",
    muted="#566170",
    disabled="#8b949e",
    highlight="#1f5fa8",
    highlighted_text="#ffffff",
    link="#1a5fb4",
    warning="#a4260f",
    line="#c4c9d0",
    mark="#ffe9a8",
)
DARK = Colours(
    window="#202225",
    text="#e8eaed",
    base="#17181a",
    alternate="#1d1f22",
    button="#2d2f33",
    muted="#a3abb5",
    disabled="#767c84",
    highlight="#2f6fc0",
    highlighted_text="#ffffff",
    link="#8ab4f8",
    warning="#f5a99b",
    line="#44484e",
    mark="#5c4a12",
)


def palette(colours: Colours) -> QPalette:
    """The palette: `PlaceholderText` is muted text, `BrightText` warns, `ToolTipBase` is the marker pen's colour."""
    result = QPalette(QColor(colours.button), QColor(colours.window))
    roles = {
        Role.Window: colours.window,
        Role.WindowText: colours.text,
        Role.Base: colours.base,
        Role.AlternateBase: colours.alternate,
        Role.Text: colours.text,
        Role.Button: colours.button,
        Role.ButtonText: colours.text,
        Role.ToolTipBase: colours.mark,
        Role.ToolTipText: colours.text,
        Role.PlaceholderText: colours.muted,
        Role.BrightText: colours.warning,
        Role.Highlight: colours.highlight,
        Role.HighlightedText: colours.highlighted_text,
        Role.Accent: colours.highlight,
        Role.Link: colours.link,
        Role.LinkVisited: colours.link,
        Role.Mid: colours.line,
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return result


class Theme(QObject):
    """Keeps the application in the colours and the text size that the person, or else the system, asked for."""

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance, text_size: int) -> None:
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()
        self._appearance = appearance
        self._points = app.font().pointSizeF()
        app.setStyle("Fusion")
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self.set_text_size(text_size)
        self._paint()

    @property
    def appearance(self) -> Appearance:
        return self._appearance

    @property
    def dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK

    def set_appearance(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._paint()

    def set_text_size(self, per_cent: int) -> None:
        font = self._app.font()
        font.setPointSizeF(self._points * per_cent / 100)
        self._app.setFont(font)
        self.changed.emit()

    def _on_scheme_changed(self) -> None:
        self._paint()

    def _paint(self) -> None:
        self._app.setPalette(palette(DARK if self.dark else LIGHT))
        self.changed.emit()


def icon(name: str, colours: QPalette) -> QIcon:
    """The icon of that name in `ui/icons`, drawn in the palette's text colour; greyed where it is disabled."""
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        colour = colours.color(group, Role.ButtonText).name()
        image = QImage.fromData(QByteArray(drawing.replace("#000000", colour).encode()))
        result.addPixmap(QPixmap.fromImage(image), mode)
    return result


def contrast(one: str, other: str) -> float:
    """The WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, "relative luminance")."""
    value = QColor(colour)
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value.redF(), value.greenF(), value.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

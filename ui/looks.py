"""The person's wishes for colours, text size and language: remembered, and applied at once but for the language."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.settings import TEXT_SIZES, Appearance, Language, Settings
from ui.theme import Theme


class Looks(QObject):
    """One slot for each wish."""

    told = Signal(str)

    def __init__(self, theme: Theme, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings

    def system_colours(self) -> None:
        self._colours(Appearance.SYSTEM)

    def light_colours(self) -> None:
        self._colours(Appearance.LIGHT)

    def dark_colours(self) -> None:
        self._colours(Appearance.DARK)

    def larger_text(self) -> None:
        self._text_size(TEXT_SIZES.index(self._settings.text_size) + 1)

    def smaller_text(self) -> None:
        self._text_size(TEXT_SIZES.index(self._settings.text_size) - 1)

    def normal_text(self) -> None:
        self._text_size(TEXT_SIZES.index(100))

    def system_language(self) -> None:
        self._language(Language.SYSTEM)

    def english(self) -> None:
        self._language(Language.ENGLISH)

    def german(self) -> None:
        self._language(Language.GERMAN)

    def _language(self, language: Language) -> None:
        if language is not self._settings.language:
            self._settings.language = language
            self.told.emit(self.tr("The language changes when the program is started again."))

    def _colours(self, appearance: Appearance) -> None:
        self._settings.appearance = appearance
        self._theme.set_appearance(appearance)

    def _text_size(self, number: int) -> None:
        size = TEXT_SIZES[max(0, min(number, len(TEXT_SIZES) - 1))]
        self._settings.text_size = size
        self._theme.set_text_size(size)

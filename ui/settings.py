"""What the window remembers from one day to the next."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 8
TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """The value is the language's tag; "" follows the system."""

    SYSTEM = ""
    ENGLISH = "en-GB"
    GERMAN = "de-DE"


class Settings:
    """Typed access to the settings file; what is missing or damaged there falls back to a sensible value."""

    def __init__(self, path: Path) -> None:
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def geometry(self) -> QByteArray:
        return self._bytes("window/geometry")

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("window/geometry", value)

    @property
    def layout(self) -> QByteArray:
        """How the window's width is shared out."""
        return self._bytes("window/layout")

    @layout.setter
    def layout(self, value: QByteArray) -> None:
        self._file.setValue("window/layout", value)

    @property
    def appearance(self) -> Appearance:
        text = self._text("view/appearance")
        return Appearance(text) if text in list(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._file.setValue("view/appearance", str(value))

    @property
    def language(self) -> Language:
        text = self._text("view/language")
        return Language(text) if text in list(Language) else Language.SYSTEM

    @language.setter
    def language(self, value: Language) -> None:
        self._file.setValue("view/language", str(value))

    @property
    def text_size(self) -> int:
        """In per cent of the system's."""
        text = self._text("view/text_size")
        return int(text) if text.isdecimal() and int(text) in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._file.setValue("view/text_size", str(value))

    @property
    def template(self) -> str:
        return self._text("briefing/template")

    @template.setter
    def template(self, value: str) -> None:
        self._file.setValue("briefing/template", value)

    @property
    def folder(self) -> str:
        """Where the last file was opened or saved."""
        return self._text("files/folder")

    @folder.setter
    def folder(self, value: str) -> None:
        self._file.setValue("files/folder", value)

    @property
    def recent(self) -> tuple[str, ...]:
        """Files and folders opened last, newest first."""
        return self._list("files/recent")

    @property
    def projects(self) -> tuple[str, ...]:
        """Projects opened last, newest first."""
        return self._list("files/projects")

    def remember_project(self, path: str) -> None:
        self._file.setValue("files/projects", list(dict.fromkeys([path, *self.projects]))[:MOST_RECENT])

    def remember(self, paths: tuple[str, ...]) -> None:
        """Put these in front of the recent files."""
        entries = list(dict.fromkeys([*paths, *self.recent]))[:MOST_RECENT]
        self._file.setValue("files/recent", entries)

    def forget_recent(self) -> None:
        self._file.remove("files/recent")
        self._file.remove("files/projects")

    def save(self) -> None:
        self._file.sync()

    def _bytes(self, key: str) -> QByteArray:
        value = self._file.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def _list(self, key: str) -> tuple[str, ...]:
        value = self._file.value(key, [])
        entries = [value] if isinstance(value, str) else value
        return tuple(str(entry) for entry in entries) if isinstance(entries, list) else ()

    def _text(self, key: str) -> str:
        value = self._file.value(key)
        return value if isinstance(value, str) else ""

"""The window's language: the system's, unless the person wants another; Qt's own texts along with ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.settings import Language

FOLDER = Path(__file__).with_name("translations")


def speak(app: QCoreApplication, wanted: Language) -> None:
    """Load the translations, before any text is made; English needs none.

    What the engine says (errors, progress, the headings of shipped templates) is in English so far.
    """
    if wanted is not Language.SYSTEM:
        QLocale.setDefault(QLocale(wanted.value))
    locale = QLocale()
    if locale.language() == QLocale.Language.English:
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("briefing", str(FOLDER))):
        translator = QTranslator(app)
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)

"""Where the program keeps its own files. The one door to appdirs."""

from __future__ import annotations

from pathlib import Path

import appdirs

NAME = "briefing"


def settings_file() -> Path:
    return Path(appdirs.user_config_dir(NAME, appauthor=False)) / "window.ini"


def recovery_folder() -> Path:
    """Work that has no name yet."""
    return data_folder() / "recovery"


def templates_folder() -> Path:
    return data_folder() / "templates"


def data_folder() -> Path:
    """The person's own templates and drafts."""
    return Path(appdirs.user_data_dir(NAME, appauthor=False))

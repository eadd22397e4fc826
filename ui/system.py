"""What the operating system has to have before Qt can open a window, told in a sentence when it has not."""

from __future__ import annotations

import ctypes
import os
import sys
from importlib.util import find_spec
from pathlib import Path

# Found in an empty Debian 12: QtGui needs the first line even without a screen; the second is for X11.
DEBIAN_PACKAGES = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)


def missing() -> str:
    """Why no window can be opened here, or ""."""
    if find_spec("PySide6") is None:
        return "The window needs PySide6-Essentials, which is not installed. The command line works without it."
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return _sentence(str(error))
    return _without_screen() or _without_x11_library()


def _without_screen() -> str:
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set)."


def _without_x11_library() -> str:
    """Qt would end the whole program over a missing X11 library, and name the wrong one."""
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb")
    if sys.platform != "linux" or not platform.startswith("xcb") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    import PySide6

    plugin = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if plugin.exists():
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            return _sentence(str(error))
    return ""


def _sentence(reason: str) -> str:
    library = reason.partition(":")[0].strip()
    return (
        f"The window cannot be opened, because the system library {library} is missing or unusable ({reason}).\n"
        f"On Debian and Ubuntu this installs all that is needed:\n"
        f"  sudo apt-get install {DEBIAN_PACKAGES}\n"
        f"The command line (briefing build, analyse, ...) works without."
    )

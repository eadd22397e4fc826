"""Sets the interpreter up for a window: quick turns of its threads, and Python 3.11 alive under PySide6 6.12.0."""

from __future__ import annotations

import ctypes
import sys

ENOUGH = 1 << 40
TURN_SECONDS = 0.001


def take_turns() -> None:
    """Let the window's thread have the interpreter back after a millisecond, while another unpacks a large result.

    With Python's own 5 ms the frames of that time are up to 87 ms apart (tests/benchmarks/window_frames.py).
    """
    sys.setswitchinterval(TURN_SECONDS)


def steady() -> None:
    """Make None, True and False immortal, as they are from Python 3.12 on (PEP 683).

    PySide6 6.12.0 counts on that: it gives a reference to None away with every call that returns nothing (measured:
    `sys.getrefcount(None)` falls by one per `QWidget.setToolTip`), so that Python 3.11 ends with "none_dealloc" after
    some thousand calls. A head start in the count makes good for it: at a million calls a second, for twelve days.
    """
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(constant))  # ob_refcnt is the first field of every object
        if count.value < ENOUGH:
            count.value += ENOUGH

"""Drives the window as a screen reader does, through AT-SPI: from the example to an exported file.

    python packaging/a11y_drive.py

Starts an X server of its own (Xvfb), a message bus (dbus-run-session) and the window, then runs this file once more
with the system's Python, which has pyatspi. Needs xvfb, xauth, dbus, at-spi2-core, python3-pyatspi. Exit status 0
where the whole way worked; what was done is printed step by step.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
WAIT_SECONDS = 20
DRIVE, INSIDE = "--drive", "--inside"


def main(arguments: list[str]) -> int:
    if DRIVE in arguments:
        return drive(Path(arguments[-1]))
    if INSIDE in arguments:
        return inside()
    wanted = ("xvfb-run", "dbus-run-session", LAUNCHER)
    missing = [name for name in wanted if shutil.which(name) is None]
    if missing:
        print(f"not there: {', '.join(missing)}; apt-get install xvfb xauth dbus at-spi2-core python3-pyatspi")
        return 2
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "dbus-run-session", "--", sys.executable, __file__]
    return subprocess.run([*command, INSIDE], check=False).returncode


def inside() -> int:
    """On the X server and the bus: the window, and the driver beside it."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "LC_ALL": "C.UTF-8",
        }
        launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=environment, stderr=subprocess.DEVNULL)
        time.sleep(1)
        window = subprocess.Popen([sys.executable, "-m", "ui.app"], env=environment)
        try:
            driver = [SYSTEM_PYTHON, __file__, DRIVE, home]
            return subprocess.run(driver, env=environment, check=False, timeout=180).returncode
        finally:
            for process in (window, launcher):
                process.terminate()
                process.wait(10)


def drive(home: Path) -> int:
    """The whole way, by names and roles only."""
    import pyatspi
    from gi.repository import GLib

    def applications() -> list[object]:
        desktop = pyatspi.Registry.getDesktop(0)
        return [entry for entry in desktop if entry and entry.name in ("briefing", "Briefing Desk")]

    app = wait(lambda: next(iter(applications()), None), "the window on the bus")

    def find(name: str, *roles: str) -> object:
        def fits(node: object) -> bool:
            return node.name == name and (not roles or node.getRoleName() in roles)

        return wait(lambda: pyatspi.findDescendant(app, fits), f"“{name}”")

    def press(name: str, *roles: str) -> None:
        wait_enabled(find(name, *roles), name)
        action = find(name, *roles).queryAction()
        done = {action.getName(number).lower(): number for number in range(action.nActions)}
        number = next((done[known] for known in ("press", "click") if known in done), 0)
        with contextlib.suppress(GLib.GError):  # what opens a dialog answers when that is closed
            action.doAction(number)
        print(f"pressed “{name}”")

    def wait_enabled(node: object, name: str) -> None:
        wait(lambda: node.getState().contains(pyatspi.STATE_ENABLED), f"“{name}” to be enabled")

    def choose_tab(name: str) -> None:
        tab = find(name, "page tab")
        parent = tab.parent
        parent.querySelection().selectChild(tab.getIndexInParent())
        print(f"chose the tab “{name}”")

    press("Try the example", "push button", "button")
    documents = find("Documents", "list")
    wait(lambda: documents.childCount >= 7, "seven documents")
    print("documents:", [documents[number].name.partition(".")[0] for number in range(3)], "…")
    choose_tab("Key figures")
    table = find("Key figures", "table")
    wait(lambda: table.childCount > 0, "figures")
    cell = table.queryTable().getAccessibleAt(0, 1)
    print(f"first figure: “{cell.name}”")
    table.querySelection().selectChild(cell.getIndexInParent())
    choose_tab("Summary")
    summary = find("Summary", "list")
    wait(lambda: summary.childCount > 0, "a summary")
    first = summary[0]
    first.queryComponent().grabFocus()
    summary.querySelection().selectChild(0)
    press("Pin", "push button", "button")
    wait(lambda: "pinned" in summary[0].name, "the first line to be pinned")
    print(f"pinned: “{summary[0].name[:60]}…”")
    title = find("Title", "text", "entry")
    title.queryEditableText().setTextContents("Low water")
    wait(lambda: title.queryText().getText(0, -1) == "Low water", "the title")
    print("typed the title")
    press("Export Word", "push button", "button")
    target = home / "spoken.docx"
    field = wait(lambda: pyatspi.findDescendant(app, is_file_name), "a file dialog")
    field.queryEditableText().setTextContents(str(target))
    press("Save", "push button", "button")
    wait(target.exists, "the Word file")
    print(f"exported {target.stat().st_size:,} bytes")
    return 0


def is_file_name(node: object) -> bool:
    """The field of a dialog for the file's name."""
    if node.getRoleName() != "text":
        return False
    while node is not None:
        if node.getRoleName() in ("dialog", "file chooser"):
            return True
        node = node.parent
    return False


def wait(condition: Callable[[], object], what: str) -> object:
    """What the condition gives as soon as it gives something."""
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        try:
            found = condition()
        except (LookupError, RuntimeError, NotImplementedError):
            found = None  # a node that was just rebuilt
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"no sign of {what}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

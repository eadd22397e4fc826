"""Drives the real window by keyboard and mouse (xdotool) on an X server of its own, with pictures of each step.

    python packaging/hand_drive.py [FOLDER]     # the pictures go there (default: a temporary folder)

Needs xvfb, xauth, dbus, openbox, xdotool and ImageMagick's `import`. Exit status 0 where the Word file, the PDF and the
project that were asked for are on the disk.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INSIDE = "--inside"
NEEDED = ("xvfb-run", "dbus-run-session", "openbox", "xdotool", "import")
WAIT_SECONDS = 30
SIZE = (1280, 800)


class Hand:
    """Keys, clicks and pictures."""

    def __init__(self, pictures: Path) -> None:
        self._pictures = pictures
        self._number = 0

    def keys(self, *names: str) -> None:
        for name in names:
            tool("key", "--clearmodifiers", name)
            time.sleep(0.4)

    def type(self, text: str) -> None:
        tool("type", "--delay", "15", text)
        time.sleep(0.4)

    def click(self, x: int, y: int) -> None:
        tool("mousemove", str(x), str(y), "click", "1")
        time.sleep(0.6)

    def picture(self, name: str) -> None:
        self._number += 1
        path = self._pictures / f"{self._number:02} {name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True)
        print(path.name)


def tool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def main(arguments: list[str]) -> int:
    if INSIDE in arguments:
        return inside(Path(arguments[-1]))
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"not there: {', '.join(missing)}; apt-get install xvfb xauth dbus openbox xdotool imagemagick")
        return 2
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp()).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    server = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    return subprocess.run([*server, sys.executable, __file__, INSIDE, str(folder)], check=False).returncode


def inside(pictures: Path) -> int:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"), home),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "LC_ALL": "C.UTF-8",
        }
        manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        window = subprocess.Popen([sys.executable, "-m", "ui.app"], env=environment)
        try:
            return work(Hand(pictures), Path(home))
        finally:
            for process in (window, manager):
                process.terminate()
                process.wait(10)


def work(hand: Hand, home: Path) -> int:
    """The whole loop: example, evidence, decisions, request, Word, PDF, print preview, project, undo."""
    found = tool("search", "--sync", "--onlyvisible", "--name", "Briefing Desk").splitlines()[0]
    tool("windowactivate", "--sync", found)
    tool("windowsize", "--sync", found, *map(str, SIZE))
    tool("windowmove", found, "0", "0")
    time.sleep(1)
    hand.picture("welcome")
    hand.keys("alt+f", "t")
    time.sleep(9)
    hand.picture("summary")
    hand.click(560, 230)
    hand.picture("a line in its place")
    hand.keys("ctrl+k", "Down", "ctrl+d", "ctrl+z")
    hand.picture("pinned")
    hand.keys("F2")
    hand.keys("ctrl+a")
    hand.type("In our own words.")
    hand.keys("Tab", "Tab", "Tab", "Return")
    hand.picture("reworded")
    hand.keys("Escape")
    wanted = []
    for key, name in (
        ("ctrl+e", "by-hand.docx"),
        ("ctrl+shift+e", "by-hand.pdf"),
        ("ctrl+shift+s", "by-hand.briefing"),
    ):
        hand.keys(key)
        time.sleep(1)
        hand.keys("ctrl+a")
        hand.type(str(home / name))
        hand.keys("Return")
        wanted.append(home / name)
        wait_for(home / name)
        hand.picture(f"after {name}")
    hand.keys("ctrl+p")
    time.sleep(5)
    hand.picture("print preview")
    hand.keys("Escape")
    for path in wanted:
        print(f"{path.name}: {f'{path.stat().st_size:,} bytes' if path.exists() else 'NOT THERE'}")
    return 0 if all(path.exists() for path in wanted) else 1


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + WAIT_SECONDS
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.2)
    time.sleep(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

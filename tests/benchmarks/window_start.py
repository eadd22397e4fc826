"""How long the window takes to its first paint, beside a bare PySide6 window.

    python tests/benchmarks/window_start.py [ROUNDS]

Both are started in turns, each in a process of its own, and timed from before the process is made to the end of the
first paint. The bar: at most 2.0 times the bare window (medians). Exit status 1 where it is missed.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BAR = 2.0
ROUNDS = 15

WATCH = """
import os, sys, time
from PySide6.QtCore import QTimer

def tell():
    print(time.monotonic(), flush=True)
    os._exit(0)

def watched(base):
    class Watched(base):
        def paintEvent(self, event):
            super().paintEvent(event)
            QTimer.singleShot(0, tell)  # the children are painted after their window
    return Watched
"""
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = watched(QMainWindow)()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
from ui import app, main_window
main_window.MainWindow = watched(main_window.MainWindow)
app.main([])
"""


def seconds(script: str, home: str) -> float:
    """From before the process is made to the end of its first paint."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": str(ROOT),
        **dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME"), home),
    }
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", WATCH + script], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout) - start


def main(rounds: int) -> int:
    times: dict[str, list[float]] = {BARE: [], OURS: []}
    with tempfile.TemporaryDirectory() as home:
        for script in times:
            seconds(script, home)  # not counted: fills the caches of files
        for _ in range(rounds):
            for script, taken in times.items():
                taken.append(seconds(script, home))
    bare, ours = (statistics.median(taken) for taken in times.values())
    quickest = min(times[OURS]) / min(times[BARE])
    print(f"bare window {bare * 1000:.0f} ms, Briefing Desk {ours * 1000:.0f} ms: {ours / bare:.2f} times")
    print(f"the quickest of {rounds}: {quickest:.2f} times; the bar is {BAR:.1f} times")
    return 0 if ours / bare <= BAR else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))

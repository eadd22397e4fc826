"""How evenly the window draws while the worker reads and analyses 200 documents, up to the evidence on the screen.

    python tests/benchmarks/window_frames.py [DOCUMENTS]

The window is asked for a frame every 16 ms; the gaps between the frames that it draws are measured. The bar: at most
50 ms at the 99th percentile, never over 150 ms. Exit status 1 where it is missed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.main_window import MainWindow
from ui.settings import Appearance, Settings
from ui.tasks import Tasks
from ui.theme import Theme

DOCUMENTS = 200
PARAGRAPHS = 60
FRAME_MS = 16
BAR_P99_MS, BAR_MAX_MS = 50, 150
PLACES = ("Varna", "Galați", "Ruse", "Tulcea", "Vidin", "Silistra", "Brăila")
SENTENCES = (
    "The ministry said on {day} October 2026 that {count:,} households near {place} had lost power.",
    "Germany sent {count} engineers and ${day}.5 million in aid, according to the Red Cross.",
    "“We will rebuild {count} homes in {place},” the mayor, Ivan Kolev, told reporters.",
    "The river authority reported that the level at {place} had fallen to {day} centimetres.",
    "Nobody in the district expected the repairs to be over before the winter, officials added.",
)


class Beat(QWidget):
    """Something in the window that is drawn with every frame, and notes when."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setGeometry(0, 0, 2, 2)
        self.show()
        self._window = window
        self._clock = QElapsedTimer()
        self._clock.start()
        self.drawn: list[int] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(FRAME_MS)

    def stop(self) -> None:
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        self.drawn.append(self._clock.nsecsElapsed())

    def _on_timeout(self) -> None:
        self._window.evidence.update()
        self.repaint()

    def gaps(self) -> list[float]:
        """Milliseconds between one frame and the next."""
        return [(later - earlier) / 1e6 for earlier, later in zip(self.drawn, self.drawn[1:], strict=False)]


def write(folder: Path, documents: int) -> None:
    for number in range(documents):
        lines = [
            SENTENCES[(number + line) % len(SENTENCES)].format(
                day=1 + (number + line) % 28, count=100 + number * 7 + line, place=PLACES[(number * 3 + line) % 7]
            )
            for line in range(PARAGRAPHS)
        ]
        (folder / f"report {number:03}.txt").write_text("\n\n".join([f"Report {number}", *lines]), encoding="utf-8")


def main(documents: int) -> int:
    app = QApplication([sys.argv[0]])
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder) / "papers"
        papers.mkdir()
        write(papers, documents)
        tasks = Tasks()
        window = MainWindow(tasks, Settings(Path(folder) / "window.ini"), Theme(app, Appearance.LIGHT, 100))
        window.show()
        window.furnish()
        pump(lambda: window.request.template.count() > 0)
        pump_for(1)  # the window has settled
        beat = Beat(window)
        start = time.monotonic()
        window.open_paths((str(papers),))
        pump(lambda: window.session.matter.analysis is not None)
        taken = time.monotonic() - start
        pump_for(1)  # the first second with the evidence there
        beat.stop()
        gaps = sorted(beat.gaps())
        window.close_at_once()
    p99, worst = gaps[int(len(gaps) * 0.99)], gaps[-1]
    print(f"{documents} documents in {taken:.1f} s, {len(gaps)} frames, median gap {gaps[len(gaps) // 2]:.0f} ms")
    print(f"99th percentile {p99:.0f} ms (bar {BAR_P99_MS}), largest {worst:.0f} ms (bar {BAR_MAX_MS})")
    print("the five largest:", ", ".join(f"{gap:.0f}" for gap in gaps[-5:]))
    return 0 if p99 <= BAR_P99_MS and worst <= BAR_MAX_MS else 1


def pump(condition: Callable[[], bool]) -> None:
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def pump_for(seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS))

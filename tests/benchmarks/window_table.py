"""How long the frames are while a table of 10,000 key figures is scrolled from top to bottom.

    python tests/benchmarks/window_table.py [FIGURES]

Every step of the scroll bar is drawn at once, and timed with all that Qt does for it. The bar: no frame over 50 ms.
Exit status 1 where it is missed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QTableView

from briefing.model import (
    ActorEvidence,
    Analysis,
    Figure,
    Modifier,
    Originator,
    Passage,
    PassageKind,
    Source,
    Span,
    Status,
)
from ui.main_window import MainWindow
from ui.session import Matter
from ui.settings import Appearance, Settings
from ui.tasks import Tasks
from ui.theme import Theme

FIGURES = 10_000
BAR_MS = 50
LINE = "The Red Cross said about {0:,} people in the district had left their homes.\n\n"


def analysis(count: int) -> Analysis:
    """So many figures, each in a paragraph of its own."""
    lines = [LINE.format(1_000 + number) for number in range(count)]
    text, figures, passages, start = "".join(lines), [], [], 0
    for number, line in enumerate(lines):
        sentence = Span(start, start + len(line.rstrip()))
        value = f"{1_000 + number:,}"
        place = start + line.index(value)
        passages.append(Passage(number + 1, PassageKind.PARAGRAPH, sentence))
        figures.append(
            Figure(
                id=f"f{number}",
                source="s",
                span=Span(place, place + len(value)),
                text=value,
                low=Decimal(1_000 + number),
                high=Decimal(1_000 + number),
                unit="",
                counted="people in the district",
                modifier=Modifier.ABOUT,
                status=list(Status)[number % len(Status)],
                actor=None,
                actor_evidence=ActorEvidence.NONE,
                originator=Originator("The Red Cross"),
                as_of="2026-10-12",
                date_text="",
                sentence=sentence,
                passage=number + 1,
            )
        )
        start += len(line)
    source = Source("s", "long.txt", "long.txt", "", "text/plain", text, tuple(passages))
    return Analysis((source,), (), figures=tuple(figures))


def scroll(table: QTableView) -> list[float]:
    """Milliseconds of each frame: by the wheel's three rows, then by pages, then by jumps to far places."""
    bar = table.verticalScrollBar()
    row = table.verticalHeader().defaultSectionSize()
    places = [*range(0, 400 * 3 * row, 3 * row), *range(400 * 3 * row, bar.maximum(), bar.pageStep())]
    places += [bar.maximum() * step // 50 for step in range(50, -1, -1)]
    frames = []
    for place in places:
        start = time.perf_counter()
        bar.setValue(place)
        table.viewport().repaint()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        frames.append((time.perf_counter() - start) * 1000)
    return frames


def main(count: int) -> int:
    app = QApplication([sys.argv[0]])
    with tempfile.TemporaryDirectory() as folder:
        tasks = Tasks()
        window = MainWindow(tasks, Settings(Path(folder) / "window.ini"), Theme(app, Appearance.LIGHT, 100))
        window.show()
        window.furnish()
        pump(lambda: window.request.template.count() > 0)
        found = analysis(count)
        window.session.put(Matter(number=1, sources=found.sources, analysis=found))
        page = window.evidence.page("Key figures")
        window.evidence.setCurrentWidget(page)
        pump(page.view.isVisible)
        settled = time.monotonic() + 1
        pump(lambda: time.monotonic() > settled)
        table = page.view
        assert isinstance(table, QTableView)
        frames = sorted(scroll(table))
        start = time.perf_counter()
        table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
        sorting = (time.perf_counter() - start) * 1000
        window.close()
    p99, worst = frames[int(len(frames) * 0.99)], frames[-1]
    print(f"{count:,} figures, {len(frames)} frames, median {frames[len(frames) // 2]:.1f} ms")
    print("the five longest:", ", ".join(f"{frame:.0f}" for frame in frames[-5:]))
    print(f"99th percentile {p99:.0f} ms, longest {worst:.0f} ms (bar {BAR_MS}); sorting by value {sorting:.0f} ms")
    return 0 if worst <= BAR_MS else 1


def pump(condition: Callable[[], bool]) -> None:
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else FIGURES))

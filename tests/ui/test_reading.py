"""The reader and the preview: find, choose words by hand, go from a citation to its passage."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import citing, examples, pipeline
from briefing.deciding import by_hand
from briefing.model import Span
from ui.acts import Act
from ui.main_window import MainWindow
from ui.panels.finding import places_of
from ui.panels.preview import page_areas
from ui.panels.reader import Positions
from ui.protocol import Spot

Until = Callable[[Callable[[], bool]], None]


@given(st.text(max_size=60), st.integers(0, 60))
def test_a_selection_is_the_characters_it_was_made_of(text: str, point: int) -> None:
    positions = Positions(text)
    at = min(point, len(text))
    assert positions.back(positions.of(at)) == at


@given(st.text("ab \n\t.*", max_size=30), st.text("abAB .*", max_size=4))
def test_what_is_found_is_what_was_sought(text: str, words: str) -> None:
    for span in places_of(words, text):
        assert span.cut(text).split() != []
        assert [part.casefold() for part in span.cut(text).split()] == words.casefold().split()


def test_words_are_found_over_line_breaks_and_nothing_is_a_pattern() -> None:
    assert [span.start for span in places_of("the  River", "The\nriver and the river")] == [0, 14]
    assert places_of(".*", "abc") == ()
    assert places_of("  ", "abc") == ()
    assert len(places_of("a", "a" * 100_000)) == 2000


@pytest.fixture
def reading(loaded: MainWindow) -> MainWindow:
    loaded.sources.list.setCurrentIndex(loaded.sources.list.model().index(0, 0))
    return loaded


def test_find_goes_from_place_to_place(reading: MainWindow) -> None:
    reading.right.setCurrentWidget(reading.preview)
    reading.actions_table[Act.SEARCH].trigger()
    assert reading.right.currentWidget() is reading.reader
    bar = reading.reader.finding
    QTest.keyClicks(bar.line, "line")
    assert bar.count.text() == "1 of 2"
    assert reading.reader.text.textCursor().selectedText() == "line"
    first = reading.reader.text.textCursor().position()
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 2"
    assert reading.reader.text.textCursor().position() > first
    QTest.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 2"
    QTest.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 2"
    reading.sources.list.setCurrentIndex(reading.sources.list.model().index(1, 0))
    assert bar.count.text() == "0 of 1"
    bar.line.setText("nowhere")
    assert bar.count.text() == "0 of 0"
    QTest.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_words_chosen_by_hand_become_a_cited_line(reading: MainWindow, until: Until) -> None:
    source = reading.reader.source
    assert source is not None
    start = source.text.index("Transport minister Elena Petrova")
    reading.reader.select(Span(start, start + len("Transport minister Elena Petrova ")))
    reading.actions_table[Act.PICK].trigger()
    (line,) = reading.session.matter.decisions.pinned
    page = reading.evidence.page("Summary")
    row = next(row for row in page.model.rows if row.id == line)
    assert row.text == "Transport minister Elena Petrova"
    analysis = reading.session.matter.analysis
    assert analysis is not None
    (own,) = by_hand(analysis, reading.session.matter.decisions)
    assert own.text == "Transport minister Elena Petrova"
    reading.right.setCurrentWidget(reading.preview)
    until(lambda: reading.preview.document is not None and reading.preview.document.pageCount() > 0)
    text = " ".join(reading.preview.document.getAllText(0).text().split())
    assert "Transport minister Elena Petrova [" in text
    reading.actions_table[Act.UNDO].trigger()
    assert reading.session.matter.decisions.pinned == ()
    reading.reader.select(Span(0, 0))
    reading.actions_table[Act.PICK].trigger()
    assert "Select some words" in reading.statusBar().currentMessage()


def test_every_citation_has_its_place_on_the_page() -> None:
    analysis = pipeline.analyse(pipeline.read_sources([str(path) for path in examples.paths()[:2]]).sources)
    briefing = pipeline.compose(analysis, "situation-report")
    drawn = citing.drawn(briefing)
    ledger = pipeline.lay_out(briefing).ledger
    assert drawn.pdf == pipeline.render(briefing, ".pdf")
    assert [(spot.source, spot.span) for spot in drawn.spots] == [
        (entry.source, Span(entry.start, entry.end)) for entry in ledger
    ]
    assert all(0 <= spot.left < spot.right and 0 <= spot.top < spot.bottom for spot in drawn.spots)


def click(view: QPdfView, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, held in ((QEvent.Type.MouseButtonPress, left), (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton)):
        everywhere = QPointF(view.viewport().mapToGlobal(place.toPoint()))
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, place, everywhere, left, held, none))


def on_screen(view: QPdfView, window: MainWindow, spot: Spot) -> QPointF:
    document = window.preview.document
    assert document is not None
    area = page_areas(view, document)[spot.page]
    scale = area.width() / document.pagePointSize(spot.page).width()
    return area.topLeft() + QPointF((spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2) * scale


def test_a_click_on_a_citation_lights_the_passage(loaded: MainWindow, until: Until) -> None:
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: bool(loaded.preview._spots))
    (view,) = loaded.preview.findChildren(QPdfView)
    for spot in loaded.preview._spots[:6]:
        loaded.right.setCurrentWidget(loaded.preview)
        view.verticalScrollBar().setValue(0)
        place = on_screen(view, loaded, spot)
        view.verticalScrollBar().setValue(round(place.y()) - 100)
        click(view, on_screen(view, loaded, spot))
        assert loaded.right.currentWidget() is loaded.reader
        assert loaded.reader.source is not None
        assert loaded.reader.source.id == spot.source
        assert loaded.reader.lit == spot.span.cut(loaded.reader.source.text)


def test_our_pages_are_where_the_view_draws_them(loaded: MainWindow, until: Until, qtbot: QtBot) -> None:
    """The page's white begins and ends where we believe it does."""
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: bool(loaded.preview._spots))
    (view,) = loaded.preview.findChildren(QPdfView)
    document = loaded.preview.document
    assert document is not None
    for scroll in (0, 37):
        view.verticalScrollBar().setValue(scroll)
        area = page_areas(view, document)[0]
        inside = (area.topLeft() + QPointF(3, 6 + scroll), QPointF(area.right() - 4, area.top() + scroll + 6))
        qtbot.waitUntil(lambda inside=inside: all(is_white(view, place) for place in inside), timeout=5000)
        outside = QPointF(area.left() - 3, area.top() + scroll + 40)
        assert not is_white(view, outside)
        bottom = QPointF(area.center().x(), area.bottom() + 1.5)
        if bottom.y() < view.viewport().height():
            assert not is_white(view, bottom)


def is_white(view: QPdfView, place: QPointF) -> bool:
    picture = view.viewport().grab().toImage()
    return picture.pixelColor(place.toPoint()).lightness() > 250


def test_a_reader_that_hangs_is_stopped_and_nothing_is_lost(
    loaded: MainWindow, documents: tuple[str, ...], tmp_path: Path, until: Until
) -> None:
    """A worker that is stopped dead does not even notice that it is asked to end."""
    before = loaded.session.matter
    worker = loaded._tasks.generation
    os.kill(worker_of(loaded), signal.SIGSTOP)
    loaded.open_paths((str(documents[0]),))
    until(lambda: loaded._tasks.running is not None)
    loaded.actions_table[Act.CANCEL].trigger()
    until(lambda: loaded._tasks.generation == worker + 1)
    assert loaded.session.matter == before
    loaded.output.export_to(str(tmp_path / "after.docx"))
    until((tmp_path / "after.docx").exists)


def worker_of(window: MainWindow) -> int:
    life = window._tasks._life
    assert life is not None
    pid = life.process.pid
    assert pid is not None
    return pid

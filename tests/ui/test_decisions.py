"""Decisions about evidence and actors, as a person takes them in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog

from briefing.deciding import arranged
from briefing.model import Decisions
from ui import session as steps
from ui.acts import Act
from ui.dialogs.wording import WordingDialog
from ui.main_window import MainWindow
from ui.panels.evidence import EvidencePage

Until = Callable[[Callable[[], bool]], None]


def to_front(window: MainWindow, name: str) -> EvidencePage:
    page = window.evidence.page(name)
    window.evidence.setCurrentWidget(page)
    return page


def preview(window: MainWindow) -> str:
    document = window.preview.document
    if document is None:
        return ""
    return "\n".join(document.getAllText(number).text() for number in range(document.pageCount()))


def actor(window: MainWindow, name: str) -> str:
    shown = window.session.shown
    assert shown is not None
    return next(found.id for found in shown.actors if found.name == name)


PLACES = st.tuples(st.integers(0, 7), st.integers(0, 7))


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, unique=True), st.lists(PLACES, max_size=8))
def test_moving_a_row_moves_that_row_and_no_other(rows: list[str], moves: list[tuple[int, int]]) -> None:
    decisions = Decisions(order=("x", "y"))
    shown: Sequence[str] = rows
    for one, other in moves:
        wanted = list(shown)
        start, end = one % len(rows), other % len(rows)
        wanted.insert(end, wanted.pop(start))
        decisions = steps.moved(decisions, shown, start, end)
        shown = arranged(rows, str, decisions.order)
        assert list(shown) == wanted
    assert [row for row in decisions.order if row in "xy"] == ["x", "y"]


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8))
def test_an_actor_is_never_counted_as_itself(merges: list[tuple[str, str]]) -> None:
    decisions = Decisions()
    for one, into in merges:
        decisions = steps.merged(decisions, (one,), into)
        assert into not in dict(decisions.merged)
        assert all(actor != other for actor, other in decisions.merged)


def test_a_figure_is_corrected_with_a_note(loaded: MainWindow, until: Until) -> None:
    page = to_front(loaded, "Key figures")
    row = next(row for row in page.model.rows if "1,200" in row.cells[1])
    page.choose(row.id)
    loaded.actions_table[Act.REWORD].trigger()
    (dialog,) = loaded.findChildren(WordingDialog)
    assert dialog.text.toPlainText() == "1,200"
    dialog.text.setPlainText("1,250")
    dialog.note.setText("The ministry corrected itself on 13 October.")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    number = next(number for number, own in enumerate(page.model.rows) if own.id == row.id)
    assert page.model.index(number, 1).data() == "1,250 (source: 1,200)"
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: "1,250" in preview(loaded))
    text = " ".join(preview(loaded).split())
    assert "corrected; source: 1,200" in text
    assert "corrected itself" in text
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.decisions == Decisions()


def test_rows_are_moved_and_stay_moved(loaded: MainWindow) -> None:
    page = to_front(loaded, "Statements")
    before = list(page.model.ids())
    page.choose(before[1])
    loaded.actions_table[Act.MOVE_UP].trigger()
    assert list(page.model.ids()) == [before[1], before[0], *before[2:]]
    assert [row.id for row in page.chosen()] == [before[1]]
    loaded.actions_table[Act.MOVE_UP].trigger()  # it is at the top
    loaded.actions_table[Act.MOVE_DOWN].trigger()
    assert list(page.model.ids()) == before
    loaded.actions_table[Act.UNDO].trigger()
    loaded.actions_table[Act.UNDO].trigger()
    assert loaded.session.matter.decisions == Decisions()


def test_an_actor_is_renamed_everywhere(loaded: MainWindow, until: Until) -> None:
    page = to_front(loaded, "Actors")
    page.choose(actor(loaded, "Bulgaria"))
    loaded.actions_table[Act.RENAME].trigger()
    (dialog,) = loaded.findChildren(QInputDialog)
    assert dialog.textValue() == "Bulgaria"
    dialog.setTextValue("Republic of Bulgaria")
    dialog.accept()
    assert "Republic of Bulgaria" in [row.cells[0] for row in page.model.rows]
    figures = [row.cells[0] for row in loaded.evidence.page("Key figures").model.rows]
    assert "Republic of Bulgaria" in figures
    assert "Bulgaria" not in figures
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: "Republic of Bulgaria" in preview(loaded))
    loaded.actions_table[Act.UNDO].trigger()
    assert "Bulgaria" in [row.cells[0] for row in page.model.rows]


def test_two_actors_are_merged_and_split(loaded: MainWindow) -> None:
    page = to_front(loaded, "Actors")
    count = len(page.model.rows)
    bulgaria, red_cross = actor(loaded, "Bulgaria"), actor(loaded, "Red Cross")
    page.choose(red_cross)
    loaded.actions_table[Act.MERGE].trigger()
    dialog = loaded.findChildren(QInputDialog)[-1]
    assert "Red Cross" in dialog.labelText()
    dialog.setTextValue("Bulgaria")
    dialog.accept()
    assert loaded.session.matter.decisions.merged == ((red_cross, bulgaria),)
    assert len(page.model.rows) == count - 1
    said = [row.cells[0] for row in loaded.evidence.page("Key figures").model.rows]
    assert "Red Cross" not in said
    page.choose(bulgaria)
    assert page.chosen()[0].cells[4] == "Red Cross"
    loaded.actions_table[Act.SPLIT].trigger()
    assert len(page.model.rows) == count


def test_a_hidden_actor_leaves_the_briefing_not_the_window(loaded: MainWindow, until: Until) -> None:
    page = to_front(loaded, "Key figures")
    row = next(row for row in page.model.rows if "300" in row.cells[1])
    page.choose(row.id)
    loaded.right.setCurrentWidget(loaded.preview)
    until(lambda: "300" in preview(loaded))
    loaded.actions_table[Act.HIDE].trigger()
    assert len(loaded.session.matter.decisions.hidden) == 1
    assert row.id in page.model.ids()
    loaded.actions_table[Act.HIDE].trigger()
    assert loaded.session.matter.decisions == Decisions()

"""Rows, positions and decisions: the parts under the window that need no window."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing.model import Decisions, Span
from ui.dialogs.files import file_name
from ui.models.rows import FilteredRows, LazyRows, Row, RowsModel
from ui.panels.reader import Positions
from ui.session import dropped, pinned, reworded, written

TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufdd0\ufdd1") | st.just("\n"),
    max_size=60,
)
IDS = st.sampled_from("abcdef")


@given(TEXTS, st.data())
def test_a_span_lights_the_same_characters_in_the_reader(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    document = QTextDocument()
    document.setPlainText(text)
    positions = Positions(text)
    cursor = QTextCursor(document)
    cursor.setPosition(positions.of(span.start))
    cursor.setPosition(positions.of(span.end), QTextCursor.MoveMode.KeepAnchor)
    shown = cursor.selectedText().replace("\u2029", "\n").replace("\xa0", " ")
    assert shown == span.cut(text).replace("\xa0", " ")


@given(st.lists(st.tuples(st.booleans(), st.lists(IDS, min_size=1, max_size=3, unique=True)), max_size=12))
def test_nothing_is_both_pinned_and_dropped(steps: list[tuple[bool, list[str]]]) -> None:
    decisions = Decisions()
    for pin, chosen in steps:
        decisions = (pinned if pin else dropped)(decisions, tuple(chosen))
        assert not set(decisions.pinned) & set(decisions.dropped)
        assert len(set(decisions.pinned)) == len(decisions.pinned)


@given(st.lists(st.tuples(IDS, st.text(max_size=5)), max_size=12))
def test_the_last_wording_counts(steps: list[tuple[str, str]]) -> None:
    decisions = Decisions()
    for key, text in steps:
        decisions = written(reworded(decisions, key, text), key, text)
    last = {key: text for key, text in dict(steps).items() if text}
    assert dict(decisions.reworded) == dict(decisions.written) == last


def test_rows_are_made_when_they_are_looked_at() -> None:
    made: list[int] = []

    def make(number: int) -> Row:
        made.append(number)
        return Row(id=str(number), text=f"line {number}")

    rows = LazyRows(range(10_000), make)
    model = RowsModel()
    model.set_rows(rows)
    assert model.index(77, 0).data() == "line 77"
    assert model.index(77, 0).data() == "line 77"
    assert made == [77]
    assert [row.id for row in rows[3:5]] == ["3", "4"]


def test_the_filter_takes_words_in_any_order_and_case() -> None:
    model = RowsModel(("One", "Two"))
    model.set_rows((Row(id="a", cells=("Ärzte", "streiken")), Row(id="b", cells=("Ärzte", "arbeiten"))))
    shown = FilteredRows(model)
    shown.set_filter("STREIK ärzte")
    assert shown.rowCount() == 1
    shown.set_filter("")
    assert shown.rowCount() == 2


@given(st.text(max_size=200))
def test_a_title_becomes_a_file_name(title: str) -> None:
    name = file_name(title)
    assert name
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert len(name) <= 80

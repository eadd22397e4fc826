"""The summary's tab: its ways, and the ways out for a line that leans on others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Decisions, PassageKind, Sentence, Span
from ui.acts import Act
from ui.main_window import MainWindow
from ui.models.evidence import line_id
from ui.panels.evidence import EvidencePage
from ui.protocol import Offer
from ui.summing import taken

Until = Callable[[Callable[[], bool]], None]

LEANING = """Floods in the north

Elena Petrova, the transport minister, visited the river on Monday.
She said that 1,200 passengers had been stranded there for two days
and that buses would come.

The port of Varna was closed for nine days.
It will open again on Friday, the harbour master said, once 300 soldiers
have cleared the road to it.
"""


@pytest.fixture
def summary(loaded: MainWindow) -> EvidencePage:
    page = loaded.evidence.page("Summary")
    loaded.evidence.setCurrentWidget(page)
    return page


@pytest.mark.parametrize(
    ("way", "names"),
    [
        ("source", {"Floods cut rail link to Varna", "Rail line under water"}),
        ("actor", {"Red Cross"}),
        ("topic", set()),
    ],
)
def test_a_summary_for_each_part(
    loaded: MainWindow, summary: EvidencePage, until: Until, way: str, names: set[str]
) -> None:
    assert loaded.summing.bar is not None
    loaded.summing.bar.choose(way)
    until(lambda: any(row.lead for row in summary.model.rows))
    leads = {row.lead for row in summary.model.rows if row.lead}
    assert names <= leads
    ids = summary.model.ids()
    assert len(ids) == len(set(ids))
    loaded.summing.bar.choose("all")
    assert not any(row.lead for row in summary.model.rows)


def test_the_sentences_on_a_question(loaded: MainWindow, summary: EvidencePage, until: Until) -> None:
    bar = loaded.summing.bar
    assert bar is not None
    bar.choose("question")
    assert bar.question.isVisible()
    bar.question.setText("How many soldiers did Bulgaria send?")
    bar.question.returnPressed.emit()
    until(lambda: loaded.summing._question != "" and bool(loaded.summing._groups))
    assert "300 soldiers" in summary.model.rows[0].text
    bar.question.setText("volcano eruption in Iceland")
    bar.question.returnPressed.emit()
    until(lambda: "has to do with it" in loaded.statusBar().currentMessage())
    assert len(summary.model.rows) == 0


def test_the_chosen_way_stays_when_documents_come(
    loaded: MainWindow, summary: EvidencePage, tmp_path: Path, until: Until
) -> None:
    assert loaded.summing.bar is not None
    loaded.summing.bar.choose("source")
    until(lambda: any(row.lead for row in summary.model.rows))
    third = tmp_path / "third.txt"
    third.write_text(
        "Divers at work\n\nRomania sent 40 divers to the flooded port on 14 October 2026, the navy said.\n"
    )
    loaded.open_paths((str(third),))
    until(lambda: "Divers at work" in {row.lead for row in summary.model.rows})


def test_a_line_pinned_elsewhere_stands_in_the_summary(loaded: MainWindow, summary: EvidencePage, until: Until) -> None:
    analysis = loaded.session.matter.analysis
    assert analysis is not None
    chosen = {line_id(item.sentence) for item in analysis.summary}
    bar = loaded.summing.bar
    assert bar is not None
    bar.choose("source")
    until(lambda: any(row.lead for row in summary.model.rows))
    other = next((row for row in summary.model.ids() if row not in chosen), summary.model.ids()[0])
    summary.choose(other)
    loaded.actions_table[Act.PIN].trigger()
    bar.choose("all")
    assert other in summary.model.ids()


@pytest.mark.qt_log_ignore("does not support")  # of the offscreen platform, when a menu opens
def test_what_is_offered_for_a_leaning_line_is_done(window: MainWindow, tmp_path: Path, until: Until) -> None:
    path = tmp_path / "leaning.txt"
    path.write_text(LEANING)
    window.open_paths((str(path),))
    until(lambda: window.session.matter.analysis is not None)
    analysis = window.session.matter.analysis
    assert analysis is not None
    page = window.evidence.page("Summary")
    window.evidence.setCurrentWidget(page)
    line = next(item.sentence for item in analysis.summary if item.sentence.text.startswith(("She said", "It will")))
    page.choose(line_id(line))
    window.actions_table[Act.CONTEXT].trigger()
    until(lambda: window.summing.menu is not None)
    menu = window.summing.menu
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    before = next(action for action in menu.actions() if "sentence before it" in action.text())
    assert all(text for text in texts)
    before.trigger()
    menu.close()
    decisions = window.session.matter.decisions
    assert len(decisions.pinned) == 2
    assert decisions.order[1] == line_id(line)
    ids = page.model.ids()
    assert ids.index(decisions.order[0]) < ids.index(decisions.order[1])
    window.actions_table[Act.UNDO].trigger()
    assert window.session.matter.decisions == Decisions()


def sentence(start: int, text: str) -> Sentence:
    return Sentence("s0123456789ab", Span(start, start + len(text)), text, 1, PassageKind.PARAGRAPH)


def test_offers_as_decisions() -> None:
    line, other = sentence(10, "She left."), sentence(0, "Ann came.")
    named = taken(Decisions(), line, Offer("name", text="She [Ann Lee] left."))
    assert named.reworded == ((line_id(line), "She [Ann Lee] left."),)
    swapped = taken(Decisions(pinned=(line_id(line),)), line, Offer("other", other))
    assert swapped.dropped == (line_id(line),)
    assert swapped.pinned == (line_id(other),)
    both = taken(Decisions(), line, Offer("before", other))
    assert both.order == (line_id(other), line_id(line))
    assert taken(both, line, Offer("before", other)) == both

"""What a person decided about actors, order and words, as the briefing prints it."""

from __future__ import annotations

from dataclasses import replace

import matter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import composer, deciding, layout, templates
from briefing.blocks import Heading, ListItem, Paragraph, Row, Table, plain
from briefing.model import Decisions, Originator, Span, evidence_id

IDS = st.sampled_from("abcdefgh")


def printed(decisions: Decisions, name: str = "situation-report") -> str:
    document = layout.lay_out(composer.compose(matter.analysis(), templates.find(name), None, decisions))
    lines = []
    for block in document.blocks:
        if isinstance(block, ListItem | Paragraph):
            lines.append(plain(block.inlines))
        elif isinstance(block, Heading):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines += [" | ".join(plain(cell) for cell in row.cells) for row in block.rows if isinstance(row, Row)]
    return "\n".join(lines)


def test_a_renamed_actor_has_its_new_name_everywhere() -> None:
    text = printed(Decisions(renamed=(("a_norway", "Kingdom of Norway"),)))
    assert "Kingdom of Norway" in text
    assert "\nNorway\n" not in text
    analysis = deciding.decided(matter.analysis(), Decisions(renamed=(("a_norway", "Kingdom of Norway"),)))
    actor = next(actor for actor in analysis.actors if actor.id == "a_norway")
    assert actor.name == "Kingdom of Norway"
    assert "Norway" in actor.aliases


def test_merged_actors_are_one() -> None:
    before = matter.analysis()
    analysis = deciding.decided(before, Decisions(merged=(("a_malta", "a_norway"),)))
    assert "a_malta" not in {actor.id for actor in analysis.actors}
    both = [actor for actor in before.actors if actor.id in {"a_malta", "a_norway"}]
    one = next(actor for actor in analysis.actors if actor.id == "a_norway")
    assert len(one.mentions) == sum(len(actor.mentions) for actor in both)
    assert not [figure for figure in analysis.figures if figure.actor == "a_malta"]


def test_who_is_merged_speaks_under_the_other_name() -> None:
    before = matter.analysis()
    said = replace(before.statements[0], speaker=Originator("Malta", "a_malta"), actor="a_malta")
    given_analysis = replace(before, statements=(said,))
    analysis = deciding.decided(given_analysis, Decisions(merged=(("a_malta", "a_norway"),)))
    assert analysis.statements[0].speaker == Originator("Norway", "a_norway")
    assert analysis.statements[0].actor == "a_norway"


def test_actors_merged_in_a_circle_stay_what_they_are() -> None:
    decisions = Decisions(merged=(("a_malta", "a_norway"), ("a_norway", "a_malta")))
    assert {actor.id for actor in deciding.decided(matter.analysis(), decisions).actors} == {
        actor.id for actor in matter.analysis().actors
    }


def test_a_decision_about_an_actor_that_is_gone_changes_nothing() -> None:
    decisions = Decisions(merged=(("a_malta", "a_nowhere"),), renamed=(("a_nobody", "X"),), hidden=("a_nobody",))
    assert deciding.decided(matter.analysis(), decisions) == matter.analysis()
    assert printed(decisions) == printed(Decisions())


def test_a_hidden_actor_is_not_shown() -> None:
    analysis = deciding.without_hidden(matter.analysis(), ("a_norway",))
    assert "a_norway" not in {actor.id for actor in analysis.actors}
    assert not [person for person in analysis.people if person.actor == "a_norway"]
    assert not analysis.figures
    text = printed(Decisions(hidden=("a_norway",)))
    assert "1,200 | blankets" not in text
    assert "Kari Berg said" not in text


def test_lines_stand_in_the_order_of_the_person() -> None:
    one, two = (evidence_id("l", matter.ONE.id, matter.ONE.passages[number].span) for number in (0, 2))
    for first, second in ((one, two), (two, one)):
        text = printed(Decisions(pinned=(one, two), order=(first, second)), "one-page-note")
        places = {one: text.index("Norway sent 1,200 blankets"), two: text.index("Malta asked for tents")}
        assert places[first] < places[second]


@given(st.lists(IDS, unique=True), st.lists(IDS, unique=True))
def test_moved_rows_are_in_order_and_the_others_stay(rows: list[str], order: list[str]) -> None:
    shown = deciding.arranged(rows, str, order)
    assert sorted(shown) == sorted(rows)
    assert [row for row in shown if row in order] == [row for row in order if row in rows]
    assert all(shown[place] == row for place, row in enumerate(rows) if row not in order)


def test_a_corrected_figure_shows_source_and_note() -> None:
    figure = matter.analysis().figures[0]
    text = printed(
        Decisions(reworded=((figure.id, "1,250"),), notes=((figure.id, "The ministry corrected it\non 5 May."),))
    )
    assert "1,250 (corrected; source: 1,200) | blankets (desk note: The ministry corrected it on 5 May.)" in text


def test_a_note_on_a_line_is_printed_as_the_desks() -> None:
    line = evidence_id("l", matter.ONE.id, matter.ONE.passages[0].span)
    text = printed(Decisions(pinned=(line,), notes=((line, "Seen twice."),)))
    assert "(desk note: Seen twice.)" in text


def test_words_chosen_by_hand_are_cited_and_said_once() -> None:
    start = matter.FIRST.index("1,200 blankets")
    span = Span(start, start + len("1,200 blankets to Malta"))
    line = deciding.picked_id(matter.ONE, span)
    assert line == evidence_id("l", matter.ONE.id, span)
    analysis = deciding.decided(matter.analysis(), Decisions(pinned=(line,)))
    (own,) = [sentence for sentence in analysis.sentences if sentence.span == span]
    assert own.text == span.cut(matter.ONE.text)
    assert (own.passage, own.page) == (1, 1)
    lines = printed(Decisions(pinned=(line,)), "one-page-note").splitlines()
    assert any(text.startswith("1,200 blankets to Malta [1, ") for text in lines)
    assert not any(text.startswith("Norway sent 1,200") for text in lines)


def test_blanks_around_chosen_words_are_left_out() -> None:
    start = matter.FIRST.index(" sent ")
    assert deciding.picked_id(matter.ONE, Span(start, start + 6)) == evidence_id(
        "l", matter.ONE.id, Span(start + 1, start + 5)
    )
    assert deciding.picked_id(matter.ONE, Span(start, start + 1)) == ""


@pytest.mark.parametrize(
    "line", ["l_", "l_x_1_2", f"l_{matter.ONE.id}_5_5", f"l_{matter.ONE.id}_1_99999", f"f_{matter.ONE.id}_0_5", "l_a_b"]
)
def test_an_id_that_means_no_place_is_passed_over(line: str) -> None:
    assert deciding.by_hand(matter.analysis(), Decisions(pinned=(line,))) == ()

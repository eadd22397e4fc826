from __future__ import annotations

import pytest
from extract_sources import analysed, evidence_of, make_source

from briefing.model import DisagreementKind

STORY = (
    "Kenya sent 1,500 soldiers to Haiti on Monday, the first of several groups that are to arrive this year. "
    "They landed in Port-au-Prince and will guard the airport, the port and the roads between them by night. "
)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "The Red Cross put the number of destroyed homes in Nepal at 8,200.",
            "As many as 11,000 houses collapsed in Nepal, the army said.",
            DisagreementKind.CONFLICT,
        ),
        (
            "At least 57 people died across Pakistan, officials said.",
            "At least 12 people died in Pakistan's Sindh, the army said.",
            DisagreementKind.DIFFERENT_SCOPE,
        ),
        ("Peru's deficit was $5 billion, the IMF said.", "Peru's deficit was $7 billion.", DisagreementKind.CONFLICT),
    ],
)
def test_kinds_of_disagreement(one: str, other: str, kind: DisagreementKind) -> None:
    (found,) = analysed(make_source(one, "a"), make_source(other, "b")).disagreements
    assert (found.kind, found.voices) == (kind, 2)


def test_a_later_value_is_an_update() -> None:
    first = make_source("The flood killed 112 people in Nepal.", "a", "2024-11-03")
    second = make_source("The flood killed 157 people in Nepal.", "b", "2024-11-05")
    (found,) = analysed(first, second).disagreements
    assert (found.kind, found.low, found.high) == (DisagreementKind.UPDATE, 112, 157)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The quake killed 112 people in Nepal.", "A quake in 2015 killed nearly 9,000 people in Nepal."),
        ("The quake killed 112 people in Nepal.", "The quake injured 340 people in Nepal."),
        ("Some 300 homes were destroyed in Nepal.", "Some 2,100 homes were damaged in Nepal."),
        ("Kenya sent 12,000 people.", "Kenya sent doctors, including 150 people from Mombasa."),
        ("Kenya paid soldiers $2,000 per month.", "Kenya paid soldiers $24,000."),
        ("Kenya's exports grew by 5%.", "Kenya's exports were worth $5 billion."),
    ],
)
def test_no_disagreement(one: str, other: str) -> None:
    assert analysed(make_source(one, "a"), make_source(other, "b")).disagreements == ()


def test_two_in_one_text_disagree() -> None:
    text = (
        "The Red Cross said 8,200 homes were destroyed in Nepal. The army said 11,000 houses were destroyed in Nepal."
    )
    (found,) = evidence_of(text).disagreements
    assert (found.low, found.high, found.voices) == (8200, 11000, 2)


def test_wire_copies_are_one_voice_behind_a_figure() -> None:
    first, copy = make_source(STORY, "a"), make_source(STORY + "Carried by another outlet.", "b")
    own = make_source("Kenya sent 1,500 soldiers, a radio station in Haiti reports from the airport.", "c")
    figures = analysed(first, copy, own).figures
    assert {figure.low for figure in figures} == {1500}
    assert [figure.voices for figure in figures] == [2, 2, 2]


def test_two_papers_with_one_originator_are_one_voice() -> None:
    first = make_source("Kenya sent 1,500 soldiers, the UN said on Monday.", "a")
    second = make_source("According to the UN, Kenya has sent 1,500 soldiers.", "b")
    assert [figure.voices for figure in analysed(first, second).figures] == [1, 1]


def test_a_denial_is_paired_with_the_statement_it_denies() -> None:
    first = make_source("Ukraine claimed that Belarus had moved tank brigades towards Chernihiv.", "a")
    second = make_source("Belarus denied that it had moved any tank brigades towards Chernihiv.", "b")
    claim, denial = analysed(first, second).statements
    assert (claim.denies, denial.denies) == (None, claim.id)


def test_a_denial_of_a_figure_is_paired_with_the_figure() -> None:
    first = make_source("Some 3,000 people were missing in Pakistan on Friday.", "a")
    second = make_source("Pakistan denied reports that 3,000 people were missing.", "b")
    evidence = analysed(first, second)
    (denial,) = (statement for statement in evidence.statements if statement.kind.value == "denies")
    assert denial.denies == evidence.figures[0].id


def test_a_denial_of_something_else_is_paired_with_nothing() -> None:
    first = make_source("Ukraine said the harvest of winter wheat was the best in years.", "a")
    second = make_source("Belarus denied that it had moved any tank brigades towards Chernihiv.", "b")
    assert all(statement.denies is None for statement in analysed(first, second).statements)

from __future__ import annotations

import pytest
from extract_sources import evidence_of

BRIEFING = (
    "MINISTER OKAFOR: We have ordered 24 million doses for Nigeria. They cost N36bn - I mean, 38 billion naira.\n"
    "QUESTION: When will they arrive in Lagos, Minister?\n"
    "MINISTER OKAFOR: By March. Nigeria's states will get 14 million of them.\n"
    "QUESTION: And the rest of the doses?\n"
    "MINISTER OKAFOR: The rest stays with the Central Bank of Nigeria, of course.\n"
)


def test_turns_are_direct_statements_of_their_speakers() -> None:
    evidence = evidence_of(BRIEFING)
    said = [statement for statement in evidence.statements if statement.direct]
    assert [statement.speaker.name for statement in said] == ["Okafor"] * 3
    assert all(statement.quote == statement.span and statement.actor == "a_nigeria" for statement in said)
    assert said[0].span.cut(BRIEFING).startswith("We have ordered")
    (person,) = evidence.people
    assert (person.name, person.role, person.actor) == ("Okafor", "Minister", "a_nigeria")


def test_figures_of_turns_belong_to_the_speakers_country() -> None:
    figures = evidence_of(BRIEFING).figures
    assert [(figure.low, figure.unit, figure.actor) for figure in figures] == [
        (24_000_000, "", "a_nigeria"),
        (38_000_000_000, "NGN", "a_nigeria"),
        (14_000_000, "", "a_nigeria"),
    ]
    assert all(figure.originator and figure.originator.name == "Okafor" for figure in figures)


def test_we_are_those_whose_own_bodies_are_named_without_saying_whose() -> None:
    text = (
        "SECRETARY MARLOW: We sent 300 engineers to Ukraine. Congress has been helpful to Ukraine.\n"
        "SECRETARY MARLOW: The State Department sent 40 trucks to Ukraine with Ukraine's consent.\n"
        "SECRETARY MARLOW: We will send 50 more trucks to Ukraine tomorrow.\n"
    )
    figures = evidence_of(text).figures
    assert (figures[0].actor, figures[-1].actor) == ("a_united_states", "a_united_states")


def test_labels_in_small_letters_count_where_they_come_back() -> None:
    text = (
        "Ana Ruiz: We lost 300 cows.\nTom Hill: When was that?\n" * 2 + "Ana Ruiz: On Monday we lost 200 more cows.\n"
    )
    speakers = [statement.speaker.name for statement in evidence_of(text).statements]
    assert sorted(speakers) == ["Ana Ruiz"] * 3 + ["Tom Hill"] * 2


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Hari Uprety, a spokesman for Nepal, told Reuters by telephone that 8,200 homes fell.",
            "Hari Uprety",
            "8,200 homes fell",
        ),
        (
            "KATHMANDU, Nov 12 (Wire) - A quake hit Nepal at noon, officials said.",
            "officials",
            "A quake hit Nepal at noon",
        ),
        ("The Red Cross put the number of lost homes at 8,200.", "Red Cross", "the number of lost homes at 8,200"),
        ("Speaking in the Commons, Rachel Hale said the plan would fail.", "Rachel Hale", "the plan would fail"),
        (
            "Exports fell sharply, the Bank of England confirmed on Wednesday.",
            "Bank of England",
            "Exports fell sharply",
        ),
    ],
)
def test_what_is_said_is_neither_addressee_nor_dateline(text: str, speaker: str, said: str) -> None:
    (found,) = evidence_of(text).statements
    assert (found.speaker.name, found.span.cut(text)) == (speaker, said)


def test_a_statement_of_several_paragraphs_has_one_speaker() -> None:
    text = (
        "Mr. Kenji Okamura, Deputy Managing Director, made the following statement:\n"
        "“Inflation fell to 5 percent in Kenya in the year to March.\n"
        "“Revenue rose to 9 percent of output in Kenya last year.”\n"
    )
    assert [f.originator.name for f in evidence_of(text).figures if f.originator] == ["Kenji Okamura"] * 2

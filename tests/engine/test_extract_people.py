from __future__ import annotations

import pytest
from extract_sources import evidence_of

from briefing.model import StatementKind


@pytest.mark.parametrize(
    ("text", "name", "role", "actor"),
    [
        ("Kenyan President William Ruto spoke.", "William Ruto", "Kenyan President", "Kenya"),
        ("Amina Mohamed, Kenya’s envoy to France, spoke.", "Amina Mohamed", "Kenya’s envoy to France", "Kenya"),
        ("The Russian envoy to Seoul, Ivan Petrov, spoke.", "Ivan Petrov", "Russian envoy to Seoul", "Russia"),
        ("The Kremlin objected, with spokesman Ivan Petrov calling it false.", "Ivan Petrov", "spokesman", "Russia"),
        ("NATO Secretary-General Mark Rutte spoke.", "Mark Rutte", "NATO Secretary-General", "NATO"),
        ("“Fine,” said Lt. Gen. Ol Koval, head of Ukraine's navy.", "Ol Koval", "head of Ukraine's navy", "Ukraine"),
    ],
)  # fmt: skip
def test_people_have_a_role_and_an_actor(text: str, name: str, role: str, actor: str) -> None:
    evidence = evidence_of(text)
    (person,) = evidence.people
    names = {entry.id: entry.name for entry in evidence.actors}
    assert (person.name, person.role, names[person.actor or ""]) == (name, role, actor)


def test_a_bare_surname_is_the_person_introduced_last() -> None:
    text = "South Korean minister Kim Hong Kyun met Zhang Wei. “We agree,” Kim said."
    (statement,) = evidence_of(text).statements
    assert statement.speaker.name == "Kim Hong Kyun"


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "said"),
    [
        ("Kenya denied that it sold arms.", "Kenya", StatementKind.DENIES, "it sold arms"),
        ("Kenya warned that prices would rise.", "Kenya", StatementKind.WARNS, "prices would rise"),
        ("Kenya announced a plan for ports.", "Kenya", StatementKind.ANNOUNCES, "a plan for ports"),
        ("Kenya urged Sudan to open the border.", "Kenya", StatementKind.CALLS_FOR, "Sudan to open the border"),
        (
            "The embassy quoted Ivan Petrov as saying that trade helps.",
            "Ivan Petrov",
            StatementKind.SAYS,
            "trade helps",
        ),
        (
            "Kenya has not confirmed the reports of fighting.",
            "Kenya",
            StatementKind.DECLINES,
            "the reports of fighting",
        ),
    ],
)
def test_reported_speech(text: str, speaker: str, kind: StatementKind, said: str) -> None:
    found = [s for s in evidence_of(text).statements if s.speaker.name == speaker]
    assert [(s.kind, s.span.cut(text)) for s in found] == [(kind, said)]


def test_direct_speech_keeps_its_quotation() -> None:
    text = "“South Korea will not sit idly by,” President Yoon Suk Yeol said."
    (statement,) = evidence_of(text).statements
    assert statement.direct
    assert statement.quote is not None
    assert statement.quote.cut(text) == "South Korea will not sit idly by,"


def test_an_acronym_is_its_definition() -> None:
    evidence = evidence_of("The Institute for Ocean Studies (IOS) met. IOS counted 300 whales.")
    names = {entry.id: entry.name for entry in evidence.actors}
    assert names[evidence.figures[0].actor or ""] == "Institute for Ocean Studies"

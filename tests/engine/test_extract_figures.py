from __future__ import annotations

import pytest
from extract_sources import TEXTS, Expected, analysed, annotated, evidence_of, make_source
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import extract_source
from briefing.model import ActorEvidence, Status
from briefing.text.sentences import split


@pytest.mark.parametrize(
    ("text", "actor", "counted", "evidence"),
    [
        ("Russia sent 5,000 tents to Armenia.", "Russia", "tents", ActorEvidence.SUBJECT),
        ("Officials saw 5,000 Kenyan teachers march.", "Kenya", "Kenyan teachers", ActorEvidence.POSSESSOR),
        ("5,000 homes were destroyed by Russian missiles.", "Russia", "homes", ActorEvidence.AGENT),
        ("Chad: Over 450,000 refugees from Sudan have arrived.", "Chad", "refugees from Sudan", ActorEvidence.LEAD_IN),
        ("Turkey hosts 2.8 million refugees, Lebanon about 755,000.", "Lebanon", "refugees", ActorEvidence.SUBJECT),
        ("In Sudan, 24.7 million people need help.", "Sudan", "people", ActorEvidence.NEAREST),
        ("France acted. It pledged 300 trucks.", "France", "trucks", ActorEvidence.SUBJECT),
        ("Brazil, meanwhile, cut spending by 7%.", "Brazil", "spending", ActorEvidence.SUBJECT),
    ],
)
def test_whose_a_figure_is_and_why(text: str, actor: str, counted: str, evidence: ActorEvidence) -> None:
    found = evidence_of(text)
    figure = found.figures[-1]
    names = {entry.id: entry.name for entry in found.actors}
    assert (names[figure.actor or ""], figure.actor_evidence) == (actor, evidence)
    assert figure.counted in counted or counted in figure.counted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya needs 300 wells, according to UNICEF.", "UNICEF"),
        ("UNICEF said Kenya needs 300 wells.", "UNICEF"),
        ("Kenya needs 300 wells, Oxfam said.", "Oxfam"),
        ("“We lost 300 wells,” said Jane Okoth, a spokesperson for Kenya.", "Jane Okoth"),
        ("Analysts suggest Kenya could lose 300 wells.", "Analysts"),
        ("Estimates from experts claim Kenya lost 300 wells.", "experts"),
        ("Kenya dug 300 wells.", ""),
    ],
)
def test_who_says_a_figure(text: str, speaker: str) -> None:
    figure = evidence_of(text).figures[0]
    assert (figure.originator.name if figure.originator else "") == speaker


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya may send 300 police.", Status.POSSIBLE),
        ("Kenya will send 300 police.", Status.PLANNED),
        ("Kenya allegedly sent 300 police.", Status.ALLEGED),
        ("Kenya sent an estimated 300 police.", Status.ESTIMATED),
        ("Kenya denied that it sent 300 police.", Status.DENIED),
        ("Kenya reportedly sent 300 police.", Status.REPORTED),
        ("Kenya sent 300 police.", Status.STATED),
    ],
)
def test_how_sure_a_figure_is(text: str, status: Status) -> None:
    assert evidence_of(text).figures[0].status is status


def test_bounds_leave_one_end_open() -> None:
    least, most, near = evidence_of("Kenya sent at least 300 trucks, up to 400 tents and nearly 500 beds.").figures
    assert (least.low, least.high) == (300, None)
    assert (most.low, most.high) == (None, 400)
    assert near.low == near.high == 500


def test_a_date_is_resolved_only_against_the_day_of_publication() -> None:
    text = "Kenya sent 300 police yesterday."
    assert evidence_of(text).figures[0].as_of == ""
    assert evidence_of(text, "2024-05-02").figures[0].as_of == "2024-05-01"


def _is(expected: tuple[str, ...], found: str | None) -> bool:
    return any((name == "-" and found is None) or (found is not None and name.lower() in found.lower()) or
               (found is not None and found.lower() in name.lower()) for name in expected)  # fmt: skip


def _scored(expected: list[Expected], text: str, name: str) -> tuple[int, int, int, int]:
    evidence = analysed(make_source(text, name))
    names = {actor.id: actor.name for actor in evidence.actors}
    found = right = said = wanted = 0
    for entry in (one for one in expected if not one.optional):
        wanted += 1
        hits = [f for f in evidence.figures if f.span.start < entry.end and entry.start < f.span.end]
        if hits:
            found += 1
            right += _is(entry.actors, names.get(hits[0].actor or ""))
            said += _is(entry.speakers, hits[0].originator.name if hits[0].originator else None)
    return wanted, found, right, said


def test_the_annotated_texts_keep_their_quality() -> None:
    scores = [
        _scored(entries, text, path.name) for path in sorted(TEXTS.glob("*.txt")) for text, entries in [annotated(path)]
    ]
    wanted, found, right, said = (sum(column) for column in zip(*scores, strict=True))
    assert wanted > 500
    assert found / wanted >= 0.97
    assert right / wanted >= 0.89
    assert said / wanted >= 0.9


@given(st.text(alphabet=st.sampled_from("Kenya said “”\"'’ 1,500 $€%. UN (NIS) to of the,;:—\n•A5"), max_size=400))
def test_every_span_cuts_its_own_text(text: str) -> None:
    source = make_source(text)
    found = extract_source(source, split(source))
    for figure in found.figures:
        assert figure.span.cut(text) == figure.text
        assert figure.sentence.contains(figure.span)
    for statement in found.statements:
        assert statement.span.end <= len(text)
        assert statement.quote is None or statement.span.contains(statement.quote)

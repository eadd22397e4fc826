"""A small matter made by hand: two sources, with evidence whose every number is known."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from briefing.model import (
    Actor,
    ActorEvidence,
    ActorKind,
    Analysis,
    Disagreement,
    DisagreementKind,
    Event,
    Figure,
    Modifier,
    Originator,
    Passage,
    PassageKind,
    Person,
    Place,
    Precision,
    Sentence,
    Source,
    Span,
    Statement,
    StatementKind,
    Status,
    evidence_id,
)

FIRST = (
    "Norway sent 1,200 blankets to Malta on 3 May 2026.\n\n"
    "“We will\nsend more,” said Health Minister Kari Berg.\n\n"
    "Malta asked for tents & <b>stoves</b>."
)
SECOND = "Officials in Malta counted about 900 blankets from Norway.\n\nNothing else came."


def source(text: str, name: str, **particulars: str) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    passages = []
    start = 0
    for number, part in enumerate(text.split("\n\n"), 1):
        passages.append(Passage(number, PassageKind.PARAGRAPH, Span(start, start + len(part)), page=number))
        start += len(part) + 2
    return Source("s" + digest[:12], name, f"/x/{name}", digest, "text/plain", text, tuple(passages), **particulars)


ONE = source(FIRST, "one.txt", title="Blankets", author="A. Writer", publisher="The Gazette", published="2026-05-04")
TWO = source(SECOND, "two.txt", url="https://example.org/two")
UNUSED = source("Nothing to do with it.", "three.txt")


def span(of: Source, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def passage(of: Source, at: Span) -> Passage:
    return next(item for item in of.passages if item.span.contains(at))


def sentences(of: Source) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(of.id, item.span, item.span.cut(of.text), item.number, item.kind, item.page) for item in of.passages
    )


def figure(of: Source, words: str, value: int, **changes: object) -> Figure:
    at = span(of, words)
    where = passage(of, at)
    facts: dict[str, object] = {
        "unit": "",
        "counted": "blankets",
        "modifier": Modifier.EXACT,
        "status": Status.STATED,
        "actor": "a_norway",
        "actor_evidence": ActorEvidence.SUBJECT,
        "originator": None,
        "as_of": "",
        "date_text": "",
    }
    facts |= changes
    number = Decimal(value)
    return Figure(
        id=evidence_id("f", of.id, at),
        source=of.id,
        span=at,
        text=words,
        low=number,
        high=number,
        sentence=where.span,
        passage=where.number,
        page=where.page,
        **facts,  # type: ignore[arg-type]
    )


def analysis() -> Analysis:
    """The whole matter, analysed by hand."""
    first = figure(ONE, "1,200", 1200, as_of="2026-05-03", date_text="on 3 May 2026")
    second = figure(
        TWO, "900", 900, modifier=Modifier.ABOUT, status=Status.ESTIMATED, originator=Originator("officials")
    )
    quote = span(ONE, "We will\nsend more,")
    said = Statement(
        evidence_id("s", ONE.id, quote),
        ONE.id,
        quote,
        Originator("Kari Berg", "a_kari_berg"),
        "a_norway",
        "said",
        StatementKind.SAYS,
        direct=True,
        quote=quote,
        sentence=passage(ONE, quote).span,
        passage=2,
        page=2,
    )
    event_at = ONE.passages[0].span
    return Analysis(
        sources=(ONE, TWO, UNUSED),
        sentences=(*sentences(ONE), *sentences(TWO), *sentences(UNUSED)),
        actors=(
            Actor(
                "a_malta",
                "Malta",
                ActorKind.STATE,
                ("Malta",),
                (
                    Place(ONE.id, span(ONE, "Malta")),
                    Place(ONE.id, span(ONE, "Malta asked")),
                    Place(TWO.id, span(TWO, "Malta")),
                ),
            ),
            Actor(
                "a_norway",
                "Norway",
                ActorKind.STATE,
                ("Norway",),
                (Place(ONE.id, span(ONE, "Norway")), Place(TWO.id, span(TWO, "Norway"))),
            ),
            Actor(
                "a_kari_berg", "Kari Berg", ActorKind.PERSON, ("Kari Berg",), (Place(ONE.id, span(ONE, "Kari Berg")),)
            ),
        ),
        people=(
            Person("a_kari_berg", "Kari Berg", "Health Minister", "a_norway", (Place(ONE.id, span(ONE, "Kari Berg")),)),
        ),
        figures=(first, second),
        statements=(said,),
        timeline=(
            Event(
                evidence_id("e", ONE.id, event_at),
                ONE.id,
                "2026-05-03",
                Precision.DAY,
                span(ONE, "3 May 2026"),
                event_at,
                1,
                1,
            ),
        ),
        disagreements=(
            Disagreement(
                "blankets",
                "",
                "a_norway",
                (first.id, second.id),
                Decimal(900),
                Decimal(1200),
                DisagreementKind.CONFLICT,
            ),
        ),
    )

"""The values that travel through the house. All frozen; all plain data; nothing here does work."""

from __future__ import annotations

from briefing.model.analysis import Analysis, Problem, Progress, Report, no_report
from briefing.model.briefing import (
    Briefing,
    BriefingSection,
    Citation,
    Claim,
    Content,
    Decisions,
    Disagreements,
    DisagreementView,
    FigureRow,
    FiguresByActor,
    FigureStrip,
    Lines,
    Notice,
    People,
    PersonRow,
    Request,
    SourceList,
    StatementRow,
    Statements,
    Timeline,
    TimelineRow,
    ToWrite,
)
from briefing.model.evidence import (
    Actor,
    ActorEvidence,
    ActorKind,
    Disagreement,
    DisagreementKind,
    Event,
    Figure,
    Modifier,
    Originator,
    Person,
    Precision,
    Statement,
    StatementKind,
    Status,
    SummarySentence,
)
from briefing.model.source import Passage, PassageKind, Place, Sentence, Source, Span, evidence_id
from briefing.model.template import (
    CitationForm,
    Fill,
    PageSetup,
    Section,
    SectionKind,
    Style,
    Template,
)

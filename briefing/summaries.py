"""Summaries of a whole set of sources, and of its parts: by source, by actor, by topic, or to a question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing import pipeline
from briefing.model import Analysis, Decisions, Report, Sentence, Source, SummarySentence, no_report

BY = ("all", "source", "actor", "topic")


@dataclass(frozen=True, slots=True)
class SummaryRequest:
    """`by` is one of BY; a budget of 0 is none; `question` asks for the sentences that bear on it."""

    by: str = "all"
    words: int = pipeline.DEFAULT_SUMMARY_WORDS
    count: int = 0
    method: str = "coverage"
    question: str = ""


@dataclass(frozen=True, slots=True)
class SummaryGroup:
    """One summary: of everything (`of` and `name` are ""), or of the source, actor or topic called `name`."""

    of: str
    name: str
    summary: tuple[SummarySentence, ...]


def summaries(
    sources: Sequence[Source], request: SummaryRequest, report: Report = no_report
) -> tuple[SummaryGroup, ...]:
    """The summaries in the order to print: sources as given, actors and topics largest first.

    Raises RequestInvalid for an unknown method.
    """
    from briefing.summary import SummaryOptions, summarise

    options = SummaryOptions(method=request.method, words=request.words, count=request.count, query=request.question)
    return tuple(
        SummaryGroup(part.of, part.name, summarise(part.sentences, part.sources, options))
        for part in _parts(tuple(sources), request.by, report)
    )


def summaries_of(
    analysis: Analysis, request: SummaryRequest, decisions: Decisions | None = None
) -> tuple[SummaryGroup, ...]:
    """The summaries of what was analysed before, without what a person dropped and with actors as they named them.

    Raises RequestInvalid for an unknown method.
    """
    from briefing.deciding import decided, without_hidden
    from briefing.summary import SummaryOptions, summarise

    judged = decisions or Decisions()
    shown = without_hidden(decided(analysis, judged), judged.hidden)
    options = SummaryOptions(
        method=request.method,
        words=request.words,
        count=request.count,
        query=request.question,
        pinned=judged.pinned if request.by == "all" else (),
        banned=judged.dropped,
    )
    groups = (
        SummaryGroup(part.of, part.name, summarise(part.sentences, part.sources, options))
        for part in _parts_of(shown, request.by)
    )
    return tuple(group for group in groups if group.summary)


def _parts_of(analysis: Analysis, by: str) -> Iterator[_Part]:
    if by == "actor":
        from briefing.composer import sentences_by_actor

        for actor, sentences in sentences_by_actor(analysis):
            yield _Part(actor.id, actor.name, sentences, analysis.sources)
    elif by == "source":
        for source in analysis.sources:
            own = tuple(sentence for sentence in analysis.sentences if sentence.source == source.id)
            yield _Part(source.id, source.title or source.name, own, (source,))
    elif by == "topic":
        from briefing.summary import topics

        for topic in topics(analysis.sentences, analysis.sources):
            yield _Part(topic.name, topic.name[:1].upper() + topic.name[1:], topic.sentences, analysis.sources)
    else:
        yield _Part("", "", analysis.sentences, analysis.sources)


@dataclass(frozen=True, slots=True)
class _Part:
    of: str
    name: str
    sentences: Sequence[Sentence]
    sources: Sequence[Source]


def _parts(sources: tuple[Source, ...], by: str, report: Report) -> Iterator[_Part]:
    if by == "actor":
        from briefing.composer import sentences_by_actor

        for actor, sentences in sentences_by_actor(pipeline.analyse(sources, report)):
            yield _Part(actor.id, actor.name, sentences, sources)
    elif by == "source":
        for source in sources:
            yield _Part(source.id, source.title or source.name, pipeline.sentences_of((source,)), (source,))
    elif by == "topic":
        from briefing.summary import topics

        for topic in topics(pipeline.sentences_of(sources), sources):
            yield _Part(topic.name, topic.name, topic.sentences, sources)
    else:
        yield _Part("", "", pipeline.sentences_of(sources), sources)

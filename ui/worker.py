"""The worker process: the only place of the interface where the engine is imported.

One job at a time arrives through the pipe; progress and one last message per job go back. The process ends when the
pipe does, so a killed window leaves no orphan.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
import traceback
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, assert_never

from briefing.errors import BriefingError, Cancelled, NothingToBrief, SourceGivenTwice
from briefing.model import Analysis, Briefing, Problem, Progress, Report, Source, SourceCard
from ui import bench
from ui.protocol import (
    Begun,
    Broken,
    Command,
    Draft,
    Export,
    Exported,
    ExportTemplate,
    Failed,
    FindOffers,
    Finished,
    Gather,
    Gathered,
    Group,
    Hold,
    ImportTemplate,
    Job,
    KeepTemplate,
    ListTemplates,
    Message,
    Offer,
    Offered,
    Progressed,
    Ready,
    Render,
    Rendered,
    Result,
    SaveFigures,
    Spot,
    Stopped,
    Summarise,
    Summarised,
)

if TYPE_CHECKING:
    from ctypes import c_longlong
    from multiprocessing.connection import Connection

# A person reads no more than about thirty changes a second, and every message costs both processes time.
QUIET_SECONDS = 0.03

# Several summaries are read one after the other: each has to be short.
GROUP_WORDS = {"actor": 80, "source": 80, "topic": 80}

log = logging.getLogger(__name__)


class Desk:
    """What the worker holds between jobs: the latest analysis, and so its sources."""

    def __init__(self) -> None:
        self._number = 0
        self._sources: tuple[Source, ...] = ()
        self._analysis: Analysis | None = None

    def hold(self, given: Hold) -> None:
        self._number, self._sources, self._analysis = given.number, given.sources, given.analysis

    def do(self, command: Command, report: Report) -> Result:
        match command:
            case Gather():
                return self._gather(command, report)
            case ListTemplates() | KeepTemplate() | ImportTemplate() | ExportTemplate():
                return bench.shelve(command)
            case Export():
                return self._export(command, report)
            case SaveFigures():
                return bench.save_figures(self._held(command.draft), command.draft.decisions, command.path)
            case Render():
                return self._render(command, report)
            case Summarise():
                return self._summarise(command)
            case FindOffers():
                return self._offers(command)
            case _:
                assert_never(command)

    def _gather(self, command: Gather, report: Report) -> Gathered:
        from briefing import pipeline

        held = {source.id: source for source in (*self._sources, *command.given)}
        kept = tuple(held[source] for source in command.keep if source in held)
        problems: tuple[Problem, ...] = ()
        if command.paths:
            read, problems = _read(command.paths, report)
            sources, twice = _beside(kept, read)
            problems += twice
        else:
            sources = kept
        used = _carded(sources, command.cards)
        analysis = pipeline.analyse(used, report=report) if used else None
        self._number, self._sources, self._analysis = command.number, sources, analysis
        return Gathered(command.number, sources, analysis, problems)

    def _export(self, command: Export, report: Report) -> Exported:
        from briefing import pipeline

        briefing = self._compose(command.draft, report)
        return Exported(command.path, pipeline.export(briefing, command.path, report=report))

    def _render(self, command: Render, report: Report) -> Rendered:
        from briefing import citing

        drawn = citing.drawn(self._compose(command.draft, report))
        spots = (
            Spot(spot.page, spot.left, spot.top, spot.right, spot.bottom, spot.source, spot.span)
            for spot in drawn.spots
        )
        return Rendered(drawn.pdf, tuple(spots))

    def _summarise(self, command: Summarise) -> Summarised:
        from briefing import pipeline, summaries

        words = command.words or GROUP_WORDS.get(command.by, pipeline.DEFAULT_SUMMARY_WORDS)
        request = summaries.SummaryRequest(by=command.by, words=words, question=command.question)
        groups = summaries.summaries_of(self._held(command.draft), request, command.draft.decisions)
        return Summarised(tuple(Group(group.name, group.summary) for group in groups))

    def _offers(self, command: FindOffers) -> Offered:
        from briefing import summary

        analysis = self._held(command.draft)
        options = summary.SummaryOptions(words=summary.DEFAULT_WORDS, banned=command.draft.decisions.dropped)
        found = summary.offers(command.line, command.summary, analysis.sentences, analysis.sources, options)
        text = command.line.sentence.text
        return Offered(
            command.line,
            tuple(
                Offer(str(offer.kind), offer.sentence, offer.shown_in(text) if offer.insertion else "")
                for offer in found
            ),
        )

    def _held(self, draft: Draft) -> Analysis:
        if self._analysis is None or draft.number != self._number:
            raise NothingToBrief(0)
        return self._analysis

    def _compose(self, draft: Draft, report: Report) -> Briefing:
        from briefing import pipeline

        return pipeline.compose(
            self._held(draft),
            bench.template(draft.template),
            request=draft.request,
            decisions=draft.decisions,
            report=report,
        )


def _read(paths: tuple[str, ...], report: Report) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The sources of `paths` and what is wrong with the others."""
    from briefing import pipeline, wording

    try:
        loaded = pipeline.read_sources(paths, report=report)
    except NothingToBrief as error:
        return (), tuple(wording.problem(reason) for reason in error.reasons)
    return loaded.sources, loaded.problems


def _carded(sources: tuple[Source, ...], cards: tuple[SourceCard, ...]) -> tuple[Source, ...]:
    """The sources of the briefing, with the particulars that a person put down."""
    from briefing.deciding import carded

    known = {card.source: card for card in cards}
    own = ((source, known.get(source.id, SourceCard(source.id))) for source in sources)
    return tuple(carded(source, card) for source, card in own if card.included)


def _beside(kept: tuple[Source, ...], read: tuple[Source, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Both, without the sources that were already there."""
    from briefing import wording

    names = {source.id: source.name for source in kept}
    fresh = tuple(source for source in read if source.id not in names)
    twice = tuple(
        Problem(source.path, wording.message(SourceGivenTwice(source.path, names[source.id])))
        for source in read
        if source.id in names
    )
    return kept + fresh, twice


class Reporter:
    """The engine's `report` in this process: sends progress on, and raises when the job is to stop."""

    def __init__(self, connection: Connection, stop: c_longlong, job: int) -> None:
        self._connection = connection
        self._stop = stop
        self._job = job
        self._step = ""
        self._sent = 0.0

    def __call__(self, progress: Progress) -> None:
        if self._stop.value == self._job:
            raise Cancelled
        now = time.monotonic()
        if progress.step != self._step or now - self._sent >= QUIET_SECONDS:
            self._step, self._sent = progress.step, now
            self._connection.send(Progressed(self._job, progress))


def run(connection: Connection, stop: c_longlong) -> None:
    """The life of the worker. `stop` holds the number of the job to be cancelled."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal reaches both; the window decides
    threading.Thread(target=_end_with_parent, daemon=True).start()
    desk = Desk()
    try:
        connection.send(Ready(os.getpid()))
        _warm_up()
        while (given := connection.recv()) is not None:
            if isinstance(given, Hold):
                desk.hold(given)
            else:
                connection.send(Begun(given.id))
                connection.send(_answer(desk, given, Reporter(connection, stop, given.id)))
    except (EOFError, OSError):
        log.info("the window is gone")


def _answer(desk: Desk, job: Job, report: Reporter) -> Message:
    try:
        return Finished(job.id, desk.do(job.command, report))
    except Cancelled:
        return Stopped(job.id)
    except BriefingError as error:
        return Failed(job.id, error)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return Broken(job.id, traceback.format_exc())
    except Exception:  # noqa: BLE001 the process border: whatever went wrong is told, and the next job can run
        return Broken(job.id, traceback.format_exc())


def _warm_up() -> None:
    """Load the engine while the person is still looking for files."""
    from briefing import pipeline  # noqa: F401


def _end_with_parent() -> None:
    """A reader that hangs would not notice the end of the pipe."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)

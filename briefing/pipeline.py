"""The recipe in reading order: read, split, extract, summarise; then compose, lay out, write.

Every step is a plain function over frozen values. `report` is told how far the work is and may raise Cancelled.
Work over many documents goes through the `executor` that the caller hands in (None: in this process, one by one).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from briefing.blocks import Document
from briefing.errors import (
    NothingToBrief,
    OutputFormatUnknown,
    SourceError,
    SourceGivenTwice,
    SourceNotUnderstood,
)
from briefing.files import write_whole
from briefing.model import (
    Analysis,
    Briefing,
    Decisions,
    Problem,
    Progress,
    Report,
    Request,
    Sentence,
    Source,
    SummarySentence,
    Template,
    no_report,
)
from briefing.wording import problem

if TYPE_CHECKING:  # all below us; loaded only when used, to start quickly
    from briefing.extract import Aliases, SourceEvidence
    from briefing.writers.pdf import Attachment

OUTPUT_SUFFIXES = (".docx", ".pdf", ".html")
DEFAULT_SUMMARY_WORDS = 200
_T = TypeVar("_T")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True)
class Loaded:
    """The sources that could be read, and what was wrong with the others."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """`words` is the budget of the summary over all sources; `aliases` is the path of a file of aliases, or ""."""

    words: int = DEFAULT_SUMMARY_WORDS
    method: str = "coverage"
    aliases: str = ""


def load(path: str | Path) -> Source:
    """One document. Raises SourceError."""
    from briefing.readers import read

    return _with_language(read(path))


def load_text(text: str, name: str) -> Source:
    """A document from a string. Raises SourceEmpty."""
    from briefing.readers import read_text

    return _with_language(read_text(text, name))


def _with_language(source: Source) -> Source:
    from briefing.text.language import guess_language

    return source if source.language else replace(source, language=guess_language(source.text))


def read_sources(paths: Sequence[str | Path], report: Report = no_report, executor: Executor | None = None) -> Loaded:
    """All documents named by files and folders, in the order given (folders sorted by name).

    What cannot be read becomes a Problem. Raises NothingToBrief, which carries them, when nothing could be read.
    """
    from briefing.readers import gather

    gathered = gather(paths)
    errors = list(gathered.errors)
    sources: dict[str, Source] = {}
    for outcome in _each("Reading", _read_or_error, gathered.files, report, executor):
        if isinstance(outcome, SourceError):
            errors.append(outcome)
        elif outcome.id in sources:
            errors.append(SourceGivenTwice(outcome.path, sources[outcome.id].path))
        else:
            sources[outcome.id] = outcome
    if not sources:
        raise NothingToBrief(len(paths), tuple(errors))
    return Loaded(tuple(sources.values()), tuple(problem(error) for error in errors))


def _read_or_error(path: str) -> Source | SourceError:
    try:
        return load(path)
    except SourceError as error:
        return error


def _each(
    step: str, function: Callable[[_T], _R], items: Sequence[_T], report: Report, executor: Executor | None
) -> Iterator[_R]:
    """The results in order, reporting before each; without an executor nothing is computed ahead."""
    results = executor.map(function, items) if executor else map(function, items)
    for done, item in enumerate(items):
        report(Progress(step, done, len(items), _shown(item)))
        yield next(results)
    report(Progress(step, len(items), len(items)))


def _shown(item: object) -> str:
    if isinstance(item, _Unit):
        return item.source.name
    return PurePath(item).name if isinstance(item, str) else ""


def analyse(
    sources: Sequence[Source],
    report: Report = no_report,
    executor: Executor | None = None,
    options: AnalysisOptions | None = None,
) -> Analysis:
    """Everything that is found in the sources. Raises Cancelled from `report`."""
    from briefing.extract import NO_ALIASES, copies, load_aliases, merge
    from briefing.summary import SummaryOptions, summarise

    options = options or AnalysisOptions()
    aliases = load_aliases(Path(options.aliases)) if options.aliases else NO_ALIASES
    copied = {copy.source: copy.original for copy in copies(sources)}
    kept = tuple(replace(source, duplicate_of=copied.get(source.id)) for source in sources)
    units = [_Unit(source, _sentences(source), aliases) for source in kept]
    found = list(_each("Analysing", _extract_unit, units, report, executor))
    evidence = merge(kept, found, aliases)
    sentences = tuple(sentence for unit in units for sentence in unit.sentences)
    report(Progress("Summarising", 0, 1))
    summary = summarise(sentences, kept, SummaryOptions(method=options.method, words=options.words))
    report(Progress("Summarising", 1, 1))
    return Analysis(
        sources=kept,
        sentences=sentences,
        actors=evidence.actors,
        people=evidence.people,
        figures=evidence.figures,
        statements=evidence.statements,
        timeline=evidence.timeline,
        disagreements=evidence.disagreements,
        summary=summary,
        problems=tuple(problem(SourceNotUnderstood(source.path, source.language)) for source in _foreign(kept)),
    )


def _foreign(sources: Sequence[Source]) -> Iterator[Source]:
    """The sources in a language that the extraction has no grammar for."""
    from briefing.extract import LANGUAGES

    return (source for source in sources if source.language and source.language.split("-")[0] not in LANGUAGES)


def sentences_of(sources: Sequence[Source]) -> tuple[Sentence, ...]:
    """The sentences of all sources, in their order."""
    return tuple(sentence for source in sources for sentence in _sentences(source))


def _sentences(source: Source) -> tuple[Sentence, ...]:
    from briefing.text.sentences import split

    return split(source)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What one call of the extractor needs; it may travel to another process."""

    source: Source
    sentences: tuple[Sentence, ...]
    aliases: Aliases


def _extract_unit(unit: _Unit) -> SourceEvidence:
    from briefing.extract import extract_source

    return extract_source(unit.source, unit.sentences, unit.aliases)


def summarise(
    sources: Sequence[Source], words: int = DEFAULT_SUMMARY_WORDS, count: int = 0, method: str = "coverage"
) -> list[SummarySentence]:
    """The best sentences, best first. Raises RequestInvalid for an unknown method."""
    from briefing.summary import SummaryOptions
    from briefing.summary import summarise as choose

    options = SummaryOptions(method=method, words=words, count=count)
    return list(choose(sentences_of(sources), tuple(sources), options))


def templates() -> tuple[Template, ...]:
    """The shipped templates."""
    from briefing.templates import shipped

    return shipped()


def compose(
    analysis: Analysis,
    template: str | Template,
    request: Request | None = None,
    decisions: Decisions | None = None,
    report: Report = no_report,
) -> Briefing:
    """The briefing. `template` is a template or the name or path of one. Raises TemplateError, RequestInvalid."""
    from briefing import composer
    from briefing.templates import find

    report(Progress("Composing", 0, 1))
    chosen = find(template) if isinstance(template, str) else template
    briefing = composer.compose(analysis, chosen, request, decisions)
    report(Progress("Composing", 1, 1))
    return briefing


def lay_out(briefing: Briefing) -> Document:
    """The block stream that all writers print."""
    from briefing import layout

    return layout.lay_out(briefing)


def render(briefing: Briefing, suffix: str, *, checked: bool = False, attachments: Sequence[Attachment] = ()) -> bytes:
    """The bytes of the file with this ending (".docx", ".pdf", ".html"); `checked` makes a Word file's checker's copy.

    A PDF carries the `attachments`.

    Raises OutputFormatUnknown, TemplateInvalid.
    """
    document = lay_out(briefing)
    if suffix == ".docx":
        from briefing.templates import letterhead_bytes
        from briefing.writers.word import write_word

        template = briefing.template
        return write_word(document, letterhead_bytes(template), checked=checked, path=template.letterhead)
    if suffix == ".pdf":
        from briefing.templates import letterhead_bytes
        from briefing.writers.pdf import write_pdf

        return write_pdf(document, attachments, letterhead_bytes(briefing.template))
    if suffix == ".html":
        from briefing.writers.preview import write_html

        return write_html(document).encode()
    raise OutputFormatUnknown(suffix, suffix, OUTPUT_SUFFIXES)


def check_output(path: str | Path, *, checked: bool = False) -> None:
    """Raise OutputFormatUnknown for a path no writer can serve, before any work is done."""
    suffix = Path(path).suffix.lower()
    known = (".docx",) if checked else OUTPUT_SUFFIXES
    if suffix not in known:
        raise OutputFormatUnknown(str(path), suffix, known)


@dataclass(frozen=True, slots=True)
class Pack:
    """What a PDF carries with it: the evidence ledger, and with `sources` the sources' own files.

    `frozen` are files' bytes by source id; a source that is not there is read from its path.
    """

    sources: bool = False
    frozen: Mapping[str, bytes] = field(default_factory=dict)


def export(
    briefing: Briefing,
    path: str | Path,
    report: Report = no_report,
    *,
    checked: bool = False,
    pack: Pack | None = None,
) -> tuple[Problem, ...]:
    """Write the briefing to `path`, whole or not at all; tell what could not be printed, filled or packed.

    `checked` writes the checker's copy: a Word file with each cited passage as a comment. `pack` makes a PDF an
    evidence pack. Raises OutputError, TemplateError.
    """
    check_output(path, checked=checked)
    suffix = Path(path).suffix.lower()
    report(Progress("Writing", 0, 1, Path(path).name))
    problems = unprintable(briefing, str(path)) if suffix == ".pdf" else ()
    attachments: Sequence[Attachment] = ()
    if suffix == ".docx":
        problems = unfilled(briefing)
    if suffix == ".pdf" and pack is not None:
        from briefing.writers.pdf import evidence_pack

        packed = evidence_pack(lay_out(briefing), briefing.sources if pack.sources else (), pack.frozen)
        attachments = packed.attachments
        problems += tuple(problem(error) for error in packed.errors)
    write_whole(path, render(briefing, suffix, checked=checked, attachments=attachments))
    report(Progress("Writing", 1, 1, Path(path).name))
    return problems


def unfilled(briefing: Briefing) -> tuple[Problem, ...]:
    """What a person should know about the letterhead that the Word file is made from; nothing where there is none."""
    from briefing.templates import letterhead_bytes
    from briefing.writers.word import letterhead_problems

    path, data = briefing.template.letterhead, letterhead_bytes(briefing.template)
    found = letterhead_problems(data, lay_out(briefing), path) if data is not None else ()
    return tuple(Problem(path, f"Letterhead “{path}”: {item.message}") for item in found)


def unprintable(briefing: Briefing, path: str = "") -> tuple[Problem, ...]:
    """The characters that the PDF's fonts do not have, each once, with where it stands first."""
    from briefing.writers.pdf import unprintable as missing

    return tuple(
        Problem(path, f"“{item.character}” ({item.name}) cannot be printed in the PDF; it stands in {item.where}.")
        for item in missing(lay_out(briefing))
    )

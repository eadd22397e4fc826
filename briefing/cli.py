"""The command line: briefing build | analyse | summarise | verify | templates | demo | app.

Exit status: 0 done; 1 done with problems (one line each on standard error, the output still written);
2 wrong use, or nothing could be done.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from briefing import cli_templates, console, pipeline, serialise
from briefing.console import DONE, NOT_DONE, WITH_PROBLEMS, Commands, finish, tell
from briefing.errors import BriefingError, NothingToBrief, RequestInvalid
from briefing.model import ActorKind, Analysis, Progress, Report, Request, SummarySentence, Template, no_report
from briefing.summaries import BY, SummaryRequest, summaries
from briefing.verification import verify_briefing
from briefing.wording import message, problem

_INTERRUPTED = 130
_DEMO = Request(
    title="Low water on the Danube",
    date="2026-10-22",
    marking="EXAMPLE",
    addressee="Whoever tries Briefing Desk",
    author="Briefing Desk demo",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except NothingToBrief as error:
        tell([problem(reason) for reason in error.reasons])
        return _fail(error)
    except BriefingError as error:
        return _fail(error)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing", description="Turns the documents about one matter into a cited briefing. No network."
    )
    parser.add_argument("--version", action="version", version=f"briefing {metadata.version('briefing-desk')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_build, _add_analyse, _add_summarise, _add_verify, cli_templates.add, _add_demo, _add_app):
        add(commands)
    return parser


def _add_sources(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="+", metavar="SOURCE", help="a document, or a folder of documents")


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _date(value: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{value}” is no date such as 2026-10-21") from error


def _add_build(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(commands, "build", _build, "Build a briefing from source documents.")
    _add_sources(command)
    command.add_argument("--template", default="situation-report", metavar="NAME|FOLDER|FILE")
    cli_templates.add_folder(command, "--templates")
    command.add_argument("--title", default="")
    command.add_argument("--date", type=_date, metavar="YYYY-MM-DD")
    command.add_argument("--marking", default="", help="the handling marking, top and bottom of each page")
    command.add_argument("--to", default="", dest="addressee", metavar="ADDRESSEE")
    command.add_argument("--author", default="")
    command.add_argument("--reference", default="")
    command.add_argument("--actor", action="append", default=[], dest="actors", metavar="NAME")
    command.add_argument("--words", type=_count, default=0, help="the budget of the summary over all sources")
    command.add_argument("--output", action="append", required=True, metavar="OUT.docx|OUT.pdf|OUT.html")
    command.add_argument(
        "--checkers-copy", default="", metavar="OUT.docx", help="with each cited source passage as a Word comment"
    )
    command.add_argument("--pack", action="store_true", help="attach the list of all evidence to the PDF")
    command.add_argument("--pack-sources", action="store_true", help="attach the sources' files to the PDF, too")


def _build(arguments: argparse.Namespace) -> int:
    outputs = [_Output(path) for path in arguments.output]
    if arguments.checkers_copy:
        outputs.append(_Output(arguments.checkers_copy, checked=True))
    for output in outputs:
        _check(output, arguments.sources)
    pack = pipeline.Pack(arguments.pack_sources) if arguments.pack or arguments.pack_sources else None
    if pack and not any(output.path.lower().endswith(".pdf") for output in outputs):
        raise RequestInvalid("--pack", "", "only a PDF can carry the evidence, and no --output is one")
    request = Request(
        title=arguments.title,
        date=arguments.date or "",
        marking=arguments.marking,
        addressee=arguments.addressee,
        author=arguments.author,
        reference=arguments.reference,
        actors=tuple(arguments.actors),
        words=arguments.words,
    )
    template = cli_templates.chosen(arguments.template, arguments.own)
    return _build_to(arguments.sources, template, request, outputs, pack)


@dataclass(frozen=True, slots=True)
class _Output:
    """A file to write; `checked` is the checker's copy."""

    path: str
    checked: bool = False

    @property
    def option(self) -> str:
        return "--checkers-copy" if self.checked else "--output"


def _check(output: _Output, sources: Sequence[str]) -> None:
    pipeline.check_output(output.path, checked=output.checked)
    if any(Path(output.path).resolve() == Path(source).resolve() for source in sources):
        raise RequestInvalid(output.option, output.path, "this is one of the sources, which are never written to")


def _build_to(
    sources: Sequence[str],
    template: Template,
    request: Request,
    outputs: Sequence[_Output],
    pack: pipeline.Pack | None = None,
) -> int:
    report = _progress()
    loaded = pipeline.read_sources(sources, report)
    analysis = pipeline.analyse(loaded.sources, report)
    briefing = pipeline.compose(analysis, template, request, report=report)
    problems, failed = [*loaded.problems, *analysis.problems], 0
    for output in outputs:
        try:
            problems += pipeline.export(briefing, output.path, report, checked=output.checked, pack=pack)
        except BriefingError as error:
            problems.append(problem(error))
            failed += 1
    tell(list(dict.fromkeys(problems)))
    if failed == len(outputs):
        return NOT_DONE
    return WITH_PROBLEMS if problems else DONE


def _add_analyse(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(commands, "analyse", _analyse, "Print what is found in source documents.")
    _add_sources(command)
    command.add_argument("--json", metavar="OUT|-", help="write JSON to a file, or to standard output")
    command.add_argument("--with-text", action="store_true", help="include the sources' text")
    command.add_argument("--aliases", default="", metavar="FILE", help="further names of actors")


def _analyse(arguments: argparse.Namespace) -> int:
    analysis = _analysis(arguments.sources, pipeline.AnalysisOptions(aliases=arguments.aliases))
    if arguments.json:
        _write_json(arguments.json, serialise.analysis(analysis, with_text=arguments.with_text))
    else:
        _print_analysis(analysis)
    return finish(analysis.problems)


def _analysis(sources: Sequence[str], options: pipeline.AnalysisOptions) -> Analysis:
    from dataclasses import replace

    report = _progress()
    loaded = pipeline.read_sources(sources, report)
    analysis = pipeline.analyse(loaded.sources, report, options=options)
    return replace(analysis, problems=(*loaded.problems, *analysis.problems))


def _print_analysis(analysis: Analysis) -> None:
    bodies = [actor.name for actor in analysis.actors if actor.kind is not ActorKind.PERSON]
    print(f"{len(analysis.sources)} sources, {sum(len(source.text.split()) for source in analysis.sources)} words")
    print(f"Actors: {', '.join(bodies[:12]) or 'none'}")
    print(f"People: {', '.join(person.name for person in analysis.people) or 'none'}")
    print(f"{len([figure for figure in analysis.figures if figure.key])} key figures")
    print(f"{len(analysis.statements)} statements, {len(analysis.timeline)} dated events")
    print(f"{len(analysis.disagreements)} disagreements")
    print("Use --json to have them all.")


def _write_json(path: str, value: serialise.Json) -> None:
    from briefing.files import write_whole

    if path == "-":
        sys.stdout.write(serialise.dumps(value))
    else:
        write_whole(path, serialise.dumps(value).encode())


def _add_summarise(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(commands, "summarise", _summarise, "Print a summary made of the sources' own sentences.")
    _add_sources(command)
    budget = command.add_mutually_exclusive_group()
    budget.add_argument("--words", type=_count, default=0)
    budget.add_argument("--sentences", type=_count, default=0)
    command.add_argument("--by", choices=BY, default="all")
    command.add_argument("--question", default="", help="choose the sentences that bear on it")
    command.add_argument("--method", default="coverage", metavar="NAME")
    command.add_argument("--json", metavar="OUT|-")


def _summarise(arguments: argparse.Namespace) -> int:
    report = _progress()
    loaded = pipeline.read_sources(arguments.sources, report)
    words = arguments.words or (0 if arguments.sentences else pipeline.DEFAULT_SUMMARY_WORDS)
    options = SummaryRequest(arguments.by, words, arguments.sentences, arguments.method, arguments.question)
    groups = summaries(loaded.sources, options, report)
    if arguments.json:
        pairs = [(group.of, group.summary) for group in groups]
        _write_json(arguments.json, serialise.summaries(pairs, loaded.problems))
    else:
        names = {source.id: source.name for source in loaded.sources}
        for group in groups:
            _print_summary(group.name, group.summary, names)
    return finish(loaded.problems)


def _print_summary(name: str, lines: Sequence[SummarySentence], names: dict[str, str]) -> None:
    if name:
        print(f"\n{name}\n")
    for item in lines:
        where = f"{names[item.sentence.source]}, para {item.sentence.passage}"
        print(f"- {' '.join(item.sentence.text.split())} [{where}]")


def _add_verify(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(
        commands, "verify", _verify, "Look each cited line of a briefing up again in the source documents."
    )
    command.add_argument("briefing", metavar="BRIEFING.docx|PROJECT.briefing")
    command.add_argument("sources", nargs="*", metavar="SOURCE", help="not needed for a project, which holds its own")


def _verify(arguments: argparse.Namespace) -> int:
    checked = verify_briefing(arguments.briefing, arguments.sources, _progress())
    for item in checked.verification.faults:
        entry = item.entry
        shown = f": now “{item.printed}”" if item.printed else ""
        print(f"[{entry.number}] {entry.name}, para {entry.passage}: {item.finding}: “{entry.quote}”{shown}")
    total = len(checked.verification.checked)
    print(f"{total - len(checked.verification.faults)} of {total} cited passages are as they stand in the sources.")
    tell(checked.problems)
    return DONE if checked.verification.sound and not checked.problems else WITH_PROBLEMS


def _add_demo(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(commands, "demo", _demo, "Build the example briefing from the shipped example documents.")
    command.add_argument("--folder", default="briefing-demo", metavar="FOLDER", help="where to put it")


def _demo(arguments: argparse.Namespace) -> int:
    from briefing import examples

    folder = Path(arguments.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestInvalid("--folder", arguments.folder, error.strerror or str(error)) from error
    outputs = [_Output(str(folder / f"briefing{suffix}")) for suffix in pipeline.OUTPUT_SUFFIXES]
    status = _build_to(
        [str(path) for path in examples.paths()], cli_templates.chosen("situation-report", ""), _DEMO, outputs
    )
    print("The example briefing, made from the documents in", Path(examples.paths()[0]).parent)
    for output in outputs:
        print(" ", Path(output.path).resolve())
    return status


def _add_app(commands: Commands[argparse.ArgumentParser]) -> None:
    command = console.command(commands, "app", _app, "Open the window.")
    command.add_argument("sources", nargs="*", metavar="SOURCE")


def _app(arguments: argparse.Namespace) -> int:
    for entry in metadata.entry_points(group="briefing.desktop"):
        start: Callable[[Sequence[str]], int] = entry.load()
        return start(arguments.sources)
    print("The window is not installed.", file=sys.stderr)
    return NOT_DONE


def _fail(error: BriefingError) -> int:
    print(f"briefing: {message(error)}", file=sys.stderr)
    return NOT_DONE


def _progress() -> Report:
    """A progress bar on a terminal; nothing in a pipe."""
    return _show_progress if sys.stderr.isatty() else no_report


def _show_progress(progress: Progress) -> None:
    width = 24
    filled = width * progress.done // max(progress.total, 1)
    bar = "█" * filled + "░" * (width - filled)
    line = f"{progress.step:<12} {bar} {progress.done}/{progress.total} {progress.detail}"
    end = "\r\x1b[K" if progress.done == progress.total else ""
    sys.stderr.write(f"\r\x1b[K{line[:110]}{end}")
    sys.stderr.flush()

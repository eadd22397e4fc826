"""The command line's part for templates: briefing templates list | show | check | new | export | import."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.console import DONE, Commands, command, finish
from briefing.errors import RequestInvalid, TemplateMissing
from briefing.files import write_whole
from briefing.wording import problem

if TYPE_CHECKING:
    from briefing.model import Template

OWN_FOLDER = "BRIEFING_TEMPLATES"
_WHERE = f"the folder of your own templates (default: the environment variable {OWN_FOLDER})"

_USAGE = (
    "new NAME --from EXISTING; export NAME OUT.brieftemplate; import FILE.brieftemplate [--name NAME] [--replace]; "
    "each with --folder DIR"
)


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    about = "List, show, check, copy, export or import templates."
    group = commands.add_parser("templates", help=about, description=about, epilog=_USAGE)
    actions = group.add_subparsers(required=True, metavar="ACTION")
    made = [command(actions, "list", _list, "List the templates, your own ones first found.")]
    for name, run, about in (
        ("show", _show, "Show a template's sections."),
        ("check", _check, "Check a template and say what is wrong with it."),
        ("export", _export, "Write a template to one file that can be sent to others."),
    ):
        made.append(command(actions, name, run, about))
        made[-1].add_argument("template", metavar="NAME|FOLDER|FILE")
    made[-1].add_argument("output", metavar="OUT.brieftemplate")
    new = command(actions, "new", _new, "Copy a template as your own, to be changed.")
    new.add_argument("name", metavar="NAME")
    new.add_argument("--from", required=True, dest="template", metavar="NAME|FOLDER|FILE")
    bring = command(actions, "import", _import, "Keep a template from a file as one of your own.")
    bring.add_argument("file", metavar="FILE.brieftemplate")
    bring.add_argument("--name", default="", help="what to call it (default: as the file)")
    bring.add_argument("--replace", action="store_true", help="in place of one of this name")
    for each in (*made, new, bring):
        add_folder(each, "--folder")


def add_folder(parser: argparse.ArgumentParser, option: str) -> None:
    parser.add_argument(option, dest="own", default=os.environ.get(OWN_FOLDER, ""), metavar="DIR", help=_WHERE)


def chosen(name: str, own: str) -> Template:
    """The template of that name, the person's own ones first. Raises TemplateError."""
    from briefing.templates import find

    return find(name, (Path(own),) if own else ())


def _list(arguments: argparse.Namespace) -> int:
    from briefing.templates import shelf

    found = shelf((Path(arguments.own),) if arguments.own else ())
    for template in found.templates:
        print(f"{template.name}: {template.title}. {template.description}".rstrip())
    return finish([problem(fault) for fault in found.faults])


def _show(arguments: argparse.Namespace) -> int:
    template = chosen(arguments.template, arguments.own)
    print(f"{template.name}: {template.title}. {template.description}")
    print(f"language {template.language}, citations {template.citation_form}, page {template.page.size}")
    for number, section in enumerate(template.sections, 1):
        per = f", per {section.per}" if section.per else ""
        words = f", {section.words} words" if section.words else ""
        limit = f", at most {section.limit}" if section.limit else ""
        rows = f", at most {section.rows} each" if section.rows else ""
        print(f"{number:2}. {section.heading} ({section.kind}, {section.fill}{per}{words}{limit}{rows})")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from briefing.templates import letterhead_bytes

    template = chosen(arguments.template, arguments.own)
    letterhead_bytes(template)
    if template.citation_style:
        from briefing.layout import style_bytes

        style_bytes(template)
    print(f"{template.name}: no fault found, {len(template.sections)} sections.")
    return DONE


def _new(arguments: argparse.Namespace) -> int:
    from briefing.templates import copy

    made = copy(arguments.template, arguments.name, _home(arguments))
    print(f"{made.name}: a copy of {arguments.template}, in {made.path}")
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from briefing.templates import pack

    template = chosen(arguments.template, arguments.own)
    write_whole(arguments.output, pack(Path(template.path)))
    print(f"{template.name}: exported to {arguments.output}")
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    from briefing.templates import unpack

    path = Path(arguments.file)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateMissing(arguments.file) from error
    made = unpack(data, arguments.name or path.stem, _home(arguments), replace=arguments.replace)
    print(f"{made.name}: kept in {made.path}")
    return DONE


def _home(arguments: argparse.Namespace) -> Path:
    if not arguments.own:
        raise RequestInvalid("--folder", "(not given)", f"say where your own templates are kept, or set {OWN_FOLDER}")
    return Path(arguments.own)

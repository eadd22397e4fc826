"""What the worker does with templates and figures: the engine's functions behind the window's commands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefing.model import Analysis, Decisions, Template
from ui import paths
from ui.protocol import (
    Exported,
    ExportTemplate,
    ImportTemplate,
    KeepTemplate,
    ListTemplates,
    Shelve,
    TemplatesFound,
)


def shelve(command: Shelve) -> TemplatesFound | Exported:
    """Do what the command asks of the templates. Raises TemplateError, RequestInvalid, OutputNotWritable."""
    match command:
        case ListTemplates():
            return found()
        case KeepTemplate():
            return keep(command)
        case ImportTemplate():
            return bring(command)
        case ExportTemplate():
            return send(command)


def found(kept: str = "") -> TemplatesFound:
    """The templates there are, the person's own ones hiding shipped ones of the same name."""
    from briefing import templates, wording

    own = paths.templates_folder()
    shelf = templates.shelf((own,))
    return TemplatesFound(
        shelf.templates,
        tuple(template.name for template in shelf.templates if Path(template.path).parent == own),
        tuple(wording.problem(fault) for fault in shelf.faults),
        kept,
    )


def template(name: str) -> Template:
    """The template of that name, as it stands on the disk now. Raises TemplateError."""
    from briefing import templates

    return templates.find(name, (paths.templates_folder(),))


def keep(command: KeepTemplate) -> TemplatesFound:
    from briefing import templates

    folder = templates.free(paths.templates_folder(), command.name, replace=command.replace)
    return found(templates.write(replace(command.template, name=command.name), folder).name)


def bring(command: ImportTemplate) -> TemplatesFound:
    from briefing import templates
    from briefing.errors import TemplateMissing

    path = Path(command.path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateMissing(command.path) from error
    return found(templates.unpack(data, path.stem, paths.templates_folder()).name)


def send(command: ExportTemplate) -> Exported:
    from briefing import templates
    from briefing.files import write_whole

    write_whole(command.path, templates.pack(Path(command.template)))
    return Exported(command.path, ())


def save_figures(analysis: Analysis, decisions: Decisions, path: str) -> Exported:
    """The key figures, as the person's decisions make them, in the format that the path's ending names."""
    from briefing.deciding import decided, without_hidden
    from briefing.files import write_whole
    from briefing.writers.sheet import as_csv, as_xlsx, sheet

    shown = without_hidden(decided(analysis, decisions), decisions.hidden)
    rows = sheet(shown, decisions)
    write_whole(path, as_csv(rows) if path.lower().endswith(".csv") else as_xlsx(rows))
    return Exported(path, ())

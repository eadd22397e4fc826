"""Where templates are kept: found by name, listed, written, copied, packed and unpacked."""

from __future__ import annotations

import dataclasses
import re
import zipfile
from collections.abc import Iterable
from importlib import resources
from io import BytesIO
from pathlib import Path

from briefing.errors import OutputNotWritable, RequestInvalid, TemplateError, TemplateInvalid, TemplateMissing
from briefing.files import write_whole
from briefing.model import Template
from briefing.templates.files import (
    ARCHIVE_SUFFIX,
    LETTERHEAD_FILE,
    TEMPLATE_FILE,
    TemplateFiles,
    file_bytes,
    files_at,
    unzipped,
    zipped,
)
from briefing.templates.reading import Places, parse
from briefing.templates.toml import as_toml

_LONGEST_NAME = 80
# Names that are devices on Windows, in any case and with any ending.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


def shipped_folder() -> Path:
    """The folder of the shipped templates: inside the installed package, or beside it in a source tree."""
    package = Path(str(resources.files("briefing")))
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def shipped() -> tuple[Template, ...]:
    """The shipped templates by name."""
    return tuple(read(folder) for folder in _kept_in(shipped_folder()))


@dataclasses.dataclass(frozen=True, slots=True)
class Shelf:
    """The templates there are, by name, and what is wrong with those that cannot be used."""

    templates: tuple[Template, ...]
    faults: tuple[TemplateError, ...] = ()


def shelf(own: Iterable[Path] = ()) -> Shelf:
    """All templates: those in the folders `own` hide shipped ones of the same name."""
    found: dict[str, Template] = {}
    faults: list[TemplateError] = []
    for home in (*own, shipped_folder()):
        for path in _kept_in(home):
            try:
                template = read(path)
            except TemplateError as error:
                faults.append(error)
            else:
                found.setdefault(template.name, template)
    return Shelf(tuple(found[name] for name in sorted(found)), tuple(faults))


def _kept_in(home: Path) -> list[Path]:
    try:
        entries = sorted(home.iterdir())
    except OSError:
        return []
    return [path for path in entries if path.suffix == ARCHIVE_SUFFIX or (path / TEMPLATE_FILE).is_file()]


def find(name: str, own: Iterable[Path] = ()) -> Template:
    """The template called `name`: a folder, a `.brieftemplate` file, or the name of an own or shipped one.

    `own` are further folders that hold templates; they come first. Raises TemplateMissing, TemplateInvalid.
    """
    path = Path(name)
    if path.suffix == ARCHIVE_SUFFIX or path.name == TEMPLATE_FILE or (path / TEMPLATE_FILE).is_file():
        return read(path.parent if path.name == TEMPLATE_FILE else path)
    homes = (*own, shipped_folder())
    for home in homes:
        for candidate in _kept_in(home):
            if candidate.name in (name, name + ARCHIVE_SUFFIX):
                return read(candidate)
    for template in shelf(homes).templates:
        if template.name == name:
            return template
    raise TemplateMissing(name, tuple(template.name for template in shelf(homes).templates))


def read(path: Path) -> Template:
    """The template at `path`, a folder or a `.brieftemplate` file. Raises TemplateMissing, TemplateInvalid."""
    try:
        files = files_at(path)
    except TemplateMissing as error:
        raise TemplateMissing(str(path), tuple(template.name for template in shelf().templates)) from error
    shown = str(path / TEMPLATE_FILE) if path.is_dir() else str(path)
    name = path.stem if path.suffix == ARCHIVE_SUFFIX else path.resolve().name
    letterhead = str(path / LETTERHEAD_FILE) if files.letterhead is not None else ""
    return parse(files.template, Places(shown, name, str(path), letterhead))


def letterhead_bytes(template: Template) -> bytes | None:
    """The house's Word file of a template, out of its archive where it is in one. Raises TemplateError."""
    if not template.letterhead:
        return None
    path = Path(template.letterhead)
    return files_at(path.parent).letterhead if path.parent.is_file() else file_bytes(path)


def write(template: Template, folder: Path) -> Template:
    """Keep `template` in `folder`, with its letterhead beside it; returns it as it now reads.

    Nothing is written where it would not read back. Raises TemplateError, OutputNotWritable.
    """
    return _keep(TemplateFiles(as_toml(template, folder.name).encode(), letterhead_bytes(template)), folder)


def copy(name: str, new_name: str, home: Path, own: Iterable[Path] = (), *, replace: bool = False) -> Template:
    """A copy of the template `name` as `home`/`new_name`. Raises TemplateError, RequestInvalid, OutputNotWritable."""
    template = find(name, (*own, home))
    return write(dataclasses.replace(template, name=new_name), free(home, new_name, replace=replace))


def pack(path: Path) -> bytes:
    """The template at `path` as the bytes of a `.brieftemplate`. Raises TemplateError."""
    read(path)
    return zipped(files_at(path))


def unpack(data: bytes, name: str, home: Path, *, replace: bool = False) -> Template:
    """Keep the template in a `.brieftemplate`'s bytes as `home`/`name`; it is called so from then on.

    Raises TemplateInvalid, RequestInvalid where there is one already, OutputNotWritable.
    """
    folder = free(home, name, replace=replace)
    files = unzipped(data, name + ARCHIVE_SUFFIX)
    template = parse(files.template, Places(f"{name}{ARCHIVE_SUFFIX}", name))
    if template.name == name:
        return _keep(files, folder)
    return _keep(
        TemplateFiles(as_toml(dataclasses.replace(template, name=name), name).encode(), files.letterhead), folder
    )


def free(home: Path, name: str, *, replace: bool = False) -> Path:
    """The folder for an own template of that name. Raises RequestInvalid for a name that will not do or is taken."""
    reason = _wrong_with(name)
    if reason:
        raise RequestInvalid("The template’s name", f"“{name}”", reason)
    folder = home / name
    if not replace and (folder.exists() or folder.is_symlink()):
        raise RequestInvalid("The template’s name", f"“{name}”", f"there is already one of this name in {home}")
    return folder


def _wrong_with(name: str) -> str:
    """Why `name` cannot be a folder's name on some system, or ""."""
    if not name.strip() or name != name.strip() or name.startswith(".") or name.endswith("."):
        return "it must not be empty, nor begin or end with a blank or a full stop"
    if re.search(r'[<>:"/\\|?*\x00-\x1f\x7f]', name) or not name.isprintable():
        return "it has a character that a file's name may not have"
    if len(name.encode()) > _LONGEST_NAME:
        return f"it is longer than {_LONGEST_NAME} letters"
    return "it is a device's name on Windows" if _DEVICES.fullmatch(name) else ""


def _keep(files: TemplateFiles, folder: Path) -> Template:
    letterhead = folder / LETTERHEAD_FILE
    places = Places(str(folder / TEMPLATE_FILE), folder.name, str(folder))
    parse(files.template, places)
    if files.letterhead is not None and not zipfile.is_zipfile(BytesIO(files.letterhead)):
        raise TemplateInvalid(str(letterhead), reason="it is no Word file (.docx)")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if files.letterhead is None:
            letterhead.unlink(missing_ok=True)
    except OSError as error:
        raise OutputNotWritable(str(folder), error.strerror or str(error)) from error
    if files.letterhead is not None:
        write_whole(letterhead, files.letterhead)
    write_whole(folder / TEMPLATE_FILE, files.template)
    return read(folder)

"""The files of a template, from a folder or from a `.brieftemplate`, which is that folder zipped."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefing.errors import TemplateInvalid, TemplateMissing

TEMPLATE_FILE = "template.toml"
LETTERHEAD_FILE = "letterhead.docx"
ARCHIVE_SUFFIX = ".brieftemplate"

# A template.toml is a few kilobytes and a letterhead with its logo a few megabytes: what is far beyond is no template.
LARGEST_TEMPLATE = 1_000_000
LARGEST_LETTERHEAD = 40_000_000
_LARGEST_ARCHIVE = 50_000_000
_MOST_ENTRIES = 500
# The oldest time a zip can tell: the same template gives the same bytes.
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class TemplateFiles:
    """The bytes of a template.toml, and of the letterhead where there is one."""

    template: bytes
    letterhead: bytes | None = None


def files_at(path: Path) -> TemplateFiles:
    """The files of the template at `path`, a folder or an archive. Raises TemplateMissing, TemplateInvalid."""
    if path.is_dir():
        letterhead = path / LETTERHEAD_FILE
        return TemplateFiles(
            file_bytes(path / TEMPLATE_FILE, LARGEST_TEMPLATE),
            file_bytes(letterhead, LARGEST_LETTERHEAD) if letterhead.is_file() else None,
        )
    return unzipped(file_bytes(path, _LARGEST_ARCHIVE), str(path))


def file_bytes(path: Path, limit: int = LARGEST_LETTERHEAD) -> bytes:
    """A file's bytes. Raises TemplateMissing, TemplateInvalid."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise TemplateMissing(str(path)) from error
    except OSError as error:
        raise TemplateInvalid(str(path), reason=error.strerror or str(error)) from error
    except ValueError as error:
        raise TemplateMissing(str(path)) from error
    if len(data) > limit:
        raise TemplateInvalid(str(path), reason=f"it is implausibly large (over {limit // 1_000_000} MB)")
    return data


def unzipped(data: bytes, shown: str) -> TemplateFiles:
    """The files in an archive's bytes, which may stand in one folder there; nothing else in it is unpacked.

    Raises TemplateInvalid, also for names that lead outside and for entries that unpack to absurd sizes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            home = _home(archive, shown)
            template = _entry(archive, home + TEMPLATE_FILE, LARGEST_TEMPLATE, shown)
            has_letterhead = home + LETTERHEAD_FILE in archive.namelist()
            letterhead = _entry(archive, home + LETTERHEAD_FILE, LARGEST_LETTERHEAD, shown) if has_letterhead else None
    except zipfile.BadZipFile as error:
        raise TemplateInvalid(shown, reason="it is neither a folder nor a zip file") from error
    except (zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise TemplateInvalid(shown, reason=f"it cannot be unpacked ({error})") from error
    return TemplateFiles(template, letterhead)


def _home(archive: zipfile.ZipFile, shown: str) -> str:
    """The one folder ("mine/") that the template.toml stands in, or "" for none."""
    names = archive.namelist()
    if len(names) > _MOST_ENTRIES:
        raise TemplateInvalid(shown, reason=f"there are {len(names)} files in it; a template has two")
    if len(set(names)) < len(names):
        raise TemplateInvalid(shown, reason="it holds two files of one name")
    for name in names:
        if name.startswith(("/", "\\")) or ":" in name or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            raise TemplateInvalid(shown, reason=f"a file in it would be put elsewhere (“{name}”)")
    homes = [name.removesuffix(TEMPLATE_FILE) for name in names if PurePosixPath(name).name == TEMPLATE_FILE]
    near = [home for home in homes if home.count("/") <= 1 and not home.startswith("__MACOSX")]
    if "" in near:
        return ""
    if len(near) != 1:
        raise TemplateInvalid(shown, reason=f"there is no {TEMPLATE_FILE} in it")
    return near[0]


def _entry(archive: zipfile.ZipFile, name: str, limit: int, shown: str) -> bytes:
    """An entry's bytes; its stated size is not believed."""
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TemplateInvalid(shown, reason=f"{name} is implausibly large (over {limit // 1_000_000} MB)")
    return data


def zipped(files: TemplateFiles) -> bytes:
    """The archive of a template: the same files give the same bytes."""
    entries = {TEMPLATE_FILE: files.template}
    if files.letterhead is not None:
        entries[LETTERHEAD_FILE] = files.letterhead
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(entries.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return memory.getvalue()

"""Errors in plain words: the one place where the engine's facts become sentences for people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from briefing import errors
from briefing.model import Problem

_E = TypeVar("_E", bound=errors.BriefingError)
_Wording: TypeAlias = Callable[[errors.BriefingError], str]
_WORDINGS: dict[type[errors.BriefingError], _Wording] = {}


def message(error: errors.BriefingError) -> str:
    """One sentence (or two) that says what is wrong, where, and where it helps what to do."""
    for kind in type(error).__mro__:
        if kind in _WORDINGS:
            return _WORDINGS[kind](error)
    return f"Something went wrong: {type(error).__name__}."


def problem(error: errors.BriefingError) -> Problem:
    """The error as a problem of a finished piece of work."""
    return Problem(path=str(getattr(error, "path", "")), message=message(error))


def _says(kind: type[_E]) -> Callable[[Callable[[_E], str]], Callable[[_E], str]]:
    def register(wording: Callable[[_E], str]) -> Callable[[_E], str]:
        _WORDINGS[kind] = wording  # type: ignore[assignment]
        return wording

    return register


def _name(path: str) -> str:
    return PurePath(path).name or path


@_says(errors.Cancelled)
def _(_error: errors.Cancelled) -> str:
    return "Stopped, as you asked."


@_says(errors.SourceMissing)
def _(error: errors.SourceMissing) -> str:
    return f"There is no file “{error.path}”."


@_says(errors.SourceUnreadable)
def _(error: errors.SourceUnreadable) -> str:
    return f"“{_name(error.path)}” could not be opened: {error.reason}."


@_says(errors.SourceEmpty)
def _(error: errors.SourceEmpty) -> str:
    return f"“{_name(error.path)}” is empty."


@_says(errors.SourceDamaged)
def _(error: errors.SourceDamaged) -> str:
    return f"“{_name(error.path)}” is not a sound {error.kind}: {error.reason}."


@_says(errors.SourceEncrypted)
def _(error: errors.SourceEncrypted) -> str:
    return f"“{_name(error.path)}” is protected by a password. Save it without the password and load it again."


@_says(errors.SourceWithoutText)
def _(error: errors.SourceWithoutText) -> str:
    pages = f" ({error.pages} page{'s' if error.pages != 1 else ''})" if error.pages else ""
    return (
        f"“{_name(error.path)}”{pages} has no text in it; it is probably a scan. "
        "Run text recognition (OCR) on it and load it again."
    )


@_says(errors.SourceNotSupported)
def _(error: errors.SourceNotSupported) -> str:
    return (
        f"“{_name(error.path)}” is a {error.kind}, which cannot be read. "
        "Text, Markdown, Word (.docx), web pages (.html) and PDF can."
    )


@_says(errors.SourceTooLarge)
def _(error: errors.SourceTooLarge) -> str:
    return f"“{_name(error.path)}” is too large to be safe: {error.found}, where {error.limit} is the limit."


_LANGUAGES = MappingProxyType(
    {
        "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
        "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
        "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nb": "Norwegian", "nl": "Dutch",
        "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
        "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
    }
)  # fmt: skip


@_says(errors.SourceNotUnderstood)
def _(error: errors.SourceNotUnderstood) -> str:
    language = _LANGUAGES.get(error.language.split("-")[0], f"a language (“{error.language}”)")
    return (
        f"“{_name(error.path)}” is in {language}: figures, statements and people are found in English texts only. "
        "Its summary, quotations and citations are sound."
    )


@_says(errors.SourceGivenTwice)
def _(error: errors.SourceGivenTwice) -> str:
    return f"“{_name(error.path)}” is the same document as “{_name(error.other)}” and was used once."


@_says(errors.SourceChanged)
def _(error: errors.SourceChanged) -> str:
    return f"“{_name(error.path)}” has changed since it was read. Load it again."


@_says(errors.NothingToBrief)
def _(_error: errors.NothingToBrief) -> str:
    return "None of the documents could be used, so there is nothing to brief."


@_says(errors.TemplateMissing)
def _(error: errors.TemplateMissing) -> str:
    return f"There is no template “{error.path}”. There are: {', '.join(error.known)}."


@_says(errors.TemplateInvalid)
def _(error: errors.TemplateInvalid) -> str:
    place = f", line {error.line}" if error.line else ""
    key = f", “{error.key}”" if error.key else ""
    hint = f" Did you mean “{error.suggestion}”?" if error.suggestion else ""
    return f"Template {error.path}{place}{key}: {error.reason}.{hint}"


@_says(errors.OutputNotWritable)
def _(error: errors.OutputNotWritable) -> str:
    return f"“{error.path}” could not be written: {error.reason}. What was there before is untouched."


@_says(errors.OutputFormatUnknown)
def _(error: errors.OutputFormatUnknown) -> str:
    return f"“{error.path}”: cannot write “{error.suffix}” files. Use one of {', '.join(error.known)}."


@_says(errors.ProjectMissing)
def _(error: errors.ProjectMissing) -> str:
    return f"There is no project “{error.path}”."


@_says(errors.ProjectExists)
def _(error: errors.ProjectExists) -> str:
    return f"There is a file “{error.path}” already. Choose another name, or open it."


@_says(errors.ProjectUnreadable)
def _(error: errors.ProjectUnreadable) -> str:
    return f"The project “{_name(error.path)}” could not be opened: {error.reason}."


@_says(errors.ProjectDamaged)
def _(error: errors.ProjectDamaged) -> str:
    return f"“{_name(error.path)}” is not a sound project: {error.reason}. Nothing in the file was changed."


@_says(errors.ProjectTooNew)
def _(error: errors.ProjectTooNew) -> str:
    return (
        f"The project “{_name(error.path)}” was saved by a newer version of this program (format {error.found}; this "
        f"version reads formats up to {error.known}). Open it with that version. Nothing in the file was changed."
    )


@_says(errors.ProjectLocked)
def _(error: errors.ProjectLocked) -> str:
    process = f" (process {error.pid})" if error.pid else ""
    return f"The project “{_name(error.path)}” is open in another window or program{process}. Close it there first."


@_says(errors.ProjectNotWritable)
def _(error: errors.ProjectNotWritable) -> str:
    return f"The project “{error.path}” could not be written: {error.reason}. What was saved before is safe."


@_says(errors.RequestInvalid)
def _(error: errors.RequestInvalid) -> str:
    return f"{error.option} {error.value}: {error.reason}."


@_says(errors.BriefingUnverifiable)
def _(error: errors.BriefingUnverifiable) -> str:
    return f"“{_name(error.path)}” cannot be verified: {error.reason}."

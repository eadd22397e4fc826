"""Everything that can go wrong, as facts. Wording for people is in `briefing.wording`.

    BriefingError
    ├── Cancelled                      the caller's `report` asked to stop
    ├── SourceError                    one source cannot be used        (path)
    │   ├── SourceMissing              no such file
    │   ├── SourceUnreadable           the system refused to give it    (reason)
    │   ├── SourceEmpty                nothing in it
    │   ├── SourceDamaged              not what it says it is           (kind, reason)
    │   ├── SourceEncrypted            needs a password                 (kind)
    │   ├── SourceWithoutText          e.g. a scan without a text layer (kind, pages)
    │   ├── SourceNotSupported         no reader for this type          (kind)
    │   ├── SourceTooLarge             beyond a guard, e.g. a zip bomb  (limit, found)
    │   ├── SourceGivenTwice           same bytes as another            (other)
    │   └── SourceChanged              not the bytes that were read
    ├── NothingToBrief                 no usable source was left
    ├── TemplateError                  one template cannot be used      (path)
    │   ├── TemplateMissing            no such template                 (name, known)
    │   └── TemplateInvalid            a key is wrong                   (key, line, reason, suggestion)
    ├── OutputError                    the result cannot be written     (path)
    │   ├── OutputNotWritable          the system refused               (reason)
    │   └── OutputFormatUnknown        no writer for this ending        (suffix, known)
    ├── ProjectError                   one project file cannot be used  (path)
    │   ├── ProjectMissing             no such file
    │   ├── ProjectExists              a new one would replace it
    │   ├── ProjectUnreadable          the system refused to give it    (reason)
    │   ├── ProjectDamaged             not a sound project              (reason)
    │   ├── ProjectTooNew              made by a newer program          (found, known)
    │   ├── ProjectLocked              open elsewhere                   (pid)
    │   └── ProjectNotWritable         a change could not be kept       (reason)
    ├── RequestInvalid                 an option's value makes no sense (option, value, reason)
    └── BriefingUnverifiable           no evidence ledger in the file   (path, reason)

Each error is a dataclass: its fields are the facts. (Not a frozen one: Python itself sets `__traceback__`.)
"""

from __future__ import annotations

from dataclasses import dataclass


class BriefingError(Exception):
    """The root of the tree: whoever catches this catches everything the engine raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders, so they are rebuilt from their fields."""
        fields = getattr(self, "__dataclass_fields__", {})
        return (type(self), tuple(getattr(self, name) for name in fields))


class Cancelled(BriefingError):
    """Raised by a caller's `report` to stop the work at the next unit."""


@dataclass(eq=False)
class SourceError(BriefingError):
    """One source cannot be used; the others can."""

    path: str


@dataclass(eq=False)
class SourceMissing(SourceError):
    """There is no such file or folder."""


@dataclass(eq=False)
class SourceUnreadable(SourceError):
    """The operating system would not give the file; `reason` is its own word."""

    reason: str


@dataclass(eq=False)
class SourceEmpty(SourceError):
    """The file holds no bytes, or nothing but blanks."""


@dataclass(eq=False)
class SourceDamaged(SourceError):
    """The file is not a sound file of its kind (`kind` such as "Word document")."""

    kind: str
    reason: str


@dataclass(eq=False)
class SourceEncrypted(SourceError):
    """The file needs a password."""

    kind: str


@dataclass(eq=False)
class SourceWithoutText(SourceError):
    """The file can be opened, but there is no text in it (a scan, say)."""

    kind: str
    pages: int | None = None


@dataclass(eq=False)
class SourceNotSupported(SourceError):
    """No reader for this type of file (`kind` such as "picture")."""

    kind: str


@dataclass(eq=False)
class SourceTooLarge(SourceError):
    """The file, or what it unpacks to, is beyond a guard. `limit` and `found` are worded quantities."""

    limit: str
    found: str


@dataclass(eq=False)
class SourceNotUnderstood(SourceError):
    """The text is in a language (BCP 47) whose figures, statements and people cannot be found; the rest works."""

    language: str


@dataclass(eq=False)
class SourceGivenTwice(SourceError):
    """The file has the same bytes as `other`, which is used instead."""

    other: str


@dataclass(eq=False)
class SourceChanged(SourceError):
    """The bytes are not those that the source was read from."""


@dataclass(eq=False)
class NothingToBrief(BriefingError):
    """None of the given sources could be used; `reasons` are the errors of each."""

    given: int
    reasons: tuple[SourceError, ...] = ()


@dataclass(eq=False)
class TemplateError(BriefingError):
    """One template cannot be used. `path` is the template's folder or file, or its name."""

    path: str


@dataclass(eq=False)
class TemplateMissing(TemplateError):
    """No template of that name; `known` are the names there are."""

    known: tuple[str, ...] = ()


@dataclass(eq=False)
class TemplateInvalid(TemplateError):
    """A key of the template is missing, unknown or has a wrong value.

    `line` counts from 1 (0: not known); `suggestion` is the nearest right name, or "".
    """

    key: str = ""
    line: int = 0
    reason: str = ""
    suggestion: str = ""


@dataclass(eq=False)
class OutputError(BriefingError):
    """The result cannot be written to `path`; what was there before is untouched."""

    path: str


@dataclass(eq=False)
class OutputNotWritable(OutputError):
    """The operating system refused; `reason` is its own word."""

    reason: str


@dataclass(eq=False)
class OutputFormatUnknown(OutputError):
    """No writer for the file's ending."""

    suffix: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ProjectError(BriefingError):
    """A project file cannot be opened, read or written; `path` holds what it held before."""

    path: str


@dataclass(eq=False)
class ProjectMissing(ProjectError):
    """There is no such file."""


@dataclass(eq=False)
class ProjectExists(ProjectError):
    """There is a file already, which a new project does not replace unasked."""


@dataclass(eq=False)
class ProjectUnreadable(ProjectError):
    """The operating system would not give the file; `reason` is its own word."""

    reason: str


@dataclass(eq=False)
class ProjectDamaged(ProjectError):
    """The file is not a sound project."""

    reason: str


@dataclass(eq=False)
class ProjectTooNew(ProjectError):
    """The file's format is number `found`; the newest one known here is `known`."""

    found: int
    known: int


@dataclass(eq=False)
class ProjectLocked(ProjectError):
    """The project is open in another window or program: in the process `pid`, where that is known."""

    pid: int | None = None


@dataclass(eq=False)
class ProjectNotWritable(ProjectError):
    """The change was not kept, for this `reason`; all earlier ones are."""

    reason: str


@dataclass(eq=False)
class RequestInvalid(BriefingError):
    """An option's value makes no sense."""

    option: str
    value: str
    reason: str


@dataclass(eq=False)
class BriefingUnverifiable(BriefingError):
    """A document cannot be verified because it carries no (readable) evidence ledger."""

    path: str
    reason: str

"""What crosses the pipe between the window's process and the worker's: frozen values, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from briefing.errors import BriefingError
    from briefing.model import (
        Analysis,
        Decisions,
        Problem,
        Progress,
        Request,
        Sentence,
        Source,
        SourceCard,
        Span,
        SummarySentence,
        Template,
    )


@dataclass(frozen=True)
class Gather:
    """Read `paths`, put them beside the held and `given` sources named in `keep`, analyse them: gives `Gathered`.

    `number` names the new analysis, so that later commands can refer to it without sending it back. `cards` tell
    which sources are out of the briefing, and what a person put in place of a document's own particulars.
    """

    number: int
    keep: tuple[str, ...]
    paths: tuple[str, ...]
    cards: tuple[SourceCard, ...] = ()
    given: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Gathered:
    """All sources as they were read, the analysis of those in the briefing (None: there are none), and problems."""

    number: int
    sources: tuple[Source, ...]
    analysis: Analysis | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class ListTemplates:
    """Gives `TemplatesFound`."""


@dataclass(frozen=True)
class TemplatesFound:
    """The templates, the names of the person's own ones, what is wrong with others, and the one just kept (or "")."""

    templates: tuple[Template, ...] = ()
    own: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    kept: str = ""


@dataclass(frozen=True)
class KeepTemplate:
    """Keep `template` as one's own called `name`: gives `TemplatesFound`."""

    template: Template
    name: str
    replace: bool = False


@dataclass(frozen=True)
class ImportTemplate:
    """Keep the template in this file as one's own: gives `TemplatesFound`."""

    path: str


@dataclass(frozen=True)
class ExportTemplate:
    """Write the template at the path `template` to one file: gives `Exported`."""

    template: str
    path: str


@dataclass(frozen=True)
class Draft:
    """What is to be composed."""

    number: int
    template: str
    request: Request
    decisions: Decisions


@dataclass(frozen=True)
class Export:
    """Compose and write to `path`: gives `Exported`."""

    draft: Draft
    path: str


@dataclass(frozen=True)
class Exported:
    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Render:
    """Compose and lay out as the PDF that an export would write: gives `Rendered`."""

    draft: Draft


@dataclass(frozen=True)
class SaveFigures:
    """Write the key figures to `path` (.csv or .xlsx): gives `Exported`."""

    draft: Draft
    path: str


@dataclass(frozen=True)
class Spot:
    """A citation's box on a page (from 0), in points from its upper left corner, and the passage it cites."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    source: str
    span: Span


@dataclass(frozen=True)
class Rendered:
    pdf: bytes
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True)
class Summarise:
    """Choose sentences for each actor, source or topic (`by`), or to a question: gives `Summarised`."""

    draft: Draft
    by: str
    question: str = ""
    words: int = 0


@dataclass(frozen=True)
class Group:
    """The summary of what is called `name` ("" for everything)."""

    name: str
    summary: tuple[SummarySentence, ...]


@dataclass(frozen=True)
class Summarised:
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class FindOffers:
    """What can be done about a line of `summary` that leans on text that was not chosen: gives `Offered`."""

    draft: Draft
    line: SummarySentence
    summary: tuple[SummarySentence, ...]


@dataclass(frozen=True)
class Offer:
    """`kind` is "before" or "other", with a sentence, or "name", with the line as it reads with the name in it."""

    kind: str
    sentence: Sentence | None = None
    text: str = ""


@dataclass(frozen=True)
class Offered:
    line: SummarySentence
    offers: tuple[Offer, ...]


Shelve: TypeAlias = ListTemplates | KeepTemplate | ImportTemplate | ExportTemplate
Command: TypeAlias = Gather | Shelve | Export | SaveFigures | Render | Summarise | FindOffers
Result: TypeAlias = Gathered | TemplatesFound | Exported | Rendered | Summarised | Offered | None


@dataclass(frozen=True)
class Hold:
    """Not a job: the sources and the analysis that later jobs call by `number`, for a worker that has not made it."""

    number: int
    sources: tuple[Source, ...]
    analysis: Analysis | None


@dataclass(frozen=True)
class Job:
    """A command with the number its answers carry; numbers count from 1."""

    id: int
    command: Command


@dataclass(frozen=True)
class Ready:
    """The worker waits for its first job."""

    pid: int


@dataclass(frozen=True)
class Begun:
    """The job has reached the worker; one that has not can safely be sent to the next."""

    job: int


@dataclass(frozen=True)
class Progressed:
    job: int
    progress: Progress


@dataclass(frozen=True)
class Finished:
    job: int
    result: Result


@dataclass(frozen=True)
class Failed:
    """The engine said no, for a reason it can name."""

    job: int
    error: BriefingError


@dataclass(frozen=True)
class Broken:
    """A fault in the program: `trace` is for the log and for whoever mends it."""

    job: int
    trace: str


@dataclass(frozen=True)
class Stopped:
    """The job gave way to a cancel."""

    job: int


Message: TypeAlias = Ready | Begun | Progressed | Finished | Failed | Broken | Stopped

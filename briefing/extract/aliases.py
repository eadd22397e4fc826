"""Further names for actors, from a file of the user's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import SourceMissing, SourceUnreadable

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Alias:
    """`form`, as printed, is another name of the actor called `name`."""

    form: str
    name: str


@dataclass(frozen=True, slots=True)
class Aliases:
    entries: tuple[Alias, ...] = ()


NO_ALIASES = Aliases()


def load_aliases(path: Path) -> Aliases:
    """The aliases of a UTF-8 text file with lines such as "South Korea = Seoul, ROK".

    Empty lines and lines that begin with "#" say nothing; a line without "=" says nothing either.
    """
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError as error:
        raise SourceMissing(str(path)) from error
    except OSError as error:
        raise SourceUnreadable(str(path), error.strerror or str(error)) from error
    entries = []
    for line in text.splitlines():
        name, equals, forms = line.partition("=")
        if equals and not line.lstrip().startswith("#") and name.strip():
            entries += [Alias(form.strip(), name.strip()) for form in forms.split(",") if form.strip()]
    return Aliases(tuple(entries))

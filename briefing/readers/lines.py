"""Lines of a plain text, what can be told from one alone, and where lines belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.readers.builder import visible

# Lines longer than this were never wrapped by hand or by a mail program: each is a paragraph.
WRAP_LIMIT = 130
_WRAP_FLOOR = 40
_RULE = re.compile(r"[-=_*~#+.\s]{3,}")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-+)\s*")
_BULLET = re.compile(
    r"\s*(?:[•●▪▫■□◦‣⁃·*+–—-]|\d{1,3}[.)]|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})\))\s+(?=\S)",
)
_FINAL = ".!?…。！？"
_CLOSERS = "\"'”’»)]』」"


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line end, and where it stands."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not visible(self.text)

    @property
    def rule(self) -> bool:
        """A line of dashes and the like: it divides and says nothing."""
        return _RULE.fullmatch(self.text) is not None

    @property
    def underline(self) -> int:
        """The level of the heading that this line underlines (setext), or 0."""
        found = _UNDERLINE.fullmatch(self.text)
        return 0 if found is None else 1 if found[1][0] == "=" else 2

    @property
    def bullet(self) -> int:
        """The length of the bullet or number (with blanks) that the line begins with, or 0."""
        found = _BULLET.match(self.text)
        return found.end() if found else 0


def split_lines(text: str, start: int = 0) -> list[Line]:
    """The lines of the text from `start` on."""
    lines: list[Line] = []
    position = start
    for piece in text[start:].split("\n"):
        lines.append(Line(position, piece))
        position += len(piece) + 1
    return lines


def groups(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Runs of lines without a blank line between them."""
    first = 0
    for number, line in enumerate(lines):
        if line.blank:
            if first < number:
                yield lines[first:number]
            first = number + 1
    if first < len(lines):
        yield lines[first:]


def finished(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return text.rstrip().rstrip(_CLOSERS).endswith(tuple(_FINAL))


def wrap_width(lines: Sequence[Line]) -> int:
    """The width the text was wrapped to, or 0 when its lines are not wrapped.

    Lines that nearly all end as sentences do are paragraphs of their own, however short.
    """
    inner: list[Line] = []
    for group in groups(lines):
        if max(len(line.text) for line in group) <= WRAP_LIMIT:
            inner.extend(group[:-1])
    if not inner or sum(finished(line.text) for line in inner) >= 0.8 * len(inner):
        return 0
    widths = sorted(len(line.text.rstrip()) for line in inner)
    width = widths[min(len(widths) - 1, int(len(widths) * 0.98))]
    return width if width >= _WRAP_FLOOR else 0


def wrapped(line: Line, following: Line, width: int) -> bool:
    """Whether the line was broken only because the first word of the following one did not fit any more."""
    if not width or len(line.text) > WRAP_LIMIT or len(following.text) > WRAP_LIMIT:
        return False
    words = following.text.split(maxsplit=1)
    first = min(len(words[0]), 20) if words else 0
    return len(line.text.rstrip()) + 1 + first > 0.94 * width

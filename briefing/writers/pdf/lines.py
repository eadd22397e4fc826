"""Text into lines of a given width: words, places to break, and where each part stands.

Greedy, ragged right, linear in the text. A line breaks at blanks, at zero-width spaces, behind a dash or hyphen
between letters and, in an address, behind its punctuation; a word wider than the line is cut where it must be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.writers.pdf.fonts import Face, main_face, pieces, printed
from briefing.writers.pdf.tree import Element

_TOKEN = re.compile(r"\n|\u200b| +|[^ \n\u200b]+")
_DASH = re.compile(r"(?<=[^\W\d_])[-–/](?=[^\W\d_])|—")
_ADDRESS_BREAK = re.compile(r"[/?&=._#%+~:-]+")
_EAST_ASIAN = re.compile(r"[\u2e80-\u312f\u31c0-\ua4cf\uf900-\ufaff\uff01-\uffee]")
_NO_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー”’）］｝〕〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%)]},.:;?!"
)
_NO_END = frozenset("“‘（［｛〔〈《「『【([{")
_SOFT_PLACES = frozenset("/?&=._#%+~:-,;)]}\u00a0")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: size in points, colour as "#rrggbb", how far it is raised above the line."""

    size: float
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of the page: its key, and its element, which stands behind its reference in the tree."""

    key: str
    element: Element


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look that belongs to one element.

    `link` is "#anchor" or an address; `anchor` names the stretch's own place; `hint` tells where the link leads.
    `note` is the note it refers to.
    """

    text: str
    look: Look
    element: Element
    link: str = ""
    anchor: str = ""
    hint: str = ""
    note: Note | None = None
    line_ends: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line as it is drawn. `x` counts from the line's left end."""

    text: str
    face: Face
    stretch: Stretch
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `width` is without blanks at its end."""

    parts: tuple[Part, ...]
    width: float


@dataclass(slots=True)
class _Token:
    """Text that does not break inside, and whether a line may break behind it."""

    text: str
    face: Face
    stretch: Stretch
    width: float
    breaks: bool
    blank: bool = False


def _cuts(word: str, address: bool) -> Iterator[tuple[str, bool]]:
    """A word cut behind its inner places to break; each part tells whether one may break behind it."""
    start = 0
    for end in _east_asian_places(word) if _EAST_ASIAN.search(word) else _places(word, address):
        yield word[start:end], True
        start = end
    yield word[start:], False


def _places(word: str, address: bool) -> Iterator[int]:
    for match in (_ADDRESS_BREAK if address else _DASH).finditer(word):
        if match.end() < len(word) and match.group() != "://":
            yield match.end()


def _east_asian_places(word: str) -> Iterator[int]:
    """Chinese and Japanese break behind any character, but no line begins with a closing mark or ends with an opening
    one (UAX #14, classes ID, CL, NS, OP).
    """
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        if (_EAST_ASIAN.match(before) or _EAST_ASIAN.match(after)) and before not in _NO_END and after not in _NO_START:
            yield place


def _tokens(stretches: Iterable[Stretch]) -> Iterator[_Token]:
    for stretch in stretches:
        address = bool(stretch.link) and not stretch.link.startswith("#")
        for found in _TOKEN.findall(printed(stretch.text, stretch.line_ends)):
            if found[0] in "\n\u200b ":
                yield from _faced(found, stretch, breaks=True, blank=True)
            else:
                for text, breaks in _cuts(found, address):
                    yield from _faced(text, stretch, breaks, blank=False)


def _faced(text: str, stretch: Stretch, breaks: bool, blank: bool) -> Iterator[_Token]:
    """The text as one token per face; one may break behind the last only."""
    look = stretch.look
    found = list(pieces(text, look.bold, look.italic))
    for number, piece in enumerate(found, 1):
        width = 0.0 if text == "\n" else piece.face.width(piece.text, look.size)
        yield _Token(piece.text, piece.face, stretch, width, breaks and number == len(found), blank)


def _words(stretches: Iterable[Stretch]) -> Iterator[list[_Token]]:
    """Tokens in groups that do not break inside."""
    group: list[_Token] = []
    for token in _tokens(stretches):
        if token.blank and group:
            yield group
            group = []
        group.append(token)
        if token.breaks:
            yield group
            group = []
    if group:
        yield group


def _fitting(token: _Token, room: float) -> int:
    """How many characters of the token fit, at least one, cut at a soft place where there is one near the end."""
    widths, size = token.face.widths, token.stretch.look.size / 1000
    used, count = 0.0, 0
    for char in token.text:
        used += widths.get(ord(char), 0.0) * size
        if used > room and count and not unicodedata.combining(char):
            break
        count += 1
    if count == len(token.text):
        return count
    for place in range(count, max(count - 30, count // 2), -1):
        if token.text[place - 1] in _SOFT_PLACES:
            return place
    return max(count, 1)


class _Breaker:
    """Collects tokens into lines."""

    def __init__(self, width: float) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.tokens: list[_Token] = []
        self.used = 0.0

    def end_line(self) -> None:
        self.lines.append(_line(self.tokens))
        self.tokens = []
        self.used = 0.0

    def put(self, token: _Token) -> None:
        self.tokens.append(token)
        self.used += token.width

    def add(self, word: list[_Token]) -> None:
        if word[0].text == "\n":
            self.put(_as_blank(word[0]))
            self.end_line()
            return
        needed = sum(token.width for token in word if not token.blank)
        if word[0].blank or self.used + needed <= self.width:
            for token in word:
                self.put(token)
            return
        if self.tokens and needed <= self.width:
            self.end_line()
        for token in word:
            self.squeeze(token)

    def squeeze(self, token: _Token) -> None:
        """Puts a token, over as many lines as it takes; it is cut only where it is wider than a line."""
        fits = token.width <= self.width
        if self.tokens and self.used + token.width > self.width and (fits or self.used > self.width / 2):
            self.end_line()
        while self.used + token.width > self.width:
            count = _fitting(token, self.width - self.used)
            if count == len(token.text):
                break
            head = _part_of(token, 0, count, token.face.width(token.text[:count], token.stretch.look.size))
            self.put(head)
            self.end_line()
            token = _part_of(token, count, len(token.text), token.width - head.width)
        self.put(token)


def _as_blank(token: _Token) -> _Token:
    """A line feed as a blank, which parts the words on both sides for whoever reads the text without the lines."""
    return _Token(" ", token.face, token.stretch, 0.0, breaks=True, blank=True)


def _part_of(token: _Token, start: int, end: int, width: float) -> _Token:
    return _Token(token.text[start:end], token.face, token.stretch, width, token.breaks, token.blank)


def _line(tokens: list[_Token]) -> Line:
    """The tokens side by side, neighbours of one stretch and face joined."""
    parts: list[Part] = []
    x = 0.0
    for token in tokens:
        text = token.text.replace("\u200b", "")
        last = parts[-1] if parts else None
        if last is not None and last.stretch is token.stretch and last.face is token.face:
            parts[-1] = replace(last, text=last.text + text, width=last.width + token.width)
        elif text or token.stretch.anchor:
            parts.append(Part(text, token.face, token.stretch, x, token.width))
        x += token.width
    for token in reversed(tokens):
        if not token.blank:
            break
        x -= token.width
    return Line(tuple(parts), x)


def break_lines(stretches: Iterable[Stretch], width: float) -> tuple[Line, ...]:
    """The lines of a paragraph, at least one."""
    breaker = _Breaker(max(width, 1.0))
    for word in _words(stretches):
        breaker.add(word)
    if breaker.tokens or not breaker.lines:
        breaker.end_line()
    return tuple(breaker.lines)


def longest_word(stretches: Iterable[Stretch]) -> float:
    """The width of the widest group that does not break inside."""
    return max((sum(token.width for token in word if not token.blank) for word in _words(stretches)), default=0.0)


def text_width(text: str, look: Look) -> float:
    return main_face(look.bold, look.italic).width(text, look.size)

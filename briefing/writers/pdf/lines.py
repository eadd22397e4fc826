"""Text into lines of a given width: words, places to break, and where each part stands.

Greedy, ragged right, linear in the text. A line breaks at blanks, at zero-width spaces, behind a dash or hyphen
between letters and, in an address, behind its punctuation; a word wider than the line is cut where it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from briefing.writers.pdf.bidi import levels, mirrored, visual_order
from briefing.writers.pdf.breaks import belongs, cuts, whole
from briefing.writers.pdf.fonts import SANS, Face, Piece, main_face, pieces, printed, prints
from briefing.writers.pdf.hyphens import SOFT_HYPHEN, hyphens
from briefing.writers.pdf.shaping import GlyphRun, shape
from briefing.writers.pdf.tree import Element

_TOKEN = re.compile(r"\n|\u200b| +|[^ \n\u200b]+")
BITE = 60
EMPTY = 0.45
_SOFT_PLACES = frozenset("/?&=._#%+~:-,;)]}\u00a0")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks: size in points, colour as "#rrggbb", how far it is raised above the line, family of fonts."""

    size: float
    colour: str = "#000000"
    bold: bool = False
    italic: bool = False
    rise: float = 0.0
    family: str = SANS


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot of the page: its key, and its element, which stands behind its reference in the tree."""

    key: str
    element: Element


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text of one look that belongs to one element.

    `link` is "#anchor" or an address; `anchor` names the stretch's own place; `hint` tells where the link leads.
    `note` is the note it refers to. Words of a `language` may be parted by hyphens; without one they stay whole.
    """

    text: str
    look: Look
    element: Element
    link: str = ""
    anchor: str = ""
    hint: str = ""
    note: Note | None = None
    line_ends: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line as it is drawn. `x` counts from the line's left end.

    `run` are the glyphs of shaped text. `spoken` is the text in reading order where what is drawn does not tell it.
    """

    text: str
    face: Face
    stretch: Stretch
    x: float
    width: float
    run: GlyphRun | None = None
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its parts in the order of reading; `width` is without blanks at its end."""

    parts: tuple[Part, ...]
    width: float


@dataclass(slots=True)
class _Token:
    """Text that does not break inside, and whether a line may break behind it.

    A `bite` is a part of a very long word of a shaped script: such are shaped bite by bite, to stay linear.
    """

    text: str
    face: Face
    stretch: Stretch
    width: float
    breaks: bool
    blank: bool = False
    level: int = 0
    run: GlyphRun | None = None
    bite: bool = False


def _tokens(stretches: Sequence[Stretch]) -> Iterator[_Token]:
    texts = [printed(stretch.text, stretch.line_ends) for stretch in stretches]
    by_character = levels(texts)
    start = 0
    for stretch, text in zip(stretches, texts, strict=True):
        address = bool(stretch.link) and not stretch.link.startswith("#")
        main = main_face(stretch.look.family, stretch.look.bold, stretch.look.italic)
        scale = stretch.look.size / 1000
        for found in _TOKEN.findall(text):
            known = _measured(found, main, address) if by_character is None else None
            if known is not None:
                for one in known:
                    yield _Token(one.text, main, stretch, one.width * scale, one.breaks, one.blank)
                start += len(found)
                continue
            blank = found[0] in "\n\u200b "
            for part, breaks in [(found, True)] if blank else cuts(found, address):
                own = by_character[start : start + len(part)] if by_character else None
                yield from _faced(part, stretch, breaks, blank, own)
                start += len(part)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A part of a word that does not break inside, with its width in thousandths of the size."""

    text: str
    width: float
    breaks: bool
    blank: bool


@lru_cache(maxsize=16384)
def _measured(found: str, face: Face, address: bool) -> tuple[_Measured, ...] | None:
    """The word in parts, or the blanks, where the face prints it all: most words come again and again."""
    if not prints(face, found):
        return None
    blank = found[0] in "\n\u200b "
    parts = [(found, True)] if blank else cuts(found, address)
    widths = ((part, 0.0 if part == "\n" else face.width(part, 1000), breaks) for part, breaks in parts)
    return tuple(_Measured(part, width, breaks, blank) for part, width, breaks in widths)


def _faced(text: str, stretch: Stretch, breaks: bool, blank: bool, by_character: Sequence[int] | None) -> list[_Token]:
    """The text as one token per face and level; one may break behind the last only."""
    look = stretch.look
    if by_character is None:
        runs = [(0, text)]
    else:
        runs = [
            (level, "".join(char for _, char in group))
            for level, group in groupby(zip(by_character, text, strict=True), lambda pair: pair[0])
        ]
    made = [
        _token(bite, piece.face, stretch, blank, level)
        for level, run in runs
        for piece in pieces(run, look.family, look.bold, look.italic)
        for bite in _bites(piece)
    ]
    made[-1].breaks = breaks
    return made


def _bites(piece: Piece) -> Iterator[str]:
    start, text = 0, piece.text
    while piece.face.shaped and len(text) - start > BITE:
        end = max(whole(text, start + BITE), start + 1)
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _token(text: str, face: Face, stretch: Stretch, blank: bool, level: int) -> _Token:
    run = shape(face, text, leftwards=level == 1) if face.shaped else None
    size = stretch.look.size
    width = face.width(text, size) if run is None else run.width * size / 1000
    bite = run is not None and len(text) >= BITE - 1
    width = 0.0 if text == "\n" else width
    return _Token(text, face, stretch, width, breaks=False, blank=blank, level=level, run=run, bite=bite)


def _words(stretches: Sequence[Stretch]) -> Iterator[list[_Token]]:
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
        if used > room and count:
            break
        count += 1
    if count == len(token.text):
        return count
    for place in range(count, max(count - 30, count // 2), -1):
        if token.text[place - 1] in _SOFT_PLACES and not belongs(token.text, place):
            return place
    return whole(token.text, count)


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
        first = word[0]
        if len(word) == 1 and first.text != "\n" and (first.blank or self.used + first.width <= self.width):
            self.tokens.append(first)
            self.used += first.width
            return
        if word[0].text == "\n":
            self.put(_as_blank(word[0]))
            self.end_line()
            return
        needed = sum(token.width for token in word if not token.blank)
        if word[0].blank or self.used + needed <= self.width:
            for token in word:
                self.put(token)
            return
        if len(word) == 1 and self.parted(first, needed):
            return
        if self.tokens and (needed <= self.width or self.partable(first, len(word))):
            self.end_line()
            self.add(word)
            return
        for token in word:
            self.squeeze(token)

    def partable(self, token: _Token, count: int) -> bool:
        """Can a word that is wider than a line be parted by a hyphen if it begins one?"""
        return count == 1 and bool(token.stretch.language) and bool(hyphens(token.text, token.stretch.language))

    def parted(self, token: _Token, needed: float) -> bool:
        """Parts a word that no line has room for; and one, if no name, that would leave half a line empty."""
        language, room = token.stretch.language, self.width - self.used
        stays = needed <= self.width and (room < self.width * EMPTY or not token.text[:1].islower())
        if stays or not language or token.run is not None or token.level:
            return False
        for place in hyphens(token.text, language):
            head = _part_of(token, 0, place)
            head.text += SOFT_HYPHEN
            head.width += token.face.width(SOFT_HYPHEN, token.stretch.look.size)
            if head.width <= room:
                self.put(head)
                self.end_line()
                self.add([_part_of(token, place, len(token.text))])
                return True
        return False

    def squeeze(self, token: _Token) -> None:
        """Puts a token, over as many lines as it takes; it is cut only where it is wider than a line."""
        least = 2 * token.stretch.look.size if token.bite else token.width
        cut = token.bite or token.width <= self.width or self.used > self.width / 2
        if self.tokens and self.used + least > self.width and cut:
            self.end_line()
        while self.used + token.width > self.width:
            head = _head(token, self.width - self.used)
            if len(head.text) == len(token.text):
                break
            self.put(head)
            self.end_line()
            token = _part_of(token, len(head.text), len(token.text), token.width - head.width)
        self.put(token)


def _head(token: _Token, room: float) -> _Token:
    """As much of the token as there is room for, at least a letter."""
    count = _fitting(token, room)
    head = _part_of(token, 0, count)
    while head.width > room and (fewer := whole(token.text, count - 1)) < count:
        count, head = fewer, _part_of(token, 0, fewer)
    return head


def _as_blank(token: _Token) -> _Token:
    """A line feed as a blank, which parts the words on both sides for whoever reads the text without the lines."""
    return _Token(" ", token.face, token.stretch, 0.0, breaks=True, blank=True)


def _part_of(token: _Token, start: int, end: int, width: float | None = None) -> _Token:
    """A part of the token; with its `width`, where that is known, a long word is cut in linear time."""
    text = token.text[start:end]
    if token.run is not None or width is None:
        made = _token(text, token.face, token.stretch, token.blank, token.level)
        made.breaks = token.breaks
        return made
    return _Token(text, token.face, token.stretch, width, token.breaks, token.blank, token.level)


def _line(tokens: list[_Token]) -> Line:
    """The tokens side by side, neighbours of one stretch and face joined."""
    end = len(tokens)
    while end and tokens[end - 1].blank:
        end -= 1
    if max([token.level for token in tokens], default=0):
        return _reordered(tokens, end)
    parts: list[Part] = []
    x = 0.0
    for some in _alike(tokens):
        parts += _part(some, x)
        x += sum([token.width for token in some])
    return Line(tuple(parts), sum([token.width for token in tokens[:end]]))


def _alike(tokens: Sequence[_Token]) -> Iterator[Sequence[_Token]]:
    """Neighbours of one stretch and face together; shaped ones each for itself."""
    start = 0
    for place in range(1, len(tokens) + 1):
        first = tokens[start]
        if place < len(tokens):
            token = tokens[place]
            if token.stretch is first.stretch and token.face is first.face and token.run is first.run is None:
                continue
        yield tokens[start:place]
        start = place


def _part(tokens: Sequence[_Token], x: float) -> list[Part]:
    first = tokens[0]
    text = "".join([token.text for token in tokens]).replace("\u200b", "")
    if not text and not first.stretch.anchor:
        return []
    spoken = text if first.run is not None and not first.run.plain else ""
    if first.level == 1 and first.run is None and mirrored(text) != text:
        text, spoken = mirrored(text), text
    return [Part(text, first.face, first.stretch, x, sum([token.width for token in tokens]), first.run, spoken)]


def _reordered(tokens: list[_Token], end: int) -> Line:
    """A line with right-to-left words: read in the tokens' order, seen in another. Blanks at its end stay there."""
    order = visual_order([token.level if place < end else 0 for place, token in enumerate(tokens)])
    places = [0.0] * len(tokens)
    x = 0.0
    for place in order:
        places[place] = x
        x += tokens[place].width
    parts = [part for place, token in enumerate(tokens) for part in _part([token], places[place])]
    return Line(tuple(parts), sum(token.width for token in tokens[:end]))


def break_lines(stretches: Sequence[Stretch], width: float) -> tuple[Line, ...]:
    """The lines of a paragraph, at least one."""
    breaker = _Breaker(max(width, 1.0))
    for word in _words(stretches):
        breaker.add(word)
    if breaker.tokens or not breaker.lines:
        breaker.end_line()
    return tuple(breaker.lines)


def longest_word(stretches: Sequence[Stretch]) -> float:
    """The width of the widest group that does not break inside."""
    return max((sum(token.width for token in word if not token.blank) for word in _words(stretches)), default=0.0)


def text_width(text: str, look: Look) -> float:
    return main_face(look.family, look.bold, look.italic).width(text, look.size)

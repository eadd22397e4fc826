"""Text into lines of a given width: words, places to break, and where each part stands.

Greedy, ragged right, linear in the text. A line breaks at blanks, at zero-width spaces, behind a dash or hyphen
between letters and, in an address, behind its punctuation; a word wider than the line is cut where it must be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.writers.pdf.bidi import levels, mirrored, visual_order
from briefing.writers.pdf.fonts import SANS, Face, Piece, main_face, pieces, printed, prints
from briefing.writers.pdf.shaping import GlyphRun, shape
from briefing.writers.pdf.tree import Element

_TOKEN = re.compile(r"\n|\u200b| +|[^ \n\u200b]+")
_DASH = re.compile(r"(?<=[^\W\d_])[-–/](?=[^\W\d_])|—")
_ADDRESS_BREAK = re.compile(r"[/?&=._#%+~:-]+")
_EAST_ASIAN = re.compile(r"[\u2e80-\u312f\u31c0-\ua4cf\uf900-\ufaff\uff01-\uffee]")
_NO_START = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー”’）］｝〕〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%)]},.:;?!"
)
_NO_END = frozenset("“‘（［｛〔〈《「『【([{")
# Thai and Lao vowels that are letters of their own in Unicode; joiners; a virama joins two consonants.
_BELONGS_TO_BEFORE = frozenset("ะาำๅฯๆະາຳໆ\u200c\u200d")
_BELONGS_TO_AFTER = frozenset("เแโใไເແໂໃໄ\u200d")
VIRAMA = 9
BITE = 60
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


def _tokens(stretches: Sequence[Stretch]) -> Iterator[_Token]:
    texts = [printed(stretch.text, stretch.line_ends) for stretch in stretches]
    by_character = levels(texts)
    start = 0
    for stretch, text in zip(stretches, texts, strict=True):
        address = bool(stretch.link) and not stretch.link.startswith("#")
        for found in _TOKEN.findall(text):
            blank = found[0] in "\n\u200b "
            for part, breaks in [(found, True)] if blank else _cuts(found, address):
                own = by_character[start : start + len(part)] if by_character else None
                yield from _faced(part, stretch, breaks, blank, own)
                start += len(part)


def _faced(text: str, stretch: Stretch, breaks: bool, blank: bool, by_character: Sequence[int] | None) -> list[_Token]:
    """The text as one token per face and level; one may break behind the last only."""
    look = stretch.look
    main = main_face(look.family, look.bold, look.italic)
    if by_character is None and prints(main, text):
        return [_Token(text, main, stretch, 0.0 if text == "\n" else main.width(text, look.size), breaks, blank)]
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
        end = max(_whole(text, start + BITE), start + 1)
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
        if token.text[place - 1] in _SOFT_PLACES and not _belongs(token.text, place):
            return place
    return _whole(token.text, count)


def _whole(text: str, count: int) -> int:
    """The place nearest to `count` that parts no mark from its letter; at least 1."""
    place = count
    while place > 0 and _belongs(text, place):
        place -= 1
    while place <= 0 or (place < len(text) and _belongs(text, place)):
        place += 1
    return place


def _belongs(text: str, place: int) -> bool:
    """Do the characters before and behind this place belong together?"""
    after, before = text[place], text[place - 1] if place else ""
    return (
        unicodedata.category(after)[0] == "M"
        or after in _BELONGS_TO_BEFORE
        or before in _BELONGS_TO_AFTER
        or (bool(before) and unicodedata.combining(before) == VIRAMA)
    )


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
    while head.width > room and (fewer := _whole(token.text, count - 1)) < count:
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
    if any(token.level for token in tokens[:end]):
        return _reordered(tokens, end)
    parts: list[Part] = []
    x = 0.0
    for same, group in groupby(tokens, lambda token: (id(token.stretch), id(token.face), token.run is not None)):
        joined = list(group)
        for some in [[one] for one in joined] if same[2] else [joined]:
            parts += _part(some, x)
            x += sum(token.width for token in some)
    return Line(tuple(parts), sum(token.width for token in tokens[:end]))


def _part(tokens: Sequence[_Token], x: float) -> list[Part]:
    first = tokens[0]
    text = "".join(token.text for token in tokens).replace("\u200b", "")
    if not text and not first.stretch.anchor:
        return []
    spoken = text if first.run is not None and not first.run.plain else ""
    if first.level == 1 and first.run is None and mirrored(text) != text:
        text, spoken = mirrored(text), text
    return [Part(text, first.face, first.stretch, x, sum(token.width for token in tokens), first.run, spoken)]


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

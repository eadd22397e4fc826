"""A sentence as tagged words with offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model import Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-[^\W_]+)*"  # U.S., U.S.-led
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Sgt|Capt|Adm|Cmdr|Brig|Gov|Sen|Rep|Rev|Hon|St|No|Jr|Sr|Inc|Ltd|Co"
    r"|Corp)\.(?=[\s,])"
    r"|[^\W_]+(?:[-&/.][^\W_]+|['’](?!(?:s|ve|re|ll|d|m)\b)[^\W_]+)*\+?"
    r"|['’](?:s|ve|re|ll|d|m)\b|\.\.\.|\S"
)
#: French and Italian articles before a vowel, as words of their own ("L'Allemagne")
_ELIDED = re.compile(r"(?:[LlDd]|[Qq]u|[Dd]ell|[Nn]ell|[Aa]ll|[Ss]ull)['’](?=[^\W\d_])(?!Ivoire)|" + _TOKEN.pattern)
_QUOTES = frozenset('"“”„«»‟')


@dataclass(slots=True)
class Words:
    """Parallel lists over the tokens of one sentence. Offsets are those of the source."""

    start: int
    text: str
    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    tags: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The token that holds `offset`, or the next one."""
        low, high = 0, len(self.ends)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] <= offset:
                low = middle + 1
            else:
                high = middle
        return low

    def cut(self, first: int, last: int) -> str:
        """The source's characters from token `first` to before token `last`."""
        if first >= last:
            return ""
        return self.text[self.starts[first] - self.start : self.ends[last - 1] - self.start]


def split_words(text: str, start: int, *, elided: bool = False) -> Words:
    """The words of a sentence that begins at `start`, untagged; with `elided`, "L'" is a word."""
    found = list((_ELIDED if elided else _TOKEN).finditer(text))
    words = [match.group() for match in found]
    lows = [word.lower().replace("’", "'") for word in words]
    return Words(
        start,
        text,
        words,
        lows,
        [start + match.start() for match in found],
        [start + match.end() for match in found],
    )


def collapse(words: Words, spans: Sequence[Span]) -> Words:
    """The same sentence with each of `spans` (in order) as one token, so that "$2.5 million" is one number."""
    if not spans:
        return words
    out = Words(words.start, words.text, [], [], [], [])
    waiting = iter(spans)
    span = next(waiting, None)
    for i, (begin, finish) in enumerate(zip(words.starts, words.ends, strict=True)):
        while span is not None and span.end <= begin:
            span = next(waiting, None)
        if span is None or begin >= span.end or span.start >= finish:
            _append(out, words.words[i], words.lows[i], begin, finish)
        elif not (out.starts and out.starts[-1] <= span.start < out.ends[-1]):
            _append(out, words.text[span.start - words.start : span.end - words.start], "#", span.start, span.end)
    return out


def _append(out: Words, word: str, low: str, start: int, end: int) -> None:
    out.words.append(word)
    out.lows.append(low)
    out.starts.append(start)
    out.ends.append(end)

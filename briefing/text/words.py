"""Words with offsets, their stems, and the count a word budget is kept in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from briefing.model import Span
from briefing.text.stopwords import function_words

# Marks of scripts in which vowels are combining characters belong to the word (Python's \w leaves them out).
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0dff"
# Scripts written without blanks: each character (with its marks) is a word of its own.
_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_CLUSTER = (
    "[\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46\u0e50-\u0e59][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
    f"|[{_UNSPACED}\U00020000-\U0002fa1f]"
)
_WORD = re.compile(
    rf"{_CLUSTER}"
    r"|\d+(?:[.,]\d+)*"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|(?:(?![{_UNSPACED}])[\w{_MARKS}])+(?:['’](?:(?![{_UNSPACED}])[\w{_MARKS}])+)*"
)
_PLAIN = re.compile(r"\d+(?:[.,]\d+)*|(?:[a-z]\.){2,}|[a-z0-9]+(?:'[a-z0-9]+)*")
_ANY_UNSPACED = re.compile(rf"[{_UNSPACED}\U00020000-\U0002fa1f]")
_KANA = re.compile(r"[\u3041-\u309f]")

STEMMERS = (
    ("ar", "arabic"),
    ("ca", "catalan"),
    ("cs", "czech"),
    ("da", "danish"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("et", "estonian"),
    ("eu", "basque"),
    ("fa", "persian"),
    ("fi", "finnish"),
    ("fr", "french"),
    ("ga", "irish"),
    ("hi", "hindi"),
    ("hu", "hungarian"),
    ("hy", "armenian"),
    ("id", "indonesian"),
    ("it", "italian"),
    ("lt", "lithuanian"),
    ("ne", "nepali"),
    ("nl", "dutch"),
    ("no", "norwegian"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("ro", "romanian"),
    ("ru", "russian"),
    ("sk", "czech"),
    ("sr", "serbian"),
    ("sv", "swedish"),
    ("ta", "tamil"),
    ("tr", "turkish"),
    ("yi", "yiddish"),
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed; an apostrophe inside belongs to it ("Kyiv's"), a hyphen parts ("left-wing")."""

    text: str
    span: Span


def words(text: str, start: int = 0) -> list[Word]:
    """The words of a text in order, spans moved by `start`. Numbers with separators and "U.S." are one word each."""
    return [Word(m.group(), Span(start + m.start(), start + m.end())) for m in _WORD.finditer(text)]


def folded_words(text: str) -> list[str]:
    """The words of a text, lower-cased, without offsets (several times as fast)."""
    lowered = text.lower()
    if lowered.isascii():
        found = _PLAIN.findall(lowered)
        return [word.removesuffix("'s") for word in found] if "'" in lowered else found
    return [match.replace("’", "'").removesuffix("'s") for match in _WORD.findall(lowered)]


def count_words(text: str) -> int:
    """The number of words as a word processor counts them, and as every word budget here is kept.

    Runs of anything between blanks; in scripts without blanks (Chinese, Japanese, Thai) each character counts.
    """
    if text.isascii() or not _ANY_UNSPACED.search(text):
        return len(text.split())
    unspaced = len(_ANY_UNSPACED.findall(text))
    return unspaced + sum(1 for part in _ANY_UNSPACED.sub(" ", text).split() if any(map(str.isalnum, part)))


@lru_cache(maxsize=8)
def stemmer(language: str) -> Callable[[str], str]:
    """The Snowball stemmer of a BCP 47 tag's language; lower-casing only where there is none."""
    code = language.partition("-")[0].casefold()
    name = dict(STEMMERS).get(code)
    if name is None:
        return str.lower
    import snowballstemmer

    if name not in snowballstemmer.algorithms():
        return str.lower
    stem: Callable[[str], str] = lru_cache(maxsize=65536)(snowballstemmer.stemmer(name).stemWord)
    return stem


def is_content(word: str, language: str) -> bool:
    """Tell whether a lower-cased word carries matter: no function word, and no single letter or single kana."""
    if word in function_words(language):
        return False
    if len(word) == 1:
        return bool(_ANY_UNSPACED.match(word)) and not _KANA.match(word)
    return any(map(str.isalnum, word))

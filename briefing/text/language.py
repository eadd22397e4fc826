"""The language a text is written in, by its script and its function words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from briefing.text.stopwords import LANGUAGES, stop_words
from briefing.text.words import folded_words

_SAMPLE = 20_000
_LEAST_HITS = 3.0
_LEAST_SHARE = 0.12
_LEAD = 1.15
_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("zh", re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("th", re.compile(r"[\u0e01-\u0e4e]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("ar", re.compile(r"[\u0620-\u06ff]")),
    ("hi", re.compile(r"[\u0904-\u0963]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэъёЫЭЪЁ]")
_PERSIAN = re.compile(r"[پچژگی]")
_ARABIC = re.compile(r"[ةىيكأإ]")
# In sumy's English list (it was made for headlines and code), but no sign of English.
_NOT_ENGLISH = frozenset(["que", "la", "el", "de", "en", "et", "al", "es", "un", "una", *"bcdefghjklmnopqrstuvwxyz"])
_OTHER_SCRIPT = frozenset({"ar", "el", "fa", "he", "hi", "ja", "ko", "ru", "th", "uk", "zh"})


def guess_language(text: str) -> str:
    """The BCP 47 primary tag ("en"), or "" where the text is too short or two languages fit as well."""
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return ""
    counts = Counter({code: len(pattern.findall(sample)) for code, pattern in _SCRIPTS})
    if counts["ja"] * 12 > counts["zh"]:
        counts["ja"] += counts.pop("zh", 0)
    code, hits = max(counts.items(), key=lambda item: (item[1], item[0]))
    if hits * 2 >= letters:
        return _among_script(code, sample) if hits >= 4 else ""
    return _latin(sample)


def _among_script(code: str, sample: str) -> str:
    if code == "ru":
        ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
        return "uk" if ukrainian > russian else "ru"
    if code == "ar":
        return "fa" if len(_PERSIAN.findall(sample)) > len(_ARABIC.findall(sample)) else "ar"
    return code


@lru_cache(maxsize=1)
def _profiles() -> dict[str, tuple[str, ...]]:
    """For each short function word the languages in Latin script that have it."""
    profiles: dict[str, list[str]] = {}
    for code in LANGUAGES:
        if code not in _OTHER_SCRIPT:
            for word in sorted(stop_words(code)):
                if len(word) <= 7 and (code != "en" or word not in _NOT_ENGLISH):
                    profiles.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in profiles.items()}


def _latin(sample: str) -> str:
    """The language most of the function words belong to; a word that several share counts less for each."""
    profiles = _profiles()
    tokens = folded_words(sample)
    scores: Counter[str] = Counter()
    for token in tokens:
        codes = profiles.get(token, ())
        for code in codes:
            scores[code] += 1 / len(codes)  # type: ignore[assignment]
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < max(_LEAST_HITS, _LEAST_SHARE * len(tokens)):
        return ""
    if len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]:
        return ""
    return ranked[0][0]

"""Stop words by language: sumy's own lists, read as data, and short lists of ours that add to them.

sumy is not imported beyond its empty front module (its code brings in nltk, which takes a second).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

SUMY_LISTS = (
    ("ar", "arabic"),
    ("cs", "czech"),
    ("de", "german"),
    ("el", "greek"),
    ("en", "english"),
    ("es", "spanish"),
    ("fr", "french"),
    ("he", "hebrew"),
    ("it", "italian"),
    ("ja", "japanese"),
    ("ko", "korean"),
    ("pl", "polish"),
    ("pt", "portuguese"),
    ("sk", "slovak"),
    ("sv", "swedish"),
    ("th", "thai"),
    ("uk", "ukrainian"),
    ("zh", "chinese"),
)
OWN_LISTS = ("da", "de", "en", "es", "fa", "fi", "fr", "hi", "hu", "id", "it", "nl", "no", "pt", "ro", "ru", "tr")
LANGUAGES = tuple(sorted({code for code, _ in SUMY_LISTS} | set(OWN_LISTS)))


@lru_cache(maxsize=64)
def stop_words(language: str) -> frozenset[str]:
    """The lower-cased stop words of a BCP 47 tag's language; empty for a language without a list."""
    code = language.partition("-")[0].casefold()
    found: frozenset[str] = frozenset()
    name = dict(SUMY_LISTS).get(code)
    if name is not None:
        found |= _words(files("sumy").joinpath("data", "stopwords", f"{name}.txt").read_text(encoding="utf-8"))
    return found | function_words(code) if code in OWN_LISTS else found


@lru_cache(maxsize=64)
def function_words(language: str) -> frozenset[str]:
    """Only the words without matter of their own (articles, pronouns, auxiliaries), where we have such a list.

    sumy's lists are wider (the English one has "second", "changes" and "value"); they stand in where we have none.
    """
    code = language.partition("-")[0].casefold()
    if code not in OWN_LISTS:
        return stop_words(code)
    return _words(files("briefing.text").joinpath("stopword_lists", f"{code}.txt").read_text(encoding="utf-8"))


def _words(text: str) -> frozenset[str]:
    lines = (line.strip().lower().replace("’", "'") for line in text.splitlines())
    return frozenset(part for line in lines for part in (line, *line.split("'")) if part)

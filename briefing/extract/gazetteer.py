"""The names this program knows: states, their capitals and demonyms, organisations, offices, currencies.

Built by packaging/build_gazetteer.py into data/gazetteer.json.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Known:
    """One actor of the gazetteer. `kind` is state, region, organisation, group or publisher; `parent` its state."""

    name: str
    kind: str
    parent: str


@dataclass(frozen=True, slots=True)
class Form:
    """A printed form: whose it is and how (name, demonym, capital, metonym)."""

    name: str
    how: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`forms` are keyed by their words joined by a blank; `longest` is the most words that begin with a first word."""

    actors: dict[str, Known]
    forms: dict[str, Form]
    foreign: dict[str, Form]
    longest: dict[str, int]
    foreign_longest: dict[str, int]
    currencies: dict[str, tuple[str, ...]]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read once."""
    data = json.loads((files("briefing.extract") / "data" / "gazetteer.json").read_text(encoding="utf-8"))
    rows = data["actors"]
    actors = {name: Known(name, kind, rows[parent][0] if parent >= 0 else "") for name, kind, parent in rows}
    hows = {}
    forms = {}
    for printed, (number, how) in data["forms"].items():
        key = (number, how)
        if key not in hows:
            hows[key] = Form(rows[number][0], how)
        forms[spaced(printed)] = hows[key]
    foreign = {spaced(printed): Form(rows[number][0], "name") for printed, number in data["foreign"].items()}
    currencies = {code: tuple(entry["words"]) for code, entry in data["currencies"].items()}
    return Gazetteer(actors, forms, foreign, first_words(forms), first_words(foreign), currencies)


def spaced(printed: str) -> str:
    """A printed form as its tokens joined by blanks: "Ukraine's" -> "Ukraine 's"."""
    return re.sub(r"'s(?= |$)", " 's", printed.replace("’", "'")).replace(",", " ,")


def first_words(forms: dict[str, Form]) -> dict[str, int]:
    """First word -> the number of words of the longest form that begins with it."""
    longest: dict[str, int] = {}
    for form in forms:
        words = form.split(" ")
        if longest.get(words[0], 0) < len(words):
            longest[words[0]] = len(words)
    return longest

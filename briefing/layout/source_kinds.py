"""What kind of document a source is, told only by its type of file, address, title, publisher and first lines.

Nothing is concluded from what a text is about. Where no sign is found, the source is simply a document.
"""

from __future__ import annotations

import re
from enum import StrEnum
from urllib.parse import urlsplit

from briefing.layout.words import one_line
from briefing.model import Source

_FIRST_LINES = 3
_SHORT_LINE = 120


class SourceKind(StrEnum):
    """The kinds; the value is what an entry calls it, or "" where it needs no word."""

    NEWS = "news"
    REPORT = "report"
    PRESS_RELEASE = "press release"
    SPEECH = "speech"
    LEGISLATION = "legislation"
    DATASET = "dataset"
    WEB_PAGE = "web page"
    DOCUMENT = "document"


_TABLES = ("text/csv", "text/tab-separated-values", "spreadsheet", "application/vnd.ms-excel")
_RELEASE = re.compile(
    r"(?:press|media|news) (?:release|statement|notice)\b|for immediate release\b|communiqu[eé]\b", re.I
)
_SPEECH = re.compile(
    r"(?:(?:opening|closing|keynote) )?(?:speech|remarks|address|statement to parliament)(?: (?:by|of|to|at)\b|:|$)",
    re.I,
)
_LAW = re.compile(
    r"\b(?:Act|Bill|Regulations|Order|Rules) (?:of )?\d{4}$|^(?:Regulation|Directive|Decision) \((?:EU|EC|EEC)\b|"
    r"^(?:Council|Commission) (?:Delegated |Implementing )?(?:Regulation|Directive|Decision)\b"
)
_REPORT = re.compile(
    r"^report (?:of|on|by|to|from)\b|\breport(?: (?:no|number)\b| \d|$|:| for\b)|"
    r"\b(?:white|green|working|discussion|issues) paper\b|\b(?:policy brief|annual review|impact assessment)\b",
    re.I,
)
_NEWSPAPER = re.compile(
    r"\b(?:news|newspaper|times|gazette|herald|tribune|chronicle|telegraph|courier|daily|mail|broadcasting|newswire|"
    r"press association|zeitung|tageblatt|journal de|diario)\b",
    re.I,
)
_PATHS = (
    (SourceKind.PRESS_RELEASE, re.compile(r"(?:press|media|news)-?_?(?:release|statement)s?")),
    (SourceKind.SPEECH, re.compile(r"speech(?:es)?|remarks")),
    (SourceKind.REPORT, re.compile(r"reports?")),
    (SourceKind.DATASET, re.compile(r"datasets?")),
    (SourceKind.NEWS, re.compile(r"news|articles?")),
)
_LAW_PLACES = re.compile(r"(?:^|\.)(?:legislation\.|eur-lex\.|laws?\.)")


def kind_of(source: Source) -> SourceKind:
    """The first kind that the source shows a sign of."""
    if any(kind in source.media_type for kind in _TABLES):
        return SourceKind.DATASET
    return _by_words(source) or _by_address(source.url) or _by_publisher(source)


def _by_words(source: Source) -> SourceKind | None:
    title = one_line(source.title)
    if _LAW.search(title):
        return SourceKind.LEGISLATION
    for line in (title, *_opening(source)):
        if _RELEASE.match(line):
            return SourceKind.PRESS_RELEASE
        if _SPEECH.match(line):
            return SourceKind.SPEECH
    return SourceKind.REPORT if _REPORT.search(title) else None


def _opening(source: Source) -> list[str]:
    """The first lines, where they are short enough to be headings."""
    lines = [one_line(passage.span.cut(source.text)) for passage in source.passages[:_FIRST_LINES]]
    return [line for line in lines if len(line) <= _SHORT_LINE]


def _by_address(url: str) -> SourceKind | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"}:
        return None
    if _LAW_PLACES.search(parts.netloc.lower()):
        return SourceKind.LEGISLATION
    folders = parts.path.lower().split("/")
    return next((kind for kind, sign in _PATHS if any(sign.fullmatch(folder) for folder in folders)), None)


def _by_publisher(source: Source) -> SourceKind:
    if _NEWSPAPER.search(source.publisher):
        return SourceKind.NEWS
    is_page = source.media_type in {"text/html", "application/xhtml+xml"} or source.url.startswith(("http:", "https:"))
    return SourceKind.WEB_PAGE if is_page else SourceKind.DOCUMENT

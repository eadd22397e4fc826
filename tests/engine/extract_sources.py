"""Sources made from plain text, and the project's own annotated texts, for the tests of extraction."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from briefing.extract import Evidence, extract_source, merge
from briefing.model import Passage, PassageKind, Source, Span
from briefing.text.sentences import split

TEXTS = Path(__file__).parent / "extract_texts"
_MARK = re.compile(r"\{\{([^{}]*)\}\}")


def make_source(text: str, name: str = "a.txt", published: str = "") -> Source:
    """A source with one passage per line."""
    passages = []
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - len(line) + len(line.rstrip())
        if end > start:
            passages.append(Passage(len(passages) + 1, _kind(text[start:end]), Span(start, end)))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Source("s" + digest[:12], name, name, digest, "text/plain", text, tuple(passages), published=published)


def _kind(line: str) -> PassageKind:
    if re.match(r"[•*–-]\s|\d+[.)]\s", line):
        return PassageKind.LIST_ITEM
    return PassageKind.HEADING if len(line) < 150 and line[-1] not in '.!?:;,"”’)' else PassageKind.PARAGRAPH


def analysed(*sources: Source) -> Evidence:
    return merge(sources, [extract_source(source, split(source)) for source in sources])


def evidence_of(text: str, published: str = "") -> Evidence:
    return analysed(make_source(text, published=published))


@dataclass(frozen=True)
class Expected:
    """One annotated figure: any of `actors`, any of `speakers` ("-" for none), any word of `counted` will do."""

    start: int
    end: int
    actors: tuple[str, ...]
    speakers: tuple[str, ...]
    counted: tuple[str, ...]
    optional: bool


def annotated(path: Path) -> tuple[str, list[Expected]]:
    """The text of a file without its marks, and what the marks {{figure|actor|speaker|counted}} say."""
    raw, out, found, last = path.read_text(encoding="utf-8"), "", [], 0
    for match in _MARK.finditer(raw):
        out += raw[last : match.start()]
        parts = match.group(1).split("|")
        words = tuple(tuple(part.split("/")) for part in parts[1:4])
        found.append(Expected(len(out), len(out) + len(parts[0]), *words, optional=len(parts) > 4))
        out += parts[0]
        last = match.end()
    return out + raw[last:], found

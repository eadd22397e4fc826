"""The preview: a document as one HTML page that needs nothing else, runs nothing and can be read aloud."""

from __future__ import annotations

import itertools
import re
from html import escape
from typing import TYPE_CHECKING

from briefing.blocks import (
    Align,
    Chart,
    Cite,
    Heading,
    ListItem,
    Paragraph,
    SourceEntry,
    Table,
    Title,
    WritePlace,
    chart_lines,
    marker,
)
from briefing.writers.direction import right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.blocks import Block, Column, Document, Inline, Row, Run
    from briefing.model import Style

_ILLEGAL = re.compile("[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SIZES = {"a3": "A3", "a4": "A4", "a5": "A5", "letter": "letter", "legal": "legal"}


def write_html(document: Document) -> str:
    """The document as a page: the same blocks and numbers as the Word and PDF files, with live links both ways."""
    language = _attribute(document.language or "en-GB")
    return "".join(
        (
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            f'<meta name="author" content="{_attribute(document.author)}">\n' if document.author else "",
            f"<title>{_text(document.title)}</title>\n<style>\n{_rules(document.style)}</style>\n",
            f'<style media="print">\n{_page_rules(document)}</style>\n</head>\n<body>\n',
            "" if any(isinstance(block, Title) for block in document.blocks) else _marking(document.marking),
            "<main>\n",
            *_blocks(document),
            "</main>\n",
            _marking(document.marking),
            "</body>\n</html>\n",
        )
    )


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("", text), quote=False)


def _attribute(text: str) -> str:
    return escape(_ILLEGAL.sub("", text), quote=True)


def _marking(marking: str) -> str:
    return f'<p class="marking">{_text(marking)}</p>\n' if marking else ""


def _blocks(document: Document) -> Iterator[str]:
    targets = frozenset(block.anchor for block in document.blocks if isinstance(block, SourceEntry))
    for kind, group in itertools.groupby(document.blocks, type):
        if kind is ListItem:
            yield from _list("items", (_item(block, targets) for block in group if isinstance(block, ListItem)))
        elif kind is SourceEntry:
            yield from _list("sources", (_source(block, targets) for block in group if isinstance(block, SourceEntry)))
        else:
            for block in group:
                yield _block(block, targets)


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    yield f'<ul class="{name}">\n'
    yield from items
    yield "</ul>\n"


def _block(block: Block, targets: frozenset[str]) -> str:
    match block:
        case Title():
            return _title(block)
        case Heading():
            level = min(max(block.level, 1) + 1, 6)
            return f'<h{level} id="{_attribute(block.anchor)}">{_text(block.text)}</h{level}>\n'
        case Paragraph():
            return f'<p class="{block.role}"{_direction(block.inlines)}>{_inlines(block.inlines, targets)}</p>\n'
        case Table():
            return "".join(_table(block, targets))
        case Chart():
            lines = "".join(f"<p>{_inlines(line, targets)}</p>\n" for line in chart_lines(block))
            return f'<div class="chart">\n{lines}</div>\n'
        case WritePlace():
            return f'<p class="write" role="note" aria-label="To write">{_text(block.prompt)}</p>\n'
        case _:
            return ""


def _title(block: Title) -> str:
    facts = "".join(f"<div><dt>{_text(label)}</dt><dd>{_text(value)}</dd></div>\n" for label, value in block.facts)
    heading = f"<header>\n{_marking(block.marking)}<h1>{_text(block.text)}</h1>\n"
    return heading + (f"<dl>\n{facts}</dl>\n" if facts else "") + "</header>\n"


def _item(block: ListItem, targets: frozenset[str]) -> str:
    return f'<li class="{block.role}"{_direction(block.inlines)}>{_inlines(block.inlines, targets)}</li>\n'


def _direction(inlines: tuple[Inline, ...]) -> str:
    return ' dir="rtl"' if right_to_left("".join(part.text for part in inlines if not isinstance(part, Cite))) else ""


def _inlines(inlines: tuple[Inline, ...], targets: frozenset[str]) -> str:
    return "".join(_cite(part, targets) if isinstance(part, Cite) else _run(part) for part in inlines)


def _run(run: Run) -> str:
    made = _text(run.text) if run.evidence else _text(run.text).replace("\n", "<br>")
    for wanted, tag in ((run.italic, "em"), (run.bold, "strong")):
        if wanted:
            made = f"<{tag}>{made}</{tag}>"
    attributes = f' class="verbatim" data-evidence="{_attribute(run.evidence)}"' if run.evidence else ""
    if run.language:
        attributes += f' lang="{_attribute(run.language)}"'
    if right_to_left(run.text):
        attributes += ' dir="rtl"'
    made = f"<span{attributes}>{made}</span>" if attributes else made
    return f'<a href="#{_attribute(run.refers)}">{made}</a>' if run.refers else made


def _cite(cite: Cite, targets: frozenset[str]) -> str:
    own = f' id="{_attribute(cite.back)}"' if cite.back else ""
    shown = f"<bdi>{_text(marker(cite))}</bdi>"
    if cite.anchor not in targets:
        return f'<span class="cite"{own}>{shown}</span>'
    return f'<a class="cite"{own} href="#{_attribute(cite.anchor)}">{shown}</a>'


def _source(block: SourceEntry, targets: frozenset[str]) -> str:
    address = ""
    if block.url:
        shown = _text(block.url)
        is_web = block.url.lower().startswith(("http://", "https://"))
        address = f' <a href="{_attribute(block.url)}" rel="noreferrer">{shown}</a>' if is_web else f" {shown}"
    backs = " ".join(
        f'<a class="back" href="#{_attribute(back)}" aria-label="Back to citation {index}">{index}</a>'
        for index, back in enumerate(block.backs, 1)
    )
    return (
        f'<li id="{_attribute(block.anchor)}"{_direction(block.inlines)}><span class="number">[{block.number}]</span> '
        f"{_inlines(block.inlines, targets)}{address}{' <span>↑ ' + backs + '</span>' if backs else ''}</li>\n"
    )


def _table(table: Table, targets: frozenset[str]) -> Iterator[str]:
    described = f' aria-description="{_attribute(table.alt)}"' if table.alt else ""
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{_attribute(table.caption or "Table")}">\n'
    own = f' id="table-{table.number}"' if table.number else ""
    yield f"<table{own}{described}>\n"
    if table.caption:
        yield f"<caption>{f'Table {table.number}: ' if table.number else ''}{_text(table.caption)}</caption>\n"
    total = sum(max(column.share, 0.0) for column in table.columns) or 1.0
    shares = (f'<col style="width:{100 * max(column.share, 0.0) / total:.2f}%">' for column in table.columns)
    yield f"<colgroup>{''.join(shares)}</colgroup>\n"
    heads = (f'<th scope="col"{_align(column)}>{_text(column.heading)}</th>' for column in table.columns)
    yield f"<thead>\n<tr>{''.join(heads)}</tr>\n</thead>\n<tbody>\n"
    for index, row in enumerate(table.rows):
        if row.group and index:
            yield "</tbody>\n<tbody>\n"
        yield _row(row, table.columns, targets)
    yield "</tbody>\n</table>\n</div>\n"


def _align(column: Column) -> str:
    return ' class="right"' if column.align is Align.RIGHT else ""


def _row(row: Row, columns: tuple[Column, ...], targets: frozenset[str]) -> str:
    if row.group:
        shown = _inlines(row.cells[0], targets) if row.cells else ""
        return f'<tr class="group"><th scope="rowgroup" colspan="{len(columns)}">{shown}</th></tr>\n'
    cells = []
    for index, column in enumerate(columns):
        inlines = row.cells[index] if index < len(row.cells) else ()
        cells.append(f"<td{_align(column)}{_direction(inlines)}>{_inlines(inlines, targets)}</td>")
    return f"<tr>{''.join(cells)}</tr>\n"


def _css_string(text: str) -> str:
    """A CSS string; everything that is not a plain letter, digit or blank is escaped by its number."""
    kept = (sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in _ILLEGAL.sub("", text))
    return f'"{"".join(kept)}"'


def _colour(value: str) -> str:
    return value if _COLOUR.fullmatch(value) else "#1f3a5f"


def _page_rules(document: Document) -> str:
    """The rules for paper, in a style element of their own: simple viewers give up on a whole one for an @ rule."""
    page = document.page
    size = _SIZES.get(page.size.strip().casefold(), "A4")
    marking = _css_string(document.marking)
    return (
        f"@page {{ size: {size}; margin: {page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm;\n"
        f"  @top-center {{ content: {marking}; font-weight: bold; }}\n"
        f'  @bottom-center {{ content: {marking} " \\b7  page " counter(page) " of " counter(pages); }} }}\n'
        + _PRINT_RULES
    )


def _rules(style: Style) -> str:
    """The rules with the colours written out: simple viewers know no variables."""
    colours = {"heading": style.heading_colour, "accent": style.accent_colour, "band": style.table_header_colour}
    rules = _RULES
    for name, value in colours.items():
        rules = rules.replace(f"var({name})", _colour(value))
    font = f"{style.size * 1.25:g}px/1.5 {_css_string(style.font)}, Arial, sans-serif"
    return f"body {{ font: {font}; }}\n{rules}"


_RULES = """\
body { color: #1a1a1a; background: #fff; max-width: 48em; margin: 0 auto; padding: 1em; }
h1, h2 { color: var(heading); line-height: 1.2; }
h3, h4, h5, h6 { color: var(accent); }
h2 { border-bottom: 1px solid #bfc8d4; margin-top: 1.6em; }
h2, h3, h4, h5, h6 { break-after: avoid; }
.marking { text-align: center; font-weight: bold; }
dl div { display: flex; gap: 1em; }
dt { min-width: 7em; color: #444; }
dd { margin: 0; }
.written { border-left: 3px solid var(accent); padding-left: .7em; }
li.written { border: 0; padding: 0; font-style: italic; }
.notice { font-style: italic; color: #505050; }
.write { border: 1px dashed #767676; background: #fff8e1; color: #4a4a4a; padding: .5em .7em; }
.cite { font-size: .9em; white-space: nowrap; }
a { color: #0b57a4; }
a.cite, a.back { text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .92em; }
caption { text-align: left; caption-side: top; font-weight: bold; padding: .4em 0; }
th, td { text-align: left; vertical-align: top; padding: .3em .5em; border-bottom: 1px solid #a6b1bf; }
thead th { background: var(band); }
.right, [dir="rtl"] { text-align: right; }
.sources { list-style: none; padding: 0; }
.sources li { padding-left: 2.4em; text-indent: -2.4em; margin-bottom: .4em; overflow-wrap: anywhere; }
.sources li > * { text-indent: 0; }
.number { display: inline-block; min-width: 2.4em; }
:target { background: #fff3c4; }
"""
_PRINT_RULES = """\
body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
body > .marking { display: none; }
thead { display: table-header-group; }
tr, li { break-inside: avoid; }
.wide { overflow: visible; }
a { color: inherit; }
"""

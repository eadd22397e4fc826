"""What a web page says about itself: JSON-LD first, then meta elements, then what its markup names.

Only what the page states is taken. In particular a date of publication is never worked out from an address or from
the words of the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from lxml import etree, html

from briefing.readers.builder import Metadata, one_line
from briefing.readers.dates import iso_date
from briefing.readers.particulars import is_address, language_tag
from briefing.readers.titles import person, plausible_title

_TITLE = (
    "og:title",
    "twitter:title",
    "citation_title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_AUTHOR = (
    *("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "dc.author", "parsely-author"),
    *("sailthru.author", "byl"),
)
_PUBLISHER = (
    "og:site_name",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_PUBLISHED = (
    *("article:published_time", "article:published", "og:article:published_time", "citation_publication_date"),
    *(
        "citation_date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date",
        "dcterms.date",
    ),
    *("datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "rnews:datepublished", "originalpublicationdate"),
)
_URL = ("og:url", "twitter:url", "citation_abstract_html_url", "parsely-link")
_LANGUAGE = ("content-language", "language", "dc.language", "dcterms.language", "og:locale")
_SAVED_FROM = re.compile(
    r"saved from url=\(\d{4}\)(https?://\S{1,2000})|^\s{0,50}url:\s{0,10}(https?://\S{1,2000})", re.MULTILINE
)
_ARTICLE = re.compile(r"(?:\w{0,40}Article|Report|BlogPosting|LiveBlogPosting|PressRelease)")
_PAGE = re.compile(r"\w{0,40}(?:WebPage|Page|CreativeWork|Posting)")
_SEPARATOR = re.compile(r"\s(?:\||-|–|—|::|»|·|•)\s")
_BY = re.compile(r"by:?\s{1,5}", re.IGNORECASE)
_MAX_JSON = 2_000_000
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class _Stated:
    """Strings by name, each the first one stated."""

    values: Mapping[str, str] = field(default_factory=dict)

    def first(self, names: Iterable[str]) -> Iterator[str]:
        return (self.values[name] for name in names if self.values.get(name))


def page_particulars(tree: html.HtmlElement) -> Metadata:
    """The page's own title, author, publisher, date of publication, language and address."""
    article, meta = _json_article(tree), _meta(tree)
    named = [*article.first(["publisher"]), *meta.first(_PUBLISHER)]
    publisher = _best(name for name in named if not is_address(name))
    return Metadata(
        title=_title(tree, article, meta, publisher),
        author=_author(tree, article, meta),
        publisher=publisher,
        published=_best(map(iso_date, [*article.first(["published"]), *meta.first(_PUBLISHED), *_times(tree)])),
        language=_best(map(language_tag, _languages(tree, article, meta))),
        url=_url(tree, article, meta),
    )


def page_heading(tree: html.HtmlElement) -> str:
    """The text of the page's only first-level heading, or of the one in its article, or ""."""
    for path in ("//article//h1", "//main//h1", "//h1"):
        found = [text for text in map(_content, _elements(tree, path)) if text]
        if len(found) == 1:
            return found[0] if len(found[0]) <= _LONGEST_HEADING else ""
    return ""


def _best(stated: Iterable[str]) -> str:
    return next((value for value in stated if value), "")


def _elements(tree: html.HtmlElement, path: str) -> Iterator[etree._Element]:
    found = tree.xpath(path)
    return (
        (element for element in found if isinstance(element, etree._Element)) if isinstance(found, list) else iter(())
    )


def _content(element: etree._Element) -> str:
    return one_line(" ".join(str(text) for text in element.itertext()))


def _meta(tree: html.HtmlElement) -> _Stated:
    values: dict[str, str] = {}
    for element in _elements(tree, "//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name:
            values.setdefault(name.strip().lower(), one_line(element.get("content", "")))
    return _Stated(values)


def _title(tree: html.HtmlElement, article: _Stated, meta: _Stated, publisher: str) -> str:
    heading = page_heading(tree)
    stated = [*article.first(["title"]), *meta.first(_TITLE), heading, *map(_content, _elements(tree, "//head/title"))]
    return _best(plausible_title(_without_site(title, publisher, heading)) for title in stated)


def _without_site(title: str, publisher: str, heading: str) -> str:
    """The title without the name of the site before or behind it."""
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()].strip(), title[cut.end() :].strip()
        if before == heading or (publisher and after.lower() == publisher.lower()):
            return before
        if publisher and before.lower() == publisher.lower():
            return after
    return title


def _author(tree: html.HtmlElement, article: _Stated, meta: _Stated) -> str:
    marked = _elements(tree, "//*[@rel='author' or @itemprop='author']")
    lines = _elements(tree, "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]")
    stated = [*article.first(["author"]), *meta.first(_AUTHOR), *map(_content, marked)]
    stated += [line for line in map(_content, lines) if _BY.match(line) and len(line) < 80]
    return _best(person(_BY.sub("", name, count=1) if _BY.match(name) else name) for name in stated)


def _times(tree: html.HtmlElement) -> Iterator[str]:
    for element in _elements(tree, "//*[@itemprop='datePublished']|//time[@pubdate]"):
        yield element.get("datetime") or element.get("content") or _content(element)


def _languages(tree: html.HtmlElement, article: _Stated, meta: _Stated) -> Iterator[str]:
    yield tree.get("lang") or tree.get("xml:lang") or ""
    yield from article.first(["language"])
    yield from meta.first(_LANGUAGE)


def _url(tree: html.HtmlElement, article: _Stated, meta: _Stated) -> str:
    canonical = [element.get("href", "") for element in _elements(tree, "//link[@rel='canonical']")]
    stated = [*canonical, *meta.first(_URL), *article.first(["url"]), *_saved_from(tree)]
    return _best(one_line(url) for url in stated if is_address(url.strip()))


def _saved_from(tree: html.HtmlElement) -> Iterator[str]:
    """The address that browsers and SingleFile note in a comment at the top of a saved page."""
    comments = [node for node in tree.getroottree().xpath("//comment()|/comment()") if isinstance(node, etree._Comment)]
    for comment in comments[:20]:
        found = _SAVED_FROM.search((comment.text or "")[:5000])
        if found:
            yield found[1] or found[2]


def _json_article(tree: html.HtmlElement) -> _Stated:
    """The fields of the page's article in its JSON-LD (schema.org/Article), or of its page where there is none."""
    nodes: list[Mapping[str, object]] = []
    for script in _elements(tree, "//script[@type='application/ld+json']"):
        source = (script.text or "")[:_MAX_JSON]
        try:
            nodes.extend(_nodes(json.loads(source, strict=False)))
        except (ValueError, RecursionError):
            continue
    for form in (_ARTICLE, _PAGE):
        for node in nodes:
            if any(form.fullmatch(kind) for kind in _strings(node.get("@type"))):
                return _fields(node)
    return _Stated()


def _nodes(value: object) -> Iterator[Mapping[str, object]]:
    waiting = [value]
    while waiting:
        current = waiting.pop(0)
        if isinstance(current, list):
            waiting.extend(current)
        elif isinstance(current, dict):
            yield current
            waiting.append(current.get("@graph"))


def _fields(node: Mapping[str, object]) -> _Stated:
    page = node.get("mainEntityOfPage")
    return _Stated(
        {
            "title": _best(_strings(node.get("headline"))) or _best(_strings(node.get("name"))),
            "author": ", ".join(dict.fromkeys(_names(node.get("author")))),
            "publisher": _best(_names(node.get("publisher"))),
            "published": _best(_strings(node.get("datePublished"))),
            "language": _best(_strings(node.get("inLanguage"))),
            "url": _best([*_strings(node.get("url")), *_strings(page.get("@id") if isinstance(page, dict) else page)]),
        }
    )


def _names(value: object) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        name = entry.get("name") if isinstance(entry, dict) else entry
        yield from (text for text in _strings(name) if not is_address(text))


def _strings(value: object) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str) and entry.strip():
            yield one_line(unescape(entry))

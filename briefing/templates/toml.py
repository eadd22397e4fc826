"""A template as the text of a template.toml."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum

from briefing.model import CitationForm, PageSetup, Section, Style, Template

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def as_toml(template: Template, folder: str = "") -> str:
    """The text that reads back to an equal template; `folder` is its folder's name, which need not be repeated."""
    return "\n".join(_lines(template, folder)) + "\n"


def _lines(template: Template, folder: str) -> Iterator[str]:
    if template.name != folder:
        yield _pair("name", template.name)
    yield _pair("title", template.title)
    yield _pair("description", template.description)
    yield _pair("language", template.language)
    if template.pages:
        yield _pair("pages", template.pages)
    yield from _table("page", template.page, PageSetup())
    yield from _table("style", template.style, Style())
    if template.citation_form is not CitationForm.BRACKET or template.citation_style:
        yield from ("", "[citations]", _pair("form", template.citation_form))
        if template.citation_style:
            yield _pair("style", template.citation_style)
    if template.marking:
        yield from ("", "[marking]", _pair("text", template.marking))
    for section in template.sections:
        yield from ("", "[[section]]")
        yield from _section(section)


def _table(name: str, value: PageSetup | Style, default: PageSetup | Style) -> Iterator[str]:
    """The keys of a table that are not as they would be without it."""
    if value != default:
        yield from ("", f"[{name}]")
        yield from (_pair(field.name, getattr(value, field.name)) for field in fields(value))


def _section(section: Section) -> Iterator[str]:
    yield _pair("key", section.key)
    yield _pair("heading", section.heading)
    yield _pair("kind", section.kind)
    yield _pair("fill", section.fill)
    for field in fields(section)[4:]:
        value = getattr(section, field.name)
        if value != field.default:
            yield _pair(field.name, value)


def _pair(key: str, value: object) -> str:
    return f"{key} = {_value(value)}"


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float():
            return repr(value)
        case StrEnum() | str():
            return f'"{"".join(_character(character) for character in value)}"'
        case tuple():
            return f"[{', '.join(_value(item) for item in value)}]"
        case _:
            raise TypeError(type(value).__name__)


def _character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    return f"\\u{ord(character):04x}" if ord(character) < 32 or ord(character) == 127 else character

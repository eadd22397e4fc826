"""Whether what a file states as its title or author can be believed: office programs fill these in by themselves."""

from __future__ import annotations

import re

from briefing.readers.builder import one_line

_SUFFIX = (
    r"docx?|dotx?|docm|pdf|rtf|odt|txt|html?|xlsx?|pptx?|indd|qxd|qxp|pub|pages|wpd|tex|dvi|ps|eps|exe|jpe?g|png|tiff?"
    r"|gif|bmp|p65|pmd|fm|mif|cdr|ai|xml|tmp|md"
)
_FILE_NAME = re.compile(rf".{{0,200}}\.(?:{_SUFFIX})", re.IGNORECASE)
_PROGRAM_PREFIX = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel|office word)|adobe [a-z]{3,12}) ?[-–] ?",
    re.IGNORECASE,
)
_NO_TITLES = re.compile(
    r"(?:untitled(?:[ -]?\d{0,3})?|no title|title|(?:new )?document(?: ?\d{1,3})?|dokument ?\d{0,3}|slide ?\d{0,3}"
    r"|(?:powerpoint )?presentation ?\d{0,3}|layout ?\d{0,3}|page ?\d{0,4}|template|report|scan\w{0,20}|none|null"
    r"|unknown|unspecified|\(anonymous\)|paper title.{0,60}|microsoft word|full page photo|print|printmgr.{0,40})",
    re.IGNORECASE,
)
_NO_PERSONS = re.compile(
    r"(?:\(?anonymous\)?|anon|unspecified|unknown|none|null|user ?\d{0,3}|username|your name|owner|admin|administrator"
    r"|author|default|microsoft(?: office)?(?: user)?|windows user|python-docx|office|openoffice.{0,20}"
    r"|libreoffice.{0,20}|hp|dell|lenovo|acer|asus|pc|guest|root|scanner|staff|test|reportlab.{0,30}|temp|editor)",
    re.IGNORECASE,
)


def plausible_title(stated: str) -> str:
    """The title without what a program put before it, or "" when it is a file's name or a program's placeholder."""
    title = one_line(stated)
    prefixed = _PROGRAM_PREFIX.match(title)
    title = title[prefixed.end() :] if prefixed else title
    if sum(character.isalpha() for character in title) < 3 or len(title) > 300:
        return ""
    if _FILE_NAME.fullmatch(title) or _NO_TITLES.fullmatch(title):
        return ""
    if " " not in title and ("_" in title or any(character.isdigit() for character in title)):
        return ""  # "final_v3", "GAO-20-195G": the name of a file or a number, not a title
    return title


def person(stated: str) -> str:
    """The author's name, or "" when it is the name of a program or an account."""
    name = one_line(stated)
    if sum(character.isalpha() for character in name) < 2 or len(name) > 200 or _NO_PERSONS.fullmatch(name):
        return ""
    return "" if name.lower().startswith(("http://", "https://", "@")) else name

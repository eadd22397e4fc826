"""Links out of the document: only addresses that Word accepts, each related once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE

from briefing.writers.word.markup import legal

if TYPE_CHECKING:
    from docx.opc.part import Part

_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?", re.ASCII)
_SAFE = "/?#[]@!$&'()*+,;=:%-._~"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LONGEST = 2000


def address(url: str) -> str:
    """`url` in the form a relationship takes, or "" when it is no web address: Word refuses files with broken ones."""
    try:
        parts = urlsplit(legal(url).strip())
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not _HOST.fullmatch(host) or ".." in host:
        return ""
    rest = "".join(
        sign + quote(_BARE_PERCENT.sub("%25", part), safe=_SAFE.replace("#", "").replace("[", "").replace("]", ""))
        for sign, part in (("", parts.path), ("?", parts.query), ("#", parts.fragment))
        if part
    )
    made = f"{parts.scheme.lower()}://{host}{rest}"
    return made if len(made) <= _LONGEST else ""


class Links:
    """Relationship ids of web addresses in one part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._known: dict[str, str] = {}

    def relation(self, url: str) -> str:
        """The relationship id to put into `r:id`; `url` is one that `address` gave."""
        if url not in self._known:
            self._known[url] = self._part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self._known[url]

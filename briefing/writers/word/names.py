"""Bookmark names: unique in the document, of the form Word takes, and found again by what they stand for."""

from __future__ import annotations

import re

_FOREIGN = re.compile(r"[^A-Za-z0-9_]")
_LONGEST = 40


class Bookmarks:
    """Hands out bookmark ids and names.

    Word takes at most 40 letters, digits and underscores, starting with a letter or an underscore, and does not tell
    upper from lower case. The second use of a name gets the suffix "_2", the third "_3".
    """

    def __init__(self, taken: tuple[str, ...] = (), first_id: int = 1) -> None:
        self._taken = {name.casefold() for name in taken}
        self._uses: dict[str, int] = {}
        self._anchors: dict[str, str] = {}
        self._next_id = first_id

    def number(self) -> int:
        """The next bookmark id."""
        self._next_id += 1
        return self._next_id - 1

    def fresh(self, wanted: str) -> str:
        """A name that nothing else in the document has."""
        base = _FOREIGN.sub("_", wanted) or "_"
        if not (base[0] == "_" or base[0].isalpha()):
            base = f"_{base}"
        base = base[:_LONGEST]
        count = self._uses.get(base.casefold(), 0)
        while True:
            count += 1
            suffix = f"_{count}" if count > 1 else ""
            name = base[: _LONGEST - len(suffix)] + suffix
            if name.casefold() not in self._taken:
                break
        self._uses[base.casefold()] = count
        self._taken.add(name.casefold())
        return name

    def declare(self, anchor: str) -> None:
        """Say that something in the document will carry `anchor`, so that links may lead there."""
        if anchor and anchor not in self._anchors:
            self._anchors[anchor] = self.fresh(anchor)

    def named(self, anchor: str) -> str:
        """The bookmark name of a declared anchor, or "" when nothing carries it."""
        return self._anchors.get(anchor, "")

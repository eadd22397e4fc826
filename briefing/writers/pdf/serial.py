"""A PDF file put together object by object, packed as it grows: what is written takes no room any more.

Ten thousands of small objects (a long document's structure) as pikepdf's would take a hundred megabytes. Object and
cross-reference streams are ISO 32000-1, 7.5.7 and 7.5.8.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

PACK = 200
_LENGTH = re.compile(rb"/Length \d+")
_PLAIN = re.compile(r"[ -~]*")
_SPECIAL = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


def text_string(text: str) -> str:
    """The text as the format writes it (7.9.2.2)."""
    if _PLAIN.fullmatch(text):
        return f"({text.translate(_SPECIAL)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Entry:
    """Where an object is: at an offset in the file (kind 1), or in an object stream at a place (kind 2)."""

    __slots__ = ("kind", "place", "where")

    def __init__(self, kind: int, where: int, place: int = 0) -> None:
        self.kind, self.where, self.place = kind, where, place


class FileWriter:
    """Writes objects under their numbers; `new` gives numbers that no object has yet."""

    def __init__(self, first_free: int) -> None:
        self._out = BytesIO()
        self._out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._entries: dict[int, Entry] = {}
        self._free = first_free
        self._packed: list[bytes] = []
        self._numbers: list[int] = []

    def new(self) -> int:
        self._free += 1
        return self._free - 1

    def put(self, number: int, text: bytes) -> None:
        """An object that is no stream."""
        self._numbers.append(number)
        self._packed.append(text)
        if len(self._packed) == PACK:
            self._pack()

    def stream(self, number: int, dictionary: bytes, data: bytes) -> None:
        """A stream; its dictionary says how the data are packed."""
        length = b"/Length %d" % len(data)
        if _LENGTH.search(dictionary):
            dictionary = _LENGTH.sub(length, dictionary, count=1)
        else:
            dictionary = dictionary.rstrip()[:-2] + length + b">>"
        self._entries[number] = Entry(1, self._out.tell())
        self._out.write(b"%d 0 obj\n%b\nstream\n" % (number, dictionary))
        self._out.write(data)
        self._out.write(b"\nendstream\nendobj\n")

    def copy(self, one: Object) -> None:
        """An object of another file, under its number there."""
        from pikepdf import Stream

        number = one.objgen[0]
        if isinstance(one, Stream):
            self.stream(number, one.stream_dict.unparse(resolved=True), one.read_raw_bytes())
        else:
            self.put(number, one.unparse(resolved=True))

    def _pack(self) -> None:
        if not self._packed:
            return
        holder, at, heads = self.new(), 0, []
        for place, (number, text) in enumerate(zip(self._numbers, self._packed, strict=True)):
            self._entries[number] = Entry(2, holder, place)
            heads.append(b"%d %d" % (number, at))
            at += len(text) + 1
        head = b" ".join(heads) + b"\n"
        about = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode>>" % (len(heads), len(head))
        self.stream(holder, about, zlib.compress(head + b"\n".join(self._packed)))
        self._packed, self._numbers = [], []

    def finish(self, root: int, info: int) -> bytes:
        """The whole file."""
        self._pack()
        number, start = self.new(), self._out.tell()
        self._entries[number] = Entry(1, start)
        rows = bytearray(b"\0" * 7)
        for key in range(1, self._free):
            entry = self._entries.get(key, Entry(0, 0))
            rows += bytes([entry.kind]) + entry.where.to_bytes(4, "big") + entry.place.to_bytes(2, "big")
        mark = hashlib.md5(self._out.getbuffer(), usedforsecurity=False).hexdigest().upper().encode()
        about = b"<</Type/XRef/W[1 4 2]/Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]/Filter/FlateDecode>>"
        self.stream(number, about % (self._free, root, info, mark, mark), zlib.compress(bytes(rows)))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()


def writer_for(pdf: Pdf) -> FileWriter:
    """A writer with free numbers above those of the file."""
    return FileWriter(len(pdf.objects) + 1)

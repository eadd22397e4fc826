"""Bytes to text when nobody says for certain which character set they are in."""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its first two bytes are the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What documents are really written in. Left to itself charset-normalizer also answers EBCDIC and Macintosh pages.
_CANDIDATES = [
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "cp932",
    "euc_jp",
    "iso2022_jp",
    "gb18030",
    "big5",
    "cp949",
]
_SAMPLE = 64 * 1024
# https://encoding.spec.whatwg.org/#names-and-labels: what a page means by these labels.
_WEB_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
}
_META_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{1,40})")
# Signs that stand inside words only when Central European text (cp1250) is read as Western (cp1252): ł, ą, ż, ş, ľ ...
_CENTRAL_SIGN = re.compile(r"[a-zà-ÿ][³¹¿º¾¼]|[³¹¿¾][a-zà-ÿ]")


def marked_encoding(data: bytes) -> str:
    """The encoding that a byte order mark tells, or ""."""
    return next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "")


def silent_utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark, told by where the zero bytes of Latin text stand, or ""."""
    sample = data[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def decode_text(data: bytes) -> str:
    """The text of a plain file: byte order mark, else strict UTF-8, else the likeliest old character set."""
    known = marked_encoding(data) or silent_utf16(data)
    if known:
        return data.decode(known, "replace")
    return _utf8(data) or _guess(data)


def decode_page(data: bytes) -> str:
    """The text of an HTML page: byte order mark, else what it declares, else UTF-8, else Windows-1252.

    A declaration that the bytes contradict is not believed. For a page that declares nothing another character set is
    believed only where it gives another script than Latin.
    """
    known = marked_encoding(data) or silent_utf16(data)
    if known:
        return data.decode(known, "replace")
    declared = _declared(data)
    if declared and declared != "utf-8":
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    text = _utf8(data)
    if text:
        return text
    if declared:
        return data.decode(declared, "replace")
    guess = _guess(data)
    return guess if _mostly_foreign(guess) else data.decode("cp1252", "replace")


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _declared(data: bytes) -> str:
    head = data[:4096]
    found = _META_CHARSET.search(head) or _XML_ENCODING.match(head)
    if not found:
        return ""
    label = found[1].decode("ascii", "replace").lower()
    label = _WEB_LABELS.get(label, label)
    try:
        name = codecs.lookup(label).name
        "".encode(label)  # refuses codecs that are no character sets ("hex", "zlib")
    except (LookupError, UnicodeError):
        return ""
    return name


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(_sample(data), cp_isolation=_CANDIDATES).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in {"cp1250", "cp1252"}:
        encoding = "cp1250" if _central_european(data) else "cp1252"
    return data.decode(encoding, "replace")


def _sample(data: bytes) -> bytes:
    """The part of the data that says most about its character set: from the first byte that is not ASCII on."""
    if len(data) <= _SAMPLE:
        return data
    first = next((i for i in range(0, len(data), 1024) if not data[i : i + 1024].isascii()), 0)
    return data[first : first + _SAMPLE]


def _central_european(data: bytes) -> bool:
    """Whether text in a Windows Latin set is Central European (cp1250) rather than Western (cp1252).

    charset-normalizer confuses the two on short texts, so the letters decide: bytes cp1252 has not (ť), signs inside
    words (Polish, Romanian), š or ž beside what would be è, ì, ø or ù (Czech, Slovak, Croatian), õ or û
    beside ö, ü and á without the accents of French and Portuguese (Hungarian).
    """
    try:
        western = data[:_SAMPLE].decode("cp1252")
    except UnicodeDecodeError:
        return True
    if _CENTRAL_SIGN.search(western):
        return True
    letters = frozenset(western.lower())
    if letters & set("šž") and letters & set("èìøùò"):
        return True
    return bool(letters & set("õû") and letters & set("öü") and "á" in letters and not letters & set("ãçèàêñ"))


def _mostly_foreign(text: str) -> bool:
    letters = [character for character in text[:_SAMPLE] if character.isalpha() and not character.isascii()]
    return bool(letters) and sum(character > "\u036f" for character in letters) > 0.6 * len(letters)

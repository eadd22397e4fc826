"""Numbers as they are written, with currency, scale and unit: "US$2.5bn", "half a million", "600,000 to 700,000"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from functools import cache

from briefing.extract.gazetteer import gazetteer
from briefing.extract.units import LETTERS, SIGNS, alternatives, currency_words, physical

SCALES = {
    "hundred": 10**2, "thousand": 10**3, "k": 10**3, "million": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "mio": 10**6, "billion": 10**9, "b": 10**9, "bn": 10**9, "bln": 10**9, "trillion": 10**12, "tn": 10**12,
    "trn": 10**12, "t": 10**12, "lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7, "dozen": 12,
    "mil": 10**6, "quadrillion": 10**15,
}  # fmt: skip
_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_FRACTIONS = {"half": Decimal(50), "third": Decimal(100) / 3, "quarter": Decimal(25), "fifth": Decimal(20),
              "tenth": Decimal(10), "sixth": Decimal(100) / 6, "eighth": Decimal("12.5")}  # fmt: skip
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|dozen"
_VULGAR = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
           "⅞": "0.875"}  # fmt: skip
_DIGITS = (
    r"\d{1,3}[- ]?[¼½¾⅓⅔⅛⅜⅝⅞]|[¼½¾⅓⅔⅛⅜⅝⅞]|\d{1,3}[- ][1357]/[248](?![\d/])"  # 3¼, 4-1/2
    r"|"
    r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?(?![\d,]*\d)"  # 1,500 and 1,50,000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})+(?![\d,.]*\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)"  # 1.200.000
    r"|\d+(?:\.\d+)?(?:,\d+)*"
)
_SPELT = (
    rf"(?:half[ -]an?[ ](?:million|billion|trillion|dozen)"
    rf"|(?:an?|{_WORD})(?:[ -](?:{_WORD}))?(?:[ ](?:{_BIG}))+"
    rf"(?:(?:[ ]and)?[ -](?:{_WORD})(?:[ -](?:{_WORD}))?(?:[ ](?:{_BIG}))*)*"
    rf"|(?:{_WORD})(?:-(?:{_WORD}))?)\b"
)
_FRACTION = (
    r"(?P<over>(?:one|two|three|four|a|1|2|3)[ -])?(?P<part>half|thirds?|quarters?|fifths?|tenths?)"
    r"(?=[ ](?:of|the|its|their|his|her|our|a percentage point)\b|[ ]an?[ ]percentage)"
    r"|(?:(?<=by )(?:one|two|three|four|a)[ -]|(?:one|two|three|four)-)"
    r"(?:thirds?|quarters?|fifths?|tenths?|half)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a sentence; offsets are those of the sentence. `kind` is money, percent, unit, count or fraction.

    `digits` is False for a number in words; `scaled` tells that it has a scale word; `tail` is its printed unit.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: str
    kind: str
    digits: bool = True
    scaled: bool = False
    tail: str = ""

    @property
    def is_range(self) -> bool:
        return self.low != self.high


@cache
def _pattern() -> re.Pattern[str]:
    codes = [code for code in gazetteer().currencies if code not in {"ALL", "TOP", "CUP", "MOP", "PEN", "LAK", "MAD"}]
    sign = alternatives(list(SIGNS)) + "|(?:" + "|".join(codes) + r")(?=[ \u00a0]?\d)"
    scaled = r"(?=\d[\d.,]*[ ]?(?:bn|tn|trn|mn?|b|[mbtr]+illion)\b|\d{1,3},\d{3})"
    sign += "|(?:" + "|".join(LETTERS) + ")" + scaled
    words = alternatives([w for w in currency_words() if not w[0].isdigit()])
    units = alternatives(list(physical()))
    return re.compile(
        rf"(?<![\w])(?![b-dgi-mp-ru-y])(?P<minus>[-−–](?=[$€£]?\d))?(?P<sign>{sign})?[ \u00a0]?"
        rf"(?:(?P<digits>{_DIGITS})|(?P<spelt>(?i:{_SPELT})))"
        r"(?:(?P<glued>[kKmMbB]|bn|BN|Bn|mn|tn|trn|mln|bln)(?![\w])"
        r"|[ \u00a0-]?(?P<scale>(?i:hundred|thousand|million|billion|trillion|quadrillion|bn|mn|mln|bln|tn|trn"
        r"|mio|lakhs?|crores?|dozen)"
        r"|(?<=[ ])[MB](?![\w.])))?(?![\w])"
        r"(?:[ \u00a0-]?(?P<percent>%|(?i:per[ -]?cent(?:age[ -]points?)?\b|percentage[ -]points?\b|pct\b|pp\b|p\.p\.))"
        rf"|[ ](?P<money>(?i:{words})|{'|'.join(codes)})(?![\w])"
        r"|[ ]?(?P<after>[€₽₴₺])"
        rf"|[ \u00a0-]?(?P<unit>{units})(?![\w])"
        r")?",
    )


_FRACTION_PATTERN = re.compile(rf"(?<![\w-]){_FRACTION}", re.IGNORECASE)
_POINT = re.compile(r"^[ ](?:of )?an?[ ]percentage[ ]point", re.IGNORECASE)
HINT = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|trillion|dozen|half|third|quarter|thirds|quarters|zero|one)\b",
    re.IGNORECASE,
)


def find_quantities(text: str) -> list[Quantity]:
    """The numbers of a sentence, in order, ranges as one. No judgement yet on which are key figures."""
    if not HINT.search(text):
        return []
    found = [_read(match) for match in _pattern().finditer(text) if _standing(text, match)]
    numbers = [quantity for quantity in found if quantity is not None]
    parts = _fractions(text)
    if parts:
        taken = [(q.start, q.end) for q in parts]
        numbers = [q for q in numbers if not any(q.start < end and start < q.end for start, end in taken)]
        numbers = sorted([*numbers, *parts], key=lambda q: q.start)
    return _join_ranges(text, numbers)


_AFTER_NUMBER = re.compile(r"(?:\d(?:[kmbn%]|[mbt]n)?| )$")


def _standing(text: str, match: re.Match[str]) -> bool:
    """False inside a word or label ("COVID-19", "3.2.1", "a/3")."""
    start, end = match.start(), match.end()
    if text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit():
        return False
    if start and text[start - 1] in "-–—/.:_@#" and match["minus"] is None:
        before = text[start - 2 : start - 1] if start > 1 else ""
        if text[start - 1] in "—" or not before:
            return True
        return text[start - 1] in "-–" and bool(_AFTER_NUMBER.search(text[max(0, start - 6) : start - 1]))
    return not (match["minus"] and start and not text[start - 1].isspace() and text[start - 1] not in "(")


def _read(match: re.Match[str]) -> Quantity | None:
    number = _value(match["digits"], match["spelt"])
    if number is None:
        return None
    scale = (match["glued"] or match["scale"] or "").lower()
    value = number * SCALES.get(scale, 1)
    if match["minus"] or match.string[: match.start()].endswith("minus "):
        value = -value
    unit, kind = _unit(match)
    start = match.start("sign") if match["sign"] else match.start("digits" if match["digits"] else "spelt")
    if match["minus"]:
        start = match.start("minus")
    spelt = (match["spelt"] or "").lower()
    scaled = bool(scale) or any(word in spelt for word in ("hundred", "thousand", "illion", "dozen"))
    return Quantity(
        start, match.end(), value, value, unit, kind, match["digits"] is not None, scaled, match["unit"] or ""
    )


def _unit(match: re.Match[str]) -> tuple[str, str]:
    if match["percent"]:
        return "%", "percent"
    if match["money"]:
        word = match["money"]
        code = (
            word
            if word in gazetteer().currencies
            else currency_words()[" ".join(word.lower().replace("-", " ").split())]
        )
        return (SIGNS.get(match["sign"] or "", code), "money")
    if match["after"]:
        return SIGNS[match["after"]], "money"
    if match["sign"]:
        sign = match["sign"].strip()
        return SIGNS.get(sign) or LETTERS.get(sign, sign), "money"
    if match["unit"]:
        return physical()[match["unit"].replace("-", " ").replace("\u00a0", " ")], "unit"
    return "", "count"


def _value(digits: str | None, spelt: str | None) -> Decimal | None:
    if digits is not None:
        mixed = _MIXED.fullmatch(digits)
        if mixed:
            return _mixed(mixed)
        plain = re.sub(r"[,\s\u00a0\u202f\u2009]", "", digits)
        if plain.count(".") > 1:
            plain = plain.replace(".", "")
        try:
            return Decimal(plain) if len(plain) <= 30 else None
        except InvalidOperation:
            return None
    return spelt_value(spelt or "")


_MIXED = re.compile(r"(\d{0,3})[- ]?(?:([¼½¾⅓⅔⅛⅜⅝⅞])|(\d)/(\d))")


def _mixed(match: re.Match[str]) -> Decimal:
    """The value of "3¼" or "4-1/2"."""
    part = Decimal(_VULGAR[match[2]]) if match[2] else Decimal(match[3]) / Decimal(match[4])
    return Decimal(match[1] or 0) + part


def spelt_value(text: str) -> Decimal | None:
    """The value of a number in words ("half a million", "two hundred and fifty thousand"), or None."""
    total, part, half, seen = Decimal(0), Decimal(0), False, False
    for word in re.split(r"[ -]+", text.lower()):
        if word in WORDS:
            part, seen = part + WORDS[word], True
        elif word in {"a", "an"}:
            part = part or Decimal(1)
        elif word == "half":
            half, seen = True, True
        elif word == "hundred" or word == "dozen":
            part, seen = (part or Decimal(1)) * SCALES[word], True
        elif word in SCALES:
            total, part, seen = total + (part or Decimal(1)) * SCALES[word], Decimal(0), True
        elif word != "and":
            return None
    return (total + part) * (Decimal("0.5") if half else 1) if seen else None


def _fractions(text: str) -> list[Quantity]:
    """For "two-thirds of", "half its" as per cent; "a quarter of a percentage point" as 0.25."""
    found = []
    for match in _FRACTION_PATTERN.finditer(text):
        whole = re.split("[ -]", match.group().lower()) if match["part"] is None else ["", ""]
        over = (match["over"] or whole[0]).strip(" -").lower()
        times = int(over) if over.isdigit() else WORDS.get(over, 1)
        part = _FRACTIONS[(match["part"] or whole[1]).lower().removesuffix("s")]
        point = _POINT.match(text[match.end() : match.end() + 30])
        value = part * times / (100 if point else 1)
        end = match.end() + (point.end() if point else 0)
        found.append(Quantity(match.start(), end, value, value, "%", "fraction", digits=False))
    return found


_LINK = re.compile(r"\s*(?:-|–|—|to|or)\s*(?:as (?:many|much|high) as )?", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:from|rose|rise[sn]?|rising|fell|fall(?:s|en|ing)?|grew|grow(?:n|s|ing)?|increas\w+|decreas\w+|up|down"
    r"|jump\w*"
    r"|climb\w*|dropp?\w*|declin\w+|by|cut\w*|rais\w+|revis\w+|lower\w*|narrow\w*|widen\w*|doubl\w+|quadrupl\w+"
    r"|tripl\w+"
    r"|shrank|shrunk|slow\w*|slid\w*|edg\w+)\s*(?:\S+\s+){0,2}$",
    re.IGNORECASE,
)


def _join_ranges(text: str, numbers: list[Quantity]) -> list[Quantity]:
    joined: list[Quantity] = []
    for number in numbers:
        merged = _range(text, joined[-1], number) if joined else None
        if merged is not None:
            joined[-1] = merged
        else:
            joined.append(number)
    return joined


def _range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    """One quantity for "X to Y", "X-Y", "between X and Y"; None for "from X to Y" and other changes."""
    link, before = text[first.end : second.start], text[max(0, first.start - 40) : first.start]
    if first.is_range or "fraction" in (first.kind, second.kind) or len(link) > 25:
        return None
    if re.fullmatch(r"\s*and\s*", link):
        if not re.search(r"\bbetween\s+(?:an? )?(?:\w+ )?$", before, re.IGNORECASE):
            return None
    elif not _LINK.fullmatch(link) or (
        "to" in link and _CHANGE.search(before) and (first.kind != "count" or second.kind == "count")
    ):
        return None
    return _spanning(first, second)


def _spanning(first: Quantity, second: Quantity) -> Quantity | None:
    bare = not first.unit and not first.scaled
    if first.unit and second.unit and first.unit != second.unit:
        return None
    low = first.low
    scale = _scale_of(second)
    if not first.scaled and second.scaled and scale > 1 and low * scale <= second.high:
        low = low * scale
    if low >= second.high or not (bare or first.unit or second.unit or first.scaled == second.scaled):
        return None
    unit, kind = (second.unit, second.kind) if second.unit else (first.unit, first.kind)
    return replace(second, start=first.start, low=low, unit=unit, kind=kind, digits=first.digits)


def _scale_of(number: Quantity) -> int:
    for scale in (10**15, 10**12, 10**9, 10**6, 10**3):
        if abs(number.high) >= scale:
            return scale
    return 1

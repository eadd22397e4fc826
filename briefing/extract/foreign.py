"""Figures of texts in other languages than English: only what is certain without their grammar.

A number counts here with its currency, unit, per-cent sign or scale word, or with grouped digits; what it counts is the
word after it. Whose it is and who says it is left blank.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.extract.numbers import Quantity, find_quantities
from briefing.extract.units import currency_words
from briefing.text.stopwords import function_words

if TYPE_CHECKING:
    from briefing.model import Source

#: languages that write a comma before decimals, as in CLDR's number symbols
_COMMA = frozenset(
    "fr es de it pt nl pl tr uk ru cs sk sl hr sr bg ro hu da sv nb nn no fi is et lv lt el id vi ca eu gl az be ka"
    " hy".split()
)
_SWAP = str.maketrans(",.", ".,")
_SCALE = re.compile(
    r"[ \u00a0\u202f](?:(?P<thousand>mille|mil|tausend|mila|duizend|tysięcy|тысяч[аи]?|тисяч[аі]?|bin)(?![\w])"
    r"[ \u00a0]?)?"
    r"(?:(?P<million>millions?|millones|millón|million(?:en)?|mio\.?|milion[ei]|milhões|milhão|miljoen|milion(?:ów|y)?"
    r"|milyon|миллион(?:а|ов)?|млн|мільйон(?:а|ів)?)"
    r"|(?P<billion>milliards?|milliarde[n]?|mrd\.?|miliard[io]|bilhões|mil milhões|miljard|miliard(?:ów|y)?|milyar"
    r"|миллиард(?:а|ов)?|млрд|мільярд(?:а|ів)?))?(?![\w])",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"[ \u00a0](?:pour cent|por ciento|prozent|per cento|por cento|procent|yüzde|процент\w*|відсотк\w*)", re.I
)
_MONEY = re.compile(r"[ \u00a0](?:de |d['’]|di )?(?P<word>[^\W\d_]+)")
_NOUN = re.compile(r"[ \u00a0](?:de |d['’]|di |des |del |dos |van )?(?P<noun>[^\W\d_]{3,})")
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+(?!\d)")


def is_foreign(source: Source) -> bool:
    """True for a source in another language than English, as far as it is known."""
    return bool(source.language) and not source.language.lower().startswith("en")


def find_foreign(text: str, language: str) -> list[Quantity]:
    """The numbers that are certain, in order, each with its scale word, per-cent sign and currency."""
    comma = language.lower().split("-")[0] in _COMMA
    plain = text.translate(_SWAP) if comma else text
    found = (_extend(plain, number) for number in find_quantities(plain) if number.digits)
    return [
        number for number in found if number.unit or number.scaled or _GROUPED.fullmatch(text, *_digits(text, number))
    ]


def _digits(text: str, number: Quantity) -> tuple[int, int]:
    start = next((i for i in range(number.start, number.end) if text[i].isdigit()), number.start)
    return start, number.end


def noun_after(text: str, number: Quantity, language: str) -> str:
    """The word after a number and its "de", or "" at the end of a clause, after a currency and for a function word."""
    match = _NOUN.match(text, number.end)
    if match is None or number.kind == "money" or match["noun"].lower() in function_words(language):
        return ""
    return match["noun"]


def _extend(text: str, number: Quantity) -> Quantity:
    scale = _SCALE.match(text, number.end) if not number.unit and not number.scaled else None
    if scale and any(scale.groups()):
        factor = 1000 if scale["thousand"] else 1
        factor *= 10**6 if scale["million"] else 10**9 if scale["billion"] else 1
        end = len(text[: scale.end()].rstrip())
        number = replace(number, end=end, low=number.low * factor, high=number.high * factor, scaled=True)
    if not number.unit and (percent := _PERCENT.match(text, number.end)):
        return replace(number, end=percent.end(), unit="%", kind="percent")
    money = _MONEY.match(text, number.end) if not number.unit else None
    code = currency_words().get(money["word"].lower()) if money else None
    return replace(number, end=money.end(), unit=code, kind="money") if money and code else number

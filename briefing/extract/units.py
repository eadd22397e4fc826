"""Currencies and physical units as they are written, and the one name each has here."""

from __future__ import annotations

import re
from functools import cache

from briefing.extract.gazetteer import gazetteer

SIGNS = {
    "SDR": "XDR", "SDRs": "XDR",
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "R$": "BRL", "NT$": "TWD", "MX$": "MXN", "BZ$": "BZD", "J$": "JMD", "TT$": "TTD",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY",
    "₦": "NGN", "₪": "ILS", "฿": "THB", "₫": "VND", "₱": "PHP", "₵": "GHS", "₡": "CRC", "₸": "KZT", "₾": "GEL",
    "Rs.": "INR", "Sh": "KES", "Tk": "BDT", "Bt": "THB", "Ksh.": "KES", "Rs": "INR", "RM": "MYR",
    "KSh": "KES", "Ksh": "KES", "Fr.": "CHF", "Rp": "IDR", "RMB": "CNY",
    "CN¥": "CNY", "JP¥": "JPY", "GH₵": "GHS", "US $": "USD",
}  # fmt: skip
#: capital letters that are a currency's sign before a grouped or scaled number only ("N36bn", "R1.2 billion")
LETTERS = {"N": "NGN", "R": "ZAR"}
#: words for a currency that need no nationality before them
WORDS = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "won": "KRW", "rupee": "INR", "rouble": "RUB", "ruble": "RUB",
    "hryvnia": "UAH", "hryvnya": "UAH", "lira": "TRY", "franc": "CHF", "rand": "ZAR", "rupiah": "IDR",
    "ringgit": "MYR", "baht": "THB", "naira": "NGN", "shekel": "ILS", "zloty": "PLN", "złoty": "PLN",
    "forint": "HUF", "koruna": "CZK", "taka": "BDT", "cedi": "GHS", "birr": "ETB", "riyal": "SAR", "dirham": "AED",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "peso": "MXN", "dong": "VND", "lari": "GEL",
    "tenge": "KZT", "kwacha": "ZMW", "reais": "BRL", "bolivar": "VES", "sterling": "GBP", "cfa franc": "XOF",
    "special drawing right": "XDR", "shilling": "KES", "dinar": "IQD", "rial": "IRR", "real": "BRL", "lev": "BGN",
    "leu": "RON", "kuna": "EUR", "som": "KGS", "kyat": "MMK", "kip": "LAK", "dram": "AMD", "manat": "AZN",
    "guarani": "PYG",
}  # fmt: skip
_PERCENT = {"%": "%", "percent": "%", "per cent": "%", "pct": "%", "percentage point": "%", "pp": "%", "p.p.": "%"}
_PHYSICAL = {
    "t": "tonne tonnes ton tons metric-ton metric-tons metric-tonne metric-tonnes",
    "short ton": "short-ton short-tons",
    "kt": "kilotonne kilotonnes kt",
    "Mt": "megatonne megatonnes Mt MtCO2 MtCO2e",
    "Gt": "gigatonne gigatonnes Gt GtCO2 GtCO2e",
    "kg": "kg kilogram kilograms kilo kilos kilogramme kilogrammes kgs",
    "g": "gram grams gramme grammes",
    "lb": "lb lbs",
    "oz": "ounce ounces",
    "W": "watt watts",
    "kW": "kW kilowatt kilowatts",
    "MW": "MW megawatt megawatts MWp MWac MWdc",
    "GW": "GW gigawatt gigawatts GWp",
    "TW": "TW terawatt terawatts",
    "kWh": "kWh kilowatt-hour kilowatt-hours",
    "MWh": "MWh megawatt-hour megawatt-hours",
    "GWh": "GWh gigawatt-hour gigawatt-hours",
    "TWh": "TWh terawatt-hour terawatt-hours",
    "km": "km kilometre kilometres kilometer kilometers kms",
    "m": "metre metres meter meters",
    "cm": "cm centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mile": "mile miles",
    "nautical mile": "nautical-mile nautical-miles",
    "ft": "ft foot feet",
    "inch": "inch inches",
    "yd": "yard yards",
    "km2": "km2 km² sq-km square-kilometre square-kilometres square-kilometer square-kilometers",
    "m2": "m2 m² sqm square-metre square-metres square-meter square-meters",
    "m3": "m3 m³ cubic-metre cubic-metres cubic-meter cubic-meters",
    "bcm": "bcm billion-cubic-metres",
    "square mile": "square-mile square-miles",
    "square foot": "square-foot square-feet",
    "cubic foot": "cubic-foot cubic-feet",
    "ha": "ha hectare hectares",
    "acre": "acre acres",
    "l": "litre litres liter liters",
    "gal": "gallon gallons",
    "bbl": "barrel barrels bbl",
    "bpd": "bpd b/d",
    "bushel": "bushel bushels",
    "km/h": "km/h kph kmh kilometres-per-hour kilometers-per-hour",
    "mph": "mph miles-per-hour",
    "°C": "°C ℃ degrees-Celsius degrees-C degree-Celsius",
    "°F": "°F degrees-Fahrenheit",
    "bp": "basis-point basis-points bps",
    "MMBtu": "MMBtu mmBtu",
    "magnitude": "magnitude-",
}


@cache
def physical() -> dict[str, str]:
    """Printed unit (words joined by a blank) -> its name here."""
    return {form.replace("-", " "): name for name, forms in _PHYSICAL.items() for form in forms.split()}


@cache
def currency_words() -> dict[str, str]:
    """Lower-case words for a currency -> its ISO 4217 code. CLDR's own names first ("canadian dollars")."""
    found = {word: code for code, words in gazetteer().currencies.items() for word in words}
    for word, code in WORDS.items():
        found[word] = code
        found[word + "s"] = code
    for place, code in (("us", "USD"), ("u.s.", "USD"), ("american", "USD"), ("hong kong", "HKD"), ("chinese", "CNY")):
        unit = "yuan" if code == "CNY" else "dollar"
        found[f"{place} {unit}"] = found[f"{place} {unit}s"] = code
    return found


def alternatives(words: set[str] | list[str]) -> str:
    """A regular expression for any of `words`, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0-]") for word in sorted(words, key=lambda w: (-len(w), w)))


def percent_name(printed: str) -> str:
    """The unit of a per-cent word: "%" ("percentage points" are told apart by their counted noun)."""
    return _PERCENT.get(printed.strip().lower().removesuffix("s"), "%")

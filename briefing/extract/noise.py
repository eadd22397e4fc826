"""Numbers that count nothing: years, days, times, durations, ages, ordinals, labels, list marks, telephones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.extract.gazetteer import gazetteer
from briefing.extract.lexicon import lexicon

if TYPE_CHECKING:
    from briefing.extract.numbers import Quantity

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_TIME_UNIT = (
    r"(?:consecutive |straight |full |more |working |business |calendar |additional |whole |long |short |odd "
    r"|and a half )?"
    r"(?:years?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|decades?|century|centuries|nights?|fortnights?"
    r"|weekends?|(?:fiscal |financial )?quarters?|yrs?|semesters?|mornings?|afternoons?|generations?)"
)
_AFTER_COUNT = re.compile(
    rf"(?:[ \u00a0]of)?[ \u00a0-]{_MONTH}(?![a-z])|(?:st|nd|rd|th)\b|:\d\d|[ ]?(?:a\.?m\.?|p\.?m\.?|AM|PM|GMT"
    rf"|UTC|BST|EST|ET|CET)(?![\w])"
    rf"|[ ]o['’]clock|[ \u00a0-]{_TIME_UNIT}(?![\w])|[ ](?:or|to) (?:\d+|\w+) {_TIME_UNIT}(?![\w])|-fold\b"
    rf"|[ ]times\b|[ ]fold\b|x\b|[ ]?/[ ]?\d|\.\d"
    r"|[ ]out of\b|[ ]in (?:every )?(?:\d{1,3}(?![\d,.])|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|-(?:year|month|week|day|hour|minute|point|part|party|page|way|man|woman|member|time|star|seater?|storey"
    r"|story|nation"
    r"|country|state|stage|step|phase|party|sided?|nil|all|any|on|off|plus|word|foot-|old|aged|pronged?|tier|course"
    r"|track|letter|digit|dimensional|piece|person|figure|semester|quarter|night|inch|state|count)\b"
    r"|[ ]degrees? (?:north|south|east|west)|[ ]percentile|[ ]?%-plus",
)
_AFTER_YEAR = re.compile(
    r"[ ]+(?:people|persons|troops|soldiers|homes|houses|households|families|children|women|men|jobs|workers"
    r"|cases|deaths"
    r"|refugees|migrants|civilians|schools|patients|students|vehicles|personnel|staff|employees|megawatts|megawatt)\b"
)
_BEFORE_DAY = re.compile(
    rf"(?:{_MONTH}[ \u00a0](?:\d{{1,2}}(?:st|nd|rd|th)?[ ]?(?:-|–|to|and|or|,)[ ]?)?(?:the )?|\b(?:Monday"
    rf"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),? )$"
)
_BEFORE_LABEL = re.compile(
    r"(?:\b(?:Phases?|Articles?|Sections?|Chapters?|Annex|Tables?|Figures?|Figs?\.|Titles?|Resolutions?"
    r"|Categor(?:y|ies)|Levels?"
    r"|Types?|Class|Routes?|Highways?|Interstate|Flights?|Units?|Pages?|Rooms?|Grades?|Radio|Channel|Goals?"
    r"|Tiers?|Stages?"
    r"|Steps?|Parts?|Items?|Acts?|Divisions?|Zones?|Scope|Forms?|Bills?|H\.?R\.?|Orders?|Rules?|Directives?"
    r"|Regulations?"
    r"|Versions?|Apollo|Boeing|Airbus|Generation|Pillars?|SDGs?|Questions?|Annexes|Appendix|Box(?:es)?|Charts?|Maps?"
    r"|Windows|iPhone|Model|Series|Block|Gate|Terminal|Platform|Ward|Precinct|Sector|Vol(?:ume)?\.?|Issue|Notes?"
    r"|Opinion"
    r"|Proposition|Measure|Amendment|Schedule|Clause|Reactors?|Pier|Line|Lot|Batch|Round|Super|Covid|Covid-|COVID"
    r"|phases?|articles?|sections?|chapters?|tables?|figures?|pages?|p\.|pp\.|paras?\.?|paragraphs?|category"
    r"|level|type|grade|step"
    r"|items?|bullets?|footnotes?|channel|flight|highway|route|clade|strain|tier|appendix|annex|volume|reactor|unit|number|size"
    r"|Nos?\.?|no\.|nos\."
    r"|Group of|group of|Big|Forbes|Fortune|Top|top|FTSE|S&P|Nasdaq|Dow|DAX|CAC|Nikkei|Stoxx|Kospi|Agenda|Vision"
    r"|Horizon"
    r"|aged|ages?|ages of|under-|over-|age of|aged between|between the ages of|children under|children aged"
    r"|fiscal year|Fiscal Year|financial year|FY|fiscal|CY|Q[1-4]|year|the year|Class of|class of|circa|c\.|mid"
    r"|late|early"
    r"|Article|Art\.|Rev\.|Docket|Case|Executive Order|Public Law|Pub\. L\.|U\.S\.C\.|CFR|Psalm|Area|Camp|Post"
    r"|Box|PO Box"
    r"|Telephone|Tel\.?|Phone|phone|telephone|fax|Fax|ext\.|call|calling|dial|Room|Suite|ISBN|ISSN"
    r"|DOI)[ \u00a0-]?|[#№§])$"
)
_LIST_MARK = re.compile(r"^\s*(?:[•▪◦*–-]\s*)?\(?\d{1,3}(?:\.\d{1,2})*[.)](?:\s|$)")
_ABSTRACT = re.compile(
    r"[ ](?:(?:\w+|\w+-\w+)[ ]){0,2}?(?:ways?|things?|sides?|part(?:s|ies)|factors?|reasons?|goals?|objectives?"
    r"|pillars?|fronts?|points?"
    r"|options?|issues?|questions?|steps?|times?|halves|kinds?|types?|forms?|sorts?|aspects?|elements?|themes?|topics?"
    r"|priorities|principles?|scenarios?|stages?|phases?|rounds?|Koreas|nations|governments|leaders|counterparts"
    r"|areas?|categories|groups?|sectors?|levels?|dimensions?|criteria|conditions?|axes|lanes?|sentences?|words?|pages?"
    r"|paragraphs?|chapters?|sections?|examples?|another|or|others?)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|other|its|their|his|her|our|both|first|last|next|past|another|any|every|each"
    r"|latest)[ ]$",
    re.IGNORECASE,
)
#: what a speaker says between a slip and the number that is meant: "36 - I mean, 38", "$20 mil- - $20 billion"
_CORRECTED = re.compile(
    r"[ ]?(?:[mb]il+[-–—])?[ ]*[-–—,.…]*[ ]*(?:\(?(?:I mean|sorry|I'm sorry|correction|excuse me|pardon me|make that"
    r"|or rather|rather|let me correct that)[,:.]?[ ]*[-–—]?[ ]*|(?<=[mb]il[-–—] [-–—] )|(?<=[mb]il[-–—][-–—] )"
    r"|(?<=[mb]il[-–—] ))(?:[$€£¥₦]|US\$)?\d"
)
_AGED = re.compile(
    r"\b(?:people|adults|men|women|children|those|anyone|everyone|persons|residents|patients|girls|boys|workers|voters"
    r"|citizens|smokers|drivers|youths?) (?:who are |aged )?(?:over|under|above|below)(?: the age of)? $",
    re.IGNORECASE,
)
_OR_OLDER = re.compile(r"[ ](?:and|or) (?:over|older|younger|under|above|up)\b(?! (?:a|the|\d))")
_MAGNITUDE = re.compile(
    r"\bmagnitudes?(?: of)?(?: about| around)? $|\b(?:measur\w+|registered|register\w*) $", re.IGNORECASE
)
_OF_MAGNITUDE = re.compile(
    r"[ -]magnitude\b|[ ]on the (?:open-ended )?(?:Richter|moment|Beaufort|Saffir)", re.IGNORECASE
)
_SIZES = frozenset(("kg", "g", "lb", "oz", "km", "m", "cm", "mm", "mile", "ft", "inch", "l", "gal", "ml"))
_TELEPHONE = re.compile(r"\+?\d[\d ().-]{5,}\d")
_SCORE = re.compile(r"^\d{1,2}[-–]\d{1,2}$")


def is_noise(text: str, number: Quantity) -> bool:
    """True for a number that is no key figure, judged by the words around it in its sentence `text`."""
    if _CORRECTED.match(text, number.end):
        return True
    if number.kind == "fraction":
        return _part_of_time(text, number)
    if number.kind == "money" or number.kind == "percent":
        return False
    if number.kind == "unit":
        if number.unit == "mm" and re.match(r"[ -](?:[a-z]+|[A-Z]\w+)", after := text[number.end : number.end + 20]):
            return not re.match(r" (?:of|in|on|to|from|per|and|by|at|for)\b", after)
        joined = "-" in text[number.start : number.end] and number.unit in _SIZES
        if joined and re.match(r"[ -][a-z]", text[number.end :]):
            return True  # "a 50-kilogram bag"
        return bool(re.match(r"-(?:long|wide|high|deep)\b", text[number.end :])) and number.unit == "m"
    before, after = text[max(0, number.start - 40) : number.start], text[number.end : number.end + 60]
    if _AFTER_COUNT.match(after) or _BEFORE_DAY.search(before[-24:]) or _is_magnitude(number, before, after):
        return True
    if re.search(r"\b(?:one|two|three|four|nine|\d+) (?:in|out of)(?: every)? $", before, re.IGNORECASE):
        return True
    if number.scaled:
        return False
    return (
        _is_year(text, number, before, after)
        or _is_label(text, number, before, after)
        or _is_small(number, before, after)
        or _is_age(number, before, after)
    )


_BARE = re.compile(r"[^A-Za-z]*(?:[kmbt]n?|million|billion|trillion|thousand|per ?cent|percent)?[^A-Za-z]*", re.I)


def is_bare(text: str) -> bool:
    """True for a cell that holds a number with its sign or scale, and no words."""
    return len(text) < 40 and _BARE.fullmatch(re.sub(r"US\$|EUR|USD|GBP|SDR", "", text)) is not None


def is_year(text: str, number: Quantity) -> bool:
    """True for a year, as far as its own sentence tells."""
    before, after = text[max(0, number.start - 40) : number.start], text[number.end : number.end + 60]
    return number.kind == "count" and not number.scaled and _is_year(text, number, before, after)


def _is_magnitude(number: Quantity, before: str, after: str) -> bool:
    """True for the strength of an earthquake or a storm: a label of the event."""
    if number.high >= 13:
        return False
    found = _MAGNITUDE.search(before[-26:])
    return bool(_OF_MAGNITUDE.match(after) or (found and (found.group().lower().startswith("mag") or number.low % 1)))


def _is_age(number: Quantity, before: str, after: str) -> bool:
    """True for "adults over 60", "people aged 65 and over"."""
    return number.high <= 110 and bool(_OR_OLDER.match(after) or _AGED.search(before))


def _part_of_time(text: str, number: Quantity) -> bool:
    """For "half of 2020", "a quarter of an hour", "the first half of the year", "southern half of Sudan"."""
    after, before = text[number.end : number.end + 40], text[max(0, number.start - 30) : number.start]
    if re.match(rf"[ ](?:of[ ])?(?:(?:the|an?|this|last|next)[ ])?(?:{_TIME_UNIT}\b|(?:19|20)\d\d|{_MONTH})", after):
        return True
    if re.search(
        r"\b(?:first|second|third|fourth|latter|other|last|final|\w+ern|top|bottom|this|each|per|better|early"
        r"|lower|upper)[ ]$",
        before,
    ):
        return True
    return text[number.start : number.end].lower() in {"third", "fifth", "tenth", "quarter", "quarters"}


def _is_year(text: str, number: Quantity, before: str, after: str) -> bool:
    printed = text[number.start : number.end]
    if number.digits and re.fullmatch(r"(?:1[5-9]|20)\d\d(?:[-–/](?:(?:1[5-9]|20)?\d\d))?", printed):
        return not (
            _AFTER_YEAR.match(after)
            or (
                re.search(r"(?:some|about|nearly|over|around|than|least|almost|to)[ ]$", before)
                and re.match(r"[ ][a-z]+s\b", after)
            )
        )
    if re.search(r"\b(?:19|20)\d\d[-–/]$", before) and len(printed) in {2, 4}:
        return True
    return bool(re.match(r"/\d", after)) or before.endswith("/")


def _is_label(text: str, number: Quantity, before: str, after: str) -> bool:
    if _BEFORE_LABEL.search(before[-22:]) or (
        _LIST_MARK.match(text[: number.end + 2]) and not before.strip(" (•▪◦*–-")
    ):
        return True
    printed = text[number.start : number.end]
    if _is_model(printed, before, after):
        return True
    if before.endswith("(") and after.startswith(")") and number.digits and number.high < 1000:
        return True
    if re.search(r"[A-Z][\w'’-]+, $", before) and re.match(r"[,.)]|$", after) and 5 < number.high < 110:
        return True  # "Mohamed Azaw, 38."
    if (
        before.endswith("[")
        or re.match(r"-[A-Z]", after)
        or (_SCORE.match(printed) and not re.match(r"[ ][a-z]", after))
    ):
        return True
    around = text[max(0, number.start - 18) : number.end + 14]
    if any(_is_telephone(match.group()) for match in _TELEPHONE.finditer(around)):
        return True
    if number.digits and printed.startswith("0") and "." not in printed and len(printed) > 1:
        return True
    return bool(re.search(r"\b[A-Z][\w-]*[ ]$", before)) and _alone(after) and number.high < 1000


_MODEL = re.compile(r"[\w,;)] (?:[A-Z][\w-]*) $")


def _is_model(printed: str, before: str, after: str) -> bool:
    """True for "Leopard 2 main battle tanks": a name's number, not a state's or a body's that does something."""
    if not (printed.isdigit() and len(printed) < 4 and _MODEL.search(before) and re.match(r"[ -][a-z]", after)):
        return False
    name = before.rsplit(maxsplit=1)[-1]
    return name.lower() not in lexicon().known and name not in gazetteer().forms and not name.isupper()


def _is_telephone(printed: str) -> bool:
    return len(re.findall(r"[ -]", printed)) >= 2 and (printed[0] in "+(" or "-" in printed)


def _alone(after: str) -> bool:
    """True where no noun can follow the number."""
    return not re.match(r"[ ][a-z]", after) or bool(
        re.match(
            r"[ ](?:is|was|are|were|has|have|had|will|and|or|in|on|at|of|for|to|by|from|with|as|that|which)\b", after
        )
    )


def _is_small(number: Quantity, before: str, after: str) -> bool:
    """Small numbers in words are mostly talk: "one of", "the two countries", "three ways"."""
    if number.low == 1 and not number.is_range and number.high == 1:
        return not number.digits or _alone(after)
    if number.digits:
        return number.high < 32 and bool(_ABSTRACT.match(after)) and bool(_DEFINITE.search(before[-10:]))
    if number.high > 20:
        return False
    return bool(_ABSTRACT.match(after) or _DEFINITE.search(before[-10:])) or (
        _alone(after) and not re.match(r"[ ](?:in|of)[ ]|[ ](?:[A-Z][\w-]*[ ]){1,4}[A-Za-z]*[a-z]s\b", after)
    )

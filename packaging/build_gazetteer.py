"""Builds briefing/extract/data/gazetteer.json and lexicon.json from maintained data.

    python packaging/build_gazetteer.py

Needs, at build time only: babel (BSD-3; CLDR territory and currency names), countryinfo (MIT; capitals, demonyms) and
textblob (MIT; the lexicon of Brill's tagger, MIT licence). Organisations, offices and regions come from
briefing/extract/data/organisations.txt. The output is the same bytes for the same input.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "briefing" / "extract" / "data"
LANGUAGES = ("fr", "es", "de", "it", "pt", "nl", "pl", "tr", "uk", "ru", "ar", "zh", "ja", "ko")
NAMES = {
    "CD": "DR Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MO": "Macao",
    "MM": "Myanmar",
    "PS": "Palestine",
    "BA": "Bosnia and Herzegovina",
    "AG": "Antigua and Barbuda",
    "KN": "Saint Kitts and Nevis",
    "LC": "Saint Lucia",
    "VC": "Saint Vincent and the Grenadines",
    "ST": "São Tomé and Príncipe",
    "TT": "Trinidad and Tobago",
    "TR": "Türkiye",
    "CI": "Côte d'Ivoire",
}
MORE_FORMS = {
    "US": "US;U.S.;U.S;USA;U.S.A.;America;United States of America",
    "GB": "UK;U.K.;Britain;Great Britain",
    "KR": "ROK;Republic of Korea",
    "KP": "DPRK;D.P.R.K.;Democratic People's Republic of Korea",
    "CD": "DRC;D.R.C.;DR Congo;D.R. Congo;Democratic Republic of the Congo;Democratic Republic of Congo;Congo",
    "CG": "Congo-Brazzaville;Republic of Congo",
    "CN": "PRC;People's Republic of China;mainland China",
    "RU": "Russian Federation",
    "TR": "Turkey;Turkiye",
    "CI": "Ivory Coast;Cote d'Ivoire;Côte d’Ivoire",
    "CZ": "Czech Republic",
    "AE": "UAE;U.A.E.;Emirates;United Arab Emirates",
    "SA": "Saudi;KSA;Kingdom of Saudi Arabia",
    "VA": "Holy See;Vatican",
    "PS": "State of Palestine;Palestinian Territories;occupied Palestinian territory",
    "MM": "Burma",
    "SY": "Syrian Arab Republic",
    "LA": "Lao PDR",
    "VN": "Viet Nam",
    "MK": "Macedonia",
    "SZ": "Swaziland",
    "CV": "Cape Verde;Cabo Verde",
    "GM": "The Gambia",
    "TL": "East Timor",
    "CF": "CAR;C.A.R.",
    "NL": "Holland",
    "BA": "Bosnia",
    "TZ": "United Republic of Tanzania",
    "VE": "Bolivarian Republic of Venezuela",
    "BO": "Plurinational State of Bolivia",
    "IR": "Islamic Republic of Iran",
    "TT": "Trinidad",
    "PG": "PNG",
    "ZA": "RSA",
}
MORE_DEMONYMS = {
    "US": "American;Americans",
    "GB": "British;Briton;Britons;Brits",
    "IN": "Indian;Indians",
    "IO": "",
    "DM": "",
    "NP": "Nepali;Nepalis;Nepalese",
    "BF": "Burkinabe;Burkinabè;Burkinabé",
    "GW": "Bissau-Guinean;Bissau-Guineans",
    "GN": "Guinean;Guineans",
    "LS": "Basotho",
    "BW": "Batswana",
    "DJ": "Djiboutian;Djiboutians",
    "CV": "Cape Verdean;Cape Verdeans;Cabo Verdean;Cabo Verdeans",
    "KM": "Comorian;Comorians",
    "MV": "Maldivian;Maldivians",
    "SV": "Salvadoran;Salvadorans;Salvadorean",
    "SR": "Surinamese",
    "FR": "French;Frenchman;Frenchmen",
    "DE": "German;Germans",
    "NL": "Dutch",
    "ES": "Spanish;Spaniards",
    "PL": "Polish;Poles;Pole",
    "SE": "Swedish;Swedes",
    "DK": "Danish;Danes",
    "FI": "Finnish;Finns",
    "TR": "Turkish;Turks;Turk",
    "GR": "Greek;Greeks",
    "CZ": "Czech;Czechs",
    "SK": "Slovak;Slovaks",
    "SI": "Slovenian;Slovene;Slovenes",
    "HR": "Croatian;Croat;Croats",
    "RS": "Serbian;Serb;Serbs",
    "BA": "Bosnian;Bosnians",
    "IL": "Israeli;Israelis",
    "PS": "Palestinian;Palestinians",
    "IQ": "Iraqi;Iraqis",
    "PK": "Pakistani;Pakistanis",
    "BD": "Bangladeshi;Bangladeshis",
    "AF": "Afghan;Afghans",
    "SA": "Saudis;Saudi Arabian",
    "AE": "Emirati;Emiratis",
    "YE": "Yemeni;Yemenis",
    "KW": "Kuwaiti;Kuwaitis",
    "QA": "Qatari;Qataris",
    "OM": "Omani;Omanis",
    "BH": "Bahraini",
    "SO": "Somali;Somalis",
    "KE": "Kenyan;Kenyans",
    "CD": "Congolese",
    "PH": "Philippine;Filipino;Filipinos",
    "TH": "Thai;Thais",
    "AR": "Argentine;Argentinian;Argentines",
    "NZ": "New Zealander;New Zealanders;Kiwi",
    "IE": "Irish",
    "IS": "Icelandic",
    "CH": "Swiss",
    "KZ": "Kazakh;Kazakhs;Kazakhstani",
    "KG": "Kyrgyz",
    "UZ": "Uzbek;Uzbeks",
    "TJ": "Tajik;Tajiks",
    "TM": "Turkmen",
    "MM": "Burmese",
    "MG": "Malagasy",
    "XK": "Kosovar;Kosovars;Kosovan",
    "LU": "Luxembourgish",
    "CI": "Ivorian;Ivorians",
    "NE": "Nigerien;Nigeriens",
    "NG": "Nigerian;Nigerians",
    "DO": "Dominicans",
    "KR": "South Korean;South Koreans",
    "KP": "North Korean;North Koreans",
    "SS": "South Sudanese",
    "SD": "Sudanese",
    "ZA": "South African;South Africans",
    "LK": "Sri Lankan;Sri Lankans",
    "VN": "Vietnamese",
    "TW": "Taiwanese",
    "HK": "Hongkonger;Hong Kongers",
}
CAPITALS = {
    "US": "Washington;Washington, D.C.;Washington DC;Washington D.C.",
    "UA": "Kyiv;Kiev",
    "KZ": "Astana",
    "CN": "Beijing;Peking",
    "IN": "New Delhi;Delhi",
    "BO": "La Paz",
    "ZA": "Pretoria",
    "NL": "The Hague",
    "LK": "Colombo",
    "TZ": "Dodoma",
    "NG": "Abuja",
    "TR": "Ankara",
    "IL": "Jerusalem;Tel Aviv",
    "PS": "Ramallah",
    "MX": "Mexico City",
    "BR": "Brasília;Brasilia",
    "CO": "Bogotá;Bogota",
    "XK": "Pristina",
    "EH": "",
    "BE": "",
    "BI": "Gitega;Bujumbura",
    "ID": "Jakarta",
    "MY": "Kuala Lumpur",
    "CH": "Bern",
    "LU": "",
}
AMBIGUOUS = frozenset(
    "Hague Male Victoria Georgetown Kingston Hamilton Stanley Douglas Santiago Alofi Male Nassau Castries Roseau"
    " Plymouth Moroni Basseterre Bridgetown Praia Stepanakert Island Islander Bishop Nobel Republic Other Union"
    " Jersey Can Monaco-Ville".split()
)
PLURAL_ENDINGS = ("an", "ian", "i", "ean")
COMPARED = {"JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB"}
RELATED_TAGS = {"JJ", "RB", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "NN", "NNS"}


@dataclass
class Gazetteer:
    actors: list[tuple[str, str, str]] = field(default_factory=list)
    forms: dict[str, tuple[str, str]] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)

    def form(self, form: str, name: str, how: str) -> None:
        form = form.strip().replace("’", "'")
        if len(form) > 1 and form not in AMBIGUOUS:
            self.forms.setdefault(form, (name, how))

    def as_json(self) -> dict[str, object]:
        number = {name: i for i, (name, _kind, _parent) in enumerate(self.actors)}
        return {
            "actors": [[name, kind, number.get(parent, -1)] for name, kind, parent in self.actors],
            "forms": {form: [number[name], how] for form, (name, how) in sorted(self.forms.items())},
            "foreign": {form: number[name] for form, name in sorted(self.foreign.items()) if form not in self.forms},
        }


def split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def territories() -> dict[str, str]:
    from babel import Locale

    found = Locale("en").territories
    skip = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AQ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}
    return {
        code: NAMES.get(code, name)
        for code, name in found.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in skip
    }


def country_facts() -> dict[str, dict[str, object]]:
    folder = files("countryinfo") / "data"
    facts = (
        json.loads(entry.read_text(encoding="utf-8")) for entry in folder.iterdir() if entry.name.endswith(".json")
    )
    return {str(fact["ISO"]["alpha2"]): fact for fact in facts if fact.get("ISO")}


def add_countries(out: Gazetteer) -> None:
    from babel import Locale

    english, facts = Locale("en").territories, country_facts()
    for code, name in territories().items():
        for form in split(MORE_DEMONYMS.get(code, "")):
            out.form(form, name, "demonym")
    for code, name in sorted(territories().items(), key=lambda item: item[1]):
        out.actors.append((name, "state", ""))
        fact = facts.get(code, {})
        for form in (name, english[code], *split(MORE_FORMS.get(code, ""))):
            out.form(form, name, "name")
            out.form(form.replace("&", "and"), name, "name")
            out.form(re.sub(r"^St\. ", "Saint ", form), name, "name")
        capital = CAPITALS.get(code, str(fact.get("capital") or ""))
        for form in split(capital):
            out.form(form, name, "capital")
        known = "" if code in MORE_DEMONYMS and code in {"IO", "DM"} else str(fact.get("demonym") or "")
        for form in demonyms(code, known):
            out.form(form, name, "demonym")
    out.forms["Ireland"] = ("Ireland", "name")


def demonyms(code: str, known: str) -> Iterator[str]:
    own = split(MORE_DEMONYMS.get(code, ""))
    yield from own
    for form in re.split(r",|;|\bor\b", known):
        one = form.strip()
        if one and one[0].isupper() and len(one) > 3:
            yield one
            if one.endswith(PLURAL_ENDINGS):
                yield one + "s"


def add_foreign_names(out: Gazetteer) -> None:
    from babel import Locale

    for language in LANGUAGES:
        names = Locale(language).territories
        for code, name in territories().items():
            form = names.get(code, "").replace("’", "'")
            if len(form) > 3 or (form and not form.isascii()):
                out.foreign.setdefault(form, name)


def add_organisations(out: Gazetteer) -> None:
    known = {name for name, _kind, _parent in out.actors}
    for line in (DATA / "organisations.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, kind, parent, forms = (part.strip() for part in (line + "|||").split("|")[:4])
        target = parent if kind in {"metonym", "place"} else name
        how = {"metonym": "metonym", "place": "capital"}.get(kind, "name")
        if target not in known:
            known.add(target)
            out.actors.append((target, kind, parent))
        for form in (name, *split(forms)):
            if not form.startswith("~"):
                out.forms[form.replace("’", "'")] = (target, how)


def currencies() -> dict[str, dict[str, object]]:
    """Code -> words for it, from CLDR's display names ("Canadian dollars")."""
    from babel import Locale
    from babel.numbers import get_territory_currencies

    english = Locale("en")
    codes = sorted({code for territory in territories() for code in get_territory_currencies(territory)} | {"XDR"})
    found: dict[str, dict[str, object]] = {}
    for code in codes:
        words = {english.currencies.get(code, "")}
        words |= {str(forms) for forms in english._data["currency_names_plural"].get(code, {}).values()}
        found[code] = {"words": sorted(word.lower() for word in words if word)}
    return found


def default_tag(word: str) -> str:
    """The tag of a word that is in no list. briefing.extract.lexicon has the same rule."""
    for ending, tag in (("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("able", "JJ"), ("ible", "JJ"), ("ous", "JJ"),
                        ("ive", "JJ"), ("ical", "JJ"), ("ful", "JJ"), ("less", "JJ")):  # fmt: skip
        if word.endswith(ending):
            return tag
    if "-" in word:
        return "JJ"
    return "NNS" if word.endswith("s") and not word.endswith(("ss", "us", "is")) else "NN"


def lexicon() -> dict[str, str]:
    """Tag -> words, parted by a blank, where the tag is not the one that their endings give."""
    lines = (files("textblob") / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    tags: dict[str, str] = {}
    for line in lines:
        parts = line.split(" ")
        if len(parts) == 2 and not line.startswith(";;;"):
            tags.setdefault(parts[0], COMPARED.get(parts[1], parts[1]))
    words = {w: t for w, t in tags.items() if re.fullmatch(r"[a-z][a-z'-]+", w) and t in RELATED_TAGS}
    found: dict[str, list[str]] = {}
    for word, tag in words.items():
        if default_tag(word) != tag:
            found.setdefault(tag, []).append(word)
    verbal = sorted(
        word for word in words if words[word] in {"NN", "JJ", "IN", "VBD", "VBN"} and is_verbal(word, words)
    )
    found["V?"] = verbal
    found["known"] = sorted(word for word, tag in words.items() if default_tag(word) == tag and "-" not in word)
    return {tag: " ".join(sorted(listed)) for tag, listed in sorted(found.items())}


def is_verbal(word: str, words: dict[str, str]) -> bool:
    """True where the lexicon also knows its past and its -ing form, so that the base is a verb too ("report")."""
    stems = {word, word.removesuffix("e"), word + word[-1], word[:-1] + "i" if word.endswith("y") else word}
    past = any(words.get(stem + "ed", "") in {"VBD", "VBN"} for stem in stems)
    return past and any(words.get(stem + "ing", "") in {"VBG", "NN"} for stem in stems | {word})


def write(name: str, value: object) -> None:
    path = DATA / name
    path.write_text(
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n", encoding="utf-8"
    )
    print(f"{path.name}: {path.stat().st_size // 1024} KiB")


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    out = Gazetteer()
    add_countries(out)
    add_organisations(out)
    add_foreign_names(out)
    print(Counter(kind for _name, kind, _parent in out.actors), len(out.forms), "forms", len(out.foreign), "foreign")
    write("gazetteer.json", {**out.as_json(), "currencies": currencies()})
    write("lexicon.json", lexicon())


if __name__ == "__main__":
    main()

"""What kind of word a word is: closed classes written out here, open classes from data/lexicon.json.

The open classes are the lexicon of Brill's tagger (E. Brill, "A simple rule-based part of speech tagger", 1992; MIT
licence). Tags are those of the Penn Treebank.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CLOSED = {
    "DT": "the a an this these those each every some any no another both either neither all half such",
    "PRP": "i you he she it we they me him us them himself herself itself themselves one's who's himself",
    "PRP$": "my your his her its our their whose",
    "MD": "can could may might must shall should will would cannot can't won't couldn't wouldn't shouldn't 'll 'd",
    "BE": "be am is are was were been being isn't aren't wasn't weren't 're 's 'm",
    "HAVE": "have has had having haven't hasn't hadn't 've",
    "DO": "do does did don't doesn't didn't",
    "CC": "and or but nor yet plus &",
    "TO": "to",
    "WH": "who which that whom what whoever",
    "WRB": "where when while whereas why how whenever although though because since unless until if as whether after"
    " before once lest",
    "IN": "of in on at for from by with about against among between into through during under over above below across"
    " behind beyond near toward towards upon within without amid amidst despite per via throughout along around"
    " alongside outside inside off onto like unlike than except excluding including concerning regarding versus"
    " following beneath beside besides amongst up down out worth minus pending",
    "RB": "not also already still now then just only even too very more most less least n't never ever often usually"
    " again further instead however meanwhile moreover there here so far thus therefore hence today yesterday tomorrow"
    " tonight recently currently previously nearly almost approximately roughly about around almost overall ago away"
    " together apart altogether once twice yet perhaps soon later earlier rather quite well much",
    "JJ": "operating rising falling growing remaining existing leading developing ongoing neighbouring"
    " neighboring emerging"
    " working outstanding underlying declining soaring incoming outgoing upcoming prevailing living",
    "CD": "one two three four five six seven eight nine ten eleven twelve",
}
#: adverbs and prepositions of the closed classes win in this order, first one first
_ORDER = ("MD", "BE", "HAVE", "DO", "PRP", "PRP$", "DT", "CC", "TO", "WH", "WRB", "RB", "IN", "CD", "JJ")
_ENDINGS = (
    ("ing", "VBG"),
    ("ed", "VBN"),
    ("ly", "RB"),
    ("able", "JJ"),
    ("ible", "JJ"),
    ("ous", "JJ"),
    ("ive", "JJ"),
    ("ical", "JJ"),
    ("ful", "JJ"),
    ("less", "JJ"),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`tags` holds one tag per word; `verbal` the nouns and adjectives that are base forms of verbs as well;
    `known` are all words of the lists, also those whose tag their ending gives.
    """

    tags: dict[str, str]
    verbal: frozenset[str]
    known: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists, read once."""
    irregular = (
        "rise fall cut put set hit spend build lose win pay send buy sell lend leave hold keep meet see break"
        " drive fight fly"
        " give grow run shake shoot sink strike sweep throw write bring catch come cost deal draw feed feel"
        " find hang hear hurt"
        " lower lead make mean shrink shut slide spread stand stick take tell think"
    )
    listed = json.loads((files("briefing.extract") / "data" / "lexicon.json").read_text(encoding="utf-8"))
    verbal = frozenset(str(listed.pop("V?")).split()) | frozenset(irregular.split())
    known = str(listed.pop("known")).split()
    tags = {word: str(tag) for tag, words in listed.items() for word in words.split()}
    for tag in reversed(_ORDER):
        tags.update(dict.fromkeys(_CLOSED[tag].split(), tag))
    return Lexicon(tags, verbal, frozenset(known) | tags.keys())


def tag_by_ending(word: str) -> str:
    """The likeliest tag of a lower-case word that is in no list."""
    for ending, tag in _ENDINGS:
        if word.endswith(ending):
            return tag
    if "-" in word:
        return "JJ"
    return "NNS" if word.endswith("s") and not word.endswith(("ss", "us", "is")) else "NN"


def base_form(verb: str, known: frozenset[str] | set[str]) -> str:
    """The base of a verb form if one of `known` is it, else the word itself ("announcing" -> "announce")."""
    if verb in known:
        return verb
    for ending in ("ing", "ed", "es", "s", "d"):
        if verb.endswith(ending):
            stem = verb[: -len(ending)]
            for guess in (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem, _y(stem)):
                if guess in known:
                    return guess
    return verb


def _y(stem: str) -> str:
    return stem[:-1] + "y" if stem.endswith("i") else stem

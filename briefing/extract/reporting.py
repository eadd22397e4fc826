"""Verbs of saying, and what kind of statement each makes."""

from __future__ import annotations

from functools import cache

from briefing.extract.lexicon import base_form
from briefing.extract.wordlists import word_set
from briefing.model import StatementKind

_KINDS = {
    StatementKind.SAYS: "say state tell add note report write explain reply remark comment observe stress"
    " emphasise emphasize"
    " underline underscore reiterate mention conclude find show indicate suggest describe call label brand deem"
    " term express"
    " argue believe think acknowledge concede recall insist point quote intimate propose echo declare testify"
    " signal highlight reveal disclose tweet post quip voice outline cite reckon maintain contend stipulate"
    " hold agree view"
    " consider hear learn caution-against welcome praise criticise criticize condemn denounce accuse blame slam"
    " characterise"
    " characterize portray cast"
    " lament regret mock joke vouch",
    StatementKind.CLAIMS: "claim allege assert purport accuse boast",
    StatementKind.CONFIRMS: "confirm verify corroborate admit recognise recognize certify",
    StatementKind.DENIES: "deny reject dismiss refute rebut dispute downplay disavow rule-out",
    StatementKind.WARNS: "warn caution alert fear threaten",
    StatementKind.CALLS_FOR: "urge demand request ask appeal beg implore recommend advise encourage press"
    " advocate plead call-for call-on",
    StatementKind.ANNOUNCES: "announce pledge vow promise declare commit unveil propose approve authorise"
    " authorize allocate earmark"
    " order",
    StatementKind.ESTIMATES: "estimate forecast project predict expect anticipate calculate reckon assess put",
}
KINDS = {verb: kind for kind, verbs in _KINDS.items() for verb in verbs.split()}
#: verbs that attribute a clause to their subject; the others need a quotation beside them
CLAUSE_VERBS = word_set("reporting.clause_verbs")
#: verbs whose object is the subject's own undertaking: the speaker is the actor as well
UNDERTAKING = word_set("reporting.undertaking")
#: nouns that carry somebody's word: "estimates from X", "X's report"
WORD_NOUNS = word_set("reporting.word_nouns")
_ALL = frozenset(KINDS) | CLAUSE_VERBS
_IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "wrote": "write", "written": "write", "found": "find",
    "shown": "show",
    "showed": "show", "believed": "believe", "thought": "think", "held": "hold", "put": "put",
    "puts": "put", "heard": "hear",
    "learnt": "learn", "foresaw": "predict", "sought": "seek", "saw": "see", "forecast": "forecast",
    "denied": "deny", "denies": "deny", "denying": "deny", "replied": "reply", "replies": "reply", "verified": "verify",
    "testified": "testify", "specified": "state", "reaffirmed": "reiterate", "according": "say",
}  # fmt: skip


@cache
def reporting_base(low: str) -> str:
    """The base of a form of a verb of saying, or ""."""
    found = _IRREGULAR.get(low) or base_form(low, _ALL)
    return found if found in _ALL or low in _IRREGULAR else ""


def kind_of(low: str) -> StatementKind:
    """The kind of statement that a form of a verb of saying makes."""
    return KINDS.get(reporting_base(low), StatementKind.SAYS)

"""Part-of-speech tags by word list, ending and a few words of context (after E. Brill's rules)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.lexicon import Lexicon, base_form, lexicon, tag_by_ending

if TYPE_CHECKING:
    from briefing.extract.tokens import Words

NOUNS = frozenset(("NN", "NNS", "NNP"))
VERBS = frozenset(("VB", "VBD", "VBN", "VBG", "VBZ", "VBP"))
FINITE = frozenset(("MD", "BE", "HAVE", "DO", "VBD", "VBZ", "VBP"))
_OBJECT_STARTS = frozenset(("DT", "CD", "PRP$", "PRP", "NNP", "WH", "IN", "TO", "JJ", "RB"))
_AWAITING = frozenset("set due likely able ready unlikely going poised bound expected forecast".split())
#: words that open a sentence as what its subject is doing ("Speaking in the Commons, she said ...")
_SPEAKING = frozenset("speaking writing talking responding answering addressing testifying replying appearing".split())
_SAME_PAST = frozenset("cut put set hit cost shut forecast spread let read split bet broadcast hurt".split())
_SHORT_VERBS = frozenset(("'ve", "'re", "'ll", "'d", "'m"))
_CONTRACTIONS = {"it", "he", "she", "that", "there", "what", "who", "here", "let"}


def tag(words: Words, named: set[int], titled: bool) -> None:
    """Fill `words.tags`. `named` are the tokens inside mentions: names whatever the lists say."""
    known = lexicon()
    tags = [_first_tag(words, i, known, named, titled) for i in range(len(words.words))]
    words.tags = tags
    for i in range(len(tags)):
        if i not in named:
            _fix(words, i, known)
    if not titled:
        _find_verb(words, named, known)


def _first_tag(words: Words, i: int, known: Lexicon, named: set[int], titled: bool) -> str:
    low, word = words.lows[i], words.words[i]
    if low == "#":
        return "CD"
    if not low[0].isalnum():
        if low in {"'s", "'"}:
            return "BE" if low == "'s" and i and words.lows[i - 1] in _CONTRACTIONS else "POS"
        return known.tags[low] if low in _SHORT_VERBS else low
    if i in named:
        return "NNP"
    if low in _SPEAKING and words.words[i][0].isupper():
        return "VBG"
    if low[0].isdigit():
        return "CD"
    found = known.tags.get(low)
    if word[0].isupper() and not titled and i and found not in _CLOSED_TAGS and words.words[i - 1] not in '“"(—':
        return "NNP"
    if found is None and word[0].isupper() and not titled:
        return "NNP"
    return found or tag_by_ending(low)


_SAYING_NOUNS = frozenset(
    ("forecasts", "estimates", "reports", "projects", "claims", "plans", "states", "expects", "predicts")
)


def _find_verb(words: Words, named: set[int], known: Lexicon) -> None:
    """A sentence needs a verb: where none was found, the first noun that can be one and stands after a noun."""
    tags, lows = words.tags, words.lows
    first = next((i for i, own in enumerate(tags) if own not in NOUNS and own not in {"DT", "JJ", "POS"}), 0)
    for i in range(1, min(first, len(tags) - 1)):
        if (
            lows[i] in _SAYING_NOUNS
            and i not in named
            and tags[i - 1] in {"NNP", "NN"}
            and i + 1 <= first
            and tags[i + 1] not in FINITE | {"VB"}
        ):
            tags[i] = "VBZ"
    last = len(tags) - 2
    if last > 0 and lows[last] in _SAYING_NOUNS and tags[-1] == "." and tags[last - 1] in {"NNP", ")"}:
        tags[last] = "VBZ"
    for i in range(1, len(tags)):
        noun = tags[i] in {"NN", "NNS"} and i not in named and tags[i - 1] in {"NNP", "NNS", ")"}
        if noun and lows[i + 1 : i + 2] == ["that"] and base_form(lows[i], known.verbal) in known.verbal:
            tags[i] = "VBZ" if tags[i] == "NNS" else "VBP"
    if not tags or any(own in FINITE for own in tags) or tags[-1] not in {".", "?", "!", ":"}:
        return
    for i in range(1, len(tags) - 1):
        if i in named or tags[i + 1] in {"IN", "CC", ",", "POS"} or tags[i - 1] not in {"NN", "NNP", "NNS", ")"}:
            continue
        third = tags[i] == "NNS" and tags[i - 1] != "NNS" and base_form(lows[i], known.verbal) != lows[i]
        if third or (tags[i] == "NN" and tags[i - 1] == "NNS" and lows[i] in known.verbal):
            tags[i] = "VBZ" if third else "VBP"
            return


_CLOSED_TAGS = frozenset(("MD", "BE", "HAVE", "DO", "PRP", "PRP$", "DT", "CC", "TO", "WH", "WRB", "RB", "IN", "CD"))


def _fix(words: Words, i: int, known: Lexicon) -> None:
    tags, low = words.tags, words.lows[i]
    own = tags[i]
    before = tags[i - 1] if i else ""
    after = tags[i + 1] if i + 1 < len(tags) else ""
    if own in {"NN", "VB", "VBP", "JJ", "NNS", "VBZ"}:
        tags[i] = _noun_or_verb(words, i, known, before, after)
    elif own in {"VBD", "VBN"}:
        tags[i] = _past(words, i, known, before, after)
    elif own == "VBG" and before in {"DT", "PRP$", "POS", "JJ"} and after not in {"DT", "PRP$", "CD"}:
        tags[i] = "JJ" if after in NOUNS or after == "JJ" else "NN"
    elif own in {"IN", "WRB"} and low in {"after", "before", "since", "until", "as", "once"}:
        tags[i] = (
            "IN"
            if after in {"NNP", "DT", "CD", "NN", "NNS", "JJ", "PRP$", "VBG"} and not _clause_ahead(words, i)
            else "WRB"
        )
    elif low == "that" and (after in {"NN", "JJ"} and before in {"IN", "VB", ""}):
        tags[i] = "DT"


def _noun_or_verb(words: Words, i: int, known: Lexicon, before: str, after: str) -> str:
    own, low = words.tags[i], words.lows[i]
    if before == "MD" and own == "NN":
        return "VB"
    if before == "HAVE" and low in _SAME_PAST:
        return "VBN"
    if (
        before in {"MD", "TO"}
        and (own in {"VB", "VBP"} or low in known.verbal)
        and (before == "MD" or after not in {"IN", "."} or own == "VB" or _awaits_verb(words, i))
    ):
        return "VB"
    if (
        before == "RB"
        and own in {"VB", "NN"}
        and i > 1
        and words.tags[i - 2] in {"MD", "TO"}
        and (own == "VB" or low in known.verbal)
    ):
        return "VB"
    if own in {"VB", "VBP", "VBZ"}:
        if before in {"DT", "PRP$", "JJ", "POS", "CD"} and after not in {"DT", "PRP$", "PRP"}:
            return "NNS" if low.endswith("s") and own == "VBZ" else "NN"
        return "VBP" if own == "VB" and before in {"NNS", "NNP", "PRP", "WH"} else own
    if own == "NNS" and words.lows[i - 1] in {"this", "that"} and i and base_form(low, known.verbal) != low:
        return "VBZ"
    if (own == "NNS" and base_form(low, known.verbal) != low) or (own == "NNS" and known.tags.get(low[:-1]) == "VB"):
        return (
            "VBZ"
            if before in {"NNP", "PRP", "WH", "NN"}
            and after in {"DT", "PRP$", "CD", "WH", "PRP", "NNP"}
            and words.lows[i + 1] not in {"a", "an", "each", "every"}
            else own
        )
    if own in {"NN", "JJ"} and low in known.verbal and before in {"NNS", "PRP", "WH"} and after in _OBJECT_STARTS:
        return "VBP"
    return own


def _awaits_verb(words: Words, i: int) -> bool:
    """True after "is expected to", "looks set to": a verb comes, whatever else the word can be."""
    return i > 1 and (words.tags[i - 2] in VERBS or words.lows[i - 2] in _AWAITING)


def _past(words: Words, i: int, known: Lexicon, before: str, after: str) -> str:
    """Past tense or participle."""
    k = i - 1
    while k >= 0 and words.tags[k] == "RB":
        k -= 1
    lead = words.tags[k] if k >= 0 else ""
    if lead in {"BE", "HAVE"}:
        return "VBN"
    if words.lows[i] in {"said", "told"}:
        return "VBD"
    if before in {"DT", "PRP$", "JJ", "POS", "CD"} and (after in NOUNS or after in {"JJ", "CD"}):
        return "JJ"
    if lead in {"PRP", "WH", "CC", "VBD"} or (k < 0 and after not in {"IN", "RB"}):
        return "VBD"
    if lead in NOUNS or lead in {"CD", ","} or lead == ")":
        if lead == "," and after in NOUNS:
            return "VBD"
        return "VBN" if after in {"IN", "RB", "TO", ",", ".", "POS"} and _finite_ahead(words, i + 1) else "VBD"
    return known.tags.get(words.lows[i], "VBN")


def _finite_ahead(words: Words, i: int) -> bool:
    """True where a finite verb follows before the clause ends: then an -ed form at `i` was a participle."""
    for k in range(i, min(len(words), i + 25)):
        own = words.tags[k]
        if own in {"WH", ";", ":", ".", "CC", "WRB"} or words.words[k] in '“”"':
            return False
        if own in {"BE", "HAVE", "MD", "DO", "VBZ", "VBP", "VBD"} and words.tags[k - 1] != ",":
            return True
    return False


def _clause_ahead(words: Words, i: int) -> bool:
    """True where a verb follows before the next comma: "after the war began"."""
    for k in range(i + 1, min(len(words), i + 12)):
        own = words.tags[k]
        if own in {",", ".", ";", ":", "IN", "WH", "CC"}:
            return False
        if own in {"BE", "HAVE", "MD", "VBD", "VBZ", "VBP"}:
            return True
    return False
